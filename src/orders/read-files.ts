import { randomFillSync } from "node:crypto";
import { KeyDictionary } from "../csv/keys/key-dictionary.ts";
import { RfmError } from "../errors.ts";
import type { EncodingBy } from "../exports/detect/beginnings.ts";
import type { ContactOptions } from "../exports/detect/contacts/contact-columns.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import type { HashKey } from "../kernel/hash-key.ts";
import { Kernel } from "../kernel/kernel.ts";
import { KeyMemory } from "../kernel/key-memory.ts";
import { tableOf } from "../typed/typed-table.ts";
import { type CustomerDetails, noDetails, readCustomers } from "./join/read-customers.ts";
import type { ReadingThreads, ThreadOptions } from "./reading-threads.ts";
import { cannotCompare } from "./rows/cannot-compare.ts";
import type { FileResult } from "./rows/file-result.ts";
import { firstIdsRepeat } from "./rows/first-ids.ts";
import { NumberedOrders } from "./rows/numbered-orders.ts";
import { FoundOrders } from "./rows/order-ids.ts";
import { type OnProgress, ReadMeter } from "./rows/progress.ts";
import { readRows } from "./rows/read-rows.ts";
import { readTyped } from "./rows/read-typed.ts";
import {
  CannotAddUp,
  EncodingSurprise,
  NeedsRowHashes,
  NeedsTolerantReader,
  OrderIdsNotKept,
  OrderIdsOutOfTurn,
  OrderIdsRepeat,
} from "./rows/restart-reasons.ts";
import { RowTable } from "./rows/row-table.ts";
import { neededColumns } from "./rows/typed-rows.ts";
import { HashedColumns } from "./scan/hashed-columns.ts";
import type { KeyJob, KeyOutcome, KeyThreads } from "./scan/key-jobs.ts";
import type { OrderIds } from "./scan/read-segment.ts";
import { isReadInPlace, scanFile } from "./scan/scan-file.ts";
import { scanInThreads } from "./scan/scan-in-threads.ts";
import { isScannable } from "./scan/scannable.ts";
import { keyOutcome } from "./scan/segment-jobs.ts";
import { type MayAddUpOptions, summingOf } from "./sums/may-add-up.ts";
import { SummedRows } from "./sums/summed-rows.ts";
import type { Reader } from "./understanding.ts";

export interface ReadFilesOptions extends ThreadOptions, MayAddUpOptions {
  readonly keep?: readonly string[] | undefined;
  readonly contacts?: ContactOptions | undefined;
  /** Whether line items are read, too. */
  readonly lines?: boolean | undefined;
  /** Told how far the reading is, once a block. */
  readonly onProgress?: OnProgress | undefined;
  /** Whether the ids of orders are wanted; they cost memory and time where there are many. Default: kept. */
  readonly orderIds?: "kept" | "not needed" | undefined;
  /** Reads everything with the tolerant reader, for comparison. Default: each file with the faster one that can. */
  readonly reader?: "tolerant" | undefined;
}

/** What the reading takes for granted until it turns out otherwise. */
export interface ReadChoices {
  encodingBy: EncodingBy;
  orderIds: OrderIds;
  /** Whether rows are hashed, to be compared with those of other files. */
  hashesRows: boolean;
  /** Whether purchases are added up while they are read, where they may be. */
  addsUp: "wanted" | "done" | "not";
  /** Files that only the tolerant reader can judge, by their index. */
  readonly tolerant: Set<number>;
}

/** Carried columns need ids, which settle ties. */
export function firstChoices({ orderIds = "kept", keep = [], lines, contacts }: ReadFilesOptions): ReadChoices {
  const needsContacts = contacts !== undefined && contacts.consentOnly !== true; // exports without such a column need nothing
  const needsIds = orderIds === "kept" || keep.length > 0 || lines === true || needsContacts;
  return {
    encodingBy: "beginning",
    orderIds: needsIds ? "kept" : "in turn",
    hashesRows: false,
    addsUp: "wanted",
    tolerant: new Set(),
  };
}

