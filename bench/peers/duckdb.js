// The job in DuckDB: one pass over the file with the columns' types given, all threads, defaults otherwise.
import { DuckDBInstance } from "@duckdb/node-api";

const job = JSON.parse(process.argv[2] ?? "");
const { columns } = job;

/** A value or a name as SQL has it. */
const text = (value) => `'${String(value).replaceAll("'", "''")}'`;
const name = (value) => `"${String(value).replaceAll('"', '""')}"`;

const needed = { [columns.customer]: "VARCHAR", [columns.date]: dateType() };
if (job.numericIds) needed[columns.customer] = "BIGINT";
for (const column of [columns.amount, columns.price, columns.refunded])
  if (column) needed[column] = job.hasDollars ? "VARCHAR" : "DECIMAL(12,2)";
if (columns.quantity) needed[columns.quantity] = "INTEGER";
if (columns.order) needed[columns.order] = job.numericIds ? "BIGINT" : "VARCHAR";

/** DuckDB parses moments itself, but for those with an offset: there the day as written is what counts. */
function dateType() {
  if (job.date.hasOffset) return "VARCHAR";
  if (job.date.isCounted) return "BIGINT";
  return job.date.hasTime ? "TIMESTAMP" : "DATE";
}

function source() {
  const types = job.header.map((column) => `${text(column)}: ${text(needed[column] ?? "VARCHAR")}`).join(", ");
  const dates =
    job.date.hasOffset || job.date.isIso || job.date.isCounted
      ? ""
      : `, ${job.date.hasTime ? "timestampformat" : "dateformat"}=${text(job.date.format)}`;
  return `read_csv(${text(job.file)}, auto_detect=false, header=true, delim=${text(job.delimiter)}, quote='"', escape='"',
    decimal_separator=${text(job.decimal)}, new_line=${text(job.lineEnd === "\r\n" ? "\\r\\n" : "\\n")}, columns={${types}}${dates}${job.encoding === "utf-8" ? "" : ", encoding='latin-1'"})`;
}

/** The day of a row. */
function dayOf(date) {
  if (job.date.hasOffset) return `left(${date}, 10)::DATE`;
  return job.date.isCounted ? `make_timestamp(${date} * 1000)::DATE` : `${date}::DATE`;
}

const day = dayOf(name(columns.date));
const money = (column) =>
  job.hasDollars ? `replace(ltrim(${name(column)}, '$'), ',', '')::DECIMAL(12,2)` : name(column);
const known = job.lowerCase ? `lower(${name(columns.customer)})` : name(columns.customer);
const customer = job.guests === null ? known : guestOr(job.guests);

/** A customer, or what names a guest. */
function guestOr({ id, columns: of }) {
  const guest = of.map((column) => `lower(${name(column)})`).join(" || ' ' || ");
  return id === ""
    ? `coalesce(${known}, ${guest})`
    : `CASE WHEN ${known} = ${text(id)} THEN ${guest} ELSE ${known} END`;
}

const cancelled = columns.cancelled ? ` AND ${name(columns.cancelled)} IS NULL` : "";
const accepted =
  columns.status === null ? "true" : `${name(columns.status)} IN (${job.accepted.map(text).join(", ")})${cancelled}`;
const refunded = columns.refunded ? ` - coalesce(${money(columns.refunded)}, 0)` : "";
const amount = columns.amount
  ? `${money(columns.amount)}${refunded}`
  : `${name(columns.quantity)} * ${money(columns.price)}`;

const rows = `SELECT ${customer} AS customer, ${day} AS day, ${amount} AS amount, coalesce(${accepted}, false) AS counts FROM ${source()}`;
const orders = columns.order
  ? `SELECT any_value(customer) AS customer, min(day) AS day, sum(amount) AS amount, bool_and(counts) AS counts
     FROM (${rows.replace("SELECT ", `SELECT ${name(columns.order)} AS id, `)}) GROUP BY id`
  : rows;

/** Cut points of cents are multiples of 1/500: rounded, one that should equal a customer's value does. */
const quantiles = (value) => `list_transform(quantile_cont(${value}, [0.2, 0.4, 0.6, 0.8]), cut -> round(cut, 6))`;
const bin = (value, cuts) => [1, 2, 3, 4].map((cut) => `(${value} > ${cuts}[${cut}])::INT`).join(" + ");
const segments = Object.entries(job.segments).map(([cell, segment]) => `(${text(cell)}, ${text(segment)})`);

const query = `COPY (
  WITH orders AS (${orders}),
  seen AS MATERIALIZED (
    SELECT customer AS customer_id, max(day) AS newest,
      min(day) FILTER (counts AND amount > 0) AS first_order, max(day) FILTER (counts AND amount > 0) AS last_order,
      count(*) FILTER (counts AND amount > 0) AS frequency, sum(amount) FILTER (counts AND amount > 0) AS monetary_value
    FROM orders GROUP BY customer),
  measured AS MATERIALIZED (
    SELECT *, date_diff('day', last_order, (SELECT max(newest) FROM seen)) AS recency_days FROM seen WHERE frequency > 0 AND customer_id IS NOT NULL),
  cuts AS (
    SELECT ${quantiles("recency_days")} AS r, ${quantiles("frequency")} AS f, ${quantiles("monetary_value::DOUBLE")} AS m
    FROM measured),
  scored AS (
    SELECT measured.*, 5 - (${bin("recency_days", "r")}) AS r_score, 1 + ${bin("frequency", "f")} AS f_score,
      1 + ${bin("monetary_value::DOUBLE", "m")} AS m_score
    FROM measured, cuts),
  segments(cell, segment) AS (VALUES ${segments.join(", ")})
  SELECT customer_id, first_order, last_order, recency_days, frequency, monetary_value,
    monetary_value::DOUBLE / frequency AS average_order_value, r_score, f_score, m_score,
    concat(r_score, f_score, m_score) AS rfm_cell, segment
  FROM scored JOIN segments ON cell = concat(r_score, f_score, m_score) ORDER BY customer_id
) TO ${text(job.output)} (HEADER, DELIMITER ',')`;

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(query);
