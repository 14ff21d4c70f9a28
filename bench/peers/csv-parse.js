// The job as a plain script: csv-parse's stream with records as arrays, a Map of customers, sorted arrays for the quantiles.
import { createReadStream, writeFileSync } from "node:fs";
import { parse } from "csv-parse";

const job = JSON.parse(process.argv[2] ?? "");
const at = Object.fromEntries(Object.entries(job.columns).map(([role, column]) => [role, job.header.indexOf(column)]));
const guest = job.guests?.columns.map((column) => job.header.indexOf(column)) ?? [];
const accepted = new Set(job.accepted);
const orders = new Map();
const customers = new Map();
let asOf = Number.NEGATIVE_INFINITY;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayFirst = (value) => Date.UTC(value.slice(6, 10), value.slice(3, 5) - 1, value.slice(0, 2));

function monthNamed(value) {
  const comma = value.indexOf(",");
  return Date.UTC(value.slice(comma + 2, comma + 6), MONTHS.indexOf(value.slice(0, 3)), value.slice(4, comma));
}

const dayReaders = {
  "%d.%m.%Y": dayFirst,
  "%d.%m.%Y %H.%M": dayFirst,
  "%b %d, %Y %I:%M:%S %p": monthNamed,
  counted: (value) => Math.floor(Number(value) / 86_400_000) * 86_400_000,
  "%m/%d/%Y %I:%M %p": (value) => Date.UTC(value.slice(6, 10), value.slice(0, 2) - 1, value.slice(3, 5)),
};
const readDay =
  dayReaders[job.date.isCounted ? "counted" : job.date.format] ??
  ((value) => Date.UTC(value.slice(0, 4), value.slice(5, 7) - 1, value.slice(8, 10)));

/** Whole cents, so that sums are exact. */
function cents(value) {
  const plain = job.hasDollars ? value.replaceAll(/[$,]/g, "") : value;
  return Math.round(Number(job.decimal === "," ? plain.replace(",", ".") : plain) * 100);
}

function takeRow(row) {
  const day = readDay(row[at.date]) / 86_400_000;
  if (day > asOf) asOf = day;
  if ((at.status >= 0 && !accepted.has(row[at.status])) || (at.cancelled >= 0 && row[at.cancelled] !== "")) return;
  const customer = customerOf(row);
  if (customer === "") return;
  if (at.order < 0) {
    takeOrder(
      customer,
      day,
      cents(row[at.amount]) - (at.refunded < 0 || row[at.refunded] === "" ? 0 : cents(row[at.refunded])),
    );
    return;
  }
  const amount = Number(row[at.quantity]) * cents(row[at.price]);
  const order = orders.get(row[at.order]);
  if (order === undefined) orders.set(row[at.order], { customer, day, amount });
  else {
    order.amount += amount;
    order.day = Math.min(order.day, day);
  }
}

/** A customer's key, or what names a guest. */
function customerOf(row) {
  const known = job.lowerCase ? row[at.customer].toLowerCase() : row[at.customer];
  return job.guests !== null && known === job.guests.id
    ? guest.map((column) => row[column].toLowerCase()).join(" ")
    : known;
}

function takeOrder(id, day, amount) {
  if (amount <= 0) return;
  const customer = customers.get(id);
  if (customer === undefined) {
    customers.set(id, { id, first: day, last: day, frequency: 1, monetary: amount });
    return;
  }
  customer.first = Math.min(customer.first, day);
  customer.last = Math.max(customer.last, day);
  customer.frequency += 1;
  customer.monetary += amount;
}

/** Type-7 quantiles at 0.2, 0.4, 0.6, 0.8. */
function cutPoints(values) {
  const sorted = Float64Array.from(values).sort();
  return [1, 2, 3, 4].map((k) => {
    const place = ((sorted.length - 1) * k) / 5;
    const below = Math.floor(place);
    return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
  });
}

const bin = (value, cuts) => 1 + cuts.filter((cut) => cut < value).length;
const dayText = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const parser = createReadStream(job.file).pipe(
  parse({ delimiter: job.delimiter, from_line: 2, encoding: job.encoding === "windows-1252" ? "latin1" : "utf8" }),
);
parser.on("readable", () => {
  for (let row = parser.read(); row !== null; row = parser.read()) takeRow(row);
});
await new Promise((resolve, reject) => parser.on("end", resolve).on("error", reject));
for (const { customer, day, amount } of orders.values()) takeOrder(customer, day, amount);

const list = [...customers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
const cuts = {
  r: cutPoints(list.map(({ last }) => asOf - last)),
  f: cutPoints(list.map(({ frequency }) => frequency)),
  m: cutPoints(list.map(({ monetary }) => monetary)),
};
const lines = list.map(({ id, first, last, frequency, monetary }) => {
  const [r, f, m] = [6 - bin(asOf - last, cuts.r), bin(frequency, cuts.f), bin(monetary, cuts.m)];
  const money = [(monetary / 100).toFixed(2), monetary / 100 / frequency];
  return [
    id,
    dayText(first),
    dayText(last),
    asOf - last,
    frequency,
    ...money,
    r,
    f,
    m,
    `${r}${f}${m}`,
    job.segments[`${r}${f}${m}`],
  ].join(",");
});
writeFileSync(job.output, `${job.outputColumns.join(",")}\n${lines.join("\n")}\n`);
