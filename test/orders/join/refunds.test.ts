/** Refunds in a table of their own: every number was worked out by hand from the files above it. */
import { describe, expect, it } from "vitest";
import { formatDay } from "../../../src/basics/calendar/days.ts";
import { formatAmount } from "../../../src/basics/money/amount.ts";
import { collectConditions } from "../../../src/options/condition-values.ts";
import type { OrderHistory } from "../../../src/orders/history.ts";
import { type ReadOptions, readOrders } from "../../../src/orders/read-orders.ts";
import { accountOf, spendOf } from "../../support/account-of.ts";
import { inFolder, runRfm } from "../../support/in-process.ts";

type Files = Readonly<Record<string, string>>;

/** The orders and dated refunds that count, as `order day net`. */
function entriesOf({ orders }: OrderHistory): readonly string[] {
  return Array.from(
    { length: orders.length },
    (_, at) =>
      `${orders.orderId?.(at)} ${formatDay(orders.day[at] as number)} ${formatAmount(orders.amount[at] as number)}`,
  ).sort();
}

async function read<T>(files: Files, options: ReadOptions, look: (history: OrderHistory) => T): Promise<T> {
  return await inFolder(files, async (folder) => look(await readOrders([folder], options)));
}

async function refused(files: Files, ...args: readonly string[]): Promise<string> {
  return await inFolder(files, async (folder) => {
    const { status, stdout, stderr } = await runRfm(["score", ".", ...args], folder);
    expect(status, stderr).toBe(3);
    expect(stdout).toBe("");
    return stderr;
  });
}

const ORDERS = `order_id,customer_id,order_date,total
1,a,2024-01-15,100.00
2,b,2024-01-16,50.00
3,a,2024-02-17,70.00
4,c,2024-03-01,30.00
`;
const REFUNDS = `refund_id,order_id,refund_date,amount
r1,1,2024-01-15,10.00
r2,1,2024-02-01,20.00
r3,2,2024-01-10,5.00
r4,9,2024-04-10,8.00
`;
/** 1: 100 − 10 on its day, 20 later; 2: 50 − 5, for a refund cannot be before its order; 9 is not there. */
const ENTRIES = [
  "1 2024-01-15 90.00",
  "1 2024-02-01 -20.00",
  "2 2024-01-16 45.00",
  "3 2024-02-17 70.00",
  "4 2024-03-01 30.00",
];
const SPEND = { a: [2, "140.00"], b: [1, "45.00"], c: [1, "30.00"] };
const ACCOUNT = { read: [8, "207.00"], used: [7, "215.00"], "no partner": [1, "-8.00"] };

