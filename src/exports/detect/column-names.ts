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
 * The names that columns of each role go by, most telling first, as {@link normaliseName} writes them. English first,
 * then Finnish, Swedish, German, French, Spanish and Dutch. `amount` names do not say whether they hold an order's total
 * or a line's: the data must.
 */
export const COLUMN_NAMES: Readonly<Record<Role, readonly string[]>> = {
  customer: names(
    "customer id,customer no,customer number,customer nr,customer code,customer key,client id,user id,buyer id,member id,account id,cust id,customerid,userid,client no,client number,card id",
    "asiakasnumero,asiakas id,asiakastunnus,asiakasnro,kundnummer,kund id,kundnr,kundennummer,kunden id,kundennr,kunden nr,numéro client,n° client,no client,id client,id de cliente,id cliente,número de cliente,klantnummer,klant id,klantnr",
    "customer,client,buyer,member,asiakas,kund,kunde,klant,cliente",
  ),
  email: names(
    "email,e mail,customer email,email address,e mail address,billing email,email billing,contact email,buyer email,user email,client email,mail",
    "sähköposti,sähköpostiosoite,e post,e postadress,epost,e mail adresse,email adresse,adresse e mail,adresse email,courriel,correo electrónico,correo,e mailadres,emailadres",
  ),
  order: names(
    "order id,order no,order number,order nr,order #,order code,order reference,order ref,orderid,ordernumber,invoice no,invoice id,invoice number,invoice,transaction id,transaction no,receipt number,receipt no,receipt id,sales order,order",
    "tilausnumero,tilaus id,tilausnro,laskunumero,ordernummer,order nummer,bestellnummer,bestellnr,auftragsnummer,rechnungsnummer,rechnungsnr,n° de commande,numéro de commande,n° commande,commande,référence,nº de pedido,número de pedido,id de pedido,pedido,bestelnummer,bestel nr",
  ),
  date: names(
    "order date,date ordered,purchase date,invoice date,sale date,sales date,transaction date,order created,order created at,created at,created,date created,creation date,ordered at,purchased at,order time,order datetime,order timestamp,timestamp,datetime,date,day",
    "tilauspäivä,tilauspvm,tilausaika,ostopäivä,päivämäärä,päiväys,pvm,orderdatum,beställningsdatum,datum,bestelldatum,auftragsdatum,kaufdatum,rechnungsdatum,date de commande,date commande,date d'achat,fecha,fecha de pedido,fecha del pedido,besteldatum",
  ),
  orderTotal: names(
    "order total,order amount,order value,grand total,total,total amount,total price,order sum,total paid,amount paid,invoice total,invoice amount,order total amount,total incl tax,total inc tax,total value,gross total",
    "tilaussumma,loppusumma,yhteensä,tilauksen summa,ordersumma,totalsumma,totalt,totalbelopp,gesamtbetrag,gesamtsumme,bestellsumme,rechnungsbetrag,montant total,total ttc,total commande,importe total,total pedido,totaalbedrag,totaal,orderbedrag",
  ),
  lineTotal: names(
    "line total,line amount,item total,line price,row total,extended price,extended amount,line revenue,item revenue,sales",
    "rivisumma,rivin summa,radsumma,radbelopp,positionssumme,zeilenbetrag,total ligne,importe línea,regelbedrag,regeltotaal",
  ),
  amount: names(
    "amount,revenue,value,sum,net amount,gross amount,net sales,gross sales,gross,net,paid,spend,turnover,sale amount,transaction amount,payment amount,monetary value,dollar value",
    "summa,määrä eur,hinta yhteensä,belopp,betrag,summe,umsatz,brutto,netto,montant,montant ttc,importe,monto,bedrag,omzet",
  ),
  quantity: names(
    "quantity,qty,quantity ordered,units,item quantity,number of items,count,pieces,pcs,lineitem quantity,line item quantity",
    "määrä,kpl,lukumäärä,antal,menge,anzahl,stück,quantité,qté,cantidad,aantal,hoeveelheid",
  ),
  price: names(
    "unit price,price,item price,price each,price per unit,unit cost,product price,lineitem price,line item price,sale price,rate",
    "yksikköhinta,hinta,à pris,styckpris,pris,einzelpreis,stückpreis,preis,prix unitaire,prix,precio unitario,precio,stukprijs,eenheidsprijs,prijs",
  ),
  status: names(
    "order status,payment status,financial status,status,state,order state",
    "tilauksen tila,maksun tila,tila,orderstatus,bestellstatus,zahlungsstatus,statut,statut de la commande,état,estado,estado del pedido,bestelstatus",
  ),
  currency: names(
    "currency,currency code,order currency,currency iso,ccy",
    "valuutta,valuta,währung,devise,monnaie,moneda,divisa",
  ),
  refunded: names(
    "refunded amount,amount refunded,refund amount,total refunded,refunded,refund,refunds,refund total,order refund amount",
    "hyvitetty summa,palautettu summa,hyvitys,återbetalt belopp,återbetalning,erstatteter betrag,erstattung,montant remboursé,remboursement,importe reembolsado,reembolso,terugbetaald bedrag",
  ),
};

/** The names in lists separated by commas. */
export function names(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(","));
}

/** A header name as it is compared: words in lower case, separated by one space; `InvoiceNo` is `invoice no`. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/^\ufeff/, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[\s_.\-/:()]+/g, " ")
    .trim();
}
