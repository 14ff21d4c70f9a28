import { LONGEST_FAST_KEY } from "./cells.ts";
import { HASH_WORDS, type HashKey } from "./hash-key.ts";
import type { Kernel } from "./kernel.ts";
import * as layout from "./wasm/layout.ts";

const WORD_BYTES = 4;
/** Where the hash of one text is written, and where the text lies. */
const [HASH_AT, TEXT_AT] = [1024, 1088] as const;
/** The longest text that is hashed by itself. */
const LONGEST_TEXT = 4096;
/** Bytes behind a text that the kernel may look at. */
const BEHIND_TEXT = 64;

/** So many keys are described at a time; their results and most of their bytes stay in the processor's nearer memory. */
export const KEYS_AT_ONCE = 4096;
/** Where the bounds of many keys lie, what is made of them, and their bytes. */
const BOUNDS_AT = 8192;
const KEYS_AT = BOUNDS_AT + KEYS_AT_ONCE * 2 * WORD_BYTES;
const BYTES_AT = KEYS_AT + KEYS_AT_ONCE * layout.DESCRIBED_KEY;
/** Keys that lie further apart than this are described one at a time. */
const MOST_BYTES = 1 << 22;

/** What was made of a key, in words: flags of `KEY`, then its hash. */
export const DESCRIBED = {
  hash: layout.DESCRIBED_HASH / WORD_BYTES,
  words: layout.DESCRIBED_KEY / WORD_BYTES,
} as const;

/** Texts in one piece of memory: the one `at` is `bytes[starts[at] … ends[at])`. */
interface PlacedTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Hashes texts as the field scanner hashes keys, with a kernel that nothing else uses meanwhile. */
export class KeyHasher {
  private readonly kernel: Kernel;
  private words = new Int32Array(0);
  private memory = new Uint8Array(0);

  constructor(kernel: Kernel, hashKey: HashKey) {
    this.kernel = kernel;
    kernel.run.setHashKey(...hashKey);
    kernel.run.setKeys(LONGEST_FAST_KEY, false, 0); // texts that are stored may be no UTF-8
    this.reserve(BYTES_AT + BEHIND_TEXT);
  }

  /** Writes the hash of a text of at most 4,096 bytes, `bytes[start … end)`: four words. */
  write(
    bytes: Uint8Array,
    { start, end }: { readonly start: number; readonly end: number },
    to: Int32Array,
    at: number,
  ): void {
    const { memory, words } = this;
    if (end - start > LONGEST_TEXT) throw new RangeError("a text is too long to be hashed");
    for (let from = start, place: number = TEXT_AT; from < end; from += 1, place += 1) {
      memory[place] = bytes[from] as number;
    }
    this.kernel.run.hashText(TEXT_AT, end - start, HASH_AT);
    for (let word = 0; word < HASH_WORDS; word += 1) to[at + word] = words[HASH_AT / WORD_BYTES + word] as number;
  }

  /**
   * Describes keys from one up to another that is not among them, at most {@link KEYS_AT_ONCE}. Blank ones are not plain.
   *
   * @param lowersEmails whether e-mail addresses are hashed in lower case
   * @param to has room for `DESCRIBED.words` words each
   */
  describe(
    texts: PlacedTexts,
    { from, to: end }: { readonly from: number; readonly to: number },
    lowersEmails: boolean,
    to: Int32Array,
  ): void {
    const starts = texts.starts.subarray(from, end);
    const ends = texts.ends.subarray(from, end);
    const [first, last] = boundsOf(starts, ends);
    if (last - first > MOST_BYTES) {
      this.describeEach(texts, { from, to: end }, lowersEmails, to);
      return;
    }
    this.reserve(BYTES_AT + last - first + BEHIND_TEXT);
    this.memory.set(texts.bytes.subarray(first, last), BYTES_AT);
    const count = starts.length;
    this.words.set(starts, BOUNDS_AT / WORD_BYTES);
    this.words.set(ends, BOUNDS_AT / WORD_BYTES + count);
    this.kernel.run.describeKeys(BYTES_AT - first, BOUNDS_AT, count, lowersEmails, KEYS_AT);
    const found = KEYS_AT / WORD_BYTES;
    to.set(this.words.subarray(found, found + count * DESCRIBED.words));
  }

  private describeEach(
    texts: PlacedTexts,
    { from, to: end }: { readonly from: number; readonly to: number },
    lowersEmails: boolean,
    to: Int32Array,
  ): void {
    to.fill(0);
    for (let at = from; at < end; at += 1) {
      if ((texts.ends[at] as number) - (texts.starts[at] as number) > LONGEST_FAST_KEY) continue; // is not plain
      const own = to.subarray((at - from) * DESCRIBED.words, (at - from + 1) * DESCRIBED.words);
      this.describe(texts, { from: at, to: at + 1 }, lowersEmails, own);
    }
  }

  private reserve(bytes: number): void {
    if (bytes <= this.memory.length) return;
    this.kernel.reserve(bytes);
    this.words = new Int32Array(this.kernel.memory);
    this.memory = new Uint8Array(this.kernel.memory);
  }
}

/** Where the first of some texts begins and the last ends; blank ones, which may lie anywhere, do not count. */
function boundsOf(starts: Uint32Array, ends: Uint32Array): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let at = 0; at < starts.length; at += 1) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    if (start === end) continue;
    if (start < first) first = start;
    if (end > last) last = end;
  }
  return last === 0 ? [0, 0] : [first, last];
}
