import { describe, expect, it } from "vitest";
import { startEarly, takeEarly } from "../../../src/csv/threads/early-workers.ts";
import { ThreadPool } from "../../../src/csv/threads/thread-pool.ts";

/** A program whose threads answer jobs by the name that it has. */
const named = (name: string): URL =>
  new URL(
    `data:text/javascript,import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ number }) => parentPort.postMessage({ number, result: "${name}" }));`,
  );

const poolOf = (worker: URL): ThreadPool<string, never, never, string> =>
  new ThreadPool({ threads: 1, worker, buffersFor: () => [] });

describe("threads that were started early", () => {
  it("are taken over once by a pool of as many of the same program", async () => {
    const program = named("one");
    startEarly(program, 1);
    expect(takeEarly(program, 2)).toBeNull();
    expect(takeEarly(named("another"), 1)).toBeNull();
    const pool = poolOf(program);
    expect(takeEarly(program, 1)).toBeNull();
    expect(await pool.run("job", null)).toEqual({ result: "one", thread: 0 });
    await pool.close();
  });
});
