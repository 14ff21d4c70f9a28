import { describe, expect, it } from "vitest";
import { InputError, MissingColumnError } from "../../../src/errors.ts";
import {
  type ColumnOptions,
  columnNamed,
  recognisedNames,
  resolveColumns,
} from "../../../src/orders/detect/columns.ts";
import { readLines, spendOf } from "../../support/read-csv.ts";

/** The columns found in a header, as names instead of indexes. */
function columnsOf(header: string, options: ColumnOptions = {}): unknown {
  const cells = Object.freeze(header.split(","));
  const name = (index: number | null): string | null => (index === null ? null : (cells[index] ?? "none"));
  const { customer, email, order, date, amount, status, currency, refunded } = resolveColumns("a.csv", cells, options);
  return {
    customer: name(customer),
    email: name(email),
    order: name(order),
    date: name(date),
    amount:
      amount.kind === "column"
        ? `${name(amount.column)} per ${amount.per}`
        : `${name(amount.quantity)} × ${name(amount.price)}`,
    ...(status === null ? {} : { status: name(status) }),
    ...(currency === null ? {} : { currency: name(currency) }),
    ...(refunded === null ? {} : { refunded: name(refunded) }),
  };
}

describe("resolveColumns", () => {
  it("finds the columns of the UCI retail data", () => {
    expect(columnsOf("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")).toEqual({
      customer: "CustomerID",
      email: null,
      order: "InvoiceNo",
      date: "InvoiceDate",
      amount: "Quantity × UnitPrice",
    });
  });

  it("finds an order's total, status, currency and refund", () => {
    const header = "Order ID,Email,Order Date,Total,Currency,Financial Status,Refunded Amount,Customer ID";
    expect(columnsOf(header)).toEqual({
      customer: "Customer ID",
      email: "Email",
      order: "Order ID",
      date: "Order Date",
      amount: "Total per order",
      status: "Financial Status",
      currency: "Currency",
      refunded: "Refunded Amount",
    });
  });

  it("takes the e-mail for the customer where there is no other key", () => {
    expect(columnsOf("Tilausnumero,Päivämäärä,Sähköposti,Summa")).toEqual({
      customer: "Sähköposti",
      email: null,
      order: "Tilausnumero",
      date: "Päivämäärä",
      amount: "Summa per undecided",
    });
  });

  it("prefers a whole order's total to a line's, and either to quantity × price", () => {
    const rest = "order id,customer id,date";
    expect(columnsOf(`${rest},line total,total,quantity,price`)).toMatchObject({ amount: "total per order" });
    expect(columnsOf(`${rest},line total,quantity,price`)).toMatchObject({ amount: "line total per line" });
    expect(columnsOf(`${rest},amount,line total`)).toMatchObject({ amount: "line total per line" });
    expect(columnsOf(`${rest},quantity,price`)).toMatchObject({ amount: "quantity × price" });
    expect(columnsOf(`${rest},price`)).toMatchObject({ amount: "price per undecided" });
  });

  it("takes the columns that the user named, whatever else there is", () => {
    const header = "a,b,c,d,e,f,g,h,total";
    const options = {
      customer: "a",
      order: "B",
      date: " c ",
      amount: "d",
      status: "e",
      currencyColumn: "f",
      refunded: "g",
    };
    expect(columnsOf(header, options)).toEqual({
      customer: "a",
      email: null,
      order: "b",
      date: "c",
      amount: "d per undecided",
      status: "e",
      currency: "f",
      refunded: "g",
    });
    const product = { customer: "a", date: "c", quantity: "d", price: "e" };
    expect(columnsOf(header, product)).toMatchObject({ amount: "d × e" });
  });

  it("does not need an order id", () => {
    expect(columnsOf("customer id,date,amount")).toMatchObject({ order: null });
  });

  it("says which column is missing, what it found, and which option names it", () => {
    const without = (header: string) => () => resolveColumns("a.csv", header.split(","), {});
    expect(without("customer id,amount")).toThrow(MissingColumnError);
    expect(without("customer id,amount")).toThrow(/a\.csv: no column for the order date .*found: customer id, amount/);
    expect(without("date,amount")).toThrow(expect.objectContaining({ hint: expect.stringContaining("--customer") }));
    expect(without("date,customer id")).toThrow(expect.objectContaining({ hint: expect.stringContaining("--amount") }));
  });

  it("says when a named column is not there", () => {
    const named = () => resolveColumns("a.csv", ["date", "amount", "email"], { customer: "Client" });
    expect(named).toThrow(/a\.csv: no column "Client" for --customer \(found: date, amount, email\)/);
    expect(named).toThrow(expect.objectContaining({ column: "Client", found: ["date", "amount", "email"] }));
  });

  it("does not choose between two columns of the same name", () => {
    expect(() => resolveColumns("a.csv", ["date", "total", "email", "total"], {})).toThrow(InputError);
    expect(() => resolveColumns("a.csv", ["date", "total", "email", "total"], {})).toThrow(/two columns.*"total"/);
  });
});

describe("columnNamed", () => {
  it("goes by the exact name first, then without case", () => {
    const header = ["Total", "total", "TOTAL ", "Sum"];
    const find = (option: string): number => columnNamed("a.csv", header, { option, flag: "--amount" });
    expect([find("total"), find("Total"), find("TOTAL"), find("SUM")]).toEqual([1, 0, 2, 3]);
  });
});

describe("recognisedNames", () => {
  it("counts the cells that are names of some column", () => {
    expect(recognisedNames(["InvoiceNo", "StockCode", "Quantity", "Country"])).toBe(2);
    expect(recognisedNames(["536365", "85123A", "6"])).toBe(0);
  });
});

describe("guests", () => {
  const lines = Object.freeze([
    "order_id,customer_id,email,order_date,total",
    "1,7,anna@example.com,2026-03-01,1.00",
    "2,0,Guest@Example.com ,2026-03-01,2.00",
    "3,,guest@example.com,2026-03-02,4.00",
    "4,0,,2026-03-02,8.00",
  ]);

  it("with id 0 or blank are known by their e-mail", async () => {
    expect(spendOf(await readLines(lines))).toEqual({ "7": "1 × 1.00", "guest@example.com": "2 × 6.00" });
  });

  it("are known by their e-mail too where the user names the column that was found anyway", async () => {
    const history = await readLines(lines, { customer: "customer_id" });
    expect(spendOf(history)).toEqual({ "7": "1 × 1.00", "guest@example.com": "2 × 6.00" });
  });
});
