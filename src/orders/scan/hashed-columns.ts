import { areDifferent } from "../../csv/keys/are-different.ts";
import { numberFirstRows } from "../../csv/keys/first-rows.ts";
import { ALL_PARTITIONS, type PartialHashes } from "../../csv/keys/hashed-keys.ts";
import type { KeyDictionary, NewKeys } from "../../csv/keys/key-dictionary.ts";
import { type KeySpan, overlapping } from "../../csv/keys/key-sequence.ts";
import type { FoundKeys, PlacedHashes } from "../../csv/keys/number-keys.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import { collectGarbage } from "../../csv/threads/collect-garbage.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import { NumberedOrders } from "../rows/numbered-orders.ts";
import { OrderIdsRepeat } from "../rows/restart-reasons.ts";
import type { RowTable } from "../rows/row-table.ts";
import type { SummedRows } from "../sums/summed-rows.ts";
import { GroupedColumn, type HashedSegment, memoryOf, type SummedColumn, textsOf } from "./grouped-column.ts";
import type { KeySource } from "./key-copier.ts";
import { type KeyJob, type KeyThreads, partitionRanges } from "./key-jobs.ts";
import { LineOrdersInThreads } from "./line-orders-in-threads.ts";
import type { InTurn, OrderIds } from "./read-segment.ts";

/** Order ids of a segment that are in turn: where others may be among them, their hashes must be looked at. */
interface Sequence extends KeySpan {
  readonly hashes: () => Promise<PartialHashes>;
}

/** After so many segments it is looked whether orders repeat, so that most files where they do are not read to the end first. */
const EARLY_LOOKS: readonly number[] = [1, 4];

/** So many segments show whether order ids are out of turn here and there, or everywhere. */
const SEGMENTS_TO_SEE = 4;

/** Fewer rows leave so little garbage that collecting it takes longer than it saves. */
const ROWS_TO_TIDY = 100_000;

/** The keys of all rows that are hashed, numbered by the threads while files are read. */
export class HashedColumns {
  private readonly table: RowTable;
  private readonly threads: KeyThreads;
  private readonly hashKey: HashKey;
  private readonly customers: GroupedColumn;
  private readonly orders: GroupedColumn;
  /** Where orders get nothing but numbers: their hashes, of all segments. */
  private hashedOrders: PlacedHashes[] = [];
  private readonly differentOrders: PartialHashes[] = [];
  private readonly sequences: Sequence[] = [];
  /** How many orders have rows, where these were numbered while they were read. */
  private keptOrders: number | null = null;
  /** How many segments had their order ids in turn, or had none. */
  private segmentsInTurn = 0;
  /** Those of them in which some are out of turn. */
  private brokenSegments = 0;

  constructor(table: RowTable, threads: KeyThreads, hashKey: HashKey) {
    this.table = table;
    this.threads = threads;
    this.hashKey = hashKey;
    this.customers = new GroupedColumn(threads, () => table.rows.customers);
    this.orders = new GroupedColumn(threads, () => table.rows.orders);
  }

  addCustomers(segment: HashedSegment): void {
    this.customers.add({ ...segment, lowersEmails: true });
  }

  addOrders(segment: HashedSegment, numbering: number): void {
    const { firstRow, length, hashes } = segment;
    if (this.table.orders instanceof NumberedOrders)
      this.hashedOrders.push({ firstRow, length, hashes: { ...hashes, texts: [] } });
    else this.orders.add({ ...segment, prefix: numbering === 0 ? "" : `${numbering}${ORIGIN_MARK}` });
  }

  /** Numbers the orders of the rows from one on, which were numbered by themselves, behind those of the rows before. */
  numberKeptOrders(firstRow: number, orders: number): void {
    const before = this.keptOrders ?? 0;
    this.table.rows.shiftOrders(firstRow, before);
    this.keptOrders = before + orders;
  }

