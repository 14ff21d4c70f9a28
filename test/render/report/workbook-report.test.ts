import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm as runHere } from "../../support/in-process.ts";
import { readWorkbook, tableCell, tableOf, workbookParts } from "../../support/read-workbook.ts";
import { type Folder, makeFolder } from "../../support/run-rfm.ts";

type Json = Record<string, unknown>;

/** Three months of real orders. */
const FILES = ["2011-03", "2011-04", "2011-05"]
  .map((month) => join(process.cwd(), `fixtures/online-retail/${month}.csv.gz`))
  .join(" ");

/** What a sheet's rows should be, cell by cell: dates as JavaScript dates, missing as null. */
type Expected = readonly (readonly unknown[])[];

const asDate = (day: unknown): unknown => (typeof day === "string" ? new Date(day) : day);

/** The rows of a sheet without its headings, as wide as the headings are. */
function rowsOf(workbook: Workbook, name: string): Expected {
  const [headings = [], ...rows] = tableOf(workbook, name);
  return rows.map((row) => headings.map((_, column) => row[column] ?? null));
}

/** The key figures of the summary with what they were the period before and the change, by what they are about. */
function figuresOf(workbook: Workbook): ReadonlyMap<string, readonly unknown[]> {
  const rows = workbook.sheets[0]?.rows ?? [];
  const start = rows.findIndex(([first]) => first === "About");
  return new Map(
    rows.slice(start + 1).map((row) => [`${row[0]}: ${row[1]}`, [2, 3, 4].map((column) => row[column] ?? null)]),
  );
}

