/** A small shop whose export has, beside each column that is recognised, another one that an option can name. */

import { createHash } from "node:crypto";
import { type WrittenCell, writeWorkbook } from "../support/write-workbook.ts";

const HEADER =
  "order_id,customer_id,household,email,other_email,date,shipped,total,net_total,quantity,price,pieces,list_price,status,payment,currency,mixed_currency,refunded,returned,profit,expense,parcel,land,newsletter,phone,tel_2,first_name,nick,last_name,clan,signature,country,origin,city,village,zip,box";

/** The customers of the shop, and of one for pairs of options: 20 who began with one value, or a forecast's interval. */
const SHORT_FORM = 24;
export const FOR_ALL_PAIRS = 88;
const MANY_CUSTOMERS = 150;
const LAST_DAY = 181;

/** Draws whole numbers below a bound, always the same. */
function numbers(): (below: number) => number {
  let seed = 4321;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
}

function dayText(day: number): string {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}

interface Sale {
  readonly id: number;
  readonly customer: number;
  readonly nth: number;
  readonly day: number;
  readonly cents: number;
}

function sales(customers: number): readonly Sale[] {
  const next = numbers();
  const made: Sale[] = [];
  for (let customer = 1; customer <= customers; customer += 1) {
    const orders = customer % 3 === 0 ? 1 : 2 + next(5);
    const drawn = next(120);
    const first = customer === SHORT_FORM + 2 ? 0 : drawn; // with it the first quarter is complete
    for (let nth = 0; nth < orders; nth += 1) {
      // the second order of some is on the day of the first, the last of others on that of the one before
      const isLate = customer > SHORT_FORM && customer % 8 === 7 && nth === orders - 1;
      // and the first three of others on one day, so that two parcels are
      const isTriple = customer > SHORT_FORM && customer % 8 === 5 && nth < 3;
      const isSameDay = (nth === 1 && customer % 4 === 0) || isLate;
      const later = isSameDay ? (made.at(-1)?.day ?? first) : Math.min(180, first + nth * (9 + next(30)));
      const day = isTriple ? Math.max(first, customer % 16 === 5 ? 140 : 0) : later;
      made.push({ id: made.length + 1, customer, nth, day, cents: 500 + next(20_000) });
    }
  }
  return [...made, { id: made.length + 1, customer: 1, nth: 9, day: LAST_DAY, cents: 2_000 }];
}

const money = (cents: number): string => (Math.round(cents) / 100).toFixed(2);

function cells({ id, customer, nth, day, cents }: Sale, customers: number): readonly (string | number)[] {
  const households = 2 * Math.round(customers * 0.29); // an even number: the people of a household live in the same land
  const isShipped = customer > SHORT_FORM ? id % 4 < 2 : id % 2 === 0;
  const status = id % 11 === 0 ? "cancelled" : isShipped ? "shipped" : "paid";
  const land = customer % 2 === 0 ? "Finland" : "Sweden";
  const clock = id % 4 === 0 || day === LAST_DAY ? "T23:30:00+00:00" : "T10:00:00+00:00";
  return [
    `${id}`,
    `c${customer}`,
    `h${customer % households}`,
    `c${Math.ceil(customer / 3)}@example.com`,
    `x${customer}@example.com`,
    `${dayText(day)}${clock}`,
    `${dayText(day + 12)}${clock}`,
    money(cents),
    id % 17 === 0 ? "0.00" : money(Math.round(cents * 0.8)),
    1 + (id % 3),
    money(Math.round(cents * 0.5)),
    1 + (id % 5),
    id % 19 === 0 ? "0.00" : money(cents + 300),
    status,
    id % 5 === 0 ? "zorp" : "paid",
    "EUR",
    id % 2 === 0 ? "USD" : "EUR",
    id % 7 === 0 ? money(Math.round(cents / 2)) : "0.00",
    id % 10 === 0 ? money(cents) : id % 3 === 0 ? money(Math.round(cents / 4)) : "0.00",
    money(Math.round(cents * (0.1 + (id % 6) / 10))),
    money(Math.round(cents * ((id % 4) / 5))),
    `p${customer}-${Math.floor(nth / 2)}`,
    land,
    customer % 3 === 0 ? "no" : "yes",
    `040 123 45${10 + customer}`,
    `+358 50 987 65${10 + customer}`,
    ...["Alder", "Birch", "Cedar", "Dogwood", "Elm Fir"],
    ...[customer % 5 === 0 ? "" : "FI", "SE", "Turku", "Lund", "20100", "22100"],
  ];
}

function rowsOf(made: readonly Sale[], customers: number): readonly string[] {
  // the first row of some orders comes twice, as a line item's would
  return made.flatMap((sale) => {
    const row = cells(sale, customers).join(",");
    return sale.id % 13 === 0 ? [row, row.replace(/,Turku,/, ",Oulu,")] : [row];
  });
}

/** A refund in the last two months of somebody who bought before them only. */
const LATE_REFUND = { id: 900, customer: 40, nth: 0, day: 20, cents: 9_000 };

type SimpleExport = (rows: (sale: Sale) => string, header?: string) => string;

function simpleExportOf(customers: number): SimpleExport {
  return (rows, header = "order_id,customer_id,date,amount") =>
    `${[header, ...sales(customers).map(rows)].join("\n")}\n`;
}

