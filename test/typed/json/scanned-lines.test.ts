import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fileSource, memorySource } from "../../../src/files/byte-source.ts";
import { readJson } from "../../../src/typed/json/json-table.ts";
import { openLines } from "../../../src/typed/json/line-table.ts";
import { openTables } from "../../../src/typed/open-tables.ts";
import { type TypedTable, tableOf } from "../../../src/typed/typed-table.ts";
import { type Cutting, expectAgreement, withFiles } from "../../support/both-readers.ts";
import { runRfm } from "../../support/in-process.ts";
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

const FILES = 125;
const LINES = 40;

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
          const [file = input] = await openTables(
            [input],
            {},
            { recognise: () => 0, partsOfOrders: () => 0, saysNoOrders: () => false },
          );
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
