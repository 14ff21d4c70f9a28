/** The pages of a report's workbook: the summary with its links and charts, and the grid of scores. Every figure is the JSON's. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGLISH } from "../../support/languages.ts";
import { readWorkbook, workbookParts } from "../../support/read-workbook.ts";
import { type Folder, makeFolder } from "../../support/run-rfm.ts";
import { workbookProblems } from "../../support/workbook-check/workbook-problems.ts";

type Json = Record<string, unknown>;
const list = (value: unknown): readonly Json[] => value as readonly Json[];

/** Sixteen months of a small shop: a quarter buy every month, a quarter have stopped, a quarter are late comers, the rest came once. */
function buysIn(month: number, customer: number): boolean {
  if (customer % 4 === 0) return true;
  if (customer % 4 === 1) return month < 9 + (customer % 5);
  return customer % 4 === 2 ? month >= 11 + (customer % 4) : month === customer % 16;
}

const ORDERS = Array.from({ length: 16 }, (_, month) =>
  Array.from({ length: 60 }, (_unused, customer) => ({ month, customer }))
    .filter(({ customer }) => buysIn(month, customer))
    .map(({ customer }) => {
      const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      return `=c${customer},${month}-${customer},${date}-${String(1 + (customer % 27)).padStart(2, "0")},${10 + customer}.50,EUR`;
    }),
).flat();
const SHOP = `customer,order,date,amount,currency\n${ORDERS.join("\n")}\n`;

