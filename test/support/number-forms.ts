/** How a column writes its amounts. Values are whole hundredths of a currency unit. */
export interface NumberForm {
  readonly mark: "." | ",";
  /** What stands between groups of digits; empty where nothing does. */
  readonly group: string;
  /** Threes, threes from five digits on (as Spanish and Polish do), or India's threes and then twos. */
  readonly grouping: "threes" | "from 10,000" | "indian";
  /** `dash` writes whole amounts as `12,-`; `none` is for whole amounts only. */
  readonly decimals: "two" | "as needed" | "dash" | "none";
  readonly minus: "-" | "\u2212" | "\u2013";
  readonly minusAt: "first" | "before the digits" | "after" | "parentheses" | "after an apostrophe";
  /** The currency before or after the digits, with the space between. */
  readonly before: string;
  readonly after: string;
}

const PLAIN: NumberForm = {
  mark: ".",
  group: "",
  grouping: "threes",
  decimals: "two",
  minus: "-",
  minusAt: "first",
  before: "",
  after: "",
};

const NBSP = "\u00a0";
const NARROW = "\u202f";
const THIN = "\u2009";

/** How the common locales and exporters write amounts, by name. */
export const NUMBER_FORMS: Readonly<Record<string, NumberForm>> = {
  plain: PLAIN,
  "plain, as few decimals as possible": { ...PLAIN, decimals: "as needed" },
  "plain with a comma": { ...PLAIN, mark: "," },
  "comma, as few decimals as possible": { ...PLAIN, mark: ",", decimals: "as needed" },
  "text with an apostrophe": { ...PLAIN, minusAt: "after an apostrophe" },
  "en-US": { ...PLAIN, group: "," },
  "en-US price": { ...PLAIN, group: ",", before: "$" },
  "en-US, minus after the sign": { ...PLAIN, group: ",", before: "$", minusAt: "before the digits" },
  "en-US accounting": { ...PLAIN, group: ",", before: "$", minusAt: "parentheses" },
  "en-GB price": { ...PLAIN, group: ",", before: "£" },
  "en-IN": { ...PLAIN, group: ",", grouping: "indian" },
  "en-IN price": { ...PLAIN, group: ",", grouping: "indian", before: "₹" },
  "en-ZA price": { ...PLAIN, mark: ",", group: NBSP, before: `R${NBSP}` },
  "Australian price": { ...PLAIN, group: ",", before: "AU $" },
  "code before": { ...PLAIN, before: "EUR" },
  "code before, space": { ...PLAIN, group: ",", before: "USD " },
  "sign before and code after": { ...PLAIN, group: ",", before: "$", after: " USD" },
  "code after": { ...PLAIN, mark: ",", group: ".", after: " EUR" },
  "de-DE": { ...PLAIN, mark: ",", group: "." },
  "de-DE price": { ...PLAIN, mark: ",", group: ".", after: `${NBSP}€` },
  "de-DE whole prices": { ...PLAIN, mark: ",", group: ".", decimals: "dash" },
  "de-AT price": { ...PLAIN, mark: ",", group: ".", before: `€${NBSP}` },
  "de-CH": { ...PLAIN, group: "'" },
  "de-CH price": { ...PLAIN, group: "\u2019", before: `CHF${NBSP}` },
  "fr-FR": { ...PLAIN, mark: ",", group: NARROW, after: `${NBSP}€` },
  "fr-CA": { ...PLAIN, mark: ",", group: NBSP, after: `${NBSP}$` },
  "fi-FI": { ...PLAIN, mark: ",", group: NBSP, minus: "\u2212", after: `${NBSP}€` },
  "fi-FI, typed": { ...PLAIN, mark: ",", group: " ", decimals: "as needed" },
  "fi-FI, whole euros": { ...PLAIN, mark: ",", group: " ", decimals: "dash" },
  "sv-SE": { ...PLAIN, mark: ",", group: NBSP, minus: "\u2212", after: `${NBSP}kr` },
  "da-DK": { ...PLAIN, mark: ",", group: ".", after: `${NBSP}kr.` },
  "nl-NL": { ...PLAIN, mark: ",", group: ".", before: `€${NBSP}`, minusAt: "before the digits" },
  "es-ES": { ...PLAIN, mark: ",", group: ".", grouping: "from 10,000", after: `${NBSP}€` },
  "pl-PL": { ...PLAIN, mark: ",", group: NBSP, grouping: "from 10,000", after: `${NBSP}zł` },
  "pt-BR": { ...PLAIN, mark: ",", group: ".", before: `R$${NBSP}` },
  "cs-CZ": { ...PLAIN, mark: ",", group: NBSP, after: `${NBSP}Kč` },
  "hu-HU": { ...PLAIN, mark: ",", group: NBSP, decimals: "none", after: `${NBSP}Ft` },
  "ja-JP": { ...PLAIN, group: ",", decimals: "none", before: "\uffe5" },
  "whole, grouped by points": { ...PLAIN, mark: ",", group: ".", decimals: "none" },
  "whole, grouped by commas": { ...PLAIN, group: ",", decimals: "none" },
  "whole, not grouped": { ...PLAIN, decimals: "none" },
  "thin spaces": { ...PLAIN, group: THIN },
  underscores: { ...PLAIN, group: "_" },
  "minus after": { ...PLAIN, group: ",", minusAt: "after" },
  "comma, minus after": { ...PLAIN, mark: ",", group: ".", minusAt: "after" },
  "comma, parentheses": { ...PLAIN, mark: ",", group: ".", minusAt: "parentheses" },
  "dash for minus": { ...PLAIN, mark: ",", minus: "\u2013" },
};

