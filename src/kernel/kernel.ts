import { readFileSync } from "node:fs";

/** The little of WebAssembly that is needed; Node's types leave it to the browser's. */
declare const WebAssembly: {
  readonly CompileError: new () => Error;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** A number that the kernel keeps. */
interface Kept {
  readonly value: number;
}

/** What the compiled kernel offers, as wasm/scan.ts, wasm/json.ts and wasm/write.ts say; addresses are bytes of its memory. */
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly setText: (delimiter: number, lineEnd: number, block: number, quoting: boolean) => void;
  readonly setColumns: (table: number, first: number, count: number) => void;
  readonly setCells: (types: number, count: number, width: number) => void;
  readonly setDates: (
    written: number,
    first: number,
    earliest: number,
    latest: number,
    months: number,
    names: number,
  ) => void;
  readonly setAmounts: (mark: number, partsOfUnit: number, isUtf8: boolean, scratchAt: number) => void;
  readonly setCurrency: (prefix: bigint, prefixLength: number, suffix: bigint, suffixLength: number) => void;
  readonly setTrims: (trimsBlanks: boolean) => void;
  readonly setHashKey: (a: number, b: number, c: number, d: number) => void;
  readonly hashText: (start: number, length: number, to: number) => void;
  readonly describeKeys: (from: number, bounds: number, count: number, lowersEmails: boolean, to: number) => void;
  readonly setKeys: (longestFast: number, inUtf8: boolean, wideAt: number) => void;
  readonly scan: (from: number, end: number, limit: number, isLast: boolean, records: number, most: number) => number;
  readonly setJson: (block: number, types: number, count: number, fields: number, inList: boolean) => void;
  readonly setJsonKeys: (from: number, end: number, last: number) => void;
  readonly scanJson: (
    from: number,
    end: number,
    limit: number,
    isLast: boolean,
    records: number,
    most: number,
  ) => number;
  readonly setCellsOfRows: (
    day: number,
    amount: number,
    times: number,
    refunded: number,
    customer: number,
    order: number,
    inTurn: boolean,
  ) => void;
  readonly setScale: (from: number, to: number) => void;
  readonly setBuyers: (customer: number, other: number, more: boolean) => void;
  readonly setWords: (
    slots: number,
    count: number,
    to: number,
    most: number,
    block: number,
    records: number,
    size: number,
  ) => void;
  readonly setRows: (
    first: number,
    last: number,
    negative: boolean,
    one: number,
    addsUp: boolean,
    addsUntil: number,
    areLines: boolean,
  ) => void;
  readonly setRuns: (stand: boolean, width: number) => void;
  readonly learnWords: (index: number, status: number, currency: number, counts: number) => number;
  readonly takeRows: (
    from: number,
    count: number,
    line: number,
    place: number,
    direction: number,
    keptOrders: number,
    goesOn: boolean,
    mayGoOn: boolean,
  ) => number;
  readonly jsonResumeAt: Kept;
  readonly jsonHasOthers: Kept;
  readonly readSpare: (cell: number, lowersEmails: boolean) => void;
  readonly resumeAt: Kept;
  readonly isOpen: Kept;
  readonly suspect: Kept;
  readonly unusual: Kept;
  readonly forgetUnusual: () => void;
  readonly writeRows: (
    table: number,
    columns: number,
    first: number,
    from: number,
    to: number,
    delimiter: number,
    at: number,
  ) => number;
  readonly writtenTo: Kept;
  readonly stoppedAt: Kept;
}

const COMPILED = new URL("../../dist/kernel/kernel.wasm", import.meta.url);
const PAGE_BYTES = 1 << 16;
/** A kernel whose memory grew beyond this is not used again. */
const MOST_KEPT_BYTES = 1 << 24;

let compiled: object | null = null;
const idle: Kernel[] = [];

/** The compiled part of the scanner, with a memory of its own. */
export class Kernel {
  readonly run: KernelExports;

  private constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(COMPILED));
    this.run = new WebAssembly.Instance(compiled, {}).exports as KernelExports;
  }

  /**
   * Whether there can be a kernel: each reserves some gigabytes of addresses, though it uses little memory. Where a
   * process may have few of them, as under `ulimit -v`, or Node runs without WebAssembly, the tolerant reader does.
   */
  static isThere(): boolean {
    if (typeof WebAssembly === "undefined") return false;
    if (idle.length > 0) return true;
    try {
      new Kernel().giveBack();
      return true;
    } catch (error) {
      if (error instanceof RangeError || error instanceof WebAssembly.CompileError) return false;
      throw error;
    }
  }

  /** A kernel that nobody else uses. Each reserves much address space, so that they are to be given back. */
  static take(): Kernel {
    return idle.pop() ?? new Kernel();
  }

  giveBack(): void {
    if (this.memory.byteLength <= MOST_KEPT_BYTES) idle.push(this);
  }

  get memory(): ArrayBuffer {
    return this.run.memory.buffer;
  }

  /** Makes the memory so large at least. It stays as it is, but the views of it must be made anew. */
  reserve(bytes: number): void {
    const missing = bytes - this.memory.byteLength;
    if (missing > 0) this.run.memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}