describe("refunds in a table of their own", () => {
  it("makes each row a negative row of its order, on the later of both days", async () => {
    await read({ "orders.csv": ORDERS, "refunds.csv": REFUNDS }, {}, (history) => {
      expect(entriesOf(history)).toEqual(ENTRIES);
      expect(spendOf(history)).toEqual(SPEND);
      expect(accountOf(history)).toEqual(ACCOUNT);
      expect(history.understanding.joined?.tables).toMatchObject([
        { role: "refunds", key: "order_id", rows: 4, rowsWithout: 1, ordersWithout: 2, agreement: null },
      ]);
      expect(formatDay(history.orders.lastDay)).toBe("2024-03-01"); // and not that of an order of which nothing is known
    });
  });

  it.each([
    [
      "a customer and a date, as orders have",
      "x,1,a,2024-01-15,10.00\nx,1,a,2024-02-01,20.00\nx,2,b,2024-01-10,5.00\nx,9,z,2024-04-10,8.00\n",
      "refund_id,order_id,customer_id,refund_date,amount\n",
    ],
    [
      "negative amounts",
      "1,2024-01-15,-10.00\n1,2024-02-01,-20.00\n2,2024-01-10,-5.00\n9,2024-04-10,-8.00\n",
      "order_id,refunded_at,amount\n",
    ],
    [
      "a name of refunded money beside the order's total",
      "1,100.00,2024-01-15,10.00\n1,100.00,2024-02-01,20.00\n2,50.00,2024-01-10,5.00\n9,9.00,2024-04-10,8.00\n",
      "order_id,order_total,refund_date,refund_amount\n",
    ],
    [
      "quantity × price",
      "1,2024-01-15,2,5.00\n1,2024-02-01,1,20.00\n2,2024-01-10,1,5.00\n9,2024-04-10,4,2.00\n",
      "order_id,return_date,quantity,unit_price\n",
    ],
  ])("reads those with %s", async (_, rows, header) => {
    await read({ "orders.csv": ORDERS, "order_refunds_2024.csv": header + rows }, {}, (history) => {
      expect(entriesOf(history)).toEqual(ENTRIES);
      expect(accountOf(history)).toEqual(ACCOUNT);
    });
  });

  it("gives the same whatever the files are called, and whichever comes first", async () => {
    await read({ "z-orders.csv": ORDERS, "credit-memos.csv": REFUNDS }, {}, (history) => {
      expect(entriesOf(history)).toEqual(ENTRIES);
      expect(accountOf(history)).toEqual(ACCOUNT);
    });
  });

  it("lowers the order where the table has no day", async () => {
    const refunds = "order_id,refund_amount\n1,30.00\n2,50.00\n";
    await read({ "orders.csv": ORDERS, "returned.csv": refunds }, {}, (history) => {
      expect(entriesOf(history)).toEqual(["1 2024-01-15 70.00", "3 2024-02-17 70.00", "4 2024-03-01 30.00"]);
      expect(spendOf(history)).toEqual({ a: [2, "140.00"], c: [1, "30.00"] }); // nothing is left of order 2
      expect(accountOf(history)).toEqual({ read: [6, "170.00"], used: [4, "170.00"], "zero amount": [2, "0.00"] });
    });
  });

  it("is set aside with an order that does not count, and where --refunds ignore says so", async () => {
    const orders = ORDERS.replace("total\n", "total,status\n")
      .replaceAll(/(\d\d)\n(?=.)/g, "$1,paid\n")
      .replace(/30.00\n$/, "30.00,paid\n")
      .replace("50.00,paid", "50.00,cancelled");
    const files = { "orders.csv": orders, "refunds.csv": REFUNDS };
    await read(files, {}, (history) => {
      expect(spendOf(history)).toEqual({ a: [2, "140.00"], c: [1, "30.00"] });
      expect(accountOf(history)).toEqual({
        read: [8, "207.00"],
        used: [5, "170.00"],
        "no partner": [1, "-8.00"],
        status: [2, "45.00"],
      });
    });
    // A status says that something went back, and the table how much: order 2 is worth 50 − 5.
    const refunded = orders.replace("cancelled", "refunded");
    await read({ "orders.csv": refunded, "refunds.csv": REFUNDS }, {}, (history) => {
      expect(spendOf(history)).toEqual(SPEND);
      expect(accountOf(history)).toEqual(ACCOUNT);
    });
    await read({ "orders.csv": ORDERS, "refunds.csv": REFUNDS }, { refunds: "ignore" }, (history) => {
      expect(spendOf(history)).toEqual({ a: [2, "170.00"], b: [1, "50.00"], c: [1, "30.00"] });
      expect(accountOf(history)).toMatchObject({ used: [4, "250.00"], "refund ignored": [3, "-35.00"] });
    });
  });

  it("takes refunds off orders of several lines, whether the lines add up or repeat the total", async () => {
    const lines =
      "order_id,customer_id,order_date,sku,line_total\n1,a,2024-01-15,x,60.00\n1,a,2024-01-15,y,40.00\n2,b,2024-01-16,x,50.00\n";
    const totals =
      "order_id,customer_id,order_date,sku,order_total\n1,a,2024-01-15,x,100.00\n1,a,2024-01-15,y,100.00\n2,b,2024-01-16,x,50.00\n";
    const refunds = "order_id,refund_date,amount\n1,2024-01-15,10.00\n1,2024-02-01,20.00\n1,2024-01-15,0.00\n";
    for (const orders of [lines, totals]) {
      for (const name of ["a-refunds.csv", "refunds.csv"]) {
        await read({ "orders.csv": orders, [name]: refunds }, {}, (history) => {
          expect(entriesOf(history)).toEqual(["1 2024-01-15 90.00", "1 2024-02-01 -20.00", "2 2024-01-16 50.00"]);
          expect(accountOf(history)).toEqual({ read: [6, "120.00"], used: [6, "120.00"] });
        });
      }
    }
  });

  it("counts refunds once that two months of the table have, and orders that two months have", async () => {
    const [header, first = "", second = "", ...others] = ORDERS.trim().split("\n");
    const [refundHeader, ...refunds] = REFUNDS.trim().split("\n");
    const files = {
      "orders-1.csv": [header, first, second].join("\n"),
      "orders-2.csv": [header, second, ...others].join("\n"),
      "refunds-1.csv": [refundHeader, ...refunds.slice(0, 3)].join("\n"),
      "refunds-2.csv": [refundHeader, ...refunds.slice(1)].join("\n"),
    };
    await read(files, {}, (history) => {
      expect(entriesOf(history)).toEqual(ENTRIES);
      expect(accountOf(history)).toMatchObject({ used: [7, "215.00"], duplicate: [3, "25.00"] });
    });
  });

  it("leaves out refunds that were not paid out, by a status of their own", async () => {
    const refunds =
      "order_id,refund_date,amount,status\n1,2024-02-01,20.00,completed\n1,2024-02-03,30.00,failed\n3,2024-03-01,7.00,refunded\n";
    await read({ "orders.csv": ORDERS, "refunds.csv": refunds }, {}, (history) => {
      expect(spendOf(history)).toEqual({ a: [2, "143.00"], b: [1, "50.00"], c: [1, "30.00"] });
      expect(accountOf(history)).toMatchObject({ status: [1, "-30.00"] });
    });
    const said = await refused({ "orders.csv": ORDERS, "refunds.csv": refunds.replace("failed", "stage 4") });
    expect(said).toContain(
      'refunds.csv line 3: "status" is "stage 4", which does not say whether the refund of 30.00 was paid out',
    );
  });

  it("has its own money where --quantity and --price are the orders', of which it has the quantity only", async () => {
    const orders =
      "order_id,date,customer_id,sku,quantity,price\n1,2024-01-01,a,x,2,25.00\n1,2024-01-01,a,y,1,10.00\n2,2024-01-02,b,x,2,25.00\n";
    const refunds = "refund_id,order_id,date,sku,quantity,amount\nr1,1,2024-02-20,x,2,50.00\n";
    const options = { quantity: "quantity", price: "price" };
    await read({ "orders.csv": orders, "refunds.csv": refunds }, options, (history) => {
      expect(spendOf(history)).toEqual({ a: [1, "10.00"], b: [1, "50.00"] });
    });
  });

  describe("that were not paid out", () => {
    const orders = (second: string): string =>
      `order_id,customer_id,order_date,total,status\n1,a,2024-01-15,100.00,refunded\n2,b,2024-01-16,50.00,${second}\n3,a,2024-02-17,70.00,partially refunded\n4,c,2024-03-01,30.00,paid\n`;
    const header = "order_id,refund_date,amount,status\n";
    const unpaid = (status: string): string => `${header}1,2024-02-01,100.00,${status}\n3,2024-03-01,7.00,${status}\n`;
    const paid = "2,2024-02-02,20.00,completed\n";

    // A refunded order of which the table has nothing that was paid out is set aside, as where it has no row at all.
    it.each([
      ["failed", null],
      ["pending", null],
      ["failed", "status!=failed"],
      ["stage 4", "status!=stage 4"],
    ])("say nothing of their orders: %s, --where %s", async (status, where) => {
      const options = where === null ? {} : { where: collectConditions(where, []) };
      const only = { "orders.csv": orders("paid"), "refunds.csv": unpaid(status) };
      await read(only, options, (history) => {
        expect(spendOf(history)).toEqual({ a: [1, "70.00"], b: [1, "50.00"], c: [1, "30.00"] });
        expect(accountOf(history)).toMatchObject({ used: [3, "150.00"], status: [3, "-7.00"] });
        expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 700_000n });
      });
      const mixed = { "orders.csv": orders("refunded"), "refunds.csv": unpaid(status) + paid };
      await read(mixed, options, (history) => {
        expect(spendOf(history)).toEqual({ a: [1, "70.00"], b: [1, "30.00"], c: [1, "30.00"] });
        expect(history.understanding.partlyRefunded).toEqual({ orders: 1, money: 700_000n });
      });
    });

    it("take nothing from what a paid one says of the same order", async () => {
      const refunds = `${unpaid("failed")}1,2024-02-03,100.00,completed\n3,2024-03-02,7.00,completed\n`;
      await read({ "orders.csv": orders("paid"), "refunds.csv": refunds }, {}, (history) => {
        expect(spendOf(history)).toEqual({ a: [2, "63.00"], b: [1, "50.00"], c: [1, "30.00"] });
        expect(history.understanding.partlyRefunded).toBeNull();
      });
    });
  });

  it("takes margins of refunds as what was given back", async () => {
    const orders = ORDERS.replace("total\n", "total,margin\n").replaceAll(/(\d0\.00)\n/g, "$1,5.00\n");
    await read({ "orders.csv": orders, "refunds.csv": REFUNDS }, { margin: "margin" }, ({ orders: { margin } }) => {
      // 5 − 10 and −20 of order 1, 5 − 5 of order 2, 5 and 5
      expect(Array.from(margin ?? [], (one) => one / 10_000).sort((a, b) => a - b)).toEqual([-20, -5, 0, 5, 5]);
    });
  });
});

