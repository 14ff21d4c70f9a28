/**
 * The same figures wherever a report shows them: each cell of the Markdown's and the workbook's tables is the value that the JSON
 * has in that row under that name, and the terminal shows the Markdown's rows. A column or a row in another's place is found,
 * too, which a search for the number alone would not.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workbook } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../support/read-workbook.ts";
import { type Folder, makeFolder } from "../../support/run-rfm.ts";

/** Sixteen months of seventy customers: some come every month, some have stopped, some came late, some once. */
const ROWS = Array.from({ length: 16 }, (_, month) =>
  Array.from({ length: 70 }, (_unused, customer) => customer).flatMap((customer) => {
    const kind = customer % 4;
    const buys =
      kind === 0
        ? (month * 7 + customer) % 3 > 0
        : kind === 1
          ? month < 5 + (customer % 6)
          : kind === 2
            ? month >= 8 + (customer % 5)
            : month === customer % 16;
    const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const day = String(1 + ((customer * 11 + month * 5) % 27)).padStart(2, "0");
    return buys ? [`c${customer},${month}-${customer},${date}-${day},${7 + customer * 2 + ((month * 13) % 9)}.25`] : [];
  }),
).flat();
const SHOP = `customer,order,date,amount\n${ROWS.join("\n")}\n`;

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

/** Whether a text for people is a value, to as many decimals as the text has. */
function shows(text: string, value: unknown): boolean {
  if (value === null || value === undefined) return text === "–" || text === "";
  if (typeof value !== "number") return text === String(value);
  const plain = text.replaceAll(",", "").replace("−", "-");
  const isShare = plain.endsWith("%");
  const number = plain.replace(/%$/, "");
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(number)) return false;
  const decimals = number.split(".")[1]?.length ?? 0;
  return Math.abs(Number(number) - value * (isShare ? 100 : 1)) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** The cells of a Markdown row. */
