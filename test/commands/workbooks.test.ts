/** Workbooks of single commands: every cell is the JSON's, in its unit and with its type; nothing is in the names of data. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm as runHere } from "../support/in-process.ts";
import { cellAt, readWorkbook, workbookParts } from "../support/read-workbook.ts";
import { type Folder, makeFolder, runInProcess } from "../support/run-rfm.ts";
import { workbookProblems } from "../support/workbook-check/workbook-problems.ts";

type Json = Readonly<Record<string, unknown>>;

/** Twelve months of forty customers, two of them with ids that a spreadsheet would run or spoil. */
const ROWS = Array.from({ length: 40 }, (_, customer) =>
  Array.from({ length: 1 + (customer % 6) }, (_unused, nth) => {
    const month = (customer + 2 * nth) % 12;
    const id = customer === 0 ? "=1+1" : customer === 1 ? "00042" : `c${customer}`;
    const day = `2024-${String(month + 1).padStart(2, "0")}-${String(1 + (customer % 27)).padStart(2, "0")}`;
    return `${id},${customer}-${nth},${day},${10 + customer}.5${nth},EUR,town ${customer % 3},a${customer}@example.com`;
  }),
).flat();
const SHOP = `customer_id,order_id,date,amount,currency,city,email\n${ROWS.join("\n")}\n`;

/** What a command is called with, and the name of its sheet. */
const COMMANDS: readonly (readonly [line: string, sheet: string])[] = [
  ["score shop.csv --keep city", "Customers"],
  ["segments shop.csv", "Segments"],
  ["orders shop.csv", "Orders"],
  ["retention shop.csv", "Retention"],
  ["retention shop.csv --per-segment", "Retention"],
  ["cohorts shop.csv", "Cohort figures"],
  ["cohorts shop.csv --wide", "Cohorts"],
  ["repeat shop.csv", "Repeat"],
  ["backtest shop.csv --horizon 90d", "Backtest"],
  ["schemes", "Schemes"],
  ["schemes standard", "Schemes"],
];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value of JSON as a cell has it: days as dates, and what is empty as missing. */
function asCell(value: unknown): unknown {
  if (value === null || value === "") return null;
  return DAY.test(String(value)) ? new Date(String(value)) : value;
}

