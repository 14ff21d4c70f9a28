import { InvalidArgumentError } from "commander";
import { COMPARISONS, type ColumnCondition, type Comparison } from "../exports/conditions/condition.ts";

const FORM = "Write COLUMN=VALUE[,VALUE], or != < <= > >= instead of =.";

/** Signs of other programs, and what is written here. */
const MISTAKEN: readonly (readonly [sign: string, instead: string])[] = [
  ["==", "="],
  ["=<", "<="],
  ["=>", ">="],
  ["<>", "!="],
];

/**
 * A condition on a column, `Country=Finland,Sweden`, `Total>=100` or `Coupon=`; may be given more than once, and then all must
 * hold. A column or value in double quotes may have any character, and a quote in it is written twice.
 */
export function collectConditions(
  text: string,
  earlier: readonly ColumnCondition[] | undefined,
): readonly ColumnCondition[] {
  return [...(earlier ?? []), conditionOf(text)];
}

function conditionOf(text: string): ColumnCondition {
  const { column, rest } = columnOf(text.trim());
  const [mistaken, instead] = MISTAKEN.find(([sign]) => rest.startsWith(sign)) ?? [];
  if (mistaken !== undefined) throw new InvalidArgumentError(`Write ${instead} instead of ${mistaken}.`);
  const comparison = COMPARISONS.find((sign) => rest.startsWith(sign));
  if (comparison === undefined || column === "") throw new InvalidArgumentError(FORM);
  const written = rest.slice(comparison.length);
  const isList = comparison === "=" || comparison === "!=";
  return { column, comparison, values: isList ? listOf(written) : [boundOf(written, comparison)] };
}

/** The column before the first sign of comparison, and what follows it. */
function columnOf(text: string): { readonly column: string; readonly rest: string } {
  const { quoted, rest } = quotedAt(text);
  if (quoted !== null) return { column: quoted.trim(), rest: rest.trimStart() };
  const at = text.search(/[=<>]|!=/);
  return at < 0 ? { column: "", rest: "" } : { column: text.slice(0, at).trim(), rest: text.slice(at) };
}

/** A text that begins with a double quote, up to the one that closes it; `null` where it begins otherwise. */
function quotedAt(text: string): { readonly quoted: string | null; readonly rest: string } {
  if (!text.startsWith('"')) return { quoted: null, rest: text };
  const match = /^"((?:[^"]|"")*)"/su.exec(text);
  if (match === null) throw new InvalidArgumentError(`The double quote is not closed: ${text}`);
  return { quoted: (match[1] ?? "").replaceAll('""', '"'), rest: text.slice(match[0].length) };
}

/** Values separated by commas. */
function listOf(text: string): readonly string[] {
  const values: string[] = [];
  for (let left: string | null = text; left !== null; ) {
    const { quoted, rest }: { quoted: string | null; rest: string } = quotedAt(left.trimStart());
    const at = rest.indexOf(",");
    const value = at < 0 ? rest : rest.slice(0, at);
    if (quoted !== null && value.trim() !== "")
      throw new InvalidArgumentError(`"${value.trim()}" follows a closed quote.`);
    values.push(quoted ?? value);
    left = at < 0 ? null : rest.slice(at + 1);
  }
  return values;
}

/** One number or day. */
function boundOf(text: string, comparison: Comparison): string {
  const { quoted, rest } = quotedAt(text.trim());
  const bound = quoted ?? rest;
  if (/\d/.test(bound)) return bound.trim();
  throw new InvalidArgumentError(`${comparison} compares numbers and days: write one after it.`);
}
