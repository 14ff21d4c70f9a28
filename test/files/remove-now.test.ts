import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { removeNow } from "../../src/files/remove-now.ts";
import { it } from "../support/run-rfm.ts";

describe("removeNow", () => {
  it("removes again what a write under way puts there after the removal", async ({ folder }) => {
    const staging = join(folder.path, "staging");
    const lock = join(folder.path, "lock");
    await folder.write({ "staging/tables/orders.csv": "x", lock: "" });
    let pauses = 0;
    removeNow([staging, lock], () => {
      pauses += 1;
      if (pauses !== 1 && pauses !== 3) return; // also after a look that found nothing
      mkdirSync(join(staging, "tables"), { recursive: true });
      writeFileSync(join(staging, "tables", `late-${pauses}.csv`), "x");
    });
    expect(existsSync(staging)).toBe(false);
    expect(existsSync(lock)).toBe(false);
    expect(pauses).toBe(5);
  });

  it("gives up after a while where something comes back for ever, and does nothing where there is nothing", async ({
    folder,
  }) => {
    let pauses = 0;
    removeNow([join(folder.path, "back")], () => {
      pauses += 1;
      writeFileSync(join(folder.path, "back"), "x");
    });
    expect(pauses).toBe(7);
    removeNow([join(folder.path, "nothing")]);
  });
});