/** Takes back what turned out otherwise; false where the error is about something else, or it was taken back already. */
export function restartWith(choices: ReadChoices, error: unknown): boolean {
  if (error instanceof EncodingSurprise && choices.encodingBy === "beginning") choices.encodingBy = "whole file";
  else if (error instanceof OrderIdsOutOfTurn && choices.orderIds === "in turn") choices.orderIds = "different";
  else if (error instanceof OrderIdsRepeat && areTakenApart(choices.orderIds)) choices.orderIds = "hashed";
  else if (error instanceof OrderIdsNotKept && choices.orderIds !== "kept") choices.orderIds = "kept";
  else if (error instanceof NeedsRowHashes && !choices.hashesRows) choices.hashesRows = true;
  else if (error instanceof NeedsTolerantReader && !choices.tolerant.has(error.file)) choices.tolerant.add(error.file);
  else if (choices.addsUp === "done" && mayBeOfSums(error)) choices.addsUp = "not";
  else return false;
  return true;
}

/** What is wrong with the exports is told by the rows, which must be there for it. */
function mayBeOfSums(error: unknown): boolean {
  return error instanceof CannotAddUp || error instanceof RfmError;
}

/** Whether order ids are taken to be all different. */
function areTakenApart(orderIds: OrderIds): boolean {
  return orderIds === "in turn" || orderIds === "different";
}

/** What is to be made of order ids: texts, where the tolerant reader or an inflated file looks them up as texts anyhow. */
function orderIdsFor(plans: readonly FilePlan[], chosen: OrderIds, inThreads: (plan: FilePlan) => boolean): OrderIds {
  if (plans.some(({ contacts }) => contacts.length > 0)) return "kept";
  if (plans.every(isParquet) && !plans.every(inThreads)) return typedOrderIds(plans, chosen);
  const withIds = plans.filter(({ layout }) => layout.columns.order.length > 0);
  const sources = new Set(withIds.map(({ numbering }) => numbering)).size; // whose ids are compared as texts
  if (!plans.every(inThreads) || sources !== 1) return "kept";
  return areTakenApart(chosen) && plans.some(mayRepeatIds) ? "hashed" : chosen;
}

function isParquet({ source, joined }: FilePlan): boolean {
  return tableOf(source)?.kind === "parquet" && joined?.role !== "customers";
}

/** Whether the rows of a Parquet file are read by several threads: one on disk whose pages can be read from anywhere. */
function isStoredInPages(plan: FilePlan): boolean {
  const table = tableOf(plan.source);
  if (table === null || plan.path === null || !isParquet(plan) || table.length === 0) return false;
  return table.pages?.areReadFromAnywhere(neededColumns(plan, table)) === true && Kernel.isThere();
}

/** The same for tables with types, which make no hashes of ids that repeat. */
function typedOrderIds(plans: readonly FilePlan[], chosen: OrderIds): OrderIds {
  const sources = new Set(plans.map(({ numbering }) => numbering)).size;
  return chosen === "hashed" || sources !== 1 || plans.some(mayRepeatIds) ? "kept" : chosen;
}

/** Whether several rows of an order are to be expected: line items, and files that hold the same orders. */
function mayRepeatIds({ mayOverlap, layout: { columns } }: FilePlan): boolean {
  return mayOverlap || columns.amount.kind !== "sum" || columns.amount.per === "line";
}

/** Whether rows of one order stand together in one of the files of delimited text. */
async function someRepeat(plans: readonly FilePlan[]): Promise<boolean> {
  for (const plan of plans) if (tableOf(plan.source) === null && (await firstIdsRepeat(plan))) return true;
  return false;
}

/** A key that nobody can know beforehand; what comes of the reading does not depend on it. */
function randomHashKey(): HashKey {
  const [a = 0, b = 0, c = 0, d = 0] = randomFillSync(new Int32Array(4)); // the global crypto takes 10 ms to load
  return [a, b, c, d];
}

/** What was read: the rows of all files, and what tables of customers say of these. */
export interface ReadFiles {
  readonly table: RowTable;
  readonly details: CustomerDetails;
  readonly results: readonly FileResult[];
  readonly readers: readonly Reader[];
}

