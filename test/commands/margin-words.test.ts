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
        (await runRfm(["report", "a.csv", "--format", "md", "--full", ...options], folder)).stdout;
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

  it("is told of by every form of a comparison", async () => {
    await inFolder({ "a.csv": `${LINES.join("\n")}\n` }, async (folder) => {
      const shown = async (format: string, ...options: string[]): Promise<string> =>
        (await runRfm(["compare", "a.csv", "--from", "-1m", "--format", format, ...options], folder)).stdout;
      const sentence = "Worth and revenue are what customers spent; their monetary score is of the margin.";
      for (const format of ["table", "md"]) {
        expect((await shown(format, "--cost", "cost")).replace(/\s+/g, " ")).toContain(sentence);
        expect(await shown(format)).not.toContain("margin");
      }
      expect(JSON.parse(await shown("json", "--cost", "cost"))).toMatchObject({ worth: "spend", scored_by: "margin" });
      expect(JSON.parse(await shown("json"))).toMatchObject({ worth: "spend", scored_by: "spend" });
    });
  });

  it("is no spend in the page's sentence on groups", async () => {
    await inFolder({ "a.csv": `${LINES.join("\n")}\n` }, async (folder) => {
      const page = async (...options: string[]): Promise<string> =>
        (await runRfm(["report", "a.csv", "--format", "html", ...options], folder)).stdout;
      expect(await page("--cost", "cost")).toContain("and what margin their orders have brought after refunds.");
      expect(await page("--cost", "cost", "--monetary", "average")).toContain("brought on average after refunds.");
      expect(await page("--monetary", "average")).toContain("and how much they have spent per order after refunds.");
      expect(await page()).toContain("and how much they have spent after refunds.");
    });
  });

  it("is shown by inspect, whose pinned command says whether a value is an order's or a line's", async () => {
    const twoLines = [...LINES, "61,c1,2026-06-10,9.00,1.00", "61,c1,2026-06-10,9.00,2.00"];
    await inFolder({ "a.csv": `${LINES.join("\n")}\n`, "b.csv": `${twoLines.join("\n")}\n` }, async (folder) => {
      const inspected = async (...argv: string[]): Promise<string> =>
        (await runRfm(["inspect", ...argv], folder)).stdout;
      const once = await inspected("a.csv", "--cost", "cost");
      expect(once).toMatch(/^monetary value +margin: amount − cost +--cost$/m);
      expect(once).toMatch(/^cost is +the order's total, .*--cost-per$/m);
      expect(once).toMatch(/--cost cost .*--cost-per order/);
      expect(await inspected("b.csv", "--cost", "cost")).toMatch(/--cost cost .*--cost-per line/);
      expect(await inspected("a.csv", "--margin", "cost")).toMatch(/^monetary value +margin: cost +--margin$/m);
      expect(await inspected("a.csv")).not.toMatch(/margin|cost/);
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
