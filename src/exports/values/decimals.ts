import { AMOUNT_DIGITS, LARGEST_AMOUNT } from "../../basics/money/amount.ts";
import type { DecimalMark } from "../../basics/money/decimal-mark.ts";

/** An exact decimal number: mantissa / 10^scale. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

/**
 * What a cell says as a number, before the column's decimal mark is known: the sign, the digits and marks of its body,
 * and the currency written beside it.
 */
interface NumberText {
  readonly negative: boolean;
  readonly body: string;
  readonly currency: string;
}

/** What one value tells about its column's decimal mark; `open` is `1.234`, which has two readings. */
export type MarkEvidence = DecimalMark | "open" | "none" | "unreadable";

const BLANK_WORDS = new Set(["", "-", "–", "—", "n/a", "na", "#n/a", "nan", "null", "none", "nil"]);
const SPACES = /[\s\u00a0\u202f\u2009]/;

/** Whether an amount cell says that there is no amount. */
export function isBlankAmount(text: string): boolean {
  return BLANK_WORDS.has(text.trim().toLowerCase());
}

/** Strips what spreadsheets and careful exporters put around a value: one leading apostrophe, `="…"`, spaces. */
export function unwrapCell(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('="') && trimmed.endsWith('"')) return trimmed.slice(2, -1).trim();
  return trimmed.startsWith("'") && trimmed.length > 1 ? trimmed.slice(1).trim() : trimmed;
}

/** A plain number with a decimal point, as its column would write it. */
export function withMark(number: string, mark: DecimalMark): string {
  return mark === "." ? number : number.replace(".", mark);
}

/** What most numbers look like; after one or two digits less than a group has, the mark is a decimal one. */
const PLAIN_NUMBER = /^-?\d{1,15}(?:([.,])\d\d?)?$/;

/** What a value says about the decimal mark of its column. */
export function markEvidence(text: string): MarkEvidence {
  const plain = PLAIN_NUMBER.exec(text);
  if (plain !== null) return (plain[1] as DecimalMark | undefined) ?? "none";
  const number = splitNumber(text);
  if (number === null) return "unreadable";
  const { body } = number;
  if (!/[.,]/.test(body)) return parseBody(body, ".") === null ? "unreadable" : "none";
  const [asPoint, asComma] = [parseBody(body, "."), parseBody(body, ",")];
  if (asPoint === null && asComma === null) return "unreadable";
  if (asPoint === null) return ",";
  if (asComma === null) return ".";
  return "open";
}

/**
 * Reads a decimal number exactly under the column's decimal mark; the other mark, spaces and apostrophes group digits in
 * threes (or as in India, threes then twos). Understands signs before, after or as parentheses, currency symbols and
 * codes, `12,-`, and exponents.
 *
 * @returns `null` where the text is not such a number
 */
export function parseDecimal(text: string, mark: DecimalMark): Decimal | null {
  const number = splitNumber(text);
  if (number === null) return null;
  const parsed = parseBody(number.body, mark);
  if (parsed === null) return null;
  return number.negative ? { mantissa: -parsed.mantissa, scale: parsed.scale } : parsed;
}

/** A number by the decimal mark that reads it, where the column's is not known yet; where both do, as with a point. */
export function parseWithEitherMark(text: string): Decimal | null {
  return parseDecimal(text, ".") ?? parseDecimal(text, ",");
}

/** The currency symbol or code that stands beside a number, as written; empty where there is none. */
export function adjacentCurrency(text: string): string {
  return splitNumber(text)?.currency ?? "";
}

/** A decimal as a whole number of 1/10,000, rounded half away from zero; `rounded` says whether that changed it. */
export function toAmount({ mantissa, scale }: Decimal): { readonly amount: number; readonly rounded: boolean } | null {
  if (scale <= AMOUNT_DIGITS) return checked(mantissa * 10n ** BigInt(AMOUNT_DIGITS - scale), false);
  const divisor = 10n ** BigInt(scale - AMOUNT_DIGITS);
  const [whole, remainder] = [mantissa / divisor, mantissa % divisor];
  const magnitude = remainder < 0n ? -remainder : remainder;
  const step = magnitude * 2n >= divisor ? (mantissa < 0n ? -1n : 1n) : 0n;
  return checked(whole + step, remainder !== 0n);
}

function checked(amount: bigint, rounded: boolean): { amount: number; rounded: boolean } | null {
  if (amount > BigInt(LARGEST_AMOUNT) || amount < -BigInt(LARGEST_AMOUNT)) return null;
  return { amount: Number(amount), rounded };
}

