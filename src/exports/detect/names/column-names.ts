import { names } from "./name-form.ts";

/** What a column can be for. The amount roles differ in what they hold: a whole order's total, or one line's. */
export const ROLES = [
  "customer",
  "email",
  "order",
  "date",
  "orderTotal",
  "lineTotal",
  "amount",
  "quantity",
  "price",
  "status",
  "currency",
  "refunded",
] as const;
export type Role = (typeof ROLES)[number];

/**
 * The names that columns of each role go by, most telling first, as {@link normaliseName} writes them; word order, number
 * words, units and fillers are looked after where a name is looked up. English first, then Finnish, Swedish, German,
 * French, Spanish and Dutch. `amount` names do not say whether they hold an order's total or a line's: the data must.
 * What counts an order's items is no quantity: times a price it is nobody's money.
 */
export const COLUMN_NAMES: Readonly<Record<Role, readonly string[]>> = {
  customer: names(
    "customer id,customer no,customer code,customer key,customer unique id,client id,client no,client code,user id,user no,buyer id,buyer user id,buyer username,buyer no,shopper id,contact id,member id,member no,account id,account no,cust id,cust no,cust key,cust code,customer account,consumer id,patron id,supporter id,donor id,donor no,constituent id,card id,sell to customer no,bill to customer no,membership no,membership id",
    "asiakasnumero,asiakas id,asiakas no,asiakastunnus,asiakasnro,asiakkaan numero,asiakkaan tunnus,asiakkaan id,kundnummer,kund id,kund no,kundnr,kundkod,kundennummer,kunden id,kunden no,kundennr,kunde id,kunde no,debitorennummer,debitor no,identifiant client,medlemsnummer,medlemsnr,medlem no,jäsennumero,jäsen no,mitgliedsnummer,mitgliedsnr,mitglied no,cliente id,cliente no,código cliente,klantnummer,klant id,klant no,klantnr,klantcode,debiteurnummer",
  ),
  email: names(
    "email,customer email,email address,customer email address,billing email,billing email address,contact email,buyer email,user email,client email,mail",
    "sähköposti,sähköpostiosoite,asiakkaan sähköposti,asiakkaan sähköpostiosoite,asiakkaan email,e post,e postadress,kundens e post,kund e post,kund email,kunden email,kunde email,e mail adresse,adresse mail,adresse email client,mail client,courriel,correo electrónico,correo,correo electrónico cliente,email cliente,correo cliente,e mailadres,klant email",
  ),
  order: names(
    "order id,order no,order code,order reference,order ref,order key,order name,order uuid,sales order no,sales order id,invoice no,invoice id,invoice code,invoice,transaction id,transaction no,receipt no,receipt id,purchase id,purchase no,purchase order no,sale id,sale no,sales id,basket id,basket no,trans id,trans no,tran id,txn id,txn no,trx id,bill no,bill id,gift id,donation id,booking id,booking no,reservation id,reservation no,document no,sales order,order,receipt",
    "tilausnumero,tilaus id,tilaus no,tilausnro,tilaustunnus,tilauksen numero,tilauksen tunnus,laskunumero,laskunro,lasku no,laskun no,laskun tunnus,kuitin numero,kuittinumero,kuitti no,tilaus,lasku,kuitti",
    "ordernummer,ordernr,beställningsnummer,beställningsnr,beställning no,beställning id,beställnings id,fakturanummer,fakturanr,faktura no,kvittonummer,kvitto no,köpnummer,beställning,faktura",
    "bestellnummer,bestellnr,bestell no,bestell id,bestellung no,bestellung id,auftragsnummer,auftragsnr,auftrags no,auftrags id,auftrag no,auftrag id,rechnungsnummer,rechnungsnr,rechnungs no,rechnung no,rechnungs id,rechnung id,belegnummer,belegnr,beleg no,buchungsnummer,buchungsnr,reservierungsnummer,bestellung,auftrag,rechnung",
    "commande no,commande id,identifiant commande,ref commande,référence commande,code commande,facture no,facture id,référence facture,ticket no,commande,facture",
    "reserva no,reserva id,código reserva,pedido no,pedido id,código pedido,referencia pedido,orden no,orden id,factura no,factura id,pedido,orden,factura",
    "bestelnummer,bestelnr,bestel no,bestel id,bestelling no,bestelling id,factuurnummer,factuurnr,factuur no,bonnummer,bestelling,factuur",
  ),
  date: names(
    "order date,date ordered,purchase date,invoice date,sale date,sales date,transaction date,order created,order created at,created at,created,date created,creation date,ordered at,ordered on,order placed at,order placed,placed at,purchased at,purchased on,sold at,sold on,order time,order datetime,order timestamp,order purchase timestamp,purchase timestamp,transaction time,transaction timestamp,timestamp,datetime,date,order day,day,date added,booking date,booked at,booked on,event time,event timestamp,payment date,trans date,tran date,txn date,trx date,trans dt,transaction dt,t dat,order dt,bill date,billing date,receipt date,visit date,gift date,donation date,donated at,donated on,date donated,placed",
    "tilauspäivä,tilauspäivämäärä,tilauspvm,tilauksen päivämäärä,tilauksen pvm,tilausaika,tilattu,ostopäivä,ostopvm,laskun päivämäärä,laskun pvm,laskupäivä,laskupvm,varauspäivä,päivämäärä,päiväys,pvm,luotu,ajankohta",
    "orderdatum,beställningsdatum,bokningsdatum,köpdatum,inköpsdatum,fakturadatum,datum och tid,datum,skapad,beställd",
    "bestelldatum,bestellt am,gebucht am,buchungsdatum,buchungstag,datum bestellung,bestellzeitpunkt,auftragsdatum,kaufdatum,rechnungsdatum,belegdatum,datum uhrzeit,erstellt am,zeitstempel,zeitpunkt",
    "date commande,date achat,date facture,date vente,date heure,date et heure,créé le,passée le,horodatage,jour",
    "fecha pedido,fecha compra,fecha orden,fecha factura,fecha venta,fecha creación,fecha hora,fecha y hora,fecha,creado",
    "besteldatum,aankoopdatum,factuurdatum,besteld op,datum en tijd,datum tijd,datum bestelling,aangemaakt op",
  ),
  orderTotal: names(
    "order total,order amount,order value,order price,order total price,order revenue,grand total,total,total amount,total price,order sum,total sum,total paid,amount paid,total amount paid,invoice total,invoice amount,invoice value,order total amount,total order value,total value,gross total,final total,final amount,total charged,total payable,net total,total revenue,total price number",
    "tilaussumma,tilauksen summa,tilauksen loppusumma,tilauksen kokonaissumma,tilauksen arvo,tilaus yhteensä,tilauksen yhteensä,tilauksen hinta,loppusumma,kokonaissumma,yhteensä,summa yhteensä,maksettu summa,maksettu yhteensä,laskun summa,laskun loppusumma",
    "ordersumma,ordervärde,orderbelopp,beställningssumma,beställningsvärde,totalsumma,totalt,totalbelopp,summa totalt,totalt betalt,betalt belopp,att betala,fakturabelopp",
    "gesamtbetrag,gesamtsumme,gesamt,bestellsumme,bestellwert,bestellbetrag,auftragssumme,auftragswert,bestellung gesamt,summe gesamt,betrag gesamt,rechnungsbetrag,rechnungssumme,endbetrag,endsumme,gezahlter betrag,bezahlter betrag,zahlbetrag,warenkorbwert",
    "montant total,montant total payé,total payé,montant payé,montant commande,montant total commande,total commande,valeur commande,prix commande,montant facture,total facture,total général,total à payer,somme totale",
    "importe total,importe total pedido,importe total pagado,total pedido,importe pedido,valor pedido,total pagado,importe pagado,monto total,monto total pagado,monto pagado,total factura,importe factura,valor total,total compra,total orden",
    "totaalbedrag,totaal,totaalbedrag bestelling,orderbedrag,ordertotaal,orderwaarde,bestelbedrag,besteltotaal,bestelwaarde,totaal bestelling,totaal betaald,betaald bedrag,factuurbedrag,eindtotaal,eindbedrag,bedrag totaal",
  ),
  lineTotal: names(
    "line total,line amount,line value,line sum,line subtotal,lineitem total,item total,item subtotal,item amount,line price,row total,row amount,extended price,extended amount,extended total,product total,line revenue,item revenue,sales",
    "rivisumma,rivin summa,rivi yhteensä,rivin yhteensä,rivihinta,rivin hinta,radsumma,radbelopp,radtotal,positionssumme,positionsbetrag,positionswert,position gesamt,zeilenbetrag,zeilensumme,zeilenwert,postensumme,artikelsumme",
    "total ligne,montant ligne,prix total ligne,total article,total produit,importe línea,total línea,subtotal línea,total artículo,total producto,importe artículo,regelbedrag,regeltotaal,totaal regel,artikeltotaal",
  ),
  amount: names(
    "amount,revenue,value,sum,donation amount,donation,gift amount,transaction amount,payment amount,purchase amount,net amount,gross amount,net sales,gross sales,gross,net,paid,spend,turnover,sale amount,monetary value,dollar value,amt,order amt,tran amount,tran amt,trans amount,trans amt,txn amount,txn amt,sales amt,sales amount,sales value,purchase amt,purchase value,purchase total,amount spent,spent,bill amount,total bill,transaction value,transaction total,basket value,cart value,sales total,net revenue,gross revenue,deal value,deal amount,opportunity amount",
    "summa,määrä ¤,hinta yhteensä,kokonaishinta,rahamäärä,ostosumma,myynti,arvo,belopp,totalpris,pris totalt,bruttobelopp,nettobelopp,köpbelopp,försäljning,intäkt,omsättning,värde",
    "betrag,summe,umsatz,brutto,netto,gesamtpreis,bruttobetrag,nettobetrag,kaufbetrag,erlös,wert",
    "montant,montant ttc,prix total,somme,valeur,ventes,chiffre affaires,importe,monto,precio total,suma,valor,ventas,ingresos,bedrag,omzet,totaalprijs,prijs totaal,brutobedrag,waarde",
  ),
  quantity: names(
    "quantity,qty,quantity ordered,quantity purchased,quantity sold,order quantity,item quantity,item qty,product quantity,units,units sold,units ordered,count,pieces,pcs,lineitem quantity,line item qty",
    "määrä,kpl,lukumäärä,kappalemäärä,tilattu määrä,tuotemäärä,antal,antal enheter,kvantitet",
    "menge,anzahl,stück,stückzahl,stk,bestellmenge,bestellte menge,artikelmenge",
    "quantité,qté,quantité commandée,qté commandée,quantité achetée,nombre unités,nb unités,cantidad,cantidad pedida,unidades,cant,uds,aantal,besteld aantal,hoeveelheid,stuks",
  ),
  price: names(
    "unit price,price,item price,item unit price,product unit price,price each,price per unit,price per item,price per piece,unit amount,unit value,product price,lineitem price,selling price,sale price,sales price,retail price,list price,rate",
    "yksikköhinta,kappalehinta,kpl hinta,à hinta,hinta per kpl,tuotteen hinta,tuotehinta,myyntihinta,hinta,à pris,styckpris,enhetspris,pris per st,artikelpris,försäljningspris,pris",
    "einzelpreis,e preis,stückpreis,stk preis,einheitspreis,preis pro stück,preis je stück,artikelpreis,produktpreis,verkaufspreis,vk preis,preis",
    "prix unitaire,prix unité,pu,prix article,prix produit,prix vente,tarif,prix,precio unitario,precio unidad,precio por unidad,precio ud,precio und,precio artículo,precio producto,precio venta,tarifa,precio,stukprijs,eenheidsprijs,prijs per stuk,prijs per eenheid,artikelprijs,productprijs,verkoopprijs,prijs",
  ),
  status: names(
    "order status,payment status,financial status,status,order state,payment state,transaction status,deal stage,deal status,opportunity stage,opportunity status,invoice status,receipt status,order status id,order status code,status id,status code,order state id",
    "tilauksen tila,maksun tila,tilauksen status,maksun status,tilaustila,maksutila,beställningsstatus,betalningsstatus,betalstatus",
    "bestellstatus,zahlungsstatus,auftragsstatus,bestellung status,zahlung status,rechnungsstatus,statut,statut commande,statut paiement,état commande,état paiement",
    "estado pedido,estado pago,estado orden,bestelstatus,betaalstatus,betalingsstatus,bestelling status",
  ),
  currency: names(
    "currency,currency code,order currency,currency iso,ccy,total price currency code,deal currency,deal currency value",
    "valuutta,valuuttakoodi,valuta,valutakod,währung,währungscode,devise,code devise,monnaie,moneda,código moneda,divisa,valutacode,munteenheid",
  ),
  refunded: names(
    "refunded amount,refund amount,total refunded,refunded,refund,refunds,refund total,order refund amount,refunds total,refunds amount,total refund amount,returned amount",
    "hyvitetty summa,palautettu summa,hyvityssumma,palautussumma,hyvitetty,hyvitys,hyvitykset,palautus,återbetalt belopp,återbetalat belopp,återbetalning,återbetalt,krediterat belopp",
    "erstatteter betrag,erstattungsbetrag,erstattung,erstattungen,erstattet,rückerstattung,rückerstatteter betrag,rückzahlung,gutschrift",
    "montant remboursé,montant remboursement,total remboursé,remboursement,remboursé,importe reembolsado,importe reembolso,monto reembolsado,total reembolsado,reembolso,reembolsado,importe devuelto,devolución,terugbetaald bedrag,totaal terugbetaald,terugbetaling,terugbetaald,restitutie",
  ),
};

/**
 * Names that may just as well mean something else: a `State` is one of an order or of the country, a `Référence` one of an
 * order or of a product, a `Customer` an id or a name. The values must say so, or the column is not taken for it.
 */
export const DOUBTFUL_NAMES: Readonly<Record<"customer" | "order" | "status", readonly string[]>> = {
  customer: names(
    "customer,client,buyer,member,user,shopper,guest,visitor,donor,patron,asiakas,ostaja,tilaaja,kund,köpare,kunde,käufer,besteller,gast,acheteur,cliente,comprador,klant,koper",
  ),
  order: names("référence,viite,referens,referenz,referencia,referentie"),
  status: names("state,stage,phase,vaihe,fas,tila,état,estado,situation,situación,zustand"),
};

/**
 * Names of ids that may be of less or more than a customer, such as one visit, or all of a household: they tell customers
 * apart only where there is no e-mail address.
 */
export const LOOSE_CUSTOMER_IDS: readonly string[] = names(
  "household key,household id,household no,visitor id,visitor no,guest id,person id,subscriber id,loyalty id,loyalty no,loyalty card no,loyalty card id,cust",
);
