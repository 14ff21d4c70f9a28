import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { OrderIdsNotKept } from "../../../src/orders/rows/restart-reasons.ts";
import { type Cutting, expectSame, type Options, withFiles } from "../../support/both-readers.ts";
import { InProcessThreads } from "../../support/in-process-threads.ts";
import { type Outcome, outcomeOf, shownOutcome } from "../../support/shown-history.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 500 : 20;
const SEED = 4_000;

type Direction = "rise" | "fall";

interface IdsForm {
  readonly direction: Direction;
  readonly first: number;
  readonly id: (number: number) => string;
  /** Rows of each order. */
  readonly lines: readonly number[];
  /** Where an id stands that is out of turn; `null` for nowhere. */
  readonly wrong: number | null;
}

const someIds: fc.Arbitrary<IdsForm> = fc.record({
  direction: fc.constantFrom<Direction>("rise", "fall"),
  first: fc.constantFrom(1, 95, 9_990),
  id: fc.constantFrom<(number: number) => string>(
    String,
    (number) => `#${number}`,
    (number) => String(number).padStart(8, "0"),
    (number) => `="${number}"`,
    (number) => (number % 7 === 0 ? "" : String(number)),
    (number) => (number % 5 === 0 ? `'${number}` : String(number)),
  ),
  lines: fc.array(fc.constantFrom(1, 1, 1, 1, 2, 3), { minLength: 1, maxLength: 40 }),
  wrong: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(40) }),
});

/** A file whose header is its source's; the second source's makes it one of its own. */
function fileOf({ direction, first, id, lines, wrong }: IdsForm, header: string, note: string): Buffer {
  const numbers = lines.map((_, index) => first + index);
  if (direction === "fall") numbers.reverse();
  if (wrong !== null) numbers.splice(wrong % numbers.length, 1, first + (wrong % 3));
  const rows = numbers.flatMap((number, order) =>
    Array.from({ length: lines[order] ?? 1 }, (_, line) => {
      const day = String(1 + (number % 28)).padStart(2, "0");
      const amount = line === 0 ? "10.00" : "-2.50";
      return `"${id(number).replaceAll('"', '""')}",c${number % 4},2026-03-${day},${amount},${note}`;
    }),
  );
  return Buffer.from(`${[header, ...rows].join("\n")}\n`);
}

const HEADERS = ["order_id,customer_id,order_date,line total,note", "order no,customer_id,order_date,line total,note"];

const someCutting: fc.Arbitrary<Cutting> = fc
  .record({ threads: fc.constantFrom(2, 3, 7), segmentBytes: fc.integer({ min: 20, max: 900 }), seed: fc.nat(99) })
  .map(({ seed, ...cutting }) => ({ ...cutting, pick: (job) => (job + 1) * seed }));

/** Whether order ids were only hashed, and so are not there. */
function areHashed(outcome: Outcome): boolean {
  if (!("history" in outcome) || outcome.history.entries.length === 0) return false;
  try {
    outcome.history.entries.orderId(0);
    return false;
  } catch (error) {
    return error instanceof OrderIdsNotKept;
  }
}