describe("platforms' tables of refunds, read with no option", () => {
  it("takes a shop's refunds, negative as WooCommerce has them, by the order that is their parent", async () => {
    const files = {
      "orders.csv":
        "id,customer_id,date_created,status,total\n11,7,2024-01-05,completed,80.00\n12,8,2024-01-09,completed,20.00\n",
      "refunds.csv": "id,parent_id,date_created,total\n31,11,2024-02-01,-15.00\n32,12,2024-01-09,-20.00\n",
    };
    await read(files, {}, (history) => {
      expect(spendOf(history)).toEqual({ "7": [1, "65.00"] });
      expect(accountOf(history)).toEqual({ read: [4, "65.00"], used: [2, "65.00"], "zero amount": [2, "0.00"] });
    });
  });

  it("takes PrestaShop's order slips, with the shipping that went back", async () => {
    const files = {
      "ps_orders.csv":
        "id_order,reference,id_customer,id_currency,total_paid_tax_incl,valid,date_add\n1,R1,10,1,59.900000,1,2024-01-05 10:00:00\n2,R2,11,1,24.500000,1,2024-02-11 18:30:00\n3,R3,10,1,35.000000,0,2024-03-04 12:00:00\n",
      "ps_order_slip.csv":
        "id_order_slip,conversion_rate,id_customer,id_order,total_products_tax_excl,total_products_tax_incl,total_shipping_tax_excl,total_shipping_tax_incl,shipping_cost,amount,shipping_cost_amount,partial,order_slip_type,date_add,date_upd\n1,1.000000,10,1,8.000000,10.000000,4.000000,5.000000,1,10.000000,5.000000,1,0,2024-02-01 09:00:00,2024-02-02 09:00:00\n2,1.000000,10,3,28.000000,35.000000,0.000000,0.000000,0,35.000000,0.000000,0,0,2024-03-05 09:00:00,2024-03-05 09:00:00\n",
    };
    await read(files, {}, (history) => {
      expect(entriesOf(history)).toEqual(["1 2024-01-05 59.90", "1 2024-02-01 -15.00", "2 2024-02-11 24.50"]);
      expect(accountOf(history)).toEqual({ read: [5, "69.40"], used: [3, "69.40"], status: [2, "0.00"] });
    });
  });

  const CREDIT_MEMOS =
    "entity_id,store_id,order_id,base_grand_total,grand_total,creditmemo_status,state,base_currency_code,increment_id,created_at\n7,1,2,10.0000,10.0000,,2,EUR,000000007,2024-03-01 10:00:00\n8,1,2,4.0000,4.0000,,3,EUR,000000008,2024-03-02 10:00:00\n";
  const SALES_ORDER = (refunded: string): string =>
    `entity_id,status,customer_id,base_grand_total,base_total_refunded,base_currency_code,customer_email,increment_id,created_at\n1,complete,21,120.0000,,EUR,aino@example.com,000000001,2024-01-10 08:00:00\n2,processing,22,40.0000,${refunded},EUR,eero@example.com,000000002,2024-02-14 20:15:00\n`;

  it("does not count Magento's credit memos again that its orders have, unless --refunded none says so", async () => {
    const files = { "sales_order.csv": SALES_ORDER("10.0000"), "sales_creditmemo.csv": CREDIT_MEMOS };
    await read(files, {}, (history) => {
      expect(entriesOf(history)).toEqual(["1 2024-01-10 120.00", "2 2024-02-14 30.00"]);
      expect(accountOf(history)).toEqual({
        read: [4, "136.00"],
        used: [2, "150.00"],
        "counted elsewhere": [1, "-10.00"],
        status: [1, "-4.00"],
      });
      expect(history.understanding.joined?.tables).toMatchObject([
        { role: "refunds", agreement: { orders: 1, agreeing: 1 } },
      ]);
    });
    await read(files, { refunded: "none" }, (history) => {
      expect(entriesOf(history)).toEqual(["1 2024-01-10 120.00", "2 2024-02-14 40.00", "2 2024-03-01 -10.00"]);
    });
  });

  it("stops where the orders and the table say something else, with both amounts", async () => {
    const said = await refused({ "sales_order.csv": SALES_ORDER("12.0000"), "sales_creditmemo.csv": CREDIT_MEMOS });
    expect(said).toContain(
      'refunds would count twice: order 2 has 12.00 refunded by "base_total_refunded" of sales_order.csv, and 10.00 by sales_creditmemo.csv; they agree on 0 of 1 orders',
    );
    expect(said).toContain("--refunded none");
  });

  it("does not count refunds again that Shopify's export has", async () => {
    const files = {
      "orders_export.csv":
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount\n#1001,aino@example.com,partially_refunded,2024-01-05 10:00:00 +0200,fulfilled,EUR,50.00,0.00,0.00,50.00,2024-01-05 10:00:00 +0200,1,Mug,50.00,12.00\n#1002,eero@example.com,paid,2024-01-06 10:00:00 +0200,fulfilled,EUR,20.00,0.00,0.00,20.00,2024-01-06 10:00:00 +0200,1,Mug,20.00,0.00\n",
      "refunds.csv": "Refund ID,Order,Created At,Amount\n91,#1001,2024-02-02,12.00\n",
    };
    await read(files, {}, (history) => {
      expect(spendOf(history)).toEqual({ "aino@example.com": [1, "38.00"], "eero@example.com": [1, "20.00"] });
      expect(accountOf(history)).toMatchObject({ used: [2, "58.00"], "counted elsewhere": [1, "-12.00"] });
    });
  });
});
