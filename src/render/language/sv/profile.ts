import type { AttributeName } from "../../../analysis/profile/attributes.ts";
import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What attributes of orders are called. */
const ATTRIBUTES: Readonly<Record<AttributeName, string>> = {
  product: "produkt",
  category: "kategori",
  price: "styckpris",
  basket: "produkter",
  country: "land",
  channel: "kanal",
  coupon: "kupong",
  payment: "betalsätt",
  discount: "rabatt",
  hour: "timme",
  weekday: "veckodag",
};

/** What `rfm profile`, and `--by` of other commands, say. */
export function swedishProfile({
  count,
  share,
  percentagePoints,
  day,
  days,
  money,
  plural,
  customers,
}: SwedishGrammar): Catalogue["profile"] {
  const theBest = (amount: number): string =>
    amount === 1 ? "Den bästa är den kund" : `De bästa är de ${customers(amount)}`;
  return {
    attributes: ATTRIBUTES,
    columns: {
      attribute: "gäller",
      value: "värde",
      customers: "kunder",
      best: "bästa",
      best_share: "av de bästa",
      rest: "andra",
      rest_share: "av de andra",
      lift: "lyft",
      difference: "skillnad",
      difference_low: "95\u00A0% från",
      difference_high: "till",
      interval: "enheter, 95\u00A0%",
      q_value: "q",
      delta: "logodds",
      z: "z",
      product: "produkt",
      other: "med",
      orders: "beställningar",
      support: "av beställningarna",
      confidence: "även med",
      other_confidence: "och omvänt",
      days: "dagar",
      followed: "följda",
      again: "igen",
      again_rate: "andel",
      again_low: "95\u00A0% från",
      again_high: "till",
      revenue_per_customer: "intäkter per kund",
      name: "namn",
    },
    blank: "(tomt)",
    answers: { yes: "ja", no: "nej" },
    weekdays: {
      Monday: "måndag",
      Tuesday: "tisdag",
      Wednesday: "onsdag",
      Thursday: "torsdag",
      Friday: "fredag",
      Saturday: "lördag",
      Sunday: "söndag",
    },
    upTo: (worth) => `högst ${money(worth)}`,
    over: (worth) => `över ${money(worth)}`,
    between: (from, to) => `${money(from)} till ${money(to)}`,
    heading: "Vad de bästa har gemensamt",
    title: ({ best, rest }) =>
      `Vad de bästa började med: ${plural(best, "bästa kund", "bästa kunder")} mot ${plural(rest, "annan", "andra")}`,
    historyTitle: ({ best, rest }) =>
      `Vad de bästa köper mer och mindre av: ${plural(best, "bästa kund", "bästa kunder")} mot ${plural(rest, "annan", "andra")}`,
    pairsTitle: "Produkter som köps tillsammans",
    followTitle: (asOf) => `Vilka som kom tillbaka, efter den första beställningen, per ${day(asOf)}`,
    bySpend: (best) => `${theBest(best)} som har högst köpvärde.`,
    byLater: (facts) =>
      `${theBest(facts.best)} som handlade för mest under de ${days(facts.followedDays)} som följde på dagen för den första beställningen, av ${count(facts.all)} som har haft den tiden. Den första beställningen räknas inte: en stor skulle ensam göra köparen till en av de bästa.`,
    byAge: (facts) =>
      `${theBest(facts.best)} som handlade för mest under sina första ${days(facts.followedDays)}, av ${count(facts.all)} som har haft den tiden.`,
    found: ({ found, values }) =>
      `${plural(found, "värde", "värden")} av ${count(values)} skiljer sig mellan de bästa och de andra mer än slumpen förklarar (q högst 5\u00A0%).`,
    nothing: ({ values, unseen }) =>
      `${values === 1 ? "Det enda värde som jämfördes skiljer sig inte" : `Inget av de ${count(values)} värden som jämfördes skiljer sig`} mellan de bästa och de andra mer än slumpen förklarar. ${unseen < 1 ? `I grupper av den här storleken kan en skillnad på mindre än ${percentagePoints(unseen)} gå obemärkt förbi.` : "Grupperna är för små för att visa en skillnad."}`,
    nothingToCompare: "Inget värde förekom hos minst 20 kunder och inte hos alla, så det finns inget att jämföra.",
    noCause: "Det här visar vad som hör ihop. Det visar inte vad som gjorde någon till en av de bästa.",
    firstDay: ({ byFirstDay, best }) =>
      `Av de ${customers(best)} som är bland de bästa skulle ${count(byFirstDay)} inte vara där efter vad de handlade för efter sin första dag. En dyr första beställning gör ensam köparen till en av de bästa; utan --best-by spend räknas den dagen inte.`,
    lessTime: (facts) =>
      `Av dem som beställde första gången före ${day(facts.halfway)} är ${share(facts.earlyShare)} bland de bästa; av de senare ${share(facts.lateShare)}. De har haft mindre tid: --followed ${facts.middle} jämför kunder vid samma ålder.`,
    extent: ({ name, compared, values }) =>
      compared === 0
        ? `${name}: inget av ${plural(values, "värde", "värden")} jämförs, eftersom vart och ett fanns i färre än 20 kunders första beställningar, eller i allas.`
        : `${name}: ${count(compared)} av ${plural(values, "värde", "värden")} jämförs. ${values - compared === 1 ? "Det återstående" : "Vart och ett av de andra"} fanns i färre än 20 kunders första beställningar, eller i allas.`,
    moreRows: (shown, all) => `${count(shown)} av ${plural(all, "rad", "rader")} visas; --format csv har alla`,
    moreInReport: (shown, all) =>
      `${count(shown)} av ${plural(all, "rad", "rader")} visas; rfm profile --format csv har alla`,
    bars: "Övre stapeln: andel av de bästa; undre stapeln: andel av de andra. Varje tabell har sin egen skala, ovanför staplarna.",
    barScale: (widest) => `0 till ${widest}`,
    moreValues: (shown, all) =>
      `de ${count(shown)} som flest kunder började med, av ${plural(all, "värde", "värden")}; --format csv har alla`,
    historyMeaning:
      "Över 0: de bästa ger det en större del av sina beställningar än de andra. z bortom ±2 är sällan slump för ett enskilt värde; bland många värden hamnar några där ändå.",
    pairsMeaning:
      "”även med” är andelen av beställningarna med den första produkten som också har den andra, ”och omvänt” tvärtom. Lyft: hur många gånger oftare än av en slump.",
    noPairs: "Inga två produkter finns tillsammans i 20 beställningar.",
    followMeaning: (fewest) =>
      `Varje andel räknar bara kunder vars första beställning gjordes för minst så många dagar sedan; tomt: färre än ${fewest} av dem.`,
    followRevenue: "Intäkterna är efter återbetalningar, med den första beställningen inräknad.",
    few: (values) =>
      `${plural(values, "värde", "värden")} som färre än 20 kunder började med är ${values === 1 ? "utelämnat" : "utelämnade"}`,
    nobody: "Inget värde förekom i de första beställningarna hos minst 20 kunder.",
  };
}