describe("the workbook of", () => {
  let folder: Folder & { remove: () => Promise<void> };
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({ "shop.csv": SHOP });
  });
  afterAll(() => folder.remove());

  const run = async (line: string): Promise<void> => {
    const { status, stderr } = await folder.rfm(line);
    expect([line, status, stderr]).toEqual([line, 0, stderr]);
  };
  const bytesOf = (name: string): Promise<Uint8Array> => readFile(join(folder.path, name));
  const workbookOf = async (line: string): Promise<Workbook> => {
    await run(`${line} -o result.xlsx`);
    return readWorkbook(await bytesOf("result.xlsx"));
  };

  it.each(COMMANDS.filter(([line]) => line !== "schemes standard"))(
    "rfm %s has the cells of its JSON",
    async (line, sheet) => {
      await run(`${line} -o result.json`);
      const rows = JSON.parse(await folder.read("result.json")) as readonly Json[];
      const names = Object.keys(rows[0] ?? {});
      const [first, ...others] = (await workbookOf(line)).sheets;
      const [headings = [], ...cells] = first?.rows ?? [];
      expect([first?.name, others.map(({ name }) => name)]).toEqual([sheet, ["Definitions"]]);
      expect(rows.length).toBeGreaterThan(3);
      expect(cells.map((row) => names.map((_, column) => row[column] ?? null))).toEqual(
        rows.map((row) => names.map((name) => asCell(row[name]))),
      );
      expect(headings).toHaveLength(names.length);
      const table = first?.tables?.[0];
      expect([table?.range?.split(":")[0], first?.freezePane]).toEqual(["A1", { rows: 1, columns: 1 }]);
      expect(table?.columns?.map(({ name }) => name)).toEqual(headings);
    },
  );

  it.each(["en", "fi", "sv", "de"])("each has headings for people, with --lang %s", async (language) => {
    for (const [line] of COMMANDS) {
      const workbook = await workbookOf(`${line} --lang ${language}`);
      const headings = (workbook.sheets[0]?.rows[0] ?? []).map(String);
      const raw = headings.filter((heading) => /_|^\p{Ll}{2}/u.test(heading));
      expect([line, raw]).toEqual([line, line.includes("--keep") ? ["city"] : []]);
      expect([line, workbookProblems(workbookParts(await bytesOf("result.xlsx")))]).toEqual([line, []]);
    }
  });

  it("rfm score writes money with its currency, days as the locale has them, ids as text and no formula", async () => {
    const workbook = await workbookOf("score shop.csv --lang fi");
    const looks = [0, 1, 3, 5].map((column) => cellAt(workbook, "Asiakkaat", 1, column)?.style?.numFmt ?? "General");
    expect(looks).toEqual(["@", "d.m.yyyy", "#,##0", '#,##0.00\\ "EUR"']);
    const ids = workbook.sheets[0]?.rows.slice(1).map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining(["=1+1", "00042"]));
    expect(Object.values(workbookParts(await bytesOf("result.xlsx"))).join("")).not.toMatch(/<f[ >]/);
  });

  it("an export in yen has no decimals, and one in dinars has three", async () => {
    for (const [currency, code] of [
      ["JPY", '#,##0\\ "JPY"'],
      ["KWD", '#,##0.000\\ "KWD"'],
    ]) {
      await folder.write({ "shop2.csv": SHOP.replaceAll("EUR", currency as string) });
      const workbook = await workbookOf("score shop2.csv");
      expect(cellAt(workbook, "Customers", 1, 5)?.style?.numFmt).toBe(code);
    }
  });

  it("lists and a comparison have their summaries, in the language that was asked for", async () => {
    const lists = await workbookOf("lists shop.csv --out lists --lang sv");
    expect(lists.sheets.map(({ name }) => name)).toEqual(["Listor", "Definitioner"]);
    const customers = lists.sheets[0]?.rows.slice(1).reduce((sum, row) => sum + Number(row[2]), 0);
    expect(customers).toBe(40);
    const compared = await workbookOf("compare shop.csv --from 2024-09-30 --lang de");
    expect(compared.sheets.map(({ name }) => name)).toEqual(["Vergleich", "Definitionen"]);
  });

  it("holds every digit of money that a double cannot", async () => {
    await folder.write({
      "rich.csv": "customer,order,date,amount\na,1,2024-01-01,12345678901.2345\nb,2,2024-01-02,5\n",
    });
    await run("score rich.csv -o result.xlsx");
    expect(workbookParts(await bytesOf("result.xlsx"))["xl/worksheets/sheet1.xml"]).toContain(
      "<v>12345678901.2345</v>",
    );
  });
});

describe("a workbook that cannot be written", () => {
  it.each(["score", "segments", "retention", "cohorts", "repeat", "orders", "inspect"])(
    "is refused by rfm %s on a terminal, before anything is read",
    async (command) => {
      const { status, stdout, stderr } = await runHere([command, "missing.csv", "--format", "xlsx"], ".", {
        isTerminal: true,
      });
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("a workbook cannot be shown on a terminal");
      expect(stderr).toContain("hint: name a file: -o result.xlsx");
    },
  );

  it.each([
    [
      "score fixtures/online-retail --spreadsheet -o out.xlsx",
      "--spreadsheet applies to CSV and TSV, but this result is xlsx",
    ],
    ["segments fixtures/online-retail --width 50 -o out.xlsx", "--width applies to tables, but this result is xlsx"],
    ["explain fixtures/online-retail --id 17850 -o out.xlsx", "an explanation cannot be written as xlsx"],
    ["score fixtures/online-retail -o out.html", "-o out.html: only rfm report writes html"],
  ])("says why: rfm %s", async (line, message) => {
    const { status, stdout, stderr } = await runInProcess(line);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
