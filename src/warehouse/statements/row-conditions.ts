import { formatDay, parseDay } from "../../basics/calendar/days.ts";
import { UsageError } from "../../errors.ts";
import { type ColumnCondition, type Comparison, conditionText } from "../../exports/conditions/condition.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteText } from "../dialects/quote.ts";

const NUMBER = /^-?\d{1,28}(?:\.\d{1,10})?$/;

/** Texts in their quotes, separated by commas. */
export function textList(dialect: Dialect, texts: readonly string[]): string {
  return texts.map((text) => quoteText(dialect, text)).join(", ");
}

/** A civil day as the dialect writes it. */
export function dayText(dialect: Dialect, day: number): string {
  return dialect.dayLiteral(formatDay(day));
}

/** A day as whole days since 1970. */
export function epochDays(dialect: Dialect, day: string): string {
  return dialect.daysBetween(dayText(dialect, 0), day);
}

/** A text as it is compared: without capitals and outer blanks. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Texts to compare a {@link foldedText} with, in their quotes. Engines and this program differ in the small letters of some
 * characters, such as Σ at the end of a word, İ, and all but A to Z in a database whose locale is C: so each text stands there
 * folded by this program, and in its usual spellings folded by the engine.
 */
export function foldedTexts(dialect: Dialect, texts: readonly string[]): string {
  const literals = texts.flatMap((text) => {
    const plain = quoteText(dialect, fold(text));
    if (!NOT_ASCII.test(text)) return [plain];
    return [plain, ...spellings(text.trim()).map((spelling) => dialect.lowerCase(quoteText(dialect, spelling)))];
  });
  return literals.join(", ");
}

const NOT_ASCII = /[\u0080-\uffff]/;

/** A text as it is, and in small, large and leading letters. */
function spellings(text: string): readonly string[] {
  const [first = "", ...rest] = text;
  return [text, text.toLowerCase(), text.toUpperCase(), first.toUpperCase() + rest.join("").toLowerCase()];
}

/** A column as text, without capitals and outer blanks. */
export function foldedText(dialect: Dialect, column: string): string {
  return dialect.lowerCase(dialect.trimmed(dialect.text(column)));
}

/**
 * A condition on a column as SQL. Texts are compared for equality without capitals and outer blanks; numbers and days have an order.
 *
 * @param date the column of the orders' days, and its day as SQL
 * @throws UsageError for a bound that is neither a number nor a day
 */
export function conditionSql(
  dialect: Dialect,
  condition: ColumnCondition,
  date: { readonly column: string; readonly day: string },
): string {
  const { column, comparison = "=", values } = condition;
  const name = quoteName(dialect, column);
  if (comparison !== "=" && comparison !== "!=") {
    return `${orderedSide(dialect, condition, date)} ${comparison} ${boundOf(dialect, condition)}`;
  }
  return equality(dialect, { name, comparison, values });
}

/** NULL is blank, and SQL's comparisons pass over it. */
function equality(
  dialect: Dialect,
  {
    name,
    comparison,
    values,
  }: { readonly name: string; readonly comparison: Comparison; readonly values: readonly string[] },
): string {
  const wantsThese = comparison === "=";
  const compared = `${foldedText(dialect, name)} ${wantsThese ? "IN" : "NOT IN"} (${foldedTexts(dialect, values)})`;
  const keepsBlank = values.some((value) => value.trim() === "") === wantsThese;
  return keepsBlank ? `(${name} IS NULL OR ${compared})` : `${name} IS NOT NULL AND ${compared}`;
}

function orderedSide(
  dialect: Dialect,
  { column, values }: ColumnCondition,
  date: { readonly column: string; readonly day: string },
): string {
  if (column === date.column) return date.day;
  const name = quoteName(dialect, column);
  return isNumber(values) ? name : dialect.day(name);
}

function boundOf(dialect: Dialect, condition: ColumnCondition): string {
  const [value = ""] = condition.values;
  if (isNumber(condition.values)) return value.trim();
  const day = parseDay(value.trim());
  if (day !== null) return dayText(dialect, day);
  throw new UsageError(
    `--where "${conditionText(condition)}": "${value.trim()}" is neither a number nor a day`,
    "write a number with a decimal point, 12.5, and a day as 2026-03-31",
  );
}

function isNumber([value = ""]: readonly string[]): boolean {
  return NUMBER.test(value.trim());
}
