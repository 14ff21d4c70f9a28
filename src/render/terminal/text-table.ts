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
import { type FittedColumn, fitColumns, GAP, USUAL_BAR, widthOf } from "./fit-columns.ts";
import { StandIns } from "./stand-ins.ts";
import type { Style } from "./style.ts";
import { wrapSentences, wrapText } from "./wrap.ts";

export interface TextTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
  /** Shows e-mail addresses in full, which are masked otherwise. */
  readonly showsAddresses?: boolean;
}

const tableClass = lazyPackage<typeof Table>("cli-table3");

const NARROWEST_BAR = 6;
const NARROWEST_WRAP = 20;

/** No lines at all: columns are told apart by the gap, rows by the line. */
const BORDERLESS = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((place) => [`${side}${place}`, ""]),
  ),
);

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
  if (isMasked && others.length > 0) yield `${style.faint(wrapSentences(words.addressesMasked(others), width))}\n`;
  if (left.length === 0) return;
  const options = [...(wholeWidth <= WIDEST_TABLE ? [`--width ${wholeWidth}`] : []), ...others];
  yield `${style.faint(wrapSentences(words.notShown(withRuns(left), options, left.length), width))}\n`;
}

/** Names of columns, with whole numbers that follow each other as a run: `5–27`. */
function withRuns(names: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const name of names) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && /^\d+$/.test(last) && name === String(Number(last) + 1))
      run.push(name);
    else runs.push([name]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0]}–${run.at(-1)}`]));
}

function measure(
  table: DataTable,
  column: DataColumn,
  { language, showsAddresses = false }: TextTableOptions,
): FittedColumn {
  if (column.kind === "bar")
    return {
      column,
      width: USUAL_BAR,
      narrowest: NARROWEST_BAR,
      headed: NARROWEST_BAR,
      worded: NARROWEST_BAR,
      cells: [],
      isMasked: false,
    };
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
  const widestHeading = Math.max(...words.map(cellWidth));
  const headed = Math.max(widest, widestHeading);
  const isText = column.kind === "text" && column.align !== "right";
  const widestWord = isText ? Math.max(1, ...cells.flatMap((cell) => cell.split(" ")).map(cellWidth)) : widest;
  const narrowest = column.headingWraps === true ? headed : width;
  return {
    column,
    width,
    narrowest: column.wraps === true ? Math.min(width, NARROWEST_WRAP) : narrowest,
    headed,
    worded: Math.max(widestHeading, widestWord),
    cells,
    isMasked,
  };
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
