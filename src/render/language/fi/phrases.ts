import type { Phrases } from "../en/inspect.ts";

/** How a platform's rows are to be read, by the words of its preset. */
const ROW_MODELS: Readonly<Record<string, string>> = {
  "one row per order, or one row per item with the total repeated":
    "rivi on tilaus, tai rivi on tuote ja tilauksen summa toistuu jokaisella",
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

/** A value and where it stands, `"100.00" (line 2)`. */
function atLine(value = ""): string {
  return value.replace(/ \(line (\d+)\)$/, " (rivi $1)");
}

/** How exports were understood and why. */
export const PHRASES: Phrases = [
  [/^every byte sequence is valid UTF-8$/, () => "kaikki tavut ovat kelvollista UTF-8:aa"],
  [
    /^not UTF-8; the byte of ISO-8859-15's euro sign, none of Windows-1252's own$/,
    () => "ei UTF-8; ISO-8859-15:n euromerkin tavu, ei yhtään Windows-1252:n omaa",
  ],
  [/^not valid UTF-8$/, () => "ei kelvollista UTF-8:aa"],
  [/^byte order mark$/, () => "tavujärjestysmerkki (BOM)"],
  [/^NUL bytes in every other place$/, () => "joka toinen tavu on NUL"],
  [/^as (--[a-z-]+) says$/, (option) => `valinta ${option}`],
  [/^the file's first line says so \(sep=\)$/, () => "tiedoston ensimmäinen rivi kertoo sen (sep=)"],
  [
    /^(\d+) of the first (\d+) rows have (\d+) fields$/,
    (agreeing, seen, fields) => `${fields} kenttää riveillä ${agreeing}/${seen} tiedoston alusta`,
  ],
  [/^as the platform has it$/, () => "kuten alustalla aina"],
  [/^named in the header: "(.*)"$/, (name) => `kerrotaan otsikossa: ”${name}”`],
  [/^by its name$/, () => "nimensä perusteella"],
  [/^by its values: they are status words$/, () => "arvojensa perusteella: ne ovat tilauksen tiloja"],
  [
    /^by its name; a name is the last resort: there is no id, e-mail address or telephone number$/,
    () => "nimensä perusteella; nimi on viimeinen keino: tunnusta, sähköpostiosoitetta tai puhelinnumeroa ei ole",
  ],
  [/^by its name and its values$/, () => "nimensä ja arvojensa perusteella"],
  [
    /^by its values: no other column has values like these$/,
    () => "arvojensa perusteella: muissa sarakkeissa ei ole sellaisia",
  ],
  [/^(.+) can only be day first$/s, (value) => `${atLine(value)}: päivän on oltava ensin`],
  [/^(.+) can only be month first$/s, (value) => `${atLine(value)}: kuukauden on oltava ensin`],
  [/^written as (.+)$/, (notation = "") => `kirjoitustapa: ${NOTATIONS[notation] ?? notation}`],
  [/^as the platform always writes them$/, () => "kuten alusta ne aina kirjoittaa"],
  [
    /^(.+), of the same source, has (.*)$/s,
    (file, value) => `tiedostossa ${file}, jolla on sama otsikkorivi, on ${atLine(value)}`,
  ],
  [/^every date reads one way only$/, () => "jokaisen päivämäärän voi lukea vain yhdellä tavalla"],
  [/^(.+) has a decimal point$/s, (value) => `${atLine(value)}: desimaalipiste`],
  [/^(.+) has a decimal comma$/s, (value) => `${atLine(value)}: desimaalipilkku`],
  [/^the dates are typed$/, () => "solut ovat päivämääriä"],
  [/^the numbers are typed$/, () => "solut ovat lukuja"],
  [/^whole numbers only$/, () => "pelkkiä kokonaislukuja"],
  [/^as (.+) has it: (.+)$/, (title, model = "") => `${title}: ${ROW_MODELS[model] ?? model}`],
  [/^(".+") is a line's amount by its name$/s, (column) => `${column} on nimensä perusteella rivin summa`],
  [/^added up for each order from (.+)$/s, (file) => `lasketaan yhteen tilauksittain taulusta ${file}`],
  [/^no order has two rows with an amount$/, () => "yhdelläkään tilauksella ei ole kahta riviä, joilla on summa"],
  [
    /^(".+") is an order's total by its name and data$/s,
    (column) => `${column} on nimensä ja sisältönsä perusteella tilauksen summa`,
  ],
  [/^(".+") differs between the rows of every order$/s, (column) => `${column} vaihtelee jokaisen tilauksen riveillä`],
  [
    /^(".+") differs between the rows of (\d+) orders$/s,
    (column, orders) => `${column} vaihtelee saman tilauksen riveillä (tilauksia ${orders})`,
  ],
  [
    /^(calendar|compact|epoch seconds|epoch milliseconds|spreadsheet serial)$/,
    (notation = "") => NOTATIONS[notation] ?? notation,
  ],
];
