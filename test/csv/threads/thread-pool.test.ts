import { describe, expect, it } from "vitest";
import { type Outcome, type SentJob, ThreadPool } from "../../../src/csv/threads/thread-pool.ts";
import { ThreadsLost } from "../../../src/csv/threads/threads-lost.ts";

type Sent = SentJob<string, string, never>;

/** Says what it was sent, and ends at the job "end". */
const OTHER_THREAD = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ job, number, plan }) => {
      if (job === "end") process.exit(1);
      parentPort.postMessage({ number, result: "other " + job + " " + plan });
    });
  `)}`,
);

function poolOf(threads: number): { readonly pool: ThreadPool<string, string, never, string>; readonly own: string[] } {
  const own: string[] = [];
  const run = async ({ job, number, plan }: Sent): Promise<Outcome<string>> => {
    own.push(job);
    if (job === "bad") throw new RangeError("bad");
    return { number, result: `own ${job} ${plan}` };
  };
  const forget = (): void => {
    own.push("forgotten");
  };
  return { pool: new ThreadPool({ threads, worker: OTHER_THREAD, own: { run, forget }, buffersFor: () => [] }), own };
}

describe("a pool of two threads", () => {
  it("does jobs in this one and in the other, and tells each the plan with its first job", async () => {
    const { pool, own } = poolOf(2);
    const done = await Promise.all(["1", "2", "3", "4", "5"].map((job) => pool.run(job, "A")));
    expect(done[0]).toEqual({ result: "other 1 A", thread: 0 });
    expect(done[1]).toEqual({ result: "own 2 A", thread: 1 });
    expect(done[2]).toEqual({ result: "other 3 null", thread: 0 }); // given before this thread began with 2
    expect(done.map(({ result }) => result.split(" ")[1])).toEqual(["1", "2", "3", "4", "5"]);
    expect(done.filter(({ result }) => result.endsWith(" A")).length).toBe(2);
    await pool.close();
    expect(own.at(-1)).toBe("forgotten");
  });

  it("does what is asked for no file before what waits for one", async () => {
    const { pool } = poolOf(2);
    const ended: string[] = [];
    const run = async (job: string, plan: string | null): Promise<void> => {
      await pool.run(job, plan);
      ended.push(job);
    };
    await Promise.all([run("1", "A"), run("2", "A"), run("3", "A"), run("4", "A"), run("keys", null)]);
    expect(ended.indexOf("keys")).toBeLessThan(ended.indexOf("4"));
    await pool.close();
  });

  it("keeps one other thread where the others are ended", async () => {
    const { pool, own } = poolOf(3);
    await Promise.all(["1", "2", "3"].map((job) => pool.run(job, "A")));
    pool.shrink();
    expect(own.at(-1)).toBe("forgotten");
    expect((await pool.run("sort", null)).thread).toBe(0);
    await pool.close();
  });

  it("tells whoever asked what this thread failed at, and goes on", async () => {
    const { pool } = poolOf(2);
    const [first, bad, third] = ["1", "bad", "3"].map((job) => pool.run(job, "A"));
    await expect(bad).rejects.toThrow(RangeError);
    expect((await first)?.thread).toBe(0);
    expect((await third)?.result).toBe("other 3 null");
    expect((await pool.run("4", "A")).result).toContain("4");
    await pool.close();
  });

  it("is lost with the other thread", async () => {
    const { pool } = poolOf(2);
    await expect(pool.run("end", "A")).rejects.toThrow(ThreadsLost);
    await expect(pool.run("2", "A")).rejects.toThrow(ThreadsLost);
    await pool.close();
  });
});
