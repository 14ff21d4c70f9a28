/** Tables that belong together, with real headers and made-up rows; every number was worked out by hand from the files. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { accountOf, spendOf } from "../../support/account-of.ts";
import { inFolder } from "../../support/in-process.ts";

const JOINS = fileURLToPath(new URL("../../../fixtures/joins/", import.meta.url));

describe("tables that belong together, read with no option", () => {
  it("takes Olist's person from the customers, and the payments of each order", async () => {
    const history = await readOrders([`${JOINS}olist`]);
    expect(spendOf(history)).toEqual({ u1: [2, "217.83"], u2: [1, "141.46"] });
    expect(accountOf(history)).toEqual({
      read: [25, "973.57"],
      used: [12, "359.29"], // 3 orders, 4 payments, 5 customers that an order names
      "no partner": [2, "99.99"],
      "counted elsewhere": [6, "454.29"],
      "no amount": [1, "0.00"],
      status: [2, "50.00"],
      "no customer": [2, "10.00"],
    });
  });

  it("leaves PrestaShop's totals as they are, beside lines without shipping", async () => {
    const history = await readOrders([`${JOINS}prestashop`]);
    expect(spendOf(history)).toEqual({ "10": [2, "159.90"], "11": [1, "24.50"] });
    expect(accountOf(history)).toEqual({
      read: [13, "449.20"],
      used: [6, "184.40"],
      "no partner": [2, "30.10"],
      "counted elsewhere": [4, "199.70"],
      status: [1, "35.00"],
    });
  });

  it("joins Magento's items by the order's entity_id, and its customers by theirs", async () => {
    const history = await readOrders([`${JOINS}magento`]);
    expect(spendOf(history)).toEqual({ "21": [2, "200.00"], "22": [1, "30.00"], "guest@example.com": [1, "15.50"] });
    expect(accountOf(history)).toEqual({
      read: [13, "651.00"],
      used: [6, "245.50"],
      "counted elsewhere": [6, "330.50"],
      status: [1, "75.00"],
    });
    const customers = history.understanding.joined?.tables.find(({ role }) => role === "customers");
    expect(customers).toMatchObject({ key: "entity_id", ordersKey: "customer_id", rowsWithout: 0, ordersWithout: 1 });
  });

  it("joins files of different kinds", async () => {
    const files = {
      "orders.csv": "order_id,customer_id,order_date,status\n1,7,2024-01-15,paid\n2,8,2024-01-20,paid\n",
      "payments.json": JSON.stringify([
        { order_id: 1, amount: 10.5 },
        { order_id: 1, amount: 4 },
        { order_id: 2, amount: 3 },
      ]),
      "customers.ndjson":
        '{"customer_id":7,"email":"aino@example.com"}\n{"customer_id":9,"email":"otso@example.com"}\n',
    };
    await inFolder(files, async (folder) => {
      const history = await readOrders([folder], { contacts: {} });
      expect(spendOf(history)).toEqual({ "7": [1, "14.50"], "8": [1, "3.00"] });
      expect(accountOf(history)).toMatchObject({ read: [7, "17.50"], used: [6, "17.50"], "no partner": [1, "0.00"] });
      const email = history.orders.contacts?.find(({ field }) => field === "email");
      expect(Array.from(email?.codes ?? [], (code) => email?.values[code] ?? "").sort()).toEqual([
        "",
        "aino@example.com",
      ]);
    });
  });

  it("joins a customers export to orders whose further lines are blank but for their number", async () => {
    const files = {
      "orders.csv":
        "Order ID,Email,Order date,Status,Line total\n1,aino@example.com,2024-01-15,paid,10.00\n1,,,,5.00\n2,eero@example.com,2024-01-20,paid,7.00\n",
      "customers.csv":
        "Email,First Name,City,Total Orders\nAINO@example.com,Aino,Turku,1\notso@example.com,Otso,Oulu,0\n",
    };
    await inFolder(files, async (folder) => {
      const all = await readOrders([folder]);
      expect(spendOf(all)).toEqual({ "aino@example.com": [1, "15.00"], "eero@example.com": [1, "7.00"] });
      expect(all.understanding.joined?.tables).toMatchObject([{ rows: 2, rowsWithout: 1, ordersWithout: 1 }]);
      const some = await readOrders([folder], { where: [{ column: "City", values: ["Turku"] }], keep: ["City"] });
      expect(spendOf(some)).toEqual({ "aino@example.com": [1, "15.00"] });
      expect(accountOf(some)).toMatchObject({ used: [3, "15.00"], filtered: [1, "7.00"] });
      expect(some.orders.kept?.[0]?.values).toEqual(["Turku", "Oulu"]);
    });
  });

  it("counts orders and payments once that two months of a table have, in the newer state", async () => {
    const files = {
      "orders-1.csv": "order_id,customer_id,order_date,status\n1,a,2024-01-15,pending\n2,b,2024-01-20,paid\n",
      "orders-2.csv": "order_id,customer_id,order_date,status\n1,a,2024-01-15,paid\n3,a,2024-02-20,paid\n",
      "payments-1.csv": "payment_id,order_id,amount\np1,1,10.00\np2,2,20.00\n",
      "payments-2.csv": "payment_id,order_id,amount\np1,1,10.00\np3,3,5.00\n",
    };
    await inFolder(files, async (folder) => {
      const history = await readOrders([folder]);
      expect(spendOf(history)).toEqual({ a: [2, "15.00"], b: [1, "20.00"] });
      // the older record of order 1 is pending, which is the first reason that applies
      expect(accountOf(history)).toEqual({
        read: [8, "45.00"],
        used: [6, "35.00"],
        status: [1, "0.00"],
        duplicate: [1, "10.00"],
      });
    });
  });

  it("sets an order whose amounts are all set aside aside with them, for the first reason that applies", async () => {
    const files = {
      "orders.csv":
        "order_id,customer_id,order_date,status,shop\n1,a,2024-01-15,paid,A\n2,b,2024-01-20,paid,A\n3,a,2024-01-21,paid,B\n4,b,2024-01-22,paid,B\n5,b,2024-01-23,cancelled,A\n6,b,2024-01-24,paid,A\n",
      "payments.csv":
        "payment_id,order_id,amount,type\np1,1,10.00,card\np2,2,20.00,voucher\np3,3,5.00,card\np4,6,4.00,card\np5,6,1.00,voucher\n",
    };
    const where = [
      { column: "type", values: ["card"] },
      { column: "shop", values: ["A"] },
    ];
    await inFolder(files, async (folder) => {
      const history = await readOrders([folder], { where });
      expect(spendOf(history)).toEqual({ a: [1, "10.00"], b: [1, "4.00"] });
      expect(accountOf(history)).toEqual({
        read: [11, "40.00"],
        used: [4, "14.00"], // orders 1 and 6 with a payment each
        filtered: [5, "26.00"], // order 2 with its voucher, order 3 with its card, the voucher of order 6
        "no amount": [2, "0.00"], // orders 4 and 5, which nobody paid: it comes before the filter and the status
      });
    });
  });

  it("joins bare ids of a database to the columns that name them", async () => {
    const history = await readOrders([`${JOINS}database`]);
    expect(spendOf(history)).toEqual({ "1": [2, "38.25"], "2": [1, "10.00"] }); // 2 × 10 + 5.50 + 3 × 4.25; 10
    expect(accountOf(history)).toEqual({ read: [12, "52.50"], used: [10, "48.25"], status: [2, "4.25"] });
  });
});
