import { Chalk } from "chalk";
import { definitionsOf } from "../../src/analysis/model/model.ts";
import { type Report, reportOn } from "../../src/analysis/report/report.ts";
import { ledgerAt } from "../../src/cli/read-exports.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { scoringNotes } from "../../src/render/notes.ts";
import { reportBlocks } from "../../src/render/report/blocks.ts";
import { renderHtmlReport } from "../../src/render/report/html/page.ts";
import { renderJsonReport } from "../../src/render/report/json-report.ts";
import { renderMarkdownReport } from "../../src/render/report/markdown-report.ts";
import type { ReportInput } from "../../src/render/report/report-input.ts";
import { renderTextReport } from "../../src/render/report/text-report.ts";
import { renderWorkbookReport } from "../../src/render/report/workbook/workbook-report.ts";
import { styleWith } from "../../src/render/style.ts";
import { inFolder } from "../support/in-process.ts";
import { ENGLISH } from "../support/languages.ts";
import { dayOf, type OrderLine } from "../support/order-table.ts";
import { recordingLanguage, type Said } from "../support/recording-language.ts";

/** One export, what the report said of it, and what is true of it by plain counting. */
export interface Scenario {
  readonly said: readonly Said[];
  readonly report: Report;
  readonly facts: Facts;
}

const DAY = 86_400_000;
const START = dayOf("2022-01-01");
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Numbers 0 … 1 that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A shop of two years, or one whose customers stopped before its end but for a few new ones. */
function shop({
  customers,
  days,
  stops,
  seed,
}: {
  customers: number;
  days: number;
  stops: number;
  seed: number;
}): OrderLine[] {
  const next = numbers(seed);
  const lines: OrderLine[] = [];
  for (let index = 0; index < customers; index += 1) {
    const orders = [1, 1, 2, 4, 12, 30][Math.floor(next() * 6)] ?? 1;
    let day = Math.floor(next() * Math.min(days, stops) * 0.95);
    for (let order = 0; order < orders && day < stops; order += 1) {
      lines.push({ customer: `c${index}`, day: START + day, amount: 10 + Math.floor(next() * 9000) / 100 });
      day += 1 + Math.floor(next() * Math.min(80, days / 4));
    }
  }
  if (stops < days) {
    for (let index = 0; index < 12; index += 1)
      lines.push({ customer: `late${index}`, day: START + days - index, amount: 20 });
  }
  return lines;
}

const once = (customers: number): OrderLine[] =>
  Array.from({ length: customers }, (_, index) => ({
    customer: `o${index}`,
    day: START + index * 4,
    amount: 10 + index,
  }));

/** A slice of a month: half of the customers are in it twice, as far apart as it allows. */
function thirtyThree(): OrderLine[] {
  return Array.from({ length: 160 }, (_, index) => {
    const first = START + (index % 16);
    const again = index % 2 === 0 ? [{ customer: `m${index}`, day: first + 10 + (index % 15), amount: 30 }] : [];
    return [{ customer: `m${index}`, day: first, amount: 10 + index }, ...again];
  })
    .flat()
    .concat({ customer: "last", day: START + 32, amount: 9 });
}

/** Exports that differ in what may be said of them. */
export const EXPORTS: Readonly<Record<string, readonly OrderLine[]>> = {
  "two years, healthy": shop({ customers: 320, days: 730, stops: 730, seed: 7 }),
  "two years, long silent": shop({ customers: 320, days: 730, stops: 430, seed: 11 }),
  "thirty-three days": thirtyThree(),
  "nobody came back": once(80),
  "eight customers": shop({ customers: 8, days: 500, stops: 500, seed: 5 }),
  "everybody comes every fifty days": Array.from({ length: 60 * 14 }, (_, index) => ({
    customer: `r${index % 60}`,
    day: START + (index % 50) + 50 * Math.floor(index / 60),
    amount: 10 + (index % 7),
  })),
  "one order": [{ customer: "a", day: START, amount: 12.5 }],
  "refunds as large as purchases": [
    { customer: "a", day: START, amount: 10 },
    { customer: "b", day: START + 40, amount: 20 },
    { customer: "a", day: START + 50, amount: -40 },
  ],
};

