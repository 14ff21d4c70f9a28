import { describe, expect, it } from "vitest";
import { KeyDictionary } from "../../src/csv/keys/key-dictionary.ts";
import { ThreadsLost } from "../../src/csv/threads/threads-lost.ts";
import type { InputFile } from "../../src/files/find-inputs.ts";
import { ReadingThreads } from "../../src/orders/reading-threads.ts";
import type { RowJob, RowThreads } from "../../src/orders/scan/segment-jobs.ts";
import { InProcessThreads } from "../support/in-process-threads.ts";

const LARGE: InputFile = {
  path: "orders.csv",
  named: true,
  changedAt: 0,
  source: { name: "orders.csv", size: 2 ** 30, stored: () => expect.unreachable("nothing is read") },
};

/** Keys with the same beginnings, most of them in no order, as many as are left to another thread. */
function manyKeys(last: string): KeyDictionary {
  const keys = new KeyDictionary();
  for (let key = 0; key < 10_000; key += 1) keys.code(`C${(key * 7919) % 10_007}-${key % 3}`);
  keys.code(last);
  return keys;
}

/** The numbers of the keys as the language's own sort puts them. */
function expectedOrder({ texts }: KeyDictionary): readonly number[] {
  const byText = new Map(texts.map((text, code) => [text, code]));
  return texts.toSorted().map((text) => byText.get(text) ?? -1);
}

/** What was asked of threads and how they ended, and by whom the jobs are done. */
function threadsBy(run: RowThreads["run"]): { threads: ReadingThreads; asked: RowJob[]; ended: string[] } {
  const asked: RowJob[] = [];
  const ended: string[] = [];
  const others: RowThreads = {
    run: (job, plan) => {
      asked.push(job);
      return run(job, plan);
    },
    reuse: () => {},
    forget: () => {},
    shrink: () => {
      ended.push("others");
    },
    close: async () => {
      ended.push("all");
    },
  };
  return { threads: new ReadingThreads([LARGE], { threads: 2, startThreads: () => others }), asked, ended };
}

describe("keys that a thread sorts", () => {
  const working = new InProcessThreads(2);

  it.each([
    ["ASCII", "C0"],
    ["letters of three bytes", "C€"],
    ["characters beyond U+FFFF, which it leaves to the main thread", "C😀\uffff"],
  ])("stand in the order of their code units: %s", async (_, last) => {
    const { threads, asked } = threadsBy((job, plan) => working.run(job, plan));
    const keys = manyKeys(last);
    await threads.sortAndClose(keys);
    expect(asked.map((job) => "kind" in job && job.kind)).toEqual(["sort"]);
    expect([...keys.order()]).toEqual(expectedOrder(keys));
  });

  it("are sorted by the main thread where the others are lost", async () => {
    const { threads, asked, ended } = threadsBy(() => Promise.reject(new ThreadsLost()));
    const keys = manyKeys("C0");
    await threads.sortAndClose(keys);
    expect(asked.length).toBe(1);
    expect(ended).toEqual(["others", "all"]);
    expect([...keys.order()]).toEqual(expectedOrder(keys));
  });

  it("are sorted again where keys came after them", async () => {
    const { threads } = threadsBy((job, plan) => working.run(job, plan));
    const keys = manyKeys("C0");
    const sorted = threads.sortAndClose(keys);
    keys.code("A comes first");
    await sorted;
    expect(keys.order()[0]).toBe(keys.length - 1);
    expect([...keys.order()]).toEqual(expectedOrder(keys));
  });

  it("are left to the main thread where they are few", async () => {
    const { threads, asked, ended } = threadsBy((job, plan) => working.run(job, plan));
    const keys = new KeyDictionary();
    keys.code("b");
    keys.code("a");
    await threads.sortAndClose(keys);
    expect(asked).toEqual([]);
    expect(ended).toEqual(["all"]);
    expect([...keys.order()]).toEqual([1, 0]);
  });
});
