import type { Scheme, SegmentRule } from "../../core/segments/scheme.ts";
import { rangeText } from "../../core/segments/written-scheme.ts";
import { plural } from "../../core/words.ts";
import type { Style } from "../style.ts";
import { printable } from "../text-table.ts";
import { wrapText } from "../wrap.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * A scheme as a grid: recency down, frequency across, and in each square a letter for each monetary score, 1 first; one
 * letter where the monetary score makes no difference. Below, what each letter stands for.
 */
export function* renderSchemeGrid(
  scheme: Scheme,
  { width, style }: { readonly width: number; readonly style: Style },
): Generator<string> {
  const { levels, file } = scheme;
  const title = file.description === undefined ? scheme.name : `${scheme.name}: ${file.description}`;
  yield `${style.heading(wrapText(printable(title), width))}\n`;
  if (file.source !== undefined) yield `${style.faint(wrapText(`Source: ${printable(file.source)}`, width))}\n`;
  const squares = squaresOf(scheme);
  const square = Math.max(3, ...squares.flat().map((text) => text.length));
  const scores = Array.from({ length: levels }, (_, index) => index + 1);
  yield `\n${style.strong(`${" ".repeat(11)}${scores.map((score) => `  ${`F${score}`.padEnd(square)}`).join("")}`.trimEnd())}\n`;
  for (const recency of scores.toReversed()) {
    const cells = scores.map((frequency) => `  ${(squares[recency - 1]?.[frequency - 1] ?? "").padEnd(square)}`);
    yield `${`recency ${String(recency).padEnd(3)}${cells.join("")}`.trimEnd()}\n`;
  }
  const several = squares.flat().some((text) => text.length > 1);
  const spend = several ? `; the letters of a square are monetary scores 1 to ${levels}` : "";
  yield `${style.faint(wrapText(`F is the frequency score, ${levels} is best${spend}.`, width))}\n\n`;
  yield* legend(scheme, { width, style });
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

function* legend(scheme: Scheme, { width, style }: { width: number; style: Style }): Generator<string> {
  for (const [index, segment] of scheme.segments.entries()) {
    const cells = scheme.segmentOfCell.filter((one) => one === index).length;
    const rule = segment.rule.cells === undefined ? ruleText(segment.rule) : "";
    yield `${style.strong(`${LETTERS[index] ?? "?"} ${printable(segment.name)}`)} ${style.faint(`(${plural(cells, "cell")})`)}\n`;
    if (rule !== "") yield `${wrapText(`  ${rule}`, width, "    ")}\n`;
    if (segment.meaning !== "") yield `${wrapText(`  ${printable(segment.meaning)}`, width, "    ")}\n`;
  }
}

/** A rule in words: `recency 4-5, frequency 4-5`, `cells 543 444`, `everyone that is left`. */
export function ruleText(rule: SegmentRule): string {
  if (rule.otherwise === true) return "everyone that is left";
  if (rule.cells !== undefined) return `cells ${rule.cells.join(" ")}`;
  const parts = [
    ["recency", rangeText(rule.recency)],
    ["frequency", rangeText(rule.frequency)],
    ["monetary", rangeText(rule.monetary)],
    ["mean of frequency and monetary", rangeText(rule.frequencyMonetary)],
  ] as const;
  return parts
    .filter(([, range]) => range !== undefined)
    .map(([name, range]) => `${name} ${range}`)
    .join(", ");
}
