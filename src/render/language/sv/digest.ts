import type { DigestChange, DigestDifference, DigestTotals } from "../en/digest.ts";
import type { Catalogue } from "../en/index.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { capital } from "../phrasing.ts";
import { signedShare } from "../signed-share.ts";
import { inPeriod, PERIODS, periodName, type SwedishGrammar } from "./grammar.ts";

/** How many more, or fewer. */
export function moreCustomers(amount: number, count: PeopleFormats["count"]): string {
  return amount === 0 ? "lika många som då" : `${count(Math.abs(amount))} ${amount > 0 ? "fler" : "färre"}`;
}

/** How far a figure is from those of earlier periods; empty without one. */
export function digestChanges(all: readonly DigestChange[], formats: Pick<PeopleFormats, "share" | "minus">): string {
  const texts = all.map(({ period, change }) =>
    change === 0 ? `som ${inPeriod(period)}` : `${signedShare(change, formats)} mot ${periodName(period)}`,
  );
  return texts.length === 0 ? "" : ` (${texts.join(", ")})`;
}

/** What a digest says: what changed since the last set. */
export function swedishDigest({
  count,
  money,
  share,
  day,
  customers,
  listed,
  minus,
}: SwedishGrammar): Catalogue["digest"] {
  const moreMoney = (amount: bigint): string =>
    amount === 0n ? "lika mycket som då" : `${money(amount < 0n ? -amount : amount)} ${amount > 0n ? "mer" : "mindre"}`;
  const totals = ({ customers: amount, revenue, currency }: DigestTotals): string =>
    `${customers(amount)}, intäkter ${money(revenue)}${currency}`;
  const compared = (now: DigestTotals, difference: DigestDifference): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)}), intäkter ${money(now.revenue)}${now.currency} (${moreMoney(difference.revenue)})`;
  const changes = (all: readonly DigestChange[]): string => digestChanges(all, { share, minus });
  return {
    title: (asOf) => `Vad som har ändrats: kunder per ${day(asOf)}`,
    totals: (now) => `${totals(now)}.`,
    first: "Det här är den första körningen: nästa jämförs med den.",
    unreadable: "Den senaste körningens manifest.json går inte att läsa, så den här jämförs inte med något.",
    otherOptions: (names) =>
      `Den senaste körningen gjordes med andra val (${listed(names)}), så den här jämförs inte med den.`,
    laterDay: (last) => `Den senaste körningen gäller en senare dag, ${day(last)}, så den här jämförs inte med den.`,
    nothingNew: (now) =>
      `Inget nytt: den senaste körningen har samma avstämningsdag och samma siffror, ${totals(now)}.`,
    corrected: (now, difference) =>
      `Den senaste körningen har samma avstämningsdag, men underlaget har ändrats sedan dess: ${compared(now, difference)}.`,
    since: (last, now, difference) => `Sedan den senaste körningen, ${day(last)}: ${compared(now, difference)}.`,
    period: (said) =>
      `${capital(periodName(said.period))}, ${PERIODS[said.kind].newest}: intäkter ${money(said.revenue)}${said.currency}${changes(said.revenueChanges)}; ${customers(said.customers)} beställde${changes(said.customerChanges)}.`,
    noPeriod: (kind) => `Det finns ännu inga ${PERIODS[kind].manyWhole}.`,
    cameBack: (kind, rate, earlier) => {
      const now = `Av kunderna från föregående ${PERIODS[kind].one} kom ${share(rate)} tillbaka`;
      if (earlier === null) return `${now}.`;
      const then = `${share(earlier.rate)} ${inPeriod(earlier.period)}`;
      return earlier.isChance
        ? `${now} (${then}): skillnaden kan vara en slump.`
        : `${now} (${then}): mer än slumpen förklarar.`;
    },
    moved: (up, down) =>
      `Beställde och steg: ${customers(up.customers)} (värde ${money(up.money)}); beställde inte och sjönk: ${count(down.customers)} (värde ${money(down.money)}).`,
    changedSegment: ({ segment, entered, left, moneyEntered, moneyLeft }) =>
      `”${segment}” ${entered > left ? "växte" : "krympte"}: ${entered === 0 ? "ingen kom" : `${count(entered)} kom (värde ${money(moneyEntered)})`}, ${left === 0 ? "ingen gick" : `${count(left)} gick (värde ${money(moneyLeft)})`}.`,
    lapsed: (since, worth, all) =>
      `Har slutat beställa sedan ${day(since)}${worth === null ? "" : `, värde ${worth}`}. Listan har alla ${count(all)} som hittills har slutat.`,
    otherSegments: (amount) =>
      `${amount === 1 ? "Ett segment till" : `${count(amount)} segment till`} ändrades mer än slumpen förklarar.`,
    noMovement: "Inget segment ändrades mer än slumpen förklarar.",
    sameCutPoints: "Ändring: båda dagarna med de senaste gränsvärdena, inte som de publicerades då.",
    ownCutPoints: "Ändring: varje körning så som den publicerades, med sin egen dags gränsvärden.",
    ofCustomers:
      "Exporterna har en rad per kund, så här finns bara totaler och segment: flyttar och perioder kräver enskilda beställningar.",
    sets: (sets, from, to) => `Körningar: ${count(sets)}, så som de publicerades, ${day(from)} till ${day(to)}.`,
    columns: {
      segment: "segment",
      customers: "kunder",
      change: "ändring",
      revenue: "intäkter",
      trend: "körningar",
    },
  };
}
