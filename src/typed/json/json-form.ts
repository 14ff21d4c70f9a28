import { InputError } from "../../errors.ts";

/** How the records of a JSON file are written: one per line, as a list, or inside one object. */
export type JsonForm = "lines" | "list" | "object";

const LIST = /^\[\s*(?:[[{"\]]|$)/;
const OBJECT = /^\{\s*["}]/;

/** Values of JSON that are no records. */
const SCALAR = /^(?:\[|"|-?\d|true\b|false\b|null\b)/;

/** Names that stand near the beginning of JSON that this program wrote. */
const OWN_JSON = /"rfm_(?:version|run|model)"\s*:|^\[?\s*\{"(?:customer_id":.*"rfm_cell"|segment":.*"customer_share")/;

/** Whether a text, by its beginning, is JSON; no header of delimited text begins like that. */
export function isJson(beginning: string): boolean {
  return LIST.test(beginning) || OBJECT.test(beginning);
}

/** Whether a text, by its beginning, is JSON that this program wrote. */
export function isOwnJson(beginning: string): boolean {
  return isJson(beginning) && OWN_JSON.test(beginning);
}

/** The keys of the first record of JSON, by its beginning; of a record that is nested or long, as far as that goes. */
export function keysOfFirst(beginning: string): readonly string[] {
  const record = beginning.slice(beginning.indexOf("{")).split("}", 1)[0] ?? "";
  return [...record.matchAll(/(?:[{,]\s*)"([^"\\]*)"\s*:/g)].map(([, key = ""]) => key);
}

/** One object with a list of records under a name that such lists have. */
const WRAPPER = /^\{[^[\]]*"(?:orders|data|results|items|records|rows|edges)"\s*:\s*\[\s*\{/;

/** Whether JSON, by its beginning, holds records and not one object, such as settings. */
export function holdsRecords(beginning: string): boolean {
  return /^\[\s*(?:\{|\]|$)/.test(beginning) || /^\{.*\}\s*\n\s*\{/.test(beginning) || WRAPPER.test(beginning);
}

/**
 * Refuses a file that is JSON by its name and by its first value, which is no record.
 *
 * @throws InputError
 */
export function refuseScalars(beginning: string, name: string): void {
  if (!/\.(?:json|ndjson|jsonl)(?:\.gz)?$/i.test(name) || !SCALAR.test(beginning.trimStart())) return;
  throw new InputError(`${name}: this is JSON without records`, {
    hint: "save a list of records, [{…}, {…}], or one record per line",
  });
}

/**
 * How the records of JSON are written, by its beginning.
 *
 * @throws InputError where it is a result of this program
 */
export function jsonForm(beginning: string, name: string): JsonForm {
  if (isOwnJson(beginning)) {
    throw new InputError(`${name}: this is JSON that rfm wrote: a result, not an order export`, {
      hint: "name the exports themselves, or a file that rfm orders wrote as CSV",
    });
  }
  if (LIST.test(beginning)) return "list";
  const [firstLine = "", ...others] = beginning.split("\n");
  const isAlone = others.every((line) => line.trim() === "");
  return firstLine.trim().endsWith("}") || isAlone ? "lines" : "object";
}

/** What opens a list of records: a bracket, alone or as the first value of an object. */
const OPENING = /^[ \t\r\n]*(?:\{[ \t\r\n]*"([^"\\]*)"[ \t\r\n]*:[ \t\r\n]*)?\[[ \t\r\n]*(?=\{)/;

/** What stands before the first record of a list, by the beginning of a file; `null` where it is no list of records. */
export function openingOf(beginning: string): string | null {
  return OPENING.exec(beginning)?.[0] ?? null;
}

/** The key of a list of records that is the first value of an object, empty for a list by itself; `null` for anything else. */
export function keyOfList(beginning: string): string | null {
  const opening = OPENING.exec(beginning);
  return opening === null ? null : (opening[1] ?? "");
}

/** That a file holds one object and no records. */
export function oneObject(name: string): InputError {
  return new InputError(`${name}: this is one JSON object, not a list of records`, {
    hint: "save a list of records, [{…}, {…}], or one record per line",
  });
}
