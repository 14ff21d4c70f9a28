import type { Dialect } from "../dialects/dialect.ts";
import { quoteName } from "../dialects/quote.ts";
import type { OrderQuery } from "../order-query.ts";
import { dayConditions, orderRows } from "./order-rows.ts";
import { foldedText, foldedTexts } from "./row-conditions.ts";

/** A column that says who a customer is, or what they agreed to. */
export interface WantedContact {
  readonly column: string;
  /** `null` for a field that is shown; for a column of answers those that say yes, which may be none. */
  readonly yes: readonly string[] | null;
}

/**
 * What each customer's newest purchase says in these columns, one row per customer: the id; then for each column the text of
 * one purchase of the newest day, the one where most is filled, and for a column of answers two more of that whole day that
 * may differ from it, one that does not say yes, and the first by the engine's order, NULL where blank; then 1 where a
 * purchase of that day answers nothing at all, else 0.
 */
export function contactRowsStatement(dialect: Dialect, query: OrderQuery, wanted: readonly WantedContact[]): string {
  const rows = orderRows(dialect, query);
  const name = (column: string): string => quoteName(dialect, column);
  const [key, day, place] = ["customer_key", "order_day", "contact_place"].map(name);
  const cells = wanted.map((_, index) => name(`contact_${index}`));
  const conditions = [
    rows.hasCustomer,
    ...rows.conditions,
    ...dayConditions(dialect, query, rows.day),
    `${rows.amount} > 0`,
  ];
  const ofDay = `OVER (PARTITION BY ${key}, ${day})`;
  const answers = wanted.flatMap(({ yes }, index) => {
    if (yes === null) return [];
    const cell = cells[index] as string;
    const isYes = yes.length === 0 ? "1 = 0" : `${foldedText(dialect, cell)} IN (${foldedTexts(dialect, yes)})`;
    return [
      `max(CASE WHEN ${isYes} THEN NULL ELSE ${cell} END) ${ofDay} AS ${name(`other_${index}`)}`,
      `min(${cell}) ${ofDay} AS ${name(`least_${index}`)}`,
    ];
  });
  const shown = wanted.flatMap(({ yes }, index) =>
    yes === null ? [cells[index]] : [cells[index], name(`other_${index}`), name(`least_${index}`)],
  );
  // Without the first part each engine would put NULL where it likes.
  const order = [`${day} DESC`, ...cells.map((cell) => `CASE WHEN ${cell} IS NULL THEN 1 ELSE 0 END, ${cell} DESC`)];
  const asked = wanted.flatMap(({ yes }, index) => (yes !== null && yes.length > 0 ? [`${cells[index]} IS NULL`] : []));
  const silent = name("says_nothing");
  const isSilent = asked.length === 0 ? "0" : `max(CASE WHEN ${asked.join(" AND ")} THEN 1 ELSE 0 END) ${ofDay}`;
  return [
    `SELECT ${[key, ...shown, silent].join(", ")}`,
    "FROM (",
    `  SELECT ${[key, ...cells].join(", ")},`,
    ...answers.map((answer) => `    ${answer},`),
    `    ${isSilent} AS ${silent},`,
    `    row_number() OVER (PARTITION BY ${key} ORDER BY ${order.join(", ")}) AS ${place}`,
    "  FROM (",
    `    SELECT ${rows.customer} AS ${key}, ${rows.day} AS ${day},`,
    wanted.map(({ column }, index) => `      ${filledText(dialect, column)} AS ${cells[index]}`).join(",\n"),
    `    FROM ${rows.table}`,
    `    WHERE ${conditions.join("\n      AND ")}`,
    `  ) ${name("order_rows")}`,
    `) ${name("placed")}`,
    `WHERE ${place} = 1`,
  ].join("\n");
}

/** Every address that stands in any row with a customer, whatever became of the row: pairs of id and text, each once. */
export function addressRowsStatement(dialect: Dialect, query: OrderQuery, columns: readonly string[]): string {
  const { table, customer, hasCustomer } = orderRows(dialect, query);
  const [key, address] = ["customer_key", "address"].map((column) => quoteName(dialect, column));
  const selects = columns.map((column) => {
    const text = filledText(dialect, column);
    return `SELECT ${customer} AS ${key}, ${text} AS ${address} FROM ${table} WHERE ${hasCustomer} AND ${text} IS NOT NULL`;
  });
  return [
    `SELECT ${key}, ${address}`,
    `FROM (\n${selects.join("\nUNION ALL\n")}\n) ${quoteName(dialect, "addresses")}`,
    `GROUP BY ${key}, ${address}`,
  ].join("\n");
}

/** A column as text; NULL where it is blank. */
function filledText(dialect: Dialect, column: string): string {
  const text = dialect.text(quoteName(dialect, column));
  return `CASE WHEN ${dialect.trimmed(text)} <> '' THEN ${text} END`;
}
