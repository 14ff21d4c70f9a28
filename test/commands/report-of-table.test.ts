/** The report on a table in a database: the figures that a file with the same rows gives, from sums and counts only. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { type MemoryOrder, memoryEngine } from "../support/memory-engine.ts";
import { sharedFigures } from "../support/shared-figures.ts";

const URL = "postgres://shop:s3cr3t@db.example.com/shop";
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total"];
const OF_FILE = ["--order", "order_id", "--status", "none", "--date-format", "y-m-d"];

function dayAt(offset: number): string {
  return new Date(Date.UTC(2023, 0, 2) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** So many customers over two years: many come once, some often, some twice on one day, some get money back. */
function shopOf(customers: number, copies = 1): readonly MemoryOrder[] {
  return Array.from({ length: customers }, (_, at) => {
    const customer = `customer-${String(at).padStart(3, "0")}`;
    const purchases = at % 5 === 0 ? 6 : 1 + (at % 4);
    return Array.from({ length: purchases * copies }, (__, nth) => ({
      customer,
      day: dayAt(((at * 37) % 600) + nth * (11 + (at % 7) * 3)),
      amount: nth % 4 === 3 ? -(3 + (at % 9)) : 10 + ((at * 37 + nth * 11) % 190),
    }));
  }).flat();
}

const ORDERS: readonly MemoryOrder[] = [
  ...shopOf(120),
  { customer: "twice a day", day: "2023-05-05", amount: 30 },
  { customer: "twice a day", day: "2023-05-05", amount: 70 },
  { customer: "refunded first", day: "2023-01-05", amount: -9 },
  { customer: "refunded first", day: "2023-02-05", amount: 30 },
  { customer: "never bought", day: "2023-03-05", amount: -2 },
];

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-report-of-table-"));
  const rows = ORDERS.map(({ customer, day, amount }, at) => `o${at},${customer},${day},${amount}.00`);
  await writeFile(join(folder, "orders.csv"), `${["order_id,customer_id,ordered_on,total", ...rows].join("\n")}\n`);
});

afterAll(() => rm(folder, { recursive: true }));

/** A report on the table, with what it asked of the database and how many rows came back. */
async function onTable(
  options: readonly string[],
  orders = ORDERS,
): Promise<Outcome & { readonly asked: readonly string[]; readonly cameBack: number }> {
  const asked: string[] = [];
  let cameBack = 0;
  const open = memoryEngine(orders, asked);
  const openEngine: typeof open = async (location) => {
    const engine = await open(location);
    const rows: typeof engine.rows = async (query) => {
      const answer = await engine.rows(query);
      cameBack += answer.length;
      return answer;
    };
    return { ...engine, rows };
  };
  const line = ["report", URL, "--table", "shop.orders", ...COLUMNS, ...options];
  return { ...(await runRfm(line, folder, { openEngine })), asked, cameBack };
}

const onFile = (options: readonly string[]): Promise<Outcome> =>
  runRfm(["report", "orders.csv", ...COLUMNS, ...OF_FILE, ...options], folder);

describe("rfm report on a table in a database", () => {
  it.each([
    [],
    ["--as-of", "2024-09-15", "--period", "quarter"],
    ["--covers", "2023-01-01..2024-12-31", "--scheme", "putler", "--top", "3"],
    ["--method", "ntile", "--period", "year"],
    ["--method", "m=fixed", "--cut-points", "m=20,40,60,80"],
    ["--as-of", "2023-01-20"],
  ])("gives in JSON the figures that a file gives: %s %s %s %s %s %s", async (...words) => {
    const options = ["--format", "json", ...words.filter((word) => word !== undefined)];
    const [read, expected] = [await onTable(options), await onFile(options)];
    expect([read.status, read.stderr, expected.status]).toEqual([0, "", 0]);
    expect(sharedFigures(read.stdout)).toEqual(sharedFigures(expected.stdout));
  });
});

describe("what a report asks the database", () => {
  it("comes back as rows that do not grow with the orders", async () => {
    const few = await onTable(["--format", "json"]);
    const alike = ORDERS.flatMap((order) => Array.from({ length: 20 }, () => order));
    const many = await onTable(["--format", "json"], alike);
    expect([few.status, many.status]).toEqual([0, 0]);
    expect(JSON.parse(many.stdout).ledger.used_rows).toBe(JSON.parse(few.stdout).ledger.used_rows * 20);
    expect(many.asked).toHaveLength(few.asked.length);
    expect(many.cameBack).toBeLessThanOrEqual(few.cameBack);
  });

  it("adds up, counts, or names columns: no statement returns the table's rows", async () => {
    const { asked } = await onTable(["--format", "json"]);
    expect(asked).toHaveLength(7);
    for (const statement of asked) expect(outermost(statement)).toMatch(/^GROUP BY |count\(|min\(/m);
  });

  it.each(["--backtest", "--forecast", "--profile"])("refuses %s, which looks at single orders", async (flag) => {
    const { status, stderr, asked } = await onTable([flag]);
    expect(stderr).toContain(`${flag} looks at single orders, and postgres://db.example.com/shop returns sums only`);
    expect([status, asked]).toEqual([2, []]);
  });
});

/** A statement without what stands in its brackets, two deep: the customers are wrapped once more. */
function outermost(statement: string): string {
  return /"first_order"/.test(statement) ? statement : statement.replace(/^FROM \([\s\S]*^\)/m, "FROM ()");
}

describe("a report on a table", () => {
  it("says where its figures come from, without user and password", async () => {
    const { stdout } = await onTable(["--format", "json"]);
    const { files, table, title, actions, ledger } = JSON.parse(stdout);
    expect({ files, table, title }).toEqual({
      files: [],
      table: { database: "postgres://db.example.com/shop", name: "shop.orders", rows: ORDERS.length },
      title: "shop.orders",
    });
    expect(actions[0].command).toMatch(
      /^rfm lists postgres:\/\/db\.example\.com\/shop --customer customer_id .* --table shop\.orders --lapsed --out lists\/lapsed\/$/,
    );
    expect(ledger.set_aside).toMatchObject([{ reason: "no purchase", rows: 1, file: null, line: null }]);
  });

  it.each([
    ["html", "The database added up the orders"],
    ["md", `${ORDERS.length} rows in the table, worth `],
    ["table", "Customer report: shop.orders, as of"],
  ])("is written as %s", async (format, said) => {
    const full = format === "md" ? ["--full"] : [];
    const { status, stdout, stderr } = await onTable(["--format", format, ...full]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(said);
    expect(stdout).toContain("postgres://db.example.com/shop shop.orders: one row per order");
    expect(stdout).not.toMatch(/s3cr3t|SHA-256/);
  });

  it("is written as a workbook", async () => {
    const { status, stderr } = await onTable(["-o", "report.xlsx"]);
    expect([status, stderr]).toEqual([0, "note: report written to report.xlsx\n"]);
  });
});
