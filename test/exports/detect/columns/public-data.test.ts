/** Headers and first cells in the form of published data sets and of shops' exports that no platform file describes. */
import { describe, expect, it } from "vitest";
import type { ColumnOptions } from "../../../../src/exports/detect/columns/columns.ts";
import { genericColumns } from "../../../../src/exports/detect/columns/generic-columns.ts";

interface Found {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
}

function sampleOf(header: string, rows: readonly string[]) {
  return { fileName: "a.csv", header: header.split(","), rows: rows.map((row) => row.split(",")) };
}

function found(header: string, rows: readonly string[], options: ColumnOptions = {}): Found {
  const sample = sampleOf(header, rows);
  const { customer, date, amount } = genericColumns(sample, options);
  const name = (column: number | undefined): string => sample.header[column ?? -1] ?? "";
  return {
    customer: name(customer[0]?.[0]),
    date: name(date),
    amount: amount.kind === "sum" ? name(amount.plus[0]) : amount.kind,
  };
}

function asked(header: string, rows: readonly string[], options: ColumnOptions = {}): string {
  try {
    genericColumns(sampleOf(header, rows), options);
  } catch (error) {
    return `${(error as Error).message} ${(error as { readonly hint?: string }).hint}`;
  }
  return "";
}

/** As many rows as ids need to be seen to repeat. */
function rowsOf(row: (at: number) => string): readonly string[] {
  return Array.from({ length: 40 }, (_, at) => row(at));
}

describe("columns of published tables", () => {
  it.each([
    ["customer_id,trans_date,tran_amount", "CS1,13-Mar-23,32", ["customer_id", "trans_date", "tran_amount"]],
    ["t_dat,customer_id,article_id,amt", "2020-01-02,c7,0108775015,19.9", ["customer_id", "t_dat", "amt"]],
    ["Donor ID,Gift Date,Gift Amount", "D1,1/31/2024,50", ["Donor ID", "Gift Date", "Gift Amount"]],
    ["cust,date,spent", "7,2024-01-31,50", ["cust", "date", "spent"]],
    ["household_key,trans_dt,sales_value", "7,2024-01-31,5.5", ["household_key", "trans_dt", "sales_value"]],
    ["Customer ID,Date,Purchase Amount (USD)", "7,2024-01-31,5", ["Customer ID", "Date", "Purchase Amount (USD)"]],
    ["visitorid,timestamp,revenue", "7,1646470610000,5.5", ["visitorid", "timestamp", "revenue"]],
  ])("%s", (header, row, [customer, date, amount]) => {
    expect(found(header, [row])).toEqual({ customer, date, amount });
  });
});

describe("what is asked about published tables", () => {
  it("names an id that repeats, and takes it for no quantity", () => {
    const text = asked(
      "Id,Date,Price",
      rowsOf((at) => `${at % 7},2024-01-${10 + (at % 20)},${at}.50`),
    );
    expect(text).toContain('it could be "Id" (its values repeat: 7 different ones in the first 40 rows)');
    expect(text).toContain("no column for the quantity was recognised name the customer");
  });

  it("names no product, shop or week as a customer before a column that is called an id", () => {
    const text = asked(
      "week,shop,my_key,day,total",
      rowsOf((at) => `${100 + (at % 9)},${300 + (at % 8)},k${at % 7},2024-01-05,${at}.50`),
    );
    expect(text).toMatch(/it could be "my_key" \(its values repeat: 7 .*\) or "week"/);
  });

  it("says where an id never repeats, and takes it in a table of customers", () => {
    const rows = rowsOf((at) => `${5000 + at},${at % 30},${at}.5`);
    const text = asked("ID,orders,spend", rows);
    expect(text).toContain('"ID" differs on every row, as in a table of customers (--table customers)');
    expect(asked("ID,orders,spend,Recency", rows, { table: "customers" })).not.toContain("the customer was");
  });

  it("names dates that are none, with one of them", () => {
    const text = asked(
      "customer_id,DAY,SALES_VALUE",
      rowsOf((at) => `${at % 7},${at},1.50`),
    );
    expect(text).toContain('"DAY" is the date by its name, and its values are not dates (such as "0")');
    expect(text).toContain("a number of days since some start must be turned into a date first");
  });

  it.each([
    ["Japanese", "shift_jis", "’•¶”Ô†,’•¶“úŽž,‡Œv‹àŠz"],
    ["Chinese", "gb18030", "¶©µ¥±àºÅ,¿Í»§±àºÅ,½ð¶î"],
  ])("says how %s may be encoded where names are garbled", (_, encoding, header) => {
    expect(asked(header, ["1,2,3"])).toContain(`--encoding ${encoding}`);
  });

  it("asks about the codes of a status, as about its words", () => {
    const sample = sampleOf("order_id,customer_id,date_added,total,order_status_id", ["1,7,2024-01-02,5.00,3"]);
    expect(genericColumns(sample, {}).status).toBe(4);
  });

  it("asks whether the stages of deals are a status, which it counted all", () => {
    const text = asked("Account ID,Close Date,Stage,Amount", [
      "a,2024-01-02,Closed Won,5.00",
      "b,2024-01-03,Prospecting,6.00",
    ]);
    expect(text).toContain('it could be "Stage" (status words, such as Closed Won)');
  });

  it("names a column of whole numbers by its name, where none has decimals", () => {
    const text = asked("customer_id,date,seats,worth_total", [
      "a,2024-01-02,2,50",
      "b,2024-01-03,3,60",
      "c,2024-01-04,2,40",
    ]);
    expect(text).toContain('by its values it could be "worth_total" (whole numbers, such as 50)');
  });

  it("names who booked, and no number of people", () => {
    const text = asked("Booked by,Persons,Booked on,Total", [
      "Ann B,2,2024-01-02,50",
      "Cy D,2,2024-01-03,60",
      "Ann B,2,2024-01-04,40",
    ]);
    expect(text).toContain('it could be "Booked by" (its name has "booked by")');
    expect(text).not.toContain('Persons"');
  });

  it.each([
    ["Card No", "4242", "4242"],
    ["Household", "Family", "Single"],
    ["Cust", "Retail", "B2B"],
    ["Loyalty No", "None", "None"],
    ["Visitor ID", "v1", "v2"],
    ["Guest ID", "g1", "g2"],
  ])("tells customers apart by their e-mail address, and not by %s", (name, a, b) => {
    const rows = [`2024-01-02,5.00,a@example.com,${a}`, `2024-01-03,6.00,b@example.com,${b}`];
    expect(found(`Date,Total,Email,${name}`, rows).customer).toBe("Email");
  });

  it("takes no cheque's number for an order's id", () => {
    const rows = ["2024-01-02,5.00,a@example.com,17", "2024-01-03,6.00,a@example.com,17"];
    expect(genericColumns(sampleOf("Date,Total,Email,Check No", rows), {}).order).toEqual([]);
  });

  it("takes no kind of customer for an id of one", () => {
    const rows = rowsOf((at) => `2024-01-02,${at}.00,${at % 2 === 0 ? "Retail" : "B2B"}`);
    expect(asked("Date,Total,Cust", rows)).toContain("no column for the customer was recognised");
  });
});

