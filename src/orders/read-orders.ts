import { formatDay } from "../core/calendar/days.ts";
import { NO_DAY, type OrderEntries, REJECT_REASONS, reasonCode } from "../core/ledger/entries.ts";
import type { OrderTable } from "../core/order-table.ts";
import { EmptyInputError, InputError, TooManyRejectsError } from "../errors.ts";
import { type AmountDecision, decideAmountPer } from "./assemble/amount-per.ts";
import { buildEntries, type EntryColumns } from "./assemble/build-entries.ts";
import { setAsideDuplicates } from "./assemble/duplicates.ts";
import { groupRows, type OrderGroups } from "./assemble/groups.ts";
import { judgeStatuses, type StatusOptions } from "./assemble/judge-statuses.ts";
import { keepCurrency } from "./assemble/keep-currency.ts";
import { columnNamed } from "./detect/columns.ts";
import { detectLayout, type Layout, type LayoutOptions, peekHeader } from "./detect/layout.ts";
import { isOwnFile } from "./detect/own-files.ts";
import { type Formats, type SettleOptions, settleFormats } from "./detect/settle.ts";
import { type Survey, surveyFile } from "./detect/survey.ts";
import { type FindInputsOptions, findInputs, type InputFile, type PassedOver } from "./inputs/find-inputs.ts";
import { type FilePlan, ORIGIN_MARK, readRows } from "./read/read-rows.ts";
import { type RejectedRow, type RowColumns, RowTable } from "./read/row-table.ts";
import type { FileUnderstanding, Understanding } from "./understanding.ts";

/** How exports are to be read, where the user knows better than the data can tell. */
export interface ReadOptions extends LayoutOptions, SettleOptions, StatusOptions {
  /** Whether an amount column holds each order's total or each line's amount. */
  readonly amountPer?: "order" | "line" | undefined;
  /** `ignore` leaves all refunds out of spend. Default `net`. */
  readonly refunds?: "net" | "ignore" | undefined;
  /** Keeps only the money of this currency. */
  readonly currency?: string | undefined;
  /** Columns of the exports to carry along with every order, by their header names. */
  readonly keep?: readonly string[] | undefined;
}

/** Everything that was read from the exports. */
export interface OrderHistory {
  /** Purchases and refunds of known customers: what the analyses work on. */
  readonly orders: OrderTable;
  /** Every order, refund and set-aside row: what the ledger adds up. */
  readonly entries: OrderEntries;
  readonly understanding: Understanding;
  readonly rejects: readonly RejectedRow[];
  /** All rows read. */
  readonly rows: number;
  /** The newest day of any readable row that is not a test order, and the next newest. */
  readonly newest: { readonly day: number; readonly file: string; readonly line: number };
  readonly nextNewestDay: number | null;
}

/** How many unreadable rows are too many. */
export interface RejectLimit {
  /** Whole number of rows, or a share 0 … 1 of all rows (then more than three rows are needed as well). */
  readonly rows?: number | undefined;
  readonly share?: number | undefined;
}

const DEFAULT_REJECT_LIMIT: RejectLimit = { share: 0.01 };

/** How far the newest day may lie ahead of the next newest before it looks like a typing error. */
const LONGEST_GAP_DAYS = 366;

/**
 * Reads order exports into one history: files, folders, globs, or `-` for standard input.
 *
 * @throws InputError (with its kinds) where the exports cannot be read or understood
 * @throws TooManyRejectsError where more rows are unreadable than allowed
 */
export async function readOrders(
  exports: readonly string[],
  options: ReadOptions & { readonly maxRejects?: RejectLimit } = {},
  context: Partial<FindInputsOptions> = {},
): Promise<OrderHistory> {
  const history = await readHistory(exports, options, {
    cwd: context.cwd ?? ".",
    stdin: context.stdin ?? noStandardInput,
  });
  checkRejects(history, options.maxRejects);
  return history;
}

function noStandardInput(): never {
  throw new InputError("standard input cannot be read here", {
    hint: "name files or folders, or pass a stdin function",
  });
}

/**
 * The as-of date where the user names none: the newest day in the data, never the clock.
 *
 * @throws InputError when that day lies more than a year ahead of the next newest, which is a typing error most likely
 */
export function defaultAsOf({ newest, nextNewestDay }: OrderHistory): number {
  if (nextNewestDay !== null && newest.day - nextNewestDay > LONGEST_GAP_DAYS) {
    const [day, next] = [formatDay(newest.day), formatDay(nextNewestDay)];
    throw new InputError(
      `${newest.file}: line ${newest.line} is dated ${day}, more than a year after the next newest day, ${next}`,
      { hint: `correct the row, or say which day is the last with --as-of ${next} (or --as-of ${day})` },
    );
  }
  return newest.day;
}

