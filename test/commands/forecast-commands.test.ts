import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { BACKTEST_COLUMNS } from "../../src/render/tables/backtest-table.ts";
import { FORECAST_COLUMNS } from "../../src/render/tables/forecast-table.ts";
import { simulatedShop } from "../analysis/forecast/simulated-shop.ts";
import { runRfm } from "../support/in-process.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const HEADER = "order_id,customer_id,order_date,amount,currency";

/** A year and a half of a shop whose customers do what MBG/NBD says, as an export. */
function exportOf(customers: number, currency = "EUR"): string {
  const shop = simulatedShop({
    customers,
    model: "mbg-nbd",
    parameters: { r: 0.9, alpha: 35, a: 0.8, b: 2.4 },
    joining: 450,
    days: 540,
    seed: 21,
  });
  const rows = Array.from({ length: shop.length }, (_, entry) => {
    const day = new Date(Date.UTC(2023, 0, 1 + (shop.day[entry] ?? 0))).toISOString().slice(0, 10);
    const amount = ((shop.amount[entry] ?? 0) / 10_000).toFixed(2);
    return `${entry + 1},${shop.customerKeys[shop.customer[entry] ?? 0]},${day},${amount === "0.00" ? "0.01" : amount},${currency}`;
  });
  return `${[HEADER, ...rows].join("\n")}\n`;
}

const SHOP = exportOf(700);
const SMALL = exportOf(120);

const run = (argv: readonly string[], input = SHOP) => runRfm([...argv], ROOT, { input });
type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true });
const sumOf = (rows: readonly Row[], column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);

describe("rfm backtest", () => {
  it("tells the marketer first: of the best segment so many came back, of the last so few", async () => {
    const { status, stdout } = await run(["backtest", "-"]);
    expect(status).toBe(0);
    const [title, ...rest] = stdout.replace(/\n {2}/g, " ").split("\n");
    expect(title).toMatch(
      /^Do the scores tell who comes back\? Scored on \d{4}-\d\d-\d\d, followed to \d{4}-\d\d-\d\d$/,
    );
    expect(rest[0]).toMatch(
      /^Of your [\d,]+ Champions of .+, .+ ordered again by .+; of the [\d,]+ Lost, .+\. Of all /,
    );
    for (const heading of ["By segment", "By score", "Whom to address", "Do the best stay the best?"]) {
      expect(rest).toContain(heading);
    }
    expect(stdout).toContain("“as in the last period”");
  });

  it("writes a row per score, cell and segment, each group adding up to all, for every scoring day", async () => {
    const { stdout, stderr } = await run(["backtest", "-", "--format", "csv", "--horizon", "60d", "--origins", "2"]);
    expect(stdout.split("\n")[0]).toBe(BACKTEST_COLUMNS.join(","));
    const rows = rowsOf(stdout);
    const days = [...new Set(rows.map(({ scored_on }) => scored_on))];
    expect(days).toHaveLength(2);
    for (const on of days) {
      const own = rows.filter(({ scored_on }) => scored_on === on);
      const all = own.filter(({ group }) => group === "all");
      for (const group of ["recency_score", "frequency_score", "monetary_score", "rfm_cell", "segment"]) {
        const part = own.filter((row) => row["group"] === group);
        for (const column of ["customers", "returned", "orders"]) expect(sumOf(part, column)).toBe(sumOf(all, column));
        expect(sumOf(part, "revenue")).toBeCloseTo(sumOf(all, "revenue"), 2);
      }
    }
    expect(stderr).toContain("Of your ");
  });

  it("scores on the day of --at and follows to the as-of date, or for the horizon", async () => {
    const { stdout } = await run(["backtest", "-", "--at", "2024-02-29", "--horizon", "2m", "--format", "csv"]);
    expect(rowsOf(stdout)[0]).toMatchObject({ scored_on: "2024-02-29", until: "2024-04-30" });
    const late = await run(["backtest", "-", "--at", "2024-06-20", "--horizon", "3m"]);
    expect([late.status, late.stdout]).toEqual([2, ""]);
    expect(late.stderr).toContain("--horizon from 2024-06-20 on ends on 2024-09-20, after");
  });

  it("refuses a horizon that the history does not hold twice, and names one that it does", async () => {
    const { status, stdout, stderr } = await run(["backtest", "-", "--horizon", "12m"]);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/too few for a horizon of \d+/);
    expect(stderr).toMatch(/hint: at most --horizon 2\d\dd/);
  });
});

