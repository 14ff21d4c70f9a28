const BLANK = ["", "-", "–", "—", "n/a", "na", "#n/a", "nan", "null", "none", "nil"];
const FREE = ["free", "gratis", "ilmainen", "kostenlos", "gratuit"];
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A number's exact value as a whole number of 10^−`scale`. */
interface NaiveNumber {
  readonly value: bigint;
  readonly scale: number;
}

/**
 * A second, simple reading of an amount cell, by the forms that exports write; nothing shared with the program.
 *
 * @returns whole 1/10,000 of a unit; `null` where the cell is blank or no amount
 */
export function naiveAmount(cell: string, mark: "." | ","): bigint | null {
  const number = naiveNumber(cell, mark);
  return number === null ? null : inTenThousandths(number);
}

/** Quantity × price, exact and then rounded once. */
export function naiveProduct(quantity: string, price: string, mark: "." | ","): bigint | null {
  const [a, b] = [naiveNumber(quantity, mark), naiveNumber(price, mark)];
  return a === null || b === null ? null : inTenThousandths({ value: a.value * b.value, scale: a.scale + b.scale });
}

/** Half a unit is rounded away from zero; more than 2^53 − 1 is no amount. */
function inTenThousandths({ value, scale }: NaiveNumber): bigint | null {
  const size = value < 0n ? -value : value;
  const up = size * 10n ** BigInt(Math.max(0, 5 - scale));
  const down = 10n ** BigInt(Math.max(0, scale - 5));
  const rounded = (up / down + 5n) / 10n; // tenths of the unit first; what is cut off cannot reach a half
  if (rounded > LARGEST) return null;
  return value < 0n ? -rounded : rounded;
}

function naiveNumber(cell: string, mark: "." | ","): NaiveNumber | null {
  if (BLANK.includes(cell.trim().toLowerCase())) return null;
  let text = cell.trim();
  if (/^=".*"$/s.test(text)) text = text.slice(2, -1).trim();
  else if (/^'./s.test(text)) text = text.slice(1).trim();
  text = text.replaceAll("\u2212", "-").replaceAll("\u2013", "-");
  let negative = false;
  if (/^\(.*\)$/s.test(text)) {
    negative = true;
    text = text.slice(1, -1).trim();
  }
  if (FREE.includes(text.toLowerCase())) return { value: 0n, scale: 0 };
  text = text.replace(/[.,]\s*-(\D*)$/, "$1"); // 12,-
  const parts = /^(?<before>[^\d.,]*)(?<number>[.,]?\d(?:.*\d)?[.,]?)(?<after>.*)$/s.exec(text)?.groups;
  if (parts === undefined) return null;
  const around = [parts["before"] ?? "", parts["after"] ?? ""];
  const signs = around.join("").replace(/[^+-]/g, "");
  if (signs.length > 1 || (signs === "-" && negative)) return null;
  const [left = "", right = ""] = around.map((side) => side.replace(/[+-]/, "").trim());
  if (![left, right].every((side) => /^[\p{Sc}\p{L}.\s]*$/u.test(side))) return null;
  if (left !== "" && right !== "" && !/^\p{Sc}$/u.test(left)) return null; // $12.00 USD names one currency twice
  const number = unsigned(parts["number"] ?? "", mark);
  if (number === null) return null;
  return negative || signs === "-" ? { ...number, value: -number.value } : number;
}

/** Digits in groups of three (or as India groups them), then decimals, then perhaps a power of ten. */
function unsigned(text: string, mark: "." | ","): NaiveNumber | null {
  const power = /^([^eE]*)[eE]([+-]?\d{1,2})$/.exec(text);
  if (power !== null) {
    const base = unsigned(power[1] ?? "", mark);
    const exponent = Number(power[2]);
    if (base === null) return null;
    return exponent > 0
      ? { value: base.value * 10n ** BigInt(exponent), scale: base.scale }
      : { value: base.value, scale: base.scale - exponent };
  }
  const [whole = "", decimals = "", ...more] = text.split(mark);
  if (more.length > 0 || !/^\d*$/.test(decimals) || whole + decimals === "") return null;
  const separator = mark === "." ? "," : "\\.";
  const isGrouped = [separator, "'", "’", "_", "\\s"].some((group) =>
    new RegExp(`^[1-9](?:\\d{0,2}(?:${group}\\d{3})+|\\d?(?:${group}\\d{2})*${group}\\d{3})$`).test(whole),
  );
  if (!/^\d*$/.test(whole) && !isGrouped) return null;
  return { value: BigInt(`${whole.replace(/\D/g, "")}${decimals}`), scale: decimals.length };
}
