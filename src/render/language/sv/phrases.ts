import { atLine, type EvidenceTexts } from "../evidence.ts";

/** How a platform's rows are to be read, by the words of its preset. */
const ROW_MODELS: Readonly<Record<string, string>> = {
  "one row per order, or one row per item with the total repeated":
    "en rad per beställning, eller en rad per artikel med summan upprepad",
  "one record per order, with its line items in a list": "en post per beställning, med dess rader i en lista",
  "one row per customer": "en rad per kund",
  "one row per transaction: orders, refunds, fees and transfers":
    "en rad per transaktion: beställningar, återbetalningar, avgifter och överföringar",
  "one row per charge": "en rad per debitering",
  "one row per line item; everything but the order id and the item is on the order's first row only":
    "en rad per orderrad; allt utom ordernummer och artikel står bara på beställningens första rad",
  "one row per line item; the order's total, status and dates are on its first row only":
    "en rad per orderrad; beställningens summa, status och datum står bara på dess första rad",
  "one row per transaction; a refund is a negative row that names the payment it refers to":
    "en rad per transaktion; en återbetalning är en negativ rad som anger sin betalning",
  "one row per payment; a refund is a negative row of its own that shares the sale's payment id":
    "en rad per betalning; en återbetalning är en egen negativ rad med försäljningens betalnings-id",
  "one row per purchase; there are no order ids": "en rad per köp; det finns inga ordernummer",
  "one row per item, with its line total after discount": "en rad per artikel, med radsumman efter rabatt",
  "one row per item, with its line total before discounts and shipping":
    "en rad per artikel, med radsumman före rabatter och frakt",
  "one row per item, with its line total": "en rad per artikel, med radsumman",
  "one row per item, with its line total; tabs, and quotes are ordinary characters":
    "en rad per artikel, med radsumman; tabbar, och citattecken är vanliga tecken",
  "one row per item; a refund is negative rows of its own that share the sale's payment id":
    "en rad per artikel; en återbetalning består av egna negativa rader med försäljningens betalnings-id",
  "one row per item; number, date and e-mail are on every row, the order's totals on its first row only":
    "en rad per artikel; nummer, datum och e-post står på varje rad, beställningens summor bara på den första",
  "one row per item; quantity × price; a cancellation is an invoice of its own with negative quantities":
    "en rad per artikel; antal × pris; en annullering är en egen faktura med negativa antal",
  "one row per item; the order's columns are on its first row only (rows without an order number belong to the order above), or on every row":
    "en rad per artikel; beställningens kolumner står bara på dess första rad (rader utan ordernummer hör till beställningen ovanför) eller på varje rad",
  "one row per item; the order's total is on each of its rows":
    "en rad per artikel; beställningens summa står på var och en av dess rader",
  "one row per order": "en rad per beställning",
  "one row per order, or one row per item; the order's total is on each of its rows":
    "en rad per beställning eller per artikel; beställningens summa står på var och en av dess rader",
  "one row per order, without a date": "en rad per beställning, utan datum",
  "one row per order; its items are packed into one cell": "en rad per beställning; dess artiklar ligger i en cell",
  "one row per order; amounts and people are in other files":
    "en rad per beställning; belopp och personer finns i andra filer",
  "one row per order; net sales, without tax and shipping":
    "en rad per beställning; nettoförsäljning utan skatt och frakt",
  "one row per order; order value − discount + shipping": "en rad per beställning; ordervärde − rabatt + frakt",
  "one row per order; totals in the shop's base currency": "en rad per beställning; summor i butikens basvaluta",
  "one row per order; with several items, one row with the order's total, then one row per item without one":
    "en rad per beställning; vid flera artiklar först en rad med beställningens summa, sedan en rad per artikel utan summa",
};

const NOTATIONS: Readonly<Record<string, string>> = {
  calendar: "kalenderdag",
  compact: "hopskrivet (ååååmmdd)",
  "epoch seconds": "Unix-tid i sekunder",
  "epoch milliseconds": "Unix-tid i millisekunder",
  "spreadsheet serial": "kalkylprogrammets serienummer",
};

/** What else decides about an order, by the words of the presets. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  "test order": "testbeställning",
  canceled: "annullerad",
  cancelled: "annullerad",
  memo: "bara en notering",
  "not captured": "inte debiterad",
  "not completed": "inte slutförd",
  "not paid": "inte betald",
  "not valid": "inte giltig",
  "test mode": "testläge",
  "payment refused or sent back": "betalning nekad eller återsänd",
  return: "retur",
  visit: "besök",
  sale: "försäljning",
  "test payment": "testbetalning",
};

/** How exports were understood and why. */
export const EVIDENCE_TEXTS: EvidenceTexts = {
  validUtf8: () => "varje bytesekvens är giltig UTF-8",
  damagedUtf8: (bytes) => `giltig UTF-8 utom ${bytes === "1" ? "en byte" : `${bytes} byte`}`,
  euroSign: () => "inte UTF-8; byten för eurotecknet i ISO-8859-15, ingen som bara Windows-1252 har",
  notUtf8: () => "inte giltig UTF-8",
  byteOrderMark: () => "byteordningsmärke (BOM)",
  nulBytes: () => "varannan byte är NUL",
  option: (option) => `valet ${option}`,
  separatorLine: () => "filens första rad säger det (sep=)",
  fieldCounts: (agreeing, seen, fields) => `${agreeing} av de första ${seen} raderna har ${fields} fält`,
  platformHas: () => "så som plattformen har det",
  namedInHeader: (name) => `anges i rubrikraden: ”${name}”`,
  byName: () => "efter namnet",
  byStatusValues: () => "efter värdena: de är statusord",
  byNameAlone: () => "efter namnet; ett namn är sista utvägen: det finns varken id, e-postadress eller telefonnummer",
  byNameAndValues: () => "efter namnet och värdena",
  byValues: () => "efter värdena: ingen annan kolumn har sådana",
  dayFirst: (value) => `${atLine(value, "rad")}: dagen måste stå först`,
  monthFirst: (value) => `${atLine(value, "rad")}: månaden måste stå först`,
  writtenAs: (notation = "") => `skrivsätt: ${NOTATIONS[notation] ?? notation}`,
  platformWrites: () => "så som plattformen alltid skriver dem",
  sameSource: (file, value) => `${file}, från samma källa, har ${atLine(value, "rad")}`,
  oneWay: () => "varje datum går bara att läsa på ett sätt",
  decimalPoint: (value) => `${atLine(value, "rad")}: decimalpunkt`,
  decimalComma: (value) => `${atLine(value, "rad")}: decimalkomma`,
  typedDates: () => "cellerna är datum",
  typedNumbers: () => "cellerna är tal",
  wholeNumbers: () => "bara heltal",
  saysUnit: (name) => `${name} säger det i sitt namn`,
  rowModel: (title, model = "") => `${title}: ${ROW_MODELS[model] ?? model}`,
  lineAmount: (column) => `${column} är enligt namnet radens belopp`,
  addedUp: (file) => `summerat per beställning från ${file}`,
  oneAmount: () => "ingen beställning har två rader med belopp",
  orderTotal: (column) => `${column} är enligt namn och data beställningens summa`,
  differsInEvery: (column) => `${column} skiljer sig mellan raderna i varje beställning`,
  insideList: (list) => `står inuti ”${list}”`,
  besideList: (list) => `står i själva beställningen, inte inuti ”${list}”`,
  differsInSome: (column, orders) =>
    `${column} skiljer sig mellan raderna i samma beställning (beställningar: ${orders})`,
  notation: (notation = "") => NOTATIONS[notation] ?? notation,
};
