/** The dump of a shop's whole database: tables that have days, customers or order ids, and are neither orders nor their money. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runRfm } from "../../support/in-process.ts";
import { writeWorkbook } from "../../support/write-workbook.ts";

const ORDERS = [
  "id,user_id,status,total,created_at",
  "1,7,paid,30.00,2024-01-15 10:00:00",
  "2,8,paid,20.00,2024-02-16 11:30:00",
  "3,7,cancelled,99.00,2024-03-17 09:00:00",
  "4,9,paid,12.50,2024-03-18 09:00:00",
  "5,7,paid,17.50,2024-05-01 18:45:00",
];
const USERS = [
  "id,email,created_at",
  "7,aino@example.com,2023-01-01",
  "8,ben@example.com,2023-01-02",
  "9,eva@example.com,2023-01-03",
];
const ITEMS = [
  "id,order_id,product_id,quantity,unit_price",
  "1,1,50,2,10.00",
  "2,1,51,1,10.00",
  "3,2,50,2,10.00",
  "4,3,52,1,99.00",
  "5,4,53,1,12.50",
  "6,5,53,1,17.50",
];
const SHOP = { "orders.csv": ORDERS, "users.csv": USERS, "order_items.csv": ITEMS };

/** By hand: order 3 is cancelled, and nothing else takes from or adds to the orders' totals. */
const SPEND = { "7": "47.50", "8": "20.00", "9": "12.50" };

