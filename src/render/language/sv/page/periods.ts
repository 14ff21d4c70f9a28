import type { Catalogue } from "../../en/index.ts";
import { capital } from "../../phrasing.ts";
import type { SwedishGrammar } from "../grammar.ts";
import { inPeriod, PERIODS, periodName } from "../grammar.ts";

/** The page's retention, cohorts, second orders and moves. */
export function swedishPagePeriods({
  count,
  share,
  day,
  days,
  plural,
  customers,
  cohorts,
  periods: periodsOf,
  soFar,
}: SwedishGrammar): Pick<Catalogue["page"], "retention" | "cohorts" | "second" | "movement"> {
  return {
    retention: {
      heading: (kind) => `Vilka som kommer tillbaka från ${PERIODS[kind].one} till ${PERIODS[kind].one}`,
      intro: (kind) =>
        `Hur många av ${PERIODS[kind].ofOne} kunder som beställde igen ${PERIODS[kind].definite} därpå: retentionen.`,
      hatched: (kind) =>
        `En period (${PERIODS[kind].one}) som data bara täcker delvis är skrafferad och har ingen retention.`,
      countTitle: (period, amount) => `${capital(inPeriod(period))} beställde ${customers(amount)}`,
      countCaption: "Kunder som beställde, efter om de också beställde under perioden före.",
      kept: "beställde också perioden före",
      back: "kom tillbaka efter ett uppehåll",
      new: "beställde för första gången",
      partial: "inte helt täckt",
      rateTitle: (period, retained, before, rate) =>
        `${capital(inPeriod(period))} kom ${share(rate)} tillbaka: ${count(retained)} av ${count(before)}`,
      rateCaption: (pooled, periods) =>
        `Andel av en periods kunder som beställde igen under nästa. Streckad linje: ${share(pooled)}, ${periods === 1 ? "den enda perioden med retention" : `alla ${count(periods)} perioder med retention tillsammans`}. Tjocka linjer: hur långt slumpen ensam kunde flytta varje andel (95\u00A0%-intervall).`,
      hint: (period, what, amount) => `${capital(periodName(period))}: ${customers(amount)} ${what}`,
      rateHint: (period, rate) => `${capital(periodName(period))}: ${share(rate)}`,
      describe: (title, periods) => `Diagram över ${plural(periods, "period", "perioder")}. ${title}.`,
      columns: {
        customers: "Kunder",
        kept: "Behållna",
        back: "Åter efter uppehåll",
        new: "Nya",
        before: "Perioden före",
        rate: "Retention",
        orders: "Beställningar",
        revenue: "Intäkter",
      },
      incomplete: (name) => `${name} (ofullständig)`,
      newest: (shown, all) =>
        `De senaste ${count(shown)} av ${plural(all, "period", "perioder")}; JSON-rapporten har alla.`,
      revenueTitle: (period, part, money) =>
        `Nya kunder gav ${share(part)} av intäkterna ${inPeriod(period)}: ${money}`,
      revenueCaption:
        "Intäkter efter återbetalningar, efter vilka som gav dem. En ny kunds allra första beställning ligger i perioden. Det som är under 0 ritas inte.",
      returningRevenue: "kunder som hade beställt förut",
      newRevenue: "nya kunder",
      money: (period, what, money) => `${capital(periodName(period))}: ${money} från ${what}`,
      noneTitle: "Det finns ingen retention ännu",
      none: (kind) => `Det kräver två ${PERIODS[kind].manyWhole} i rad, och data har färre.`,
      onePeriodTitle: (kind) => `En enda period (${PERIODS[kind].one}) räcker inte för en jämförelse`,
      onePeriod: (name, amount, isComplete) =>
        `Alla beställningar är från en period (${name}${isComplete ? "" : ", som data inte täcker helt"}): ${customers(amount)} beställde.`,
    },
    cohorts: {
      heading: "Hur nya kunder utvecklas",
      intro: (kind) =>
        `Kunderna är grupperade efter perioden för sin första beställning (en kohort; här: ${PERIODS[kind].one}) och följs: andelen som beställde 1, 2, 3 … ${PERIODS[kind].many} senare.`,
      title: (rate, kind) =>
        `I genomsnitt beställer ${share(rate)} av nya kunder igen ${PERIODS[kind].definite} efter den första beställningen`,
      restsOn: (amount, first) =>
        `Det är ${amount === 1 ? "en kohort" : `${cohorts(amount)} tillsammans`}, utan den första (${periodName(first)}): den kan innehålla kunder som redan hade beställt innan data börjar.`,
      caption: "Ju starkare färg, desto fler kom tillbaka. Tomt: återstår att se.",
      hatched: "Skrafferat: inte helt täckt.",
      averages:
        "I genomsnitt: alla kohorter som räknas och har hunnit så långt, tillsammans; antalet står inom parentes.",
      cohort: "Första beställning",
      size: "Nya kunder",
      average: "I genomsnitt",
      averageOf: (amount) => `(${count(amount)})`,
      k: (k) => `+${k}`,
      kHint: (k, kind) => `${periodsOf(k, kind)} senare`,
      newest: (shown, all) => `De senaste ${count(shown)} av ${cohorts(all)}; JSON-rapporten har alla.`,
      curveTitle: (k, money, kind) =>
        k === 0
          ? `${capital(PERIODS[kind].during)} för den första beställningen handlade nya kunder för ${money} var`
          : `${periodsOf(k, kind)} efter den första beställningen har en ny kund i genomsnitt handlat för ${money}`,
      curveCaption: (kind) =>
        `Vad en kohort hittills har handlat för per kund som började i den, från perioden för den första beställningen (${PERIODS[kind].one}). Kraftig linje: alla kohorter som räknas, tillsammans. Tunna linjer: de senaste kohorterna var för sig.`,
      noneTitle: "För tidigt att följa nya kunder",
      none: (kind) => `Ingen kohort har ännu en hel period (${PERIODS[kind].one}) efter sin första.`,
      onlyFirst: (kind) =>
        `Bara den första kohorten har redan en hel period (${PERIODS[kind].one}) efter sin första, och den kan innehålla kunder som redan hade beställt innan data börjar.`,
    },
    second: {
      heading: "Hur lång tid den andra beställningen tar",
      title: (part, amount) => `Uppskattningsvis ${share(part)} av kunderna beställer igen inom ${days(amount)}`,
      caption:
        "Andel av kunderna med en andra beställning, efter dagar sedan den första. Kunder som ännu inte har hunnit räknas så länge de har gått att följa, så de drar inte ner linjen (Kaplan–Meiers metod). Ljust band: hur långt slumpen ensam kunde flytta linjen (95\u00A0%-intervall).",
      describe: (title) => `Stigande kurva. ${title}.`,
      halfMark: (amount) => `hälften: ${days(amount)}`,
      lapseMark: (amount) => `förlorad: ${days(amount)}`,
      median: (amount) =>
        amount === null
          ? "Hälften av kunderna har inte kommit tillbaka under den tid som data täcker."
          : `Hälften av kunderna har kommit tillbaka efter ${days(amount)}.`,
      lapse: (amount, lapsed, all) =>
        `Nio av tio återkommande kunder har aldrig gjort ett längre uppehåll än ${days(amount)}. ${count(lapsed)} av ${customers(all)} har nu ett längre uppehåll.`,
      differs: (estimate, amount, soFar, next) =>
        `Varför andelarna skiljer sig: ${share(estimate)} är en uppskattning av vilka som beställer igen inom ${days(amount)}, om de får så lång tid; ${share(soFar)} räknar vilka som har beställt igen hittills, och många har inte hunnit${next === null ? "" : `; ${share(next.rate)} är de som beställer igen under en enda period (${PERIODS[next.kind].one}), den närmast följande`}.`,
      oldCustomers:
        "En kunds första beställning är den första i data. De som hade beställt innan data börjar räknas från en senare dag än de borde, så uppskattningen kan vara för hög.",
      columns: {
        days: "Dagar sedan första beställningen",
        part: "Har beställt igen",
        low: "minst",
        high: "högst",
        atRisk: "Kunder som fortfarande följs",
      },
      noneTitle: "Tiden till den andra beställningen går inte att mäta ännu",
      none: "Ingen kund har kommit tillbaka en annan dag, så tiden är inte känd.",
      tooFew: "Färre än tio kunder gick att följa tillräckligt länge, för få för en linje.",
    },
    movement: {
      heading: (kind) => `Vilka som flyttade ${PERIODS[kind].last}`,
      title: (moved, from) => `${customers(moved)} har bytt grupp sedan ${day(from)}`,
      fell: (amount, money, from, since) =>
        `${customers(amount)} (har ${soFar(since)} handlat för ${money}) beställde inte efter ${day(from)} och flyttade till en lägre grupp`,
      rose: (amount, money, from) =>
        `${customers(amount)} (${money}) beställde efter ${day(from)} och flyttade till en högre grupp`,
      aside: (amount) =>
        `${customers(amount)} hör inte till någotdera: med en beställning i en lägre grupp, eller utan i en högre.`,
      higher: "En grupp är högre ju tidigare den står i segmentindelningen.",
      largestRises: (since) =>
        `De största flyttarna uppåt med en beställning, efter vad kunderna har handlat för ${soFar(since)}`,
      largestFalls: (since) =>
        `De största flyttarna nedåt utan beställning, efter vad kunderna har handlat för ${soFar(since)}`,
      nobody: (from) => `Ingen kund har bytt grupp sedan ${day(from)}`,
      matrix: (from, to) => `Från gruppen ${day(from)} (lodrätt) till den ${day(to)} (vågrätt). Grått: stannade.`,
      caption: (to) => `Båda dagarna är poängsatta med gränsvärdena från ${day(to)}, så en flytt är kundens egen.`,
      largest: "De största flyttarna",
      flow: (amount, from, to) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Inte kund ännu",
      backPlace: "Inte i tidsfönstret",
      lapsedPlace: "Inte längre i tidsfönstret",
      corner: "Från ↓ till →",
      hint: (amount, from, to) => `${customers(amount)}: ${from} → ${to}`,
      columns: { from: "Från", to: "Till", customers: "Kunder", ordered: "Beställde däremellan", worth: "Värde nu" },
      listTitle: (shown, all) => `De största ${count(shown)} av ${plural(all, "flytt", "flyttar")}`,
      rankedTitle: "Flyttar visas inte",
      ranked: "Poängen rangordnar kunder mot varandra (ntile), så de ändras även för kunder som inte gör något.",
      tooEarlyTitle: "För tidigt att se flyttar",
      tooEarly: (kind) => `En period (${PERIODS[kind].one}) tidigare hade ingen kund beställt ännu.`,
    },
  };
}