describe("rfm forecast", () => {
  it("writes a row per customer, what matters first; the total on standard error is their sum", async () => {
    const { status, stdout, stderr } = await run(["forecast", "-"]);
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe(FORECAST_COLUMNS.join(","));
    const rows = rowsOf(stdout);
    for (const row of rows) {
      expect(Number(row["p_order"])).toBeGreaterThan(0);
      expect(Number(row["p_order"])).toBeLessThanOrEqual(Number(row["p_alive"]));
      // figures have six digits: each of the three may be off by half of the last one
      const spend = Number(row["expected_orders"]) * Number(row["expected_order_value"]);
      expect(Math.abs(Number(row["expected_spend"]) / spend - 1)).toBeLessThan(1.6e-5);
    }
    expect(stderr).toContain(`${Math.round(sumOf(rows, "expected_orders"))} orders (80% interval`);
    expect(stderr).toMatch(/The same forecast made on 2024-\d\d-\d\d expected [\d,]+ orders; [\d,]+ came/);
  });

  it("is the same to the byte when it is made again; another seed moves intervals only", async () => {
    const [one, again, other] = [
      await run(["forecast", "-", "--format", "table", "--width", "120"]),
      await run(["forecast", "-", "--format", "table", "--width", "120"]),
      await run(["forecast", "-", "--format", "table", "--width", "120", "--seed", "9"]),
    ];
    expect(again?.stdout).toBe(one?.stdout);
    expect(other?.stdout).not.toBe(one?.stdout);
    const expected = (text = ""): string | undefined => /(\d+) orders \(with/.exec(text.replace(/\s+/g, " "))?.[1];
    expect(expected(other?.stdout)).toBe(expected(one?.stdout));
  });

  it("explains one customer in words, and says where there is none", async () => {
    const { stdout } = await run(["forecast", "-", "--explain", "c0000007"]);
    expect(stdout.split("\n")[0]).toMatch(/^c0000007, as of /);
    expect(stdout.replace(/\s+/g, " ")).toMatch(/The chance of at least one order from .+ to .+ is .+%/);
    const unknown = await run(["forecast", "-", "--explain", "nobody"]);
    expect(unknown.status).toBe(3);
    expect(unknown.stderr).toContain('no customer "nobody" in these exports');
    expect((await run(["forecast", "-", "--explain", "c0000007", "--format", "csv"])).status).toBe(2);
  });

  it("shows a simple rule's figures with the reason where a shop is too small for a model", async () => {
    const { status, stdout, stderr } = await run(["forecast", "-"], SMALL);
    expect(status).toBe(0);
    expect(stderr).toMatch(/warning: No model is used: there are only \d+ customers, and a model needs 200/);
    const rows = rowsOf(stdout);
    expect(rows.every((row) => row["p_alive"] === "" && Number(row["p_order"]) > 0)).toBe(true);
    expect((await run(["forecast", "-", "--save-parameters", "never-written.json"], SMALL)).status).toBe(3);
  });

  it("discounts where it is asked to, and leaves the column empty where not", async () => {
    const plain = rowsOf((await run(["forecast", "-"])).stdout);
    expect(plain.every((row) => row["discounted_spend"] === "")).toBe(true);
    const { stdout } = await run(["forecast", "-", "--discount", "10%", "--sort", "-discounted_spend"]);
    const values = rowsOf(stdout).map((row) => Number(row["discounted_spend"]));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.every((value) => value > 0)).toBe(true);
  });

  it.each([
    [["--interval", "20"], /percentage from 50 to 99/],
    [["--discount", "110%"], /percentage a year from 0 to 100/],
    [["--origins", "13"], /whole number from 1 to 12/],
    [["--seed", "-1"], /whole number from 0/],
    [["--horizon", "soon"], /365d, 12m/],
    [["--sort", "p_live"], /unknown column/],
    [["--parameters", "missing.json"], /no such file/],
  ])("refuses %o with exit code 2", async (options, message) => {
    const { status, stderr } = await run(["forecast", "-", ...options], SMALL);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("speaks Finnish", async () => {
    const { stdout } = await run(["forecast", "-", "--format", "table", "--lang", "fi"]);
    expect(stdout).toContain("Kuka tilaa");
    expect(stdout).not.toMatch(/\b(?:orders|expected|customers)\b/);
  });
});

describe("rfm compare", () => {
  it("says what share of the top fifth stayed, beside what chance gives", async () => {
    const { stderr } = await run(["compare", "-", "--from", "-6m"]);
    expect(stderr).toMatch(/Of the top fifth in .+ to .+, .+ by orders \(.+ if no customer had changed\)/);
  });
});
