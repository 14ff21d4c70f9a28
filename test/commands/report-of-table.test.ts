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
      day: dayAt((at * 13 + nth * (11 + (at % 7) * 9)) % 720),
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
