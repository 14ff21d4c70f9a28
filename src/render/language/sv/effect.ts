import type { ShareFact } from "../en/effect.ts";
import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm effect` says. */
export function swedishEffect({
  count,
  oneDecimal,
  share,
  day,
  days,
  plural,
  listed,
  percentagePoints,
}: SwedishGrammar): Catalogue["effect"] {
  const signed = (difference: number): string => oneDecimal(difference * 100);
  const compared = ({ treated, treatedShare, control, controlShare, days: length }: ShareFact): string =>
    `av ${plural(treated, "kontaktad person", "kontaktade personer")} beställde ${share(treatedShare)} inom ${days(length)}, och av de ${count(control)} i kontrollgruppen ${share(controlShare)}`;
  const interval = ({ difference, low, high }: ShareFact): string =>
    `Skillnaden på ${percentagePoints(difference)} (95\u00A0%: ${signed(low)} till ${signed(high)})`;
  return {
    title: (since, until) => `Fungerade kampanjen? ${day(since)} till ${day(until)}`,
    columns: {
      measure: "mått",
      treated: "kontaktade",
      control: "kontroll",
      difference: "skillnad",
      interval: "95 %-intervall",
      p_value: "p-värde",
      extra: "extra totalt",
      smallest_difference: "minsta synliga",
    },
    measures: {
      ordered: "beställde",
      orders: "beställningar per person",
      revenue: "nettointäkter per person",
      margin: "marginal per person",
      ordered_before: "hade beställt före",
    },
    points: (difference) => `${signed(difference)}\u00A0%-enh.`,
    range: (low, high) => `${low} till ${high}`,
    people: (extra) => plural(Math.round(extra), "person", "personer"),
    worked: (fact) => `Den fungerade: ${compared(fact)}. ${interval(fact)} är större än slumpen förklarar.`,
    harm: (fact) => `Den gjorde skada: ${compared(fact)}. ${interval(fact)} är större än slumpen förklarar.`,
    unknown: (fact) =>
      `Det går inte att säga om den fungerade: ${compared(fact)}. ${interval(fact)} kan vara en slump.`,
    tooEarly: (until, countedTo) =>
      `För tidigt att säga: kampanjens dagar slutar ${day(until)}, data ${day(countedTo)}. Vänta tills de är över: den som tittar varje dag och avbryter när det ser bra ut mäter slumpen.`,
    notAlike: (fact) =>
      `Grupperna går inte att jämföra: under de ${days(fact.days)} som föregick kampanjen hade ${share(fact.treatedShare)} av de kontaktade och ${share(fact.controlShare)} av kontrollgruppen beställt, en skillnad som slumpen ger i mindre än en av hundra dragningar. Kontrollgruppen drogs inte slumpmässigt ur samma personer, så en skillnad efteråt går inte att tillskriva kampanjen.`,
    extra: (fact) =>
      `Det är ungefär ${fact.people} som annars inte hade beställt (95\u00A0%: ${fact.low} till ${fact.high}).`,
    fewer: (fact) =>
      `Det är ungefär ${fact.people} som hade beställt utan den (95\u00A0%: ${fact.low} till ${fact.high}).`,
    smallest: (difference, treated, control) =>
      `Grupper på ${count(treated)} och ${count(control)} visar en skillnad på ${percentagePoints(difference)} fyra gånger av fem, en mindre mer sällan.`,
    tooSmall: (treated, control) => `I grupper på ${count(treated)} och ${count(control)} går ingen skillnad att se.`,
    money: ({ difference, low, high, amount, total }) =>
      difference === 0
        ? `Nettointäkter per person: ingen skillnad (95\u00A0%: ${low} till ${high}).`
        : `Nettointäkter per person: ${amount} ${difference < 0 ? "mindre" : "mer"} (95\u00A0%: ${low} till ${high}), totalt ungefär ${total} ${difference < 0 ? "mindre" : "mer"}.`,
    fewOrders: "För få beställde för att pengarna ska kunna få ett intervall.",
    otherControl: (people, list) =>
      `${plural(people, "person", "personer")} i kontrollgruppen hölls utanför andra listor än ${list} och räknas inte med`,
    repeated: (rows) =>
      `${plural(rows, "rad", "rader")} i listorna nämner någon en andra gång; varje person räknas en gång`,
    groups: (names) => `lästa listor: ${listed(names)}`,
  };
}
