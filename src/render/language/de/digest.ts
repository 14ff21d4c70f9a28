import type { DigestChange, DigestDifference, DigestTotals } from "../en/digest.ts";
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { type GermanGrammar, inPeriod, PERIODS, periodName } from "./grammar.ts";

/** How many more, or fewer. */
export function moreCustomers(amount: number, count: PeopleFormats["count"]): string {
  return amount === 0 ? "so viele wie damals" : `${count(Math.abs(amount))} ${amount > 0 ? "mehr" : "weniger"}`;
}

/** How far a figure is from those of earlier periods; empty without one. */
export function digestChanges(all: readonly DigestChange[], share: PeopleFormats["share"]): string {
  const texts = all.map(({ period, change }) =>
    change === 0
      ? `wie ${inPeriod(period)}`
      : `${share(Math.abs(change))} ${change < 0 ? "weniger" : "mehr"} als ${inPeriod(period)}`,
  );
  return texts.length === 0 ? "" : ` (${texts.join(", ")})`;
}

/** What a digest says: what changed since the last set. */
export function germanDigest({ count, money, share, day, customers, listed }: GermanGrammar): Catalogue["digest"] {
  const moreMoney = (amount: bigint): string =>
    amount === 0n
      ? "so viel wie damals"
      : `${money(amount < 0n ? -amount : amount)} ${amount > 0n ? "mehr" : "weniger"}`;
  const totals = ({ customers: amount, revenue, currency }: DigestTotals): string =>
    `${customers(amount)}, Umsatz ${money(revenue)}${currency}`;
  const compared = (now: DigestTotals, difference: DigestDifference): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)}), Umsatz ${money(now.revenue)}${now.currency} (${moreMoney(difference.revenue)})`;
  const changes = (all: readonly DigestChange[]): string => digestChanges(all, share);
  return {
    title: (asOf) => `Was sich geändert hat: Kunden zum ${day(asOf)}`,
    totals: (now) => `${totals(now)}.`,
    first: "Dies ist der erste Lauf: Der nächste wird mit ihm verglichen.",
    unreadable: "Die Datei manifest.json des letzten Laufs ist nicht lesbar, daher wird dieser mit nichts verglichen.",
    otherOptions: (names) =>
      `Der letzte Lauf hatte andere Optionen (${listed(names)}), daher wird dieser nicht mit ihm verglichen.`,
    laterDay: (last) =>
      `Der letzte Lauf ist von einem späteren Tag, dem ${day(last)}, daher wird dieser nicht mit ihm verglichen.`,
    nothingNew: (now) => `Nichts Neues: Der letzte Lauf hat denselben Stichtag und dieselben Zahlen, ${totals(now)}.`,
    corrected: (now, difference) =>
      `Der letzte Lauf hat denselben Stichtag, aber die Daten haben sich seither geändert: ${compared(now, difference)}.`,
    since: (last, now, difference) => `Seit dem letzten Lauf vom ${day(last)}: ${compared(now, difference)}.`,
    period: (said) =>
      `${periodName(said.period)}, ${PERIODS[said.kind].newest}: Umsatz ${money(said.revenue)}${said.currency}${changes(said.revenueChanges)}; ${count(said.customers)} ${said.customers === 1 ? "Kunde hat" : "Kunden haben"} bestellt${changes(said.customerChanges)}.`,
    noPeriod: (kind) => `Noch liegt kein vollständiger Zeitraum vor (${PERIODS[kind].one}).`,
    cameBack: (kind, rate, earlier) => {
      const now = `Von den Kunden ${PERIODS[kind].ofPrevious} kamen ${share(rate)} wieder`;
      if (earlier === null) return `${now}.`;
      const then = `${share(earlier.rate)} ${inPeriod(earlier.period)}`;
      return earlier.isChance
        ? `${now} (${then}): Der Unterschied kann Zufall sein.`
        : `${now} (${then}): mehr, als der Zufall erklärt.`;
    },
    moved: (up, down) =>
      `Bestellt und aufgestiegen: ${customers(up.customers)} (Wert ${money(up.money)}); nicht bestellt und abgestiegen: ${count(down.customers)} (Wert ${money(down.money)}).`,
    changedSegment: ({ segment, entered, left, moneyEntered, moneyLeft }) =>
      `„${segment}“ ist ${entered > left ? "gewachsen" : "geschrumpft"}: ${entered === 0 ? "niemand hinzugekommen" : `${count(entered)} hinzugekommen (Wert ${money(moneyEntered)})`}, ${left === 0 ? "niemand gegangen" : `${count(left)} gegangen (Wert ${money(moneyLeft)})`}.`,
    lapsed: (since, worth, all) =>
      `Bestellen seit dem ${day(since)} nicht mehr${worth === null ? "" : `, Wert ${worth}`}. Die Liste hat alle ${count(all)}, die bisher nicht mehr bestellen.`,
    otherSegments: (amount) =>
      `${amount === 1 ? "Ein weiteres Segment hat" : `${count(amount)} weitere Segmente haben`} sich stärker geändert, als der Zufall erklärt.`,
    noMovement: "Kein Segment hat sich stärker geändert, als der Zufall erklärt.",
    sameCutPoints: "Änderung: beide Tage mit den neuesten Grenzwerten, nicht wie veröffentlicht.",
    ownCutPoints: "Änderung: jeder Lauf wie veröffentlicht, mit den Grenzwerten seines Tages.",
    ofCustomers:
      "Die Exporte haben eine Zeile pro Kunde, daher stehen hier nur Summen und Segmente: Wechsel und Zeiträume brauchen einzelne Bestellungen.",
    sets: (sets, from, to) => `Läufe: ${count(sets)}, wie veröffentlicht, ${day(from)} bis ${day(to)}.`,
    columns: {
      segment: "Segment",
      customers: "Kunden",
      change: "Änderung",
      revenue: "Umsatz",
      trend: "Läufe",
    },
  };
}