/** Stops a run that could not read too many of its rows. */
export function checkRejects(history: OrderHistory, limit: RejectLimit = DEFAULT_REJECT_LIMIT): void {
  const count = history.rejects.length;
  const tooMany =
    limit.rows === undefined ? count > 3 && count > (limit.share ?? 0) * history.rows : count > limit.rows;
  if (!tooMany) return;
  const byReason = REJECT_REASONS.flatMap((reason) => {
    const those = history.rejects.filter((reject) => reject.reason === reason);
    const [first] = those;
    if (first === undefined) return [];
    const value = first.value === "" ? "blank" : `"${first.value.slice(0, 40)}"`;
    return [`${those.length} ${reason} (first: ${first.file} line ${first.line}, ${value})`];
  });
  const allowed = limit.rows === undefined ? `${(limit.share ?? 0) * 100} %` : String(limit.rows);
  throw new TooManyRejectsError(
    `${count} of ${history.rows} rows cannot be read, more than the ${allowed} that --max-rejects allows: ${byReason.join("; ")}`,
    "see them all with --rejects FILE; then correct the export or name the format, or raise --max-rejects",
  );
}

/** Reads the exports without judging how many rows were unreadable. */
export async function readHistory(
  exports: readonly string[],
  options: ReadOptions,
  context: FindInputsOptions,
): Promise<OrderHistory> {
  const found = await findInputs(exports, context);
  const { inputs, passedOver } = await withoutOwnOutputs(found.inputs, found.passedOver);
  const layouts: Layout[] = [];
  for (const input of inputs) layouts.push(await detectLayout(input.source, options));
  const origins = originsOf(layouts);
  const formats = await settleAll(inputs, { layouts, origins, options });
  const table = new RowTable(options.keep);
  table.statuses.code("");
  table.currencies.code("");
  const kept = keptColumns(inputs, layouts, options.keep ?? []);
  const plans = inputs.map(
    (input, file): FilePlan => ({
      source: input.source,
      layout: layouts[file] as Layout,
      formats: formats[file] as Formats,
      file,
      origin: origins[file] as number,
      mayOverlap: origins.filter((origin) => origin === origins[file]).length > 1,
      kept: kept[file] ?? [],
    }),
  );
  const results: Awaited<ReturnType<typeof readRows>>[] = [];
  for (const plan of plans) results.push(await readRows(plan, table));
  refuseNoRows(plans, results);
  const rows = table.view();
  const pointZeroIds = stripPointZero(rows, table, { plans, results });
  const names = inputs.map((input) => input.source.name);
  const assembled = assemble(rows, table, { plans, options });
  const rejects = [...results.flatMap((result) => result.rejects), ...undatedRejects(rows, plans, assembled.undated)];
  const files = plans.map((plan, file): FileUnderstanding => {
    const decision = assembled.decisions[plan.origin] as AmountDecision;
    return {
      name: plan.source.name,
      bytes: plan.source.size,
      rows: results[file]?.rows ?? 0,
      layout: plan.layout,
      formats: plan.formats,
      origin: plan.origin,
      amountPer: decision.per,
      amountEvidence: decision.evidence,
      reader: "tolerant",
    };
  });
  return {
    ...historyOf(rows, table, { entries: assembled.entries, names, rejects }),
    understanding: {
      files,
      passedOver,
      statuses: assembled.statuses,
      hasStatus: layouts.some((layout) => layout.columns.status !== null),
      currency: assembled.currency,
      roundedRows: results.reduce((sum, result) => sum + result.rounded, 0),
      pointZeroIds,
    },
  };
}

/** Passes over this program's own files in folders; `rfm orders` files that the user names are exports like any other. */
async function withoutOwnOutputs(
  inputs: readonly InputFile[],
  passedOver: readonly PassedOver[],
): Promise<{ inputs: readonly InputFile[]; passedOver: readonly PassedOver[] }> {
  const kept: InputFile[] = [];
  const own: PassedOver[] = [];
  for (const input of inputs) {
    const header = input.named ? null : await peekHeader(input.source);
    if (header !== null && isOwnFile(header)) own.push({ name: input.source.name, why: "own output" });
    else kept.push(input);
  }
  if (kept.length === 0) {
    throw new EmptyInputError("no exports to read: the folder only has files that this program wrote", {
      hint: "name the exports' folder, or a file of rfm orders by its own name",
    });
  }
  return { inputs: kept, passedOver: [...passedOver, ...own] };
}