describe("a part of the money, or a number that is none", () => {
  const row = (name: string): string => asked(`order_id,customer_id,order_date,${name}`, ["1,a,2024-01-01,5.10"]);

  it.each([
    ..."freight,Shipping cost,delivery_fee,Tax,VAT amount,discount,Tip,commission,cost of goods,profit".split(","),
    ..."toimituskulut,Rahti,ALV,alennus,fraktkostnad,moms,rabatt,Versandkosten,Mehrwertsteuer,Fracht".split(","),
    ..."frais de port,remise,TVA,gastos de envío,IVA,descuento,verzendkosten,btw,korting".split(","),
    ..."weight,rating,latitude,Distance km,discount_pct,paino,Gewicht".split(","),
  ])("%s is not taken for the amount because nothing else looks like one", (name) => {
    expect(row(name)).toMatch(/no column for the amount was recognised(; by its values it could be| \()/);
  });

  it.each("ordersum,spent,Portfolio,tiptop,rateable".split(","))("%s is", (name) => {
    expect(row(name)).toBe("");
  });
});

describe("a price that grows with the quantity", () => {
  /** Twenty products of prices that differ; the price of the row, or of one item. */
  const shop = (cell: (price: number, count: number) => number): readonly string[] =>
    rowsOf((at) => {
      const [price, count] = [3 + (at % 5) * 7.5, 1 + ((at >> 1) % 4)];
      return `c${at % 9},2024-01-${10 + (at % 20)},${count},${cell(price, count).toFixed(2)}`;
    });
  const header = "customer_id,date,quantity,price";

  it("may be the whole row's: it is asked about, with a row", () => {
    const text = asked(
      header,
      shop((price, count) => price * count),
    );
    expect(text).toContain('"price" is the price of one item by its name, but it grows with "quantity"');
    expect(text).toContain('--amount "price" if it holds the amount of its row');
  });

  it("is not asked about again once it is named", () => {
    const rows = shop((price, count) => price * count);
    expect(found(header, rows, { amount: "price" }).amount).toBe("price");
    expect(found(header, rows, { quantity: "quantity", price: "price" }).amount).toBe("product");
  });

  it("is the price of one item where rows of several have the price of rows of one", () => {
    expect(
      found(
        header,
        shop((price) => price),
      ).amount,
    ).toBe("product");
  });

  it("is the price of one item where no row of one tells", () => {
    const rows = rowsOf((at) => `c${at % 9},2024-01-${10 + (at % 20)},2,${(at + 1) * 3}.50`);
    expect(found(header, rows).amount).toBe("product");
  });
});

describe("a customer's column that is blank", () => {
  const header = "event_date,user_pseudo_id,user_id,transaction_id,revenue";
  const rows = rowsOf((at) => `2024-01-${10 + (at % 20)},p${at % 9},,T${at},${at}.50`);

  it("is not taken while another may hold the customer", () => {
    const text = asked(header, rows);
    expect(text).toContain('"user_id" is the customer by its name, and is blank in the first 40 rows');
    expect(text).toContain('it could be "user_pseudo_id"');
  });

  it("is taken where it is named, where a later row is filled, and where e-mail addresses stand next to it", () => {
    expect(found(header, rows, { customer: "user_id" }).customer).toBe("user_id");
    expect(found(header, [...rows, "2024-02-01,p1,u1,T99,4.00"]).customer).toBe("user_id");
    const withMail = rows.map((row, at) => `${row},m${at % 9}@example.com`);
    expect(asked(`${header},Email`, withMail)).toBe("");
  });
});
