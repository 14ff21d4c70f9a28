/*
 * Documents: results of single commands that are more than one table. They put tables and sentences together for people, and
 * the same data into one JSON document. This file: a comparison of two days.
 */
import type { Comparison, CustomerMove } from "../../analysis/compare/compare-snapshots.ts";
import { movedBy } from "../../analysis/compare/direction.ts";
import { formatDay } from "../../basics/calendar/days.ts";
import { shownText } from "../../basics/text/words.ts";
import type { Chunks } from "../../files/chunks.ts";
import type { Language } from "../language/language.ts";
import { movedJson } from "../report/json/moved-json.ts";
import { compareSentence, compareTitle, riseSentence } from "../sentences/compare-sentences.ts";
import { changeTable, flowTable, moveTable } from "../tables/compare-tables.ts";
import { type Format, jsonArray, markdown, renderTable } from "../tables/formats.ts";
import { jsonText } from "../tables/json-tree.ts";
import type { Style } from "../terminal/style.ts";
import { wrapSentences } from "../terminal/wrap.ts";
import { renderMoveMatrix } from "./move-matrix.ts";

interface Look {
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
}

const SHOWN = 5;
const FLOWS_SHOWN = 15;

/** A comparison in any format: people get the sentence, the matrix, the segments, risers and fallers; data the flows. */
export function renderComparison(comparison: Comparison, format: Format, look: Look): Chunks {
  if (format === "json") return [jsonComparison(comparison, look.language)];
  if (format === "table") return textComparison(comparison, look);
  if (format === "md") return markdownComparison(comparison, look.language);
  return renderTable(flowTable(comparison, look.language), format, look);
}

function* textComparison(comparison: Comparison, look: Look): Generator<string | Uint8Array> {
  const { width, style, language } = look;
  const words = language.words.compare;
  const wrapped = (text: string): string => `${wrapSentences(shownText(text), width, "  ")}\n`;
  yield style.strong(wrapped(compareTitle(comparison, language)));
  yield wrapped(language.words.compare.moved(movedBy(comparison.flows)));
  yield wrapped(compareSentence(comparison, language));
  if (comparison.scoredBy === "margin") yield wrapped(asSentence(words.scoredByMargin));
  yield `\n${style.heading(words.fromTo)}\n`;
  const matrix = renderMoveMatrix(comparison, look);
  if (matrix !== null) {
    yield matrix;
    yield style.faint(wrapped([words.matrixLegend, ...absentLegends(comparison, language)].join(" ")));
  } else {
    const moved = comparison.flows.filter((flow) => flow.from !== flow.to).sort((a, b) => b.customers - a.customers);
    yield* renderTable(flowTable(comparison, language, moved.slice(0, FLOWS_SHOWN)), "table", {
      ...look,
      hasFormats: false,
    });
    if (moved.length > FLOWS_SHOWN) yield style.faint(wrapped(words.smallerOnes(moved.length - FLOWS_SHOWN)));
  }
  yield `\n${style.heading(words.enteredAndLeft)}\n`;
  yield* renderTable(changeTable(comparison, language), "table", { ...look, hasFormats: false });
  for (const [title, moves] of groups(comparison, language)) {
    yield `\n${style.heading(title)}\n`;
    yield* renderTable(moveTable(comparison, language, moves.slice(0, SHOWN)), "table", { ...look, hasFormats: false });
  }
  yield `\n${wrapped(riseSentence(comparison, language))}`;
}

/** A note as a sentence of the result. */
function asSentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** What the places outside the segments mean, where they occur. */
function absentLegends({ flows }: Comparison, { words }: Language): readonly string[] {
  const { backLegend, lapsedLegend } = words.compare;
  return [
    ...(flows.some((flow) => flow.from === "back") ? [backLegend] : []),
    ...(flows.some((flow) => flow.to === "lapsed") ? [lapsedLegend] : []),
  ];
}

function* markdownComparison(comparison: Comparison, language: Language): Generator<string | Uint8Array> {
  const words = language.words.compare;
  yield `# ${compareTitle(comparison, language)}\n\n${words.moved(movedBy(comparison.flows))}\n\n${compareSentence(comparison, language)}\n\n`;
  if (comparison.scoredBy === "margin") yield `${asSentence(words.scoredByMargin)}\n\n`;
  yield `## ${words.fromTo}\n\n`;
  yield* markdown(flowTable(comparison, language), language);
  yield `\n## ${words.enteredAndLeft}\n\n`;
  yield* markdown(changeTable(comparison, language), language);
  for (const [title, moves] of groups(comparison, language)) {
    yield `\n## ${title}\n\n`;
    yield* markdown(moveTable(comparison, language, moves.slice(0, SHOWN)), language);
  }
  yield `\n${riseSentence(comparison, language)}\n`;
}

function groups(
  { risers, fallers }: Comparison,
  { words }: Language,
): readonly (readonly [string, readonly CustomerMove[]])[] {
  const { firstOf } = words.compare;
  const titled = (what: string, moves: readonly CustomerMove[]): string =>
    moves.length > SHOWN ? firstOf(what, SHOWN, moves.length) : what;
  return [
    [titled(words.compare.risers, risers), risers] as const,
    [titled(words.compare.fallers, fallers), fallers] as const,
  ].filter(([, moves]) => moves.length > 0);
}

/** What worth is in the comparison; `null` where nothing is known of money. */
function worthOf({ scoredBy }: Comparison, { hasMoney }: Language): string | null {
  if (!hasMoney) return null;
  return scoredBy === null ? "monetary_value" : "spend";
}

function jsonComparison(comparison: Comparison, language: Language): string {
  const day = (value: number | null): string => JSON.stringify(value === null ? null : formatDay(value));
  const fields = [
    `"schema_version":1`,
    `"from":${day(comparison.fromDay)}`,
    `"to":${day(comparison.toDay)}`,
    `"worth":${JSON.stringify(worthOf(comparison, language))}`,
    `"scored_by":${JSON.stringify(comparison.scoredBy)}`,
    `"sentence":${JSON.stringify(compareSentence(comparison, language))}`,
    `"moved":${jsonText(movedJson(comparison.flows))}`,
    `"flows":${jsonArray(flowTable(comparison, language), language)}`,
    `"segments":${jsonArray(changeTable(comparison, language), language)}`,
    `"risers":${jsonArray(moveTable(comparison, language, comparison.risers), language)}`,
    `"fallers":${jsonArray(moveTable(comparison, language, comparison.fallers), language)}`,
  ];
  return `{${fields.join(",")}}\n`;
}
