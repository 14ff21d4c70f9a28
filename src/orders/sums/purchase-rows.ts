import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { STARTS_WORDS } from "../../csv/keys/hashed-keys.ts";
import type { Preset } from "../../exports/platforms/preset.ts";
import { meaningOf, type StatusOptions } from "../../exports/values/status-meaning.ts";
import { isPartlyRefunded } from "../../exports/values/statuses.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import type { RowsTally } from "../../kernel/plain-rows.ts";
import * as layout from "../../kernel/wasm/layout.ts";
import { LINE_CUSTOMER_SIZE, MOST_CODES, ORDER_LINE_SIZE, PARTITIONS } from "../../kernel/wasm/shared/layout.ts";
import { parseStatusKey } from "../rows/status-key.ts";
import { DaySpan, type Days } from "./day-span.ts";

const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;
/** A row's words: the hash of its customer, its amount, its day, and where the customer's key stands in the segment; and those of a line item. */
const ROW_WORDS = layout.PURCHASE_SIZE / WORD_BYTES;
const LINE_WORDS = layout.LINE_SIZE / WORD_BYTES;
const ROW_AT = {
  amount: layout.PURCHASE_AMOUNT / Float64Array.BYTES_PER_ELEMENT,
  day: layout.PURCHASE_DAY / WORD_BYTES,
  key: layout.PURCHASE_KEY / WORD_BYTES,
} as const;

/** Which purchases are added up. */
export interface SummingOptions {
  /** The last day that counts; Infinity where that is the newest in the data. */
  readonly until: number;
  readonly statuses: StatusOptions;
  /** The one currency in which purchases count, where a column names it; `null` where none was asked for. */
  readonly currency: string | null;
  /** Whether rows of one order stand one behind another, of which those behind the first may say nothing of their own. */
  readonly areRuns: boolean;
  /** Whether rows are line items of orders, which may stand anywhere: what they come to is found out when all were read. */
  readonly areLines: boolean;
}

/** Purchases of one status and currency. */
export interface PurchaseTally {
  readonly status: number;
  readonly currency: number;
  readonly rows: number;
  /** Rows of the same orders that follow them, and say nothing of their own. */
  readonly following: number;
  /** Whole 1/10,000 of a unit. */
  readonly money: bigint;
}

/** The purchases of a segment that are to be added up, sorted by the first bits of their customers' hashes. */
export interface SegmentPurchases {
  /** `starts[partition]` is where a partition begins; one more at the end. Shared, as are the words. */
  readonly starts: Uint32Array;
  /** {@link ROW_WORDS} for each row. */
  readonly words: Int32Array;
  /** With the codes of the thread. */
  readonly tallies: readonly PurchaseTally[];
  /** By lines, counted from the segment's first. */
  readonly days: Days;
  /** The line items; what stands above is then of their customers alone. `null` where rows are orders. */
  readonly lines: SegmentLines | null;
}

/** The line items of a segment, sorted by the first bits of their orders' hashes. */
export interface SegmentLines {
  readonly starts: Uint32Array;
  readonly words: Int32Array;
  /** The status and the currency of each of their codes, with the codes of the thread. */
  readonly codes: readonly StatusAndCurrency[];
}

export type StatusAndCurrency = Pick<PurchaseTally, "status" | "currency">;

const NOTHING: Int32Array = new Int32Array(0);

interface OpenTally {
  readonly status: number;
  readonly currency: number;
  rows: number;
  following: number;
  readonly money: ExactSum;
}

/**
 * The rows of one segment that are each a purchase that counts, whatever the other rows are: dated, not after the last day,
 * above zero and without a refund, of a known customer, with an order id, and of a status that counts.
 */
