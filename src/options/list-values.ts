import { InvalidArgumentError } from "commander";
import { nearestNames } from "../basics/text/nearest-names.ts";
import type { ConsentCondition } from "../lists/consent.ts";
import { countryCode } from "../lists/country-code.ts";
import { LIST_FORMATS } from "../lists/formats/index.ts";
import type { ListFormat } from "../lists/list-format.ts";

/** The tools of `--for`, by name; several are separated by commas, or the option is given again. */
export function collectFormats(text: string, earlier: readonly ListFormat[] | undefined): readonly ListFormat[] {
  const formats = [...(earlier ?? [])];
  for (const word of text.split(",")) {
    const format = LIST_FORMATS.find(({ name }) => name === word.trim().toLowerCase());
    if (format === undefined) throw noSuchTool(word.trim());
    if (!formats.includes(format)) formats.push(format);
  }
  return formats;
}

function noSuchTool(wanted: string): InvalidArgumentError {
  const names = LIST_FORMATS.map(({ name }) => name);
  const near = nearestNames(wanted, names)[0];
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  return new InvalidArgumentError(`Unknown tool "${wanted}".${meant} Write one of ${names.join(", ")}.`);
}

/** A text that an option may be given several times with. */
export function collectTexts(text: string, earlier: readonly string[] | undefined): readonly string[] {
  if (text.trim() === "") throw new InvalidArgumentError("It needs a name.");
  return [...(earlier ?? []), text];
}

/** `COLUMN=VALUE[,VALUE]`, a column that must say yes; the option is given again for exports that call it otherwise. */
export function collectConsent(
  text: string,
  earlier: readonly ConsentCondition[] | undefined,
): readonly ConsentCondition[] {
  const at = text.indexOf("=");
  const column = text.slice(0, Math.max(0, at)).trim();
  const values = text
    .slice(at + 1)
    .split(",")
    .map((value) => value.trim().toLowerCase());
  if (column === "" || values.includes("")) {
    throw new InvalidArgumentError('Write COLUMN=VALUE, or COLUMN=VALUE,VALUE: "Accepts Marketing=yes".');
  }
  const others = (earlier ?? []).filter((one) => one.column.toLowerCase() !== column.toLowerCase());
  const same = (earlier ?? []).find((one) => one.column.toLowerCase() === column.toLowerCase());
  return [...others, { column: same?.column ?? column, values: [...(same?.values ?? []), ...values] }];
}

/** A share of customers as a percentage above 0 and below 100, as a fraction. */
export function parseHoldoutOption(text: string): number {
  const match = /^(\d{1,2}(?:\.\d{1,4})?)\s*%$/.exec(text.trim());
  const share = match === null ? 0 : Number(match[1]) / 100;
  if (share <= 0) throw new InvalidArgumentError("Write a percentage above 0 and below 100: 10%, 2.5%.");
  return share;
}

/** The least number of people that a list may have. */
export function parseMinSizeOption(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new InvalidArgumentError("Write a whole number, 1 or more.");
  return Number(text);
}

/** A country by its ISO code or name, as its code. */
export function parseCountryOption(text: string): string {
  const code = countryCode(text);
  if (code === "") throw new InvalidArgumentError("Write the country's two letters: FI, GB, US.");
  return code;
}

/** A salt, which may not be blank. */
export function parseSaltOption(text: string): string {
  if (text === "") throw new InvalidArgumentError("The salt is empty.");
  return text;
}