/** Numbers the sources: files of one platform, or with the same header line, are one. */
function originsOf(layouts: readonly Layout[]): readonly number[] {
  const known = new Map<string, number>();
  return layouts.map((layout) => {
    const key =
      layout.platform === "generic" ? layout.header.map((cell) => cell.trim()).join("\u0000") : layout.platform;
    const origin = known.get(key) ?? known.size;
    known.set(key, origin);
    return origin;
  });
}

async function settleAll(
  inputs: readonly InputFile[],
  { layouts, origins, options }: { layouts: readonly Layout[]; origins: readonly number[]; options: ReadOptions },
): Promise<readonly Formats[]> {
  const questions = { dates: options.dateFormat === undefined, numbers: options.decimal === undefined };
  const surveys: Survey[] = [];
  for (const [file, input] of inputs.entries()) {
    surveys.push(await surveyFile(input.source, layouts[file] as Layout, questions));
  }
  const formats: Formats[] = [];
  for (const origin of new Set(origins)) {
    const files = origins.flatMap((other, file) => (other === origin ? [file] : []));
    const named = files.map((file) => ({ name: inputs[file]?.source.name ?? "", survey: surveys[file] as Survey }));
    const settled = settleFormats(named, options);
    for (const [index, file] of files.entries()) formats[file] = settled[index] as Formats;
  }
  return formats;
}

/** Where the kept columns stand in each file; at least one file must have each of them. */
function keptColumns(
  inputs: readonly InputFile[],
  layouts: readonly Layout[],
  names: readonly string[],
): readonly (readonly (number | null)[])[] {
  const place = (header: readonly string[], name: string): number | null => {
    const at = header.findIndex((cell) => cell.trim().toLowerCase() === name.trim().toLowerCase());
    return at < 0 ? null : at;
  };
  for (const name of names) {
    if (layouts.some(({ header }) => place(header, name) !== null)) continue;
    columnNamed(inputs[0]?.source.name ?? "", layouts[0]?.header ?? [], { option: name, flag: "a column to keep" });
  }
  return layouts.map(({ header }) => names.map((name) => place(header, name)));
}

function refuseNoRows(plans: readonly FilePlan[], results: readonly { readonly rows: number }[]): void {
  if (results.some((result) => result.rows > 0)) return;
  const names = plans.map((plan) => plan.source.name).join(", ");
  throw new EmptyInputError(`${names}: only a header, no rows`, {
    hint: "export again with a range of dates that has orders",
  });
}

/** Whole-number ids that a data frame turned into `17850.0` lose the `.0` again, in sources where all ids are whole. */
function stripPointZero(
  rows: RowColumns,
  table: RowTable,
  { plans, results }: { plans: readonly FilePlan[]; results: readonly Awaited<ReturnType<typeof readRows>>[] },
): boolean {
  const broken = new Set<number>();
  const whole = new Set<number>();
  for (const [file, plan] of plans.entries()) {
    if (results[file]?.pointZeroIds) broken.add(plan.origin);
    if (!results[file]?.wholeIds) whole.add(plan.origin);
  }
  const affected = plans.map((plan) => broken.has(plan.origin) && !whole.has(plan.origin));
  if (!affected.includes(true)) return false;
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer < 0 || affected[rows.file[row] as number] !== true) continue;
    const id = table.customers.texts[customer] as string;
    if (/^\d+\.0$/.test(id)) rows.customer[row] = table.customers.code(id.slice(0, -2));
  }
  return true;
}

interface Assembled {
  readonly entries: EntryColumns;
  readonly undated: readonly number[];
  readonly decisions: readonly AmountDecision[];
  readonly statuses: Understanding["statuses"];
  readonly currency: string;
}

function assemble(
  rows: RowColumns,
  table: RowTable,
  { plans, options }: { plans: readonly FilePlan[]; options: ReadOptions },
): Assembled {
  const groups = groupRows(
    rows,
    table.orders.texts.length,
    (row) => plans[rows.file[row] as number]?.layout.platform === "rfm orders",
  );
  const orderId = (order: number): string => orderIdOf(table, order);
  const origins = [...new Set(plans.map((plan) => plan.origin))];
  const decisions = origins.map((origin) => decideFor(rows, groups, { origin, plans, options, orderId }));
  for (const origin of origins) {
    const files = new Set(plans.filter((plan) => plan.origin === origin).map((plan) => plan.file));
    setAsideDuplicates(rows, groups, { files, perOrder: decisions[origin]?.per === "order" });
  }
  const statuses = judgeStatuses(rows, groups, table.statuses.texts, options);
  const currency = keepCurrency(rows, groups, table.currencies.texts, options.currency);
  const perOrder = plans.map((plan) => decisions[plan.origin]?.per === "order");
  const { entries, undated } = buildEntries(rows, groups, {
    isOrderTotal: (row) => perOrder[rows.file[row] as number] === true,
    refunds: options.refunds ?? "net",
    orderId,
    fileName: (file) => plans[file]?.source.name ?? "",
  });
  return { entries, undated, decisions, statuses, currency };
}

