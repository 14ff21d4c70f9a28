/** Threads that look for V8's collector at once: its flag is one for all of them. */
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";

const THREADS = new URL("../../../dist/chunks/threads.cjs", import.meta.url);
const ROUNDS = 8;

/** Loads the program, says so, and collects its garbage when it is told to. */
const PROGRAM = `
  const { collectGarbage } = require(${JSON.stringify(fileURLToPath(THREADS))});
  const { parentPort } = require("node:worker_threads");
  parentPort.once("message", () => {
    collectGarbage(1);
    parentPort.postMessage("collected");
  });
  parentPort.postMessage("loaded");`;

function next(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
}

describe("collecting garbage", () => {
  it("is done by each of four threads that begin at the same moment", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const workers = Array.from({ length: 4 }, () => new Worker(PROGRAM, { eval: true }));
      await Promise.all(workers.map(next));
      for (const worker of workers) worker.postMessage("now");
      expect(await Promise.all(workers.map(next))).toEqual(Array(4).fill("collected"));
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  });
});
