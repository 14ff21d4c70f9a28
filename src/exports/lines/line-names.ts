import { COUNTRY } from "../detect/contacts/contact-names.ts";
import { names } from "../detect/names/column-names.ts";
import type { LineRole } from "./line-role.ts";

/**
 * The names that columns of line items and of orders' traits go by, most telling first: English, then Finnish, Swedish,
 * German, French, Spanish and Dutch. Quantity and price are found with the amount.
 */
export const LINE_NAMES: Readonly<Record<Exclude<LineRole, "quantity" | "unitPrice" | "hour">, readonly string[]>> = {
  product: names(
    "sku,product code,product id,product no,product sku,item sku,lineitem sku,variant sku,item code,item id,item no,stockcode,article no,article code,article id,asin,gtin,ean,upc,isbn",
    "tuotekoodi,tuotenumero,tuotenro,tuotetunnus,tuote id,artikkelinumero,nimikenumero,nimikekoodi",
    "artikelnummer,artikelnr,artikel no,artikel id,artikelkod,produktnummer,produktkod,produkt id,varunummer",
    "artikelcode,produktcode,produktnr,produkt no,teilenummer",
    "référence produit,référence article,réf produit,réf article,code produit,code article,identifiant produit,produit no",
    "código producto,código artículo,referencia producto,referencia artículo,ref producto,producto id",
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
    "product category,item category,category,category name,product type,product group,department,collection",
    "tuotekategoria,tuoteryhmä,tuoteluokka,kategoria,osasto",
    "produktkategori,produktgrupp,varugrupp,kategori",
    "produktkategorie,warengruppe,artikelgruppe,produktgruppe,kategorie",
    "catégorie produit,catégorie article,famille produit,catégorie,rayon",
    "categoría producto,categoría artículo,familia producto,categoría",
    "productcategorie,productgroep,artikelgroep,categorie",
  ),
  country: COUNTRY.flatMap((name) => [`billing ${name}`, `customer ${name}`, name, `shipping ${name}`]),
  channel: names(
    "sales channel,channel,order source,order channel,traffic source,utm source,attribution,marketplace,source",
    "myyntikanava,tilauskanava,kanava,liikenteen lähde,lähde",
    "försäljningskanal,kanal,trafikkälla,källa",
    "vertriebskanal,verkaufskanal,quelle,herkunft",
    "canal vente,canal,canal venta,origen pedido,fuente",
    "verkoopkanaal,kanaal,bron",
  ),
  coupon: names(
    "coupon code,coupon,discount code,promo code,promotion code,voucher code,voucher,promotion ids",
    "kuponkikoodi,alennuskoodi,kampanjakoodi,etukoodi,kuponki",
    "rabattkod,kupongkod,kampanjkod,kupong",
    "gutscheincode,rabattcode,aktionscode,gutschein",
    "code promo,code réduction,code promotionnel,bon réduction",
    "código descuento,código promocional,código cupón,cupón",
    "kortingscode,couponcode,actiecode,vouchercode",
  ),
  payment: names(
    "payment method,payment method title,payment type,payment gateway,payment provider,gateway",
    "maksutapa,betalsätt,betalningssätt,betalningsmetod,zahlungsart,zahlungsmethode,zahlungsweise",
    "mode paiement,moyen paiement,método pago,forma pago,betaalmethode,betaalwijze",
  ),
  discount: names(
    "discount amount,total discount,order discount,cart discount amount,line discount,item discount,lineitem discount,discounts,discount",
    "alennuksen määrä,alennussumma,rivialennus,alennus",
    "rabattbelopp,rabattbetrag,rabatt,nachlass",
    "montant remise,montant réduction,remise,réduction,rabais",
    "importe descuento,descuento,kortingsbedrag,korting",
  ),
};
