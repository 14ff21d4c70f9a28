/** Walks every number and day of every sheet of a report's workbook: each is in the report's JSON, under a name of its unit. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cell, Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../support/read-workbook.ts";
import { type Folder, makeFolder } from "../../support/run-rfm.ts";

/** Twenty-five months of sixty customers: some buy every month, some have stopped, some came late or once. */
const ROWS = Array.from({ length: 25 }, (_, month) =>
  Array.from({ length: 60 }, (_unused, customer) => ({ month, customer })).flatMap(({ customer }) => {
    const buys =
      customer % 4 === 0 ||
      (customer % 4 === 1 && month < 9 + (customer % 5)) ||
      (customer % 4 === 2 && month >= 11 + (customer % 3)) ||
      (customer % 4 === 3 && month === customer % 16);
    if (!buys) return [];
    const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const refunded = customer % 9 === 0 && month % 5 === 0 ? "3.25" : "0";
    const day = String(1 + ((customer * 7 + month * 3) % 27)).padStart(2, "0");
    return [
      `c${customer},${month}-${customer},${date}-${day},${10 + customer * 3 + month}.5${month % 10},${refunded},EUR`,
    ];
  }),
).flat();
const SHOP = `customer,order,date,amount,refunded,currency\n${ROWS.join("\n")}\n`;

/** The names under which a report's JSON, and the scores, have each number or day. */
type Known = Map<number | string, Set<string>>;

function collect(value: unknown, name: string, known: Known): void {
  if (Array.isArray(value)) for (const one of value) collect(one, name, known);
  else if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value)) collect(one, /^\d+$/.test(key) ? name : key, known);
  } else if (typeof value === "number" || /^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
    known.set(value as number | string, (known.get(value as number | string) ?? new Set()).add(name));
  }
}

/** What a number of a format may be called in the JSON. */
const NAMES_OF_FORMAT: readonly (readonly [format: RegExp, names: RegExp])[] = [
  [/%/, /share|rate|low|high|value|returning|retention|churn|^change$|^p_order$/],
  [/EUR/, /revenue|money|value|spend|monetary|over|up_to|refund|low|high|mean|expected/],
  [/yyyy/, /day|order|as_of|start|first|last|on|to|from|until/],
];

/** Where the workbook shows what the JSON leaves to its reader to compute, and what it is computed from. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  "R × F": ["Revenue per customer"], // tested in workbook-pages.test.ts
  "Groups over time": ["Customers of this kind"],
  Retention: ["Revenue of returning customers"],
};

interface Figure {
  readonly place: string;
  readonly heading: string;
  readonly value: number | string;
  readonly format: string;
}

/** Every number and day of a workbook's sheets, with the heading above it. */
function figuresOf(workbook: Workbook): readonly Figure[] {
  return workbook.sheets.flatMap(({ name, rows, cells }) =>
    rows.flatMap((row, at) =>
      row.flatMap((value, column): Figure[] => {
        const shown = value instanceof Date ? value.toISOString().slice(0, 10) : value;
        if (typeof shown !== "number" && !(value instanceof Date)) return [];
        const cell: Cell | undefined = cells?.get(`${at},${column}`);
        const format = cell?.style?.numFmt ?? "General";
        return [{ place: name, heading: headingOf(rows, at, column), value: shown as number | string, format }];
      }),
    ),
  );
}

/** The nearest text above a cell in its column, and on the grid the title of its block. */
function headingOf(rows: Workbook["sheets"][number]["rows"], at: number, column: number): string {
  for (let row = at - 1; row >= 0; row -= 1) {
    const above = rows[row]?.[column];
    if (typeof above !== "string" || above === "") continue;
    return /^Frequency \d$/.test(above) ? String(rows[row - 1]?.[0] ?? above) : above;
  }
  return "";
}

/** One of each sheet and heading, which is enough to say what is wrong. */
function distinct(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map((figure) => [`${figure.place} ${figure.heading}`, figure])).values()];
}

