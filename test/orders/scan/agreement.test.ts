import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { assignSegments } from "../../../src/analysis/segments/assign-segments.ts";
import { standardScheme } from "../../../src/analysis/segments/standard.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { renderData } from "../../../src/render/tables/formats.ts";
import { scoreTable } from "../../../src/render/tables/score-table.ts";
import { platformFixtures } from "../../platforms/fixtures.ts";
import { type Cutting, expectAgreement, expectSame, withFiles } from "../../support/both-readers.ts";
import { chunkText } from "../../support/chunk-text.ts";
import { ONLINE_RETAIL } from "../../support/in-process.ts";
import { ENGLISH } from "../../support/languages.ts";
import { runInProcess } from "../../support/run-rfm.ts";
import { type Outcome, outcomeOf, shownOutcome } from "../../support/shown-history.ts";

/** Segments of a few lines, and of half a line in all but the larger files. */
function cuttingsOf(bytes: number): readonly Cutting[] {
  const pick = (job: number): number => job * 5 + Math.floor(job / 3);
  return [
    { threads: 2, segmentBytes: 701, pick },
    { threads: 7, segmentBytes: Math.max(61, Math.ceil(bytes / 80)), pick },
  ];
}

/** A month of real orders, as it was before it was compressed. */
const MONTH = gunzipSync(readFileSync(join(ONLINE_RETAIL, "2011-02.csv.gz")));

/** Large files take seconds each; `npm run test:long` has all numbers of threads, and the orders. */
const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";
const THREADS = IS_LONG ? [2, 3, 7] : [3];

describe("both readers, and any number of threads", () => {
  for (const [at, { name, inputs, expected }] of platformFixtures().entries()) {
    it(`agree on ${name}`, async () => {
      const bytes = inputs.reduce((sum, input) => sum + readFileSync(input).length, 0);
      const cuttings = cuttingsOf(bytes).filter((_, which) => IS_LONG || which === at % 2);
      await expectAgreement(inputs, cuttings, { options: expected.options ?? {} });
    });
  }

  it("agree on a month of real orders, with a compressed file of the next beside it", async () => {
    const next = readFileSync(join(ONLINE_RETAIL, "2011-03.csv.gz"));
    await withFiles({ "2011-02.csv": MONTH, "2011-03.csv.gz": next }, async (cwd, names) => {
      const cuttings = [{ threads: 3, segmentBytes: 40_001, pick: (job: number) => job }];
      const { shown } = await expectAgreement(names, cuttings, { cwd });
      expect(shown["rows"]).toBeGreaterThan(60_000);
    });
  });
});

describe("real threads", () => {
  it.each(THREADS)("%i of them find what one finds in a month of real orders", async (threads) => {
    await withFiles({ "2011-02.csv": MONTH }, async (cwd, names) => {
      const read = (segmentBytes: number | undefined, count: number): ReturnType<typeof outcomeOf> =>
        outcomeOf(() => readOrders(names, { threads: count, segmentBytes }, { cwd }));
      const [alone, threaded] = [await read(undefined, 1), await read(100_003, threads)];
      expectSame(shownOutcome(threaded), shownOutcome(alone), `${threads} threads`);
      expect(scoresOf(threaded)).toBe(scoresOf(alone));
    });
  });

  it("tell the same error, at the same line", async () => {
    const lines = MONTH.toString("latin1").split("\n");
    const at = Math.floor(lines.length / 2);
    lines.splice(at, 1, (lines[at] ?? "").replace(/,[^,]*,/, ',"a quote that nobody closes,'));
    await withFiles({ "2011-02.csv": Buffer.from(lines.join("\n"), "latin1") }, async (cwd, names) => {
      const shown = shownOutcome(await outcomeOf(() => readOrders(names, { reader: "tolerant" }, { cwd })));
      expect(shown["message"]).toMatch(`line ${at + 1}`);
      const threaded = await outcomeOf(() => readOrders(names, { threads: 3, segmentBytes: 100_003 }, { cwd }));
      expectSame(shownOutcome(threaded), shown, "3 threads");
    });
  });
});

describe("what is printed", () => {
  /** Over 24 MiB, from where on files are read by several threads; a few rows that cannot be read. */
  const large = Buffer.concat([MONTH, ...Array.from({ length: 10 }, () => withoutHeader(MONTH)), Buffer.from("1,2\n")]);

  it(`is the same for 1 thread and for ${THREADS.join(", ")}: scores, rejects and notes`, async () => {
    await withFiles({ "large.csv": large }, async (cwd) => {
      const printed = async (threads: number): Promise<readonly unknown[]> => {
        const outcomes: unknown[] = [];
        for (const command of IS_LONG ? ["score", "orders"] : ["score"]) {
          const rejects = join(cwd, `${command}-${threads}.csv`);
          const args = [command, "large.csv", "--threads", String(threads), "--rejects", rejects];
          outcomes.push(await runInProcess(args, { cwd }), readFileSync(rejects, "utf8"));
        }
        return outcomes.map((outcome) => JSON.stringify(outcome).replaceAll(`-${threads}.csv`, ".csv"));
      };
      const alone = await printed(1);
      expect(alone[0]).toMatch(/"status":0/);
      expect(alone[1]).toMatch(/wrong number of fields/);
      for (const threads of THREADS) expect(await printed(threads)).toEqual(alone);
    });
  });
});

/** The customers' scores as `rfm score` writes them. */
function scoresOf(outcome: Outcome): string {
  if (!("history" in outcome)) throw outcome.error;
  const { orders, newest } = outcome.history;
  const scored = scoreCustomers(customersAt(orders, { asOf: newest.day }), { levels: 5 });
  return chunkText(renderData(scoreTable(assignSegments(scored, standardScheme), ENGLISH), "csv"));
}

function withoutHeader(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf(0x0a) + 1);
}