function cellsOf(line: string): readonly string[] {
  return line
    .replaceAll("\u00a0", " ")
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The rows of the tables under a heading, without their own headings. */
function tablesUnder(markdown: string, heading: string): readonly (readonly (readonly string[])[])[] {
  const part = markdown.split("\n## ").find((one) => one.startsWith(`${heading}\n`)) ?? "";
  const tables = part.split("\n\n").filter((one) => one.startsWith("|"));
  return tables.map((table) => table.trimEnd().split("\n").slice(2).map(cellsOf));
}

/** Cells that do not show the value that the JSON has under the name of their column. */
function wrongCells(shown: readonly (readonly string[])[], rows: Rows, names: readonly string[]): readonly unknown[] {
  const cells = shown.flatMap((row, at) =>
    names.flatMap((name, column) =>
      shows(row[column] ?? "nothing", rows[at]?.[name]) ? [] : [[at, name, row[column], rows[at]?.[name]]],
    ),
  );
  return shown.length === rows.length ? cells : [["rows", shown.length, rows.length], ...cells];
}

const SEGMENT_NAMES = [
  ...["segment", "customers", "customer_share", "orders", "revenue", "revenue_share", "average_order_value"],
  ...["median_recency_days", "median_frequency", "median_monetary_value"],
];
const RETENTION_NAMES = [
  ...["period", "before", "customers", "retained", "lost", "new", "reactivated", "retention_rate", "retention_low"],
  ...["retention_high", "returning_rate", "orders", "revenue", "gross_revenue_retention", "net_revenue_retention"],
];
const CHANGE_NAMES = [
  ...["segment", "before", "left", "entered", "after"],
  ...["revenue_before", "revenue_left", "revenue_entered", "revenue_after"],
];
const FLOW_NAMES = ["from_segment", "to_segment", "customers", "revenue_before", "revenue_after", "ordered"];

describe("the figures of a report", () => {
  let folder: Folder & { remove: () => Promise<void> };
  let json: Readonly<Record<string, never>>;
  let scores: Rows;
  let markdown: string;
  let terminal: string;
  let workbook: Workbook;
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({ "shop.csv": SHOP });
    const report = "report shop.csv --covers 2024-01-01..2025-04-30 --as-of 2025-04-30 -q";
    const lines = ["-o r.json", "-o r.md --full", "-o r.txt --format table --full --width 400", "-o r.xlsx"];
    for (const line of [
      ...lines.map((one) => `${report} ${one}`),
      "score shop.csv --as-of 2025-04-30 -q -o scores.json",
    ]) {
      expect([line, (await folder.rfm(line)).status]).toEqual([line, 0]);
    }
    json = JSON.parse(await folder.read("r.json"));
    scores = JSON.parse(await folder.read("scores.json")) as Rows;
    [markdown, terminal] = [await folder.read("r.md"), await folder.read("r.txt")];
    workbook = await readWorkbook(await readFile(join(folder.path, "r.xlsx")));
  });
  afterAll(() => folder.remove());

  const at = <Value>(...path: readonly string[]): Value =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], json) as Value;

  it("are those of the JSON in every table of the Markdown", () => {
    const tables = (heading: string) => tablesUnder(markdown, heading);
    const [changes = [], flows = []] = tables("Who moved between segments");
    const points = at<Rows>("concentration", "points");
    const [shares = []] = tables("Who brings the revenue");
    const ofCustomers = (amount: string): Row | undefined => points.find(({ customers }) => shows(amount, customers));
    const bins = tables("How the measures are spread");
    expect({
      segments: wrongCells(tables("Segments")[0] ?? [], at("segments"), SEGMENT_NAMES),
      retention: wrongCells(tables("Retention by month")[0] ?? [], at("retention"), RETENTION_NAMES),
      changes: wrongCells(changes, at("movement", "segments"), CHANGE_NAMES),
      flows: wrongCells(flows, at("movement", "flows"), FLOW_NAMES),
      shares: wrongCells(
        shares,
        shares.map(([amount = ""]) => ofCustomers(amount) ?? {}),
        [...["customers", "customer_share", "revenue", "revenue_share"]],
      ),
      top: wrongCells(tables("The 10 customers who spent most")[0] ?? [], at("top_customers"), [
        ...["customer_id", "revenue", "orders", "last_order", "segment"],
      ]),
      spread: ["recency", "frequency", "monetary"].map((measure, index) =>
        wrongCells(
          (bins[index] ?? []).map((row) => row.slice(1)),
          at("distributions", measure, "bins"),
          ["customers"],
        ),
      ),
    }).toEqual({ segments: [], retention: [], changes: [], flows: [], shares: [], top: [], spread: [[], [], []] });
    expect(shares.length).toBeGreaterThan(5);
  });

  it("are those of the JSON in the grid, the cohorts, the ladder and the newest month of the Markdown", () => {
    const grid = at<{ customers: number[][]; revenue: number[][] }>("grid");
    const revenue = at<number>("headline", "revenue");
    const cells = tablesUnder(markdown, "Customers by recency and frequency score")[0] ?? [];
    const wanted = grid.customers.toReversed().flatMap((row, r) =>
      row.map((customers, f) => {
        const share = ((grid.revenue.toReversed()[r]?.[f] ?? 0) / revenue) * 100;
        return customers === 0 ? "·" : `${customers} (${share.toFixed(1)}%)`;
      }),
    );
    expect(cells.flatMap((row) => row.slice(1))).toEqual(wanted);

    const cohorts = at<Rows>("cohorts");
    const triangle = tablesUnder(markdown, "Who buys again, by the month of the first order")[0] ?? [];
    const wrong = triangle.slice(0, -2).flatMap(([cohort, size, ...rates]) =>
      rates.filter((rate, k) => {
        const cell = cohorts.find((one) => one["cohort"] === cohort && one["k"] === k);
        return (
          !shows(rate.replace("\\*", ""), cell?.["rate"]) || (cell !== undefined && !shows(size ?? "", cell["size"]))
        );
      }),
    );
    expect(wrong).toEqual([]);
    const averages = at<Rows>("cohort_averages").map(({ rate }) => rate);
    expect(
      triangle
        .at(-2)
        ?.slice(2)
        .filter((text, k) => !shows(text, averages[k])),
    ).toEqual([]);

    const figures = at<Rows>("repeat", "figures").filter(({ measure }) => measure === "nth_order_share");
    const ladder = (tablesUnder(markdown, "Orders one after another")[0] ?? []).map((row) => row.slice(0, 3));
    expect(wrongCells(ladder, figures.slice(0, ladder.length), ["n", "customers", "value"])).toEqual([]);

    const [now, before] = [at<Row>("latest_period", "latest"), at<Row>("latest_period", "before")];
    const names = ["customers", "new_customers", "orders", "revenue", "average_order_value", "retention_rate"];
    const newest = tablesUnder(markdown, "What changed")[0] ?? [];
    expect(names.filter((name, row) => !shows(newest[row]?.[1] ?? "", now[name]))).toEqual([]);
    expect(names.filter((name, row) => !shows(newest[row]?.[2] ?? "", before[name]))).toEqual([]);
    const changes = names.slice(0, -1).map((name) => {
      return before[name] === 0 ? null : Number(now[name]) / Number(before[name]) - 1;
    });
    expect(changes.filter((change, row) => !shows(newest[row]?.[3] ?? "", change))).toEqual([]);
  });

  it("are those of the Markdown on a terminal: each of its lines is one of the Markdown's", () => {
    const plain = (text: string): string =>
      text
        .replaceAll(/[|█▏▎▍▌▋▊▉\u00a0]+|\\(?=[^\\])|^#+ |^\s*- |\*\*/gm, " ")
        .replaceAll(/\s+/g, " ")
        .trim();
    const [above = "", below = ""] = terminal.split("\nWhat to do, largest revenue first\n");
    const known = new Set(markdown.split("\n").map(plain));
    const onlyHere = /^(?:Customers|Revenue) +[▁▂▃▄▅▆▇█*_?]+ |older cohorts? not shown|^\* /;
    const lines = above.replaceAll(/\n {2}(?=\S)/g, " ").split("\n");
    const own = lines.filter((line) => !onlyHere.test(line) && /\d/.test(line));
    expect(own.length).toBeGreaterThan(80);
    expect(own.filter((line) => !known.has(plain(line)))).toEqual([]);
    const numbers = (text: string): readonly string[] => text.split("\nNotes")[0]?.match(/\d[\d,.]*\d|\d/g) ?? [];
    const advice = markdown.split("\n## What to do, largest revenue first\n")[1]?.split("\n## ")[0] ?? "";
    expect(numbers(below)).toEqual(numbers(advice));
    expect(numbers(advice).length).toBeGreaterThan(20);
  });

  it("are those of the JSON beside each other in the workbook's summary", () => {
    const rows = workbook.sheets[0]?.rows ?? [];
    const period = (name: string): Row => at<Row>("latest_period", name);
    const named = `in ${String(period("latest")["period"])}`;
    const now = rows.filter(([topic]) => String(topic).toLowerCase() === named);
    const names = ["customers", "new_customers", "orders", "revenue", "average_order_value", "retention_rate"];
    const wanted = names.map((name) => ["latest", "before", "year_before"].map((one) => period(one)[name] ?? null));
    expect(now.map((row) => [row[2], row[3], row[5]].map((value) => value ?? null))).toEqual(wanted);
  });

  it("are those of the JSON in every column of the workbook's tables, under the column's name in data", () => {
    const sheet = (name: string) => workbook.sheets.find((one) => one.name === name)?.rows ?? [];
    const named = new Map(sheet("Definitions").map(([place, column, name]) => [`${place} ${column}`, String(name)]));
    const inUnits = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    const wrong = (name: string, rows: Rows): readonly unknown[] => {
      const [headings = [], ...shown] = sheet(name).slice(1);
      const columns = headings.map((heading) => named.get(`${name} ${heading}`) ?? `no name of ${String(heading)}`);
      const cells = shown.flatMap((row, line) =>
        columns.flatMap((column, place) => {
          const [is, was] = [inUnits(row[place]) ?? null, rows[line]?.[column]];
          return was === undefined || String(is ?? "") === String(was ?? "") ? [] : [[line, column, is, was]];
        }),
      );
      const known = columns.filter((column) => rows[0]?.[column] !== undefined).length;
      return [
        ...(shown.length === rows.length ? [] : [["rows", shown.length, rows.length]]),
        known,
        ...cells.slice(0, 5),
      ];
    };
    const bySpend = scores.toSorted(
      (a, b) =>
        Number(b["monetary_value"]) - Number(a["monetary_value"]) ||
        (String(a["customer_id"]) < String(b["customer_id"]) ? -1 : 1),
    );
    expect({
      segments: wrong("Segments", at("segments")),
      retention: wrong("Retention", at("retention")),
      movement: wrong("Movement", at("movement", "flows")),
      cohorts: wrong(
        "Cohort figures",
        at<Rows>("cohorts").map(({ state, ...row }) => row),
      ),
      concentration: wrong("Concentration", at("concentration", "points")),
      customers: wrong("Customers", bySpend),
    }).toEqual({ segments: [13], retention: [20], movement: [6], cohorts: [9], concentration: [4], customers: [12] });
  });
});
