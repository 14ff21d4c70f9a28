import type { PlanOptions } from "../exports/plan-options.ts";
/*
 * The room of orders: rows become orders. scan/ (the fast path) and rows/ (the one definition of a row) read every file into
 * one table of rows; assemble/ makes orders of them, step by step (assemble/steps.ts); ledger/ names what became of every
 * row. readOrders is the way in.
 */

import { ThreadsLost } from "../csv/threads/threads-lost.ts";
import { InputError } from "../errors.ts";
import { isOfCustomers } from "../exports/detect/customers/customer-table.ts";
import { countSameNames } from "../exports/detect/customers/same-names.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { isOfOrders } from "../exports/join/joined-file.ts";
import { isFile } from "../exports/join/plan-tables.ts";
import { withRowsPerLine } from "../exports/lines/rows-per-line.ts";
import { NAMES_OF_ORDERS } from "../exports/names-of-orders.ts";
import { planFiles, refuseNoRows, withoutOwnOutputs } from "../exports/plan-files.ts";
import type { PlannedFile } from "../exports/plan-options.ts";
import { OpenQuestions } from "../exports/told-together.ts";
import { FileHashes } from "../files/file-hashes.ts";
import { type FindInputsOptions, findInputs, type InputFile, type PassedOver } from "../files/find-inputs.ts";
import { refuseChanged } from "../files/refuse-changed.ts";
import { openTables, type TableOptions } from "../typed/open-tables.ts";
import { allRejects } from "./all-rejects.ts";
import { type AmountCheck, checkAmount } from "./amount-check.ts";
import { refuseIdleAmountPer } from "./assemble/money/amount-per.ts";
import { type AssembleOptions, RowSet } from "./assemble/row-set.ts";
import { refuseIdleStatusOptions } from "./assemble/statuses/status-words.ts";
import { assemble } from "./assemble/steps.ts";
import { historyOf } from "./build-history.ts";
import { understandingOf } from "./build-understanding.ts";
import { readCustomerTables } from "./customers/read-customer-tables.ts";
import { refuseOrderOptions } from "./customers/refuse-order-options.ts";
import { understandingOfCustomers } from "./customers/understanding-of-customers.ts";
import type { OrderHistory } from "./history.ts";
import { joinTables } from "./join/join-tables.ts";
import { firstChoices, type ReadChoices, type ReadFilesOptions, readFiles, restartWith } from "./read-files.ts";
import { ReadingThreads } from "./reading-threads.ts";
import { checkRejects, type RejectLimit } from "./reject-limit.ts";
import { countedInput } from "./rows/progress.ts";
import { refuseBlankColumns } from "./rows/refuse-blank-columns.ts";
import { checkAddedUp } from "./sums/may-add-up.ts";