describe("order ids that are not needed", () => {
  it("change nothing by being hashed, in part or whole, or looked up", async () => {
    const counts = { hashed: 0, lookedUp: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(someIds, { minLength: 1, maxLength: 2 }),
        someCutting,
        fc.constantFrom("", "a longer note, which is quoted".replace(",", "")),
        fc.constantFrom<Options>({}, {}, { refunds: "ignore" }, { where: [{ column: "customer_id", values: ["c1"] }] }),
        async (forms, { threads, segmentBytes, pick }, note, options) => {
          const files = Object.fromEntries(
            forms.map((form, index) => [`${index}.csv`, fileOf(form, HEADERS[index] ?? "", note)]),
          );
          await withFiles(files, async (cwd, names) => {
            const read = (more: Options): Promise<Outcome> =>
              outcomeOf(() => readOrders(names, { ...options, orderIds: "not needed", ...more }, { cwd }));
            const shown = shownOutcome(await read({ reader: "tolerant" }), { ids: false });
            const start = (count: number): InProcessThreads => new InProcessThreads(count, pick);
            const readings: readonly Options[] = [
              { threads: 1 },
              { threads: 1, segmentBytes },
              { threads, segmentBytes, startThreads: start },
            ];
            for (const reading of readings) {
              const outcome = await read(reading);
              counts[areHashed(outcome) ? "hashed" : "lookedUp"] += 1;
              expectSame(shownOutcome(outcome, { ids: false }), shown, JSON.stringify(reading));
            }
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.hashed).toBeGreaterThan(CASES / 2);
    expect(counts.lookedUp).toBeGreaterThan(CASES / 4);
  });

  it("are kept where a carried column or a reader of single orders needs them", async () => {
    const files = { "0.csv": fileOf({ ...PLAIN, direction: "rise" }, HEADERS[0] ?? "", "") };
    await withFiles(files, async (cwd, names) => {
      const read = (options: Options): Promise<Outcome> =>
        outcomeOf(() => readOrders(names, { orderIds: "not needed", ...options }, { cwd }));
      const inSegments: Options = { threads: 1, segmentBytes: 40 };
      expect(areHashed(await read(inSegments))).toBe(true);
      expect(areHashed(await read({ ...inSegments, keep: ["note"] }))).toBe(false);
      expect(areHashed(await read({ ...inSegments, orderIds: "kept" }))).toBe(false);
    });
  });
});

describe("order ids that rise nearly everywhere", () => {
  const SEGMENT_BYTES = 500;

  /** Orders 1000, 1010 … of which one has another id, read in segments: what came of it, and how many segments that took. */
  function readWith(row: number, id: number) {
    return readIds(Array.from({ length: 400 }, (_, index) => (index === row ? id : 1000 + index * 10)));
  }

  async function readIds(
    ids: readonly number[],
    {
      segmentBytes = SEGMENT_BYTES,
      written = String,
    }: { readonly segmentBytes?: number; readonly written?: (id: number, index: number) => string } = {},
  ) {
    const rows = ids.map((own, index) => {
      return `${written(own, index)},c${index % 7},2026-03-${String(1 + (index % 28)).padStart(2, "0")},${index}.00,`;
    });
    const file = Buffer.from(`${["order_id,customer_id,order_date,total,note", ...rows].join("\n")}\n`);
    return withFiles({ "0.csv": file }, async (cwd, names) => {
      let jobs = 0;
      const startThreads = (): InProcessThreads => new InProcessThreads(2, () => jobs++);
      const read = (options: Options): Promise<Outcome> =>
        outcomeOf(() => readOrders(names, { orderIds: "not needed", ...options }, { cwd }));
      const outcome = await read({ threads: 2, segmentBytes, startThreads });
      expectSame(
        shownOutcome(outcome, { ids: false }),
        shownOutcome(await read({ reader: "tolerant" }), { ids: false }),
        "",
      );
      return { jobs, areHashed: areHashed(outcome), segments: Math.ceil(file.length / segmentBytes) };
    });
  }

  it("are not read again but where they do not rise", async () => {
    const rising = await readWith(-1, 0);
    expect(rising.areHashed).toBe(true);
    const within = await readWith(202, 1000 + 200 * 10 + 5);
    const nearby = await readWith(202, 1000 + 170 * 10 + 5);
    const late = await readWith(202, 99_999_999);
    for (const { jobs, areHashed: stayHashed } of [within, nearby, late]) {
      expect(stayHashed).toBe(true);
      expect(jobs).toBeGreaterThan(rising.jobs); // hashes were looked at
    }
    for (const { jobs } of [within, nearby]) expect(jobs).toBeLessThan(rising.jobs + 16);
    expect(late.jobs).toBeLessThan(rising.jobs + rising.segments);
  });

  it("begin another sequence where one that is out of turn is read as text", async () => {
    const rising = await readWith(-1, 0);
    const moved = Array.from({ length: 400 }, (_, index) => 1000 + 10 * (index === 202 ? 170.5 : index));
    const asText = (id: number, index: number): string => (index === 202 ? `'${id}` : String(id));
    const { jobs, areHashed: stayHashed } = await readIds(moved, { written: asText });
    expect(stayHashed).toBe(true);
    expect(jobs).toBeGreaterThan(rising.jobs);
    expect(jobs).toBeLessThan(rising.jobs + 16);
  });

  it("are read again once where a segment has several sequences that overlap", async () => {
    const newestFirst = Array.from({ length: 10 }, (_, block) =>
      Array.from({ length: 40 }, (_unused, at) => 10_000 - block * 1000 + 10 * (at === 20 ? 21 : at === 21 ? 20 : at)),
    ).flat();
    const segmentBytes = 6000;
    const rising = await readIds(newestFirst.toSorted(), { segmentBytes });
    const { jobs, segments, areHashed: stayHashed } = await readIds(newestFirst, { segmentBytes });
    expect(stayHashed).toBe(true);
    expect(segments).toBe(2);
    expect(jobs).toBeGreaterThan(rising.jobs);
    expect(jobs).toBeLessThanOrEqual(rising.jobs + segments + 2); // two that compare hashes
  });

  it("are hashed at once from where on they do not rise", async () => {
    const rising = await readWith(-1, 0);
    const shuffled = (from: number): readonly number[] =>
      Array.from(
        { length: 400 },
        (_, index) => 1000 + 10 * (index < from ? index : from + (((index - from) * 157) % (400 - from))),
      );
    const swapped = Array.from({ length: 400 }, (_, index) => 1000 + 10 * (index ^ 1));
    for (const [ids, more] of [
      [shuffled(0), 12],
      [swapped, 12],
      [shuffled(300), rising.segments + 12],
    ] as const) {
      expect(new Set(ids).size).toBe(400);
      const { jobs, areHashed: stayHashed } = await readIds(ids);
      expect(stayHashed).toBe(true);
      expect(jobs).toBeLessThanOrEqual(rising.jobs + more);
    }
  });

  it("are seen to repeat wherever that is", async () => {
    const rising = await readWith(-1, 0);
    for (const [row, before] of [
      [202, 201],
      [202, 150],
      [399, 3],
      [202, 203],
    ] as const) {
      const { jobs } = await readWith(row, 1000 + before * 10);
      expect(jobs).toBeGreaterThan(rising.jobs + rising.segments); // all is read again
    }
  });
});

const PLAIN: Omit<IdsForm, "direction"> = { first: 1, id: String, lines: [1, 2, 1, 1], wrong: null };
