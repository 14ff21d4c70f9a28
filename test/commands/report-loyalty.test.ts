import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { PLAN_EXAMPLES } from "../../src/options/companions/loyalty/examples.ts";
import { inFolder, runRfm } from "../support/in-process.ts";
import { withoutWholeMarks } from "../support/page-text.ts";
import { readWorkbook, tableCell } from "../support/read-workbook.ts";

const ORDERS = `order_id,customer_id,date,amount
1,a,2024-01-10,120.40
2,a,2024-02-10,130.50
3,b,2024-02-11,60.00
4,c,2024-03-01,400.00
`;
const PLAN = `name: Club <b>
points: { per: 1 }
rewards: [{ points: 100, value: 1 }]
levels: { by: spend, steps: [{ name: Silver, from: 200 }] }
margin: 40%
`;
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8")) as object,
);

describe("a report with a loyalty plan", () => {
  it("says on the page, the terminal and in Markdown what it costs and needs", () =>
    inFolder({ "orders.csv": ORDERS, "plan.yaml": PLAN }, async (folder) => {
      for (const format of ["html", "table", "md"]) {
        const { stdout, status } = await runRfm(
          ["report", "orders.csv", "--loyalty", "plan.yaml", "--format", format, "-q"],
          folder,
        );
        expect(status).toBe(0);
        // six rewards of 1.00: two for a (251 points), four for c; 6 / 710.90, and that / (0.4 − that)
        expect(withoutWholeMarks(stdout).replace(/\s+/g, " ")).toContain(
          "It would have cost up to 6.00, 0.8% of the 710.90 that 3 customers spent.",
        );
        expect(stdout.replace(/\s+/g, " ")).toContain("from 2.2% more sales");
        if (format === "html") expect(stdout).not.toContain("<b>");
      }
    }));

  it("is described by the schema, whatever the plan", () =>
    inFolder({ "orders.csv": ORDERS, "plan.yaml": "" }, async (folder) => {
      for (const { name, text } of PLAN_EXAMPLES) {
        await writeFile(`${folder}/plan.yaml`, text);
        const args = ["report", "orders.csv", "--loyalty", "plan.yaml", "--format", "json", "-q"];
        const { stdout, stderr } = await runRfm(args, folder);
        const report = JSON.parse(stdout) as { readonly loyalty: { readonly members: number } };
        expect(report.loyalty.members, stderr).toBe(3);
        validate(report);
        expect(validate.errors, name).toBeNull();
      }
    }));

  it("has a sheet of members in the workbook, and none without a plan", () =>
    inFolder({ "orders.csv": ORDERS, "plan.yaml": PLAN }, async (folder) => {
      const args = ["report", "orders.csv", "-o", "report.xlsx", "-q"];
      expect((await runRfm(args, folder)).status).toBe(0);
      const without = await readWorkbook(await readFile(`${folder}/report.xlsx`));
      expect(without.sheets.map(({ name }) => name)).not.toContain("Loyalty");
      expect((await runRfm([...args, "--loyalty", "plan.yaml"], folder)).status).toBe(0);
      const workbook = await readWorkbook(await readFile(`${folder}/report.xlsx`));
      const row = [0, 1, 3, 6].map((column) => tableCell(workbook, "Loyalty", 1, column)?.value);
      expect(row).toEqual(["a", 251, "Silver", undefined]);
    }));
});