/** `CutPoints` for `Cut points`. */
function tableNameOf(sheet: string): string {
  return sheet.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A row of JSON in the order of its columns, those named in `dates` as dates; what is empty text is missing. */
function values(row: Json, names: readonly string[], dates: readonly string[] = []): readonly unknown[] {
  return names.map((name) => {
    const value = dates.includes(name) ? asDate(row[name]) : row[name];
    return value === "" || value === undefined ? null : value;
  });
}

function list(value: unknown): readonly Json[] {
  return value as readonly Json[];
}

/** What the sheet of cohort figures says of the state of a cell. */
const STATES: Readonly<Record<string, string>> = {
  value: "complete",
  partial: "so far",
  "not observable yet": "not yet",
  "no data": "no data",
};

describe("the workbook of a report", () => {
  let folder: Folder & { remove: () => Promise<void> };
  let workbook: Workbook;
  let json: Json;
  let scores: readonly Json[];
  let bytes: Uint8Array;

  beforeAll(async () => {
    folder = await makeFolder();
    const options = `${FILES} --as-of 2011-05-20 --window 2m`; // a month that is not complete, and customers outside
    for (const args of [
      `report ${options} -o report.xlsx`,
      `report ${options} -o report.json`,
      `score ${options} -o scores.json`,
    ]) {
      expect((await folder.rfm(args)).status).toBe(0);
    }
    bytes = await readFile(join(folder.path, "report.xlsx"));
    workbook = await readWorkbook(bytes);
    json = JSON.parse(await folder.read("report.json")) as Json;
    scores = JSON.parse(await folder.read("scores.json")) as readonly Json[];
  });
  afterAll(() => folder.remove());

  it("has the sheets of the report in their order", () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      "Summary",
      "Segments",
      "R × F",
      "Customers",
      "Groups over time",
      "Retention",
      "Cohorts",
      "Repeat",
      "Movement",
      "Distributions",
      "Concentration",
      "Cohort figures",
      "Cut points",
      "Ledger",
      "Files",
      "Settings",
      "Notes",
      "Definitions",
    ]);
  });

  it("has frozen headings and a named table over all rows and columns of every sheet that is no page", () => {
    const tables = workbook.sheets.filter(({ name }) => !["Summary", "R × F"].includes(name));
    for (const { name, freezePane, tables: [table] = [], rows } of tables) {
      expect([name, freezePane?.rows]).toEqual([name, 2]);
      expect([name, table?.name]).toEqual([name, name === "Groups over time" ? "Groups" : tableNameOf(name)]);
      expect([name, table?.range]).toEqual([name, expect.stringMatching(new RegExp(`^A2:[A-Z]+${rows.length}$`))]);
      expect([name, table?.columns?.map((column) => column.name)]).toEqual([name, rows[1]]);
    }
  });

  it("has every customer as rfm score has them, ids as text and days as dates", () => {
    const names = Object.keys(scores[0] ?? {});
    expect(scores.length).toBeGreaterThan(1000);
    const bySpend = scores.toSorted((a, b) => Number(b["monetary_value"]) - Number(a["monetary_value"]));
    expect(rowsOf(workbook, "Customers")).toEqual(
      bySpend.map((row) => values(row, names, ["first_order", "last_order"])),
    );
    expect(tableCell(workbook, "Customers", 1, 0)).toMatchObject({ type: "string" });
    expect(tableCell(workbook, "Customers", 1, 1)?.style?.numFmt).toBe("yyyy-mm-dd");
    expect(tableCell(workbook, "Customers", 1, 5)?.style?.numFmt).toBe("#,##0.00");
  });

  it("has the segments of the JSON, shares as percentages", () => {
    const names = [
      "segment",
      "customers",
      "customer_share",
      "orders",
      "revenue",
      "revenue_share",
      "average_order_value",
      "median_recency_days",
      "median_frequency",
      "median_monetary_value",
      "meaning",
      "action",
      "avoid",
      "measure",
    ];
    const segments = list(json["segments"]);
    expect(segments.at(-1)?.["segment"]).toBe("(no purchase in the window)");
    const [outside, ...inside] = rowsOf(workbook, "Segments").toReversed();
    expect(inside.toReversed()).toEqual(segments.slice(0, -1).map((row) => values(row, names)));
    expect(outside?.slice(0, 6)).toEqual(values(segments.at(-1) as Json, names).slice(0, 6));
    expect(tableCell(workbook, "Segments", 1, 2)?.style?.numFmt).toBe("0.0%");
  });

  it("has the retention of the JSON, the month that is not complete in grey", () => {
    const rows = list(json["retention"]);
    expect(rows.at(-1)).toMatchObject({ complete: false, retention_rate: null });
    const names = Object.keys(rows[0] ?? {});
    expect(rowsOf(workbook, "Retention").map((row) => row.slice(0, names.length))).toEqual(
      rows.map((row) => values(row, names, ["first_day", "last_day"])),
    );
    expect(tableCell(workbook, "Retention", rows.length, 5)?.style?.font?.italic).toBe(true);
    expect(tableCell(workbook, "Retention", 1, 5)?.style?.font?.italic).not.toBe(true);
  });

  it("has the cohorts as a triangle of the JSON's rates, with its averages below", () => {
    const cells = list(json["cohorts"]);
    const averages = list(json["cohort_averages"]);
    const cohorts = [...new Set(cells.map(({ cohort }) => cohort))];
    const triangle = cohorts.map((name) => {
      const own = cells.filter(({ cohort }) => cohort === name);
      return [
        name,
        own[0]?.["size"],
        ...averages.map(({ k }) => own.find((cell) => cell["k"] === k)?.["rate"] ?? null),
      ];
    });
    const shown = rowsOf(workbook, "Cohorts");
    expect(shown).toEqual([
      ...triangle,
      ["average", null, ...averages.map(({ rate }) => rate)],
      ["cohorts in it", null, ...averages.map(({ cohorts: count }) => count)],
    ]);
    expect(shown[0]?.filter((cell) => cell !== null).length).toBeGreaterThan(
      shown[3]?.filter((cell) => cell !== null).length ?? 0,
    );
    expect(tableCell(workbook, "Cohorts", 1, 3)?.style?.numFmt).toBe("0.0%");
  });

  it("has the long form of the cohorts, of the moves and of repeat purchase", () => {
    const long: readonly (readonly [sheet: string, rows: readonly Json[], names: readonly string[]])[] = [
      [
        "Cohort figures",
        list(json["cohorts"]).map((row) => ({ ...row, state: STATES[String(row["state"])] ?? null })),
        Object.keys(list(json["cohorts"])[0] ?? {}),
      ],
      [
        "Movement",
        list((json["movement"] as Json)["flows"]),
        ["from_segment", "to_segment", "customers", "revenue_before", "revenue_after", "ordered"],
      ],
    ];
    for (const [sheet, rows, names] of long) {
      expect(rows.length).toBeGreaterThan(5);
      expect(rowsOf(workbook, sheet)).toEqual(rows.map((row) => values(row, names)));
    }
    const figures = list((json["repeat"] as Json)["figures"]);
    const names = ["n", "days", "customers", "of", "value", "low", "high"];
    expect(rowsOf(workbook, "Repeat").map((row) => row.slice(1))).toEqual(figures.map((row) => values(row, names)));
  });

  it("shows each value of repeat purchase as what it is", () => {
    const kinds = new Map(
      list((json["repeat"] as Json)["figures"]).map(({ measure }, index) => [
        measure,
        tableCell(workbook, "Repeat", index + 1, 5)?.style?.numFmt ?? "General",
      ]),
    );
    expect(Object.fromEntries(kinds)).toMatchObject({
      nth_order_share: "0.0%",
      gap_days_median: "General",
      lapse_days: "General",
      returning_times_as_likely: "#,##0.00",
      five_points_more_retention_revenue: "#,##0.00",
    });
  });

  it("has the cut points of the JSON, and all customers once in each measure", () => {
    const cutPoints = json["cut_points"] as Record<string, readonly number[]>;
    const rows = rowsOf(workbook, "Cut points");
    const measures = [
      ["days since last order", "recency"],
      ["orders", "frequency"],
      ["net spend", "monetary"],
    ] as const;
    for (const [shown, name] of measures) {
      const bands = rows.filter(([measure]) => measure === shown);
      const points = bands.flatMap(([, , over]) => (over === null ? [] : [over as number]));
      expect(points.toSorted((a, b) => a - b)).toEqual(cutPoints[name]);
      expect(bands.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(scores.length);
    }
    // the best score has the fewest days and the most money
    expect(rows.find(([measure, score]) => measure === "days since last order" && score === 5)?.[2]).toBeNull();
    expect(rows.find(([measure, score]) => measure === "net spend" && score === 5)?.[3]).toBeNull();
  });

  it("has the ledger and the files of the JSON", () => {
    const ledger = json["ledger"] as Json;
    expect(rowsOf(workbook, "Ledger").map((row) => row.slice(1))).toEqual([
      [ledger["rows"], ledger["money"], null, null],
      [ledger["used_rows"], ledger["used_money"], null, null],
      ...list(ledger["set_aside"]).map((row) => values(row, ["rows", "money", "file", "line"])),
    ]);
    expect(rowsOf(workbook, "Files")).toEqual(
      list(json["files"]).map((row) => values(row, ["name", "bytes", "rows", "sha256"])),
    );
  });

  it("has the spread and the concentration of the JSON", () => {
    const distributions = json["distributions"] as Record<string, Json>;
    const bins = Object.values(distributions).flatMap(({ bins: own }) => list(own));
    expect(rowsOf(workbook, "Distributions").map((row) => row.slice(1, 4))).toEqual(
      bins.map((row) =>
        values({ ...row, over: row["over"] === -1 ? null : (row["over"] ?? null) }, ["over", "up_to", "customers"]),
      ),
    );
    const { points } = json["concentration"] as Json;
    expect(rowsOf(workbook, "Concentration")).toEqual(
      list(points).map((row) => values(row, ["customers", "customer_share", "revenue", "revenue_share"])),
    );
  });

  it("opens with the headline of the JSON, and what changed since the period before", () => {
    const headline = json["headline"] as Json;
    const { latest, before } = json["latest_period"] as Record<string, Record<string, number>>;
    const rows = figuresOf(workbook);
    expect(rows.get("All customers: Customers")).toEqual([headline["customers"], null, null]);
    expect(rows.get("All customers: Revenue, net of refunds")).toEqual([headline["revenue"], null, null]);
    expect(rows.get("All customers: Revenue from returning customers")?.[0]).toBe(headline["returning_revenue_share"]);
    const [month, earlier] = [latest?.["revenue"] ?? 0, before?.["revenue"] ?? 0];
    const [value, was, change] = rows.get(`In ${latest?.["period"]}: Revenue, net of refunds`) ?? [];
    expect([value, was]).toEqual([month, earlier]);
    expect(change).toBeCloseTo(month / earlier - 1, 12);
    expect(rows.get(`In ${latest?.["period"]}: Retention`)).toEqual([
      latest?.["retention_rate"],
      before?.["retention_rate"],
      null,
    ]);
    const settings = new Map(rowsOf(workbook, "Settings").map(([figure, setting]) => [figure, setting]));
    expect(settings.get("As of")).toEqual(new Date("2011-05-20"));
    expect(settings.get("Window begins")).toEqual(new Date(String(json["window_start"])));
  });

  it("has the notes, and the meaning of every column", () => {
    expect(rowsOf(workbook, "Notes").map(([, text]) => text)).toEqual(list(json["notes"]).map(({ text }) => text));
    const defined = rowsOf(workbook, "Definitions");
    expect(defined.every(([sheet, column, , meaning]) => sheet !== null && column !== null && meaning !== null)).toBe(
      true,
    );
    const sheets = new Set(defined.map(([sheet]) => sheet));
    const tables = workbook.sheets.slice(0, -1).filter(({ tables: [table] = [] }) => table !== undefined);
    expect([...sheets]).toEqual(tables.map(({ name }) => name));
  });

  it("has no formula and no clock time in it, and is the same again in another time zone", async () => {
    const parts = workbookParts(bytes);
    const text = Object.values(parts).join("");
    expect(text).not.toMatch(/<f[ >]|<dcterms:|<Application>/);
    expect(text.includes(folder.path), "names the folder that it is written into").toBe(false);
    const again = await folder.rfm(`report ${FILES} --as-of 2011-05-20 --window 2m --format xlsx -o again.xlsx`, {
      env: { TZ: "Pacific/Kiritimati", LANG: "fi_FI.UTF-8" },
    });
    expect([again.status, again.stderr]).toEqual([0, again.stderr]);
    expect(Buffer.compare(await readFile(join(folder.path, "again.xlsx")), bytes)).toBe(0);
  });
});

