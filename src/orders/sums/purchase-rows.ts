import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { PARTITION_BITS, PARTITIONS, sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { Preset } from "../../exports/platforms/preset.ts";
import { meaningOf, type StatusOptions } from "../../exports/values/status-meaning.ts";
import { isPartlyRefunded } from "../../exports/values/statuses.ts";
import { parseStatusKey } from "../rows/status-key.ts";
import { DaySpan, type Days } from "./day-span.ts";

/** A row's words: the hash of its customer, its amount, its day, and where the customer's key stands in the segment. */
export const ROW_WORDS = 8;
export const ROW_AT = { amount: 2, day: 6, key: 7 } as const;

/** Which purchases are added up. */
export interface SummingOptions {
  /** The last day that counts; Infinity where that is the newest in the data. */
  readonly until: number;
  readonly statuses: StatusOptions;
  /** The one currency in which purchases count, where a column names it; `null` where none was asked for. */
  readonly currency: string | null;
}

/** Purchases of one status and currency. */
export interface PurchaseTally {
  readonly status: number;
  readonly currency: number;
  readonly rows: number;
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
}

interface OpenTally {
  readonly status: number;
  readonly currency: number;
  rows: number;
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
  private ints = new Int32Array(1024 * ROW_WORDS);
  private doubles = new Float64Array(this.ints.buffer);
  private count = 0;
  /** By status, then by currency. */
  private readonly tallies = new Map<number, Map<number, OpenTally>>();
  private last = emptyTally(-1, -1);
  private days = new DaySpan();

  /** @param known the statuses and currencies behind their codes, and the platform whose words they are */
  constructor(
    options: SummingOptions,
    known: { readonly statuses: TextCodes; readonly currencies: TextCodes; readonly preset: Preset | null },
  ) {
    this.options = options;
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
    return amount > 0 && day <= this.until && this.counts(status, currency);
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
   * @param words {@link ROW_WORDS} of each, from `at` on
   */
  addRows(words: Int32Array, at: number, { count, days }: { readonly count: number; readonly days: Days }): void {
    while ((this.count + count) * ROW_WORDS > this.ints.length) this.grow();
    this.ints.set(words.subarray(at, at + count * ROW_WORDS), this.count * ROW_WORDS);
    this.count += count;
    this.days.add(days);
  }

  /** Counts purchases among those of their status and currency. */
  tallyRows(
    status: number,
    currency: number,
    { rows, money }: { readonly rows: number; readonly money: number },
  ): void {
    const tally = this.tallyOf(status, currency);
    tally.rows += rows;
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
    const larger = new Int32Array(this.ints.length * 2);
    larger.set(this.ints);
    this.ints = larger;
    this.doubles = new Float64Array(larger.buffer);
  }

  /**
   * All purchases, sorted by partitions.
   *
   * @param space memory where they may be written to, if there is room
   */
  sorted(space?: Int32Array): SegmentPurchases {
    const { ints, count } = this;
    const starts = this.starts();
    const next = starts.slice();
    const length = count * ROW_WORDS;
    const words = space !== undefined && space.length >= length ? space : wordsFor(count);
    for (let at = 0; at < length; at += ROW_WORDS) {
      const partition = (ints[at] as number) >>> (32 - PARTITION_BITS);
      const to = (next[partition] as number) * ROW_WORDS;
      next[partition] = (next[partition] as number) + 1;
      words[to] = ints[at] as number;
      words[to + 1] = ints[at + 1] as number;
      words[to + 2] = ints[at + 2] as number;
      words[to + 3] = ints[at + 3] as number;
      words[to + 4] = ints[at + 4] as number;
      words[to + 5] = ints[at + 5] as number;
      words[to + 6] = ints[at + 6] as number;
      words[to + 7] = ints[at + 7] as number;
    }
    const tallies = [...this.tallies.values()]
      .flatMap((ofStatus) => [...ofStatus.values()])
      .map(({ money, ...tally }) => ({ ...tally, money: money.value }));
    const { first, newest, newestAt, nextNewest } = this.days;
    return {
      starts,
      words: words.subarray(0, length),
      tallies,
      days: { first, newest, newestAt, nextNewest },
    };
  }

  private starts(): Uint32Array<SharedArrayBuffer> {
    const { ints, count } = this;
    const starts = new Uint32Array(sharedWords(PARTITIONS + 1));
    for (let at = 0; at < count * ROW_WORDS; at += ROW_WORDS) {
      const partition = (ints[at] as number) >>> (32 - PARTITION_BITS);
      starts[partition + 1] = (starts[partition + 1] as number) + 1;
    }
    for (let partition = 0; partition < PARTITIONS; partition += 1)
      starts[partition + 1] = (starts[partition + 1] as number) + (starts[partition] as number);
    return starts;
  }

  /** Forgets all rows; the memory is used again. */
  clear(): void {
    this.count = 0;
    this.tallies.clear();
    this.last = emptyTally(-1, -1);
    this.days = new DaySpan();
  }
}

/** Shared memory for a little more than so many rows, since segments do not have the same number. */
function wordsFor(count: number): Int32Array {
  return new Int32Array(sharedWords(Math.ceil(count * 1.1) * ROW_WORDS));
}

function emptyTally(status: number, currency: number): OpenTally {
  return { status, currency, rows: 0, money: new ExactSum() };
}

/** All of the memory that purchases lie in, which nobody looks at any more. */
export function purchaseSpaceOf({ words }: Pick<SegmentPurchases, "words">): Int32Array {
  return new Int32Array(words.buffer);
}