  /** What the order ids of the next segment are taken for: once some were hashed, or most segments have some out of turn, all are hashed. */
  orderIdsFor(chosen: OrderIds): OrderIds {
    const { differentOrders, brokenSegments, segmentsInTurn } = this;
    const areBroken = segmentsInTurn >= SEGMENTS_TO_SEE && brokenSegments > segmentsInTurn / 2;
    return chosen === "in turn" && (differentOrders.length > 0 || areBroken) ? "different" : chosen;
  }

  /**
   * Adds the order ids of a segment that are in turn.
   *
   * @param hashes reads the segment once more, for a part of the hash of each
   */
  addSequences({ spans }: InTurn, hashes: Sequence["hashes"]): void {
    this.segmentsInTurn += 1;
    if (spans.length > 1) this.brokenSegments += 1;
    this.sequences.push(...spans.map((span) => ({ ...span, hashes })));
  }

  /**
   * Adds orders that are taken to be different.
   *
   * @throws OrderIdsRepeat where two have the same id and that is seen early
   */
  addDifferentOrders(partial: PartialHashes): void {
    const { differentOrders } = this;
    differentOrders.push(partial);
    if (!EARLY_LOOKS.includes(differentOrders.length)) return;
    if (!areDifferent(differentOrders, ALL_PARTITIONS)) throw new OrderIdsRepeat();
  }

  /**
   * Puts the texts of customers and orders into the table's dictionaries, and their numbers into its columns.
   *
   * @throws OrderIdsRepeat where two orders that are taken to be different have the same id
   */
  async resolve(): Promise<void> {
    const { table, differentOrders } = this;
    await this.refuseRepeated();
    const isNumbered = this.keptOrders !== null;
    if (!isNumbered && (differentOrders.length > 0 || this.segmentsInTurn > 0)) table.rows.numberOrders(table.length);
    this.forgetDifferent();
    if (table.summed?.areLines) await this.resolveLines(table.summed);
    else await Promise.all([this.resolveCustomers(), this.resolveOrders()]);
  }

  /** Forgets the hashes of orders that are different, for what comes next needs the memory. */
  private forgetDifferent(): void {
    this.sequences.length = 0;
    this.differentOrders.length = 0;
    if (this.threads.shares > 1 && this.table.rowsRead > ROWS_TO_TIDY) collectGarbage();
  }

  /** Looks at hashes: those of segments in turn, too, where some are not, or else of those that may have ids of others among theirs. */
  private async refuseRepeated(): Promise<void> {
    const { differentOrders, sequences } = this;
    const areMixed = differentOrders.length > 0;
    const groups = areMixed ? [sequences] : overlapping(sequences).filter(({ length }) => length > 1);
    for (const segments of segmentsOf(groups)) {
      await this.refuseSame([...differentOrders, ...(await Promise.all([...segments].map((hashes) => hashes())))]);
    }
  }

  private async refuseSame(segments: readonly PartialHashes[]): Promise<void> {
    const jobs = partitionRanges(this.threads.shares).map((range): KeyJob => ({ kind: "different", segments, range }));
    const found = await Promise.all(jobs.map(this.threads.run));
    if (found.some((outcome) => outcome.kind === "different" && !outcome.areDifferent)) throw new OrderIdsRepeat();
  }

  private async resolveCustomers(): Promise<void> {
    const { customers, table } = this;
    if (table.summed !== null) await this.resolveSummed(table.summed);
    else if (customers.sources.length > 0) await this.resolveTexts(customers, table.rows.customers, table.customers);
  }

  /** As {@link resolveTexts}, with the numbers of each customer's purchases. */
  private async resolveSummed(summed: SummedRows, orders: LineOrdersInThreads | null = null): Promise<SummedColumn> {
    const { customers, table } = this;
    const column = await customers.summed(
      this.hashKey,
      orders === null ? undefined : (sums) => orders.putTogether(sums),
    );
    const { texts, numbers, numberOf } = column;
    const kept = table.rows.customers;
    for (let row = 0; row < kept.length; row += 1) {
      const number = kept[row] as number;
      if (number >= 0) kept[row] = numberOf[number] as number;
    }
    summed.numbers = numbers;
    table.customers.adopt(texts);
    return column;
  }

