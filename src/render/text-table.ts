import Table from "cli-table3";
import type { DataColumn, DataTable } from "./data-table.ts";
import { peopleText } from "./people.ts";
import type { Style } from "./style.ts";

export interface TextTableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
}

const BAR_WIDTH = 20;
const GAP = 2;
const NOTHING = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ".repeat(GAP),
} as const;

/** A table for people, as lines; columns of the highest rank give way until it fits the width. */
export function renderTextTable(
  table: DataTable,
  options: TextTableOptions,
): { text: string; left: readonly string[] } {
  const cells = new Map<DataColumn, readonly string[]>();
  const shown = table.columns.filter((column) => column.dataOnly !== true);
  for (const column of shown) {
    cells.set(
      column,
      Array.from({ length: table.length }, (_, row) => cellText(column, row)),
    );
  }
  const widthOf = (column: DataColumn): number =>
    Math.max(heading(column).length, ...(cells.get(column) ?? []).map((text) => displayWidth(text)));
  const kept = fitColumns(shown, options.width, widthOf);
  const text = new Table({
    chars: NOTHING,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    head: kept.map((column) => options.style.strong(heading(column))),
    colAligns: kept.map((column) => (isText(column) ? "left" : "right")),
  });
  for (let row = 0; row < table.length; row += 1) {
    text.push(
      kept.map((column) => painted(column, row, { cells: cells.get(column) ?? [], widthOf, style: options.style })),
    );
  }
  return {
    text: trimmedLines(text.toString()),
    left: shown.filter((column) => !kept.includes(column)).map((column) => column.name),
  };
}

function fitColumns(
  columns: readonly DataColumn[],
  width: number,
  widthOf: (column: DataColumn) => number,
): readonly DataColumn[] {
  let kept = [...columns];
  const total = (): number => kept.reduce((sum, column) => sum + widthOf(column) + GAP, -GAP);
  while (total() > width) {
    const highest = Math.max(...kept.map((column) => column.rank ?? 0));
    if (highest <= 0) break;
    const last = kept.findLastIndex((column) => (column.rank ?? 0) === highest);
    kept = kept.filter((_, index) => index !== last);
  }
  return kept;
}

function heading(column: DataColumn): string {
  return column.heading ?? column.name;
}

function isText(column: DataColumn): boolean {
  if (column.align === "right") return false;
  return column.kind === "text" || column.kind === "bar" || column.kind === "day" || column.kind === "flag";
}

function cellText(column: DataColumn, row: number): string {
  const value = column.at(row);
  if (column.kind === "bar") return bar(Number(value ?? 0), BAR_WIDTH);
  return printable(peopleText(column.kind, value));
}

interface Painting {
  readonly cells: readonly string[];
  readonly widthOf: (column: DataColumn) => number;
  readonly style: Style;
}

function painted(column: DataColumn, row: number, { cells, widthOf, style }: Painting): string {
  const text = cells[row] ?? "";
  const shade = column.shade?.(row) ?? null;
  if (shade !== null && text !== "") return style.shade(text.padStart(widthOf(column)), shade);
  return column.kind === "bar" ? style.bar(text) : text;
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
