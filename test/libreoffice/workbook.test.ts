/** LibreOffice opens a report's workbook: every sheet, table and chart is there, and every cell holds what was written. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convert, EACH_SHEET, SOFFICE, WITHOUT_SOFFICE } from "../support/libreoffice.ts";
import { readWorkbook } from "../support/read-workbook.ts";
import { type Folder, makeFolder } from "../support/run-rfm.ts";

const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";
if (IS_LONG && SOFFICE === null) process.stdout.write(`${WITHOUT_SOFFICE}\n`);

const ROWS = Array.from({ length: 16 }, (_, month) =>
  Array.from({ length: 40 }, (_unused, customer) => ({ month, customer }))
    .filter(({ customer }) => customer % 4 === 0 || (customer + month) % 5 === 0)
    .map(({ customer }) => {
      const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      const day = String(1 + ((customer * 7 + month) % 27)).padStart(2, "0");
      return `=c${customer},${month}-${customer},${date}-${day},${10 + customer * 3}.25,EUR,c${customer}@example.com,Ann ${customer}`;
    }),
).flat();
const SHOP = `customer,order,date,amount,currency,email,first_name\n${ROWS.join("\n")}\n`;

/** A cell as LibreOffice writes it into CSV. */
function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Whether two cells hold the same: numbers to the 15 digits that spreadsheets keep. */
function areSame(cell: unknown, text: string): boolean {
  if (typeof cell !== "number") return written(cell) === text;
  const number = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  return text !== "" && Math.abs(number - cell) <= Math.abs(cell) * 1e-13;
}

describe.skipIf(!IS_LONG || SOFFICE === null)(
  `a workbook in LibreOffice ${WITHOUT_SOFFICE}`,
  { timeout: 300_000 },
  () => {
    let folder: Folder & { remove: () => Promise<void> };
    let workbook: Workbook;
    let flat: string;

    beforeAll(async () => {
      folder = await makeFolder();
      await folder.write({ "shop.csv": SHOP });
      const { status, stderr } = await folder.rfm("report shop.csv --backtest --show-customers -o report.xlsx");
      expect([status, stderr]).toEqual([0, stderr]);
      expect((await folder.rfm("score shop.csv -o scores.xlsx --lang fi")).status).toBe(0);
      workbook = await readWorkbook(await readFile(join(folder.path, "report.xlsx")));
      for (const format of ["fods", "pdf", EACH_SHEET]) await convert(folder.path, "report.xlsx", format);
      flat = await folder.read("report.fods");
    }, 300_000);
    afterAll(() => folder.remove());

    it("has every sheet in its order", () => {
      const names = [...flat.matchAll(/<table:table table:name="([^"]*)"/g)].map(([, name]) => name);
      expect(names.filter((name) => name !== "local-table")).toEqual(workbook.sheets.map(({ name }) => name));
    });

    it("has every table, with its filter, where it was written", () => {
      const ranges = [
        ...flat.matchAll(/<table:database-range table:name="(\w+)"[^>]*table:display-filter-buttons="true"/g),
      ];
      const tables = workbook.sheets.flatMap(({ tables: own = [] }) => own.map(({ name }) => name));
      expect(ranges.map(([, name]) => name).toSorted()).toEqual(tables.toSorted());
      expect(tables.length).toBeGreaterThan(15);
    });

    it("has three charts with their titles, and the bars and shades", () => {
      expect(flat.match(/<office:chart>/g)).toHaveLength(3);
      for (const title of ["Customers by kind of group", "Revenue of new and returning customers"]) {
        expect(flat).toContain(`>${title}<`);
      }
      expect(flat.match(/<calcext:data-bar /g)?.length).toBeGreaterThan(2);
      expect(flat.match(/<calcext:color-scale>/g)?.length).toBeGreaterThan(4);
    });

    it("holds what was written in every cell of every sheet, and no formula", async () => {
      const formulas = [...flat.matchAll(/ table:formula="([^"]*)"/g)].map(([, formula = ""]) => formula);
      expect(formulas.filter((formula) => !/^of:=(?:TRUE|FALSE)\(\)$/.test(formula))).toEqual([]); // how it keeps truth
      for (const { name, rows } of workbook.sheets) {
        const text = await folder.read(`report-${name}.csv`);
        const cells = parse(text, { relax_column_count: true }) as readonly (readonly string[])[];
        const wrong = rows.flatMap((row, at) =>
          row.flatMap((cell, column) => {
            const shown = cells[at]?.[column] ?? "";
            return areSame(cell, shown) ? [] : [{ name, at, column, cell: written(cell), shown }];
          }),
        );
        expect(wrong).toEqual([]);
      }
    });

    it("prints, and opens the workbook of a single command", async () => {
      const pdf = await readFile(join(folder.path, "report.pdf"), "latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(workbook.sheets.length);
      await convert(folder.path, "scores.xlsx", EACH_SHEET);
      const written = (await readdir(folder.path)).filter((name) => name.startsWith("scores-"));
      expect(written.toSorted()).toEqual(["scores-Asiakkaat.csv", "scores-Määritelmät.csv"]);
      expect((await folder.read("scores-Asiakkaat.csv")).split("\n")).toHaveLength(42);
    });
  },
);
