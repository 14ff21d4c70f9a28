import { NO_DAY, REJECT_REASONS, reasonCode } from "../core/ledger/entries.ts";
import type { KeptValues, OrderTable } from "../core/order-table.ts";
import { InputError } from "../errors.ts";
import { type Assembled, type AssembleOptions, assembleOrders, orderIdOf } from "./assemble/assemble.ts";
import {
  findRefundedCustomers,
  type LinkedCustomers,
  linkCustomers,
  setAsideCustomers,
  stripPointZero,
} from "./assemble/customers.ts";
import type { EntryColumns } from "./assemble/entry-columns.ts";
import type { OrderHistory } from "./history.ts";
import { sha256Of } from "./inputs/byte-source.ts";
import { type FindInputsOptions, findInputs, type PassedOver } from "./inputs/find-inputs.ts";
import { refuseChanged } from "./inputs/refuse-changed.ts";
import { type PlanOptions, planFiles, refuseNoRows, withoutOwnOutputs } from "./plan-files.ts";
import type { FilePlan, FileResult } from "./read/file-plan.ts";
import { countedInput, type OnProgress, ReadMeter } from "./read/progress.ts";
import { readRows } from "./read/read-rows.ts";
import { type RejectedRow, type RowColumns, RowTable } from "./read/row-table.ts";
import { checkRejects, type RejectLimit } from "./reject-limit.ts";
import type { FileUnderstanding, Understanding } from "./understanding.ts";

/** How exports are to be read, where the user knows better than the data can tell. */
export interface ReadOptions extends PlanOptions, AssembleOptions {
  /** Keys of customers to leave out, e-mail addresses in lower case. */
  readonly excludeCustomers?: ReadonlySet<string> | undefined;
  /** Whether to take the SHA-256 of each file, which reads it once more. */
  readonly hashFiles?: boolean | undefined;
  /** Told how far the reading is, once a block. */
  readonly onProgress?: OnProgress | undefined;
}

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

/** Reads the exports without judging how many rows were unreadable. */
export async function readHistory(
  exports: readonly string[],
  options: ReadOptions,
  context: FindInputsOptions,
): Promise<OrderHistory> {
  const { onProgress } = options;
  const found = await findInputs(exports, { ...context, stdin: countedInput(context.stdin, onProgress) });
  const { inputs, passedOver } = await withoutOwnOutputs(found.inputs, found.passedOver);
  const plans = await planFiles(inputs, options);
  const keep = options.keep ?? [];
  const contacts = (plans[0]?.contacts ?? []).map(({ name }) => name);
  const table = new RowTable([...keep, ...contacts]);
  const meter = new ReadMeter(
    plans.reduce((sum, plan) => sum + plan.source.size, 0),
    onProgress,
  );
  const results: FileResult[] = [];
  for (const plan of plans) results.push(await readRows(plan, table, meter));
  if (results.every((result) => result.rows === 0)) throw refuseNoRows(plans);
  const rows = table.view();
  const customers = settleCustomers(rows, table, { plans, results, options });
  const assembled = assembleOrders(rows, table, { plans, options });
  const rejects = allRejects(rows, { plans, results, assembled });
  const hashes: string[] = [];
  if (options.hashFiles === true) for (const { source } of plans) hashes.push(await sha256Of(source));
  await refuseChanged(inputs);
  return {
    ...historyOf(rows, table, { plans, assembled, joinedTo: customers.linked?.joinedTo ?? null }),
    rejects,
    understanding: understandingOf({ plans, results, assembled, passedOver, hashes, ...customers }),
  };
}

/** What became of the customers' keys before orders were put together. */
interface SettledCustomers {
  readonly pointZeroIds: boolean;
  readonly linked: LinkedCustomers | null;
  readonly excludedCustomers: number;
}

function settleCustomers(
  rows: RowColumns,
  table: RowTable,
  { plans, results, options }: { plans: readonly FilePlan[]; results: readonly FileResult[]; options: ReadOptions },
): SettledCustomers {
  const sources = (test: (result: FileResult) => boolean): ReadonlySet<number> =>
    new Set(plans.filter((_, file) => test(results[file] as FileResult)).map((plan) => plan.origin));
  const [broken, other] = [sources((result) => result.pointZeroIds), sources((result) => !result.wholeIds)];
  const isAffected = (file: number): boolean => {
    const origin = plans[file]?.origin ?? -1;
    return broken.has(origin) && !other.has(origin);
  };
  const pointZeroIds = plans.some((plan) => isAffected(plan.file));
  if (pointZeroIds) stripPointZero(rows, table, isAffected);
  if (table.references.length > 0) findRefundedCustomers(rows, table);
  const links = results.flatMap((result) => result.links);
  const linked = plans.some((plan) => plan.noteLinks) ? linkCustomers(rows, table, links) : null;
  const excluded = options.excludeCustomers;
  const excludedCustomers =
    excluded === undefined ? 0 : setAsideCustomers(rows, table, { keys: excluded, joinedTo: linked?.joinedTo ?? null });
  return { pointZeroIds, linked, excludedCustomers };
}

function allRejects(
  rows: RowColumns,
  { plans, results, assembled }: { plans: readonly FilePlan[]; results: readonly FileResult[]; assembled: Assembled },
): readonly RejectedRow[] {
  const undated = assembled.undated.map((row): RejectedRow => {
    const plan = plans[rows.file[row] as number] as FilePlan;
    const column = plan.layout.header[plan.layout.columns.date]?.trim() ?? "";
    return { file: plan.source.name, line: rows.line[row] as number, column, value: "", reason: "unreadable date" };
  });
  const fileOf = new Map(plans.map((plan) => [plan.source.name, plan.file]));
  return [...results.flatMap((result) => result.rejects), ...undated].sort(
    (a, b) => (fileOf.get(a.file) ?? 0) - (fileOf.get(b.file) ?? 0) || a.line - b.line,
  );
}