function decideFor(
  rows: RowColumns,
  groups: OrderGroups,
  context: {
    origin: number;
    plans: readonly FilePlan[];
    options: ReadOptions;
    orderId: (order: number) => string;
  },
): AmountDecision {
  const own = context.plans.filter((plan) => plan.origin === context.origin);
  const [first] = own;
  if (first === undefined) return { per: "order", evidence: "" };
  const { amount } = first.layout.columns;
  if (amount.kind === "product") {
    const name = (column: number): string => first.layout.header[column]?.trim() ?? "";
    return { per: "line", evidence: `"${name(amount.quantity)}" × "${name(amount.price)}"` };
  }
  const files = new Set(own.map((plan) => plan.file));
  return decideAmountPer(rows, groups, {
    per: amount.per,
    option: context.options.amountPer,
    column: first.layout.header[amount.column]?.trim() ?? "",
    name: first.source.name,
    orderId: context.orderId,
    isOwn: (row) => files.has(rows.file[row] as number),
  });
}

function orderIdOf(table: RowTable, order: number): string {
  const text = table.orders.texts[order] ?? "";
  return text.slice(text.indexOf(ORIGIN_MARK) + 1);
}

function undatedRejects(rows: RowColumns, plans: readonly FilePlan[], undated: readonly number[]): RejectedRow[] {
  return undated.map((row) => {
    const plan = plans[rows.file[row] as number] as FilePlan;
    const column = plan.layout.header[plan.layout.columns.date]?.trim() ?? "";
    return { file: plan.source.name, line: rows.line[row] as number, column, value: "", reason: "unreadable date" };
  });
}

function historyOf(
  rows: RowColumns,
  table: RowTable,
  { entries, names, rejects }: { entries: EntryColumns; names: readonly string[]; rejects: readonly RejectedRow[] },
): Omit<OrderHistory, "understanding"> {
  const span = daySpan(rows);
  const customerKeys = table.customers.texts;
  const usable: number[] = [];
  for (let entry = 0; entry < entries.length; entry += 1) {
    const isUsed = entries.reason[entry] === 0 && entries.net[entry] !== 0 && (entries.customer[entry] as number) >= 0;
    if (isUsed) usable.push(entry);
  }
  return {
    orders: {
      length: usable.length,
      customer: Int32Array.from(usable, (entry) => entries.customer[entry] as number),
      day: Int32Array.from(usable, (entry) => entries.day[entry] as number),
      amount: Float64Array.from(usable, (entry) => entries.net[entry] as number),
      customerKeys,
      firstDay: span.first,
      lastDay: span.newest,
      orderId: (order) => orderIdOf(table, entries.order[usable[order] as number] as number),
      kept: table.kept.map(({ name, values }, index) => ({
        name,
        values: values.texts,
        codes: Int32Array.from(usable, (entry) => entries.kept[index]?.[entry] ?? -1),
      })),
    },
    entries: {
      ...entries,
      orderId: (entry) => orderIdOf(table, entries.order[entry] as number),
      customerKeys,
      files: names,
    },
    rejects: rejects.toSorted((a, b) => names.indexOf(a.file) - names.indexOf(b.file) || a.line - b.line),
    rows: rows.length,
    newest: {
      day: span.newest,
      file: names[rows.file[span.newestRow] as number] ?? "",
      line: rows.line[span.newestRow] ?? 0,
    },
    nextNewestDay: span.nextNewest,
  };
}

const NOT_DATED: ReadonlySet<number> = new Set([
  ...REJECT_REASONS.map(reasonCode),
  reasonCode("test order"),
  reasonCode("blank line"),
]);

/** The days of the readable rows that are not test orders: first, newest with its row, next newest. */
function daySpan(rows: RowColumns): { first: number; newest: number; newestRow: number; nextNewest: number | null } {
  let [first, newest, newestRow, next] = [NO_DAY, NO_DAY, -1, NO_DAY];
  for (let row = 0; row < rows.length; row += 1) {
    const day = rows.day[row] as number;
    if (day === NO_DAY || NOT_DATED.has(rows.reason[row] as number)) continue;
    if (first === NO_DAY || day < first) first = day;
    if (day > newest) {
      next = newest;
      newest = day;
      newestRow = row;
    } else if (day > next && day < newest) {
      next = day;
    }
  }
  return { first, newest, newestRow, nextNewest: next === NO_DAY ? null : next };
}