/** What does jobs about keys; threads are started only when there is one. */
function keyThreads(threads: ReadingThreads, memory: KeyMemory | null): KeyThreads {
  const run = async (job: KeyJob): Promise<KeyOutcome> => keyOutcome(await threads.pool.run(job, null));
  return { shares: threads.count === 1 ? 1 : threads.count * 2, run, memory };
}

/** Stops the run at a cell that a condition of the user cannot compare. */
function refuseUncompared(plans: readonly FilePlan[], results: readonly FileResult[]): void {
  for (const [file, { uncompared }] of results.entries()) {
    const plan = plans[file];
    if (plan !== undefined && uncompared !== null) throw cannotCompare(plan, uncompared);
  }
}

/** Reads the rows of all files into one table, each file with the fastest reader that can. */
export async function readFiles(
  plans: readonly FilePlan[],
  { choices, threads, options }: { choices: ReadChoices; threads: ReadingThreads; options: ReadFilesOptions },
): Promise<ReadFiles> {
  const bytes = plans.reduce((sum, plan) => sum + plan.source.size, 0);
  const lines = plans[0]?.lines ?? [];
  const contacts = (plans[0]?.contacts ?? []).map(({ name }) => name);
  const memory = KeyMemory.create();
  const inThreads = (plan: FilePlan): boolean =>
    memory !== null &&
    (readers[plan.file] === "scanner" ? isReadInPlace(plan) : threads.areNeeded && isStoredInPages(plan));
  const hashKey = randomHashKey();
  const meter = new ReadMeter(bytes, options.onProgress);
  const readers = plans.map((plan): Reader => {
    const isTolerant = options.reader === "tolerant" || !isScannable(plan) || choices.tolerant.has(plan.file);
    if (!isTolerant) return "scanner";
    return plan.layout.table === null ? "tolerant" : "typed";
  });
  const asked = orderIdsFor(plans, choices.orderIds, inThreads);
  const repeat = areTakenApart(asked) && (await someRepeat(plans));
  const isScanned = (plan: FilePlan): boolean => readers[plan.file] === "scanner" && inThreads(plan);
  const isAsked = choices.addsUp !== "not" && plans.every(isScanned);
  const summing = isAsked ? summingOf(plans, options, { orderIds: asked, repeat }) : null;
  const orderIds = repeat && summing?.areRuns !== true ? "hashed" : asked;
  const orders = orderIds === "kept" ? new KeyDictionary() : new NumberedOrders();
  const found = new FoundOrders();
  const ofTables = orderIds === "hashed" ? "kept" : orderIds;
  if (choices.addsUp !== "not") choices.addsUp = summing === null ? "wanted" : "done";
  const summed = summing === null ? null : new SummedRows(summing.areLines);
  const table = new RowTable([...(options.keep ?? []), ...lines, ...contacts], orders, summed);
  const hashed = new HashedColumns(table, keyThreads(threads, memory), hashKey);
  const details = noDetails(table.kept.length);
  const results: FileResult[] = [];
  for (const plan of plans) {
    const typed = tableOf(plan.source);
    if (plan.joined?.role === "customers") results.push(await readCustomers(plan, { table, details, meter }));
    else if (memory !== null && inThreads(plan)) {
      const { pool, count, segmentBytes } = threads;
      results.push(
        await scanInThreads(plan, table, {
          hashed,
          hashKey,
          memory,
          orderIds,
          summing,
          meter,
          pool,
          threads: count,
          segmentBytes,
        }),
      );
    } else if (typed !== null && readers[plan.file] === "typed") {
      results.push(await readTyped(plan, { from: typed, into: table, meter, orderIds: ofTables, found }));
    } else if (readers[plan.file] === "tolerant") results.push(await readRows(plan, table, meter));
    else results.push(await scanFile(plan, table, meter));
  }
  refuseUncompared(plans, results);
  found.number(table.rows);
  await hashed.resolve();
  return { table, details, results, readers };
}
