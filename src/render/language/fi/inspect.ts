import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";
import { PHRASES, RULE_WORDS } from "./phrases.ts";

/** What `rfm inspect` says. */
export function finnishInspect({ count, money, plural, rows }: FinnishGrammar): Catalogue["inspect"] {
  return {
    columns: {
      files: "tiedostot",
      topic: "asia",
      understood: "tulkinta",
      evidence: "peruste",
      option: "muuta valinnalla",
      finding: "havainto",
      value: "arvo",
    },
    topics: {
      files: "tiedostot",
      tables: "taulut",
      platform: "alusta",
      kind: "tiedostotyyppi",
      encoding: "merkistö",
      delimiter: "erotin",
      header: "otsikkorivi",
      customer: "asiakas",
      order: "tilausnumero",
      date: "päivämäärä",
      amount: "summa",
      refunded: "hyvitetty",
      status: "tila",
      alsoDecides: "vaikuttaa myös",
      currencyColumn: "valuutta",
      dates: "päivämäärät",
      decimal: "desimaalimerkki",
      amountIs: "summa on",
      margin: "ostojen arvo",
      marginIs: "kate on",
      costIs: "kustannus on",
      currency: "valuutta",
      statusCounts: "tila, lasketaan",
      statusDoesNot: "tila, ei lasketa",
    },
    allFiles: "kaikki",
    files: (files, amount) => `${plural(files, "tiedosto", "tiedostoa")}, ${rows(amount)}`,
    readers: {
      scanner: "luettu nopealla lukijalla",
      tolerant: "luettu joustavalla lukijalla",
      typed: "päivämäärät ja luvut sellaisina kuin ne ovat tiedostossa",
    },
    gzip: (encoding) => `${encoding}, gzip`,
    dayFirst: (notation) => `${notation}, päivä ensin`,
    monthFirst: (notation) => `${notation}, kuukausi ensin`,
    point: "piste",
    comma: "pilkku",
    orderTotal: "tilauksen summa, lasketaan kerran",
    agrees: (formula, agreeing, all) => `sama kuin ${formula} ${count(agreeing)} rivillä ${count(all)} rivistä`,
    lineAmount: "rivin summa, lasketaan yhteen",
    marginOf: (column) => `kate: ${column}`,
    amountLessCost: (column) => `kate: summa − ${column}`,
    none: "ei ole",
    inOtherTable: "liitetyssä taulussa",
    and: " ja ",
    orElse: ", muuten ",
    rule: (word, column) => `${RULE_WORDS[word] ?? word}: ${column}`,
    ruleWhen: (when, values, means) => {
      const condition = {
        filled: "jos siinä on arvo",
        blank: "jos se on tyhjä",
        is: `jos se on ${values.join(" tai ")}`,
        "is not": `jos se ei ole ${values.join(" tai ")}`,
      }[when];
      const effect = { counts: "lasketaan", test: "testitilaus", "does not count": "ei lasketa" }[means];
      return `${condition}: ${effect}`;
    },
    joinedBy: (part, key, ordersKey) => `${part}, avain ”${key}”${key === ordersKey ? "" : ` = ”${ordersKey}”`}`,
    parts: {
      amounts: "tilausten summat",
      lines: "rivit, joiden summat ovat jo tilauksilla",
      customers: "asiakkaat",
    },
    ordersTable: "tilaukset",
    partners: (found) =>
      `${found.rowsWithout === 0 ? "jokaisella rivillä on tilaus" : `ilman tilausta ${count(found.rowsWithout)}/${rows(found.rows)}`}; ` +
      (found.ordersWithout === 0
        ? "jokaisella tilauksella on rivi"
        : `ilman riviä ${plural(found.ordersWithout, "tilaus", "tilausta")}`),
    ownCustomer: (column) => `asiakas on sen ”${column}”`,
    amountsAgree: (agreeing, orders) =>
      `summat täsmäävät laskettaviin ${count(agreeing)} tilauksessa ${count(orders)} tilauksesta`,
    byColumnNames: "sarakkeiden nimien perusteella",
    unknownPlatform: "tuntematon",
    byNamesAndValues: "sarakkeet nimien ja arvojen perusteella",
    byHeader: "otsikkorivin perusteella",
    noHeader: (columns) => `ei ole, ${plural(columns, "sarake", "saraketta")} valinnan --columns mukaan`,
    headerLine: (line, columns) => `rivi ${line}, ${plural(columns, "sarake", "saraketta")}`,
    headerRow: (row, columns) => `rivi ${row}, ${plural(columns, "sarake", "saraketta")}`,
    named: (columns) => `${plural(columns, "sarake", "saraketta")}, nimet tiedostosta`,
    kinds: { workbook: "Excel-työkirja", parquet: "Parquet-tiedosto", json: "JSON-tietueita" },
    inSheet: (kind, name) => `${kind}, taulukko ”${name}”`,
    otherSheets: (names) =>
      names.length === 0 ? "" : `muut taulukot, joilla on rivejä: ${names.map((name) => `”${name}”`).join(", ")}`,
    notNamed: "ei mainittu",
    blankStatus: "(tyhjä)",
    statusRows: (amount, worth) => `${rows(amount)}, ${money(worth)}`,
    delimiters: { ",": "pilkku", ";": "puolipiste", "\t": "sarkain", "|": "pystyviiva" },
    phrases: PHRASES,
    firstOrder: "ensimmäinen tilaus",
    lastOrder: "viimeinen tilaus",
    emptyMonths: "kuukaudet ilman tilauksia",
    medianOrder: "mediaanitilaus",
    overTimes: (factor) => `yli ${factor} kertaa mediaani`,
    outliers: (amount) => plural(amount, "tilaus tai hyvitys", "tilausta tai hyvitystä"),
    outlierAt: (net, file, line) => `${money(net)}: ${file}, rivi ${line}`,
    notAlike: "Tiedostoja ei tulkittu samalla tavalla, joten yksi komento ei kiinnitä niitä kaikkia.",
    pinned: "Näin myöhemmät tiedostot luetaan täsmälleen samoin:",
    config: (exports) => `rfm init ${exports} kirjoittaa samat valinnat asetustiedostoon, jota rfm run käyttää.`,
  };
}
