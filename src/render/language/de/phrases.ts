import { atLine, type EvidenceTexts } from "../evidence.ts";

/** How a platform's rows are to be read, by the words of its preset. */
const ROW_MODELS: Readonly<Record<string, string>> = {
  "one row per order, or one row per item with the total repeated":
    "eine Zeile pro Bestellung, oder eine Zeile pro Artikel mit wiederholter Summe",
  "one record per order, with its line items in a list":
    "ein Datensatz je Bestellung, mit ihren Positionen in einer Liste",
  "one row per customer": "eine Zeile pro Kunde",
  "one row per transaction: orders, refunds, fees and transfers":
    "eine Zeile pro Vorgang: Bestellungen, Erstattungen, Gebühren und Auszahlungen",
  "one row per charge": "eine Zeile pro Belastung",
  "one row per line item; everything but the order id and the item is on the order's first row only":
    "eine Zeile pro Position; alles außer Bestellnummer und Artikel steht nur in der ersten Zeile der Bestellung",
  "one row per line item; the order's total, status and dates are on its first row only":
    "eine Zeile pro Position; Summe, Status und Daten der Bestellung stehen nur in ihrer ersten Zeile",
  "one row per transaction; a refund is a negative row that names the payment it refers to":
    "eine Zeile pro Vorgang; eine Erstattung ist eine negative Zeile, die ihre Zahlung nennt",
  "one row per payment; a refund is a negative row of its own that shares the sale's payment id":
    "eine Zeile pro Zahlung; eine Erstattung ist eine eigene negative Zeile mit der Zahlungs-ID des Verkaufs",
  "one row per purchase; there are no order ids": "eine Zeile pro Kauf; es gibt keine Bestellnummern",
  "one row per item, with its line total after discount": "eine Zeile pro Artikel, mit der Zeilensumme nach Rabatt",
  "one row per item, with its line total before discounts and shipping":
    "eine Zeile pro Artikel, mit der Zeilensumme vor Rabatten und Versand",
  "one row per item, with its line total": "eine Zeile pro Artikel, mit der Zeilensumme",
  "one row per item, with its line total; tabs, and quotes are ordinary characters":
    "eine Zeile pro Artikel, mit der Zeilensumme; Tabulatoren, und Anführungszeichen sind gewöhnliche Zeichen",
  "one row per item; a refund is negative rows of its own that share the sale's payment id":
    "eine Zeile pro Artikel; eine Erstattung besteht aus eigenen negativen Zeilen mit der Zahlungs-ID des Verkaufs",
  "one row per item; number, date and e-mail are on every row, the order's totals on its first row only":
    "eine Zeile pro Artikel; Nummer, Datum und E-Mail stehen in jeder Zeile, die Summen der Bestellung nur in ihrer ersten",
  "one row per item; quantity × price; a cancellation is an invoice of its own with negative quantities":
    "eine Zeile pro Artikel; Menge × Preis; eine Stornierung ist eine eigene Rechnung mit negativen Mengen",
  "one row per item; the order's columns are on its first row only (rows without an order number belong to the order above), or on every row":
    "eine Zeile pro Artikel; die Spalten der Bestellung stehen nur in ihrer ersten Zeile (Zeilen ohne Bestellnummer gehören zur Bestellung darüber) oder in jeder",
  "one row per item; the order's total is on each of its rows":
    "eine Zeile pro Artikel; die Summe der Bestellung steht in jeder ihrer Zeilen",
  "one row per order": "eine Zeile pro Bestellung",
  "one row per order, or one row per item; the order's total is on each of its rows":
    "eine Zeile pro Bestellung oder pro Artikel; die Summe der Bestellung steht in jeder ihrer Zeilen",
  "one row per order, without a date": "eine Zeile pro Bestellung, ohne Datum",
  "one row per order; its items are packed into one cell":
    "eine Zeile pro Bestellung; ihre Artikel stehen in einer Zelle",
  "one row per order; amounts and people are in other files":
    "eine Zeile pro Bestellung; Beträge und Personen stehen in anderen Dateien",
  "one row per order; net sales, without tax and shipping":
    "eine Zeile pro Bestellung; Nettoumsatz ohne Steuer und Versand",
  "one row per order; order value − discount + shipping": "eine Zeile pro Bestellung; Bestellwert − Rabatt + Versand",
  "one row per order; totals in the shop's base currency":
    "eine Zeile pro Bestellung; Summen in der Basiswährung des Shops",
  "one row per order; with several items, one row with the order's total, then one row per item without one":
    "eine Zeile pro Bestellung; bei mehreren Artikeln zuerst eine Zeile mit der Summe der Bestellung, dann eine Zeile pro Artikel ohne Summe",
};

