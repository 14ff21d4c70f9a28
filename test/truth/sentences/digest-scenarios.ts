import { type DigestOptions, digestOf, digestOfCustomers } from "../../../src/analysis/digest/digest.ts";
import type { EarlierSet } from "../../../src/analysis/digest/since.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { renderJsonDigest, renderMarkdownDigest, renderTextDigest } from "../../../src/render/digest/render-digest.ts";
import { ENGLISH } from "../../support/languages.ts";
import { type OrderLine, orderTable } from "../../support/order-table.ts";
import { recordingLanguage, type Said } from "../../support/recording-language.ts";
import type { DigestFacts } from "./digest.ts";
import { EXPORTS, START } from "./exports.ts";
import { factsOf } from "./plain-counting.ts";
import { HEALTHY } from "./row.ts";

/** A digest, what was said in it, and what is true by plain counting. */
export interface DigestScenario {
  readonly said: readonly Said[];
  readonly text: string;
  readonly facts: DigestFacts;
}

const healthy = EXPORTS[HEALTHY] ?? [];
const upTo = (day: number): readonly OrderLine[] => healthy.filter((line) => line.day <= START + day);
/** Who had bought by a day, and orders again on the next. */
function allReturn(lines: readonly OrderLine[]): readonly OrderLine[] {
  const day = Math.max(...lines.map((line) => line.day)) + 1;
  return [
    ...lines,
    ...[...new Set(lines.map(({ customer }) => customer))].map((customer) => ({ customer, day, amount: 20 })),
  ];
}

/** What a set of these orders says of itself. */
function setOf(lines: readonly OrderLine[]): EarlierSet {
  const table = orderTable(lines);
  const { customers, scheme, segment } = segmentCustomers(table, { asOf: table.lastDay });
  const revenue = BigInt(Math.round(factsOf(lines).revenue * 10_000));
  const counts = scheme.segments.map(
    ({ name }, index) => [name, segment.filter((own) => own === index).length] as const,
  );
  return { asOf: table.lastDay, customers: customers.length, revenue, segments: new Map(counts) };
}

type Sets = Pick<DigestOptions, "last" | "changedOptions" | "kept">;

function scenario(
  lines: readonly OrderLine[],
  before: readonly OrderLine[] | null,
  { isOfCustomers = false, ...sets }: Partial<Sets> & { readonly isOfCustomers?: boolean } = {},
): DigestScenario {
  const last = before === null ? null : setOf(before);
  const table = orderTable(lines);
  const options = {
    asOf: table.lastDay,
    last: last ?? ("none" as const),
    changedOptions: [],
    kept: last === null ? [] : [last],
    ...sets,
  };
  const segmented = segmentCustomers(table, options);
  const digest = isOfCustomers ? digestOfCustomers(segmented, options) : digestOf(table, segmented, options);
  const { language, said } = recordingLanguage(ENGLISH);
  const segmentName = (name: string): string => name;
  const look = { language, currency: "", period: "month", segmentName, lapsedCommand: "rfm lists x --lapsed" } as const;
  const text = renderTextDigest(digest, look);
  renderMarkdownDigest(digest, look);
  renderJsonDigest(digest, { ...look, version: "0.0.0" });
  const then = { customers: last?.customers ?? 0, revenue: Number(last?.revenue ?? 0n) / 10_000 };
  const shownBefore = new Map(digest.segments.map(({ segment, before: count }) => [segment, count] as const));
  return { said, text, facts: { ...factsOf(lines), lastDay: last?.asOf ?? null, then, isOfCustomers, shownBefore } };
}

/** Digests in every situation that there is. */
export const DIGESTS: Readonly<Record<string, DigestScenario>> = {
  "the first set": scenario(upTo(700), null),
  "four weeks later": scenario(upTo(728), upTo(700)),
  "one more order": scenario([...upTo(700), { customer: "c1", day: START + 701, amount: 5 }], upTo(700)),
  "nothing new": scenario(upTo(700), upTo(700)),
  "corrected rows": scenario([...upTo(700), { customer: "c1", day: START + 500, amount: 5 }], upTo(700)),
  "an earlier day": scenario(upTo(700), upTo(728)),
  "other options": scenario(upTo(728), upTo(700), { changedOptions: ["levels", "window"], kept: [] }),
  "an unreadable set": scenario(upTo(728), null, { last: "unreadable" }),
  "many come back": scenario(allReturn(upTo(700)), upTo(700)),
  "a table of customers": scenario(upTo(700), null, { isOfCustomers: true }),
  "a table of customers, four weeks later": scenario(upTo(728), upTo(700), { isOfCustomers: true }),
  "a table of customers, the same day": scenario(upTo(700), upTo(700), { isOfCustomers: true }),
  "one order": scenario([{ customer: "a", day: START, amount: 12.5 }], null),
};
