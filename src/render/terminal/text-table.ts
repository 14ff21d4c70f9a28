/*
 * The terminal: tables, wrapped text and small charts for a given width, measured in cells rather than characters, with
 * or without colours. Nothing here knows what a customer is.
 */

import type Table from "cli-table3";
import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { printable, shownText } from "../../basics/text/words.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import { lazyPackage } from "../../files/lazy-package.ts";
import { type Language, peopleText } from "../language/language.ts";
import { withOrWithoutMoney } from "../tables/without-money.ts";
import { cellWidth, padStartCells } from "./cells.ts";
import { StandIns } from "./stand-ins.ts";
import type { Style } from "./style.ts";
import { wrapText } from "./wrap.ts";

export interface TextTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
  /** Shows e-mail addresses in full, which are masked otherwise. */
  readonly showsAddresses?: boolean;
}

const tableClass = lazyPackage<typeof Table>("cli-table3");

const WIDEST_BAR = 20;
const NARROWEST_BAR = 6;
const NARROWEST_WRAP = 20;
const GAP = 2;

/** No lines at all: columns are told apart by the gap, rows by the line. */
const BORDERLESS = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((place) => [`${side}${place}`, ""]),
  ),
);

/** A column with its width in cells of the terminal; a bar takes what the others leave. */
interface FittedColumn {
  readonly column: DataColumn;
  readonly width: number;
  /** How narrow it can be made. */
  readonly narrowest: number;
  /** How narrow it is with a word of its heading per line. */
  readonly headed: number;
  readonly cells: readonly string[];
  readonly isMasked: boolean;
}

/** A table as lines, and what had to be left out of it. */
export interface TextTable {
  readonly text: string;
  /** Headings of the columns that gave way. */
  readonly left: readonly string[];
  /** The least width at which none of these would have to. */
  readonly wholeWidth: number;
  /** Whether e-mail addresses in it are masked. */
  readonly isMasked: boolean;
}

/**
 * A table for people, as lines. Where it is wider than the terminal, a bar shrinks or text wraps first, then columns of the
 * highest rank give way; `left` names those.
 */
export function renderTextTable(table: DataTable, options: TextTableOptions): TextTable {
  const shown = withOrWithoutMoney(table, options.language, "people")
    .columns.filter((column) => column.dataOnly !== true)
    .map((column) => measure(table, column, options));
  const kept = fitColumns(shown, options.width);
  const standIns = new StandIns();
  const text = new (tableClass())({
    chars: { ...BORDERLESS, middle: " ".repeat(GAP) },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    head: kept.map((fitted) => headOf(fitted, options.style, standIns)),
    colAligns: kept.map(({ column }) => (isLeftAligned(column) ? "left" : "right")),
    rowAligns: ["bottom"],
  });
  for (let row = 0; row < table.length; row += 1) {
    text.push(kept.map((fitted) => cellOf(fitted, row, options.style, standIns)));
  }
  return {
    text: trimmedLines(standIns.restore(text.toString())),
    left: shown
      .filter(({ column }) => !kept.some((one) => one.column === column))
      .map(({ column }) => heading(column))
      .filter((name) => name !== ""),
    wholeWidth: wholeWidth(shown),
    isMasked: kept.some(({ isMasked }) => isMasked),
  };
}

/** The widest table that can be asked for. */
export const WIDEST_TABLE = 500;

/** The lines below a table: which columns it has no room for and that addresses are masked, with the options that show them. */
export function* leftColumns(
  { left, wholeWidth, isMasked }: TextTable,
  { width, style, language }: TextTableOptions,
  others: readonly string[],
): Generator<string> {
  const words = language.words.common;
  if (isMasked && others.length > 0) yield `${style.faint(wrapText(words.addressesMasked(others), width))}\n`;
  if (left.length === 0) return;
  const options = [...(wholeWidth <= WIDEST_TABLE ? [`--width ${wholeWidth}`] : []), ...others];
  yield `${style.faint(wrapText(words.notShown(left, options), width))}\n`;
}

