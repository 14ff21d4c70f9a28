/** People who must not be written to are left out whatever kind of file the exports are. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

let folder = "";
const email = (customer: number): string => `kim${customer}@example.com`;
const ORDERS = Array.from({ length: 120 }, (_, index) => ({
  order_id: 1000 + index,
  customer_id: 1 + ((index * 7) % 20),
  order_date: `2024-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + ((index * 5) % 28)).padStart(2, "0")}`,
  total: 10 + ((index * 37) % 90),
}));
const CUSTOMERS = Array.from({ length: 20 }, (_, index) => index + 1);
const csv = (rows: readonly (readonly unknown[])[]): string => rows.map((row) => `${row.join(",")}\n`).join("");
const HEADER = ["order_id", "customer_id", "email", "order_date", "total"] as const;
const FULL = ORDERS.map((order) => [
  order.order_id,
  order.customer_id,
  email(order.customer_id),
  order.order_date,
  order.total,
]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-excluded-"));
  const write = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content);
  await write("stop.txt", `<${email(3)}>\nmailto:${email(7).toUpperCase()}\n`);
  await write("orders.csv", csv([HEADER, ...FULL]));
  await write("semicolons.csv", csv([HEADER, ...FULL]).replaceAll(",", ";"));
  const record = (row: readonly unknown[]): string =>
    JSON.stringify(Object.fromEntries(HEADER.map((name, at) => [name, row[at]])));
  await write("orders.ndjson", FULL.map((row) => `${record(row)}\n`).join(""));
  await write("orders.json", `[${FULL.map(record).join(",")}]`);
  await write("orders.xlsx", writeWorkbook({ sheets: [{ name: "Orders", rows: [[...HEADER], ...FULL] }] }));
  await mkdir(join(folder, "tables"));
  await write(
    "tables/orders.csv",
    csv([HEADER.filter((name) => name !== "email"), ...FULL.map((row) => row.filter((_, at) => at !== 2))]),
  );
  await write("tables/customers.csv", csv([["customer_id", "email"], ...CUSTOMERS.map((id) => [id, email(id)])]));
  const sums = CUSTOMERS.map((id) => ORDERS.filter(({ customer_id }) => customer_id === id));
  await write(
    "customers.csv",
    csv([
      ["customer_id", "email", "total orders", "total spent", "last order"],
      ...sums.map((own, index) => [
        index + 1,
        email(index + 1),
        own.length,
        own.reduce((sum, { total }) => sum + total, 0),
        own.reduce((last, { order_date }) => (order_date > last ? order_date : last), ""),
      ]),
    ]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe("a do-not-contact list", () => {
  it.each(
    ["orders.csv", "semicolons.csv", "orders.ndjson", "orders.json", "orders.xlsx", "tables", "customers.csv"].flatMap(
      (name) => (["--exclude", "--exclude-customers"] as const).map((option) => [name, option] as const),
    ),
  )("of %s leaves its people out: %s", async (name, option) => {
    const out = `${name}${option}`;
    const { status, stderr } = await runRfm(["lists", name, "--out", out, option, "stop.txt"], folder);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    const files = await readdir(join(folder, out));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, out, file), "utf8")));
    const listed = CUSTOMERS.filter((id) => texts.some((text) => text.includes(email(id))));
    expect(listed).toEqual(CUSTOMERS.filter((id) => id !== 3 && id !== 7));
  });
});
