import type { ReportOptions } from "../../../src/analysis/report/report.ts";
import type { Claim } from "../../../src/analysis/segments/claims.ts";
import { compileScheme, type SegmentFile } from "../../../src/analysis/segments/scheme.ts";
import type { OrderLine } from "../../support/order-table.ts";
import { EXPORTS, START } from "./exports.ts";
import type { PlainScheme } from "./plain-counting.ts";
import { BAD_YEAR, HEALTHY } from "./row.ts";

/** An export as a report with options reads it. Only the rows that name it look at it: the others count as no option was given. */
export interface Variant {
  readonly lines: readonly OrderLine[];
  readonly options: Omit<ReportOptions, "asOf">;
  readonly scheme: PlainScheme | null;
  /** Whether the export has a column of half the amount that is its margin. */
  readonly hasMargin: boolean;
}

const healthy = EXPORTS[HEALTHY] ?? [];

function variant(options: Variant["options"], lines: readonly OrderLine[] = healthy): Variant {
  return { lines, options, scheme: null, hasMargin: false };
}

const EVERY_CLAIM: readonly Claim[] = ["recent", "silent", "often", "again", "seldom", "once", "new", "more", "less"];

/** Everybody in one group, of whom a scheme claims everything at once: each claim is made, or what is true instead. */
function oneGroup(lines: readonly OrderLine[]): Variant {
  const everybody: SegmentFile = {
    name: "Everybody",
    meaning: "All of it.",
    action: "All of it.",
    claims: { meaning: EVERY_CLAIM, action: EVERY_CLAIM },
    otherwise: true,
  };
  const scheme = compileScheme({ name: "one group", levels: 5, segments: [everybody] });
  return { ...variant({ scheme }, lines), scheme: { names: ["Everybody"], of: () => "Everybody" } };
}

/** A group for each pair of recency and frequency scores: more than fit on a chart of moves. */
function manyGroups(): Variant {
  const pairs = [5, 4, 3, 2, 1].flatMap((recency) => [5, 4, 3, 2, 1].map((frequency) => [recency, frequency] as const));
  const segments = pairs.map(
    ([recency, frequency]): SegmentFile => ({
      name: `R${recency} F${frequency}`,
      meaning: "",
      action: "",
      recency: [recency, recency],
      frequency: [frequency, frequency],
    }),
  );
  const scheme = compileScheme({ name: "pairs", levels: 5, segments });
  const of = ([recency, frequency]: string): string => `R${recency} F${frequency}`;
  return { ...variant({ scheme }), scheme: { names: segments.map(({ name }) => name), of } };
}

const customers = (name: string, amount: number, days: (index: number) => readonly number[]): readonly OrderLine[] =>
  Array.from({ length: amount }, (_, index) =>
    days(index).map((day) => ({ customer: `${name}${index}`, day: START + day, amount: 10 + index })),
  ).flat();

/** Three in four came once in the last weeks; the others twice, long ago. */
const mostlyNew: readonly OrderLine[] = [
  ...customers("new", 90, (index) => [85 + (index % 36)]),
  ...customers("twice", 30, () => [0, 50]),
];
/** Most came three times long ago; two in five came once, lately. */
const mostlyGone: readonly OrderLine[] = [
  ...customers("thrice", 60, (index) => [index % 5, 10 + (index % 5), 20 + (index % 5)]),
  ...customers("late", 40, (index) => [121 + (index % 10)]),
];
/** Most came once in the last weeks; two in five have come often, for longer. */
const newAndOld: readonly OrderLine[] = [
  ...customers("once", 60, (index) => [71 + index]),
  ...customers("often", 40, (index) => [index % 5, 10 + (index % 5), 20 + (index % 5), 30 + (index % 5)]),
];

/** All came twice and spent the same; three in five of them lately. */
const alike: readonly OrderLine[] = [
  ...customers("early", 40, (index) => [index % 5, 10 + (index % 5)]),
  ...customers("late", 60, (index) => [120 + (index % 5), 130 + (index % 5)]),
].map(toTen);

/** The variants, by name. */
/** 24 whole months: each of the second year is below those of the first, but for the last. */
const badYear = Array.from({ length: 24 * 30 }, (_, index): OrderLine => {
  const month = Math.floor(index / 30);
  const day = Date.UTC(2022, month + 1, 0) / 86_400_000 - (index % 28);
  return { customer: `y${(index * 7) % 90}`, day, amount: month < 12 ? 40 : month < 23 ? 25 : 60 };
}).concat({ customer: "first", day: START, amount: 10 });

const REFUSED = /[13579]$/;

/** Whoever has an odd number at the end of the id has not consented. */
export const hasConsented = (id: string): boolean => !REFUSED.test(id);

const evenOnes: Variant["options"] = {
  permissionOf: ({ customers: { ids } }) => ({
    isAllowed: Uint8Array.from(ids, (id) => (hasConsented(id) ? 1 : 0)),
    ...{ options: [], consent: null, exclusions: null },
  }),
};

export const VARIANTS: Readonly<Record<string, Variant>> = {
  [BAD_YEAR]: variant({}, badYear),
  "scores by rank": variant({ method: "ntile" }),
  "half a year of two": variant({ window: { count: 6, unit: "months" } }),
  "covered beyond its end": variant({ covers: { from: START, to: START + 800 } }),
  "sixty days of two years": variant({ window: { count: 60, unit: "days" } }),
  "spend per order": variant({ monetary: "average" }),
  margin: { ...variant({}), hasMargin: true },
  "margin per order": { ...variant({ monetary: "average" }), hasMargin: true },
  "the same margin": { ...variant({}, (EXPORTS["nobody came back"] ?? []).map(toTen)), hasMargin: true },
  "the same spend per order": variant({ monetary: "average" }, healthy.map(toTen)),
  "the same margin per order": { ...variant({ monetary: "average" }, healthy.map(toTen)), hasMargin: true },
  "twenty-five groups": manyGroups(),
  "one group, mostly new": oneGroup(mostlyNew),
  "one group, mostly gone": oneGroup(mostlyGone),
  "one group, new and old": oneGroup(newAndOld),
  "one group, all alike": oneGroup(alike),
  "half have consented": variant(evenOnes),
};

function toTen(line: OrderLine): OrderLine {
  return { ...line, amount: 10 };
}
