/** Tables of refunds that cannot be taken off the orders safely: what is said, with exit code 3 and nothing written. */
import { describe, expect, it } from "vitest";
import { isOfRefunds } from "../../../src/exports/join/is-of-refunds.ts";
import { inFolder, runRfm } from "../../support/in-process.ts";

const ORDERS =
  "order_id,customer_id,order_date,total\n1,a,2024-01-15,100.00\n2,b,2024-01-16,50.00\n3,a,2024-02-17,70.00\n";
const NET_ORDERS = ORDERS.replace("total", "net_total");

async function score(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return await inFolder(files, (folder) => runRfm(["orders", ".", ...args], folder));
}

async function refused(refunds: string, { orders = ORDERS, name = "refunds.csv" } = {}): Promise<string> {
  const { status, stdout, stderr } = await score({ "orders.csv": orders, [name]: refunds });
  expect(status, stderr).toBe(3);
  expect(stdout).toBe("");
  return stderr;
}

describe("tables of refunds that leave a question open", () => {
  it("asks about amounts of both signs, and takes the rows that --where keeps", async () => {
    const refunds = "order_id,refund_date,amount\n1,2024-02-01,20.00\n2,2024-02-02,-5.00\n3,2024-03-01,7.00\n";
    const said = await refused(refunds);
    expect(said).toContain(
      'refunds.csv: this is a table of refunds, and "amount" has both signs, 2 positive amounts and 1 negative one, such as 20.00 (refunds.csv line 2) and -5.00 (refunds.csv line 3)',
    );
    expect(said).toContain('--where "amount>0" or --where "amount<0"');
    const kept = await score({ "orders.csv": ORDERS, "refunds.csv": refunds }, "--where", "amount>0");
    expect(kept.status, kept.stderr).toBe(0);
    expect(kept.stdout).toContain("1,a,2024-02-01,0.00,20.00,-20.00,false,,refunds.csv,2");
  });

  it("names a table that only has quantities", async () => {
    const said = await refused("order_id,return_date,sku,quantity\n1,2024-02-01,x,2\n2,2024-02-01,y,1\n");
    expect(said).toContain("refunds.csv: this is a table of refunds, and no column of refunded money was recognised");
    expect(said).toContain("--refunded NAME");
  });

  it("names a table that names no order", async () => {
    const said = await refused("refund_id,customer_id,refund_date,amount\nr1,a,2024-02-01,20.00\n");
    expect(said).toContain("refunds.csv: this is a table of refunds, and no column of it names an order in orders.csv");
    expect(said).toContain("--join refunds.csv:COLUMN");
  });

  it("does not count refunds as purchases whose orders are in no table", async () => {
    const said = await refused("refund_id,order_id,customer_id,refund_date,amount\nr1,91,z,2024-02-01,20.00\n");
    expect(said).toContain("no column of it names an order in orders.csv (found: refund_id, order_id");
  });

  it("reads negative rows of orders' own numbers as before, whatever their file is called", async () => {
    const refunds = "order_id,customer_id,order_date,total\n91,a,2024-02-01,-20.00\n";
    const { status, stdout, stderr } = await score({ "orders.csv": ORDERS, "returns.csv": refunds });
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("91,a,2024-02-01,0.00,20.00,-20.00,false,,returns.csv,2");
  });

  it("asks where the orders' amounts are after refunds by their name, with both readings, until --join says that they are not", async () => {
    const refunds = "order_id,refund_date,amount\n2,2024-02-01,20.00\n";
    const said = await refused(refunds, { orders: NET_ORDERS });
    expect(said).toContain(
      'the amounts in orders.csv may be after refunds already: "net_total" may be after refunds; with the 20.00 in refunds.csv, order 2 comes to 50.00 if they are, and to 30.00 if not',
    );
    expect(said).toContain("say --join refunds.csv:order_id");
    const joined = await score({ "orders.csv": NET_ORDERS, "refunds.csv": refunds }, "--join", "refunds.csv:order_id");
    expect(joined.status, joined.stderr).toBe(0);
    expect(joined.stdout).toContain("2,b,2024-02-01,0.00,20.00,-20.00");
  });

  it("asks where most refunded orders have less than was refunded", async () => {
    const orders = ORDERS.replace("50.00", "0.00");
    const said = await refused("order_id,refund_date,amount\n2,2024-02-01,50.00\n", { orders });
    expect(said).toContain("1 of 1 refunded order has less than was refunded");
    expect(said).toContain("order 2 comes to 0.00 if they are, and to -50.00 if not");
  });

  it("refuses refunds that the orders have as negative rows", async () => {
    const orders = `${ORDERS}1,a,2024-02-01,-20.00\n`;
    const said = await refused("order_id,refund_date,amount\n1,2024-02-01,20.00\n", { orders });
    expect(said).toContain(
      "refunds would count twice: order 1 has 20.00 in refunds.csv and the same as a negative amount (orders.csv line 5)",
    );
  });

  it("stops where two tables have other refunds of the same orders, and counts one of two that agree", async () => {
    const refunds = "order_id,refund_date,amount\n1,2024-02-01,20.00\n2,2024-02-01,5.00\n";
    const lines = "order_id,sku,refund_amount\n1,x,15.00\n1,y,4.00\n2,x,5.00\n";
    const files = { "orders.csv": ORDERS, "refunds.csv": refunds };
    const other = await score({ ...files, "refund_lines.csv": lines });
    expect(other.status).toBe(3);
    expect(other.stderr).toContain(
      "refunds may count twice: order 1 has 19.00 in refund_lines.csv, and 20.00 in refunds.csv; the two agree on 1 of 2 orders",
    );
    const same = await score({ ...files, "z_refund_lines.csv": lines.replace("4.00", "5.00") });
    expect(same.stderr).toContain(
      "refunds that are not counted, because refunds.csv has them already: z_refund_lines.csv (they agree on 2 of 2 orders)",
    );
    expect(same.stdout).toContain("1,a,2024-02-01,0.00,20.00,-20.00,false,,refunds.csv,2");
    expect(same.stdout).toContain("1,a,2024-01-15,0.00,20.00,-20.00,false,counted elsewhere,z_refund_lines.csv,2");
  });

  it("skips a table of returned goods in a folder that has their refunds, too", async () => {
    const files = {
      "orders.csv": ORDERS,
      "refunds.csv": "order_id,refund_date,amount\n1,2024-02-01,20.00\n",
      "returned_goods.csv": "return_id,order_id,sku,quantity\n7,1,x,2\n",
    };
    const { status, stdout, stderr } = await score(files);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("1,a,2024-02-01,0.00,20.00,-20.00");
    expect(stderr).toContain("returned_goods.csv was skipped");
  });

  it("asks which of two columns holds the money", async () => {
    const said = await refused("order_id,refund_date,refund_amount,Refund Amount\n1,2024-02-01,20.00,18.00\n");
    expect(said).toContain("--refunded");
  });
});

