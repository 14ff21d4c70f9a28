/** Lists of flat records that the scanner reads hold what parsing them finds, wherever lines, blocks and segments end. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileSource, memorySource } from "../../../src/files/byte-source.ts";
import { jsonForm } from "../../../src/typed/json/json-form.ts";
import { readJson } from "../../../src/typed/json/json-table.ts";
import { openTables } from "../../../src/typed/open-tables.ts";
import { type TypedTable, tableOf } from "../../../src/typed/typed-table.ts";
import { type Cutting, expectAgreement, withFiles } from "../../support/both-readers.ts";
import { InProcessThreads } from "../../support/in-process-threads.ts";
import {
  DAMAGES,
  lineOf,
  orderOf,
  pick,
  type Random,
  SPACING,
  seededRandom,
  shown,
} from "../../support/json-records.ts";
import { readFiles, spendOf } from "../../support/read-csv.ts";

const [FILES, RECORDS] = [160, 30];

/** How a list is laid out: what stands before its first record, between two, and behind the last. */
const LAYOUTS: readonly (readonly [string, string, string])[] = [
  ["[", ",", "]"],
  ["[\n", ",\n", "\n]\n"],
  ["\n [ \r\n\t", "\r\n , ", " ] \n\n"],
  ['{"orders":[', ",", "]}"],
  ['{\n  "data": [\n    ', ",\n    ", "\n  ]\n}\n"],
];

/** What makes a list no list. */
const LIST_DAMAGES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\]\s*\}?\s*$/, ""),
  (text) => text.replace(/\]/, ",]"),
  (text) => text.replace("},", "} "),
  (text) => text.replace("},", "},,"),
  (text) => `${text} {"a":1}`,
  (text) => text.replace(/\]\s*$/, "] x"),
  (text) => text.replace("{", '{"a":[1,'),
];

/** A record, on one line or on as many as it has keys. */
function recordOf(random: Random, at: number, isPretty: boolean, odd: boolean): string {
  const spacing = isPretty ? ([",\n  ", ": "] as const) : pick(random, SPACING);
  const line = lineOf(random, { pairs: orderOf(random, at), spacing, odd });
  return line.trim() === "" ? '{"order_id":1}' : line;
}

function listOf(random: Random, { damage, odd, records }: { damage: boolean; odd: boolean; records: number }): string {
  const [before, between, behind] = pick(random, LAYOUTS);
  const isPretty = random() < 0.3;
  const written = Array.from({ length: records }, (_, at) => recordOf(random, at, isPretty, odd));
  const isInside = damage && random() < 0.5;
  if (isInside) {
    const at = 1 + Math.floor(random() * (records - 1));
    written[at] = pick(random, DAMAGES)(written[at] ?? "");
  }
  const text = `${random() < 0.1 ? "\ufeff" : ""}${before}${written.join(between)}${behind}`;
  return damage && !isInside ? pick(random, LIST_DAMAGES)(text) : text;
}

async function opened(path: string, name: string, bytes: Buffer): Promise<TypedTable> {
  const input = { source: fileSource(path, name, bytes.length), named: true, path, changedAt: 0 };
  const [file = input] = await openTables(
    [input],
    {},
    { recognise: () => 0, partsOfOrders: () => 0, saysNoOrders: () => false },
  );
  return tableOf(file.source) as TypedTable;
}

describe("a list of records that the scanner reads", () => {
  it("has the cells, the lines and the errors that parsing it has", { timeout: 60_000 }, async () => {
    const random = seededRandom(17);
    const texts = Array.from({ length: FILES }, (_, at) =>
      listOf(random, { damage: at % 3 === 2, odd: at % 2 > 0, records: RECORDS }),
    );
    const files = Object.fromEntries(texts.map((text, at) => [`${at}.json`, Buffer.from(text)]));
    let scanned = 0;
    await withFiles(files, async (folder, names) => {
      for (const name of names) {
        const bytes = files[name] ?? Buffer.alloc(0);
        const form = jsonForm(bytes.toString("utf8", 0, 4096).replace("\ufeff", "").trimStart(), name);
        const parsed = await shown(() => readJson(memorySource([bytes], name), form));
        const table = await opened(join(folder, name), name, bytes).catch(() => null);
        if (table?.scanned !== undefined) scanned += 1;
        expect(await shown(() => opened(join(folder, name), name, bytes)), bytes.toString()).toEqual(parsed);
      }
    });
    expect(scanned).toBeGreaterThan(FILES / 2);
    expect(scanned).toBeLessThan(FILES);
  });

  it("gives the same orders from any number of threads, and the lines of rejected rows", {
    timeout: 60_000,
  }, async () => {
    const random = seededRandom(18);
    for (const records of [40, 4500]) {
      const text = listOf(random, { damage: false, odd: records === 40, records });
      const cuttings = [1, 2, 7].map(
        (threads): Cutting => ({ threads, segmentBytes: 5000, pick: (job) => job * 5 + Math.floor(job / 3) }),
      );
      const options = { maxRejects: { share: 1 }, keep: ["note"] };
      await withFiles({ "orders.json": Buffer.from(text) }, async (cwd, names) => {
        const { shown: history } = await expectAgreement(names, cuttings, { cwd, options });
        expect(history["rows"]).toBeGreaterThan(records / 2);
      });
    }
  });

  it("counts orders whose ids are in no turn, not kept, as when they are kept", async () => {
    const records = Array.from({ length: 9000 }, (_, at) =>
      JSON.stringify({
        order_id: `A${(at * 7919) % 9001}`,
        customer_id: `c${at % 900}`,
        order_date: `2026-01-${10 + (at % 20)}`,
        total: (at % 9) + 0.5,
      }),
    );
    const files = { "orders.json": Buffer.from(`[${records.join(",")}]`) };
    const startThreads = (count: number) => new InProcessThreads(count);
    const kept = spendOf(await readFiles(files));
    expect(Object.keys(kept)).toHaveLength(900);
    expect(
      spendOf(await readFiles(files, { orderIds: "not needed", threads: 2, segmentBytes: 5000, startThreads })),
    ).toEqual(kept);
  });
});
