import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planFiles } from "../../../src/exports/plan-files.ts";
import { findInputs } from "../../../src/files/find-inputs.ts";
import { RowSet } from "../../../src/orders/assemble/row-set.ts";
import { type RowStep, STEPS } from "../../../src/orders/assemble/steps.ts";
import { reasonOfCode, type SetAsideReason } from "../../../src/orders/ledger/entries.ts";
import { firstChoices, readFiles } from "../../../src/orders/read-files.ts";
import type { ReadOptions } from "../../../src/orders/read-orders.ts";
import { ReadingThreads } from "../../../src/orders/reading-threads.ts";
import type { RowColumns } from "../../../src/orders/rows/row-columns.ts";

type Column = RowStep["reads"][number];
interface Case {
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly options?: ReadOptions;
}

/** Exports that between them give every step something to do. */
const CASES: Readonly<Record<string, Case>> = {
  "damaged ids": {
    files: {
      "orders.csv": ["order_id,customer_id,order_date,total", "1,17.0,2026-03-01,10", "2,18,2026-03-02,5"],
    },
  },
  "ids and addresses, one of them left out": {
    files: {
      "orders.csv": [
        "order_id,customer_id,email,order_date,total,newsletter",
        "1,7,b@example.com,2026-03-01,10,yes",
        "1,7,b@example.com,2026-03-01,10,no",
        "2,,b@example.com,2026-03-02,5,yes",
        "3,9,c@example.com,2026-03-02,5,yes",
      ],
    },
    options: { linkCustomers: true, contacts: {}, excludeCustomers: new Set(["c@example.com"]) },
  },
  "refunds that name their sale": {
    files: {
      "paypal.csv": [
        "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID,Balance Impact",
        "01/03/2026,10:00:00,PST,A,Express Checkout Payment,Completed,EUR,20.00,-1,19.00,a@example.com,T1,,Credit",
        "13/03/2026,10:00:00,PST,,Payment Refund,Completed,EUR,-5.00,0,-5.00,,T2,T1,Debit",
      ],
    },
  },
  "statuses and currencies": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,line total,status,currency",
        "1,anna,2026-03-01,10,paid,EUR",
        "1,anna,2026-03-01,4,,",
        "2,ben,2026-03-02,5,cancelled,EUR",
        "3,ben,2026-03-02,6,test,EUR",
        "4,cara,2026-03-03,7,paid,USD",
      ],
    },
    options: { currency: "EUR" },
  },
  "orders that were refunded, of which some take money back": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,total,status",
        "1,anna,2026-03-01,10,refunded",
        "1,anna,2026-03-02,-4,refunded",
        "2,ben,2026-03-02,5,refunded",
        "3,cara,2026-03-03,7,paid",
      ],
    },
  },
  "lines that are left out": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,order total,refunded amount,currency,item,quantity,price",
        "1,anna,2026-03-01,60,5,EUR,card,1,50",
        "1,,,,,,mug,1,10",
        "2,ben,2026-03-02,50,0,EUR,card,1,50",
      ],
    },
    options: { excludeLines: [{ column: "item", values: ["card"] }], keep: ["item", "currency"] },
  },
  "a line that is left out, and nobody knows what it costs": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,order total,item,quantity,price",
        "1,anna,2026-03-01,60,card,1,",
        "1,anna,2026-03-01,60,mug,1,10",
      ],
    },
    options: { excludeLines: [{ column: "item", values: ["card"] }], amountPer: "order" },
  },
  "symbols in amounts": {
    files: {
      "orders.csv": ["order_id,customer_id,order_date,total", "1,anna,2026-03-01,€10.00", "2,ben,2026-03-02,5.00"],
    },
  },
  "exchange rates and margins": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,line total,refunded,currency,cost",
        "1,anna,2026-03-01,10,1.50,USD,2",
        "1,anna,2026-03-01,4,0,USD,3",
        "2,ben,2026-03-02,5,0,EUR,1",
      ],
    },
    options: { cost: "cost", currency: "EUR", rates: new Map([["USD", { mantissa: 2n, scale: 0 }]]) },
  },
  "files that overlap": {
    files: {
      "a.csv": ["order_id,customer_id,order_date,line total", "1,anna,2026-03-01,10", "2,ben,2026-03-02,5"],
      "b.csv": ["order_id,customer_id,order_date,line total", "2,ben,2026-03-02,5", "3,cara,2026-03-03,7"],
    },
  },
  "totals in two versions": {
    files: {
      "a.csv": [
        "order_id,customer_id,order_date,total,refunded amount",
        "1,anna,2026-03-01,10,0",
        "2,ben,2026-03-02,5,0",
      ],
      "b.csv": [
        "order_id,customer_id,order_date,total,refunded amount",
        "2,ben,2026-03-02,5,2",
        "3,cara,2026-03-03,7,0",
      ],
    },
  },
  "rows that are orders, with refunds": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,total,refunded amount",
        "1,anna,2026-03-01,10,3",
        "2,ben,2026-03-02,-5,0",
      ],
    },
    options: { keep: ["order_date"] },
  },
  "orders that contradict themselves": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,line total",
        "1,anna,2026-03-01,10",
        "1,ben,2026-03-01,4",
        "2,ben,,5",
        "3,ben,2026-03-02,",
        "4,ben,2026-03-02,1",
      ],
    },
  },
  "a currency for some amounts only": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,total,currency",
        "1,anna,2026-03-01,10,EUR",
        "2,ben,2026-03-02,5,",
      ],
    },
  },
  "costs that may be orders' or lines'": {
    files: {
      "orders.csv": [
        "order_id,customer_id,order_date,line total,cost",
        "1,anna,2026-03-01,10,2",
        "1,anna,2026-03-01,4,2",
      ],
    },
    options: { cost: "cost" },
  },
  "a day that nobody has": {
    files: { "orders.csv": ["order_id,customer_id,order_date,total", "1,anna,2026-03-01,10"] },
    options: { since: 30_000 },
  },
};

