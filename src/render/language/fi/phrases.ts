import { atLine, type EvidenceTexts } from "../evidence.ts";

/** How a platform's rows are to be read, by the words of its preset. */
const ROW_MODELS: Readonly<Record<string, string>> = {
  "one row per order, or one row per item with the total repeated":
    "rivi on tilaus, tai rivi on tuote ja tilauksen summa toistuu jokaisella",
  "one record per order, with its line items in a list": "tietue on tilaus, ja sen rivit ovat luettelona sen sisällä",
  "one row per customer": "rivi on asiakas",
  "one row per transaction: orders, refunds, fees and transfers":
    "rivi on tapahtuma: tilaus, hyvitys, maksu tai tilitys",
  "one row per charge": "rivi on veloitus",
  "one row per line item; everything but the order id and the item is on the order's first row only":
    "rivi on tilausrivi; tilauksen ensimmäisellä rivillä on kaikki, muilla vain tilausnumero ja tuote",
  "one row per line item; the order's total, status and dates are on its first row only":
    "rivi on tilausrivi; tilauksen summa, tila ja päivät ovat vain sen ensimmäisellä rivillä",
  "one row per transaction; a refund is a negative row that names the payment it refers to":
    "rivi on rahatapahtuma; hyvitys on negatiivinen rivi, joka nimeää maksunsa",
  "one row per payment; a refund is a negative row of its own that shares the sale's payment id":
    "rivi on maksu; hyvitys on oma negatiivinen rivinsä, jolla on myynnin maksutunnus",
  "one row per purchase; there are no order ids": "rivi on osto; tilausnumeroita ei ole",
  "one row per item, with its line total after discount": "rivi on tuote, summa alennuksen jälkeen",
  "one row per item, with its line total before discounts and shipping":
    "rivi on tuote, summa ennen alennuksia ja toimituskuluja",
  "one row per item, with its line total": "rivi on tuote ja sen rivisumma",
  "one row per item, with its line total; tabs, and quotes are ordinary characters":
    "rivi on tuote ja sen rivisumma; sarkaimet, ja lainausmerkit ovat tavallisia merkkejä",
  "one row per item; a refund is negative rows of its own that share the sale's payment id":
    "rivi on tuote; hyvitys on omia negatiivisia rivejään, joilla on myynnin maksutunnus",
  "one row per item; number, date and e-mail are on every row, the order's totals on its first row only":
    "rivi on tuote; numero, päivä ja sähköposti ovat joka rivillä, tilauksen summat vain ensimmäisellä",
  "one row per item; quantity × price; a cancellation is an invoice of its own with negative quantities":
    "rivi on tuote; määrä × hinta; peruutus on oma laskunsa, jossa määrät ovat negatiivisia",
  "one row per item; the order's columns are on its first row only (rows without an order number belong to the order above), or on every row":
    "rivi on tuote; tilauksen tiedot ovat vain sen ensimmäisellä rivillä (rivit ilman tilausnumeroa kuuluvat yllä olevaan tilaukseen) tai joka rivillä",
  "one row per item; the order's total is on each of its rows":
    "rivi on tuote; tilauksen summa on jokaisella sen rivillä",
  "one row per order": "rivi on tilaus",
  "one row per order, or one row per item; the order's total is on each of its rows":
    "rivi on tilaus tai tuote; tilauksen summa on jokaisella sen rivillä",
  "one row per order, without a date": "rivi on tilaus ilman päivämäärää",
  "one row per order; its items are packed into one cell": "rivi on tilaus; sen tuotteet ovat yhdessä solussa",
  "one row per order; amounts and people are in other files":
    "rivi on tilaus; rahat ja henkilöt ovat muissa tiedostoissa",
  "one row per order; net sales, without tax and shipping": "rivi on tilaus; nettomyynti ilman veroa ja toimituskuluja",
  "one row per order; order value − discount + shipping": "rivi on tilaus; tilauksen arvo − alennus + toimituskulut",
  "one row per order; totals in the shop's base currency": "rivi on tilaus; summat kaupan perusvaluutassa",
  "one row per order; with several items, one row with the order's total, then one row per item without one":
    "rivi on tilaus; jos tuotteita on useita, ensin rivi tilauksen summalla, sitten rivi kustakin tuotteesta ilman summaa",
};

