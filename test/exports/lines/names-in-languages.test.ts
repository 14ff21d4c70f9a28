/**
 * The columns of line items under the names that shops give them, in each of the seven languages: written down by hand, not
 * taken from the program's lists. Each row of names is one file.
 */
import { describe, expect, it } from "vitest";
import { readFiles } from "../../support/read-csv.ts";

/** Order, customer, date; then product code, name, category, quantity, unit price, discount, coupon, channel. */
type Names = readonly string[];

const NAMES: Readonly<Record<string, readonly Names[]>> = {
  English: [
    "Order ID,Customer ID,Order date,SKU,Product name,Category,Quantity,Unit price,Discount,Coupon code,Channel".split(
      ",",
    ),
    "order_no,customer_no,date,product_code,product,product_category,qty,price,discount_amount,voucher_code,sales_channel".split(
      ",",
    ),
    "Order number,Customer number,Created at,Item number,Item name,Product type,Units,Item price,Total discount,Promo code,Source".split(
      ",",
    ),
    "invoice_no,client_id,invoice_date,article_number,article,category_name,quantity_ordered,unit_price_incl_tax,line_discount,discount_code,order_source".split(
      ",",
    ),
  ],
  German: [
    "Bestellnummer,Kundennummer,Bestelldatum,Artikelnummer,Artikelbezeichnung,Kategorie,Menge,Einzelpreis,Rabatt,Gutscheincode,Vertriebskanal".split(
      ",",
    ),
    "Auftragsnr.,Kunden-Nr.,Datum,Art.-Nr.,Artikel,Warengruppe,Anzahl,Stückpreis,Rabattbetrag,Rabattcode,Verkaufskanal".split(
      ",",
    ),
    "Bestell-ID,Kunden-ID,Bestellt am,Produkt-ID,Produktname,Produktkategorie,Stück,Preis,Nachlass,Aktionscode,Kanal".split(
      ",",
    ),
    "Rechnungsnummer,Kundennr,Rechnungsdatum,Artikelcode,Bezeichnung,Artikelgruppe,Stückzahl,E-Preis,Rabattsumme,Gutschein,Herkunft".split(
      ",",
    ),
  ],
  Swedish: [
    "Ordernummer,Kundnummer,Orderdatum,Artikelnummer,Artikelnamn,Kategori,Antal,Styckpris,Rabatt,Rabattkod,Försäljningskanal".split(
      ",",
    ),
    "Ordernr,Kundnr,Datum,Artikelnr,Benämning,Varugrupp,Antal,À-pris,Rabattbelopp,Kampanjkod,Kanal".split(","),
    "Beställningsnummer,Kund-id,Beställningsdatum,Art.nr,Produkt,Produktkategori,Kvantitet,Pris,Radrabatt,Kupongkod,Källa".split(
      ",",
    ),
    "Fakturanummer,Kundkod,Fakturadatum,Produktkod,Produktnamn,Produktgrupp,Antal (st),Enhetspris,Rabattsumma,Kupong,Trafikkälla".split(
      ",",
    ),
  ],
  Finnish: [
    "Tilausnumero,Asiakasnumero,Tilauspäivä,Tuotekoodi,Tuotenimi,Kategoria,Määrä,Yksikköhinta,Alennus,Alennuskoodi,Myyntikanava".split(
      ",",
    ),
    "Tilausnro,Asiakasnro,Päivämäärä,Tuotenumero,Tuote,Tuoteryhmä,Kpl,A-hinta,Alennuksen määrä,Kuponki,Kanava".split(
      ",",
    ),
    "Tilauksen numero,Asiakastunnus,Pvm,Tuotenro,Tuotteen nimi,Tuotekategoria,Kappalemäärä,Kappalehinta,Rivialennus,Kampanjakoodi,Tilauskanava".split(
      ",",
    ),
    "Laskunumero,Asiakas-ID,Laskun päivämäärä,Nimiketunnus,Nimike,Tuoteluokka,Lukumäärä,Hinta,Alennus yhteensä,Kuponkikoodi,Lähde".split(
      ",",
    ),
  ],
  French: [
    "N° de commande,N° client,Date de commande,Référence produit,Nom du produit,Catégorie,Quantité,Prix unitaire,Remise,Code promo,Canal de vente".split(
      ",",
    ),
    "Numéro de commande,Numéro client,Date,Réf. article,Désignation,Catégorie de produit,Qté,PU,Montant de la remise,Code de réduction,Canal".split(
      ",",
    ),
    "ID commande,ID client,Date d’achat,Code article,Article,Famille,Quantité commandée,Prix,Réduction,Bon de réduction,Source".split(
      ",",
    ),
    "Commande,Identifiant client,Créé le,SKU,Libellé,Rayon,Nombre d’unités,Prix unitaire TTC,Rabais,Coupon,Origine".split(
      ",",
    ),
  ],
  Spanish: [
    "Número de pedido,ID de cliente,Fecha de pedido,Código de producto,Nombre del producto,Categoría,Cantidad,Precio unitario,Descuento,Código de descuento,Canal de venta".split(
      ",",
    ),
    "Nº de pedido,Nº de cliente,Fecha,Referencia,Producto,Categoría del producto,Unidades,Precio,Importe del descuento,Cupón,Canal".split(
      ",",
    ),
    "ID pedido,Código de cliente,Fecha de compra,Código de artículo,Artículo,Familia,Uds.,Precio por unidad,Dto.,Código promocional,Origen".split(
      ",",
    ),
    "Pedido,Cliente ID,Fecha de creación,SKU,Descripción,Familia de producto,Cant.,Precio ud.,Descuento total,Código de cupón,Fuente".split(
      ",",
    ),
  ],
  Dutch: [
    "Ordernummer,Klantnummer,Orderdatum,Artikelnummer,Artikelomschrijving,Categorie,Aantal,Stukprijs,Korting,Kortingscode,Verkoopkanaal".split(
      ",",
    ),
    "Bestelnummer,Klant-ID,Besteldatum,Productcode,Productnaam,Productgroep,Aantal stuks,Prijs per stuk,Kortingsbedrag,Actiecode,Kanaal".split(
      ",",
    ),
    "Bestelnr.,Klantnr.,Datum,Artikelnr.,Omschrijving,Artikelgroep,Hoeveelheid,Prijs,Totale korting,Couponcode,Bron".split(
      ",",
    ),
    "Factuurnummer,Klantcode,Factuurdatum,Artikelcode,Product,Productcategorie,Stuks,Eenheidsprijs,Regelkorting,Waardebon,Herkomst".split(
      ",",
    ),
  ],
};

