import type { Catalogue } from "../en/index.ts";
import { capital } from "../phrasing.ts";
import { digestChanges, moreCustomers } from "./digest.ts";
import { PERIODS, periodName, type SwedishGrammar } from "./grammar.ts";

/** A text and what it means. */
const pair = (text: string, meaning: string): [text: string, meaning: string] => [text, meaning];

/** What is said where the orders have no money, in place of sentences that speak of it; each has the name of what it replaces. */
export function swedishWithoutMoney({
  count,
  share,
  day,
  days,
  plural,
  customers,
  orders,
  rows,
  refunds,
  minus,
}: SwedishGrammar): Catalogue["withoutMoney"] {
  const compared = (now: { customers: number }, difference: { customers: number }): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)})`;
  return {
    only: {
      note: "beställningarna har inga belopp (--amount none): kunderna poängsätts bara efter aktualitet och frekvens",
      presetNote:
        "beloppen visar bara vilka beställningar som räknas, på grund av --amount none: kunderna poängsätts bara efter aktualitet och frekvens",
      returning: (part) => `${share(part)} av dem har hittills beställt mer än en gång.`,
    },
    report: {
      gridLegend: "Varje cell: kunder; högst poäng är bäst på båda axlarna.",
      whatToDo: "Vad du ska göra, största segmentet först",
      read: (read) =>
        `${plural(read.rows, "rad läst", "rader lästa")} ur ${plural(read.files, "fil", "filer")}, utan belopp.`,
      used: (used) =>
        `${plural(used.rows, "rad använd", "rader använda")}: ${orders(used.orders)}${used.refunds === 0 ? "" : ` och ${refunds(used.refunds)}`}.`,
      aside: (aside) => `${plural(aside.rows, "rad utelämnad", "rader utelämnade")}: ${aside.reasons}.`,
      returning: "Återkommande kunder",
      returningShare: (_, amount) => `${customers(amount)} med två beställningar eller fler`,
      segmentFigures: (amount) => customers(amount),
    },
    lead: {
      what: (from, to, amount, placed) =>
        `Från ${day(from)} till ${day(to)} gjorde ${customers(amount)} ${orders(placed)}.`,
    },
    scope: {
      aside: (aside, all, _, reason) =>
        `Utelämnat: ${count(aside)} av ${rows(all)}; den vanligaste orsaken: ${reason}.`,
    },
    finding: {
      silent: (amount) => `${customers(amount)} har slutat beställa`,
      totals: (amount, placed) => `${customers(amount)} har gjort ${orders(placed)}`,
    },
    quiet: {
      valuable: (lapseDays, amount) =>
        `${amount === 1 ? "Kunden" : "De"} har inte beställt på mer än ${days(lapseDays)}; nio av tio som kom tillbaka har aldrig gjort ett längre uppehåll.`,
      notLost: (_amount, _since) => "",
      none: (lapseDays) => `Ingen kund har låtit bli att beställa i mer än ${days(lapseDays)}`,
    },
    first: {
      spent: () => "",
      groups: { lapsed: "kunder som har slutat beställa" },
      none: "Ingen grupp har någon kund, så ingen kan sättas först.",
      noneClear: "I ingen grupp har tre av fyra kunder beställt nyligen eller låtit bli länge, så ingen sätts först.",
    },
    segments: {
      intro: () =>
        "Varje kund är i exakt en grupp (ett segment), efter två saker: hur nyligen de senast beställde och hur ofta de beställer.",
      mapCaption: "Varje stapel är gruppens andel av alla kunder. Den största gruppen står först.",
      tableIntro: "Den största gruppen först. Typisk betyder medianen: hälften har mindre, hälften har mer.",
    },
    spread: {
      intro:
        "Var kunderna ligger på vart och ett av de två måtten. Streckade linjer är gränsvärdena mellan en poäng och nästa; poängen står ovanför.",
    },
    movement: {
      fell: (amount, _, from) =>
        `${customers(amount)} beställde inte efter ${day(from)} och flyttade till en lägre grupp`,
      rose: (amount, _, from) => `${customers(amount)} beställde efter ${day(from)} och flyttade till en högre grupp`,
      largestRises: () => "De största flyttarna uppåt med en beställning",
      largestFalls: () => "De största flyttarna nedåt utan beställning",
    },
    terms: {
      order: pair("Beställning", "Alla rader i en export med samma ordernummer. Den räknas när dess status räknas."),
      score: pair(
        "Poäng",
        "Platsen bland alla kunder i varje mått, från 1 och uppåt; högst är bäst. Två poäng bredvid varandra, som 54, är aktualitet och frekvens.",
      ),
    },
    choice: { windowFor: "tidsfönstret begränsar bara frekvensen" },
    compare: {
      title: (from, to) => {
        const side = (one: typeof from): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)})`;
        return `Från ${side(from)} till ${side(to)}`;
      },
      leftSegment: (left, segment) => `${customers(left)} lämnade segmentet ”${segment}”`,
      moved: ({ up, down, aside }) => {
        const others =
          aside.customers === 0
            ? ""
            : `; varken eller (lägre trots beställning eller högre utan beställning): ${count(aside.customers)}`;
        return `Beställde däremellan och steg: ${customers(up.customers)}; beställde inte och sjönk: ${count(down.customers)}${others}. Ett segment är högre ju tidigare det står i segmentindelningen.`;
      },
      rose: (up, _, down) =>
        `Beställde däremellan, med högre poängsumma än förut: ${customers(up)}; med lägre poängsumma: ${count(down)}.`,
      scoreFiles: "flyttarna säger något bara om båda filerna poängsattes med samma val (--model)",
    },
    explain: {
      ordersSentence: (facts) =>
        `${orders(facts.orders)} ${facts.first === facts.last ? day(facts.first) : `från ${day(facts.first)} till ${day(facts.last)}`}.`,
      notCountedFor: (reason, amount) => `${reason}: ${count(amount)}`,
      orderEvent: (_, by, outcome) => `en beställning senast ${day(by)}: ${outcome}`,
    },
    scoring: {
      onlyGrow:
        "utan tidsfönster kan frekvensen bara växa, så med fasta gränsvärden sjunker poängen sällan: med ett --window som är långt nog för att visa vilka som uteblir kan de sjunka",
    },
    figures: {
      orders: pair("Beställningar", "Köp som räknas: godkända, inget test."),
      levels: pair("Nivåer", "Den högsta poängen för aktualitet och frekvens."),
    },
    sheetColumns: {
      rfm_cell: pair("RF-cell", "De två poängen bredvid varandra."),
      dimension: pair("Mått", "Aktualitet eller frekvens."),
    },
    rankings: { "r+f+m": "summan R + F" },
    digest: {
      totals: (now) => `${customers(now.customers)}.`,
      nothingNew: (now) =>
        `Inget nytt: den senaste körningen har samma avstämningsdag och lika många kunder, ${count(now.customers)}.`,
      corrected: (now, difference) =>
        `Den senaste körningen har samma avstämningsdag, men underlaget har ändrats sedan dess: ${compared(now, difference)}.`,
      since: (last, now, difference) => `Sedan den senaste körningen, ${day(last)}: ${compared(now, difference)}.`,
      period: (said) =>
        `${capital(periodName(said.period))}, ${PERIODS[said.kind].newest}: ${customers(said.customers)} beställde${digestChanges(said.customerChanges, { share, minus })}.`,
      moved: (up, down) =>
        `Beställde och steg: ${customers(up.customers)}; beställde inte och sjönk: ${count(down.customers)}.`,
      changedSegment: ({ segment, entered, left }) =>
        `”${segment}” ${entered > left ? "växte" : "krympte"}: ${count(entered)} kom, ${count(left)} gick.`,
    },
    ledger: { line: (amount, reason) => `${count(amount)} ${reason}` },
    inspect: { statusRows: (amount) => rows(amount) },
  };
}
