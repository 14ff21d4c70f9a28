/*
 * Options that say what a file is: the platform it comes from, the column of each role, and the tables that belong to it.
 */
import { choiceOption, option } from "./option.ts";
import { collectJoins } from "./reading-values.ts";

const section = "reading";
const byName = "by its name";

/** Which column holds what, whatever its name. */
export const columnOptions = [
  option({
    name: "customer",
    section,
    kind: "column",
    summary: 'column of the customer\'s id or e-mail, or several that form one key: "First name + Last name"',
    whenAbsent: byName,
  }),
  option({
    name: "order",
    section,
    kind: "column",
    summary: "column of the order id; rows with the same id are one order",
    whenAbsent: byName,
  }),
  option({ name: "date", section, kind: "column", summary: "column of the order date", whenAbsent: byName }),
  option({
    name: "amount",
    section,
    kind: "column",
    summary: "column of the amount; none for orders without money, which have recency and frequency only",
    whenAbsent: "by its name, or quantity × price",
    excludes: { names: ["quantity", "price"], why: "an amount is a column of its own, or quantity × price" },
  }),
  option({
    name: "quantity",
    section,
    kind: "column",
    summary: "column of the quantity, to be multiplied by the price",
  }),
  option({ name: "price", section, kind: "column", summary: "column of the price of one" }),
  option({
    name: "status",
    section,
    kind: "column",
    summary: "column of the order's or payment's status; none if every order counts",
    whenAbsent: byName,
  }),
  option({
    name: "currency-column",
    section,
    kind: "column",
    summary: "column of the currency; none if the name of the amount column says it",
    whenAbsent: byName,
  }),
  option({
    name: "refunded",
    section,
    kind: "column",
    summary: "column of the refunded amount, taken off its order; none if no column holds one",
    whenAbsent: byName,
  }),
] as const;

/** Columns that monetary value comes from instead of the amount. */
export const marginOptions = [
  option({
    name: "margin",
    section,
    kind: "column",
    summary: "column of the margin, used as the monetary value; the amount still decides what counts as a purchase",
    excludes: { names: ["cost"], why: "the margin is a column of its own, or the amount less the cost" },
  }),
  option({
    name: "cost",
    section,
    kind: "column",
    summary: "column of the cost; the monetary value is the amount minus the cost",
  }),
  choiceOption({
    name: "cost-per",
    section,
    choices: ["order", "line"],
    summary: "whether the cost or margin column holds an order's value or a line's",
    whenAbsent: "found in the data",
    needs: { names: ["cost", "margin"], why: "it says what the column of the cost or margin holds" },
  }),
] as const;

export const tableOption = option({
  name: "table",
  section,
  placeholder: "name",
  summary: "what a row of the files is, customers or orders; in an engine, the table or view of the orders",
  whenAbsent: "found in the data",
});

export const summaryOptions = [
  tableOption,
  option({
    name: "order-count",
    section,
    kind: "column",
    summary: "column of the number of orders, in a table with one row per customer",
    whenAbsent: byName,
    needs: { names: ["table"], why: "only a table of customers has it", hint: "add --table customers" },
  }),
] as const;

export const presetOption = option({
  name: "preset",
  section,
  kind: "preset",
  placeholder: "name",
  summary: "read as this platform's export; generic for none",
  whenAbsent: "by the header",
});

export const joinOption = option({
  name: "join",
  section,
  placeholder: "file[:key]",
  summary:
    "join this table of amounts or customers to the orders by its key column; repeat it for more, and write FILE:KEY=COLUMN where the orders call the key otherwise",
  whenAbsent: "by key columns that tables have in common",
  repeats: true,
  parse: collectJoins,
});
