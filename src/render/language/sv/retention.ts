import { formatDay } from "../../../basics/calendar/days.ts";
import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm retention` says. */
export function swedishRetention({
  count,
  share,
  day,
  customers,
  periods,
  span,
  listed,
  points,
}: SwedishGrammar): Catalogue["retention"] {
  return {
    columns: {
      period: "period",
      before: "före",
      customers: "kunder",
      retained: "behållna",
      lost: "borta",
      new: "nya",
      reactivated: "åter",
      retention_rate: "retention",
      retention_low: "lägst",
      retention_high: "högst",
      returning_rate: "gamla",
      orders: "beställningar",
      revenue: "intäkter",
      gross_revenue_retention: "behållet brutto",
      net_revenue_retention: "behållet netto",
      stock_before: "aktiva",
      stock_end: "i slutet",
      stock_retention_rate: "ännu aktiva",
      textbook_retention_rate: "läroboken",
      segment: "segment",
      average: "genomsnitt",
    },
    noData: "inga data",
    toDate: "hittills",
    inPart: "delvis",
    inPeriod: (period) => `i ${period}`,
    keptOf: (retained, before) => `${count(retained)} av ${count(before)}`,
    noRate: (kind) => `Ingen retention ännu: det kräver två ${PERIODS[kind].manyWhole} i rad.`,
    average: (rate, amount, kind) =>
      `I genomsnitt köpte ${share(rate)} av ${PERIODS[kind].ofOne} kunder igen ${PERIODS[kind].definite} därpå (${periods(amount, kind)} tillsammans).`,
    latest: (last, previous, yearBefore) => {
      const compared = (difference: number): string =>
        difference === 0 ? "lika mycket som" : `${points(difference)} ${difference > 0 ? "mer" : "mindre"} än`;
      const others = [
        ...(previous === null
          ? []
          : [`${compared(previous.difference)} föregående ${PERIODS[previous.kind].one} (${share(previous.rate)})`]),
        ...(yearBefore === null
          ? []
          : [`${compared(yearBefore.difference)} ett år före (${yearBefore.period}, ${share(yearBefore.rate)})`]),
      ];
      const latest = `För ${last.period} var andelen ${share(last.rate)}: ${count(last.retained)} av ${count(last.before)}`;
      return `${[latest, ...others].join(", ")}.`;
    },
    active: (active) => {
      const why =
        active.backAgain > 0
          ? `eftersom den räknar ${customers(active.backAgain)} som redan var inaktiva och kom tillbaka som behållna`
          : active.backAgain === 0
            ? "samma sak, eftersom ingen inaktiv kund kom tillbaka; en sådan skulle den räkna som behållen"
            : "mindre, eftersom den drar av nya kunder som hade blivit inaktiva igen i slutet";
      return (
        `Av ${customers(active.before)} som var aktiva inom ${span(active.span)} före ${active.period} var ${share(active.rate)} fortfarande aktiva i slutet; ` +
        `läroboksformeln, (${count(active.end)} i slutet − ${count(active.new)} nya) / ${count(active.before)}, ger ${share(active.textbook)}, ${why}.`
      );
    },
    couldLeave: (active) =>
      `Bara kunder vars senaste beställning blir äldre än ${span(active.span)} ${PERIODS[active.kind].during} kan bli inaktiva; för ${active.period} var de ${count(active.couldLeave)}: ` +
      `${count(active.couldLeave - active.left)} köpte i tid, ${count(active.left)} blev inaktiva. Alla andra förblir aktiva vad de än gör.`,
    bySegment: (kind, best, worst) =>
      `Andelen som köpte ${PERIODS[kind].during}, av kunderna i ett segment dagen innan, poängsatta med avstämningsdagens gränsvärden: ` +
      `i genomsnitt från ${share(best.rate)} (${best.segment}) ner till ${share(worst.rate)} (${worst.segment}).`,
    holes: (names, kind, covers) =>
      `${listed(names)} har inga beställningar alls: beställningar saknas troligen i underlaget, och ${names.length === 1 ? "dess andel" : "deras andelar"} och nästa periods (${PERIODS[kind].one}) är utelämnade. ` +
      `Lägg till dem; eller, om inget såldes då, ange vilka dagar underlaget täcker: --covers ${covers}`,
    mayBeginBefore: (from, kind) =>
      `historiken kan börja före ${day(from)}: ”nya” kunder under ${PERIODS[kind].first} kan vara gamla, och en del av dem därefter också`,
    coverBegins: (period, from, covers) =>
      `${period} är inte komplett, eftersom beställningarna börjar ${day(from)}; om underlaget täcker resten, ange det med ${covers}`,
    coverEnds: (period, to, covers) =>
      `${period} är inte komplett, eftersom beställningarna slutar ${day(to)}; om underlaget täcker resten, ange det med ${covers}`,
    coversAfter: (to, asOf) =>
      `--covers sträcker sig till ${day(to)}, men inget efter avstämningsdagen ${day(asOf)} räknas: lägg till --as-of ${formatDay(to)}`,
    tooFew: (kind, known, shorter) => {
      const instead =
        shorter === null
          ? "Lägg till beställningar från fler dagar"
          : `Prova --period ${shorter.kind} (helt täckta: ${periods(shorter.complete, shorter.kind)}), eller lägg till äldre beställningar`;
      return `ingen retention ännu: det kräver två ${PERIODS[kind].manyWhole} i rad, och beställningarna sträcker sig från ${day(known.from)} till ${day(known.to)}. ${instead}; om underlaget täcker fler dagar än så, ange det med --covers FRÅN..TILL och, om de slutar senare, även med --as-of TILL`;
    },
  };
}
