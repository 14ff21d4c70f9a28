import type { Catalogue } from "../en/index.ts";
import { signOf } from "../signed-share.ts";
import type { GermanGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** The report as text and Markdown. */
export function germanReport({
  count,
  money,
  share,
  day,
  plural,
  customers,
  orders,
  rows,
  refunds,
  oneDecimal,
  minus,
}: GermanGrammar): Catalogue["report"] {
  return {
    title: (exports, asOf) => `Kundenbericht: ${exports}, Stichtag ${day(asOf)}`,
    standardInput: "Standardeingabe",
    written: (file) => `Bericht in ${file} geschrieben`,
    reading: "Was gelesen und was ausgelassen wurde",
    headline: "Wichtigste Zahlen",
    segments: "Segmente",
    grid: "Kunden nach den Scores von Aktualität und Häufigkeit",
    gridLegend: "Jede Zelle: Kunden und ihr Anteil am Umsatz; der höchste Score ist auf beiden Achsen der beste.",
    cutPoints: "Grenzwerte",
    retention: (kind) => `Kundenbindung nach ${PERIODS[kind].one}`,
    whatToDo: "Was zu tun ist, größter Umsatz zuerst",
    notes: "Hinweise",
    noNotes: "Keine.",
    developed: "Wie es sich entwickelt hat",
    more: "Mit --full: Scores, Grenzwerte, Kohorten, Wechsel und was mit jedem Segment zu tun ist. Mit -o report.html: die Seite.",
    read: (read) =>
      `${rows(read.rows)} aus ${plural(read.files, "Datei", "Dateien")} gelesen, Wert ${money(read.worth)}${read.currency}.`,
    used: (used) => {
      const reduced =
        used.reduced === 0 ? "" : ` (${count(used.reduced)} teilweise erstattet, ${money(used.takenOff)})`;
      const back = used.refunds === 0 && used.reduced > 0 ? "keine gesonderte Erstattung" : refunds(used.refunds);
      return `${rows(used.rows)} verwendet: ${orders(used.orders)}${reduced} und ${back}, netto ${money(used.net)}${used.currency}.`;
    },
    nothingAside: "Keine Zeile wurde ausgelassen.",
    aside: (aside) => `${rows(aside.rows)} ausgelassen, Wert ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
    covers: (from, to, windowStart) =>
      `Bestellungen vom ${day(from)} bis ${day(to)}; ${windowStart === null ? "alle zählen" : `das Zeitfenster beginnt am ${day(windowStart)}`}.`,
    asOf: (asOf, isGiven) =>
      `Stichtag ${day(asOf)}, ${isGiven ? "mit --as-of angegeben" : "der neueste Tag in den Daten (--as-of wählt einen anderen)"}.`,
    customers: "Kunden",
    orders: "Bestellungen",
    revenue: "Umsatz nach Erstattungen",
    averageOrder: "Ø Bestellwert",
    returning: "Umsatz von wiederkehrenden Kunden",
    returningShare: (fraction, amount) =>
      `${fraction === null ? "–" : share(fraction)} (${customers(amount)} mit zwei oder mehr Bestellungen)`,
    frequencyScore: (score) => `Häufigkeit ${score}`,
    shortFrequencyScore: (score) => `F ${score}`,
    recencyScore: (score) => `Aktualität ${score}`,
    score: "Score",
    measures: {
      recency: "Tage seit der letzten Bestellung",
      frequency: "Bestellungen",
      monetary: "Ausgaben netto",
    },
    byRank: "nach Rang",
    byCell: "nach Zelle",
    anyValue: "alle",
    upTo: (value) => `bis ${value}`,
    over: (value) => `über ${value}`,
    orMore: (value) => `${value} oder mehr`,
    segmentFigures: (amount, revenue) => `${customers(amount)}, ${money(revenue)}`,
    trend: {
      customers: "Kunden",
      revenue: "Umsatz",
      periods: (first, last) => `${first} bis ${last}`,
      range: (low, high) => `Tiefstwert ${low}, Höchstwert ${high}`,
      notDrawn: "(nicht gezeichnet: Balken brauchen zwei Zeiträume über null und keinen darunter)",
      partial: (kind) => `* unvollständig (${PERIODS[kind].one}), zählt nicht für Tiefst- und Höchstwert.`,
      unknown: (kind) => `? ohne Daten (${PERIODS[kind].one}).`,
    },
    avoid: (text) => `Vermeiden: ${text}`,
    watch: (text) => `Beobachten: ${text}`,
    latest: {
      title: "Was sich geändert hat",
      before: "Zeitraum davor",
      change: "Änderung",
      yearBefore: "ein Jahr davor",
      changeOnYear: "Änderung zum Vorjahr",
      year: (revenue, change, kind) => {
        const [of, to] = kind === "week" ? ["52\u00A0Wochen", "52\u00A0Wochen"] : ["12\u00A0Monate", "12\u00A0Monaten"];
        const than =
          change === 0 ? "gleich wie in" : `${change > 0 ? "▲" : "▼"}\u00A0${share(Math.abs(change))} gegenüber`;
        return `Umsatz der letzten ${of}: ${revenue}, ${than} den ${to} davor`;
      },
      points: (tenths) => `${signOf(tenths, { minus })}${oneDecimal(Math.abs(tenths) / 10)}\u00A0%-Pkt.`,
    },
    ownCutPoints:
      "Diese Grenzwerte stammen von den Kunden in diesem Bericht; andere Daten oder ein anderer Stichtag ergeben andere.",
    distributions: "Wie sich die Maße verteilen",
    concentration: "Wer den Umsatz bringt",
    brings: (fifth, half) =>
      `${fifth.customers === 1 ? "Der Kunde" : `Die ${count(fifth.customers)} Kunden`} mit den höchsten Ausgaben (${share(fifth.customerShare)} aller) ${fifth.customers === 1 ? "bringt" : "bringen"} ${share(fifth.revenueShare)} des Umsatzes; ` +
      `${count(half.customers)} (${share(half.customerShare)}) ${half.customers === 1 ? "bringt" : "bringen"} die Hälfte.`,
    negativeCustomers: (amount) => `${plural(amount, "Kunde hat", "Kunden haben")} mehr zurückgeschickt als gekauft.`,
    tooFewToShare: "Weniger als fünf Kunden: Anteile am Umsatz sagen noch wenig.",
    noRevenue: "Es gibt keinen Umsatz zu verteilen: Die Erstattungen sind so hoch wie die Käufe oder höher.",
    largest: "die größten",
    topCustomers: (amount) =>
      amount === 1 ? "Der Kunde mit den höchsten Ausgaben" : `Die ${count(amount)} Kunden mit den höchsten Ausgaben`,
    cohorts: (kind) => `Wer wieder kauft, nach ${PERIODS[kind].one} der ersten Bestellung`,
    repeat: "Wer wiederkommt, und wann",
    olderCohorts: (amount) =>
      `${plural(amount, "ältere Kohorte", "ältere Kohorten")} nicht gezeigt; rfm cohorts enthält alle.`,
    movement: "Wer das Segment gewechselt hat",
    movedBetween: (from, to) =>
      `Vom ${day(from)} bis ${day(to)}. Beide Tage sind mit den Grenzwerten vom ${day(to)} bewertet, daher geht jeder Wechsel auf den Kunden selbst zurück.`,
    columns: {
      customer: "Kunde",
      spend: "Ausgaben",
      orders: "Bestellungen",
      lastOrder: "letzte Bestellung",
      segment: "Segment",
      customers: "Kunden",
      ofCustomers: "der Kunden",
      revenue: "Umsatz",
      ofRevenue: "des Umsatzes",
      file: "Datei",
      bytes: "Byte",
      rows: "Zeilen",
      sha256: "SHA-256",
    },
    noMovement: {
      ranked: "Nicht gezeigt: Scores nach Rang haben keine Grenzwerte, um einen früheren Tag zu bewerten.",
      "too early":
        "Einen Zeitraum vor dem Stichtag hatte noch kein Kunde gekauft, daher gibt es keine Wechsel zu zeigen.",
    },
  };
}
