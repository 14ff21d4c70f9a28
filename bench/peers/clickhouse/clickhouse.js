// The job in ClickHouse (chdb), all threads, defaults otherwise.
import { Session } from "chdb";

const job = JSON.parse(process.argv[2] ?? "");
const { columns } = job;
const text = (value) => `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
const name = (value) => `\`${value}\``;

const structure = job.header.map((column) => `${name(column)} String`).join(", ");
const format = job.delimiter === "\t" ? "TSVWithNames" : "CSVWithNames"; // its CSV refuses tabs
const source = `file(${text(job.file)}, '${format}', ${text(structure)})`;
const decimal = (column) => {
  const value = job.decimal === "," ? `replaceOne(${name(column)}, ',', '.')` : name(column);
  return `toDecimal64OrZero(${value}, 2)`;
};
const part = (start, length) => `toUInt16(substring(${name(columns.date)}, ${start}, ${length}))`;
const days = {
  "%d.%m.%Y": `makeDate32(${part(7, 4)}, ${part(4, 2)}, ${part(1, 2)})`,
  "%m/%d/%Y %I:%M %p": `makeDate32(${part(7, 4)}, ${part(1, 2)}, ${part(4, 2)})`,
};
const day = days[job.date.format] ?? `toDate32(substring(${name(columns.date)}, 1, 10))`;
const customer = job.lowerCase ? `lower(${name(columns.customer)})` : name(columns.customer);
const cancelled = columns.cancelled ? ` AND ${name(columns.cancelled)} = ''` : "";
const accepted = `(${name(columns.status)} IN (${job.accepted.map(text).join(", ")})${cancelled})`;
const amount = columns.amount
  ? `${decimal(columns.amount)}${columns.refunded ? ` - ${decimal(columns.refunded)}` : ""}`
  : `toInt32(${name(columns.quantity)}) * ${decimal(columns.price)}`;

const rows = (more) =>
  `SELECT ${more}${customer} AS customer, ${day} AS day, ${amount} AS amount, ${accepted} AS counts FROM ${source}`;
const orders = columns.order
  ? `SELECT any(customer) AS customer, min(day) AS day, sum(amount) AS amount, min(counts) AS counts
     FROM (${rows(`toUInt64(${name(columns.order)}) AS id, `)}) GROUP BY id`
  : rows("");
const quantiles = (value) => `quantilesExactInclusive(0.2, 0.4, 0.6, 0.8)(${value})`;
const bin = (value, cuts) => [1, 2, 3, 4].map((cut) => `(${value} > ${cuts}[${cut}])`).join(" + ");
const [cells, segments] = [Object.keys(job.segments), Object.values(job.segments)].map(
  (list) => `[${list.map(text).join(", ")}]`,
);

const session = new Session();
session.query(`CREATE TABLE measured ENGINE = Memory AS
  SELECT customer AS customer_id, first_order, last_order, dateDiff('day', last_order, max(newest) OVER ()) AS recency_days,
    frequency, monetary_value
  FROM (
    SELECT customer, max(orders.day) AS newest, minIf(orders.day, good) AS first_order, maxIf(orders.day, good) AS last_order,
      countIf(good) AS frequency, sumIf(orders.amount, good) AS monetary_value
    FROM (SELECT *, counts AND amount > 0 AS good FROM (${orders})) AS orders GROUP BY customer)
  SETTINGS format_csv_delimiter = ${text(job.delimiter === "\t" ? "," : job.delimiter)}`);
session.query(`INSERT INTO FUNCTION file(${text(job.output)}, 'CSVWithNames')
  WITH (SELECT (${quantiles("recency_days")}, ${quantiles("frequency")}, ${quantiles("toFloat64(monetary_value)")})
    FROM measured WHERE frequency > 0) AS cuts
  SELECT customer_id, first_order, last_order, recency_days, frequency, monetary_value,
    toFloat64(monetary_value) / frequency AS average_order_value, 5 - (${bin("recency_days", "cuts.1")}) AS r_score,
    1 + ${bin("frequency", "cuts.2")} AS f_score, 1 + ${bin("toFloat64(monetary_value)", "cuts.3")} AS m_score,
    concat(toString(r_score), toString(f_score), toString(m_score)) AS rfm_cell,
    transform(rfm_cell, ${cells}, ${segments}, '') AS segment
  FROM measured WHERE frequency > 0 ORDER BY customer_id SETTINGS engine_file_truncate_on_insert = 1`);
session.cleanup();
