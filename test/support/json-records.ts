import { RfmError } from "../../src/errors.ts";
import type { TypedTable } from "../../src/typed/typed-table.ts";

export type Random = () => number;

/** Numbers from 0 up to 1 that depend on the seed only ("mulberry32"). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <One>(random: Random, from: readonly One[]): One => from[Math.floor(random() * from.length)] as One;

/** Values as exports write them, and as they hardly do. */
const TEXTS = [
  '"a"',
  '"Ä\\u00f6\\n"',
  '"\\"q\\" \\\\ \\/"',
  '"日本 🎁"',
  '"\\ud83c\\udf81"',
  '"0123456789abcdef0"',
  '" x "',
  '""',
];
const NUMBERS = ["0", "-0", "12.50", "12.5", "1e3", "1.5E-2", "100.00", "0.0000001", "0.30000000000000004", "1.10"];
const LONG = ["1234567890123456789", "123456789012345", "1234567890.1234567", "-9007199254740993", "12345678901.55"];
const VALUES = [...TEXTS, ...NUMBERS, ...LONG, "null", "true", "false"];

/** An order, its keys in the usual order, a few left out. */
export function orderOf(random: Random, at: number): [string, string][] {
  const day = 10 + Math.floor(random() * 20);
  const pairs: [string, string][] = [
    ["order_id", pick(random, [`"R-${at}"`, `${1000 + at}`])],
    ["customer_id", pick(random, ['"anna"', '"Ben@Example.com"', "17", "17.0", '"17"', '"ida\\u00e4"', "null"])],
    ["order_date", pick(random, [`"2026-03-${day}"`, `"2026-03-${day}T08:00:00Z"`, `"2026-03-${day}"`])],
    ["total", pick(random, ["12.5", "12.50", "7", '"19.90"', "-3.25", "0.1", "1234.5678", "99.99999"])],
    ["status", pick(random, ['"paid"', '"paid"', '"cancelled"', '"p\\u0061id"'])],
    ["note", pick(random, VALUES)],
  ];
  return pairs.filter(() => random() > 0.03);
}

export const SPACING: readonly (readonly [string, string])[] = [
  [",", ":"],
  [", ", ": "],
  [" ,\t", " :"],
];

export function lineOf(
  random: Random,
  {
    pairs,
    spacing,
    odd: mayBeOdd,
  }: {
    readonly pairs: readonly (readonly [string, string])[];
    readonly spacing: readonly [string, string];
    readonly odd: boolean;
  },
): string {
  const [comma, colon] = spacing;
  const odd = mayBeOdd ? random() : 1;
  let own = pairs;
  if (odd < 0.03) own = [...pairs].reverse();
  else if (odd < 0.05) own = [...pairs, ["note", '"twice"']];
  else if (odd < 0.07) own = [...pairs, [`extra${Math.floor(random() * 3)}`, pick(random, VALUES)]];
  else if (odd < 0.08) return "";
  else if (odd < 0.085) return " \u00a0";
  return `{${own.map(([key, value]) => `"${key}"${colon}${value}`).join(comma)}}`;
}

/** What makes a line no flat record. */
export const DAMAGES: readonly ((line: string) => string)[] = [
  (line) => line.slice(0, -2),
  (line) => line.replace(":", ""),
  (line) => line.replace("}", ",}"),
  (line) => line.replace("}", ',"x":01}'),
  (line) => line.replace("}", ',"x":"a\tb"}'),
  (line) => line.replace("}", ',"x":"\\q"}'),
  (line) => line.replace("}", ',"x":{"a":1}}'),
  (line) => line.replace("}", ',"x":[1,{"b":2}]}'),
  (line) => line.replace("}", ',"x":.5}'),
  (line) => line.replace("}", ',"x":nul}'),
  (line) => `${line} {"a":1}`,
  () => "[1,2]",
  () => "{}",
];

interface Shown {
  readonly names: readonly string[];
  readonly rows: readonly unknown[];
}

export async function shown(open: () => Promise<TypedTable> | TypedTable): Promise<Shown | string> {
  try {
    const table = await open();
    const columns = await table.load(Array.from({ length: table.width }, (_, column) => column));
    const rows = Array.from({ length: table.length }, (_, record) => [
      table.line(record),
      ...columns.map(({ text, type }) => [text(record), text(record) === "" ? "" : type(record)]),
    ]);
    return { names: table.names ?? [], rows };
  } catch (error) {
    if (!(error instanceof RfmError)) throw error;
    return error.message;
  }
}