  /** Puts the orders of line items together, and numbers those of rows that are kept. */
  private async resolveLines(summed: SummedRows): Promise<void> {
    const { table, threads, hashedOrders: kept } = this;
    const { memory } = threads;
    if (memory === null || !(table.orders instanceof NumberedOrders))
      throw new Error("lines are read by threads that share memory");
    const orders = new LineOrdersInThreads({ threads, memory }, { table, summed, kept });
    const { numberOfLine } = await this.resolveSummed(summed, orders);
    table.orders.length = orders.finish(numberOfLine);
  }

  private async resolveOrders(): Promise<void> {
    const { orders, table } = this;
    if (table.orders instanceof NumberedOrders) table.orders.length = await this.numberOrders();
    else if (orders.sources.length > 0)
      await this.resolveTexts(orders, table.rows.orders, table.orders as KeyDictionary);
  }

  /**
   * Numbers orders whose texts nobody wants when all were read: where there are many, their hashes do not fit the nearer memory, and
   * looking them up while files are read takes several times as long.
   */
  private async numberOrders(): Promise<number> {
    if (this.keptOrders !== null) return this.keptOrders;
    const segments = this.hashedOrders;
    if (segments.length === 0) return 0;
    this.hashedOrders = [];
    const column = this.table.rows.orders;
    const ranges = partitionRanges(this.threads.shares);
    await Promise.all(ranges.map((range) => this.threads.run({ kind: "first rows", segments, column, range })));
    return numberFirstRows(column);
  }

  private async resolveTexts(grouped: GroupedColumn, column: Int32Array, dictionary: KeyDictionary): Promise<void> {
    const keys = await this.fetch(grouped.sources, await grouped.found());
    if (dictionary.length === 0) {
      dictionary.adopt(keys);
      return;
    }
    const codes = Int32Array.from(keys.ends, (end, index) =>
      dictionary.codeOf(keys.bytes, index === 0 ? 0 : (keys.ends[index - 1] as number), end),
    );
    for (const { firstRow, length } of grouped.sources) {
      for (let row = firstRow; row < firstRow + length; row += 1) {
        const number = column[row] as number;
        if (number >= 0) column[row] = codes[number] as number;
      }
    }
  }

  /** The texts of keys, in their order: each job reads those of some segments. */
  private async fetch(sources: readonly KeySource[], { firstRows, keys }: FoundKeys): Promise<NewKeys> {
    const each = Math.ceil(sources.length / this.threads.shares);
    const memory = memoryOf(this.threads).sent;
    const jobs: KeyJob[] = [];
    for (let start = 0, from = 0; start < sources.length; start += each) {
      const next = sources[start + each]?.firstRow ?? Number.POSITIVE_INFINITY;
      let to = from;
      while (to < keys.length && (firstRows[to] as number) < next) to += 1;
      const found = { firstRows: firstRows.subarray(from, to), keys: keys.subarray(from, to) };
      jobs.push({ kind: "fetch", memory, sources: sources.slice(start, start + each), found });
      from = to;
    }
    return textsOf(await Promise.all(jobs.map(this.threads.run)));
  }
}

/** The segments of groups of sequences, together those that have a sequence each in one group, or share a segment with such: each is read once. */
function segmentsOf(groups: readonly (readonly Sequence[])[]): readonly ReadonlySet<Sequence["hashes"]>[] {
  let together: Set<Sequence["hashes"]>[] = [];
  for (const group of groups) {
    const own = new Set(group.map(({ hashes }) => hashes));
    const apart: typeof together = [];
    for (const segments of together) {
      if ([...own].some((segment) => segments.has(segment))) for (const segment of segments) own.add(segment);
      else apart.push(segments);
    }
    together = [...apart, own];
  }
  return together;
}
