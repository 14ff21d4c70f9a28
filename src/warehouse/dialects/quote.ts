import { UsageError } from "../../errors.ts";
import type { Dialect, PublishedTable, Quoting } from "./dialect.ts";

/** What no name and no text may hold: engines cut texts off at it, or refuse them. */
const NUL = "\u0000";

/** Half of a character that is written as two code units: no engine can store it. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * A name of a table or column between its quotes, whatever it holds.
 *
 * @throws UsageError for a name that the engine cannot have, or would cut off
 */
export function quoteName({ names, longestName, unsafeInNames, title }: Dialect, name: string): string {
  if (name === "") throw new UsageError("a name of a table or column is empty");
  refuseUnwritable(name, "the name");
  if (unsafeInNames?.pattern.test(name) === true) {
    throw new UsageError(
      `${shown(name)} cannot be a name in ${title}: ${unsafeInNames.why}`,
      "give the column or table a plain name, in a view for instance",
    );
  }
  const bytes = new TextEncoder().encode(name).length;
  if (longestName !== null && bytes > longestName) {
    throw new UsageError(
      `${shown(name)} is ${bytes} bytes long: ${title} cuts names off after ${longestName}`,
      "choose a shorter name",
    );
  }
  return enclose(name, names);
}

/**
 * A text between its quotes, whatever it holds.
 *
 * @throws UsageError for a text with a character that no engine can store
 */
export function quoteText({ texts }: Dialect, text: string): string {
  refuseUnwritable(text, "the text");
  return enclose(text, texts);
}

/**
 * A table by its name, parts joined with dots: `shop.orders`. A part in double quotes may hold dots: `shop."2024.orders"`.
 * Where the first part is a file format of the engine, all of the rest is a path: `parquet./data/orders`.
 */
export function quoteTable(dialect: Dialect, table: string): string {
  return tableParts(dialect, table)
    .map((part) => quoteName(dialect, part))
    .join(".");
}

/** A table whose place a result takes. */
export function publishedTable(dialect: Dialect, table: string): PublishedTable {
  const parts = tableParts(dialect, table);
  const [last = "", schema] = parts.toReversed();
  return {
    quoted: quoteTable(dialect, table),
    quotedAsText: quoteText(dialect, quoteTable(dialect, table)),
    lastName: quoteName(dialect, last),
    lastAsText: quoteText(dialect, last),
    schemaAsText: schema === undefined ? null : quoteText(dialect, schema),
  };
}

/** The last part of a table's name, without quotes; for a file format of the engine, the path. */
export function tableName(dialect: Dialect, table: string): string {
  return tableParts(dialect, table).at(-1) ?? "";
}

/** A line of comment: nothing that ends a line stays in it. */
export function commentLine(text: string): string {
  return `-- ${text.replace(/[\p{Cc}\u2028\u2029]/gu, " ")}`.trimEnd();
}

/** The parts of a table's name, without quotes. */
function tableParts({ fileFormats }: Dialect, table: string): readonly string[] {
  const dot = table.indexOf(".");
  const format = table.slice(0, Math.max(dot, 0));
  if (fileFormats.includes(format)) return [format, unquoted(table.slice(dot + 1))];
  return [...table.matchAll(/(?:^|\.)("(?:[^"]|"")*"(?=\.|$)|[^.]*)/gu)].map(([, part = ""]) => unquoted(part));
}

function unquoted(part: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(part)?.[1] ?? /^`([^`]*)`$/.exec(part)?.[1];
  return inner === undefined ? part : inner.replaceAll('""', '"');
}

function refuseUnwritable(text: string, what: string): void {
  if (text.includes(NUL))
    throw new UsageError(`${what} ${shown(text)} contains a NUL character, which SQL cannot write`);
  if (!LONE_SURROGATE.test(text)) return;
  throw new UsageError(`${what} ${shown(text)} contains half a character (a lone surrogate), which SQL cannot write`);
}

function shown(text: string): string {
  return JSON.stringify(text);
}

function enclose(text: string, { mark, inner, backslash, oneLine, replacesVariables }: Quoting): string {
  const slashed = backslash === "plain" ? text : text.replaceAll("\\", "\\\\");
  const marked = slashed.replaceAll(mark, inner === "twice" ? mark + mark : `\\${mark}`);
  const lines = oneLine ? marked.replaceAll("\n", "\\n").replaceAll("\r", "\\r") : marked;
  const written = replacesVariables === true ? lines.replaceAll(`$${"{"}`, "\\u0024{") : lines;
  return `${backslash === "marked" && text.includes("\\") ? "E" : ""}${mark}${written}${mark}`;
}