/** An amount as a cell has it. */
export function writeAmount(hundredths: number, form: NumberForm): string {
  const size = Math.abs(hundredths);
  const [units, rest] = [Math.floor(size / 100), size % 100];
  if (form.decimals === "none" && rest !== 0) throw new Error(`${hundredths} hundredths are no whole amount`);
  const digits = `${groupDigits(String(units), form)}${fractionText(rest, form)}`;
  if (hundredths >= 0) return `${form.before}${digits}${form.after}`;
  if (form.minusAt === "parentheses") return `(${form.before}${digits}${form.after})`;
  if (form.minusAt === "after") return `${form.before}${digits}${form.after}${form.minus}`;
  if (form.minusAt === "before the digits") return `${form.before}${form.minus}${digits}${form.after}`;
  const apostrophe = form.minusAt === "after an apostrophe" ? "'" : "";
  return `${apostrophe}${form.minus}${form.before}${digits}${form.after}`;
}

function fractionText(rest: number, { mark, decimals }: NumberForm): string {
  if (decimals === "none") return "";
  if (decimals === "dash" && rest === 0) return `${mark}-`;
  const two = String(rest).padStart(2, "0");
  if (decimals !== "as needed") return `${mark}${two}`;
  return rest === 0 ? "" : `${mark}${two.replace(/0$/, "")}`;
}

function groupDigits(units: string, { group, grouping }: NumberForm): string {
  if (group === "" || units.length <= (grouping === "from 10,000" ? 4 : 3)) return units;
  const size = grouping === "indian" ? 2 : 3;
  const parts = [units.slice(-3)];
  for (let end = units.length - 3; end > 0; end -= size) parts.unshift(units.slice(Math.max(0, end - size), end));
  return parts.join(group);
}

/** Whether nothing in these amounts tells which of point and comma is the decimal mark, though one of them occurs. */
export function isMarkOpen(amounts: readonly number[], form: NumberForm): boolean {
  if (form.group !== "." && form.group !== ",") return false;
  const marks = amounts.map((amount) => {
    const groups = groupDigits(String(Math.floor(Math.abs(amount) / 100)), form).split(form.group).length - 1;
    const hasDecimals = fractionText(Math.abs(amount) % 100, form) !== "";
    return { groups, hasDecimals };
  });
  return marks.some(({ groups }) => groups === 1) && !marks.some((one) => one.groups > 1 || one.hasDecimals);
}