export class PurchaseRows {
  private readonly options: SummingOptions;
  private readonly statuses: TextCodes;
  private readonly currencies: TextCodes;
  private readonly preset: Preset | null;
  /** Whether each status counts, by its code. */
  private readonly counting: boolean[] = [];
  private readonly memory: KeyMemory;
  private ints: Int32Array = NOTHING;
  private doubles: Float64Array = new Float64Array(0);
  private count = 0;
  /** For so many rows there was room at last. */
  private room = 1024;
  /** By status, then by currency. */
  private readonly tallies = new Map<number, Map<number, OpenTally>>();
  private last = emptyTally(-1, -1);
  private days = new DaySpan();
  private readonly rowWords: number;
  private readonly codes: StatusAndCurrency[] = [];

  /** @param known the statuses and currencies behind their codes, and the platform whose words they are */
  constructor(
    options: SummingOptions,
    memory: KeyMemory,
    known: { readonly statuses: TextCodes; readonly currencies: TextCodes; readonly preset: Preset | null },
  ) {
    this.options = options;
    this.rowWords = options.areLines ? LINE_WORDS : ROW_WORDS;
    this.memory = memory;
    this.statuses = known.statuses;
    this.currencies = known.currencies;
    this.preset = known.preset;
  }

  /** Whether a row with a known customer, an order id and no refund is a purchase that counts. */
  takes({
    day,
    amount,
    status,
    currency,
  }: Readonly<Record<"day" | "amount" | "status" | "currency", number>>): boolean {
    return !this.areLines && amount > 0 && day <= this.until && this.counts(status, currency);
  }

  /** Whether rows of one order stand one behind another. */
  get areRuns(): boolean {
    return this.options.areRuns;
  }

  /** Whether rows are line items of orders, which may stand anywhere. */
  get areLines(): boolean {
    return this.options.areLines;
  }

  /** The last day of purchases that are added up. */
  get until(): number {
    return this.options.until;
  }

  /**
   * Whether a status counts by itself, as statuses of orders with one row are judged, and no note counts its orders; and the currency is
   * the one that was asked for, if any was.
   */
  counts(status: number, currency: number): boolean {
    const wanted = this.options.currency;
    if (wanted !== null && this.currencies.text(currency) !== wanted) return false;
    return this.counting[status] ?? this.doesCount(status);
  }

  /** The code of a status and a currency that count; −1 where they do not, or there are too many. */
  codeOf(status: number, currency: number): number {
    if (!this.counts(status, currency)) return -1;
    const { codes } = this;
    const known = codes.findIndex((code) => code.status === status && code.currency === currency);
    if (known >= 0 || codes.length === MOST_CODES) return known;
    return codes.push({ status, currency }) - 1;
  }

  private doesCount(code: number): boolean {
    const { words, means } = parseStatusKey(this.statuses.text(code));
    const { statuses } = this.options;
    const counts = meaningOf({ words, means, preset: this.preset }, statuses) === "counts" && !isPartlyRefunded(words);
    this.counting[code] = counts;
    return counts;
  }

  /** Adds a purchase; returns where among the words its customer's hash is to be written. */
  add(line: number, day: number, amount: number, key: number): number {
    if (this.count * ROW_WORDS === this.ints.length) this.grow();
    const at = this.count * ROW_WORDS;
    this.count += 1;
    this.ints[at + ROW_AT.day] = day;
    this.ints[at + ROW_AT.key] = key;
    this.doubles[(at >> 1) + ROW_AT.amount] = amount;
    this.days.note(day, line);
    return at;
  }

  /**
   * Adds purchases one after another.
   *
   * @param words those of each, from `at` on
   */
  addRows(words: Int32Array, at: number, { count, days }: { readonly count: number; readonly days: Days }): void {
    const { rowWords } = this;
    while ((this.count + count) * rowWords > this.ints.length) this.grow();
    this.ints.set(words.subarray(at, at + count * rowWords), this.count * rowWords);
    this.count += count;
    this.days.add(days);
  }

  /** Counts purchases among those of their status and currency. */
  tallyRows(status: number, currency: number, { rows, following, money }: RowsTally): void {
    const tally = this.tallyOf(status, currency);
    tally.rows += rows;
    tally.following += following;
    tally.money.add(money);
  }

