import { shownText } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import type { Note } from "../notes/note.ts";
import { cellWidth, padEndCells, padStartCells, shortenCells } from "../terminal/cells.ts";
import type { Style } from "../terminal/style.ts";
import { leftColumns, renderTextTable } from "../terminal/text-table.ts";
import { WIDEST_SENTENCES, wrapSentences, wrapText } from "../terminal/wrap.ts";
import { type ActionBlock, type Block, type GridBlock, type GridCell, gridText } from "./blocks/block.ts";

/** How a report looks on a terminal. */
interface Look {
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
  /** Shows customers' e-mail addresses in full. */
  readonly showsAddresses?: boolean;
}

/** A report for a terminal of a given width. */
export function* renderTextReport(title: string, blocks: readonly Block[], options: Look): Generator<string> {
  yield `${options.style.strong(wrapSentences(shownText(title), options.width, "  "))}\n`;
  for (const block of blocks) yield* textBlock(block, options);
}

function* textBlock(block: Block, look: Look): Generator<string> {
  const { width, style, language } = look;
  switch (block.kind) {
    case "heading":
      yield `\n${style.heading(wrapSentences(shownText(block.text), width))}\n`;
      return;
    case "gap":
      yield "\n";
      return;
    case "trends":
      for (const line of block.lines) yield `${wrapText(shownText(line), width, "  ")}\n`;
      return;
    case "lines":
      for (const line of block.lines) yield `${wrapSentences(shownText(line), width, "  ")}\n`;
      return;
    case "figures": {
      const widest = Math.max(...block.figures.map(([label]) => cellWidth(label)));
      for (const [label, value] of block.figures) {
        yield `${wrapSentences(shownText(`${padEndCells(label, widest)}  ${value}`), width, " ".repeat(widest + 2))}\n`;
      }
      return;
    }
    case "table": {
      const rendered = renderTextTable(block.table, look);
      yield `${rendered.text}\n`;
      yield* leftColumns(rendered, look, []);
      return;
    }
    case "grid":
      yield* textGrid(block.grid, look);
      return;
    case "actions":
      for (const action of block.actions) yield textAction(action, look);
      return;
    case "notes":
      if (block.notes.length === 0) yield `${language.words.report.noNotes}\n`;
      for (const one of block.notes) yield `${textNote(one, { ...look, width: Math.min(width, WIDEST_SENTENCES) })}\n`;
      return;
  }
}

/** A grid with a line per row, or with a second line for the shares where the terminal is too narrow for both numbers. */
function* textGrid(grid: GridBlock, { width, style }: Look): Generator<string> {
  const labelWidth = Math.max(...grid.rows.map((row) => cellWidth(row.label))) + 2;
  const cells = grid.rows.flatMap((row) => row.cells);
  const room = Math.floor((width - labelWidth) / grid.columns.length);
  const widest = Math.max(...cells.map((cell) => cellWidth(gridText(cell))));
  const hasTwoLines = widest + 1 > room;
  const widestPart = Math.max(...cells.flatMap(({ text, share }) => [cellWidth(text), cellWidth(share)]));
  const wanted = Math.max(hasTwoLines ? widestPart : widest, ...grid.columns.map(cellWidth)) + 2;
  const square = Math.max(widestPart + 1, Math.min(wanted, room));
  const names = grid.columns.map((name, index) =>
    cellWidth(name) < square ? shownText(name) : shorten(grid.shortColumns[index] ?? name, square - 1),
  );
  const head = names.map((name) => padStartCells(name, square)).join("");
  yield `${style.strong(`${" ".repeat(labelWidth)}${head}`.trimEnd())}\n`;
  for (const row of grid.rows) {
    const line = (label: string, textOf: (cell: GridCell) => string): string =>
      `${`${padEndCells(label, labelWidth)}${row.cells.map((cell) => style.shade(padStartCells(textOf(cell), square), cell.shade)).join("")}`.trimEnd()}\n`;
    yield line(shownText(row.label), hasTwoLines ? ({ text }) => text : gridText);
    if (hasTwoLines) yield line("", ({ share }) => share);
  }
}

/** Text that gives up its end to fit. */
function shorten(text: string, width: number): string {
  return shortenCells(shownText(text), width);
}

function textAction(action: ActionBlock, { width, style, language }: Look): string {
  const { avoid, watch } = language.words.report;
  const lines = [
    `${style.strong(shownText(action.segment))} ${style.faint(`(${action.figures})`)}`,
    wrapSentences(`  ${shownText(`${action.meaning} ${action.action}`.trim())}`, width, "  "),
    ...(action.avoid === "" ? [] : [wrapSentences(`  ${avoid(shownText(action.avoid))}`, width, "    ")]),
    ...(action.command === undefined ? [] : [`  ${shownText(action.command)}`]),
    ...(action.measure === "" ? [] : [wrapSentences(`  ${watch(shownText(action.measure))}`, width, "    ")]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A note or warning on lines of its own. */
export function textNote({ level, text }: Note, { width, style, language }: Look): string {
  const wrapped = wrapText(`${language.words.common[level]}: ${shownText(text)}`, width, "  ");
  return level === "warning" ? style.warning(wrapped) : wrapped;
}
