import { COUNTRY } from "../detect/contacts/contact-names.ts";
import { names } from "../detect/names/name-form.ts";
import type { LineRole } from "./line-role.ts";

/** The roles that have names of their own. */
type NamedRole = Exclude<LineRole, "quantity" | "unitPrice" | "lineTotal" | "lineTax" | "hour">;

/**
 * The names that columns of line items and of orders' traits go by, most telling first: English, then Finnish, Swedish,
 * German, French, Spanish and Dutch. Quantity, price and a line's total are found with the amount.
 */
export const LINE_NAMES: Readonly<Record<NamedRole, readonly string[]>> = {
  product: names(
    "sku,product code,product id,product no,product sku,item sku,lineitem sku,variant sku,item code,item id,item no,stockcode,article no,article code,article id,asin,gtin,ean,upc,isbn,product reference,product ref,item reference,art no",
    "tuotekoodi,tuotenumero,tuotenro,tuotetunnus,tuote id,artikkelinumero,nimikenumero,nimikekoodi,nimiketunnus",
    "artikelnummer,artikelnr,artikel no,artikel id,artikelkod,produktnummer,produktkod,produkt id,varunummer",
    "artikelcode,produktcode,produktnr,produkt no,teilenummer",
    "référence produit,référence article,réf produit,réf article,code produit,code article,identifiant produit,produit no",
    "código producto,código artículo,referencia producto,referencia artículo,ref producto,ref artículo,producto id,cod producto,cod artículo,referencia",
    "productnummer,productcode,productnr",
  ),
  productName: names(
    "product name,product title,product,item name,item title,item description,lineitem name,product description,article name,item,article,description",
    "tuotenimi,tuotteen nimi,tuotekuvaus,tuotteen kuvaus,nimike,tuote,artikkeli",
    "produktnamn,artikelnamn,artikelbenämning,benämning,vara,produkt,artikel",
    "produktname,artikelname,artikelbezeichnung,produktbezeichnung,bezeichnung",
    "nom produit,nom article,libellé produit,libellé article,désignation,libellé,produit",
    "nombre producto,nombre artículo,descripción producto,descripción artículo,producto,artículo,descripción",
    "productnaam,artikelnaam,productomschrijving,artikelomschrijving,omschrijving",
  ),
  category: names(
    "product category,item category,category,category name,product type,product group,product family,item group,department,collection",
    "tuotekategoria,tuoteryhmä,tuoteluokka,tuoteperhe,tuotetyyppi,kategoria,osasto",
    "produktkategori,produktgrupp,artikelgrupp,varugrupp,produkttyp,kategori",
    "produktkategorie,warengruppe,artikelgruppe,produktgruppe,produktfamilie,produkttyp,kategorie",
    "catégorie produit,catégorie article,famille produit,famille article,type produit,catégorie,rayon,famille",
    "categoría producto,categoría artículo,familia producto,familia artículo,tipo producto,categoría,familia",
    "productcategorie,productgroep,artikelgroep,producttype,productsoort,categorie",
  ),
  country: COUNTRY.flatMap((name) => [`billing ${name}`, `customer ${name}`, name, `shipping ${name}`]),
  channel: names(
    "sales channel,channel,order source,order channel,traffic source,utm source,attribution,marketplace,source",
    "myyntikanava,tilauskanava,kanava,markkinapaikka,liikenteen lähde,lähde",
    "försäljningskanal,orderkanal,kanal,marknadsplats,trafikkälla,källa",
    "vertriebskanal,verkaufskanal,bestellkanal,marktplatz,quelle,herkunft",
    "canal vente,canal commande,canal,origine commande,origine,canal venta,canal pedido,origen pedido,origen,fuente",
    "verkoopkanaal,bestelkanaal,kanaal,herkomst,bron",
  ),
  coupon: names(
    "coupon code,coupon,discount code,promo code,promotion code,voucher code,voucher,promotion ids",
    "kuponkikoodi,alennuskoodi,kampanjakoodi,etukoodi,tarjouskoodi,kuponki",
    "rabattkod,kupongkod,kampanjkod,erbjudandekod,kupong",
    "gutscheincode,rabattcode,aktionscode,gutscheinnummer,gutschein",
    "code promo,code réduction,code promotionnel,code avantage,code coupon,bon réduction",
    "código descuento,código promocional,código cupón,cupón descuento,cupón",
    "kortingscode,couponcode,actiecode,vouchercode,kortingsbon,waardebon",
  ),
  payment: names(
    "payment method,payment method title,payment type,payment gateway,payment provider,gateway",
    "maksutapa,betalsätt,betalningssätt,betalningsmetod,zahlungsart,zahlungsmethode,zahlungsweise",
    "mode paiement,moyen paiement,método pago,forma pago,betaalmethode,betaalwijze",
  ),
  discount: names(
    "discount amount,total discount,order discount,cart discount amount,line discount,item discount,lineitem discount,discount value,discounts,discount",
    "alennuksen määrä,alennussumma,alennus yhteensä,rivialennus,rivin alennus,alennukset,alennus",
    "rabattbelopp,rabattsumma,total rabatt,radrabatt,rabattbetrag,rabattsumme,gesamtrabatt,preisnachlass,rabatt,nachlass",
    "montant remise,montant réduction,montant rabais,total remise,remise totale,remise ligne,remises,remise,réduction,rabais",
    "importe descuento,descuento total,descuento línea,descuentos,descuento,importe dto,dto,kortingsbedrag,totale korting,regelkorting,korting",
  ),
};
