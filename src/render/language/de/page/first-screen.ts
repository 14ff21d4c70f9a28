import type { Catalogue } from "../../en/index.ts";
import { capital, unbroken } from "../../phrasing.ts";
import { signedCount } from "../../signed-share.ts";
import type { GermanGrammar } from "../grammar.ts";
import { PERIODS, periodName, shortPeriodName } from "../grammar.ts";

/** The rest of the page's first screen: what to do first, the newest period, and the groups over time. */
export function germanPageFirstScreen({
  count,
  share,
  day,
  days,
  daysDative,
  periods,
  oneDecimal,
  spentSoFar,
  minus,
}: GermanGrammar): Pick<Catalogue["page"], "first" | "latest" | "overTime"> {
  const pointsOf = (difference: number): string => `${oneDecimal(Math.abs(difference) * 100)}\u00A0%-Punkte`;
  const when = (period: string): string => unbroken(shortPeriodName(period));
  const chance = (isChance: boolean): string => (isChance ? ", kann Zufall sein" : "");
  const signed = (change: number): string => signedCount(change, { count, minus });
  return {
    first: {
      heading: "Was zuerst zu tun ist",
      roles: {
        "win back": "Zurückgewinnen",
        keep: "Halten",
        "second order": "Zweite Bestellung",
        "next order": "Nächste Bestellung",
      },
      groups: {
        lapsed: "gute Kunden, die nicht mehr bestellen",
        "best fifth": "das beste Fünftel der Kunden",
        "ordered once": "Kunden mit nur einer Bestellung",
        notLapsed: "Kunden mit nur einer Bestellung, die noch nicht lange her ist",
      },
      advice: {
        lapsed:
          "Fragen Sie, warum sie nicht mehr bestellen, und machen Sie dann ein persönliches Angebot, das darauf eingeht.",
        "best fifth": "Danken Sie ihnen, zeigen Sie ihnen Neues zuerst und bitten Sie um Bewertungen; keine Rabatte.",
        "ordered once": "Geben Sie ihnen einen Anlass für eine zweite Bestellung.",
      },
      where: (where) => `Gruppen: ${where}.`,
      spent: (money, part, since) =>
        `${capital(spentSoFar(money, since))} ausgegeben${part === null ? "" : `, ${share(part)} des Umsatzes`}.`,
      silentFor: (silent) => `Typischerweise seit ${daysDative(silent)} ohne Bestellung.`,
      mayBeWrittenTo: (amount, all) => {
        if (amount === 0) return "Niemand davon darf angeschrieben werden, die Liste bleibt also leer.";
        if (amount === all)
          return all === 1 ? "Dieser Kunde darf angeschrieben werden." : "Alle dürfen angeschrieben werden.";
        return `${count(amount)} davon ${amount === 1 ? "darf" : "dürfen"} angeschrieben werden; andere stehen nicht auf der Liste.`;
      },
      alsoFirst: (amount) => `${count(amount)} davon ${amount === 1 ? "steht" : "stehen"} auch auf der ersten Liste.`,
      commands:
        "Jeder Befehl schreibt die Liste der Gruppe. Ein Klick wählt ihn aus; führen Sie ihn dort aus, wo die Exporte liegen.",
      none: "Keine Gruppe hat nach Erstattungen Umsatz gebracht, daher kann keine an erster Stelle stehen.",
      noneClear:
        "In keiner Gruppe mit Umsatz haben drei von vier Kunden erst vor Kurzem oder schon lange nicht mehr bestellt, daher steht keine an erster Stelle.",
    },
    latest: {
      heading: (period, kind) => `${periodName(period)}, ${PERIODS[kind].newest}`,
      none: (kind) =>
        `Noch ist ${PERIODS[kind].whole} nicht in den Daten, daher gibt es nichts zu vergleichen: Dies sind die Zahlen aller Daten.`,
      all: "Alles bisher",
      bars: (amount, kind) => `Balken: ${periods(amount, kind)}, der letzte ist dieser Zeitraum.`,
      revenue: "Umsatz nach Erstattungen",
      customers: "Kunden mit Kauf",
      newCustomers: "Zum ersten Mal gekauft",
      orders: "Bestellungen",
      averageOrderValue: "Ø Bestellwert",
      retentionRate: (kind) => `Wiedergekommen von den Kunden ${PERIODS[kind].ofPrevious}`,
      unknown: (period) => `${when(period)}: unbekannt`,
      unknownChange: (before, period) => `${when(period)}: ${before}`,
      same: (period) => `gleich wie ${when(period)}`,
      up: (change, period) => `▲ ${share(change)} zu ${when(period)}`,
      down: (change, period) => `▼ ${share(change)} zu ${when(period)}`,
      pointsUp: (difference, period, isChance) => `▲ ${pointsOf(difference)} zu ${when(period)}${chance(isChance)}`,
      pointsDown: (difference, period, isChance) => `▼ ${pointsOf(difference)} zu ${when(period)}${chance(isChance)}`,
      interval: (low, high) => `95-%-Intervall ${share(low)}\u00A0–\u2060\u00A0${share(high)}`,
      columns: { figure: "Zahl", change: "Änderung" },
    },
    overTime: {
      heading: "Die Gruppen im Zeitverlauf",
      change: (name, change) => `${name}\u00A0${signed(change)}`,
      title: (from, changes) => `Seit ${day(from)}: ${changes}`,
      plainTitle: (to) => `Kunden nach Art der Gruppe bis ${day(to)}`,
      caption: (kind, to) => `Kunden am Ende ${PERIODS[kind].each}, alle mit den Grenzwerten vom ${day(to)} bewertet.`,
      growing:
        "Bestellungen sammeln sich vom ersten Tag der Daten an, daher wachsen die besseren Gruppen mit; mit --window zählen nur die neuesten Bestellungen.",
      short: (until, hasWindow) =>
        `Schraffiert: Bis zum ${day(until)} reichen die Daten nicht weit genug zurück, um ${hasWindow ? "das Zeitfenster zu füllen" : "die längste Pause zu zeigen"}.`,
      noFamily: "ohne Art",
      count: (name, amount, change) => `${name} ${count(amount)}${change === null ? "" : ` (${signed(change)})`}`,
      describe: (title, points) => `Gestapelte Flächen über ${days(points)}. ${title}.`,
      day: "Tag",
      total: "Alle",
      incomplete: (name) => `${name} (Verlauf zu kurz)`,
      noneTitle: "Die Gruppen werden nicht im Zeitverlauf gezeigt",
      none: {
        ranked:
          "Die Scores bringen Kunden in eine Rangfolge (ntile), daher lassen sich frühere Tage nicht gleich bewerten.",
        "no families":
          "Das Schema nennt für seine Segmente keine Art (family: best, growing, cooling, slipping oder quiet).",
        "one day": (kind) => `Am Ende eines früheren Zeitraums (${PERIODS[kind].one}) hatte noch kein Kunde gekauft.`,
      },
    },
  };
}
