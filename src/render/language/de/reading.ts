import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** Notes on what was read. */
export function germanReading({
  count,
  money,
  day,
  plural,
  customers,
  rows,
  orders,
}: GermanGrammar): Catalogue["reading"] {
  const place = (file: string, line: number): string => `${file}, Zeile ${line}`;
  return {
    used: (used, all, asOf, setAside) =>
      `${count(used)} von ${rows(all)} verwendet, Stichtag ${day(asOf)}${setAside === "" ? "" : `; ausgelassen: ${setAside}`}`,
    rejects: (rejected, all, first) =>
      `${count(rejected)} von ${rows(all)} ${rejected === 1 ? "war nicht lesbar und wurde" : "waren nicht lesbar und wurden"} ausgelassen ` +
      `(erste: ${place(first.file, first.line)}, ${first.reason}: ${first.value === "" ? "leer" : `„${first.value}“`}); --rejects DATEI listet sie auf`,
    sameBytes: (name, as) => `${name} ist identisch mit ${as ?? "einer anderen Datei"} und wurde einmal gelesen`,
    ownOutput: (name) => `${name} wurde von rfm geschrieben und übersprungen`,
    notNeeded: (names) =>
      `Übersprungen: ${names.join(", ")}. Nichts darin ist eindeutig ein Betrag oder ein Kunde der Bestellungen`,
    joinedTables: (orderFile, tables) => `Mit den Bestellungen in ${orderFile} verbundene Tabellen: ${tables}`,
    joinedTable: (table, key) => `${table} über „${key}“`,
    amountsElsewhere: (table, agreement) =>
      `Beträge, die nicht zählen, weil die Bestellungen ihre schon haben: ${table}` +
      (agreement === null
        ? ""
        : ` (sie stimmen in ${count(agreement.agreeing)} von ${orders(agreement.orders)} überein)`),
    refundsElsewhere: (table, agreement, sameAs) =>
      `Erstattungen, die nicht zählen, weil ${sameAs === null ? "die Bestellungen ihre" : `${sameAs} sie`} schon ${sameAs === null ? "haben" : "hat"}: ${table} (sie stimmen in ${count(agreement.agreeing)} von ${orders(agreement.orders)} überein)` +
      (sameAs === null ? "; mit --refunded none zählen die der Tabelle an ihren eigenen Tagen" : ""),
    notText: (name) =>
      `${name} ist kein Bestellexport und wurde übersprungen; speichern Sie die Datei als CSV, um sie einzubeziehen`,
    nested: (file, columns) =>
      `${file}: Verschachtelte Werte werden nicht gelesen: ${columns.map((name) => `„${name}“`).join(", ")} ${columns.length === 1 ? "bleibt" : "bleiben"} leer`,
    otherSheets: (file, names) =>
      `${file} wurde gelesen; auch ${names.map((sheet) => `„${sheet}“`).join(", ")} ${names.length === 1 ? "hat" : "haben"} Zeilen: --sheet NAME liest ein anderes Blatt`,
    otherLists: (file, names) =>
      `${file} wurde gelesen; die Datei enthält auch ${names.length === 1 ? "die Liste" : "die Listen"} ${names.map((list) => `„${list}“`).join(", ")}: --sheet NAME liest eine andere Liste`,
    morePages: (file) =>
      `${file}: Laut der letzten Seite folgen weitere Seiten, es fehlen also Bestellungen; exportieren Sie alle Seiten, und lesen Sie sie zusammen ein`,
    passedLists: (file, names) =>
      `${file}: ${names.length === 1 ? "Die Liste" : "Die Listen"} ${names.map((list) => `„${list}“`).join(", ")} innerhalb der Datensätze ${names.length === 1 ? "wurde" : "wurden"} nicht gelesen; eine Option, die eine Spalte einer Liste nennt, etwa --where ${names[0] ?? ""}.NAME=WERT, liest sie`,
    sheetsTogether: (file, names) =>
      `${file}: ${count(names.length)} Blätter mit denselben Spalten wurden gelesen: ${names.map((sheet) => `„${sheet}“`).join(", ")}; --sheet NAME liest eines`,
    noStatus: "Die Exporte haben keine Statusspalte, daher zählt jede Bestellung",
    inCents: (name: string) =>
      `„${name}“ gibt die Beträge dem Namen nach in Cent an, 1050 wird also als 10,50 gelesen: --amount-unit whole liest es als 1.050,00`,
    discountStays: (quantity, price, discount) =>
      `Die Beträge sind „${quantity}“ × „${price}“; „${discount}“ ist nicht abgezogen`,
    ofCustomers: (file) =>
      `Jede Zeile von ${file} ist ein Kunde, keine Bestellung: Zahl der Bestellungen, letzte Bestellung und Ausgaben zählen so, wie sie dort stehen (--table orders liest jede Zeile als Bestellung)`,
    blankStatus: (amount) => `${rows(amount)} ohne Bestellstatus ${amount === 1 ? "zählt" : "zählen"}`,
    noStatusIn: (first, amount) =>
      amount === 1
        ? `${first} hat keine Statusspalte: Jede Bestellung darin zählt, und die Optionen zum Status gelten nicht`
        : `${count(amount)} Dateien haben keine Statusspalte (erste: ${first}): Jede Bestellung darin zählt, und die Optionen zum Status gelten nicht`,
    unmetStatuses: (flag, unmet, amount) =>
      `${flag}: keine Zeile hat ${amount === 1 ? "diesen Status" : "einen dieser Status"}: ${unmet}`,
    noOrderId: (found) =>
      `${found.isEvery ? "Keine Spalte enthält Bestellnummern, daher zählt jede Zeile als eine Bestellung" : `${rows(found.rows)} ohne Bestellnummer ${found.rows === 1 ? "zählt als eine Bestellung" : "zählen als je eine Bestellung"}`}; ` +
      (found.sharing === 0
        ? "keine zwei Zeilen haben denselben Kunden und denselben Tag"
        : `${count(found.sharing)} von ${rows(found.rows)} haben Kunde und Tag mit einer anderen gemeinsam, daher ${found.excess === 1 ? "ist" : "sind"} es vielleicht ${orders(found.excess)} zu viel: ` +
          "nennen Sie die Spalte der Bestellnummern mit --order, oder zählen Sie Kauftage mit --frequency days"),
    sameNames: (names, differing, column) =>
      `Kunden werden nur am Namen erkannt („${column}“): Personen gleichen Namens zählen als eine, und eine Person mit zwei Schreibweisen zählt als zwei; ` +
      (differing === null
        ? `${plural(names, "Name", "Namen")}, ohne Adresse zum Abgleichen`
        : `${count(differing)} von ${plural(names, "Namen", "Namen")} ${differing === 1 ? "kommt" : "kommen"} mit verschiedenen Adressen vor`) +
      "; nennen Sie eine Spalte mit IDs oder E-Mail-Adressen mit --customer, wenn es eine gibt",
    splitLines: (found) =>
      `${rows(found.rows)} im Wert von ${money(found.money)} ${found.rows === 1 ? "gleicht einer Zeile einer anderen Datei und wurde" : "gleichen Zeilen einer anderen Datei und wurden"} einmal gezählt (erste: ${place(found.file, found.line)}); ` +
      "Positionen einer Bestellung, die auf zwei Dateien verteilt wurde, sehen genauso aus: --duplicates keep zählt alle",
    pointZero: "Kunden-IDs wie „17850.0“ werden als 17850 gelesen",
    blankMargins: (blank) =>
      `${rows(blank.rows)} von ${orders(blank.orders)} im Wert von ${money(blank.money)} ${blank.rows === 1 ? "hat" : "haben"} ${blank.kind === "cost" ? "keine Kosten: Sie zählen" : "keine Marge: Sie zählt"} als 0, wodurch die Marge dieser Bestellungen zu ${blank.kind === "cost" ? "hoch" : "niedrig"} wird; füllen Sie die Spalte aus, oder lassen Sie die Zeilen mit --where weg`,
    partlyRefunded: (found) =>
      `${orders(found.orders)} im Wert von ${money(found.money)} ${found.orders === 1 ? "ist" : "sind"} dem Status nach teilweise erstattet, aber nichts sagt, wie viel: ${found.orders === 1 ? "Sie zählt" : "Sie zählen"} in voller Höhe; nennen Sie die Spalte mit den Erstattungen mit --refunded, wenn der Export eine hat`,
    refundedTooMuch: (found) =>
      `Bei ${plural(found.orders, "Bestellung", "Bestellungen")} wurde mehr erstattet, als sie gekostet ${found.orders === 1 ? "hat" : "haben"}, insgesamt ${money(found.money)}: Die Erstattungen können Versand oder Steuer enthalten, die in den Beträgen fehlen, oder die Beträge sind schon um sie verringert`,
    rounded: (amount) =>
      `${plural(amount, "Betrag", "Beträge")} mit mehr als vier Nachkommastellen ${amount === 1 ? "wurde" : "wurden"} gerundet`,
    destroyedIds: (ids) =>
      `${plural(ids.count, "ID", "IDs")} wie „${ids.value}“ (erste: ${place(ids.file, ids.line)}) ${ids.count === 1 ? "wurde" : "wurden"} beschädigt, als die Datei in einer Tabellenkalkulation gespeichert wurde; ` +
      "solche IDs werden nicht verwendet: Exportieren Sie noch einmal, und öffnen Sie die Datei nicht in einer Tabellenkalkulation",
    garbled: (file, line) =>
      `${place(file, line)}: Buchstaben wie „Ã¤“ zeigen, dass der Text im falschen Zeichensatz gelesen wurde, von einem früheren Programm oder hier wegen eines anderen Bytes (--encoding utf-8 liest ihn als UTF-8); derselbe Kunde kann zwei Schreibweisen haben`,
    strays: ({ count: bytes, file, line, character, byte, letter }) => {
      const as = letter === "" ? "" : ` als „${letter}“`;
      const found =
        bytes === 1
          ? `${place(file, line)}, Zeichen ${character}: Das Byte ${byte} ist kein UTF-8 und wurde${as} in Windows-1252 gelesen`
          : `${count(bytes)} Bytes sind kein UTF-8 und wurden in Windows-1252 gelesen (das erste: ${place(file, line)}, Zeichen ${character}: Byte ${byte}${as})`;
      return `${found}; falls das nicht stimmt, exportieren Sie die Datei noch einmal oder nennen Sie ihren Zeichensatz mit --encoding`;
    },
    linked: (groups, largeGroups, largest) =>
      `${customers(groups)}, die unter einer ID und einer E-Mail-Adresse bekannt sind, zusammengeführt${largeGroups === 0 ? "" : `; ${count(largeGroups)} davon ${largeGroups === 1 ? "hat" : "haben"} mehr als zwei Schlüssel (höchstens ${largest})`}`,
    excluded: (found) =>
      found.entriesMet === 0
        ? `--exclude-customers hat keinen Kunden ausgelassen: ${found.entries === 1 ? "der eine Eintrag ist keine ID oder Adresse" : `keiner der ${count(found.entries)} Einträge ist die ID oder Adresse`} eines Kunden in den Exporten`
        : `${count(found.entriesMet)} von ${plural(found.entries, "Eintrag", "Einträgen")} von --exclude-customers ${found.entriesMet === 1 ? "ist" : "sind"} in den Exporten; ${customers(found.customers)} ausgelassen`,
    noExcludedLine: "--exclude-lines hat nichts ausgelassen: Keine Position, die zählt, trifft zu",
    lateAsOf: (asOf, lastDay) =>
      `Der Stichtag ${day(asOf)} liegt mehr als ein Jahr nach dem neuesten Tag in den Daten, dem ${day(lastDay)}: Jeder Kunde sieht abgewandert aus`,
  };
}