/** A list of customers by their numbers; one of these ids each. */
function groupOf(customers: number, idOf: (customer: number) => string | null): string {
  const early = new Set(
    sales(customers).flatMap(({ id, customer, day }) => (id % 11 !== 0 && day < 140 ? [customer] : [])),
  );
  const ids = [...early].sort((a, b) => a - b).flatMap((customer) => idOf(customer) ?? []);
  return `${["customer_id", ...ids].join("\n")}\n`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const broken = (simple: SimpleExport): string =>
  simple((one) => `${one.id},c${one.customer},${dayText(one.day)},${one.id % 5 === 0 ? "?!" : money(one.cents)}`);

/** A workbook with the sales of all months in one sheet, and those from March on in another. */
function book(customers: number): Uint8Array {
  const rows = (from: number): readonly (readonly WrittenCell[])[] => [
    ["order_id", "customer_id", "date", "amount"],
    ...sales(customers)
      .filter(({ day }) => day >= from)
      .map(({ id, customer, day, cents }) => [id, `c${customer}`, { date: 45_292 + day }, cents / 100]),
  ];
  return writeWorkbook({
    sheets: [
      { name: "All", rows: rows(0) },
      { name: "Later", rows: rows(60) },
    ],
  });
}

const made = new Map<number, Readonly<Record<string, string | Uint8Array>>>();

/** The exports and the files that options name, by their names. */
export function shopFiles(customers = SHORT_FORM): Readonly<Record<string, string | Uint8Array>> {
  const files = made.get(customers) ?? makeShopFiles(customers);
  made.set(customers, files);
  return files;
}

function makeShopFiles(customers: number): Readonly<Record<string, string | Uint8Array>> {
  const simple = simpleExportOf(customers);
  const lateRefund = cells(LATE_REFUND, customers);
  const late = [
    lateRefund.join(","),
    [...lateRefund]
      .map((cell, at) => (at === 0 ? "901" : at === 5 ? "2024-06-10T10:00:00+00:00" : at === 7 ? "-15.00" : cell))
      .join(","),
  ];
  const plain = (one: Sale): string => `${one.id},c${one.customer},${dayText(one.day)}`;
  const sold = (): string =>
    simple((one) => `c${one.customer},${dayText(one.day)},${money(one.cents)}`, "customer_id,date,amount");
  return {
    "shop.csv": `${[HEADER, ...rowsOf(sales(customers), customers), ...late].join("\n")}\n`,
    "large-shop.csv": `${[HEADER, ...rowsOf(sales(MANY_CUSTOMERS), customers), ...late].join("\n")}\n`,
    "margins.csv": simple(
      (one) =>
        `${plain(one)},${money(one.cents)},${money(one.cents * (0.1 + (one.id % 6) / 10))},${money(one.cents * ((one.id % 4) / 5))}`,
      "order_id,customer_id,date,amount,profit,expense",
    ),
    "bare.csv": simple((one) => `${plain(one)},${money(one.cents)}`, "").trimStart(),
    "bare-names.csv": simple((one) => `${plain(one)},${money(one.cents)}`),
    "slashes.csv": simple(
      (one) => `${one.id},c${one.customer},0${1 + (one.id % 9)}/0${1 + (one.id % 6)}/2024,${money(one.cents)}`,
    ),
    "points.csv": simple((one) => `${plain(one)},${1 + (one.id % 9)}.${100 + one.id}`),
    "odd-status.csv": simple(
      (one) => `${plain(one)},${money(one.cents)},${one.id % 4 === 0 ? "zorp" : "paid"}`,
      "order_id,customer_id,date,amount,status",
    ),
    "mixed.csv": simple(
      (one) => `${plain(one)},${money(one.cents)},${one.id % 3 === 0 ? "USD" : "EUR"}`,
      "order_id,customer_id,date,amount,currency",
    ),
    "unnamed.csv": simple(
      (one) => `${plain(one)},${money(one.cents)},${one.id % 3 === 0 ? "" : "EUR"}`,
      "order_id,customer_id,date,amount,currency",
    ),
    // the second part begins where the first has not ended
    "part-1.csv": sold(),
    "part-2.csv": sold().replace(/(?<=amount\n)(?:.*\n){60}/, ""),
    // the ids of the second file start again
    "numbered-1.csv": simple((one) => `${plain(one)},${money(one.cents)}`),
    "numbered-2.csv": simple(
      (one) => `${one.id},c${(one.customer % customers) + 1},${dayText(Math.max(0, one.day - 2))},${money(one.cents)}`,
    ),
    "broken.csv": broken(simple),
    "book.xlsx": book(customers),
    "plan.yaml":
      "name: Shop\npoints: { per: 1 }\nrewards: [{ points: 100, value: 5 }]\nlevels: { by: spend, steps: [{ name: Gold, from: 300 }] }\nmargin: 40%\n",
    "vips.csv": "customer_id,level\nc1,Gold\nc2,Gold\nc3,\n",
    "people.csv": `customer_id,town\n${Array.from({ length: customers }, (_, at) => `c${at + 1},Turku`).join("\n")}\n`,
    "rates.csv": "currency,rate\nUSD,0.5\n",
    "treated.csv": groupOf(customers, (customer) => (customer % 2 === 0 ? `c${customer}` : null)),
    "control.csv": groupOf(customers, (customer) => (customer % 4 === 1 ? `c${customer}` : null)),
    "hashed.csv": groupOf(customers, (customer) => (customer % 4 === 3 ? sha256(`rfm:c${customer}`) : null)),
    "parameters.json": JSON.stringify({
      rfm_forecast_parameters: 1,
      currency: null,
      model: "mbg-nbd",
      parameters: { r: 0.9, alpha: 40, a: 0.6, b: 2 },
      standard_errors: { r: 0.1, alpha: 5, a: 0.1, b: 0.4 },
      log_covariance: [0.01, 0.015, 0.03, 0.04].map((variance, at) =>
        [0, 0, 0, 0].map((_, to) => (at === to ? variance : 0)),
      ),
      log_likelihood: -1000,
      customers: 400,
      order_value: null,
    }),
    "staff.txt": "c2\nc5\nc1@example.com\n",
  };
}
