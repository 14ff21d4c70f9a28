import type { Note } from "../note.ts";
import type { Style } from "../style.ts";
import { printable, renderTextTable } from "../text-table.ts";
import { wrapText } from "../wrap.ts";
import type { ActionBlock, Block, GridBlock } from "./blocks.ts";

/** A report for a terminal of a given width. */
export function* renderTextReport(
  title: string,
  blocks: readonly Block[],
  options: { readonly width: number; readonly style: Style },
): Generator<string> {
  yield `${options.style.strong(title)}\n`;
  for (const block of blocks) yield* textBlock(block, options);
}

function* textBlock(block: Block, { width, style }: { width: number; style: Style }): Generator<string> {
  switch (block.kind) {
    case "heading":
      yield `\n${style.heading(block.text)}\n`;
      return;
    case "lines":
      for (const line of block.lines) yield `${wrapText(printable(line), width, "  ")}\n`;
      return;
    case "figures": {
      const widest = Math.max(...block.figures.map(([label]) => label.length));
      for (const [label, value] of block.figures) {
        yield `${wrapText(`${label.padEnd(widest)}  ${value}`, width, " ".repeat(widest + 2))}\n`;
      }
      return;
    }
    case "table":
      yield `${renderTextTable(block.table, { width, style }).text}\n`;
      return;
    case "grid":
      yield* textGrid(block.grid, { width, style });
      return;
    case "actions":
      for (const action of block.actions) yield textAction(action, { width, style });
      return;
    case "notes":
      if (block.notes.length === 0) yield "None.\n";
      for (const one of block.notes) yield `${textNote(one, { width, style })}\n`;
      return;
  }
}

function* textGrid(grid: GridBlock, { width, style }: { width: number; style: Style }): Generator<string> {
  const labelWidth = Math.max(...grid.rows.map((row) => row.label.length)) + 2;
  const widest = Math.max(
    ...grid.columns.map((name) => name.length),
    ...grid.rows.flatMap((row) => row.cells.map((cell) => cell.text.length)),
  );
  const cellWidth = Math.min(widest + 2, Math.max(8, Math.floor((width - labelWidth) / grid.columns.length)));
  const head = grid.columns.map((name) => shorten(name, cellWidth - 1).padStart(cellWidth)).join("");
  yield `${style.strong(`${" ".repeat(labelWidth)}${head}`.trimEnd())}\n`;
  for (const row of grid.rows) {
    const cells = row.cells.map((cell) =>
      style.shade(shorten(cell.text, cellWidth - 1).padStart(cellWidth), cell.shade),
    );
    yield `${`${row.label.padEnd(labelWidth)}${cells.join("")}`.trimEnd()}\n`;
  }
}

/** Text that gives up its end, or a score's long name, to fit. */
function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const initial = text.replace(/^frequency /, "F");
  return initial.length <= width ? initial : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function textAction(action: ActionBlock, { width, style }: { width: number; style: Style }): string {
  const lines = [
    `${style.strong(action.segment)} ${style.faint(`(${action.figures})`)}`,
    wrapText(`  ${printable(`${action.meaning} ${action.action}`)}`, width, "  "),
    ...(action.avoid === "" ? [] : [wrapText(`  Avoid: ${printable(action.avoid)}`, width, "    ")]),
    ...(action.measure === "" ? [] : [wrapText(`  Watch: ${printable(action.measure)}`, width, "    ")]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A note or warning on lines of its own. */
export function textNote({ level, text }: Note, { width, style }: { width: number; style: Style }): string {
  const wrapped = wrapText(`${level}: ${printable(text)}`, width, "  ");
  return level === "warning" ? style.warning(wrapped) : wrapped;
}
