import { availableParallelism } from "node:os";
import type { KeyDictionary } from "../csv/keys/key-dictionary.ts";
import { collectGarbage } from "../csv/threads/collect-garbage.ts";
import { ThreadPool } from "../csv/threads/thread-pool.ts";
import type { ByteSource } from "../files/byte-source.ts";
import type { InputFile } from "../files/find-inputs.ts";
import { tableOf } from "../typed/typed-table.ts";
import { buffersFor, keyOutcome, RowJobs, type RowThreads } from "./scan/segment-jobs.ts";
import { SCAN_WORKER } from "./scan/worker-url.ts";

export interface ThreadOptions {
  /** How many threads read large files. Default: as many as there are cores. */
  readonly threads?: number | undefined;
  /** Bytes that a thread reads at a time, whatever the size of a file; for tests of what happens at the borders. */
  readonly segmentBytes?: number | undefined;
  /** What starts the threads; for tests, which do without real ones. */
  readonly startThreads?: ((threads: number) => RowThreads) | undefined;
}

/** With fewer bytes, one thread is done before others have started. */
const BYTES_FOR_THREADS = 24 * 1024 * 1024;

/** Fewer keys are sorted before a thread has begun. */
const KEYS_FOR_THREADS = 10_000;

/**
 * The threads that read large files. They start while it is found out how the files are built, for that takes about as long,
 * and stay through every attempt to read them.
 */
export class ReadingThreads {
  /** How many read: one alone where there is little to read. */
  count: number;
  readonly segmentBytes: number | undefined;
  /** Whether there is so much to read that several threads share it, where there may be several. */
  readonly areNeeded: boolean;
  private begin: (threads: number) => RowThreads;
  private started: RowThreads | null = null;

  constructor(inputs: readonly InputFile[], options: ThreadOptions) {
    const texts = inputs.filter(isShared);
    const bytes = texts.reduce((sum, { source }) => sum + bytesToRead(source), 0);
    this.segmentBytes = options.segmentBytes;
    this.areNeeded = bytes > BYTES_FOR_THREADS || this.segmentBytes !== undefined;
    this.count = this.areNeeded ? (options.threads ?? availableParallelism()) : 1;
    this.begin = options.startThreads ?? startRowThreads;
    if (this.areNeeded && texts.some(isProbablyUncompressed)) this.started = this.begin(this.count);
  }

  /** What does the jobs. */
  get pool(): RowThreads {
    this.started ??= this.begin(this.count);
    return this.started;
  }

  /**
   * Ends the threads once the files are read, all but one at once, for their memory is needed; that one sorts keys before,
   * while the main thread goes on. Keys that are few, or whose thread is lost, are sorted when somebody asks for their order.
   */
  async sortAndClose(keys: KeyDictionary): Promise<void> {
    const { started, count } = this;
    this.started = null;
    if (started === null || count === 1 || keys.length < KEYS_FOR_THREADS) return started?.close();
    started.shrink();
    const sorting = started.run({ kind: "sort", keys: keys.keyBytes() }, null).catch(() => null);
    collectGarbage(); // above all the memory in which keys were grouped
    const done = await sorting;
    await started.close();
    const outcome = done === null ? null : keyOutcome(done);
    if (outcome?.kind === "sort" && outcome.order !== null) keys.adoptOrder(outcome.order);
  }

  /** Forgets what was asked of the threads and is not done yet: the files are read again. */
  forget(): void {
    this.started?.forget();
  }

  /** Does without other threads from now on. */
  giveUp(): void {
    void this.close();
    this.count = 1;
    this.begin = startRowThreads;
  }

  /** Ends the threads; where they are needed again after all, others are started. */
  async close(): Promise<void> {
    const { started } = this;
    this.started = null;
    await started?.close();
  }
}

/** Starts threads that read rows, one fewer than there are to be: this one reads, too. */
function startRowThreads(threads: number): RowThreads {
  return new ThreadPool({ threads, worker: SCAN_WORKER, own: new RowJobs(), buffersFor });
}

/** Whether a file is text that the scanner may read, or has pages of cells; one thread reads the other tables with types. */
function isShared({ source }: InputFile): boolean {
  const table = tableOf(source);
  return table === null || table.scanned !== undefined || table.pages !== undefined;
}

/** Rows whose cells are in pages are shared from 1.5 million on: with fewer, each thread is busy with its own beginning. */
const BYTES_OF_STORED_ROW = BYTES_FOR_THREADS / 1_500_000;

function bytesToRead(source: ByteSource): number {
  const table = tableOf(source);
  return table?.pages === undefined ? source.size : table.length * BYTES_OF_STORED_ROW;
}

/** Whether a file may be read by several threads: not standard input, nor one that is to be inflated. */
function isProbablyUncompressed({ path }: InputFile): boolean {
  return path !== null && !path.toLowerCase().endsWith(".gz");
}
