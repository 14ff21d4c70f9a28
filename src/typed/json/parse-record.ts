import { type FlatRecord, type FlatValue, flatRecord } from "./flat-record.ts";

/** Other numbers are the same when they come back from 64 bits; the kernel that scans lines of JSON decides as this does. */
const LONG_NUMBER = /\d{16}|\d[eE]/;

/** Strings, which may hold anything that looks like a number, and numbers. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Stands before the digits of a number, and once more before a text that begins with it. */
const MARK = "\u0001";
const WRITTEN_MARK = "\\u0001";

const BLANK: FlatValue = { kind: "blank" };
const NESTED: FlatValue = { kind: "nested" };

/**
 * The keys and values of a record; of a key that occurs twice, the last value. `JSON.parse` would round 1234567890123456789
 * so it is handed each number as a text, with a mark in
 * front, where a record may have such a number.
 *
 * @returns `null` where the text is JSON, but no object
 * @throws SyntaxError where it is no JSON
 */
export function parseRecord(text: string): FlatRecord | null {
  const isMarked = LONG_NUMBER.test(text);
  const parsed: unknown = JSON.parse(isMarked ? text.replace(STRING_OR_NUMBER, marked) : text);
  return flatRecord(parsed, isMarked ? MARKED : PLAIN);
}

function marked(found: string): string {
  if (!found.startsWith('"')) return LONG_NUMBER.test(found) ? `"${WRITTEN_MARK}${found}"` : found;
  return found.startsWith(`"${WRITTEN_MARK}`) ? `"${WRITTEN_MARK}${found.slice(1)}` : found;
}

function markedKey(key: string): string {
  if (!key.startsWith(MARK)) return key;
  if (!key.startsWith(MARK + MARK)) throw new SyntaxError("a key is a number");
  return key.slice(1);
}

/** A value of a record whose numbers are texts with a mark. */
function markedValue(value: unknown): FlatValue {
  if (typeof value !== "string" || !value.startsWith(MARK)) return flatValue(value);
  return { kind: value.startsWith(MARK + MARK) ? "text" : "written number", text: value.slice(1) };
}

function flatValue(value: unknown): FlatValue {
  if (value === null || value === "") return BLANK;
  if (typeof value === "boolean") return { kind: "text", text: String(value) };
  if (typeof value === "number") return { kind: "number", number: value };
  return typeof value === "string" ? { kind: "text", text: value } : NESTED;
}

const PLAIN = { key: (key: string): string => key, value: flatValue };
const MARKED = { key: markedKey, value: markedValue };
