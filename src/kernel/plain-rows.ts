import type { FieldScanner } from "./field-scanner.ts";
import { WORD_BYTES } from "./kernel-memory.ts";
import * as layout from "./wasm/layout.ts";

/** Which of the wanted cells hold what of a row, and which rows may be taken. */
export interface PlainRowsLayout {
  readonly day: number;
  /** The amount, or a quantity where `price` says what it is multiplied by. */
  readonly amount: number;
  readonly price: number | null;
  /** What of the amount was refunded. */
  readonly refunded: number | null;
  /** The totals by whose ratio that is converted, where there are two. */
  readonly refundedScale: { readonly from: number; readonly to: number } | null;
  /** What the kernel gives for a 1. */
  readonly one: number;
  readonly customer: number;
  /** What tells the customer where that is blank. */
  readonly otherCustomer: number | null;
  /** Whether there is still more that does. */
  readonly hasMoreCustomers: boolean;
  /** `null` where rows have no order ids. */
  readonly order: number | null;
  /** Whether order ids are in turn; they are hashed where not. */
  readonly areInTurn: boolean;
  /** The cells whose words say the status and the currency, at most {@link MOST_WORDS}. */
  readonly words: readonly number[];
  /** Those of these of which it only matters whether they are filled. */
  readonly flags: readonly number[];
  /** The fields of a record, where rows of one order stand one behind another; `null` where each row is an order. */
  readonly runsOfWidth: number | null;
  readonly takesNegative: boolean;
  /** The first and the last day of rows that are taken; infinite where all are. */
  readonly since: number;
  readonly until: number;
  /** The last day of rows that are to be added up; `null` where none is. */
  readonly sumsUntil: number | null;
  /** Whether these are line items of orders, which may stand anywhere. */
  readonly areLines: boolean;
}

/** Where the record stands from which rows are taken. */
export interface PlainRowsPlace {
  readonly line: number;
  /** Added to the place of a key in the block. */
  readonly placeOfBlock: number;
  /** Above 0 where order ids rise, below where they fall, 0 where that is not known. */
  readonly direction: number;
  /** Where rows of one order stand together: how many orders have rows that are kept. */
  readonly keptOrders: number;
  /** Likewise: whether the record is of the order of the row before, which is kept. */
  readonly goesOn: boolean;
  /** Likewise: whether more records of the last one's order may follow. */
  readonly mayGoOn: boolean;
}

export { MOST_WORDS } from "./wasm/layout.ts";

/** Rows to be added up, the rows of their orders that follow them, and their money. */
export interface RowsTally {
  readonly rows: number;
  readonly following: number;
  readonly money: number;
}

const [LEAST, GREATEST] = [-0x80000000, 0x7fffffff] as const;

/** The rows of plain records, which the kernel takes from many at a time. */
export class PlainRows {
  /** The kernel's memory, as words and as numbers. */
  words = new Int32Array(0);
  numbers = new Float64Array(0);
  /** Where in the words the purchases begin that are to be added up, the hashes of orders, kept rows, and the hashes of their customers. */
  readonly purchasesAt: number;
  readonly ordersAt: number;
  readonly keptAt: number;
  readonly hashesAt: number;
  private readonly fields: FieldScanner;
  private readonly head: number;
  private readonly knownAt: number;
  private known = 0;

  constructor(fields: FieldScanner, rows: PlainRowsLayout) {
    const { kernel, at, most, recordWords } = fields;
    this.fields = fields;
    this.head = at.taken / WORD_BYTES;
    this.knownAt = this.head + (layout.TAKEN_HEAD + layout.KNOWN_SIZE) / WORD_BYTES;
    this.purchasesAt = this.knownAt + (layout.MOST_KNOWN * layout.KNOWN_SIZE) / WORD_BYTES;
    this.ordersAt = this.purchasesAt + (most * layout.LINE_SIZE) / WORD_BYTES;
    this.keptAt = this.ordersAt + (most * layout.HASH_SIZE) / WORD_BYTES;
    this.hashesAt = this.keptAt + most * KEPT.words;
    const { day, amount, price, refunded, customer, order, areInTurn, words, flags, sumsUntil, areLines } = rows;
    const slots = words.map((slot) => (flags.includes(slot) ? slot | layout.IS_FLAG : slot));
    new Uint8Array(kernel.memory, at.words, words.length).set(slots);
    new Uint8Array(kernel.memory, at.taken, at.block - at.taken).fill(0);
    const { run } = kernel;
    run.setCellsOfRows(day, amount, price ?? -1, refunded ?? -1, customer, order ?? -1, areInTurn);
    run.setScale(rows.refundedScale?.from ?? -1, rows.refundedScale?.to ?? -1);
    run.setBuyers(customer, rows.otherCustomer ?? -1, rows.hasMoreCustomers);
    run.setWords(at.words, words.length, at.taken, most, at.block, at.records, recordWords * WORD_BYTES);
    const [first, last] = [Math.max(LEAST + 1, rows.since), Math.min(GREATEST, rows.until)];
    const lastSummed = Math.min(GREATEST, sumsUntil ?? LEAST);
    run.setRows(first, last, rows.takesNegative, rows.one, sumsUntil !== null, lastSummed, areLines);
    run.setRuns(rows.runsOfWidth !== null, rows.runsOfWidth ?? 0);
  }