describe("the workbook of a report with everything", () => {
  let folder: Folder & { remove: () => Promise<void> };
  let figures: readonly Figure[];
  const known: Known = new Map();
  let latest: { trailing_year: { revenue: number; change: number; before: { revenue: number } } };

  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({ "shop.csv": SHOP });
    const asked = "shop.csv --covers 2024-01-01..2026-01-31";
    const report = `report ${asked} --backtest --forecast`;
    const customers = ["score shop.csv -o scores.json", "forecast shop.csv -o forecast.json"];
    for (const line of [`${report} -o report.xlsx`, `${report} -o report.json`, ...customers]) {
      const { status, stderr } = await folder.rfm(line);
      expect([line, status, stderr]).toEqual([line, 0, stderr]);
    }
    figures = figuresOf(await readWorkbook(await readFile(join(folder.path, "report.xlsx"))));
    latest = JSON.parse(await folder.read("report.json")).latest_period;
    for (const name of ["report.json", "scores.json", "forecast.json"])
      collect(JSON.parse(await folder.read(name)), name, known);
  });
  afterAll(() => folder.remove());

  it("has numbers on every sheet but that of notes and definitions", () => {
    const sheets = new Set(figures.map(({ place }) => place));
    expect([...sheets]).toEqual([
      ...["Summary", "Segments", "R × F", "Customers", "Groups over time", "Retention", "Cohorts", "Repeat"],
      ...["Movement", "Distributions", "Concentration", "Backtest", "Forecast"],
      ...["Cohort figures", "Cut points", "Ledger", "Files", "Settings"],
    ]);
    expect(figures.length).toBeGreaterThan(2000);
  });

  it("has no number or day that the JSON has not, but for those that are computed from it", () => {
    const unknown = figures.filter(
      ({ place, heading, value, format }) =>
        !known.has(value) && COMPUTED[place]?.includes(heading) !== true && !/points/.test(format),
    );
    expect(distinct(unknown)).toEqual([]);
  });

  it("has the revenue of the last twelve months beside that of the twelve before", () => {
    const summary = figures.filter(({ place }) => place === "Summary").map(({ value }) => value);
    const { trailing_year: year } = latest;
    expect(summary).toEqual(expect.arrayContaining([year.revenue, year.before.revenue, year.change]));
  });

  it("has changes of shares in percentage points, as many as the JSON's two figures differ by", () => {
    const points = figures.filter(({ format }) => /points/.test(format));
    const shares = [...known].filter(([, names]) => names.has("change")).map(([value]) => Number(value));
    expect(points.length).toBeGreaterThan(0);
    for (const { value } of points) {
      const nearest = Math.min(...shares.map((share) => Math.abs(share * 100 - Number(value))));
      expect(nearest).toBeLessThan(0.000_51);
    }
  });

  it("shows each in the unit that its name in the JSON says", () => {
    const wrong = figures.flatMap((figure) => {
      const names = [...(known.get(figure.value) ?? [])];
      const [, fitting] = NAMES_OF_FORMAT.find(([format]) => format.test(figure.format)) ?? [];
      return fitting === undefined || names.length === 0 || names.some((name) => fitting.test(name))
        ? []
        : [{ ...figure, names }];
    });
    expect(distinct(wrong)).toEqual([]);
  });

  it("would find a number that is wrong, or in another unit", () => {
    expect(known.has(12_345.678)).toBe(false);
    const [day] = figures.filter(({ place, heading }) => place === "Settings" && heading === "Value");
    expect([...(known.get(day?.value ?? "") ?? [])]).toContain("as_of");
    const [money] = figures.filter(({ place, heading }) => place === "Customers" && heading === "Monetary value");
    expect(money?.format).toContain("EUR");
    expect([...(known.get(money?.value ?? 0) ?? [])]).toContain("monetary_value");
  });
});
