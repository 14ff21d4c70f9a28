import type { Scheme, SegmentRule } from "../../analysis/segments/scheme.ts";
import { rangeText } from "../../analysis/segments/written-scheme.ts";
import { shownText } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import { cellWidth, padEndCells } from "../terminal/cells.ts";
import type { Style } from "../terminal/style.ts";
import { wrapSentences } from "../terminal/wrap.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

interface Look {
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
}

/**
 * A scheme as a grid: recency down, frequency across, and in each square a letter for each monetary score, 1 first; one
 * letter where the monetary score makes no difference. Below, what each letter stands for.
 */
export function* renderSchemeGrid(scheme: Scheme, look: Look): Generator<string> {
  const { width, style, language } = look;
  const words = language.words.scheme;
  const { levels, file } = scheme;
  const title = file.description === undefined ? scheme.name : `${scheme.name}: ${file.description}`;
  yield `${style.heading(wrapSentences(shownText(title), width))}\n`;
  if (file.source !== undefined) yield `${style.faint(wrapSentences(words.source(shownText(file.source)), width))}\n`;
  const squares = squaresOf(scheme);
  const square = Math.max(3, ...squares.flat().map((text) => text.length));
  const scores = Array.from({ length: levels }, (_, index) => index + 1);
  const labelWidth = cellWidth(words.recency(levels)) + (levels > 9 ? 1 : 2);
  yield `\n${style.strong(`${" ".repeat(labelWidth)}${scores.map((score) => `  ${`F${score}`.padEnd(square)}`).join("")}`.trimEnd())}\n`;
  for (const recency of scores.toReversed()) {
    const cells = scores.map((frequency) => `  ${(squares[recency - 1]?.[frequency - 1] ?? "").padEnd(square)}`);
    yield `${`${padEndCells(words.recency(recency), labelWidth)}${cells.join("")}`.trimEnd()}\n`;
  }
  const several = squares.flat().some((text) => text.length > 1);
  yield `${style.faint(wrapSentences(words.legend(levels, several ? levels : null), width))}\n\n`;
  yield* legend(scheme, look);
}

function squaresOf({ levels, segmentOfCell }: Scheme): readonly (readonly string[])[] {
  return Array.from({ length: levels }, (_, recency) =>
    Array.from({ length: levels }, (_, frequency) => {
      const start = (recency * levels + frequency) * levels;
      const letters = Array.from(segmentOfCell.subarray(start, start + levels), (segment) => LETTERS[segment] ?? "?");
      return new Set(letters).size === 1 ? (letters[0] ?? "") : letters.join("");
    }),
  );
}

function* legend(scheme: Scheme, { width, style, language }: Look): Generator<string> {
  const { cells: cellsOf } = language.words.common;
  for (const [index, segment] of scheme.segments.entries()) {
    const cells = scheme.segmentOfCell.filter((one) => one === index).length;
    const rule = segment.rule.cells === undefined ? ruleText(segment.rule, language) : "";
    yield `${style.strong(`${LETTERS[index] ?? "?"} ${shownText(segment.name)}`)} ${style.faint(`(${cellsOf(cells)})`)}\n`;
    if (rule !== "") yield `${wrapSentences(`  ${rule}`, width, "    ")}\n`;
    if (segment.meaning !== "") yield `${wrapSentences(`  ${shownText(segment.meaning)}`, width, "    ")}\n`;
  }
}

/** A rule in words: `recency 4-5, frequency 4-5`, `cells 543 444`, `everyone that is left`. */
export function ruleText(rule: SegmentRule, { words: { scheme } }: Language): string {
  if (rule.otherwise === true) return scheme.everyoneLeft;
  if (rule.cells !== undefined) return scheme.cells(rule.cells);
  const keys = ["recency", "frequency", "monetary", "frequencyMonetary"] as const;
  const ranges = keys.flatMap((key) => {
    const range = rangeText(rule[key]);
    return range === undefined ? [] : [[key, range] as const];
  });
  return scheme.ranges(Object.fromEntries(ranges));
}
