import type { Catalogue } from "../en/index.ts";
import { withSmallInitial } from "../phrasing.ts";
import { signOf } from "../signed-share.ts";
import type { SwedishGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** The report as text and Markdown. */
export function swedishReport({
  count,
  money,
  share,
  day,
  plural,
  customers,
  orders,
  refunds,
  oneDecimal,
  minus,
}: SwedishGrammar): Catalogue["report"] {
  return {
    title: (exports, asOf) => `Kundrapport: ${exports}, avstämningsdag ${day(asOf)}`,
    standardInput: "standardinmatning",
    written: (file) => `rapporten har skrivits till ${file}`,
    reading: "Vad som lästes och vad som utelämnades",
    headline: "Nyckeltal",
    segments: "Segment",
    grid: "Kunder efter poäng för aktualitet och frekvens",
    gridLegend: "Varje cell: kunder och deras andel av intäkterna; högst poäng är bäst på båda axlarna.",
    cutPoints: "Gränsvärden",
    retention: (kind) => `Kundretention per ${PERIODS[kind].one}`,
    whatToDo: "Vad du ska göra, störst intäkter först",
    notes: "Anmärkningar",
    noNotes: "Inga.",
    developed: "Hur det har utvecklats",
    more: "Med --full: poäng, gränsvärden, kohorter, flyttar och vad du ska göra med varje segment. Med -o report.html: sidan.",
    read: (read) =>
      `${plural(read.rows, "rad läst", "rader lästa")} ur ${plural(read.files, "fil", "filer")}, värde ${money(read.worth)}${read.currency}.`,
    used: (used) => {
      const reduced =
        used.reduced === 0
          ? ""
          : ` (${plural(used.reduced, "delvis återbetald", "delvis återbetalade")}, ${money(used.takenOff)})`;
      const back = used.refunds === 0 && used.reduced > 0 ? "ingen separat återbetalning" : refunds(used.refunds);
      return `${plural(used.rows, "rad använd", "rader använda")}: ${orders(used.orders)}${reduced} och ${back}, netto ${money(used.net)}${used.currency}.`;
    },
    nothingAside: "Ingen rad utelämnades.",
    aside: (aside) =>
      `${plural(aside.rows, "rad utelämnad", "rader utelämnade")}, värde ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
    covers: (from, to, windowStart) =>
      `Beställningar från ${day(from)} till ${day(to)}; ${windowStart === null ? "all historik räknas" : `tidsfönstret börjar ${day(windowStart)}`}.`,
    asOf: (asOf, isGiven) =>
      `Avstämningsdag ${day(asOf)}, ${isGiven ? "angiven med --as-of" : "den senaste dagen i data (--as-of väljer en annan)"}.`,
    customers: "Kunder",
    orders: "Beställningar",
    revenue: "Intäkter efter återbetalningar",
    averageOrder: "Snittordervärde",
    returning: "Intäkter från återkommande kunder",
    returningShare: (fraction, amount) =>
      `${fraction === null ? "–" : share(fraction)} (${customers(amount)} med två beställningar eller fler)`,
    frequencyScore: (score) => `frekvens ${score}`,
    shortFrequencyScore: (score) => `F ${score}`,
    recencyScore: (score) => `aktualitet ${score}`,
    score: "poäng",
    measures: {
      recency: "dagar sedan senaste beställningen",
      frequency: "beställningar",
      monetary: "nettoköp",
    },
    byRank: "efter rang",
    byCell: "per cell",
    anyValue: "alla",
    upTo: (value) => `högst ${value}`,
    over: (value) => `över ${value}`,
    orMore: (value) => `${value} eller mer`,
    segmentFigures: (amount, revenue) => `${customers(amount)}, ${money(revenue)}`,
    trend: {
      customers: "Kunder",
      revenue: "Intäkter",
      periods: (first, last) => `${first} till ${last}`,
      range: (low, high) => `lägst ${low}, högst ${high}`,
      notDrawn: "(ritas inte: staplar kräver två perioder över noll och ingen under)",
      partial: (kind) => `* ofullständig period (${PERIODS[kind].one}), räknas inte in i lägst och högst.`,
      unknown: (kind) => `? ${PERIODS[kind].one} utan data.`,
    },
    avoid: (text) => `Undvik ${withSmallInitial(text)}`,
    watch: (text) => `Följ: ${withSmallInitial(text)}`,
    latest: {
      title: "Vad som har ändrats",
      before: "perioden före",
      change: "ändring",
      yearBefore: "ett år före",
      changeOnYear: "ändring på ett år",
      year: (revenue, change, kind) => {
        const span = kind === "week" ? "52\u00A0veckorna" : "12\u00A0månaderna";
        const than = change === 0 ? "samma som" : `${change > 0 ? "▲" : "▼"}\u00A0${share(Math.abs(change))} mot`;
        return `Intäkter de senaste ${span}: ${revenue}, ${than} de föregående ${span}`;
      },
      points: (tenths) => `${signOf(tenths, { minus })}${oneDecimal(Math.abs(tenths) / 10)}\u00A0%-enh.`,
    },
    ownCutPoints:
      "De här gränsvärdena kommer från kunderna i rapporten; andra underlag eller en annan avstämningsdag ger andra.",
    distributions: "Hur måtten är fördelade",
    concentration: "Vilka som ger intäkterna",
    brings: (fifth, half) =>
      `${fifth.customers === 1 ? "Den kund" : `De ${count(fifth.customers)} kunder`} som har handlat för mest (${share(fifth.customerShare)} av alla) ger ${share(fifth.revenueShare)} av intäkterna; ` +
      `${count(half.customers)} (${share(half.customerShare)}) ger hälften av dem.`,
    negativeCustomers: (amount) => `${customers(amount)} har skickat tillbaka mer än de har köpt.`,
    tooFewToShare: "Färre än fem kunder: andelar av intäkterna säger lite ännu.",
    noRevenue: "Det finns inga intäkter att fördela: återbetalningarna är lika stora som köpen eller större.",
    largest: "de största",
    topCustomers: (amount) =>
      amount === 1 ? "Kunden som har handlat för mest" : `De ${count(amount)} kunder som har handlat för mest`,
    cohorts: (kind) => `Vilka som köper igen, efter ${PERIODS[kind].one} för den första beställningen`,
    repeat: "Vilka som kommer tillbaka, och när",
    olderCohorts: (amount) => `${plural(amount, "äldre kohort", "äldre kohorter")} visas inte; rfm cohorts har alla.`,
    movement: "Vilka som har bytt segment",
    movedBetween: (from, to) =>
      `Från ${day(from)} till ${day(to)}. Båda dagarna är poängsatta med gränsvärdena från ${day(to)}, så varje flytt är kundens egen.`,
    columns: {
      customer: "kund",
      spend: "köp",
      orders: "beställningar",
      lastOrder: "senaste beställning",
      segment: "segment",
      customers: "kunder",
      ofCustomers: "av kunderna",
      revenue: "intäkter",
      ofRevenue: "av intäkterna",
      file: "fil",
      bytes: "byte",
      rows: "rader",
      sha256: "SHA-256",
    },
    noMovement: {
      ranked: "Visas inte: poäng efter rang har inga gränsvärden att poängsätta en tidigare dag med.",
      "too early": "En period före avstämningsdagen hade ingen kund köpt ännu, så det finns inga flyttar att visa.",
    },
  };
}
