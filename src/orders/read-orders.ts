/*
 * The room of orders: rows become orders. scan/ (the fast path) and rows/ (the one definition of a row) read every file into
 * one table of rows; assemble/ joins rows that repeat, judges statuses and currencies, and makes an entry for each order or
 * dated refund; ledger/ names what became of every row. readOrders is the way in.
 */
import { ThreadsLost } from "../csv/threads/threads-lost.ts";
import { InputError } from "../errors.ts";
import { countSameNames, type SameNames } from "../exports/detect/customers/same-names.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { lineColumns } from "../exports/lines/line-columns.ts";
import { type PlanOptions, planFiles, refuseNoRows, withoutOwnOutputs } from "../exports/plan-files.ts";
import { sha256Of } from "../files/byte-source.ts";
import { type FindInputsOptions, findInputs, type InputFile, type PassedOver } from "../files/find-inputs.ts";
import { refuseChanged } from "../files/refuse-changed.ts";
import { openTables } from "../typed/open-tables.ts";
import { type AmountCheck, checkAmount } from "./amount-check.ts";
import { type Assembled, type AssembleOptions, assembleOrders } from "./assemble/assemble.ts";
import { tellBothAnswers } from "./assemble/both-answers.ts";
import {
  findRefundedCustomers,
  type LeftOut,
  type LinkedCustomers,
  linkCustomers,
  setAsideCustomers,
  stripPointZero,
} from "./assemble/customers/customers.ts";
import { seenAddresses } from "./assemble/customers/seen-addresses.ts";
import { refuseIdleAmountPer } from "./assemble/money/amount-per.ts";
import { hasStatus, refuseIdleStatusOptions, type StatusGaps, statusGaps } from "./assemble/statuses/status-words.ts";
import { type WithoutOrderId, withoutOrderId } from "./assemble/without-order-id.ts";
import { historyOf } from "./build-history.ts";
import type { OrderHistory } from "./history.ts";
import { isNothingLeft, nothingLeft } from "./nothing-left.ts";
import type { SeenAddresses } from "./order-table.ts";
import { firstChoices, type ReadChoices, type ReadFilesOptions, readFiles, restartWith } from "./read-files.ts";
import { ReadingThreads } from "./reading-threads.ts";
import { checkRejects, type RejectLimit } from "./reject-limit.ts";
import type { FileResult } from "./rows/file-findings.ts";
import { countedInput } from "./rows/progress.ts";
import type { RowColumns } from "./rows/row-columns.ts";
import type { RejectedRow, RowTable } from "./rows/row-table.ts";
import type { FileUnderstanding, Reader, Understanding } from "./understanding.ts";

/** How exports are to be read, where the user knows better than the data can tell. */
export interface ReadOptions extends PlanOptions, AssembleOptions, ReadFilesOptions {
  /** Customers to leave out, by id or e-mail address; addresses are compared in their one form. */
  readonly excludeCustomers?: ReadonlySet<string> | undefined;
  /** Whether to take the SHA-256 of each file, which reads it once more. */
  readonly hashFiles?: boolean | undefined;
  /** Whether to compare each file's amounts with its other columns, which reads it once more. */
  readonly checkAmounts?: boolean | undefined;
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
  given: ReadOptions,
  context: FindInputsOptions,
): Promise<OrderHistory> {
  const options = withAddresses(given);
  const { onProgress } = options;
  const found = await findInputs(exports, { ...context, stdin: countedInput(context.stdin, onProgress) });
  const { inputs: files, passedOver } = await withoutOwnOutputs(found.inputs, found.passedOver, options.isOwnOutput);
  const inputs = await openTables(files);
  const choices = firstChoices(options);
  const threads = new ReadingThreads(inputs, options);
  try {
    for (;;) {
      try {
        return await readOnce(inputs, passedOver, { options, choices, threads });
      } catch (error) {
        if (error instanceof ThreadsLost && threads.count > 1) threads.giveUp();
        else if (!restartWith(choices, error)) throw error;
        threads.forget();
      }
    }
  } catch (error) {
    await refuseChanged(inputs); // half a file can look wrong in any way: that it is half comes first
    throw error;
  } finally {
    await threads.close();
  }
}

/** Whoever is to be left out may be known by an address that is nobody's key. */
function withAddresses(options: ReadOptions): ReadOptions {
  const isNeeded = options.excludeCustomers !== undefined && options.contacts === undefined;
  return isNeeded ? { ...options, contacts: { addressesOnly: true } } : options;
}