  /** Counts the same purchase among those of its status and currency. */
  tally(status: number, currency: number, amount: number): void {
    if (this.last.status !== status || this.last.currency !== currency) this.last = this.tallyOf(status, currency);
    this.last.rows += 1;
    this.last.money.add(amount);
  }

  get words(): Int32Array {
    return this.ints;
  }

  private tallyOf(status: number, currency: number): OpenTally {
    const ofStatus = this.tallies.get(status) ?? new Map<number, OpenTally>();
    this.tallies.set(status, ofStatus);
    const tally = ofStatus.get(currency) ?? emptyTally(status, currency);
    ofStatus.set(currency, tally);
    return tally;
  }

  private grow(): void {
    const { ints, memory, rowWords } = this;
    this.room = Math.max(this.room, (ints.length / rowWords) * 2);
    this.ints = memory.take(this.room * rowWords);
    this.doubles = new Float64Array(this.ints.buffer, this.ints.byteOffset, this.ints.length / 2);
    if (ints.length === 0) return;
    this.ints.set(ints);
    memory.giveBack(ints);
  }

  /** All purchases, sorted by partitions; they are forgotten here. */
  sorted(): SegmentPurchases {
    const sorted = this.areLines ? this.sortedLines() : this.sortedPurchases();
    const tallies = [...this.tallies.values()]
      .flatMap((ofStatus) => [...ofStatus.values()])
      .map(({ money, ...tally }) => ({ ...tally, money: money.value }));
    const { first, newest, newestAt, nextNewest } = this.days;
    this.clear();
    return { ...sorted, tallies, days: { first, newest, newestAt, nextNewest } };
  }

  private sortedPurchases(): Pick<SegmentPurchases, "starts" | "words" | "lines"> {
    const { ints, count, memory } = this;
    const region = memory.take(STARTS_WORDS + count * ROW_WORDS);
    const sorted = partsOf(region);
    memory.run.sortPurchases(ints.byteOffset, count, region.byteOffset, sorted.words.byteOffset);
    if (ints.length > 0) memory.giveBack(ints);
    this.ints = NOTHING;
    return { ...sorted, lines: null };
  }

  /** The memory that they were collected in is not given back: what waits for the last row would come to lie there, and take less of it. */
  private sortedLines(): Pick<SegmentPurchases, "starts" | "words" | "lines"> {
    const { ints, count, memory, codes } = this;
    const lines = partsOf(memory.take(STARTS_WORDS + (count * ORDER_LINE_SIZE) / WORD_BYTES));
    const customers = partsOf(memory.take(STARTS_WORDS + (count * LINE_CUSTOMER_SIZE) / WORD_BYTES));
    const to = [lines, customers].flatMap(({ starts, words }) => [starts.byteOffset, words.byteOffset]);
    memory.run.sortLines(ints.byteOffset, count, ...(to as [number, number, number, number]));
    return { ...customers, lines: { ...lines, codes: [...codes] } };
  }

  /** Forgets all rows; the memory is used again. */
  clear(): void {
    this.count = 0;
    this.tallies.clear();
    this.last = emptyTally(-1, -1);
    this.days = new DaySpan();
  }
}

function emptyTally(status: number, currency: number): OpenTally {
  return { status, currency, rows: 0, following: 0, money: new ExactSum() };
}

/** Where partitions begin in memory that was taken for what is sorted by them, and what is sorted. */
function partsOf(region: Int32Array): Pick<SegmentPurchases, "starts" | "words"> {
  const starts = new Uint32Array(region.buffer, region.byteOffset, PARTITIONS + 1);
  return { starts, words: region.subarray(STARTS_WORDS) };
}

/** Gives back the memory of purchases that nobody looks at any more. */
export function giveBackPurchases(
  { starts, words }: Pick<SegmentPurchases, "starts" | "words">,
  memory: KeyMemory,
): void {
  memory.giveBack(new Int32Array(starts.buffer, starts.byteOffset, STARTS_WORDS + words.length));
}
