import { describe, expect, it } from "vitest";
import { InputError, MissingColumnError } from "../../../../src/errors.ts";
import type { ColumnOptions, ColumnRoles } from "../../../../src/exports/detect/columns/columns.ts";
import { genericColumns, recognisedNames } from "../../../../src/exports/detect/columns/generic-columns.ts";

/** The columns found in a header above these rows. */
function find(header: string, options: ColumnOptions = {}, rows: readonly string[] = []): ColumnRoles {
  const sample = { fileName: "a.csv", header: header.split(","), rows: rows.map((row) => row.split(",")) };
  return genericColumns(Object.freeze(sample), options);
}

/** The columns found in a header, as names instead of indexes. */
function columnsOf(header: string, options: ColumnOptions = {}): unknown {
  const cells = header.split(",");
  const name = (index: number): string => cells[index] ?? "none";
  const chain = (columns: readonly number[]): string | null => columns.map(name).join(", else ") || null;
  const { customer, order, date, amount, status, currency, refunded } = find(header, options);
  expect(customer.map((columns) => columns.length)).toEqual(customer.map(() => 1));
  if (amount.kind === "sum") expect([amount.plus.length, amount.minus.length]).toEqual([1, 0]);
  return {
    customer: chain(customer.flat()),
    order: chain(order),
    date: name(date),
    amount:
      amount.kind === "sum"
        ? `${chain(amount.plus)} per ${amount.per}`
        : amount.kind === "none" || amount.kind === "uncounted"
          ? amount.kind
          : `${name(amount.quantity)} × ${name(amount.price)}`,
    ...(status === null ? {} : { status: name(status) }),
    ...(currency === null ? {} : { currency: name(currency) }),
    ...(refunded === null ? {} : { refunded: refunded.kind === "column" ? name(refunded.column) : refunded }),
  };
}

describe("genericColumns", () => {
  it("finds the columns of the UCI retail data", () => {
    expect(columnsOf("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")).toEqual({
      customer: "CustomerID",
      order: "InvoiceNo",
      date: "InvoiceDate",
      amount: "Quantity × UnitPrice",
    });
  });

  it("finds an order's total, status, currency and refund", () => {
    const header = "Order ID,Email,Order Date,Total,Currency,Financial Status,Refunded Amount,Customer ID";
    expect(columnsOf(header)).toEqual({
      customer: "Customer ID, else Email",
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
    const without = (header: string) => () => find(header);
    expect(without("customer id,amount")).toThrow(MissingColumnError);
    expect(without("customer id,amount")).toThrow(/a\.csv: no column for the order date .*found: customer id, amount/);
    expect(without("date,amount")).toThrow(expect.objectContaining({ hint: expect.stringContaining("--customer") }));
    expect(without("date,customer id")).toThrow(expect.objectContaining({ hint: expect.stringContaining("--amount") }));
  });

  it("says when a named column is not there", () => {
    const named = () => find("date,amount,email", { customer: "Client" });
    expect(named).toThrow(/a\.csv: no column "Client" for --customer \(found: date, amount, email\)/);
    expect(named).toThrow(expect.objectContaining({ column: "Client", found: ["date", "amount", "email"] }));
  });

  it("does not choose between two columns of the same name that differ", () => {
    const differing = () => find("date,total,email,total", {}, ["2026-03-01,1,a@b.fi,1", "2026-03-01,1,a@b.fi,2"]);
    expect(differing).toThrow(InputError);
    expect(differing).toThrow(/two columns.*"total"/);
  });

  it("takes the first of two columns of the same name and the same values", () => {
    const { amount } = find("date,total,email,total", {}, ["2026-03-01,1,a@b.fi,1", "2026-03-01,2,a@b.fi,2"]);
    expect(amount).toEqual({ kind: "sum", plus: [1], minus: [], per: "order" });
  });
});

describe("recognisedNames", () => {
  it("counts the cells that are names of some column", () => {
    expect(recognisedNames(["InvoiceNo", "StockCode", "Quantity", "Country"])).toBe(2);
    expect(recognisedNames(["536365", "85123A", "6"])).toBe(0);
  });
});
