import type { ContactOptions } from "./detect/contact-columns.ts";
import type { EncodingBy } from "./detect/layout.ts";
import type { FilePlan, FileResult } from "./read/file-plan.ts";
import { KeyDictionary } from "./read/key-dictionary.ts";
import { OrderSequence } from "./read/order-sequence.ts";
import { type OnProgress, ReadMeter } from "./read/progress.ts";
import { readRows } from "./read/read-rows.ts";
import { RowTable } from "./read/row-table.ts";
import { EncodingSurprise, NeedsTolerantReader, NotInSequence, OrderIdsNotKept } from "./read/signals.ts";
import type { ReadingThreads, ThreadOptions } from "./reading-threads.ts";
import { scanFile } from "./scan/scan-file.ts";
import { scanInThreads } from "./scan/scan-in-threads.ts";
import { isScannable } from "./scan/scannable.ts";
import type { Reader } from "./understanding.ts";

export interface ReadFilesOptions extends ThreadOptions {
  readonly keep?: readonly string[] | undefined;
  readonly contacts?: ContactOptions | undefined;
  /** Told how far the reading is, once a block. */
  readonly onProgress?: OnProgress | undefined;
  /** Whether the ids of orders are wanted; they cost memory and time where there are many. Default: kept. */
  readonly orderIds?: "kept" | "not needed" | undefined;
  /** With this many bytes or fewer, order ids are looked up though they are not needed; for tests. Default: 8 MiB. */
  readonly fewBytes?: number | undefined;
  /** Reads everything with the tolerant reader, for comparison. Default: each file with the faster one that can. */
  readonly reader?: "tolerant" | undefined;
}

/** What the reading takes for granted until it turns out otherwise. */
export interface ReadChoices {
  encodingBy: EncodingBy;
  orderIds: "kept" | "not needed";
  /** Files that only the tolerant reader can judge, by their index. */
  readonly tolerant: Set<number>;
}

/** Carried columns need ids, which settle ties. */
export function firstChoices({ orderIds = "kept", keep = [], contacts }: ReadFilesOptions): ReadChoices {
  const needsIds = orderIds === "kept" || keep.length > 0 || contacts !== undefined;
  return { encodingBy: "beginning", orderIds: needsIds ? "kept" : "not needed", tolerant: new Set() };
}

/** Takes back what turned out otherwise; false where the error is about something else, or it was taken back already. */
export function chooseAgain(choices: ReadChoices, error: unknown): boolean {
  if (error instanceof EncodingSurprise && choices.encodingBy === "beginning") choices.encodingBy = "whole file";
  else if (isAboutIds(error) && choices.orderIds === "not needed") choices.orderIds = "kept";
  else if (error instanceof NeedsTolerantReader && !choices.tolerant.has(error.file)) choices.tolerant.add(error.file);
  else return false;
  return true;
}

function isAboutIds(error: unknown): boolean {
  return error instanceof NotInSequence || error instanceof OrderIdsNotKept;
}

/** With fewer bytes, looking up order ids costs nothing that anybody would notice. */
const MANY_BYTES = 8 * 1024 * 1024;

/** Reads the rows of all files into one table, each file with the fastest reader that can. */
export async function readFiles(
  plans: readonly FilePlan[],
  { choices, threads, options }: { choices: ReadChoices; threads: ReadingThreads; options: ReadFilesOptions },
): Promise<{ readonly table: RowTable; readonly results: readonly FileResult[]; readonly readers: readonly Reader[] }> {
  const bytes = plans.reduce((sum, plan) => sum + plan.source.size, 0);
  const areMany = bytes > (options.fewBytes ?? MANY_BYTES);
  const isOneSource = plans.every(({ origin }) => origin === 0); // ids are compared between sources
  const inSequence = choices.orderIds === "not needed" && areMany && isOneSource;
  const contacts = (plans[0]?.contacts ?? []).map(({ name }) => name);
  const table = new RowTable(
    [...(options.keep ?? []), ...contacts],
    inSequence ? new OrderSequence() : new KeyDictionary(),
  );
  const meter = new ReadMeter(bytes, options.onProgress);
  const readers = plans.map(
    (plan): Reader =>
      options.reader !== "tolerant" && isScannable(plan) && !choices.tolerant.has(plan.file) ? "scanner" : "tolerant",
  );
  const results: FileResult[] = [];
  for (const plan of plans) {
    if (table.orders instanceof OrderSequence) table.orders.startFile(plan.origin);
    if (readers[plan.file] === "tolerant") results.push(await readRows(plan, table, meter));
    else if (threads.areNeeded && !plan.layout.dialect.gzip) {
      const { pool, count, stretchBytes } = threads;
      results.push(await scanInThreads(plan, table, { meter, pool, threads: count, stretchBytes }));
    } else results.push(await scanFile(plan, table, meter));
  }
  if (table.orders instanceof OrderSequence) table.orders.finish();
  return { table, results, readers };
}
