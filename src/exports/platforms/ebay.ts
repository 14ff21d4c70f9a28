import type { Preset } from "./preset.ts";

/**
 * eBay's orders report: an order of several items has a row with its total first, then one row per item without one. Tax
 * that eBay collects and keeps is in the total where the report says so; it is the seller's no more than Etsy's is.
 */
export const ebay: Preset = {
  name: "ebay",
  title: "eBay orders report",
  signatures: [
    ["Sales Record Number", "Buyer Username"],
    ["Verkaufsprotokollnummer", "Nutzername des Käufers"],
    ["Verkaufsprotokollnummer", "Mitgliedsname"],
  ],
  rowModel: "one row per order; with several items, one row with the order's total, then one row per item without one",
  order: ["Order Number", "Bestellnummer"],
  orderFallback: ["Sales Record Number", "Verkaufsprotokollnummer"],
  date: ["Sale Date", "Verkauft am", "Verkaufsdatum"],
  customer: [[["Buyer Username", "Nutzername des Käufers", "Mitgliedsname"]]],
  contact: {
    email: [["Buyer Email", "E-Mail des Käufers"]],
    phone: [["Ship To Phone", "Post To Phone"]],
    name: [{ full: ["Buyer Name", "Name des Käufers"] }],
    address: [
      { country: ["Buyer Country", "Land des Käufers"], city: ["Buyer City"], zip: ["Buyer Zip", "Buyer Postcode"] },
      {
        country: ["Ship To Country", "Post To Country"],
        city: ["Ship To City", "Post To City"],
        zip: ["Ship To Zip", "Post To Postcode"],
      },
    ],
  },
  lines: {
    product: ["Item Number", "Artikelnummer"],
    productName: ["Item Title", "Artikelbezeichnung", "Angebotstitel"],
    quantity: ["Quantity", "Anzahl", "Stückzahl"],
    unitPrice: ["Sold For", "Verkauft für"],
    payment: ["Payment Method", "Zahlungsmethode"],
  },
  amounts: [
    {
      per: "order",
      plus: [["Total Price", "Gesamtbetrag", "Gesamtpreis"]],
      minusWhere: [
        {
          column: ["eBay Collected Tax", "eBay Collected Sales Tax"],
          where: ["eBay Collected Tax Included in Total", "eBay Collected Tax and Fees Included in Total"],
          is: ["yes", "y", "true"],
        },
      ],
    },
  ],
  rules: [
    {
      column: ["Paid On Date", "Zahlungsdatum", "Bezahlt am", "Bezahldatum"],
      when: "blank",
      means: "does not count",
      word: "not paid",
    },
  ],
};
