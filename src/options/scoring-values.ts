import { InvalidArgumentError } from "commander";
import { DIMENSION_LETTERS, DIMENSIONS, type Dimension, type Levels } from "../analysis/scores/dimension.ts";
import { METHODS, type Method, type MethodChoice } from "../analysis/scores/method.ts";
import { parseDay } from "../basics/calendar/days.ts";
import { parseSpan, type Span } from "../basics/calendar/span.ts";
import { AMOUNT_SCALE } from "../basics/money/amount.ts";

/** Cut points by dimension: days, purchases, or 1/10,000 of a currency unit. */
export type CutPoints = Partial<Readonly<Record<Dimension, readonly number[]>>>;

const LEVELS_HELP = "Write a whole number from 2 to 10, or one each: r=5,f=4,m=5.";
const METHOD_HELP = `Write ${METHODS.slice(0, -1).join(", ")} or ${METHODS.at(-1)}, or one each: r=fixed,f=natural,m=quantile.`;
const CUT_POINT_HELP =
  'Write r=30,90,180,365 (days), f=1,2,5 (orders) or m=50,100.50 (money); several as "r=30,90;f=1,2".';

function dimensionOf(letter: string): Dimension | undefined {
  return DIMENSIONS.find((dimension) => DIMENSION_LETTERS[dimension] === letter.trim().toLowerCase());
}

/** Levels for all three scores, `5`, or one each, `r=5,f=4`; a dimension left out has the scheme's. */
export function parseLevelsOption(text: string): number | Partial<Levels> {
  const level = (digits: string): number => {
    const value = /^\d{1,2}$/.test(digits) ? Number(digits) : 0;
    if (value < 2 || value > 10) throw new InvalidArgumentError(LEVELS_HELP);
    return value;
  };
  if (!text.includes("=")) return level(text.trim());
  const levels: Partial<Record<Dimension, number>> = {};
  for (const part of text.split(",")) {
    const [letter = "", digits = ""] = part.split("=");
    const dimension = dimensionOf(letter);
    if (dimension === undefined || levels[dimension] !== undefined) throw new InvalidArgumentError(LEVELS_HELP);
    levels[dimension] = level(digits.trim());
  }
  return levels;
}

/** One method for all three scores, or one each, `r=fixed,f=natural`; a dimension left out has quantiles. */
export function parseMethodOption(text: string): MethodChoice {
  const method = (word: string): Method => {
    const found = METHODS.find((known) => known === word.trim().toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(METHOD_HELP);
    return found;
  };
  if (!text.includes("=")) return method(text);
  const methods: Partial<Record<Dimension, Method>> = {};
  for (const part of text.split(",")) {
    const [letter = "", word = ""] = part.split("=");
    const dimension = dimensionOf(letter);
    if (dimension === undefined || methods[dimension] !== undefined) throw new InvalidArgumentError(METHOD_HELP);
    methods[dimension] = method(word);
  }
  return methods;
}

/** Cut points, `r=30,90,180,365`; several dimensions separated by `;`, or the option given again. */
export function collectCutPoints(text: string, earlier: CutPoints | undefined): CutPoints {
  const points: Partial<Record<Dimension, readonly number[]>> = { ...earlier };
  for (const part of text.split(";").filter((one) => one.trim() !== "")) {
    const [letter = "", list = "", ...rest] = part.split("=");
    const dimension = dimensionOf(letter);
    if (dimension === undefined || rest.length > 0) throw new InvalidArgumentError(CUT_POINT_HELP);
    if (points[dimension] !== undefined)
      throw new InvalidArgumentError(`The cut points of ${letter.trim()} are given twice.`);
    points[dimension] = list.split(",").map((word) => cutPoint(word.trim(), dimension));
  }
  if (Object.keys(points).length === 0) throw new InvalidArgumentError(CUT_POINT_HELP);
  return points;
}

/** Money has at most four decimals, and is kept as whole 1/10,000 of a unit. */
function cutPoint(word: string, dimension: Dimension): number {
  const pattern = dimension === "monetary" ? /^-?\d{1,12}(\.\d{1,4})?$/ : /^\d{1,9}(\.\d{1,6})?$/;
  if (!pattern.test(word)) throw new InvalidArgumentError(`"${word}" is not a cut point. ${CUT_POINT_HELP}`);
  return dimension === "monetary" ? Math.round(Number(word) * AMOUNT_SCALE) : Number(word);
}

/** A day, `2011-04-30`, or a span back from the later date, `-1m`. */
export function parseFromOption(text: string): number | Span {
  const day = parseDay(text);
  if (day !== null) return day;
  const span = /^[-−]/.test(text) ? parseSpan(text.slice(1)) : null;
  if (span === null) throw new InvalidArgumentError("Write a day that exists as yyyy-mm-dd, or a span back: -1m, -4w.");
  return span;
}
