import Table from "cli-table3";
import type { DataColumn, DataTable } from "./data-table.ts";
import { type Language, peopleText } from "./language/language.ts";
import type { Style } from "./style.ts";
import { wrapText } from "./wrap.ts";

export interface TextTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
}

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

/** A column with its width in characters; a bar takes what the others leave. */
interface FittedColumn {
  readonly column: DataColumn;
  readonly width: number;
  readonly cells: readonly string[];
}

/**
 * A table for people, as lines. Where it is wider than the terminal, a bar shrinks or text wraps first, then columns of the
 * highest rank give way; `left` names those.
 */
export function renderTextTable(
  table: DataTable,
  options: TextTableOptions,
): { text: string; left: readonly string[] } {
  const shown = table.columns
    .filter((column) => column.dataOnly !== true)
    .map((column) => measure(table, column, options.language));
  const kept = fitColumns(shown, options.width);
  const text = new Table({
    chars: { ...BORDERLESS, middle: " ".repeat(GAP) },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    head: kept.map(({ column }) => options.style.strong(heading(column))),
    colAligns: kept.map(({ column }) => (isLeftAligned(column) ? "left" : "right")),
  });
  for (let row = 0; row < table.length; row += 1) {
    text.push(kept.map((fitted) => cellOf(fitted, row, options.style)));
  }
  return {
    text: trimmedLines(text.toString()),
    left: shown
      .filter(({ column }) => !kept.some((one) => one.column === column))
      .map(({ column }) => heading(column))
      .filter((name) => name !== ""),
  };
}

function measure(table: DataTable, column: DataColumn, language: Language): FittedColumn {
  if (column.kind === "bar") return { column, width: WIDEST_BAR, cells: [] };
  const cells = Array.from({ length: table.length }, (_, row) =>
    printable(peopleText(language, column.kind, column.at(row))),
  );
  return { column, width: Math.max(1, heading(column).length, ...cells.map(displayWidth)), cells };
}

/** Shrinks bars and wrapping text as far as needed; where that is not enough, drops the columns of the highest rank. */
function fitColumns(columns: readonly FittedColumn[], width: number): readonly FittedColumn[] {
  let kept = columns;
  for (;;) {
    const excess = kept.reduce((sum, column) => sum + column.width + GAP, -GAP) - width;
    if (excess <= 0) return kept;
    const slack = kept.reduce((sum, one) => sum + one.width - narrowest(one), 0);
    const highest = Math.max(...kept.map(({ column }) => column.rank ?? 0));
    if (slack >= excess || highest <= 0) return shrink(kept, excess);
    kept = kept.filter(({ column }) => (column.rank ?? 0) !== highest);
  }
}

/** Takes the excess from the columns that can give way, the last first. */
function shrink(columns: readonly FittedColumn[], excess: number): readonly FittedColumn[] {
  let left = excess;
  return columns
    .toReversed()
    .map((one) => {
      const given = Math.min(left, one.width - narrowest(one));
      left -= given;
      return { ...one, width: one.width - given };
    })
    .toReversed();
}

/** How narrow a column can be made: a bar is drawn smaller, text that may wrap is wrapped. */
function narrowest({ column, width }: FittedColumn): number {
  if (column.kind === "bar") return Math.min(width, NARROWEST_BAR);
  return column.wraps === true ? Math.min(width, NARROWEST_WRAP) : width;
}

function heading(column: DataColumn): string {
  return column.heading ?? column.name;
}

function isLeftAligned({ kind, align }: DataColumn): boolean {
  if (align === "right") return false;
  return kind === "text" || kind === "bar" || kind === "day" || kind === "flag";
}

function cellOf({ column, width, cells }: FittedColumn, row: number, style: Style): string {
  const text = cells[row] ?? "";
  const shade = column.shade?.(row) ?? null;
  if (shade !== null && text !== "") return style.shade(text.padStart(width), shade);
  if (column.kind !== "bar") return wrapText(text, width);
  return style.bar(bar(Number(column.at(row) ?? 0), width));
}

/** A bar for a fraction 0 … 1 in eighths of a character. */
export function bar(fraction: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8);
  const partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8] ?? "";
  return "█".repeat(Math.floor(eighths / 8)) + partial;
}

/** Text from the data without characters that would move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

function displayWidth(text: string): number {
  return [...text].length;
}

function trimmedLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}