const NOTATIONS: Readonly<Record<string, string>> = {
  calendar: "kalenteripäivä",
  compact: "yhteen kirjoitettu (vvvvkkpp)",
  "epoch seconds": "Unix-aika sekunteina",
  "epoch milliseconds": "Unix-aika millisekunteina",
  "spreadsheet serial": "taulukkolaskennan sarjanumero",
};

/** What else decides about an order, by the words of the presets. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  "test order": "testitilaus",
  canceled: "peruttu",
  cancelled: "peruttu",
  memo: "pelkkä kirjaus",
  "not captured": "ei veloitettu",
  "not completed": "ei valmis",
  "not paid": "ei maksettu",
  "not valid": "ei kelpaa myynniksi",
  "test mode": "testitila",
  "payment refused or sent back": "maksu evätty tai palautettu",
  "test payment": "testimaksu",
  return: "palautus",
  visit: "käynti",
  sale: "myynti",
};

/** How exports were understood and why. */
export const EVIDENCE_TEXTS: EvidenceTexts = {
  validUtf8: () => "kaikki tavut ovat kelvollista UTF-8:aa",
  damagedUtf8: (bytes) =>
    bytes === "1" ? "UTF-8 yhtä tavua lukuun ottamatta" : `UTF-8 ${bytes} tavua lukuun ottamatta`,
  euroSign: () => "ei UTF-8; ISO-8859-15:n euromerkin tavu, ei yhtään Windows-1252:n omaa",
  notUtf8: () => "ei kelvollista UTF-8:aa",
  byteOrderMark: () => "tavujärjestysmerkki (BOM)",
  nulBytes: () => "joka toinen tavu on NUL",
  option: (option) => `valinta ${option}`,
  separatorLine: () => "tiedoston ensimmäinen rivi kertoo sen (sep=)",
  fieldCounts: (agreeing, seen, fields) => `${fields} kenttää riveillä ${agreeing}/${seen} tiedoston alusta`,
  platformHas: () => "kuten alustalla aina",
  namedInHeader: (name) => `kerrotaan otsikossa: ”${name}”`,
  byName: () => "nimensä perusteella",
  byStatusValues: () => "arvojensa perusteella: ne ovat tilauksen tiloja",
  byNameAlone: () =>
    "nimensä perusteella; nimi on viimeinen keino: tunnusta, sähköpostiosoitetta tai puhelinnumeroa ei ole",
  byNameAndValues: () => "nimensä ja arvojensa perusteella",
  byValues: () => "arvojensa perusteella: muissa sarakkeissa ei ole sellaisia",
  dayFirst: (value) => `${atLine(value, "rivi")}: päivän on oltava ensin`,
  monthFirst: (value) => `${atLine(value, "rivi")}: kuukauden on oltava ensin`,
  writtenAs: (notation = "") => `kirjoitustapa: ${NOTATIONS[notation] ?? notation}`,
  platformWrites: () => "kuten alusta ne aina kirjoittaa",
  sameSource: (file, value) => `tiedostossa ${file}, jolla on sama otsikkorivi, on ${atLine(value, "rivi")}`,
  oneWay: () => "jokaisen päivämäärän voi lukea vain yhdellä tavalla",
  decimalPoint: (value) => `${atLine(value, "rivi")}: desimaalipiste`,
  decimalComma: (value) => `${atLine(value, "rivi")}: desimaalipilkku`,
  typedDates: () => "solut ovat päivämääriä",
  typedNumbers: () => "solut ovat lukuja",
  wholeNumbers: () => "pelkkiä kokonaislukuja",
  saysUnit: (name) => `${name} sanoo sen nimessään`,
  rowModel: (title, model = "") => `${title}: ${ROW_MODELS[model] ?? model}`,
  lineAmount: (column) => `${column} on nimensä perusteella rivin summa`,
  addedUp: (file) => `lasketaan yhteen tilauksittain taulusta ${file}`,
  oneAmount: () => "yhdelläkään tilauksella ei ole kahta riviä, joilla on summa",
  orderTotal: (column) => `${column} on nimensä ja sisältönsä perusteella tilauksen summa`,
  differsInEvery: (column) => `${column} vaihtelee jokaisen tilauksen riveillä`,
  insideList: (list) => `on luettelon ”${list}” sisällä`,
  besideList: (list) => `on tilauksella itsellään, ei luettelon ”${list}” sisällä`,
  differsInSome: (column, orders) => `${column} vaihtelee saman tilauksen riveillä (tilauksia ${orders})`,
  notation: (notation = "") => NOTATIONS[notation] ?? notation,
};
