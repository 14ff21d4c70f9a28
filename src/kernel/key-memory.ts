import { readFileSync } from "node:fs";
import { InputError } from "../errors.ts";

/** The little of WebAssembly that is needed; Node's types leave it to the browser's. */
declare const WebAssembly: {
  readonly CompileError: new () => Error;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => SharedMemory;
};

interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** The memory as it is sent to other threads, and its number, by which they know it again. */
export interface SentMemory {
  readonly number: number;
  readonly memory: SharedMemory;
}

/** What is compiled, as wasm/shared says; addresses are bytes of the memory. */
interface SharedExports {
  readonly takeRegion: (bytes: number) => number;
  readonly giveBackRegion: (region: number, bytes: number) => void;
  readonly sortPurchases: (from: number, count: number, starts: number, to: number) => void;
  readonly sortLines: (
    from: number,
    count: number,
    starts: number,
    to: number,
    customerStarts: number,
    toCustomers: number,
  ) => void;
  readonly sortHashes: (
    hashes: number,
    rows: number,
    count: number,
    starts: number,
    toHashes: number,
    toRows: number,
  ) => void;
  readonly sortPartialHashes: (hashes: number, count: number, starts: number, to: number) => void;
  readonly setTable: (
    from: number,
    to: number,
    places: number,
    placeCount: number,
    hashes: number,
    sums: number,
    count: number,
  ) => void;
  readonly keyCount: () => number;
  readonly placeKeys: () => void;
  readonly groupSegments: (
    segments: number,
    keyed: number,
    added: number,
    from: number,
    to: number,
    first: number,
    turn: number,
    turns: number,
  ) => void;
  readonly beginOrders: (places: number, placeCount: number, orders: number) => void;
  readonly putTogether: (
    segments: number,
    segmentCount: number,
    keptSegments: number,
    keptCount: number,
    partition: number,
    orderOfLine: number,
    tables: number,
    turns: number,
    aside: number,
  ) => number;
  readonly keptOrderCount: () => number;
  readonly addedOrderCount: () => number;
  readonly writeDays: (to: number) => void;
  readonly copyKeys: (
    places: number,
    count: number,
    from: number,
    end: number,
    separators: number,
    kind: number,
    prefix: number,
    prefixLength: number,
    to: number,
    ends: number,
    used: number,
  ) => number;
  readonly sortBySegment: (sums: number, count: number, segments: number, starts: number, to: number) => void;
  readonly placeSegment: (
    ranges: number,
    rangeCount: number,
    segment: number,
    first: number,
    work: number,
    most: number,
    to: number,
  ) => number;
  readonly setKeyOfShort: (a: number, b: number, c: number, d: number) => void;
  readonly writeShortKeys: (ranges: number, count: number, to: number, ends: number, used: number) => number;
}

const COMPILED = new URL("../../dist/kernel/shared.wasm", import.meta.url);
const MOST_PAGES = 1 << 16;
const LARGEST_REGION = 2 ** 31;

let compiled: object | null = null;
let made = 0;

/** Memory that threads share, in which keys are sorted and grouped: regions of it are taken and given back. */
export class KeyMemory {
  readonly sent: SentMemory;
  readonly run: SharedExports;

  /** @param sent that of another thread */
  constructor(sent: SentMemory) {
    compiled ??= new WebAssembly.Module(readFileSync(COMPILED));
    this.sent = sent;
    this.run = new WebAssembly.Instance(compiled, { env: { memory: sent.memory } }).exports as SharedExports;
  }

  /** A new memory; `null` where there can be none, as a process may have few addresses, or as Node runs without WebAssembly. */
  static create(): KeyMemory | null {
    if (typeof WebAssembly === "undefined") return null;
    made += 1;
    try {
      return new KeyMemory({
        number: made,
        memory: new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }),
      });
    } catch (error) {
      if (error instanceof RangeError || error instanceof WebAssembly.CompileError) return null;
      throw error;
    }
  }

  /**
   * Takes memory for so many words, which may hold anything.
   *
   * @throws InputError where there is none
   */
  take(words: number): Int32Array<SharedArrayBuffer> {
    const bytes = Math.max(1, words) * Int32Array.BYTES_PER_ELEMENT;
    const at = bytes > LARGEST_REGION ? 0 : this.run.takeRegion(bytes) >>> 0;
    if (at === 0)
      throw new InputError("the exports have more customers than fit into 4 GB of memory", {
        hint: "read fewer files at once",
      });
    return new Int32Array(this.bufferUpTo(at + bytes), at, words);
  }

  /**
   * The memory's buffer, as large as is needed. After another thread has made the memory larger, this one's buffer is of the size before for a
   * moment; growing it by no pages makes it as large as the memory is.
   */
  private bufferUpTo(end: number): SharedArrayBuffer {
    const { memory } = this.sent;
    if (memory.buffer.byteLength < end) memory.grow(0);
    return memory.buffer;
  }

  /** Gives back what was taken, of which nobody has a use any more: all of these words. */
  giveBack({ byteOffset, length }: Int32Array): void {
    this.run.giveBackRegion(byteOffset, Math.max(1, length) * Int32Array.BYTES_PER_ELEMENT);
  }

  /** The words in memory with room for as many as are needed, of which more is taken where they have to move. */
  withRoom(words: Int32Array | null, needed: number, taken: number): Int32Array {
    if (words !== null && needed <= words.length) return words;
    const larger = this.take(taken);
    if (words === null) return larger;
    larger.set(words);
    this.giveBack(words);
    return larger;
  }
}

/** So many bytes as words of 32 bits, in which each number stands at its byte, as wasm/shared/layout.ts names it. */
export function wordsAt(size: number, numbers: Readonly<Record<number, number>>): Int32Array {
  const words = new Int32Array(size / Int32Array.BYTES_PER_ELEMENT);
  for (const [at, number] of Object.entries(numbers)) words[Number(at) / Int32Array.BYTES_PER_ELEMENT] = number;
  return words;
}
