import { InputError } from "../errors.ts";
import type { InputFile } from "../files/find-inputs.ts";
import type { ColumnCondition } from "./conditions/condition.ts";
import { isOfCustomers } from "./detect/customers/customer-table.ts";
import { namedColumn, namedColumnOfTable, optionColumn } from "./detect/header/named-columns.ts";
import { detectLayout, type Layout } from "./detect/layout.ts";
import { isOfRefunds } from "./join/is-of-refunds.ts";
import type { JoinedFile } from "./join/joined-file.ts";
import { type JoinOptions, type PlannedTables, planTables } from "./join/plan-tables.ts";
import { refuseLoneRefunds } from "./join/refund-table.ts";
import { namedKind } from "./join/table-names.ts";
import { findTables } from "./join/tables.ts";
import type { FilterOptions } from "./row-filter.ts";
import { OpenQuestions } from "./told-together.ts";

/** Files with their layouts, and their places among tables that belong together; `null` where each is orders by itself. */
export interface LaidOut extends Omit<PlannedTables, "joined"> {
  readonly joined: PlannedTables["joined"] | null;
}

/**
 * What each file is: orders by itself, or one of tables that belong together.
 *
 * @throws InputError with all that is not clear about the files
 */
export async function layoutsOrTables(inputs: readonly InputFile[], options: JoinOptions): Promise<LaidOut> {
  if (options.join !== undefined && options.join.length > 0) {
    const tables = await planTables(inputs, options);
    if (tables !== null) return tables;
    throw new InputError("--join: no table of orders that another could be joined to was found", {
      hint: "a table of orders has a date, a customer and a column of order ids: name them with --date, --customer and --order",
    });
  }
  const questions = new OpenQuestions();
  const layouts: Layout[] = [];
  for (const { source } of inputs) {
    const layout = await questions.attemptReading(source.name, () => detectLayout(source, options));
    if (layout !== undefined) layouts.push(layout);
  }
  const isMixed = new Set(layouts.map(({ columns }) => isOfCustomers(columns))).size > 1;
  const hasRefunds = layouts.length === inputs.length && isAmongOthers(inputs, layouts);
  const tables = layouts.length < inputs.length || isMixed || hasRefunds ? await planTables(inputs, options) : null;
  if (tables !== null) return tables;
  if (layouts.length < inputs.length) await askAboutOrdersFirst(inputs, options);
  if (layouts.length > 0) questions.offerToLeaveOut();
  questions.refuse();
  if (hasRefunds) refuseLoneRefunds((await findTables(inputs, options)) ?? [], options);
  if (isMixed) throw bothKinds(inputs, layouts);
  refuseNoOrders(inputs);
  return { inputs, layouts, joined: null };
}

/** Whether some file among orders is a table of refunds, which may read as one of orders. */
function isAmongOthers(inputs: readonly InputFile[], layouts: readonly Layout[]): boolean {
  if (layouts.length < 2) return false;
  const areRefunds = layouts.map(({ header }, file) =>
    isOfRefunds({ fileName: inputs[file]?.source.name ?? "", header }),
  );
  return areRefunds.includes(true) && areRefunds.includes(false);
}

/**
 * Of the tables of a shop, the one that is named as orders are is asked about before the others: what they are for is known
 * once it is clear.
 *
 * @throws InputError with all that is not clear about the orders
 */
async function askAboutOrdersFirst(inputs: readonly InputFile[], options: JoinOptions): Promise<void> {
  const kinds = inputs.map(({ source }) => namedKind(source.name));
  if (kinds.every((kind) => kind === "orders" || kind === null)) return;
  const questions = new OpenQuestions();
  for (const [index, { source }] of inputs.entries()) {
    if (kinds[index] !== "orders") continue;
    await questions.attemptReading(source.name, () => detectLayout(source, options));
  }
  questions.refuse();
}

/**
 * A file of a folder that has the columns of orders and is named as what was never bought is asked about, where others are not.
 *
 * @throws InputError for the first
 */
function refuseNoOrders(inputs: readonly InputFile[]): void {
  const isNoOrders = ({ named, source }: InputFile): boolean => !named && namedKind(source.name) === "no orders";
  const found = inputs.find(isNoOrders);
  const orders = inputs.filter((input) => !isNoOrders(input)).map(({ source }) => source.name);
  if (found === undefined || orders.length === 0) return;
  throw new InputError(
    `${found.source.name}: it has the columns of orders, but its name says that nothing was bought: its money would count as revenue`,
    { hint: `name the files that are orders, such as ${orders[0]}, or move the others out of the folder` },
  );
}

function bothKinds(inputs: readonly InputFile[], layouts: readonly Layout[]): InputError {
  const first = (ofCustomers: boolean): string =>
    inputs[layouts.findIndex(({ columns }) => isOfCustomers(columns) === ofCustomers)]?.source.name ?? "";
  return new InputError(`${first(true)} has one row per customer, and ${first(false)} one row per order`, {
    hint: "read one of them; if each row is an order in both, say --table orders",
  });
}

/** The conditions on a table's own columns; the days are those of the orders. */
export function tableFilter(
  { header }: Layout,
  { role }: JoinedFile,
  { since, until, where, excludeLines }: FilterOptions,
): FilterOptions {
  const isOrders = role === "orders";
  const isOwn = ({ column }: ColumnCondition): boolean => namedColumnOfTable(header, column, { isOrders }) !== null;
  const lines = role === "amounts" ? excludeLines?.filter(isOwn) : undefined;
  return { ...(isOrders ? { since, until } : {}), where: where?.filter(isOwn), excludeLines: lines };
}

/**
 * Each condition is on a column that one of the tables has; lines are left out of the table whose amounts count.
 *
 * @throws MissingColumnError for a column that no table has; InputError for lines whose amounts are none of their orders'
 */
export function refuseUnknownConditions(
  inputs: readonly InputFile[],
  { layouts, joined }: Pick<PlannedTables, "layouts" | "joined">,
  { where = [], excludeLines = [] }: FilterOptions,
): void {
  const header = [...new Set(layouts.flatMap((layout) => layout.header))];
  const file = { fileName: inputs[0]?.source.name ?? "", header };
  const has = (column: string, at: number): boolean => namedColumn(layouts[at]?.header ?? [], column) !== null;
  for (const { column } of where) if (!joined.some((_, at) => has(column, at))) optionColumn(file, column, "--where");
  for (const { column } of excludeLines) {
    if (joined.some(({ role }, at) => role === "amounts" && has(column, at))) continue;
    const other = joined.findIndex((_, at) => has(column, at));
    if (other < 0) optionColumn(file, column, "--exclude-lines");
    throw new InputError(
      `--exclude-lines: "${column}" is a column of ${inputs[other]?.source.name ?? ""}, whose rows are not lines that make up the orders' amounts`,
      { hint: "name the amounts of the lines with --amount, or with --quantity and --price, and leave their rows out" },
    );
  }
}
