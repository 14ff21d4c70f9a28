import { shownText } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import type { Note } from "../notes/note.ts";
import { cellWidth, padEndCells, padStartCells, shortenCells } from "../terminal/cells.ts";
import type { Style } from "../terminal/style.ts";
import { leftColumns, renderTextTable } from "../terminal/text-table.ts";
import { wrapText } from "../terminal/wrap.ts";
import type { ActionBlock, Block, GridBlock } from "./blocks/block.ts";

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
  yield `${options.style.strong(wrapText(shownText(title), options.width, "  "))}\n`;
  for (const block of blocks) yield* textBlock(block, options);
}

function* textBlock(block: Block, look: Look): Generator<string> {
  const { width, style, language } = look;
  switch (block.kind) {
    case "heading":
      yield `\n${style.heading(shownText(block.text))}\n`;
      return;
    case "gap":
      yield "\n";
      return;
    case "lines":
    case "trends":
      for (const line of block.lines) yield `${wrapText(shownText(line), width, "  ")}\n`;
      return;
    case "figures": {
      const widest = Math.max(...block.figures.map(([label]) => cellWidth(label)));
      for (const [label, value] of block.figures) {
        yield `${wrapText(shownText(`${padEndCells(label, widest)}  ${value}`), width, " ".repeat(widest + 2))}\n`;
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
      for (const one of block.notes) yield `${textNote(one, look)}\n`;
      return;
  }
}

function* textGrid(grid: GridBlock, { width, style }: Look): Generator<string> {
  const labelWidth = Math.max(...grid.rows.map((row) => cellWidth(row.label))) + 2;
  const widest = Math.max(
    ...grid.columns.map(cellWidth),
    ...grid.rows.flatMap((row) => row.cells.map((cell) => cellWidth(cell.text))),
  );
  const square = Math.min(widest + 2, Math.max(8, Math.floor((width - labelWidth) / grid.columns.length)));
  const names = grid.columns.map((name, index) =>
    cellWidth(name) < square ? shownText(name) : shorten(grid.shortColumns[index] ?? name, square - 1),
  );
  const head = names.map((name) => padStartCells(name, square)).join("");
  yield `${style.strong(`${" ".repeat(labelWidth)}${head}`.trimEnd())}\n`;
  for (const row of grid.rows) {
    const cells = row.cells.map((cell) =>
      style.shade(padStartCells(shorten(cell.text, square - 1), square), cell.shade),
    );
    yield `${`${padEndCells(shownText(row.label), labelWidth)}${cells.join("")}`.trimEnd()}\n`;
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
    wrapText(`  ${shownText(`${action.meaning} ${action.action}`.trim())}`, width, "  "),
    ...(action.avoid === "" ? [] : [wrapText(`  ${avoid(shownText(action.avoid))}`, width, "    ")]),
    ...(action.command === undefined ? [] : [`  ${shownText(action.command)}`]),
    ...(action.measure === "" ? [] : [wrapText(`  ${watch(shownText(action.measure))}`, width, "    ")]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A note or warning on lines of its own. */
export function textNote({ level, text }: Note, { width, style, language }: Look): string {
  const wrapped = wrapText(`${language.words.common[level]}: ${shownText(text)}`, width, "  ");
  return level === "warning" ? style.warning(wrapped) : wrapped;
}