/** Tables of a shop that say nothing of what its orders are worth. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "addresses.csv": ["id,user_id,city", "1,7,Oulu", "2,7,Vaasa", "3,8,Turku"],
  "carts.csv": ["id,user_id,total,created_at", "1,7,500.00,2024-04-01 10:00:00", "2,7,70.00,2024-04-02 10:00:00"],
  "coupons.csv": ["id,code,percent_off", "1,SALE,10"],
  "order_status_history.csv": ["id,order_id,status,created_at", "1,1,created,2024-01-15", "2,1,paid,2024-01-15"],
  "products.csv": ["id,name,sku,price", "50,Mug,M,10.00", "51,Tea,T,10.00"],
  "reviews.csv": ["id,order_id,user_id,rating,created_at", "1,1,7,5,2024-01-20", "2,2,8,1,2024-02-20"],
  "sessions.csv": ["id,user_id,ip,created_at", "1,7,10.0.0.1,2024-01-15", "2,7,10.0.0.1,2024-01-16"],
  "shipments.csv": [
    "id,order_id,carrier,cost,weight,shipped_at",
    "1,1,Post,4.10,1.5,2024-01-16",
    "2,2,Post,3.90,0.4,2024-02-17",
  ],
  "subscriptions.csv": ["id,user_id,plan,price,started_at", "1,7,basic,9.90,2024-01-01"],
  "support_tickets.csv": ["id,user_id,order_id,subject,created_at", "1,7,1,Help,2024-01-18"],
  "wishlists.csv": ["id,user_id,product_id,created_at", "1,7,50,2024-01-02", "2,7,51,2024-01-03"],
};

async function run(
  files: Readonly<Record<string, readonly string[] | Buffer>>,
  args: readonly string[] = ["score", ".", "--format", "json"],
): Promise<{ status: number; stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-database-"));
  try {
    for (const [name, rows] of Object.entries(files)) {
      await writeFile(join(folder, name), Buffer.isBuffer(rows) ? rows : `${rows.join("\n")}\n`);
    }
    return await runRfm(args, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function spendOf(
  files: Readonly<Record<string, readonly string[] | Buffer>>,
): Promise<Readonly<Record<string, string>>> {
  const { status, stdout, stderr } = await run(files);
  expect(status, stderr).toBe(0);
  const customers = JSON.parse(stdout) as { customer_id: string; monetary_value: number }[];
  return Object.fromEntries(customers.map((one) => [one.customer_id, one.monetary_value.toFixed(2)]));
}

describe("the folder of a shop's database", () => {
  it.each(Object.keys(OTHERS))("counts the orders' own totals beside %s", async (name) => {
    expect(await spendOf({ ...SHOP, [name]: OTHERS[name] ?? [] })).toEqual(SPEND);
  });

  it("counts them beside all of these at once, and names in one line what was skipped", async () => {
    expect(await spendOf({ ...SHOP, ...OTHERS })).toEqual(SPEND);
    const { stderr } = await run({ ...SHOP, ...OTHERS });
    expect(stderr).toContain(
      "addresses.csv, carts.csv, coupons.csv, order_status_history.csv, products.csv, reviews.csv, sessions.csv, shipments.csv, subscriptions.csv, support_tickets.csv, wishlists.csv were skipped: " +
        "nothing in them is clearly an amount or a customer of the orders",
    );
  });

  it("reads the orders alone where nothing else is of use", async () => {
    expect(await spendOf({ "orders.csv": ORDERS, "sessions.csv": OTHERS["sessions.csv"] ?? [] })).toEqual(SPEND);
  });

  it("takes from each table of customers what it has", async () => {
    const files = {
      ...SHOP,
      "profiles.csv": ["user_id,newsletter", "7,yes", "9,no"],
    };
    const args = ["score", ".", "--keep", "email,newsletter", "--format", "json"];
    const { status, stdout, stderr } = await run(files, args);
    expect(status, stderr).toBe(0);
    const customers = JSON.parse(stdout) as { customer_id: string; email: string | null; newsletter: string | null }[];
    const kept = new Map(customers.map((one) => [one.customer_id, [one.email, one.newsletter]]));
    expect(kept.get("7")).toEqual(["aino@example.com", "yes"]);
    expect(kept.get("8")).toEqual(["ben@example.com", null]);
    expect(kept.get("9")).toEqual(["eva@example.com", "no"]);
  });

  it("takes no address for the customer of the same number", async () => {
    const addresses = ["id,city,e_mail", "7,Oulu,x@example.com", "8,Turku,y@example.com", "50,Vaasa,z@example.com"];
    for (const name of ["customer_address.csv", "customer_address_entity.csv", "user_addresses.csv"]) {
      const files = { "orders.csv": ORDERS, "users.csv": USERS, [name]: addresses };
      expect((await run(files)).stderr).toContain(`${name} was skipped`);
    }
  });

  it("sets aside a customer whom a later file of the same table has, too", async () => {
    const files = { ...SHOP, "users-2.csv": ["id,email,created_at", "7,aino.new@example.com,2023-01-01"] };
    expect(await spendOf(files)).toEqual(SPEND);
    expect((await run(files)).stderr).toContain("1 repeated in another file");
  });

  it("is read as well where each table is a workbook, whose sheets have the name that they are given", async () => {
    const workbooks = Object.entries({ ...SHOP, ...OTHERS }).map(([name, rows]) => {
      const cells = rows.map((row) => row.split(","));
      return [name.replace(".csv", ".xlsx"), writeWorkbook({ sheets: [{ name: "Sheet1", rows: cells }] })] as const;
    });
    const files = Object.fromEntries(workbooks);
    expect(await spendOf(files)).toEqual(SPEND);
    const joined = await run(files, ["score", "orders.xlsx", "--join", "users.xlsx:id=user_id", "--format", "json"]);
    expect(joined.status, joined.stderr).toBe(0);
  });

  it("asks about a table that the user named", async () => {
    const named = ["orders.csv", "users.csv", "shipments.csv"];
    const { status, stderr } = await run({ ...SHOP, ...OTHERS }, ["score", ...named]);
    expect(status).toBe(3);
    expect(stderr).toContain(
      'shipments.csv: no column for the amount was recognised; by its values it could be "cost"',
    );
  });

  it("asks for the amounts of a table where the orders have none", async () => {
    const bare = ORDERS.map((row) =>
      row
        .split(",")
        .filter((_, column) => column !== 3)
        .join(","),
    );
    const { status, stderr } = await run({ "orders.csv": bare, "shipments.csv": OTHERS["shipments.csv"] ?? [] });
    expect(status).toBe(3);
    expect(stderr).toContain('"cost"');
  });

  it("asks which of two tables named as orders has them", async () => {
    const { status, stderr } = await run({ ...SHOP, "invoices.csv": ORDERS.map((row) => row.replace("total", "sum")) });
    expect(status).toBe(3);
    expect(stderr).toContain("two tables could both be the orders");
  });

  it.each([
    ["pos_receipts.csv", ["receipt_no,user_id,created_at,total", "R1,7,2024-06-01,70.00", "R2,8,2024-06-02,80.00"]],
    ["orders_archive.csv", ORDERS.map((row) => row.replace("status", "state"))],
    ["transactions.csv", ["transaction_no,user_id,created_at,total", "R1,7,2024-06-01,70.00", "R2,8,2024-06-02,80.00"]],
  ])("asks about %s, which may be sales of another channel", async (name, rows) => {
    const { status, stderr } = await run({ ...SHOP, [name]: rows });
    expect(status).toBe(3);
    expect(stderr).toContain("two tables could both be the orders");
  });

  it("joins invoices that name the orders as amounts, and counts them once", async () => {
    const invoices = [
      "id,order_id,user_id,total,created_at",
      ...ORDERS.slice(1).map((row, index) => {
        const [order, user, , total, day] = row.split(",");
        return `${900 + index},${order},${user},${total},${day}`;
      }),
    ];
    expect(await spendOf({ ...SHOP, "invoices.csv": invoices })).toEqual(SPEND);
  });

  it.each(["drafts.csv", "quotes.csv", "abandoned_carts.csv"])(
    "leaves %s out, which has the columns of the orders",
    async (name) => {
      const drafts = [ORDERS[0] ?? "", "91,7,paid,1000.00,2024-06-01", "92,8,paid,1000.00,2024-06-01"];
      expect(await spendOf({ ...SHOP, [name]: drafts })).toEqual(SPEND);
    },
  );

  it("takes refunds off that have the columns of the orders, where these name the order", async () => {
    const header = "order_id,user_id,status,total,created_at";
    const orders = [header, ...ORDERS.slice(1)];
    const refunds = [header, "1,7,paid,4.00,2024-06-01", "2,8,paid,5.00,2024-06-01"];
    for (const name of ["refunds.csv", "Gutschriften.csv"]) {
      const files = { ...SHOP, "orders.csv": orders, [name]: refunds };
      expect(await spendOf(files)).toEqual({ "7": "43.50", "8": "15.00", "9": "12.50" });
    }
    const { status, stderr } = await run({ ...SHOP, "refunds.csv": [ORDERS[0] ?? "", "91,7,paid,4.00,2024-06-01"] });
    expect(status).toBe(3);
    expect(stderr).toContain("refunds.csv: this is a table of refunds, and no column of it names an order");
  });

  it("keeps a customer whom only one of two tables of people has", async () => {
    const members = ["user_id,email", "7,aino@example.com"];
    const { status, stdout, stderr } = await run(
      { "orders.csv": ORDERS, "crm_customers.csv": USERS, "members.csv": members },
      [...["score", ".", "--customer", "email", "--format", "json"]],
    );
    expect(status, stderr).toBe(0);
    const ids = (JSON.parse(stdout) as { customer_id: string }[]).map((one) => one.customer_id);
    expect(ids).toEqual(["aino@example.com", "ben@example.com", "eva@example.com"]);
  });

  it("asks about the orders before the tables next to them", async () => {
    const unclear = ORDERS.map(
      (row, index) => `${row},${index === 0 ? "payment_status" : index === 3 ? "paid" : "unpaid"}`,
    );
    const { status, stderr } = await run({ ...SHOP, ...OTHERS, "orders.csv": unclear });
    expect(status).toBe(3);
    expect(stderr).toContain('"payment_status"');
    expect(stderr).not.toContain("things stop the reading");
  });
});