describe("the pages of a workbook", () => {
  let folder: Folder & { remove: () => Promise<void> };
  let workbook: Workbook;
  let parts: Readonly<Record<string, string>>;
  let json: Json;
  let bytes: Uint8Array;

  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({ "shop.csv": SHOP });
    for (const name of ["report.xlsx", "report.json"]) {
      expect((await folder.rfm(`report shop.csv --covers 2024-01-01..2025-04-30 -o ${name}`)).status).toBe(0);
    }
    bytes = await readFile(join(folder.path, "report.xlsx"));
    workbook = await readWorkbook(bytes);
    parts = workbookParts(bytes);
    json = JSON.parse(await folder.read("report.json")) as Json;
  });
  afterAll(() => folder.remove());

  const page = (name: string): Workbook["sheets"][number]["rows"] =>
    workbook.sheets.find((sheet) => sheet.name === name)?.rows ?? [];

  it("are valid, and have three charts", () => {
    expect(workbookProblems(parts)).toEqual([]);
    expect(Object.keys(parts).filter((path) => path.startsWith("xl/charts/"))).toHaveLength(3);
  });

  it("begin with the finding, and lead to every other sheet and back", () => {
    const names = workbook.sheets.map(({ name }) => name);
    const [, ...others] = names;
    const summary = parts["xl/worksheets/sheet1.xml"] ?? "";
    const targets = [...summary.matchAll(/<hyperlink ref="[A-Z]+\d+" location="'([^']*)'!A1"/g)].map(
      ([, name]) => name,
    );
    expect(targets).toEqual(others);
    for (let number = 2; number <= names.length; number += 1) {
      expect(parts[`xl/worksheets/sheet${number}.xml`]).toContain(`<hyperlink ref="A1" location="'Summary'!A1"/>`);
    }
    expect(String(page("Summary")[0]?.[0])).toBe("Customer report: shop.csv");
  });

  it("have the groups to begin with of the JSON: number, money, share, and the command", () => {
    const rows = page("Summary");
    const start = rows.findIndex(([first]) => first === "Group");
    const actions = list(json["actions"]);
    expect(actions.length).toBeGreaterThan(0);
    const shown = rows.slice(start + 1, start + 1 + actions.length);
    expect(shown.map((row) => [row[2], row[3], row[4], row[7]])).toEqual(
      actions.map(({ customers, revenue, revenue_share, command }) => [customers, revenue, revenue_share, command]),
    );
    const { notLapsed, ...groups } = ENGLISH.words.page.first.groups;
    const names = { ...groups, "ordered once": notLapsed };
    expect(shown.map(([group]) => String(group).split(": ")[1])).toEqual(
      actions.map(({ group, segment }) => segment ?? names[group as "lapsed"]),
    );
  });

  it("have the grid of the JSON, the average as money by customers, and names of its segments", () => {
    const grid = json["grid"] as Readonly<
      Record<"customers" | "revenue" | "segments", readonly (readonly unknown[])[]>
    >;
    const rows = page("R × F");
    const block = (heading: string): readonly (readonly unknown[])[] => {
      const start = rows.findIndex(([first]) => first === heading);
      return rows.slice(start + 2, start + 7).map((row) => [1, 2, 3, 4, 5].map((column) => row[column] ?? null));
    };
    const has = (r: number, f: number): boolean => Number(grid.customers[r]?.[f]) > 0;
    const known = (cells: typeof grid.revenue): unknown =>
      cells.map((row, r) => row.map((cell, f) => (has(r, f) ? cell : null)));
    expect(grid.customers.flat().filter((cell) => cell !== 0).length).toBeGreaterThan(9);
    expect(block("Customers").toReversed()).toEqual(grid.customers);
    expect(block("Revenue").toReversed()).toEqual(known(grid.revenue));
    expect(block("Revenue per customer").toReversed()).toEqual(
      known(grid.revenue.map((row, r) => row.map((money, f) => Number(money) / Number(grid.customers[r]?.[f])))),
    );
    expect(block("Segment").toReversed()).toEqual(grid.segments);
  });

  it("have charts that remember what their cells hold, with a title, titled axes and a text for who cannot see them", () => {
    for (const number of [1, 2, 3]) {
      const xml = parts[`xl/charts/chart${number}.xml`] ?? "";
      const references = [
        ...xml.matchAll(/<c:f>'([^']*)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?<\/c:f><c:\w+Cache>(.*?)<\/c:\w+Cache>/g),
      ];
      expect(references.length).toBeGreaterThan(3);
      for (const [, sheet = "", letters = "", from = "", to = from, cache = ""] of references) {
        const column = letters.charCodeAt(0) - 65;
        const cells = page(sheet)
          .slice(Number(from) - 1, Number(to))
          .map((row) => row[column] ?? null);
        const remembered = [...cache.matchAll(/<c:pt idx="\d+"><c:v>(.*?)<\/c:v>/g)].map(([, value = ""]) =>
          isNumber(value) ? Number(value) : value,
        );
        expect([sheet, letters, remembered]).toEqual([
          sheet,
          letters,
          cells.filter((cell) => cell !== null).map(asRemembered),
        ]);
        expect(cells.length).toBe(Number(to) - Number(from) + 1);
      }
      expect([...xml.matchAll(/<c:title>/g)]).toHaveLength(3);
    }
    expect(parts["xl/drawings/drawing1.xml"]?.match(/ descr="Chart: [^"]{40,}"/g)).toHaveLength(3);
  });

  it("draw the groups of the JSON in the colours of the page, and no period that is not complete", () => {
    const points = list(json["groups_over_time"]);
    const [headings = [], ...rows] = page("Groups over time").slice(1);
    expect(headings.slice(0, 2)).toEqual(["Day", "Best"]);
    expect(rows.map((row) => row.slice(1, -1))).toEqual(
      points.map(({ customers }) => Object.values(customers as Json)),
    );
    expect(rows.map(([day]) => (day as Date).toISOString().slice(0, 10))).toEqual(points.map(({ day }) => day));
    expect(
      [...(parts["xl/charts/chart1.xml"] ?? "").matchAll(/<c:spPr><a:solidFill><a:srgbClr val="(\w+)"/g)].map(
        ([, colour]) => colour,
      ),
    ).toEqual(["1A528F", "78AEDB", "D6D6D0", "F0B26B", "A85208"].slice(0, headings.length - 2));
    const retention = list(json["retention"]);
    const complete = retention.filter(({ complete: whole }) => whole === true);
    const periods = /<c:cat>.*?<c:ptCount val="(\d+)"/.exec(parts["xl/charts/chart3.xml"] ?? "")?.[1];
    expect(Number(periods)).toBe(complete.length);
    const money = page("Retention")
      .slice(2)
      .map((row) => row.slice(-2));
    expect(money).toEqual(
      retention.map(({ revenue, new_revenue }) => [
        new_revenue,
        expect.closeTo(Number(revenue) - Number(new_revenue), 6),
      ]),
    );
  });

  it("show money by bars and scores by shades, and keep ids that begin like formulas as text", () => {
    const number = workbook.sheets.findIndex(({ name }) => name === "Customers") + 1;
    const xml = parts[`xl/worksheets/sheet${number}.xml`] ?? "";
    expect(
      [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule type="(\w+)"/g)].map(([, range, type]) => [
        range,
        type,
      ]),
    ).toEqual([
      ["F3:F62", "dataBar"],
      ["H3:H62", "colorScale"],
      ["I3:I62", "colorScale"],
      ["J3:J62", "colorScale"],
    ]);
    const spend = page("Customers")
      .slice(2)
      .map((row) => Number(row[5]));
    expect(spend).toEqual(spend.toSorted((a, b) => b - a));
    expect(Object.values(parts).join("")).not.toMatch(/<f[ >]/);
  });
});

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** A cell as a chart remembers it; days count from 1899-12-30. */
function asRemembered(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return value;
}
