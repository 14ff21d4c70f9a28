import { formatDay } from "../../basics/calendar/days.ts";
import type { DecimalMark } from "../../basics/money/decimal-mark.ts";
import type { Formats } from "../detect/formats/resolve-formats.ts";
import { dateEvidence, parseDate } from "../values/dates.ts";
import { type Decimal, parseDecimal } from "../values/decimals.ts";

/** How a file writes what is compared. */
export type ComparedFormats = Pick<Formats, "date" | "decimal">;

/** What has an order: a number or a civil day. */
export type Comparable =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "day"; readonly value: number };

/** A text as a number of the file, else as a day; `null` where it is neither. */
export function comparableOf(text: string, formats: ComparedFormats): Comparable | null {
  const number = numberOf(text, formats.decimal);
  if (number !== null) return { kind: "number", value: number };
  const day = dayOf(text, formats);
  return day === null ? null : { kind: "day", value: day };
}

/** A text as one kind of what has an order; `null` where it is not of that kind. */
export function readAs(kind: Comparable["kind"], text: string, formats: ComparedFormats): Comparable | null {
  if (kind === "day") {
    const day = dayOf(text, formats);
    return day === null ? null : { kind, value: day };
  }
  const number = numberOf(text, formats.decimal);
  return number === null ? null : { kind, value: number };
}

/** Below 0 where the first is smaller or earlier, 0 where they are the same. Both are of one kind. */
export function compareValues(a: Comparable, b: Comparable): number {
  if (a.kind === "day" || b.kind === "day") return Number(a.value) - Number(b.value);
  const scale = Math.max(a.value.scale, b.value.scale);
  const [first, second] = [raised(a.value, scale), raised(b.value, scale)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** As it reads one way only: a number with a decimal point and no groups, a day with its year first. */
export function comparableText({ kind, value }: Comparable): string {
  if (kind === "day") return formatDay(value);
  const digits = String(value.mantissa)
    .replace("-", "")
    .padStart(value.scale + 1, "0");
  const [whole, fraction] = [digits.slice(0, digits.length - value.scale), digits.slice(digits.length - value.scale)];
  const shown = fraction.replace(/0+$/, "");
  return `${value.mantissa < 0n ? "-" : ""}${whole}${shown === "" ? "" : `.${shown}`}`;
}

function raised({ mantissa, scale }: Decimal, to: number): bigint {
  return mantissa * 10n ** BigInt(to - scale);
}

/** A number in the file's own form, or one that only the other decimal mark explains; a percentage by its number. */
function numberOf(text: string, mark: DecimalMark): Decimal | null {
  const bare = text.replace(/\s*%\s*$/, "");
  return parseDecimal(bare, mark) ?? parseDecimal(bare, mark === "," ? "." : ",");
}

/** A day in the form of the file's dates, or in one that reads one way only. */
function dayOf(text: string, { date }: ComparedFormats): number | null {
  const day = parseDate(text, date);
  if (day !== null) return day;
  const evidence = dateEvidence(text);
  if (evidence === null || evidence.order === "open") return null;
  const order = evidence.order === "dmy" || evidence.order === "mdy" ? evidence.order : null;
  return parseDate(text, { notation: evidence.notation, order });
}