/** What a step did: the columns that it touched and those that it changed, and the reasons that it gave. */
interface Deeds {
  readonly touched: ReadonlySet<Column>;
  readonly changed: ReadonlySet<Column>;
  readonly reasons: ReadonlySet<SetAsideReason>;
  readonly givesLater: boolean;
}

async function rowSetOf({ files, options = {} }: Case, touched: Set<Column>): Promise<RowSet> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-steps-"));
  try {
    for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), `${lines.join("\n")}\n`);
    const { inputs } = await findInputs(Object.keys(files), { cwd: folder, stdin: () => expect.fail("no input") });
    const plans = await planFiles(inputs, { ...options, encodingBy: "beginning" });
    const threads = new ReadingThreads(inputs, options);
    const read = await readFiles(plans, { choices: firstChoices(options), threads, options });
    await threads.close();
    return new RowSet({ ...read, plans }, options, noting(read.table.view(), touched));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same columns, noting each that is asked for. */
function noting(rows: RowColumns, touched: Set<Column>): RowColumns {
  return new Proxy(rows, {
    get: (columns, name) => {
      if (name !== "length") touched.add(name as Column);
      return Reflect.get(columns, name);
    },
  });
}

function copyOf(rows: RowColumns): ReadonlyMap<Column, readonly number[]> {
  const { length: _, kept, ...columns } = rows;
  const flat = kept.flatMap((column) => [...column]);
  return new Map([
    ...Object.entries(columns).map(([name, column]) => [name as Column, [...column] as readonly number[]] as const),
    ["kept", flat] as const,
  ]);
}

/** Runs the steps of a case, up to one that stops the run, and returns what each did. */
async function deedsOf(one: Case): Promise<ReadonlyMap<string, Deeds>> {
  const touched = new Set<Column>();
  const set = await rowSetOf(one, touched);
  const deeds = new Map<string, Deeds>();
  for (const { name, run } of STEPS) {
    const before = copyOf(set.rows);
    touched.clear();
    const stopped = await Promise.resolve()
      .then(() => run(set))
      .then(
        () => false,
        () => true,
      );
    const own = new Set(touched);
    const after = copyOf(set.rows);
    const changed = [...after.keys()].filter(
      (column) => !Object.is(String(before.get(column)), String(after.get(column))),
    );
    const [old, now] = [before.get("reason") ?? [], after.get("reason") ?? []];
    const given = { reasons: newReasons(old, now), givesLater: hasLaterReason(old, now) };
    deeds.set(name, { touched: own, changed: new Set(changed), ...given });
    if (stopped) break;
  }
  return deeds;
}

/** The reasons that were given to rows. */
function newReasons(before: readonly number[], after: readonly number[]): ReadonlySet<SetAsideReason> {
  const changed = after.filter((reason, row) => reason !== before[row]);
  return new Set(changed.flatMap((reason) => reasonOfCode(reason) ?? []));
}

/** Whether some row got another reason than the first that applies: one that comes later, or none. */
function hasLaterReason(before: readonly number[], after: readonly number[]): boolean {
  return after.some(
    (reason, row) => before[row] !== 0 && reason !== before[row] && !(reason > 0 && reason < (before[row] ?? 0)),
  );
}

describe("each step over the rows", () => {
  const all = Promise.all(Object.values(CASES).map(deedsOf));
  const together = async (step: RowStep, pick: (deeds: Deeds) => ReadonlySet<string>): Promise<readonly string[]> => {
    const own = (await all).flatMap((deeds) => deeds.get(step.name) ?? []);
    return [...new Set(own.flatMap((deeds) => [...pick(deeds)]))].sort();
  };

  it.each(STEPS)("$name: changes the columns that it lists, and no other", async (step) => {
    expect(await together(step, ({ changed }) => changed)).toEqual(step.writes.toSorted());
  });

  it.each(STEPS)("$name: looks at the columns that it lists, and no other", async (step) => {
    const listed = new Set([...step.reads, ...step.writes]);
    expect(await together(step, ({ touched }) => touched)).toEqual([...listed].sort());
  });

  it.each(STEPS)("$name: gives the reasons that it lists, and no other", async (step) => {
    expect(await together(step, ({ reasons }) => reasons)).toEqual((step.reasons ?? []).toSorted());
  });

  it.each(STEPS)("$name: leaves a row the first reason that applies", async (step) => {
    const own = (await all).flatMap((deeds) => deeds.get(step.name) ?? []);
    expect(own.filter(({ givesLater }) => givesLater)).toEqual([]);
  });
});
