import type { CompareSide } from "../en/compare.ts";
import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm compare` says. */
export function swedishCompare({ count, money, day, customers, listed }: SwedishGrammar): Catalogue["compare"] {
  return {
    title: (from, to) => {
      const side = (one: CompareSide): string =>
        `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
      return `Från ${side(from)} till ${side(to)}`;
    },
    nobodyMoved: "Ingen kund har bytt segment.",
    nobodyLeft: (moved) => `Ingen kund lämnade ett segment; ${customers(moved)} kom till.`,
    heaviestLoss: (
      loss,
      left = `${customers(loss.left)} (värde ${money(loss.worth)}) lämnade segmentet ”${loss.segment}”`,
      gone = "utan köp i tidsfönstret",
    ) => {
      const whither = (to: string | null): string => (to === null ? gone : `i ”${to}”`);
      const [most, second] = loss.ways;
      if (most === undefined) return `${left}.`;
      const first =
        most.customers === loss.left
          ? `${loss.left === 1 ? "nu" : "alla är nu"} ${whither(most.to)}`
          : `${count(most.customers)} av dem är nu ${whither(most.to)}`;
      const next = second === undefined ? "" : `, ${count(second.customers)} ${whither(second.to)}`;
      return `${left}; ${first}${next}.`;
    },
    moved: ({ up, down, aside }) => {
      const others =
        aside.customers === 0
          ? ""
          : `; varken eller (lägre trots beställning eller högre utan beställning): ${count(aside.customers)}`;
      return `Beställde däremellan och steg: ${customers(up.customers)} (värde nu ${money(up.money)}); beställde inte och sjönk: ${count(down.customers)} (${money(down.money)})${others}. Ett segment är högre ju tidigare det står i segmentindelningen.`;
    },
    rose: (up, upWorth, down, downWorth) =>
      `Beställde däremellan, med högre poängsumma än förut: ${customers(up)} (värde förut ${money(upWorth)}); med lägre poängsumma: ${count(down)} (${money(downWorth)}).`,
    raisedByOthers: (amount) =>
      `Även utan beställning steg poängsumman för ${customers(amount)}: gränsvärdena ändrades, eller äldre beställningar föll ur tidsfönstret.`,
    places: { new: "ny", back: "åter", lapsed: "inaktiv" },
    before: "före",
    all: "alla",
    fromTo: "Från segment till segment",
    matrixLegend: "Rader: före. Kolumner: efter, med radernas bokstäver.",
    backLegend: "Åter: hade köpt tidigare, men inte i det tidigare tidsfönstret.",
    lapsedLegend: "Inaktiv: inget i det senare tidsfönstret.",
    smallerOnes: (amount) =>
      `Och ${count(amount)} ${amount === 1 ? "mindre flytt" : "mindre flyttar"}; ett större --width visar alla som en matris.`,
    enteredAndLeft: "Vilka som kom och vilka som gick",
    risers: "Stigande",
    fallers: "Sjunkande",
    firstOf: (what, shown, all) => `${what}, de första ${count(shown)} av ${count(all)}`,
    columns: {
      from_segment: "från",
      to_segment: "till",
      customers: "kunder",
      revenue_before: "värde före",
      revenue_after: "värde efter",
      ordered: "beställde däremellan",
      customer_id: "kund",
      from_cell: "cell",
      to_cell: "nu",
      score_change: "poäng",
      segment: "segment",
      before: "före",
      left: "gick",
      entered: "kom",
      after: "efter",
      revenue_left: "värde ut",
      revenue_entered: "värde in",
    },
    nobodyInBoth: (first, second) =>
      `ingen kund i ${first} finns i ${second}, så ingen går att följa: kontrollera att båda har samma slags kund-id`,
    sameFile: (file) =>
      `${file} jämförs med sig själv, så ingenting kan ha ändrats: ange först den tidigare filen, sedan den senare`,
    scoreFiles:
      "värdet är filernas monetary_value; flyttarna säger något bara om båda filerna poängsattes med samma val (--model)",
    cutDifferently: (measures) =>
      `filerna poängsattes med olika gränsvärden (${listed(measures)}): kunder kan ha bytt segment för att gränserna ändrades; poängsätt båda med en modell (--save-model, sedan --model), eller jämför exporterna med --from`,
    scoredByMargin: "värde och intäkter är vad kunderna har handlat för; deras poäng för köpvärde gäller marginalen",
    ownCutPoints: "varje dag har egna gränsvärden: kunder kan byta segment för att andra kunder har ändrats",
    frozenCutPoints: (origin, other) =>
      `båda dagarna är poängsatta med gränsvärdena från ${origin}, så varje flytt är kundens egen${other === null ? "" : `; --cut-points-of ${other} använder den andra dagens, --no-freeze ger varje dag sina egna`}`,
  };
}
