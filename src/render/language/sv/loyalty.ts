import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm loyalty` says. */
export function swedishLoyalty({ count, share, day, plural, customers }: SwedishGrammar): Catalogue["loyalty"] {
  return {
    title: (name, from, to) => `Lojalitetsprogrammet ”${name}”, ${day(from)} till ${day(to)}`,
    heading: (name) => `Lojalitetsprogrammet ”${name}”`,
    sameBehaviour:
      "Samma beteende som förut: programmet räknas igenom på tidigare beställningar, och alla köper det de köpte utan det. Beräkningen visar vad programmet kostar och vad det kräver, inte vad det ger.",
    dearest: (facts) =>
      `Det skulle ha kostat upp till ${facts.cost}, ${share(facts.rate)} av de ${facts.sales} som ${customers(facts.members)} handlade för${facts.fixed === null ? "" : `, utöver den fasta kostnaden på ${facts.fixed}`}.`,
    noSales: (facts) =>
      `Det skulle ha kostat upp till ${facts.cost}. Återbetalningarna till dess ${plural(facts.members, "medlem", "medlemmar")} är lika stora som köpen eller större, så det är ingen andel av försäljningen.`,
    nothingToCost: (fixed) =>
      `Programmet har varken belöningar eller bonus, så ${fixed === null ? "det har ingen känd kostnad" : `dess enda kända kostnad är den fasta på ${fixed}`}.`,
    needs: (uplift, margin) =>
      `Med en marginal på ${share(margin)} betalar det sig från ${share(uplift)} mer försäljning till medlemmar.`,
    noMargin:
      "Lägg till marginalen (margin) i programmet för att se hur mycket mer medlemmarna måste köpa för att det ska löna sig.",
    nobodyCollects: "Ingen kund skulle ha nått en belöning hittills.",
    costs: "Vad det kostar",
    cases: {
      dearest: "varje kund tar den belöning som kostar dig mest, så snart det går",
      expected: (redeemed) => `${share(redeemed)} av allt som tjänas in löses in`,
      all: "allt som tjänas in löses in",
      bonus: "bonusen betalas ut varje månad",
    },
    caseColumns: {
      case: "om",
      redeemed: "inlöst",
      cost: "kostnad",
      rate: "av försäljningen",
      uplift: "nödvändig ökning",
    },
    more: (uplift) => `+${share(uplift)}`,
    faceRate: (rate) => `Kunderna får tillbaka upp till ${share(rate)} av det de handlar för.`,
    fixedCost: (cost) => `Den nödvändiga ökningen räknar med en fast kostnad på ${cost} under den här tiden.`,
    liability: (facts) =>
      `Avtalsskuld: ${facts.amount} av försäljningen ska periodiseras för det som finns kvar på kontona, om ${share(facts.redemption)} av det löses in (IFRS 15, relativa fristående försäljningspriser).`,
    collected: { points: "Poäng, om ingen medlem löser in några", stamps: "Stämplar, om ingen medlem löser in några" },
    figures: {
      issued: "utdelade",
      takenBack: "återtagna vid återbetalningar",
      expired: "förfallna",
      balance: "kvar",
      redeemable: "nog för en belöning",
      stuck: "för få för någon belöning",
    },
    ofLeft: (amount, part) => `${count(amount)} (${share(part)} av dem som är kvar)`,
    levels: (asOf) => `Medlemmar per nivå ${day(asOf)}`,
    rule: "regel",
    ownRule: (rule) => `${rule} (ditt program)`,
    noLevel: "ingen nivå",
    levelsDiffer: "Regeln bestämmer en nivås storlek lika mycket som dess tröskel.",
    spans: {
      days: (amount) => plural(amount, "dag", "dagar"),
      weeks: (amount) => plural(amount, "vecka", "veckor"),
      months: (amount) => plural(amount, "månad", "månader"),
      quarters: (amount) => plural(amount, "kvartal", "kvartal"),
      years: (amount) => plural(amount, "år", "år"),
    },
    windows: {
      "calendar year": "kalenderår",
      rolling: (length) => `senaste ${length}`,
      lifetime: "alla köp hittills",
      balance: "saldo",
    },
    holds: {
      none: "",
      "end of year": "gäller året ut",
      "end of next year": "gäller nästa år ut",
      span: (length) => `gäller i ${length}`,
      "for ever": "gäller för alltid",
    },
    months: "Månad för månad",
    monthColumns: {
      month: "månad",
      members: "medlemmar",
      issued: { points: "utdelade poäng", stamps: "utdelade stämplar" },
      expired: "förfallna",
      balance: "kvar",
    },
    earlierMonths: (months) =>
      `${plural(months, "tidigare månad", "tidigare månader")} visas inte; --format json har alla.`,
    checked: {
      title: (list, asOf) => `Nivåerna i ${list} jämförda med programmet ${day(asOf)}`,
      verdicts: {
        same: "rätt",
        "too low": "bör höjas",
        "too high": "bör sänkas",
        "not listed": "har en nivå men finns inte på listan",
        unknown: "på listan, men ingen kund i de här exporterna",
      },
      columns: { verdict: "", customers: "kunder" },
      preview: (file) => `-o ${file} skriver vilka de är`,
    },
    examples: "rfm loyalty --example NAMN skriver ut ett av de här programmen:",
  };
}
