import type { Digest } from "../../analysis/digest/digest.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { changesJson } from "../report/json/first-screen-json.ts";
import { treeWithoutMoney } from "../report/json/tree-without-money.ts";
import { renderMarkdownReport } from "../report/markdown-report.ts";
import { renderTextReport } from "../report/terminal-report.ts";
import { type JsonTree, jsonText } from "../tables/json-tree.ts";
import { plainStyle } from "../terminal/style.ts";
import { type DigestLook, digestBlocks } from "./digest-blocks.ts";

/** Columns of a mail or a chat message that shows text as it is. */
const WIDTH = 80;

/** The version of the digest's JSON. It rises when a key is renamed or taken away, or comes to mean something else. */
const SCHEMA_VERSION = 1;

/** A digest as plain text of 80 columns, for mail. */
export function renderTextDigest(digest: Digest, look: DigestLook): string {
  const title = look.language.words.digest.title(digest.asOf);
  const text = renderTextReport(title, digestBlocks(digest, look), {
    width: WIDTH,
    style: plainStyle,
    language: look.language,
  });
  return [...text].join("");
}

/** The same as Markdown, for chat. */
export function renderMarkdownDigest(digest: Digest, look: DigestLook): string {
  const title = look.language.words.digest.title(digest.asOf);
  return [...renderMarkdownReport(title, digestBlocks(digest, look), look.language)].join("");
}

/** The same for programs; `schemas/digest.schema.json` describes it. Money is in units, rates and changes are fractions. */
export function renderJsonDigest(
  digest: Digest,
  {
    currency,
    language,
    version,
    lapsedCommand,
  }: Pick<DigestLook, "currency" | "language" | "lapsedCommand"> & { readonly version: string },
): string {
  const { asOf, customers, revenue, period, segments, trendDays } = digest;
  const document: JsonTree = {
    schema_version: SCHEMA_VERSION,
    rfm_version: version,
    as_of: formatDay(asOf),
    currency: currency === "" ? null : currency,
    customers,
    revenue,
    since: sinceJson(digest.since),
    newest_period: period === null ? null : { kind: period.kind, period: period.name },
    changes: changesJson(digest),
    movement: movementJson(digest.moves),
    lapsed: lapsedJson(digest.lapsed, lapsedCommand),
    sets: trendDays.map(formatDay),
    segments: segments.map(({ before, trend, ...own }) => ({
      ...own,
      customers_before: before,
      customers_by_set: trend,
    })),
  };
  return `${jsonText(language.hasMoney ? document : treeWithoutMoney(document))}\n`;
}

function sinceJson(since: Digest["since"]): JsonTree {
  const { kind } = since;
  const blank = { kind, day: null, customers_change: null, revenue_change: null, different_options: [] };
  switch (since.kind) {
    case "first":
    case "unreadable":
      return blank;
    case "other options":
      return { ...blank, different_options: since.options };
    case "later day":
      return { ...blank, day: formatDay(since.day) };
    default:
      return {
        ...blank,
        day: formatDay(since.day),
        customers_change: since.customers,
        revenue_change: since.revenue,
      };
  }
}

function lapsedJson(lapsed: Digest["lapsed"], command: string): JsonTree {
  if (lapsed === null) return null;
  const { day, customers, revenue, all } = lapsed;
  return { since: formatDay(day), customers, revenue, all_customers: all, command };
}

function movementJson(moves: Digest["moves"]): JsonTree {
  if (moves === null) return null;
  return {
    from: formatDay(moves.fromDay),
    up: { ...moves.up },
    down: { ...moves.down },
    more_than_chance: moves.isMoreThanChance,
    segments: moves.segments.map(({ segment, entered, left, moneyEntered, moneyLeft }) => ({
      segment,
      entered,
      left,
      revenue_entered: moneyEntered,
      revenue_left: moneyLeft,
    })),
  };
}
