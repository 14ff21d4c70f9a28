import { hashed, shuffled } from "../random.ts";

/** One row of a generated file: an order, or a line of one. One object is filled again for every row. */
export interface Sale {
  order: number;
  /** 0 for an order's first line. */
  line: number;
  customer: number;
  /** Days since the first day of the file. */
  day: number;
  second: number;
  /** Of the whole order, in cents. */
  total: number;
  /** Of one piece of this line, in cents. */
  price: number;
  quantity: number;
  state: "paid" | "partly refunded" | "unpaid" | "cancelled";
  /** Cents given back. */
  refunded: number;
}

/** Three years, which end on a Tuesday. */
export const FIRST_DAY = new Date(Date.UTC(2022, 0, 1));
export const DAYS = 1096;

/** How the rows of a file follow each other. */
export type Arrangement =
  | "an order a row, oldest first"
  | "an order a row, shuffled"
  | "an order a row, by customer"
  | "some orders of two rows, newest first"
  | "lines, oldest first"
  | "lines, shuffled";

/** Lines of six orders after one another; line items average 2.5 an order. */
const LINES = [1, 2, 3, 4, 2, 3];
const LINES_TOGETHER = LINES.reduce((sum, lines) => sum + lines, 0);
const PLACES = LINES.flatMap((lines, order) => Array.from({ length: lines }, (_, line) => ({ order, line })));

const ROWS_A_CUSTOMER = 10;

/** How many customers a file of so many rows has to draw from. */
export function customersOf(rows: number): number {
  return Math.max(1, Math.round(rows / ROWS_A_CUSTOMER));
}

/**
 * The sales of a file, row by row, the same for the same arguments. After the rows asked for, one more may follow, of a
 * customer of its own: it keeps the number of customers who count from being one more than a multiple of 5. No quintile
 * then falls exactly on one customer, where the peers' floating-point quantiles could land a hair beside it.
 */
export function* salesOf(arrangement: Arrangement, rows: number, population = customersOf(rows)): Generator<Sale> {
  const place = placesOf(arrangement, rows);
  const orders = place(arrangement === "some orders of two rows, newest first" ? 0 : rows - 1).order + 1;
  const scatter = scatterOf(arrangement, rows, population);
  const counted = new Uint8Array(population);
  let customers = 0;
  const sale = emptySale();
  for (let row = 0; row < rows; row += 1) {
    const { order, line } = place(scatter === null ? row : (scatter[row] as number));
    fillSale(sale, { order, line, orders, population });
    if (counts(sale) && counted[sale.customer] === 0) {
      counted[sale.customer] = 1;
      customers += 1;
    }
    yield sale;
  }
  if (customers % 5 !== 1) return;
  fillSale(sale, { order: orders, line: 0, orders: orders + 1, population });
  Object.assign(sale, { customer: population, state: "paid", refunded: 0 });
  yield sale;
}

/** Where each row stands before rows are put in another order; `null` where they are not. */
function scatterOf(arrangement: Arrangement, rows: number, population: number): Uint32Array | null {
  if (arrangement.endsWith("shuffled")) return shuffled(rows, 20_110_531);
  if (arrangement !== "an order a row, by customer") return null;
  const customers = Uint32Array.from({ length: rows }, (_, order) => customerOf(order, population));
  return Uint32Array.from({ length: rows }, (_, order) => order).sort(
    (a, b) => (customers[a] as number) - (customers[b] as number) || a - b,
  );
}

/** Who places an order: some buy far more than others. */
function customerOf(order: number, population: number): number {
  return Math.floor(hashed(order, 1) ** 1.5 * population);
}

/** Which order and which of its lines a row is; the numbers of orders rise with time. */
function placesOf(arrangement: Arrangement, rows: number): (row: number) => { order: number; line: number } {
  if (arrangement.startsWith("an order a row")) return (row) => ({ order: row, line: 0 });
  if (arrangement.startsWith("lines")) {
    return (row) => {
      const { order, line } = PLACES[row % LINES_TOGETHER] ?? { order: 0, line: 0 };
      return { order: Math.floor(row / LINES_TOGETHER) * LINES.length + order, line };
    };
  }
  const last = Math.ceil((rows * 4) / 5) - 1; // four orders in five rows, the fourth of two
  return (row) => ({
    order: last - Math.floor(row / 5) * 4 - Math.min(3, row % 5),
    line: row % 5 === 4 ? 1 : 0,
  });
}

function emptySale(): Sale {
  return {
    order: 0,
    line: 0,
    customer: 0,
    day: 0,
    second: 0,
    total: 0,
    price: 0,
    quantity: 0,
    state: "paid",
    refunded: 0,
  };
}

function fillSale(
  sale: Sale,
  { order, line, orders, population }: { order: number; line: number; orders: number; population: number },
): void {
  sale.order = order;
  sale.line = line;
  sale.customer = customerOf(order, population);
  sale.day = Math.min(DAYS - 1, Math.floor((order / orders) * DAYS));
  sale.second = Math.floor(hashed(order, 2) * 86_400);
  sale.total = 500 + Math.floor(-Math.log(1 - hashed(order, 3)) * 6000);
  const outcome = hashed(order, 4);
  sale.state = outcome < 0.9 ? "paid" : outcome < 0.94 ? "partly refunded" : outcome < 0.97 ? "unpaid" : "cancelled";
  sale.refunded = sale.state === "partly refunded" ? Math.floor(sale.total * hashed(order, 5) * 0.8) : 0;
  sale.price = 100 + Math.floor(hashed(order * 8 + line, 6) * 4900);
  sale.quantity = 1 + Math.floor(hashed(order * 8 + line, 7) * 3);
}

function counts(sale: Sale): boolean {
  return sale.state === "paid" || sale.state === "partly refunded";
}
