import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm explain` says. */
export function swedishExplain({
  count,
  money,
  day,
  orders,
  days,
  plural,
  customers,
}: SwedishGrammar): Catalogue["explain"] {
  const cellRead = ({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string =>
    read === null ? `Cell ${cell}` : `Cell ${cell} (som indelningen läser som ${read} på sina ${levels} nivåer)`;
  return {
    title: (id, segment, asOf) => `${id} är i ”${segment}” per ${day(asOf)}`,
    orders: "Beställningar",
    scores: "Poäng",
    why: "Varför det här segmentet",
    whatWouldChange: "Vad som skulle ändra det, med dagens gränsvärden",
    columns: {
      day: "dag",
      amount: "belopp",
      refunded: "återbetalat",
      measure: "mått",
      value: "värde",
      score: "poäng",
      lower: "lägre poäng",
      higher: "högre poäng",
    },
    refund: "återbetalning",
    doesNotCount: (reason) => `räknas inte: ${reason}`,
    earlier: (amount) => `och ${plural(amount, "tidigare", "tidigare")}`,
    ordersSentence: (facts) => {
      const span = facts.first === facts.last ? day(facts.first) : `från ${day(facts.first)} till ${day(facts.last)}`;
      const off = facts.takenOff === 0n ? "" : ` efter att ${money(facts.takenOff)} har återbetalats på dem`;
      const back =
        facts.refunds === 0
          ? ""
          : `, minus ${plural(facts.refunds, "senare återbetalning", "senare återbetalningar")} på ${money(facts.refunded)}`;
      return `${orders(facts.orders)} ${span}, värde ${money(facts.worth)}${off}${back}.`;
    },
    notCounted: (amount, each) =>
      `${plural(amount, "beställning eller återbetalning", "beställningar eller återbetalningar")} till räknas inte: ${each.join(", ")}.`,
    notCountedFor: (reason, amount, worth) => `${reason}: ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
    scoreOf: (score, levels) => `${score} av ${levels}`,
    byRank: "efter rang",
    days,
    ordersMeasure: orders,
    over: (value) => `över ${value}`,
    upTo: (value) => `högst ${value}`,
    fitsRule: (rule) =>
      `${cellRead(rule)} uppfyller regeln för ”${rule.segment}”: ${rule.rule} (indelning ${rule.scheme}).`,
    oneOfCells: (rule) =>
      `${cellRead(rule)} är ${rule.cells.length === 1 ? "den enda cellen" : `en av de ${rule.cells.length} cellerna`} i ”${rule.segment}”: ${rule.cells.join(" ")} (indelning ${rule.scheme}).`,
    horizon: (checked) =>
      `Kontrollerat: en beställning vilken dag som helst från ${day(checked.from)} till ${day(checked.orders)} (${days(checked.orderDays)}), och ingen beställning alls till och med ${day(checked.silence)}.`,
    orderEvent: (band, by, outcome) => {
      const what = band?.ofMargin === true ? "en beställning med en marginal på" : "en beställning på";
      if (band === null) return `en beställning på vilket belopp som helst senast ${day(by)}: ${outcome}`;
      if (band.atMost === null) return `${what} ${money(band.atLeast)} eller mer senast ${day(by)}: ${outcome}`;
      return `${what} ${money(band.atLeast)} till ${money(band.atMost)} senast ${day(by)}: ${outcome}`;
    },
    silenceEvent: (outcome, from, to) =>
      from === to
        ? `ingen beställning: ${outcome} ${day(from)}`
        : `ingen beställning: ${outcome} från ${day(from)} till ${day(to)}`,
    stays: (segment) => `fortfarande ${segment}`,
    notScored: "ingen poäng, inget köp i tidsfönstret",
    noCutPoints: "Inte känt: ntile rangordnar kunder mot varandra, så det finns inget gränsvärde att nå.",
    nothingChanges: "Varken en beställning eller två år utan någon skulle göra det.",
    restsOnFew: (amount) =>
      `Gränsvärdena kommer från bara ${customers(amount)}: några kunder till skulle flytta dem, och de här svaren också.`,
  };
}