/** The product of two decimals, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { mantissa: a.mantissa * b.mantissa, scale: a.scale + b.scale };
}

/** No amount with its currency is longer; a cell that is would only keep the patterns busy. */
const LONGEST_NUMBER = 100;

const CURRENCY_BESIDE =
  /^(?<before>[\p{Sc}\p{L}.\s]*?)(?<body>[.,]?\d(?:[^\p{L}\p{Sc}]*\d)?[.,]?(?:[eE][+-]?\d+)?)(?<after>[\p{Sc}\p{L}.\s]*)$/u;

function splitNumber(text: string): NumberText | null {
  const value = unwrapCell(text);
  if (value.length > LONGEST_NUMBER) return null;
  let rest = value.replace(/[\u2212\u2013]/g, "-");
  if (/^-?\d+(?:[.,]\d+)?$/.test(rest)) {
    return rest.startsWith("-")
      ? { negative: true, body: rest.slice(1), currency: "" }
      : { negative: false, body: rest, currency: "" };
  }
  let negative = false;
  const parentheses = /^\((.*)\)$/.exec(rest);
  if (parentheses !== null) {
    negative = true;
    rest = (parentheses[1] ?? "").trim();
  }
  if (/^(free|gratis|ilmainen|kostenlos|gratuit)$/i.test(rest)) return { negative: false, body: "0", currency: "" };
  rest = rest.replace(/[.,]\s*-(?=\D*$)/, ""); // 12,- is twelve whole units
  const signs = rest.match(/[+-]/g)?.length ?? 0;
  const exponent = /\d[eE][+-]?\d{1,2}$/.test(rest);
  const signMatch = exponent ? /^([+-])/.exec(rest) : /[+-]/.exec(rest);
  if (signs > (exponent && /[eE][+-]/.test(rest) ? 2 : 1)) return null;
  if (signMatch !== null) {
    const at = signMatch.index;
    const inside = /\d/.test(rest.slice(0, at)) && /\d/.test(rest.slice(at + 1));
    if (inside) return null;
    if (rest.charAt(at) === "-") {
      if (negative) return null;
      negative = true;
    }
    rest = `${rest.slice(0, at)}${rest.slice(at + 1)}`.trim();
  }
  const match = CURRENCY_BESIDE.exec(rest);
  const body = match?.groups?.["body"]?.trim();
  if (match === null || body === undefined) return null;
  const [before, after] = [(match.groups?.["before"] ?? "").trim(), (match.groups?.["after"] ?? "").trim()];
  if (before !== "" && after !== "" && !/^\p{Sc}$/u.test(before)) return null; // $12.00 USD names one currency twice
  return { negative, body, currency: after === "" ? before : after };
}

function parseBody(body: string, mark: DecimalMark): Decimal | null {
  const power = /^(.*?)[eE]([+-]?\d{1,2})$/.exec(body);
  if (power !== null) {
    const base = parseBody(power[1] ?? "", mark);
    const exponent = Number(power[2]);
    if (base === null) return null;
    if (exponent <= 0) return { mantissa: base.mantissa, scale: base.scale - exponent };
    const scale = base.scale - exponent;
    return scale >= 0
      ? { mantissa: base.mantissa, scale }
      : { mantissa: base.mantissa * 10n ** BigInt(-scale), scale: 0 };
  }
  const at = body.lastIndexOf(mark);
  if (at >= 0 && body.indexOf(mark) !== at) return null; // a mark that repeats groups digits
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? "" : body.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (whole === "" && fraction === "")) return null;
  const digits = whole === "" ? "" : ungroup(whole, mark === "." ? "," : ".");
  return digits === null ? null : { mantissa: BigInt(`${digits}${fraction}`), scale: fraction.length };
}

/** Removes grouping from whole digits; `null` where the groups are not 3-3-3 or India's 3-2-2, or their marks differ. */
function ungroup(whole: string, otherMark: string): string | null {
  if (/^\d+$/.test(whole)) return whole;
  const separator = /\D/.exec(whole)?.[0] ?? "";
  const grouping =
    separator === otherMark || separator === "'" || separator === "’" || separator === "_" || SPACES.test(separator);
  if (!grouping) return null;
  const groups = SPACES.test(separator) ? whole.split(SPACES) : whole.split(separator);
  if (groups.some((group) => !/^\d+$/.test(group))) return null;
  const [first, ...rest] = groups as [string, ...string[]];
  const last = rest.at(-1) ?? "";
  const threes = rest.every((group) => group.length === 3) && first.length <= 3;
  const indian = last.length === 3 && rest.slice(0, -1).every((group) => group.length === 2) && first.length <= 2;
  if ((!threes && !indian) || /^0/.test(first)) return null;
  return groups.join("");
}