const NOTATIONS: Readonly<Record<string, string>> = {
  calendar: "Kalendertag",
  compact: "zusammengeschrieben (JJJJMMTT)",
  "epoch seconds": "Unix-Zeit in Sekunden",
  "epoch milliseconds": "Unix-Zeit in Millisekunden",
  "spreadsheet serial": "Seriennummer der Tabellenkalkulation",
};

/** What else decides about an order, by the words of the presets. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  "test order": "Testbestellung",
  canceled: "storniert",
  cancelled: "storniert",
  memo: "nur ein Vermerk",
  "not captured": "nicht eingezogen",
  "not completed": "nicht abgeschlossen",
  "not paid": "nicht bezahlt",
  "not valid": "nicht gültig",
  "test mode": "Testmodus",
  "payment refused or sent back": "Zahlung abgelehnt oder zurückgegeben",
  return: "Rückgabe",
  visit: "Besuch",
  sale: "Verkauf",
  "test payment": "Testzahlung",
};

/** How exports were understood and why. */
export const EVIDENCE_TEXTS: EvidenceTexts = {
  validUtf8: () => "jede Bytefolge ist gültiges UTF-8",
  damagedUtf8: (bytes) => `gültiges UTF-8 bis auf ${bytes === "1" ? "ein Byte" : `${bytes} Bytes`}`,
  euroSign: () => "kein UTF-8; das Byte des Eurozeichens von ISO-8859-15, keines, das nur Windows-1252 hat",
  notUtf8: () => "kein gültiges UTF-8",
  byteOrderMark: () => "Bytereihenfolge-Marke (BOM)",
  nulBytes: () => "jedes zweite Byte ist NUL",
  option: (option) => `Option ${option}`,
  separatorLine: () => "die erste Zeile der Datei nennt es (sep=)",
  fieldCounts: (agreeing, seen, fields) => `${fields} Felder je Zeile, bei ${agreeing} der ersten ${seen}`,
  platformHas: () => "wie bei der Plattform üblich",
  namedInHeader: (name) => `in der Kopfzeile genannt: „${name}“`,
  byName: () => "am Namen erkannt",
  byStatusValues: () => "an den Werten erkannt: Es sind Statuswörter",
  byNameAlone: () =>
    "am Namen erkannt; ein Name ist das letzte Mittel: Es gibt weder ID noch E-Mail-Adresse noch Telefonnummer",
  byNameAndValues: () => "an Namen und Werten erkannt",
  byValues: () => "an den Werten erkannt: Keine andere Spalte hat solche",
  dayFirst: (value) => `${atLine(value, "Zeile")}: nur mit dem Tag zuerst möglich`,
  monthFirst: (value) => `${atLine(value, "Zeile")}: nur mit dem Monat zuerst möglich`,
  writtenAs: (notation = "") => `Schreibweise: ${NOTATIONS[notation] ?? notation}`,
  platformWrites: () => "wie die Plattform sie immer schreibt",
  sameSource: (file, value) => `${file}, aus derselben Quelle, enthält ${atLine(value, "Zeile")}`,
  oneWay: () => "jedes Datum lässt sich nur auf eine Art lesen",
  decimalPoint: (value) => `${atLine(value, "Zeile")}: Dezimalpunkt`,
  decimalComma: (value) => `${atLine(value, "Zeile")}: Dezimalkomma`,
  typedDates: () => "die Zellen sind Datumswerte",
  typedNumbers: () => "die Zellen sind Zahlen",
  wholeNumbers: () => "nur ganze Zahlen",
  saysUnit: (name) => `${name} sagt es im Namen`,
  rowModel: (title, model = "") => `${title}: ${ROW_MODELS[model] ?? model}`,
  lineAmount: (column) => `${column} ist dem Namen nach ein Zeilenbetrag`,
  addedUp: (file) => `pro Bestellung summiert aus ${file}`,
  oneAmount: () => "keine Bestellung hat zwei Zeilen mit einem Betrag",
  orderTotal: (column) => `${column} ist nach Name und Daten die Summe der Bestellung`,
  differsInEvery: (column) => `${column} unterscheidet sich zwischen den Zeilen jeder Bestellung`,
  insideList: (list) => `steht innerhalb von „${list}“`,
  besideList: (list) => `steht in der Bestellung selbst, nicht innerhalb von „${list}“`,
  differsInSome: (column, orders) =>
    `${column} unterscheidet sich zwischen den Zeilen derselben Bestellung (Bestellungen: ${orders})`,
  notation: (notation = "") => NOTATIONS[notation] ?? notation,
};
