/*
 * The digest as people and programs see it: blocks, which the terminal's and the Markdown report's renderers print, and JSON.
 */
import type { Digest } from "../../analysis/digest/digest.ts";
import type { DigestMoves } from "../../analysis/digest/moves.ts";
import type { DataTable } from "../../csv/writer/data-table.ts";
import type { DigestTotals } from "../language/en/digest.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { signedCount } from "../language/signed-share.ts";
import type { Block } from "../report/blocks/block.ts";
import { currencyText } from "../sentences/currency-text.ts";
import { rowColumns } from "../tables/row-columns.ts";
import { sparkline } from "../terminal/sparkline.ts";
import { periodLines } from "./period-lines.ts";

/** What a digest is shown with. */
export interface DigestLook {
  readonly language: Language;
  /** Code or symbol; empty where the exports name none. */
  readonly currency: string;
  readonly period: NonNullable<Digest["period"]>["kind"];
  /** A segment's name in the language. */
  readonly segmentName: (name: string) => string;
  /** The command line that writes the list of all who have lapsed. */
  readonly lapsedCommand: string;
}

/** A digest on one screen: sentences, then a line per segment. */
export function digestBlocks(digest: Digest, look: DigestLook): readonly Block[] {
  const { words } = look.language;
  const trend = digest.trendDays;
  const [from, to] = [trend[0], trend.at(-1)];
  const hasTrend = trend.length > 1 && from !== undefined && to !== undefined;
  const notes = [
    ...(digest.moves === null ? [] : [words.digest.sameCutPoints]),
    ...(!digest.hasOrders && digest.since.kind === "earlier day" ? [words.digest.ownCutPoints] : []),
    ...(hasTrend ? [words.digest.sets(trend.length, from, to)] : []),
  ];
  return [
    { kind: "lines", lines: digestLines(digest, look) },
    ...lapsedBlocks(digest, look),
    { kind: "gap" },
    { kind: "table", table: digestTable(digest, look) },
    ...(notes.length === 0 ? [] : [{ kind: "lines", lines: notes } as const]),
  ];
}

/** How many good customers have lapsed since the last set, and the command that lists them; nothing where none have. */
function lapsedBlocks({ lapsed }: Digest, { language, currency, lapsedCommand }: DigestLook): readonly Block[] {
  if (lapsed === null || lapsed.customers === 0) return [];
  const { words, money, hasMoney } = language;
  const worth = hasMoney ? `${money(lapsed.revenue)}${currencyText({ currency })}` : null;
  const action = {
    segment: `${words.page.first.roles["win back"]}: ${words.page.first.groups.lapsed}`,
    figures: words.common.customers(lapsed.customers),
    meaning: words.digest.lapsed(lapsed.day, worth, lapsed.all),
    ...{ action: "", avoid: "", measure: "", command: lapsedCommand },
  };
  return [{ kind: "actions", actions: [action] }];
}

/** The sentences of a digest, in the order of what they say first. */
export function digestLines(digest: Digest, look: DigestLook): readonly string[] {
  if (!digest.hasOrders) return [...sinceLines(digest, look), look.language.words.digest.ofCustomers];
  return [
    ...sinceLines(digest, look),
    ...moveLines(digest.moves, look),
    ...periodLines({ latest: digest.period === null ? null : { period: digest.period.name } }, digest.changes, {
      ...look,
      currency: currencyText(look),
    }),
  ];
}

/** What the last set is to this one, with the totals of now. */
export function sinceLines(
  { customers, revenue, since }: Pick<Digest, "customers" | "revenue" | "since">,
  { language, currency }: Pick<DigestLook, "language" | "currency">,
): readonly string[] {
  const words = language.words.digest;
  const now: DigestTotals = { customers, revenue, currency: currencyText({ currency }) };
  switch (since.kind) {
    case "first":
      return [words.totals(now), words.first];
    case "unreadable":
      return [words.totals(now), words.unreadable];
    case "other options":
      return [words.totals(now), words.otherOptions(since.options)];
    case "later day":
      return [words.totals(now), words.laterDay(since.day)];
    case "same day":
      return [since.customers === 0 && since.revenue === 0n ? words.nothingNew(now) : words.corrected(now, since)];
    case "earlier day":
      return [words.since(since.day, now, since)];
  }
}

/** So many segments are named; the others are counted. */
const NAMED = 2;

function moveLines(moves: DigestMoves | null, { language, segmentName }: DigestLook): readonly string[] {
  const words = language.words.digest;
  if (moves === null) return [];
  const named = moves.segments.slice(0, NAMED);
  const others = moves.segments.length - named.length;
  const lines = [
    ...(moves.isMoreThanChance ? [words.moved(moves.up, moves.down)] : []),
    ...named.map((one) => words.changedSegment({ ...one, segment: segmentName(one.segment) })),
    ...(others > 0 ? [words.otherSegments(others)] : []),
  ];
  return lines.length === 0 ? [words.noMovement] : lines;
}

function digestTable({ segments, trendDays }: Digest, { language, segmentName }: DigestLook): DataTable {
  const { columns } = language.words.digest;
  const column = rowColumns(segments, columns);
  const hasBefore = segments.some(({ before }) => before !== null);
  return {
    length: segments.length,
    columns: [
      column("segment", "text", ({ segment }) => segmentName(segment)),
      column("customers", "count", ({ customers }) => customers),
      ...(hasBefore
        ? [{ ...column("change", "text", (one) => changeText(one, language)), align: "right" } as const]
        : []),
      column("revenue", "money", ({ revenue }) => revenue),
      ...(trendDays.length > 1 ? [column("trend", "text", ({ trend }) => trendText(trend))] : []),
    ],
  };
}

function changeText({ customers, before }: Digest["segments"][number], language: Language): string {
  if (before === null) return UNKNOWN;
  const difference = customers - before;
  return difference === 0 ? "0" : signedCount(difference, language);
}

function trendText(trend: readonly number[]): string {
  return sparkline(trend.map((value) => ({ value, isPartial: false }))) ?? "";
}
