import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { collectGarbage } from "../../../src/csv/threads/collect-garbage.ts";

it("collects what nobody can reach any more, and nothing else", async () => {
  const kept = { name: "kept" };
  const known = [new WeakRef(kept), new WeakRef({ name: "forgotten" })];
  await setImmediate(); // until then, V8 keeps what was just referred to
  collectGarbage();
  expect(known.map((reference) => reference.deref())).toEqual([kept, undefined]);
});
