import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

const LINES = ["order_id,customer_id,order_date,total,cost"];
for (let order = 1; order <= 60; order += 1) {
  LINES.push(`${order},c${order % 30},2026-0${1 + (order % 6)}-10,${order}.00,1.00`);
}

describe("a score of the margin", () => {
  it("is called so where its cut points stand, and spend is called spend", async () => {
    await inFolder({ "a.csv": `${LINES.join("\n")}\n` }, async (folder) => {
      const report = async (...options: string[]): Promise<string> =>
        (await runRfm(["report", "a.csv", "--format", "md", ...options], folder)).stdout;
      expect(await report("--cost", "cost")).toMatch(/^\| score \|.*\| margin \|/m);
      expect(await report()).toMatch(/^\| score \|.*\| net spend \|/m);
    });
  });

  it("is told of by compare, whose worth is spend", async () => {
    await inFolder({ "a.csv": `${LINES.join("\n")}\n` }, async (folder) => {
      const notes = async (...options: string[]): Promise<string> =>
        (await runRfm(["compare", "a.csv", "--from", "-1m", ...options], folder)).stderr.replace(/\s+/g, " ");
      expect(await notes("--cost", "cost")).toContain("what customers spent; their monetary score is of the margin");
      expect(await notes()).not.toContain("of the margin");
    });
  });
});

describe("rfm lists --segment", () => {
  it("takes several names separated by commas, as well as the option several times", async () => {
    await inFolder({ "a.csv": `${LINES.join("\n")}\n` }, async (folder) => {
      const listed = async (to: string, ...options: string[]): Promise<readonly string[]> => {
        expect((await runRfm(["lists", "a.csv", "--out", to, ...options], folder)).stderr).not.toContain("rfm:");
        return (await readdir(join(folder, to))).toSorted();
      };
      const both = await listed("one", "--segment", "Champions,Lost");
      expect(both.filter((name) => /champions|lost/.test(name))).toHaveLength(2);
      expect(both.filter((name) => /promising|loyal/.test(name))).toEqual([]);
      expect(await listed("two", "--segment", "Champions", "--segment", "Lost")).toEqual(both);
    });
  });
});