const ROWS = [
  ["1001", "C17", "2026-03-14", "A-1", "Blue mug", "Kitchen", "2", "12.50", "5.00", "SPRING", "web"],
  ["1001", "C17", "2026-03-14", "T-9", "Green tea", "Drinks", "1", "7.25", "0.00", "", "web"],
  ["1002", "C18", "2026-03-15", "T-9", "Green tea", "Drinks", "3", "7.25", "0.00", "", "shop"],
];

const EXPECTED = {
  lines: [
    ["A-1", "Blue mug", "Kitchen", 2, 25],
    ["T-9", "Green tea", "Drinks", 1, 7.25],
    ["T-9", "Green tea", "Drinks", 3, 21.75],
  ],
  discount: ["yes", "no"],
  coupon: ["SPRING", null],
  channel: ["web", "shop"],
};

const FILES = Object.entries(NAMES).flatMap(([language, files]) =>
  files.map((names, at) => [`${language} ${at + 1}`, names] as const),
);

describe("columns of line items are known by their names", () => {
  it.each(FILES)("in %s", async (_, names) => {
    const header = names.join(";");
    const { orders } = await readFiles(
      { "orders.csv": [header, ...ROWS.map((row) => row.join(";"))] },
      { lines: true },
    );
    const { lines, traits = [] } = orders;
    const trait = (name: string): readonly (string | null)[] => {
      const found = traits.find((one) => one.trait === name);
      return Array.from(
        { length: orders.length },
        (_unused, order) => found?.values[found.codes[order] as number] ?? null,
      );
    };
    const table = Array.from({ length: lines?.length ?? 0 }, (_unused, line) => {
      const product = lines?.products[lines.product[line] as number];
      const quantity = lines?.quantities[lines.quantity[line] as number];
      return [product?.code, product?.name, product?.category, quantity, (lines?.amount[line] as number) / 10_000];
    });
    const found = { discount: trait("discount"), coupon: trait("coupon"), channel: trait("channel") };
    expect({ lines: table, ...found }).toEqual(EXPECTED);
  });
});
