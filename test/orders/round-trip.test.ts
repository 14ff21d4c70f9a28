import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/basics/calendar/days.ts";
import { InputError } from "../../src/errors.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import type { ReadOptions } from "../../src/orders/read-orders.ts";
import { openQuestions, someExport, type WrittenExport } from "../support/arbitrary-export.ts";
import { DATE_FORMS } from "../support/date-forms.ts";
import { NUMBER_FORMS } from "../support/number-forms.ts";
import { ledgerNow, readBytes } from "../support/read-bytes.ts";
import { TEXT_ENCODINGS } from "../support/text-bytes.ts";
import { type ExportForm, exportTable, type WrittenOrder, writeExport } from "../support/write-export.ts";

const HUNDREDTH = 100; // in 1/10,000
const SEED = 20_260_304;
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2000 : 100;

/** An order as the table has it: what must be the same after writing and reading. */
interface SameOrder {
  readonly order: string;
  readonly customer: string;
  readonly day: string;
  readonly amount: number;
}

describe("an order table, written as an export and read back", () => {
  it("is the same table in every dialect, encoding, language, row model, number and date form", async () => {
    await fc.assert(
      fc.asyncProperty(someExport(), fc.integer({ min: 1, max: 400 }), async (written, blockSize) => {
        const history = await readBytes(bytesOf(written), answers(written), blockSize);
        expect(readOrdersOf(history)).toEqual(expectedOrders(written));
        expect(history.rejects).toEqual([]);
        expect(ledgerNow(history)).toMatchObject({ rows: expectedRows(written), money: expectedMoney(written) });
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it.each(Object.keys(NUMBER_FORMS))("has its amounts, written as %s", async (numberForm) => {
    const written = sample({ numberForm });
    const history = await readBytes(bytesOf(written), answers(written));
    expect(readOrdersOf(history)).toEqual(expectedOrders(written));
  });

  it.each(Object.keys(DATE_FORMS))("has its days, written as %s", async (dateForm) => {
    const written = sample({ dateForm });
    const history = await readBytes(bytesOf(written), answers(written));
    expect(readOrdersOf(history)).toEqual(expectedOrders(written));
  });

  it.each(TEXT_ENCODINGS.filter((encoding) => encoding !== "iso-8859-1"))(
    "has its customers and prices, written in %s",
    async (encoding) => {
      const plain = sample({ numberForm: "de-DE price" });
      const orders = plain.orders.map((order) => ({ ...order, customer: `Šárka Öst ${order.customer}` }));
      const written = { ...plain, orders, form: { ...plain.form, encoding } };
      const history = await readBytes(bytesOf(written));
      expect(readOrdersOf(history)).toEqual(expectedOrders(written));
    },
  );

  it.each([",", ";", "\t", "|"] as const)(
    "has its columns, though their names and dates have blanks, with %j between them",
    async (delimiter) => {
      const plain = sample({ dateForm: "2026-03-04, 2:05:09 p.m.", numberForm: "cs-CZ" });
      const orders = plain.orders.map((order) => ({ ...order, amount: order.amount % 100_000 }));
      const header = { ...plain.form.header, order: "order_number" };
      const written = { ...plain, orders, form: { ...plain.form, delimiter, header } };
      const history = await readBytes(bytesOf(written));
      expect(readOrdersOf(history)).toEqual(expectedOrders(written));
    },
  );

  it.each(["Total", "Grand total", "Summe", "Yhteensä", "Totalt", "Totaal", "Suma"])(
    "is the same with a last row of totals, %s",
    async (totalsWord) => {
      const plain = sample({});
      const written = { ...plain, form: { ...plain.form, totalsWord } };
      const history = await readBytes(bytesOf(written));
      expect(readOrdersOf(history)).toEqual(expectedOrders(written));
      expect(history.rejects).toEqual([]);
    },
  );
});

describe("an export that leaves a question open", () => {
  it("is refused with the option that settles it, and never guessed", async () => {
    const isOpen = (written: WrittenExport): boolean => {
      const open = openQuestions(written);
      return open.dates || open.numbers;
    };
    await fc.assert(
      fc.asyncProperty(someExport(3).filter(isOpen), async (written) => {
        const { dates } = openQuestions(written);
        const error = await readBytes(bytesOf(written), encodingOption(written)).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(InputError);
        expect(error).toMatchObject({ hint: expect.stringContaining(dates ? "--date-format" : "--decimal") });
      }),
      { numRuns: CASES / 2, seed: SEED },
    );
  });
});

/** Six orders in the plainest file, but for one form. */
function sample({
  numberForm = "plain",
  dateForm = "2026-03-04",
}: {
  numberForm?: string;
  dateForm?: string;
}): WrittenExport {
  const number = NUMBER_FORMS[numberForm] ?? NUMBER_FORMS["plain"];
  const date = DATE_FORMS[dateForm] ?? DATE_FORMS["2026-03-04"];
  if (number === undefined || date === undefined) throw new Error("there is no plain form");
  const amounts = number.decimals === "none" ? [120_000, 5_000, 123_456_700, -4_200, 0, 99_900] : AMOUNTS;
  const orders = amounts.map((amount, index): WrittenOrder => {
    return { order: `A-${index + 1}`, customer: `K-${index % 3}`, day: DAYS[index] ?? 0, amount };
  });
  return { orders, form: { ...PLAIN_FORM, number, date }, numberForm, dateForm };
}

const AMOUNTS = [123_456, 5_000, 123_456_750, -4_250, 0, 99_990];
const DAYS = [20_089, 20_240, 20_516, 20_453, 20_148, 20_178]; // 1 January, 1 June 2025; 4 March, 31 December 2026 …

const PLAIN_FORM: Omit<ExportForm, "number" | "date"> = {
  delimiter: ",",
  quoting: "minimal",
  lineEnd: "\n",
  lastLineEnd: true,
  blankRows: 0,
  blankRowsAre: "empty",
  trailingDelimiters: false,
  preamble: [],
  separatorLine: false,
  encoding: "utf-8",
  gzip: false,
  header: {
    order: "Order ID",
    customer: "Customer ID",
    date: "Order date",
    amount: "Total",
    quantity: "Quantity",
    price: "Price",
    item: "SKU",
    notes: "Notes",
  },
  model: "A",
  product: false,
  blankContinuation: false,
  notes: [],
  totalsWord: null,
};

function bytesOf({ orders, form }: WrittenExport): Buffer {
  const bytes = writeExport(orders, form);
  if (bytes === null) throw new Error(`${form.encoding} lacks a character`);
  return bytes;
}

/** The options for what the export leaves open, and no others. */
function answers(written: WrittenExport): ReadOptions {
  const { dates, numbers } = openQuestions(written);
  const { date, number } = written.form;
  return {
    ...encodingOption(written),
    ...(dates ? { dateFormat: { notation: "calendar", order: date.order } } : {}),
    ...(numbers ? { decimal: number.mark } : {}),
  };
}

function encodingOption(written: WrittenExport): ReadOptions {
  return openQuestions(written).encoding ? { encoding: "iso-8859-15" } : {};
}

function expectedOrders({ orders }: WrittenExport): readonly SameOrder[] {
  return orders
    .map(({ order, customer, day, amount }) => ({
      order,
      customer: customer.includes("@") ? customer.toLowerCase() : customer.replace(/^(\d+)\.0$/, "$1"),
      day: formatDay(day),
      amount: amount * HUNDREDTH,
    }))
    .sort(byOrder);
}

function readOrdersOf({ entries }: OrderHistory): readonly SameOrder[] {
  const used = Array.from({ length: entries.length }, (_, entry) => entry).filter(
    (entry) => entries.reason[entry] === 0,
  );
  return used
    .map((entry) => ({
      order: entries.orderId(entry),
      customer: entries.customerKeys[entries.customer[entry] ?? -1] ?? "",
      day: formatDay(entries.day[entry] ?? 0),
      amount: (entries.net[entry] ?? Number.NaN) + 0, // −0 is 0
    }))
    .sort(byOrder);
}

function byOrder(a: SameOrder, b: SameOrder): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}

function expectedRows({ orders, form }: WrittenExport): number {
  const isCutOff = form.blankRows > 0 && form.blankRowsAre === "empty" && !form.lastLineEnd;
  return exportTable(orders, form).rows.length + 2 * form.blankRows - (isCutOff ? 1 : 0);
}

/** Every order's money once, and that of the totals row, which is set aside. */
function expectedMoney({ orders, form }: WrittenExport): bigint {
  const sum = BigInt(orders.reduce((total, { amount }) => total + amount, 0) * HUNDREDTH);
  return form.totalsWord === null ? sum : sum * 2n;
}
