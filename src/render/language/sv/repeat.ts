import type { Catalogue } from "../en/index.ts";
import { joinedBy } from "../phrasing.ts";
import type { SwedishGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm repeat` says. */
export function swedishRepeat({
  count,
  number,
  share,
  plural,
  days,
  customers,
  periods,
}: SwedishGrammar): Catalogue["repeat"] {
  return {
    title: "Återköp",
    ladder: "Beställningar efter varandra",
    second: "Tid till den andra beställningen",
    gaps: "Tid mellan beställningar",
    claims: "Vad marknadsföringsartiklar påstår, mätt här",
    columns: {
      n: "beställning",
      customers: "kunder",
      share: "av alla",
      had_time: "hunnit",
      bought_again: "beställde igen",
      again_rate: "andel",
      churn_rate: "inte igen",
      days: "inom",
      ordered_again: "beställde igen",
      low: "95\u00A0% från",
      high: "till",
      at_risk: "följs ännu",
    },
    withinDays: days,
    ladderSentence: (facts) => {
      const what = facts.countsDays ? "kom en andra dag" : "beställde en andra gång";
      const who = facts.second === null ? "Ingen" : `${count(facts.second.customers)} (${share(facts.second.share)})`;
      const judged =
        facts.judged === null
          ? `ingen kunds första beställning är ${days(facts.lapseDays)} gammal ännu, så ingen andel är känd`
          : `av de ${count(facts.judged.customers)} vars första beställning är minst ${days(facts.lapseDays)} gammal gjorde ${share(facts.judged.rate)} det`;
      return `${who} av ${customers(facts.customers)} ${what}; ${judged}.`;
    },
    noGaps: "Ingen kund har ännu köpt två olika dagar, så det finns ingen tid mellan beställningar att mäta.",
    gapSentence: (gaps) =>
      `Hälften av alla uppehåll mellan beställningsdagar är högst ${days(gaps.median)}; den mittersta hälften varar ${number(gaps.lower)} till ${days(gaps.upper)} (${plural(gaps.gaps, "uppehåll", "uppehåll")} hos ${customers(gaps.customers)}).`,
    secondUnknown: (fewest, amount) =>
      `Tiden till en andra beställning är inte känd ännu: färre än ${fewest} kunder har följts i ${days(amount)}.`,
    secondSentence: (second) => {
      const half = second.medianDays === null ? "" : `, hälften av alla senast dag ${second.medianDays}`;
      const left =
        second.hidden.length === 0
          ? ""
          : ` Visas inte, eftersom färre än ${second.fewest} kunder har följts så länge: ${joinedBy(second.hidden.map(count), "och")} dagar.`;
      return `Kunder som ännu inte har hunnit räknas inte som förlorade (Kaplan–Meier): ${share(second.share)} har beställt igen inom ${days(second.days)}${half}.${left}`;
    },
    lapseSentence: (lapse) => {
      const why =
        lapse.repeaters === null
          ? "så som --lapse-days anger"
          : `nio av tio av de ${count(lapse.repeaters)} som kom tillbaka gjorde aldrig ett längre uppehåll`;
      return `Efter mer än ${days(lapse.days)} utan beställning är en kund sannolikt förlorad (${why}): det gäller ${count(lapse.lapsed)} av ${count(lapse.customers)}, ${share(lapse.lapsed / lapse.customers)}.`;
    },
    likelihoodClaim: "”En återkommande kund är mer benägen att köpa igen än en ny.”",
    likelihoodUnknown: "Inte känt här ännu: för få kunder har hunnit så långt.",
    likelihood: (times, afterTwo, afterOne) =>
      `Här ${Math.abs(times - 1) < 0.05 ? "ungefär lika sannolikt" : `${number(times)} gånger så sannolikt`}: ${share(afterTwo)} av dem med två beställningar gjorde en tredje, ${share(afterOne)} av dem med en gjorde en andra.`,
    revenueClaim: "”De flesta intäkterna kommer från återkommande kunder.”",
    revenueUnknown: "Det finns inga intäkter här.",
    revenue: (worth) =>
      `Här kom ${count(worth.returning)} av ${customers(worth.customers)} (${share(worth.returning / worth.customers)}) tillbaka, och de ger ${share(worth.revenueShare)} av intäkterna, med första beställningarna inräknade; beställningar efter den första ger ${share(worth.laterShare)}.`,
    worthClaim: "”En återkommande kund är värd många gånger sin första beställning.”",
    worthUnknown: "Ingen kund har kommit tillbaka här ännu.",
    worth: (times) => `Här ${number(times)} gånger hittills, efter återbetalningar.`,
    retentionClaim: "”Fem procentenheter högre retention höjer vinsten mycket.”",
    retentionUnknown: (kind) => `Inte känt här ännu: det kräver två ${PERIODS[kind].manyWhole} i rad.`,
    retention: (more) =>
      `Här skulle fem procentenheter fler behållna kunder per ${PERIODS[more.kind].one} ha gett ${more.revenue} i intäkter ${more.first === more.last ? `under ${more.last}` : `från ${more.first} till ${more.last}`} (${periods(more.periods, more.kind)}, ${plural(more.customers, "behållen kund", "behållna kunder")} till, som var och en handlar för lika mycket som de behållna; vad de köper senare ingår inte).`,
    restsOnFew: (amount) => `Det här bygger på bara ${customers(amount)}: se det som en fingervisning.`,
    fewRepeaters: (amount) =>
      `gränsen för förlorade kunder bygger på bara ${customers(amount)} som kom tillbaka: om du vet bättre, ange den med --lapse-days N`,
    sameDay: (amount) =>
      `${customers(amount)} gjorde alla sina beställningar samma dag; --frequency days räknar dem som en`,
    youngShop: "gränsen för förlorade kunder kommer från uppehåll som har tagit slut; i en ung butik återstår längre",
    fewCustomers: (amount) => `bara ${customers(amount)}: andelar av så få säger lite`,
  };
}