function understandingOf({
  plans,
  results,
  assembled,
  passedOver,
  hashes,
  ...customers
}: SettledCustomers & {
  plans: readonly FilePlan[];
  results: readonly FileResult[];
  assembled: Assembled;
  passedOver: readonly PassedOver[];
  hashes: readonly string[];
}): Understanding {
  const files = plans.map((plan, file): FileUnderstanding => {
    const decision = assembled.decisions[plan.origin];
    return {
      name: plan.source.name,
      path: plan.path,
      bytes: plan.source.size,
      sha256: hashes[file] ?? null,
      rows: results[file]?.rows ?? 0,
      layout: plan.layout,
      formats: plan.formats,
      origin: plan.origin,
      amountPer: decision?.per ?? "order",
      amountEvidence: decision?.evidence ?? "",
      contacts: contactSources(plan),
      reader: "tolerant",
    };
  });
  return {
    files,
    passedOver,
    statuses: assembled.statuses,
    hasStatus: plans.some(({ layout }) => layout.columns.status !== null || layout.columns.rules.length > 0),
    currency: assembled.currency,
    roundedRows: results.reduce((sum, result) => sum + result.rounded, 0),
    destroyedIds: firstFound(plans, results, (result) => result.destroyedIds),
    garbled: firstFound(plans, results, (result) => result.garbled),
    ...customers,
  };
}

/** The contact columns that a file has, as its header calls them. */
function contactSources({ contacts, kept, layout }: FilePlan): FileUnderstanding["contacts"] {
  const columns = kept.slice(kept.length - contacts.length);
  return contacts.flatMap(({ field }, index) => {
    const column = columns[index] ?? null;
    return column === null ? [] : [{ field, column: layout.header[column]?.trim() ?? "" }];
  });
}

/** The first file's finding, with the file's name, and all files' counts together. */
function firstFound<T extends { readonly count: number }>(
  plans: readonly FilePlan[],
  results: readonly FileResult[],
  pick: (result: FileResult) => T | null,
): (T & { readonly file: string }) | null {
  const found = results.flatMap((result, file) => {
    const finding = pick(result);
    return finding === null ? [] : [{ ...finding, file: plans[file]?.source.name ?? "" }];
  });
  const [first] = found;
  return first === undefined ? null : { ...first, count: found.reduce((sum, { count }) => sum + count, 0) };
}

function historyOf(
  rows: RowColumns,
  table: RowTable,
  {
    plans,
    assembled: { entries },
    joinedTo,
  }: { plans: readonly FilePlan[]; assembled: Assembled; joinedTo: Int32Array | null },
): Omit<OrderHistory, "understanding" | "rejects"> {
  const span = daySpan(rows);
  const files = plans.map((plan) => plan.source.name);
  const customerKeys = table.customers.texts;
  const usable: number[] = [];
  for (let entry = 0; entry < entries.length; entry += 1) {
    const isUsed = entries.reason[entry] === 0 && entries.net[entry] !== 0 && (entries.customer[entry] as number) >= 0;
    if (isUsed) usable.push(entry);
  }
  const hasMargin = plans.some(({ layout: { columns } }) => columns.margin !== null || columns.cost !== null);
  return {
    orders: {
      length: usable.length,
      customer: Int32Array.from(usable, (entry) => entries.customer[entry] as number),
      day: Int32Array.from(usable, (entry) => entries.day[entry] as number),
      amount: Float64Array.from(usable, (entry) => entries.net[entry] as number),
      margin: hasMargin ? Float64Array.from(usable, (entry) => entries.margin[entry] as number) : null,
      customerKeys,
      firstDay: span.first,
      lastDay: span.newest,
      orderId: (order) => orderIdOf(table, entries.order[usable[order] as number] as number),
      ...carriedColumns(table, { plans, entries, usable }),
      joinedTo,
    },
    entries: { ...entries, orderId: (entry) => orderIdOf(table, entries.order[entry] as number), customerKeys, files },
    rows: rows.length,
    newest: {
      day: span.newest,
      file: files[rows.file[span.newestRow] as number] ?? "",
      line: rows.line[span.newestRow] ?? 0,
    },
    nextNewestDay: span.nextNewest,
  };
}

/** The columns that were carried along: those to be kept, and then those of the contacts. */
function carriedColumns(
  table: RowTable,
  { plans, entries, usable }: { plans: readonly FilePlan[]; entries: EntryColumns; usable: readonly number[] },
): Pick<OrderTable, "kept" | "contacts"> {
  const slots = plans[0]?.contacts ?? [];
  const columns = table.kept.map(({ texts }, index) => ({
    name: table.keptNames[index] ?? "",
    values: texts,
    codes: Int32Array.from(usable, (entry) => entries.kept[index]?.[entry] ?? -1),
  }));
  const kept = columns.slice(0, columns.length - slots.length);
  const contacts = slots.map((slot, index) => ({ ...(columns[kept.length + index] as KeptValues), ...slot }));
  return { kept, contacts };
}

const NOT_DATED: ReadonlySet<number> = new Set([
  ...REJECT_REASONS.map(reasonCode),
  reasonCode("test order"),
  reasonCode("blank line"),
  reasonCode("total row"),
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
