import type { AttributeValue, MoneyRange } from "../../analysis/profile/order-attribute.ts";
import type { Language } from "../language/language.ts";
import { shortenCells } from "../terminal/cells.ts";

/** A blank cell as data has it. */
export const BLANK = "(blank)";

/** A longer name is cut: it would push the numbers off the screen. */
const WIDEST_VALUE = 32;

/** A value as data has it: a product's code, not its name. */
export function valueData({ value }: AttributeValue): string {
  return value === "" ? BLANK : value;
}

/** An attribute's name as people read it; that of a column as it is. */
export function attributeName(attribute: string, { words }: Language): string {
  return words.profile.attributes[attribute] ?? attribute;
}

/** A value as people read it: a product by its name, with its code behind. */
export function valueText(attribute: string, { value, name, range }: AttributeValue, language: Language): string {
  const { profile } = language.words;
  if (value === "") return profile.blank;
  if (range !== undefined) return rangeText(range, language);
  if (attribute === "weekday") return profile.weekdays[value] ?? value;
  if (attribute === "discount") return profile.answers[value] ?? value;
  return name === null ? value : `${name} (${value})`;
}

/** The same, cut to what a table has room for; a product's code stays. */
export function shortValue(attribute: string, value: AttributeValue, language: Language): string {
  const text = valueText(attribute, value, language);
  if (value.name === null) return shortenCells(text, WIDEST_VALUE);
  const code = ` (${value.value})`;
  return `${shortenCells(value.name, Math.max(1, WIDEST_VALUE - code.length))}${code}`;
}

function rangeText({ from, to }: MoneyRange, { words: { profile } }: Language): string {
  if (to === null) return profile.over(from ?? 0);
  return from === null ? profile.upTo(to) : profile.between(from, to);
}
