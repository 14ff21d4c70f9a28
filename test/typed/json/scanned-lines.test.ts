import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { RfmError } from "../../../src/errors.ts";
import { fileSource, memorySource } from "../../../src/files/byte-source.ts";
import { readJson } from "../../../src/typed/json/json-table.ts";
import { openLines } from "../../../src/typed/json/line-table.ts";
import { openTables } from "../../../src/typed/open-tables.ts";
import { type TypedTable, tableOf } from "../../../src/typed/typed-table.ts";
import { type Cutting, expectAgreement, withFiles } from "../../support/both-readers.ts";
import { runRfm } from "../../support/in-process.ts";

const FILES = 125;
const LINES = 40;

type Random = () => number;

/** Numbers from 0 up to 1 that depend on the seed only ("mulberry32"). */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <One>(random: Random, from: readonly One[]): One => from[Math.floor(random() * from.length)] as One;

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
function orderOf(random: Random, at: number): [string, string][] {
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

const SPACING: readonly (readonly [string, string])[] = [
  [",", ":"],
  [", ", ": "],
  [" ,\t", " :"],
];

function lineOf(
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
const DAMAGES: readonly ((line: string) => string)[] = [
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

/** @param odd whether some lines have other keys, or another order, or are blank */
function fileOf(random: Random, { damage, odd }: { readonly damage: boolean; readonly odd: boolean }): Buffer {
  const spacing = pick(random, SPACING);
  const written = Array.from({ length: LINES }, (_, at) =>
    lineOf(random, { pairs: orderOf(random, at), spacing, odd }),
  );
  if (damage) {
    const at = 1 + Math.floor(random() * (LINES - 1));
    written[at] = pick(random, DAMAGES)(written[at] ?? "");
  }
  const text = written.join(pick(random, ["\n", "\n", "\r\n"]));
  return Buffer.from(`${random() < 0.2 ? "\ufeff" : ""}${text}${random() < 0.5 ? "\n" : ""}`);
}

interface Shown {
  readonly names: readonly string[];
  readonly rows: readonly unknown[];
}

async function shown(open: () => Promise<TypedTable> | TypedTable): Promise<Shown | string> {
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

describe("lines of JSON that the scanner reads", () => {
  it("have the cells, and the errors, that parsing them has", { timeout: 60_000 }, async () => {
    const random = seededRandom(15);
    const files = Array.from({ length: FILES }, (_, at) => fileOf(random, { damage: at % 4 === 3, odd: at % 3 > 0 }));
    let scanned = 0;
    await withFiles(Object.fromEntries(files.map((bytes, at) => [`${at}.ndjson`, bytes])), async (folder, names) => {
      for (const [at, name] of names.entries()) {
        const bytes = files[at] ?? Buffer.alloc(0);
        const path = join(folder, name);
        const parsed = await shown(() => readJson(memorySource([bytes], name), "lines"));
        const lines = openLines(fileSource(path, name, bytes.length), path);
        if (lines !== null) {
          scanned += 1;
          expect(await shown(() => lines), bytes.toString()).toEqual(parsed);
        }
        const input = { source: fileSource(path, name, bytes.length), named: true, path, changedAt: 0 };
        const opened = await shown(async () => {
          const [file = input] = await openTables([input], {}, () => 0);
          return tableOf(file.source) as TypedTable;
        });
        expect(opened, bytes.toString()).toEqual(parsed);
      }
    });
    expect(scanned).toBeGreaterThan(FILES / 2);
    expect(scanned).toBeLessThan(FILES);
  });

  it("give the same orders from any number of threads", { timeout: 60_000 }, async () => {
    const random = seededRandom(16);
    for (let at = 0; at < 12; at += 1) {
      const bytes = fileOf(random, { damage: false, odd: at % 2 > 0 });
      const cuttings = [1, 2, 3, 7].map(
        (threads): Cutting => ({ threads, segmentBytes: 97 + at * 131, pick: (job) => job * 5 + Math.floor(job / 3) }),
      );
      const options = { maxRejects: { share: 1 }, keep: ["note"] };
      await withFiles({ "orders.ndjson": bytes }, async (cwd, names) => {
        const { shown: history } = await expectAgreement(names, cuttings, { cwd, options, note: bytes.toString() });
        expect(history["rows"], bytes.toString()).toBeGreaterThan(LINES / 2);
      });
    }
  });

  it("give the same scores where they are compressed, which are parsed", async () => {
    const text = Array.from({ length: 200 }, (_, at) =>
      JSON.stringify({
        order_id: at,
        customer_id: `c${at % 17}`,
        order_date: `2026-01-${10 + (at % 20)}`,
        total: (at % 9) + 0.5,
      }),
    ).join("\n");
    const bytes = Buffer.from(text);
    const [plain, compressed] = [
      await withFiles({ "a.ndjson": bytes }, (folder) => runRfm(["score", folder])),
      await withFiles({ "a.ndjson.gz": gzipSync(bytes) }, (folder) => runRfm(["score", folder])),
    ];
    expect(plain.status, plain.stderr).toBe(0);
    expect(plain.stdout).toBe(compressed.stdout);
  });
});