/** What is true of some customers' orders, found the plain way. */
export interface Facts {
  readonly asOf: number;
  readonly customers: ReadonlyMap<
    string,
    { readonly days: readonly number[]; readonly orders: number; readonly spend: number }
  >;
  readonly revenue: number;
  readonly orders: number;
  readonly lapseDays: number | null;
  readonly medianSpend: number;
  /** Customers of whom something is true, with what they spent. */
  readonly those: (
    test: (one: {
      readonly silentDays: number;
      readonly orders: number;
      readonly spend: number;
      readonly firstDays: number;
    }) => boolean,
  ) => {
    readonly customers: number;
    readonly money: number;
  };
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

export function factsOf(lines: readonly OrderLine[]): Facts {
  const asOf = Math.max(...lines.map(({ day }) => day));
  const customers = new Map(
    [...new Set(lines.map(({ customer }) => customer))].flatMap((customer) => {
      const own = lines.filter((line) => line.customer === customer);
      const bought = own.filter(({ amount }) => amount > 0);
      const days = [...new Set(bought.map(({ day }) => day))].sort((a, b) => a - b);
      const spend = own.reduce((sum, { amount }) => sum + amount, 0);
      return days.length === 0 ? [] : [[customer, { days, orders: bought.length, spend }] as const];
    }),
  );
  const longest = [...customers.values()]
    .filter(({ days }) => days.length > 1)
    .map(({ days }) => Math.max(...days.slice(1).map((day, index) => day - (days[index] ?? 0))))
    .sort((a, b) => a - b);
  const at = (longest.length - 1) * 0.9;
  const [low, high] = [longest[Math.floor(at)] ?? 0, longest[Math.ceil(at)] ?? 0];
  const all = [...customers.values()];
  return {
    asOf,
    customers,
    revenue: all.reduce((sum, { spend }) => sum + spend, 0),
    orders: all.reduce((sum, { orders }) => sum + orders, 0),
    lapseDays: longest.length === 0 ? null : low + (high - low) * (at - Math.floor(at)),
    medianSpend: median(all.map(({ spend }) => spend)),
    those: (test) => {
      const found = all.filter(({ days, orders, spend }) =>
        test({ silentDays: asOf - (days.at(-1) ?? 0), firstDays: asOf - (days[0] ?? 0), orders, spend }),
      );
      return { customers: found.length, money: found.reduce((sum, { spend }) => sum + spend, 0) };
    },
  };
}

/** Renders every form of the report of an export, and keeps what was said. */
export async function scenarioOf(lines: readonly OrderLine[]): Promise<Scenario> {
  const rows = lines.map(
    ({ customer, day, amount }, index) => `${customer},n${index},${dateOf(day)},${amount.toFixed(2)}`,
  );
  const csv = `customer_id,order_id,date,amount\n${rows.join("\n")}\n`;
  return inFolder({ "orders.csv": csv }, async (folder) => {
    const history = await readOrders([`${folder}/orders.csv`]);
    const { lastDay: asOf } = history.orders;
    const report = reportOn(history.orders, { asOf });
    const { language, said } = recordingLanguage(ENGLISH);
    const input: ReportInput = {
      exports: ["orders.csv"],
      language,
      report,
      ledger: ledgerAt(history, { asOf }),
      understanding: history.understanding,
      notes: scoringNotes(report.segmented, language),
      asOfGiven: false,
      definitions: definitionsOf({ asOf }),
      version: "0.0.0",
      isFrozen: false,
      showCustomers: false,
      outlook: null,
    };
    const look = { width: 100, style: styleWith(new Chalk({ level: 0 })), language };
    const text = [...renderTextReport("t", reportBlocks(input, "short"), look)];
    const markdown = [...renderMarkdownReport("t", reportBlocks(input, "full"), language)];
    const page = [...renderHtmlReport(input)];
    const workbook = [...renderWorkbookReport(input).chunks];
    if ([text, markdown, page, workbook, [renderJsonReport(input)]].some(({ length }) => length === 0))
      throw new Error("empty");
    return { said, report, facts: factsOf(lines) };
  });
}