/** How exports are to be read, where the user knows better than the data can tell. */
export interface ReadOptions extends PlanOptions, AssembleOptions, ReadFilesOptions, TableOptions {
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
  const found = await findWithJoined(exports, options, { ...context, stdin: countedInput(context.stdin, onProgress) });
  const { inputs: files, passedOver } = await withoutOwnOutputs(found.inputs, found.passedOver, options.isOwnOutput);
  const inputs = await withRowsPerLine(await openTables(files, options, NAMES_OF_ORDERS), options);
  const choices = firstChoices(options);
  const threads = new ReadingThreads(inputs, options);
  const hashes =
    options.hashFiles === true ? new FileHashes(inputs, { inThread: threads.areNeeded && threads.count > 1 }) : null;
  try {
    for (;;) {
      try {
        return await readOnce(inputs, passedOver, { options, choices, threads, hashes });
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
    await Promise.all([threads.close(), hashes?.close()]);
  }
}

/** The exports, and the tables of `--join` that are not among them. */
async function findWithJoined(
  exports: readonly string[],
  { join = [] }: ReadOptions,
  context: FindInputsOptions,
): ReturnType<typeof findInputs> {
  const found = await findInputs(exports, context);
  const missing = join.filter(({ file }) => !found.inputs.some((input) => isFile(input, file)));
  if (missing.length === 0) return found;
  return findInputs([...exports, ...missing.map(({ file }) => file)], context);
}

/** Whoever is to be left out may be known by an address that is nobody's key. */
function withAddresses(options: ReadOptions): ReadOptions {
  const { excludeCustomers, contacts = {} } = options;
  const isNeeded = excludeCustomers !== undefined && (options.contacts === undefined || contacts.consentOnly === true);
  return isNeeded ? { ...options, contacts: { ...contacts, addressesOnly: true } } : options;
}

async function readOnce(
  inputs: readonly InputFile[],
  passedOver: readonly PassedOver[],
  {
    options,
    choices,
    threads,
    hashes,
  }: {
    readonly options: ReadOptions;
    readonly choices: ReadChoices;
    readonly threads: ReadingThreads;
    readonly hashes: FileHashes | null;
  },
): Promise<OrderHistory> {
  const refuseIdle = (files: readonly PlannedFile[]): void => refuseIdleOptions(files, options);
  const plans = await planFiles(inputs, {
    ...options,
    encodingBy: choices.encodingBy,
    hashesRows: choices.hashesRows,
    refuseIdle,
  });
  for (const plan of plans) refuseBlankColumns(plan);
  if (plans[0] !== undefined && isOfCustomers(plans[0].layout.columns)) {
    await threads.close();
    return readCustomersOnce(inputs, { plans, passedOver, options, hashes });
  }
  const { table, details, results, readers } = await readFiles(plans, { choices, threads, options });
  const sorted = threads.sortAndClose(table.customers); // while orders are put together
  if (results.every((result) => result.rows === 0)) throw refuseNoRows(plans);
  const joined = joinTables(table, { plans, results, details, options });
  const set = new RowSet({ table, plans, results }, options);
  set.otherAddresses = joined?.addresses ?? [];
  checkAddedUp(set);
  await assemble(set);
  const rejects = allRejects(set);
  const evidence = await fileEvidence(plans, { hashes, checkAmounts: options.checkAmounts === true });
  const sameNames = await countSameNames(plans);
  await refuseChanged(inputs);
  await sorted;
  const all = [...passedOver, ...unplanned(inputs, plans)];
  const understanding = understandingOf(set, { ...evidence, readers, passedOver: all, joined, sameNames });
  return { ...historyOf(set, joined?.customerRows ?? 0), rejects, understanding };
}

/**
 * Refuses options that have nothing to work on in such files.
 *
 * @throws InputError with all of them
 */
function refuseIdleOptions(files: readonly PlannedFile[], options: ReadOptions): void {
  const [first] = files;
  if (first !== undefined && isOfCustomers(first.layout.columns)) {
    refuseOrderOptions(files.map(({ source }) => source.name).join(", "), options);
    return;
  }
  const questions = new OpenQuestions();
  questions.attempt("", () => refuseIdleStatusOptions(files, options));
  questions.attempt("", () => refuseIdleAmountPer(files, options.amountPer));
  questions.refuse();
}

/** Reads tables with one row per customer. */
async function readCustomersOnce(
  inputs: readonly InputFile[],
  {
    plans,
    passedOver,
    options,
    hashes: ofFiles,
  }: {
    readonly plans: readonly FilePlan[];
    readonly passedOver: readonly PassedOver[];
    readonly options: ReadOptions;
    readonly hashes: FileHashes | null;
  },
): Promise<OrderHistory> {
  const read = await readCustomerTables(plans, options);
  if (read.rows === 0) throw refuseNoRows(plans);
  const { hashes } = await fileEvidence(plans, { hashes: ofFiles, checkAmounts: false });
  await refuseChanged(inputs);
  const { orders, entries, rejects, rows, newest, nextNewestDay } = read;
  const understanding = understandingOfCustomers(plans, read, { hashes, passedOver });
  return { orders, entries, rejects, rows, newest, nextNewestDay, understanding };
}

/** What is asked of each file beside its rows, and takes reading it once more. */
async function fileEvidence(
  plans: readonly FilePlan[],
  { hashes: ofFiles, checkAmounts }: { readonly hashes: FileHashes | null; readonly checkAmounts: boolean },
): Promise<{ readonly hashes: readonly string[]; readonly checks: readonly (AmountCheck | null)[] }> {
  const hashes: string[] = [];
  if (ofFiles !== null) for (const { source } of plans) hashes.push(await ofFiles.of(source));
  const checks: (AmountCheck | null)[] = [];
  if (checkAmounts) {
    for (const plan of plans) checks.push(isOfOrders(plan) ? await checkAmount(plan) : null);
  }
  return { hashes, checks };
}

/** Files of folders that tables which belong together do not need. */
function unplanned(inputs: readonly InputFile[], plans: readonly FilePlan[]): readonly PassedOver[] {
  const planned = new Set(plans.map(({ source }) => source));
  return inputs.flatMap(({ source, path }): PassedOver[] =>
    planned.has(source) ? [] : [{ name: source.name, why: "not needed", ...(path === null ? {} : { path }) }],
  );
}
