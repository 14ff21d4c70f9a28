import type { Preset } from "./preset.ts";

/**
 * PayPal's activity download: a ledger of signed rows, in which shop payments are one type among many. The type takes the
 * place of a status, so that one that is not known is asked about; a row's own status must say that it is completed.
 */
export const paypal: Preset = {
  name: "paypal",
  title: "PayPal activity download",
  signatures: [
    ["TimeZone", "Gross", "From Email Address"],
    ["Time Zone", "Gross", "From Email Address"],
    ["TimeZone", "Amount", "From Email Address"],
    ["Time Zone", "Amount", "From Email Address"],
    ["Zeitzone", "Brutto", "Absender E-Mail-Adresse"],
  ],
  rowModel: "one row per transaction; a refund is a negative row that names the payment it refers to",
  order: ["Transaction ID", "Transaktionscode"],
  date: ["Date", "Datum"],
  time: ["Time", "Uhrzeit"],
  zone: ["TimeZone", "Time Zone", "Zeitzone"],
  customer: [[["From Email Address", "Absender E-Mail-Adresse"]]],
  contact: {
    email: [["From Email Address", "Absender E-Mail-Adresse"]],
    phone: [["Contact Phone Number"]],
    name: [{ full: ["Name"] }],
    address: [{ country: ["Country Code", "Country"], city: ["Town/City"], zip: ["Zip/Postal Code"] }],
  },
  lines: {
    product: ["Item ID", "Artikelnummer"],
    productName: ["Item Title", "Artikelbezeichnung"],
    quantity: ["Quantity", "Anzahl"],
  },
  refundCustomer: [[["To Email Address", "Empfänger E-Mail-Adresse"]]],
  amounts: [{ per: "order", plus: [["Gross", "Brutto", "Amount"]] }],
  totals: [{ plus: [["Net", "Netto"]], minus: [["Fee", "Gebühr"]] }],
  currency: ["Currency", "Währung"],
  status: ["Type", "Typ"],
  statuses: {
    counts: [
      ...["express checkout payment", "website payment", "mobile payment", "general payment", "ebay auction payment"],
      ...["preapproved payment bill user payment", "subscription payment", "recurring payment", "donation payment"],
      ...[
        "web accept payment received",
        "shopping cart payment received",
        "payment received",
        "virtual terminal payment",
      ],
      ...["direct credit card payment", "direct payment", "invoice payment", "paypal here payment", "checkout payment"],
      ...["payment refund", "refund", "payment reversal", "chargeback", "chargeback reversal"],
      ...[
        "paypal express zahlung",
        "express checkout zahlung",
        "website zahlung",
        "handyzahlung",
        "allgemeine zahlung",
      ],
      ...[
        "zahlung im einzugsverfahren mit zahlungsrechnung",
        "abonnementzahlung",
        "ebay auktionszahlung",
        "zahlung erhalten",
      ],
      ...["rückzahlung", "zahlungsrückbuchung"],
    ],
    doesNotCount: [
      ...["general authorization", "authorization", "void of authorization", "order", "invoice sent", "request sent"],
      ...["account hold for open authorization", "reversal of general account hold", "general hold", "payment hold"],
      ...["general hold release", "payment release", "payment review hold", "payment review release"],
      ...["hold on balance for dispute investigation", "cancellation of hold for dispute resolution"],
      ...["hold on available balance", "release of hold on available balance"],
      ...[
        "general withdrawal",
        "general withdrawal bank account",
        "user initiated withdrawal",
        "general card withdrawal",
      ],
      ...[
        "bank deposit to pp account",
        "general card deposit",
        "general credit card deposit",
        "general credit card withdrawal",
      ],
      ...["reversal of ach deposit", "reversal of ach withdrawal transaction"],
      ...["general currency conversion", "user initiated currency conversion"],
      ...[
        "tax collected by partner",
        "partner fee",
        "chargeback fee",
        "dispute fee",
        "mass pay payment",
        "mass payment",
      ],
      ...["allgemeine autorisierung", "einbehaltung für offene autorisierung", "rückbuchung allgemeiner einbehaltung"],
      ...["allgemeine abbuchung", "allgemeine abbuchung bankkonto", "von nutzer eingeleitete abbuchung"],
      ...[
        "allgemeine abbuchung von kreditkarte",
        "allgemeine gutschrift auf kreditkarte",
        "bankgutschrift auf paypal konto",
      ],
      ...["rückbuchung von ach gutschrift", "allgemeine währungsumrechnung"],
    ],
  },
  rules: [
    {
      column: ["Status"],
      when: { isNot: ["completed", "abgeschlossen"] },
      means: "does not count",
      word: "not completed",
    },
    {
      column: ["Balance Impact", "Auswirkung auf Guthaben"],
      when: { is: ["memo"] },
      means: "does not count",
      word: "memo",
    },
  ],
  reference: {
    from: ["Reference Txn ID", "Zugehöriger Transaktionscode"],
    to: ["Transaction ID", "Transaktionscode"],
  },
};