describe("tables of refunds in a row that can be joined", () => {
  it("reads an export of refunds without rows", async () => {
    const { status, stderr } = await score({ "orders.csv": ORDERS, "refunds.csv": "order_id,refund_date,amount\n" });
    expect(status, stderr).toBe(0);
  });

  it("warns of orders with more refunds than they cost", async () => {
    const refunds = "order_id,refund_date,amount\n1,2024-02-01,20.00\n3,2024-03-01,3.00\n2,2024-02-01,55.00\n";
    const { status, stderr } = await score({ "orders.csv": ORDERS, "refunds.csv": refunds });
    expect(status).toBe(0);
    expect(stderr).toContain("1 order has more refunds than it cost, 5.00 in all");
  });

  it("reads its own pinned command like the folder", async () => {
    const files = { "orders.csv": ORDERS, "refunds.csv": "order_id,refund_date,amount\n1,2024-02-01,20.00\n" };
    await inFolder(files, async (folder) => {
      const { stdout } = await runRfm(["inspect", "."], folder);
      expect(stdout).toMatch(/refunds.csv: refunds,\s+every row/);
      const [, pinned = ""] = /^rfm report (.*)$/m.exec(stdout) ?? [];
      expect(pinned).toContain("--join refunds.csv:order_id");
      const [own, byHand] = [
        await runRfm(["orders", "."], folder),
        await runRfm(["orders", ...pinned.split(" ")], folder),
      ];
      expect(byHand).toMatchObject({ status: 0, stdout: own.stdout });
    });
  });

  it("reads rfm orders of it like the tables", async () => {
    const files = { "orders.csv": ORDERS, "refunds.csv": "order_id,refund_date,amount\n1,2024-02-01,20.00\n2,,1.00\n" };
    await inFolder(files, async (folder) => {
      await runRfm(["orders", ".", "-o", "own.csv"], folder);
      const [own, again] = [await runRfm(["score", "."], folder), await runRfm(["score", "own.csv"], folder)];
      expect(own.stdout).toContain("a,2024-01-15,2024-02-17,0,2,150.00");
      expect(again.stdout).toBe(own.stdout);
    });
  });
});

describe("what is called a table of refunds", () => {
  const HEADER = ["order_id", "day", "amount"];
  it.each([
    "refunds.csv",
    "shop/order_refunds_2024.csv",
    "Returns-2024-01.csv",
    "credit memos.csv",
    "ps_order_slip.csv",
    "creditmemo.csv",
    "hyvitykset.csv",
    "Återbetalningar.csv",
    "Rückerstattungen_2024.csv",
    "remboursements.csv",
    'shop.xlsx, sheet "Refunds"',
  ])("%s", (fileName) => {
    expect(isOfRefunds({ fileName, header: HEADER })).toBe(true);
  });

  it.each([
    "orders.csv",
    "orders_without_returns.csv",
    "orders incl refunds.csv",
    "refunded_orders.csv",
    "return_reasons.csv",
    "returning_customers.csv",
    "net_of_refunds.csv",
    'refunds.xlsx, sheet "Orders"',
  ])("not %s", (fileName) => {
    expect(isOfRefunds({ fileName, header: HEADER })).toBe(false);
  });
});