function measure(
  table: DataTable,
  column: DataColumn,
  { language, showsAddresses = false }: TextTableOptions,
): FittedColumn {
  if (column.kind === "bar")
    return { column, width: WIDEST_BAR, narrowest: NARROWEST_BAR, headed: NARROWEST_BAR, cells: [], isMasked: false };
  let isMasked = false;
  const cells = Array.from({ length: table.length }, (_, row) => {
    const text = peopleText(language, column.kind, column.at(row));
    if (column.kind !== "text" || showsAddresses) return printable(text);
    const masked = maskPersonal(text);
    isMasked ||= masked !== text;
    return printable(masked);
  });
  const widest = Math.max(1, ...cells.map(cellWidth));
  const width = Math.max(widest, cellWidth(heading(column)));
  const words = heading(column).split(" ");
  const headed = Math.max(widest, ...words.map(cellWidth));
  const narrowest = column.headingWraps === true ? headed : width;
  return {
    column,
    width,
    narrowest: column.wraps === true ? Math.min(width, NARROWEST_WRAP) : narrowest,
    headed,
    cells,
    isMasked,
  };
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP, -GAP);
}

/** The least width that has room for all columns but for bars that are the first to give way. */
function wholeWidth(columns: readonly FittedColumn[]): number {
  const highest = Math.max(...columns.map(({ column }) => column.rank ?? 0));
  const first = columns.filter(({ column }) => column.rank === highest);
  const isSilent = highest > 0 && first.every(({ column }) => heading(column) === "");
  return isSilent
    ? wholeWidth(columns.filter((column) => !first.includes(column)))
    : widthOf(columns.map(({ narrowest }) => narrowest));
}

/**
 * Shrinks bars and wrapping text as far as needed; where that is not enough, drops the columns of the highest rank, and wraps
 * headings at last.
 */
function fitColumns(columns: readonly FittedColumn[], width: number): readonly FittedColumn[] {
  let kept = columns;
  for (;;) {
    const excess = widthOf(kept.map((column) => column.width)) - width;
    if (excess <= 0) return kept;
    const slack = kept.reduce((sum, one) => sum + one.width - one.narrowest, 0);
    const highest = Math.max(...kept.map(({ column }) => column.rank ?? 0));
    if (slack >= excess) return shrink(kept, excess);
    if (highest <= 0) return shrink(kept.map(withWrappedHeading), excess);
    kept = kept.filter(({ column }) => (column.rank ?? 0) !== highest);
  }
}

function withWrappedHeading(one: FittedColumn): FittedColumn {
  return { ...one, narrowest: Math.min(one.narrowest, one.headed) };
}

/** Takes the excess from the columns that can give way, the last first. */
function shrink(columns: readonly FittedColumn[], excess: number): readonly FittedColumn[] {
  let left = excess;
  return columns
    .toReversed()
    .map((one) => {
      const given = Math.min(left, one.width - one.narrowest);
      left -= given;
      return { ...one, width: one.width - given };
    })
    .toReversed();
}

function heading(column: DataColumn): string {
  return shownText(column.heading ?? column.name);
}

function isLeftAligned({ kind, align }: DataColumn): boolean {
  if (align === "right") return false;
  return kind === "text" || kind === "bar" || kind === "day" || kind === "flag";
}

function headOf({ column, width }: FittedColumn, style: Style, standIns: StandIns): string {
  return eachLine(wrapText(heading(column), width), (line) => style.strong(standIns.put(line)));
}

function cellOf({ column, width, cells }: FittedColumn, row: number, style: Style, standIns: StandIns): string {
  const text = cells[row] ?? "";
  const shade = column.shade?.(row) ?? null;
  if (shade !== null && text !== "") return style.shade(standIns.put(padStartCells(text, width)), shade);
  if (column.kind !== "bar") return eachLine(wrapText(text, width), (line) => standIns.put(line));
  return style.bar(standIns.put(bar(Number(column.at(row) ?? 0), width)));
}

/** A bar for a fraction 0 … 1 in eighths of a character. */
export function bar(fraction: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8);
  const partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8] ?? "";
  return "█".repeat(Math.floor(eighths / 8)) + partial;
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split("\n").map(change).join("\n");
}

function trimmedLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}
