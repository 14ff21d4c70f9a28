/** `rfm report --profile`: the same figures in each form, and a sentence where nothing differs or nobody can be compared. */
import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { inFolder, runRfm } from "../../support/in-process.ts";
import { withoutWholeMarks } from "../../support/page-text.ts";
import { readWorkbook, tableCell } from "../../support/read-workbook.ts";
import { giftShop } from "./gift-shop.ts";
import { runOnInput } from "./run-on-input.ts";

const shop = giftShop();

/** Attributes that a workbook calls otherwise than the data. */
const WORDS: Readonly<Record<string, string>> = { price: "price each", basket: "products" };

/** 40 customers who order twice; ten spend more the second time. Half of these, and half of the others, are in Finland. */
const plain = [
  "order_id,customer_id,date,total,country",
  ...Array.from({ length: 40 }, (_, row) => [
    `a${row},c${row},2025-01-01,10,${row % 2 === 0 ? "FI" : "SE"}`,
    `b${row},c${row},2025-01-20,${row < 10 ? 20 : 5},FI`,
  ]).flat(),
  "",
].join("\n");

/** Nobody orders twice, so nobody is among the best. */
const once = [
  "order_id,customer_id,date,total",
  ...Array.from({ length: 30 }, (_, row) => `${row},c${row},2025-01-${String(row + 1).padStart(2, "0")},10`),
  "",
].join("\n");

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8")) as object,
);

async function reportOf(input: string, ...more: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runOnInput(["report", "-", "--profile", ...more], input);
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  return withoutWholeMarks(stdout).replace(/\s+/g, " ");
}

describe("a report with a profile", () => {
  // worked by hand in profile-command.test.ts: 25 of the 35 best began with a lamp, and 25 of the 165 others
  it.each(["html", "table", "md"])("shows as %s who began with the lamp", async (format) => {
    const text = await reportOf(shop, "--format", format);
    expect(text).toContain("What the best have in common");
    expect(text).toContain("Lamp (L1)");
    expect(text).toMatch(/Lamp \(L1\)\W.*?\b50\b.*?71\.4%.*?15\.2%/);
    expect(text).toContain("between the best and the rest by more than chance explains");
    expect(text).toContain("It does not show what made anyone one of the best.");
  });

  it("draws the share of the best above that of the rest, on the scale that it names", async () => {
    const text = await reportOf(shop, "--format", "html");
    // the largest share among products: 140 of the 165 others began with a mug, so the scale ends at 90%
    const table = text.slice(text.indexOf('aria-label="product"'));
    expect(/0 to \d+%/.exec(table)?.[0]).toBe("0 to 90%");
    const row = table.slice(table.indexOf("Lamp (L1)"));
    const [best, rest] = [...row.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(best).toBeCloseTo((25 / 35 / 0.9) * 100, 0);
    expect(rest).toBeCloseTo((25 / 165 / 0.9) * 100, 0);
    expect(text).toContain('<a href="#profile">What the best have in common</a>');
  });

  it("escapes what the exports say", async () => {
    const text = await reportOf(shop.replaceAll(",Lamp,", ",<b>Lamp</b>,"), "--format", "html");
    expect(text).toContain("&lt;b&gt;Lamp");
    expect(text).not.toContain("<b>");
  });

  it("has in its JSON the rows of rfm profile, as the schema describes", async () => {
    const { stdout } = await runOnInput(["report", "-", "--profile", "--format", "json", "-q"], shop);
    const rows = await runOnInput(["profile", "-", "--format", "json", "-q"], shop);
    const report = JSON.parse(stdout) as { readonly profile: { readonly rows: unknown } };
    expect(report.profile).toMatchObject({ best_by: "later", followed_days: 85, best: 35, rest: 165 });
    expect(report.profile.rows).toEqual(JSON.parse(rows.stdout));
    validate(report);
    expect(validate.errors).toBeNull();
  });

  it("has a sheet of every row in the workbook, and none where it was not asked", () =>
    inFolder({ "orders.csv": shop }, async (folder) => {
      const args = ["report", "orders.csv", "-o", "report.xlsx", "-q"];
      expect((await runRfm(args, folder)).status).toBe(0);
      const without = await readWorkbook(await readFile(`${folder}/report.xlsx`));
      expect(without.sheets.map(({ name }) => name)).not.toContain("Profile");
      expect((await runRfm([...args, "--profile"], folder)).status).toBe(0);
      const workbook = await readWorkbook(await readFile(`${folder}/report.xlsx`));
      const { stdout } = await runRfm(["profile", "orders.csv", "--format", "json", "-q"], folder);
      const rows = JSON.parse(stdout) as readonly { readonly attribute: string; readonly best: number }[];
      const shown = rows.map((_, row) =>
        [0, 2].map((column) => tableCell(workbook, "Profile", row + 1, column)?.value),
      );
      expect(shown).toEqual(rows.map(({ attribute, best }) => [WORDS[attribute] ?? attribute, best]));
      expect(tableCell(workbook, "Profile", rows.length + 1, 0)).toBeUndefined();
    }));

  it("says the same in Finnish", async () => {
    const text = await reportOf(shop, "--format", "html", "--lang", "fi");
    expect(text).toContain("Mikä parhaita yhdistää");
    expect(text).toContain("enemmän kuin sattuma selittää");
  });

  it.each(["html", "table", "md"])("is a sentence as %s where nothing differs", async (format) => {
    const text = await reportOf(plain, "--format", format, "--as-of", "2025-03-01");
    expect(text).toContain("None of the 2 values that were compared differs");
    expect(text).not.toContain('bars-profile" class="figure"');
  });

  it("goes without, and says why, where nobody can be compared", async () => {
    const { status, stdout } = await runOnInput(["report", "-", "--profile", "--format", "json"], once);
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { readonly profile: unknown; readonly notes: readonly unknown[] };
    expect(report.profile).toBeNull();
    expect(report.notes).toContainEqual({
      level: "warning",
      text: "--profile: no customer is among the best, so there is nothing to compare",
    });
    expect(await reportOf(once, "--format", "html")).not.toContain("What the best have in common");
  });

  it("is written by rfm run, too", () =>
    inFolder({}, async (folder) => {
      await mkdir(`${folder}/in`);
      await writeFile(`${folder}/in/orders.csv`, shop);
      const outputs = "outputs: [{ command: score, file: s.csv }, { command: report, file: r.json, profile: true }]\n";
      await writeFile(
        `${folder}/rfm.config.yaml`,
        `version: 1\nexports: [in/*.csv]\noutput: { folder: out }\n${outputs}`,
      );
      const { status, stderr } = await runRfm(["run"], folder);
      expect(`${status} ${stderr}`).toMatch(/^0 /);
      const report = JSON.parse(await readFile(`${folder}/out/latest/r.json`, "utf8"));
      expect(report.profile).toMatchObject({ best: 35, rest: 165 });
    }));
});