  /** Takes rows from a record on; returns the first of the records from which none was taken. */
  take(from: number, count: number, place: PlainRowsPlace): number {
    const { line, placeOfBlock, direction, keptOrders, goesOn, mayGoOn } = place;
    const { kernel } = this.fields;
    if (this.words.buffer !== kernel.memory) {
      this.words = new Int32Array(kernel.memory);
      this.numbers = new Float64Array(kernel.memory);
    }
    return kernel.run.takeRows(from, count, line, placeOfBlock, direction, keptOrders, goesOn, mayGoOn);
  }

  /**
   * Remembers what a record's words stand for; false where there is no room for more, or they are too long.
   *
   * @param counts 0 where rows with them are not added up, else 1 more than their code
   */
  learn(record: number, status: number, currency: number, counts: number): boolean {
    const hasRoom = this.fields.kernel.run.learnWords(record, status, currency, counts) !== 0;
    if (hasRoom) this.known += 1;
    return hasRoom;
  }

  get purchases(): number {
    return this.words[this.head] as number;
  }

  get orders(): number {
    return this.at(layout.TAKEN_ORDERS);
  }

  get kept(): number {
    return this.at(layout.TAKEN_KEPT);
  }

  /** How many of these have a customer. */
  get keptCustomers(): number {
    return this.at(layout.TAKEN_KEPT_CUSTOMERS);
  }

  /** The line of the record behind those that were taken. */
  get line(): number {
    return this.at(layout.TAKEN_LINE);
  }

  /** Whether the words of that record are not known, and it may be plain but for that. */
  get lacksWords(): boolean {
    return this.at(layout.TAKEN_LACKS_WORDS) !== 0;
  }

  /** How many orders have rows that are kept by now. */
  get keptOrders(): number {
    return this.at(layout.TAKEN_KEPT_ORDERS);
  }

  /** Whether the record behind is left because more records of its order may follow. */
  get isLeft(): boolean {
    return this.at(layout.TAKEN_IS_LEFT) !== 0;
  }

  /** Whether the row that was taken last is kept. */
  get endsKept(): boolean {
    return this.at(layout.TAKEN_ENDS_KEPT) !== 0;
  }

  /** Whether the key of some customer was no whole number. */
  get hasOtherIds(): boolean {
    return this.at(layout.TAKEN_OTHER_IDS) !== 0;
  }

  /** How many amounts were rounded. */
  get rounded(): number {
    return this.at(layout.TAKEN_ROUNDED);
  }

  /** The sum of all amounts. */
  get amounts(): number {
    return this.numbers[(this.head * WORD_BYTES + layout.TAKEN_AMOUNTS) >> 3] as number;
  }

  /** The days of the rows to be added up, by lines. */
  get days() {
    return {
      first: this.at(layout.TAKEN_FIRST_DAY),
      newest: this.at(layout.TAKEN_NEWEST_DAY),
      newestAt: this.at(layout.TAKEN_NEWEST_LINE),
      nextNewest: this.at(layout.TAKEN_NEXT_NEWEST),
    };
  }

  /** Tells how many rows with each words are to be added up, how many of the same orders follow them, and their money. */
  eachTally(tell: (status: number, currency: number, tally: RowsTally) => void): void {
    const { words, numbers } = this;
    for (let index = 0; index < this.known; index += 1) {
      const at = this.knownAt + (index * layout.KNOWN_SIZE) / WORD_BYTES;
      const rows = words[at + layout.KNOWN_ROWS / WORD_BYTES] as number;
      const money = (at * WORD_BYTES + layout.KNOWN_MONEY) >> 3;
      const status = words[at + layout.KNOWN_STATUS / WORD_BYTES] as number;
      const currency = words[at + layout.KNOWN_CURRENCY / WORD_BYTES] as number;
      const following = words[at + layout.KNOWN_FOLLOWING / WORD_BYTES] as number;
      if (rows + following === 0) continue;
      tell(status, currency, { rows, following, money: numbers[money] as number });
      words[at + layout.KNOWN_ROWS / WORD_BYTES] = 0;
      words[at + layout.KNOWN_FOLLOWING / WORD_BYTES] = 0;
      numbers[money] = 0;
    }
  }

  private at(byte: number): number {
    return this.words[this.head + byte / WORD_BYTES] as number;
  }
}

/** What a kept row has for a customer whom others must look for: this less the number of its record. */
export const UNKNOWN_CUSTOMER = layout.UNKNOWN_CUSTOMER;

/** Where a kept row has what, and its length, in words; amounts are numbers of two words. */
export const KEPT = {
  amount: 0,
  refunded: layout.KEPT_REFUNDED / WORD_BYTES,
  line: layout.KEPT_LINE / WORD_BYTES,
  day: layout.KEPT_DAY / WORD_BYTES,
  customer: layout.KEPT_CUSTOMER / WORD_BYTES,
  order: layout.KEPT_ORDER / WORD_BYTES,
  status: layout.KEPT_STATUS / WORD_BYTES,
  currency: layout.KEPT_CURRENCY / WORD_BYTES,
  words: layout.KEPT_SIZE / WORD_BYTES,
} as const;