async function readOnce(
  inputs: readonly InputFile[],
  passedOver: readonly PassedOver[],
  {
    options,
    choices,
    threads,
  }: { readonly options: ReadOptions; readonly choices: ReadChoices; readonly threads: ReadingThreads },
): Promise<OrderHistory> {
  const plans = await planFiles(inputs, { ...options, encodingBy: choices.encodingBy });
  refuseIdleStatusOptions(plans, options);
  refuseIdleAmountPer(plans, options.amountPer);
  const { table, results, readers } = await readFiles(plans, { choices, threads, options });
  await threads.close(); // whose memory is needed for what follows
  if (results.every((result) => result.rows === 0)) throw refuseNoRows(plans);
  const rows = table.view();
  const { seen, ...customers } = resolveCustomers(rows, table, { plans, results, options });
  tellBothAnswers(rows, table, plans);
  if (isNothingLeft(rows)) throw await nothingLeft(rows, { plans, filter: options });
  const assembled = assembleOrders(rows, table, { plans, options });
  const rejects = allRejects(rows, { plans, results, assembled });
  const hashes: string[] = [];
  if (options.hashFiles === true) for (const { source } of plans) hashes.push(await sha256Of(source));
  const checks: (AmountCheck | null)[] = [];
  if (options.checkAmounts === true) for (const plan of plans) checks.push(await checkAmount(plan));
  const sameNames = await countSameNames(plans);
  await refuseChanged(inputs);
  const noId = withoutOrderId(assembled.entries, {
    customers: table.customers.length,
    isEvery: plans.every(({ layout }) => layout.columns.order.length === 0),
  });
  return {
    ...historyOf(rows, table, { plans, assembled, joinedTo: customers.linked?.joinedTo ?? null, seen }),
    rejects,
    understanding: understandingOf({
      plans,
      results,
      readers,
      assembled,
      passedOver,
      hashes,
      checks,
      sameNames,
      statusGaps: statusGaps(plans, assembled.statuses, options),
      withoutOrderId: noId,
      ...customers,
    }),
  };
}

/** What became of the customers' keys before orders were put together. */
interface ResolvedCustomers {
  readonly pointZeroIds: boolean;
  readonly linked: LinkedCustomers | null;
  readonly excluded: LeftOut | null;
  readonly seen: SeenAddresses | undefined;
}

function resolveCustomers(
  rows: RowColumns,
  table: RowTable,
  { plans, results, options }: { plans: readonly FilePlan[]; results: readonly FileResult[]; options: ReadOptions },
): ResolvedCustomers {
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
  const joinedTo = linked?.joinedTo ?? null;
  const seen = seenAddresses(rows, table, { plans, results, joinedTo });
  const entries = options.excludeCustomers;
  const excluded = entries === undefined ? null : setAsideCustomers(rows, table, { entries, joinedTo, seen });
  return { pointZeroIds, linked, excluded, seen };
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
  readers,
  assembled,
  passedOver,
  hashes,
  checks,
  ...customers
}: Omit<ResolvedCustomers, "seen"> & {
  checks: readonly (AmountCheck | null)[];
  plans: readonly FilePlan[];
  results: readonly FileResult[];
  readers: readonly Reader[];
  assembled: Assembled;
  passedOver: readonly PassedOver[];
  hashes: readonly string[];
  sameNames: SameNames | null;
  statusGaps: StatusGaps | null;
  withoutOrderId: WithoutOrderId | null;
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
      costPer: assembled.marginPer[file] ?? null,
      amountCheck: checks[file] ?? null,
      lines: lineSources(plan),
      contacts: contactSources(plan),
      reader: readers[file] ?? "tolerant",
    };
  });
  return {
    files,
    passedOver,
    statuses: assembled.statuses,
    hasStatus: plans.some(hasStatus),
    ...assembled.currency,
    blankMargins: assembled.blankMargins,
    splitLines: assembled.splitLines,
    roundedRows: results.reduce((sum, result) => sum + result.rounded, 0),
    destroyedIds: firstFound(plans, results, (result) => result.destroyedIds),
    garbled: firstFound(plans, results, (result) => result.garbled),
    ...customers,
  };
}

/** The columns of line items that a file has, as its header calls them, whether or not they are read. */
function lineSources({ layout }: FilePlan): FileUnderstanding["lines"] {
  return [...lineColumns(layout)].map(([role, column]) => ({ role, column: layout.header[column]?.trim() ?? "" }));
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
