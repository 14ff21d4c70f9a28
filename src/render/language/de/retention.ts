import { formatDay } from "../../../basics/calendar/days.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm retention` says. */
export function germanRetention({
  count,
  share,
  day,
  customersDative,
  periods,
  span,
  spanDative,
  listed,
  points,
}: GermanGrammar): Catalogue["retention"] {
  return {
    columns: {
      period: "Zeitraum",
      before: "davor",
      customers: "Kunden",
      retained: "geblieben",
      lost: "weg",
      new: "neu",
      reactivated: "zurück",
      retention_rate: "Bindung",
      retention_low: "von",
      retention_high: "bis",
      returning_rate: "schon Kunde",
      orders: "Bestellungen",
      revenue: "Umsatz",
      gross_revenue_retention: "gehalten brutto",
      net_revenue_retention: "gehalten netto",
      stock_before: "aktiv",
      stock_end: "am Ende",
      stock_retention_rate: "noch aktiv",
      textbook_retention_rate: "Lehrbuch",
      segment: "Segment",
      average: "Durchschnitt",
    },
    noData: "keine Daten",
    toDate: "bis heute",
    inPart: "teilweise",
    inPeriod: (period) => `in ${period}`,
    keptOf: (retained, before) => `${count(retained)} von ${count(before)}`,
    noRate: (kind) => `Noch keine Bindungsrate: Dafür braucht es zwei vollständige ${PERIODS[kind].many} in Folge.`,
    average: (rate, amount, kind) =>
      `Im Durchschnitt haben ${share(rate)} der Kunden ${PERIODS[kind].inNext} wieder gekauft (${periods(amount, kind)} zusammen).`,
    latest: (last, previous, yearBefore) => {
      const compared = (difference: number): string =>
        difference === 0 ? "gleich viel wie" : `${points(difference)} ${difference > 0 ? "mehr" : "weniger"} als`;
      const others = [
        ...(previous === null
          ? []
          : [`${compared(previous.difference)} ${PERIODS[previous.kind].inPrevious} (${share(previous.rate)})`]),
        ...(yearBefore === null
          ? []
          : [`${compared(yearBefore.difference)} ein Jahr davor (${yearBefore.period}, ${share(yearBefore.rate)})`]),
      ];
      const latest = `Zuletzt (${last.period}) waren es ${share(last.rate)}: ${count(last.retained)} von ${count(last.before)}`;
      return `${[latest, ...others].join(", ")}.`;
    },
    active: (active) => {
      const why =
        active.backAgain > 0
          ? `weil sie ${customersDative(active.backAgain)} als gehalten zählt, die schon inaktiv waren und wiederkamen`
          : active.backAgain === 0
            ? "dasselbe, weil kein inaktiver Kunde wiederkam; einen solchen würde sie als gehalten zählen"
            : "weniger, weil sie neue Kunden abzieht, die am Ende schon wieder inaktiv waren";
      return (
        `Von ${customersDative(active.before)}, die vor ${active.period} innerhalb von ${spanDative(active.span)} aktiv waren, waren am Ende noch ${share(active.rate)} aktiv; ` +
        `die Lehrbuchformel, (${count(active.end)} am Ende − ${count(active.new)} neue) / ${count(active.before)}, ergibt ${share(active.textbook)}, ${why}.`
      );
    },
    couldLeave: (active) =>
      `Inaktiv werden kann nur, wessen letzte Bestellung ${PERIODS[active.kind].during} älter als ${span(active.span)} wird; im Zeitraum ${active.period} waren das ${count(active.couldLeave)}: ` +
      `${count(active.couldLeave - active.left)} kauften rechtzeitig, ${count(active.left)} ${active.left === 1 ? "wurde" : "wurden"} inaktiv. Alle anderen bleiben aktiv, was sie auch tun.`,
    bySegment: (kind, best, worst) =>
      `Von den Kunden eines Segments am Tag vor Beginn ${PERIODS[kind].genitive} der Anteil, der ${PERIODS[kind].during} gekauft hat, mit den Grenzwerten des Stichtags bewertet: ` +
      `im Durchschnitt von ${share(best.rate)} („${best.segment}“) bis hinunter zu ${share(worst.rate)} („${worst.segment}“).`,
    holes: (names, kind, covers) =>
      `${listed(names)} ${names.length === 1 ? "hat" : "haben"} gar keine Bestellung: Vermutlich fehlen Bestellungen in den Daten, und ${names.length === 1 ? "die Rate" : "die Raten"} dafür und für den nächsten Zeitraum (${PERIODS[kind].one}) sind ausgelassen. ` +
      `Ergänzen Sie sie; oder, wenn damals nichts verkauft wurde, geben Sie an, welche Tage die Daten abdecken: --covers ${covers}`,
    mayBeginBefore: (from, kind) =>
      `Der Verlauf kann vor dem ${day(from)} beginnen: „Neue“ Kunden ${PERIODS[kind].inFirst} können alte sein, und einige danach auch`,
    coverBegins: (period, from, covers) =>
      `${period} ist nicht vollständig, weil die Bestellungen am ${day(from)} beginnen; wenn die Daten auch den Rest abdecken, geben Sie das mit ${covers} an`,
    coverEnds: (period, to, covers) =>
      `${period} ist nicht vollständig, weil die Bestellungen am ${day(to)} enden; wenn die Daten auch den Rest abdecken, geben Sie das mit ${covers} an`,
    coversAfter: (to, asOf) =>
      `--covers reicht bis ${day(to)}, aber nichts nach dem Stichtag ${day(asOf)} zählt: Ergänzen Sie --as-of ${formatDay(to)}`,
    tooFew: (kind, known, shorter) => {
      const instead =
        shorter === null
          ? "Ergänzen Sie Bestellungen weiterer Tage"
          : `Versuchen Sie --period ${shorter.kind} (vollständig: ${periods(shorter.complete, shorter.kind)}), oder ergänzen Sie ältere Bestellungen`;
      return `Noch keine Bindungsrate: Dafür braucht es zwei vollständige ${PERIODS[kind].many} in Folge, und die Bestellungen reichen vom ${day(known.from)} bis ${day(known.to)}. ${instead}; wenn die Daten mehr Tage abdecken, geben Sie das mit --covers VON..BIS an und, wenn sie später enden, auch mit --as-of BIS`;
    },
  };
}
