import type { Catalogue } from "../en/index.ts";
import { digestChanges, moreCustomers } from "./digest.ts";
import { type GermanGrammar, PERIODS, periodName } from "./grammar.ts";

/** A text and what it means. */
const pair = (text: string, meaning: string): [text: string, meaning: string] => [text, meaning];

/** What is said where the orders have no money, in place of sentences that speak of it; each has the name of what it replaces. */
export function germanWithoutMoney({
  count,
  share,
  day,
  daysDative,
  plural,
  customers,
  orders,
  rows,
  refunds,
}: GermanGrammar): Catalogue["withoutMoney"] {
  const compared = (now: { customers: number }, difference: { customers: number }): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)})`;
  return {
    only: {
      note: "Die Bestellungen haben keine Beträge (--amount none): Kunden werden nur nach Aktualität und Häufigkeit bewertet",
      presetNote:
        "Beträge sagen nur, welche Bestellungen zählen, wegen --amount none: Kunden werden nur nach Aktualität und Häufigkeit bewertet",
      returning: (part) => `${share(part)} von ihnen haben bisher mehr als einmal bestellt.`,
    },
    report: {
      gridLegend: "Jede Zelle: Kunden; der höchste Score ist auf beiden Achsen der beste.",
      whatToDo: "Was zu tun ist, größtes Segment zuerst",
      read: (read) => `${rows(read.rows)} aus ${plural(read.files, "Datei", "Dateien")} gelesen, ohne Beträge.`,
      used: (used) =>
        `${rows(used.rows)} verwendet: ${orders(used.orders)}${used.refunds === 0 ? "" : ` und ${refunds(used.refunds)}`}.`,
      aside: (aside) => `${rows(aside.rows)} ausgelassen: ${aside.reasons}.`,
      returning: "Wiederkehrende Kunden",
      returningShare: (_, amount) => `${customers(amount)} mit zwei oder mehr Bestellungen`,
      segmentFigures: (amount) => customers(amount),
    },
    lead: {
      what: (from, to, amount, placed) =>
        `Vom ${day(from)} bis ${day(to)} ${amount === 1 ? "hat" : "haben"} ${customers(amount)} ${orders(placed)} aufgegeben.`,
    },
    scope: {
      aside: (aside, all, _, reason) =>
        `Ausgelassen: ${count(aside)} von ${rows(all)}; der häufigste Grund: ${reason}.`,
    },
    finding: {
      silent: (amount) => plural(amount, "Kunde bestellt nicht mehr", "Kunden bestellen nicht mehr"),
      totals: (amount, placed) => `${plural(amount, "Kunde hat", "Kunden haben")} ${orders(placed)} aufgegeben`,
    },
    quiet: {
      valuable: (lapseDays, amount) =>
        `${amount === 1 ? "Er hat" : "Sie haben"} seit mehr als ${daysDative(lapseDays)} nicht bestellt; neun von zehn Wiedergekommenen haben nie länger pausiert.`,
      notLost: (_amount, _since) => "",
      none: (lapseDays) => `Kein Kunde ist seit mehr als ${daysDative(lapseDays)} ohne Bestellung`,
    },
    first: {
      spent: () => "",
      groups: { lapsed: "Kunden, die nicht mehr bestellen" },
      none: "Keine Gruppe hat einen Kunden, daher kann keine an erster Stelle stehen.",
      noneClear:
        "In keiner Gruppe haben drei von vier Kunden erst vor Kurzem oder schon lange nicht mehr bestellt, daher steht keine an erster Stelle.",
    },
    segments: {
      intro: () =>
        "Jeder Kunde ist in genau einer Gruppe (einem Segment), nach zwei Dingen: wann Kunden zuletzt bestellt haben und wie oft sie bestellen.",
      mapCaption: "Jeder Balken ist der Anteil der Gruppe an allen Kunden. Die größte Gruppe steht oben.",
      tableIntro: "Die größte Gruppe zuerst. Typisch bedeutet der Median: Die Hälfte hat weniger, die Hälfte mehr.",
    },
    spread: {
      intro:
        "Wo die Kunden in jedem der zwei Maße stehen. Gestrichelte Linien sind die Grenzwerte zwischen einem Score und dem nächsten; die Scores stehen darüber.",
    },
    movement: {
      fell: (amount, _, from) =>
        `${plural(amount, "Kunde hat", "Kunden haben")} nach dem ${day(from)} nicht bestellt und ${amount === 1 ? "ist" : "sind"} in eine tiefere Gruppe gewechselt`,
      rose: (amount, _, from) =>
        `${plural(amount, "Kunde hat", "Kunden haben")} nach dem ${day(from)} bestellt und ${amount === 1 ? "ist" : "sind"} in eine höhere Gruppe gewechselt`,
      largestRises: () => "Die größten Aufstiege mit Bestellung",
      largestFalls: () => "Die größten Abstiege ohne Bestellung",
    },
    terms: {
      order: pair(
        "Bestellung",
        "Alle Zeilen eines Exports mit derselben Bestellnummer. Sie zählt, wenn ihr Status zählt.",
      ),
      score: pair(
        "Score",
        "Der Platz in jedem Maß unter allen Kunden, von 1 aufwärts; der höchste ist der beste. Zwei Scores nebeneinander, etwa 54, sind Aktualität und Häufigkeit.",
      ),
    },
    choice: { windowFor: "das Zeitfenster begrenzt nur die Häufigkeit" },
    compare: {
      title: (from, to) => {
        const side = (one: typeof from): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)})`;
        return `${from.day === null ? "Von" : "Vom"} ${side(from)} bis ${side(to)}`;
      },
      leftSegment: (left, segment) => `${plural(left, "Kunde hat", "Kunden haben")} das Segment „${segment}“ verlassen`,
      moved: ({ up, down, aside }) => {
        const others =
          aside.customers === 0
            ? ""
            : `; weder noch (tiefer trotz Bestellung oder höher ohne Bestellung): ${count(aside.customers)}`;
        return `Dazwischen bestellt und aufgestiegen: ${customers(up.customers)}; nicht bestellt und abgestiegen: ${count(down.customers)}${others}. Ein Segment steht umso höher, je früher es im Schema kommt.`;
      },
      rose: (up, _, down) =>
        `Dazwischen bestellt, mit höherer Summe der Scores: ${customers(up)}; mit niedrigerer Summe: ${count(down)}.`,
      scoreFiles: "Wechsel sagen nur etwas aus, wenn beide Dateien mit denselben Optionen bewertet wurden (--model)",
    },
    explain: {
      ordersSentence: (facts) =>
        `${orders(facts.orders)} ${facts.first === facts.last ? `am ${day(facts.first)}` : `vom ${day(facts.first)} bis ${day(facts.last)}`}.`,
      notCountedFor: (reason, amount) => `${reason}: ${count(amount)}`,
      orderEvent: (_, by, outcome) => `eine Bestellung bis ${day(by)}: ${outcome}`,
    },
    scoring: {
      onlyGrow:
        "Ohne Zeitfenster wächst die Häufigkeit nur, daher fallen ihre Scores mit festen Grenzwerten selten: mit einem --window, das lang genug ist, um zu zeigen, wer ausbleibt, können sie fallen",
    },
    figures: {
      orders: pair("Bestellungen", "Käufe, die zählen: angenommen, kein Test."),
      levels: pair("Stufen", "Der höchste Score von Aktualität und Häufigkeit."),
    },
    sheetColumns: {
      rfm_cell: pair("RF-Zelle", "Die zwei Scores nebeneinander."),
      dimension: pair("Maß", "Aktualität oder Häufigkeit."),
    },
    rankings: { "r+f+m": "Summe R + F" },
    digest: {
      totals: (now) => `${customers(now.customers)}.`,
      nothingNew: (now) =>
        `Nichts Neues: Der letzte Lauf hat denselben Stichtag und dieselbe Zahl von Kunden, ${count(now.customers)}.`,
      corrected: (now, difference) =>
        `Der letzte Lauf hat denselben Stichtag, aber die Daten haben sich seither geändert: ${compared(now, difference)}.`,
      since: (last, now, difference) => `Seit dem letzten Lauf vom ${day(last)}: ${compared(now, difference)}.`,
      period: (said) =>
        `${periodName(said.period)}, ${PERIODS[said.kind].newest}: ${count(said.customers)} ${said.customers === 1 ? "Kunde hat" : "Kunden haben"} bestellt${digestChanges(said.customerChanges, share)}.`,
      moved: (up, down) =>
        `Bestellt und aufgestiegen: ${customers(up.customers)}; nicht bestellt und abgestiegen: ${count(down.customers)}.`,
      changedSegment: ({ segment, entered, left }) =>
        `„${segment}“ ist ${entered > left ? "gewachsen" : "geschrumpft"}: ${count(entered)} dazu, ${count(left)} weg.`,
    },
    ledger: { line: (amount, reason) => `${count(amount)} ${reason}` },
    inspect: { statusRows: (amount) => rows(amount) },
  };
}