describe("a workbook of awkward data", () => {
  async function workbookOf(input: string, args = ""): Promise<{ workbook: Workbook; stderr: string }> {
    const folder = await makeFolder();
    try {
      const { status, stderr } = await folder.rfm(["report", "-", "-o", "r.xlsx", ...args.split(" ").filter(Boolean)], {
        stdin: input,
      });
      expect([status, stderr]).toEqual([0, stderr]);
      return { workbook: await readWorkbook(await readFile(join(folder.path, "r.xlsx"))), stderr };
    } finally {
      await folder.remove();
    }
  }

  it("keeps ids that a spreadsheet would spoil or run", async () => {
    const ids = [
      "00042",
      "=cmd|' /C calc'!A0",
      "+358401234567",
      "@user",
      "-1",
      "<script>alert(1)</script>",
      "😀",
      "1E5",
    ];
    const rows = ids.map((id, index) => `"${id}",A${index},2026-03-${10 + index},12.50`);
    const { workbook } = await workbookOf(`customer,order,date,amount\n${rows.join("\n")}\n`);
    expect(rowsOf(workbook, "Customers").map(([id]) => id)).toEqual(ids.toSorted());
    for (let row = 1; row <= ids.length; row += 1) {
      expect(tableCell(workbook, "Customers", row, 0)).toMatchObject({ type: "string" });
      expect(tableCell(workbook, "Customers", row, 0)?.formula).toBeUndefined();
    }
  });

  it("says what a cell could not hold, in the cell, on standard error and among the notes", async () => {
    const { workbook, stderr } = await workbookOf(
      `customer,order,date,amount\n${"x".repeat(40_000)},A1,2026-03-05,5\n`,
    );
    expect(String(rowsOf(workbook, "Customers")[0]?.[0])).toMatch(/^x{32758}… \[40000\]$/);
    expect(stderr).toContain("warning: 1 text longer than 32,767 characters");
    expect(rowsOf(workbook, "Notes").map(([, text]) => text)).toContainEqual(
      expect.stringContaining("1 text longer than 32,767 characters"),
    );
  });

  it("is whole for one order: nothing to compare, no cohort to follow, nobody back", async () => {
    const { workbook } = await workbookOf("customer,order,date,amount\n00042,A1,2026-03-05,12.50\n");
    expect(rowsOf(workbook, "Customers")).toHaveLength(1);
    expect(rowsOf(workbook, "Repeat")[0]?.[0]).toBe("No customer has ordered on two different days yet.");
    expect(workbook.sheets.map(({ name }) => name)).not.toContain("Movement");
    expect(rowsOf(workbook, "Cohorts")[0]).toEqual(["2026-03", 1, 1]);
  });

  it("is whole without revenue", async () => {
    const { workbook } = await workbookOf(
      "customer,order,date,amount\na,A1,2026-03-05,5\na,A1,2026-03-06,-20\nb,A2,2026-03-01,5\n",
    );
    expect(workbook.sheets.map(({ name }) => name)).not.toContain("Concentration");
    const figures = figuresOf(workbook);
    expect(figures.get("All customers: Revenue, net of refunds")?.[0]).toBe(-10);
    expect(figures.get("All customers: Revenue from returning customers")?.[0]).toBeNull();
  });

  it("has its money in the currency of the exports", async () => {
    const { workbook } = await workbookOf("customer,order,date,amount,currency\na,A1,2026-03-05,12.50,EUR\n");
    expect(tableCell(workbook, "Customers", 1, 5)?.style?.numFmt).toBe('#,##0.00\\ "EUR"');
  });

  it("speaks Finnish with --lang fi, names of sheets and dates too", async () => {
    const { workbook } = await workbookOf("customer,order,date,amount\na,A1,2026-03-05,12.50\n", "--lang fi");
    expect(workbook.sheets.map(({ name }) => name).slice(0, 4)).toEqual([
      "Yhteenveto",
      "Segmentit",
      "R × F",
      "Asiakkaat",
    ]);
    expect(tableCell(workbook, "Asiakkaat", 1, 1)?.style?.numFmt).toBe("d.m.yyyy");
    expect(rowsOf(workbook, "Asiakkaat")[0]?.[1]).toEqual(new Date("2026-03-05"));
    expect(rowsOf(workbook, "Pysyvyys")[0]?.[0]).toBe("2026-03"); // sorts, as on the other sheets
  });

  it("gives nested scores their groups", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `c${index % 30},A${index},2026-03-${1 + (index % 28)},${index + 1}`,
    );
    const { workbook } = await workbookOf(
      `customer,order,date,amount\n${rows.join("\n")}\n`.replaceAll(/-(\d),/g, "-0$1,"),
      "--method nested",
    );
    const bands = rowsOf(workbook, "Cut points");
    const spend = bands.filter(([measure]) => measure === "net spend");
    // everyone has two orders, so there is one frequency score under each of the five recency scores
    expect([...new Set(spend.map(([, within]) => within))]).toEqual(["5-1", "4-1", "3-1", "2-1", "1-1"]);
    expect(spend.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(30);
  });
});

describe("a workbook on standard output", () => {
  const input = "customer,order,date,amount\na,A1,2026-03-05,12.50\n";
  const run = (isTerminal: boolean): ReturnType<typeof runHere> =>
    runHere(["report", "-", "--format", "xlsx"], ".", { input, isTerminal });

  it("is refused on a terminal, which bytes would upset", async () => {
    const { status, stdout, stderr } = await run(true);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("a workbook cannot be shown on a terminal");
    expect(stderr).toContain("-o result.xlsx");
  });

  it("is written into a pipe", async () => {
    const { status, stdout } = await run(false);
    expect([status, stdout.slice(0, 2)]).toEqual([0, "PK"]);
  });
});
