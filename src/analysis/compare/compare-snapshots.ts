import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { FlowSums } from "./direction.ts";
import type { Flow, Place } from "./flow.ts";
import type { SegmentSnapshot } from "./snapshot.ts";

/** One customer on both days. Missing is `null`: a new customer has no cell before. */
export interface CustomerMove {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly cellBefore: string | null;
  readonly cellAfter: string | null;
  /** Whether they ordered after the earlier day, up to the later one. */
  readonly hasOrdered: boolean;
  /** Change of the sum of the three scores. */
  readonly scoreChange: number | null;
  readonly moneyBefore: number | null;
  readonly moneyAfter: number | null;
}

/** One segment on both days: before − left + entered = after. */
export interface SegmentChange {
  readonly segment: string;
  readonly before: number;
  readonly left: number;
  readonly entered: number;
  readonly after: number;
  readonly moneyBefore: bigint;
  /** What those who left had spent by the earlier day. */
  readonly moneyLeft: bigint;
  /** What those who entered had spent by the later day. */
  readonly moneyEntered: bigint;
  readonly moneyAfter: bigint;
}

export interface Comparison {
  /**
   * What scores of money are made from, while worth and revenue are spend; `null` for score files, whose worth is their
   * monetary value, whatever that is.
   */
  readonly scoredBy: SegmentSnapshot["scoredBy"];
  readonly fromDay: number | null;
  readonly toDay: number | null;
  /** The segments of both days, the later scheme's order first. */
  readonly segments: readonly string[];
  /** Flows that have a customer, those who stayed included, by place of origin and then of arrival. */
  readonly flows: readonly Flow[];
  readonly changes: readonly SegmentChange[];
  /** Everyone whose place differs, by id. */
  readonly moves: readonly CustomerMove[];
  /**
   * Customers of both days who ordered in between and whose scores add up to more than before, the largest change first,
   * then by money. Nobody rises without an order: where scores do, others changed.
   */
  readonly risers: readonly CustomerMove[];
  /** How many customers' scores add up to more than before although they did not order. */
  readonly raisedByOthers: number;
  /** Customers of both days whose scores add up to less, in the same order. */
  readonly fallers: readonly CustomerMove[];
}

/**
 * Follows every customer from one snapshot to another. Customers and money of the flows add up to either snapshot's;
 * a snapshot compared with itself has no moves.
 */
export function compareSnapshots(before: SegmentSnapshot, after: SegmentSnapshot): Comparison {
  const segments = [...new Set([...after.segments, ...before.segments])];
  const all = followCustomers(before, after, segments);
  const flows = flowsOf(all, segments.length);
  const inBoth = all.filter((move) => move.scoreChange !== null);
  const raised = inBoth.filter((move) => (move.scoreChange ?? 0) > 0);
  return {
    scoredBy: after.scoredBy,
    fromDay: before.asOf,
    toDay: after.asOf,
    segments,
    flows,
    changes: segmentChanges(segments, flows),
    moves: all.filter((move) => move.from !== move.to),
    risers: raised.filter((move) => move.hasOrdered).sort(byChange),
    raisedByOthers: raised.filter((move) => !move.hasOrdered).length,
    fallers: inBoth.filter((move) => (move.scoreChange ?? 0) < 0).sort(byChange),
  };
}

function byChange(a: CustomerMove, b: CustomerMove): number {
  const larger = Math.abs(b.scoreChange ?? 0) - Math.abs(a.scoreChange ?? 0);
  return larger || (b.moneyBefore ?? 0) - (a.moneyBefore ?? 0) || compareCodeUnits(a.id, b.id);
}

/** Walks both lists of ids, which ascend, side by side. */
function followCustomers(
  before: SegmentSnapshot,
  after: SegmentSnapshot,
  segments: readonly string[],
): readonly CustomerMove[] {
  const placesBefore = before.segments.map((name) => segments.indexOf(name));
  const placesAfter = after.segments.map((name) => segments.indexOf(name));
  const moves: CustomerMove[] = [];
  let [a, b] = [0, 0];
  while (a < before.ids.length || b < after.ids.length) {
    const order =
      a >= before.ids.length
        ? 1
        : b >= after.ids.length
          ? -1
          : compareCodeUnits(before.ids[a] ?? "", after.ids[b] ?? "");
    const was = order <= 0 ? a : null;
    const is = order >= 0 ? b : null;
    moves.push({
      id: (was === null ? after.ids[b] : before.ids[a]) ?? "",
      from: was === null ? arrival(before, after, b) : (placesBefore[before.segment[was] as number] as number),
      to: is === null ? "lapsed" : (placesAfter[after.segment[is] as number] as number),
      cellBefore: was === null ? null : (before.cells[was] ?? null),
      cellAfter: is === null ? null : (after.cells[is] ?? null),
      hasOrdered: is !== null && (was === null || hasOrdered(before, after, [was, is])),
      scoreChange: was === null || is === null ? null : (after.points[is] as number) - (before.points[was] as number),
      moneyBefore: was === null ? null : (before.money[was] as number),
      moneyAfter: is === null ? null : (after.money[is] as number),
    });
    if (was !== null) a += 1;
    if (is !== null) b += 1;
  }
  return moves;
}

/** Whoever ordered in between has a later last order, whatever the cut points. */
function hasOrdered(before: SegmentSnapshot, after: SegmentSnapshot, [was, is]: readonly [number, number]): boolean {
  return (after.lastOrderDay[is] as number) > (before.lastOrderDay[was] as number);
}

function arrival(before: SegmentSnapshot, after: SegmentSnapshot, customer: number): "new" | "back" {
  if (before.asOf === null || after.firstOrderDay === null) return "new";
  return (after.firstOrderDay[customer] as number) <= before.asOf ? "back" : "new";
}

function flowsOf(moves: readonly CustomerMove[], segments: number): readonly Flow[] {
  const sums = new Map<string, { readonly from: Place; readonly to: Place; readonly own: FlowSums }>();
  for (const { from, to, moneyBefore, moneyAfter, hasOrdered: ordered } of moves) {
    const key = `${from} ${to}`;
    const sum = sums.get(key) ?? { from, to, own: new FlowSums() };
    sum.own.add({ before: moneyBefore ?? 0, after: moneyAfter ?? 0 }, ordered);
    sums.set(key, sum);
  }
  const flows = [...sums.values()].map(({ from, to, own }) => ({ from, to, ...own.sums }));
  return sortedFlows(flows, segments);
}

/** Flows by place of origin and then of arrival: the segments in their order, then new, back and lapsed. */
export function sortedFlows(flows: readonly Flow[], segments: number): readonly Flow[] {
  const rank = (place: Place): number => {
    if (typeof place === "number") return place;
    return segments + ["new", "back", "lapsed"].indexOf(place);
  };
  return flows.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}

/** Every segment on both days, as the flows say. */
export function segmentChanges(segments: readonly string[], flows: readonly Flow[]): readonly SegmentChange[] {
  return segments.map((segment, index) => changeOf(segment, index, flows));
}

function changeOf(segment: string, index: number, flows: readonly Flow[]): SegmentChange {
  const count = (some: readonly Flow[]): number => some.reduce((sum, flow) => sum + flow.customers, 0);
  const before = flows.filter((flow) => flow.from === index);
  const after = flows.filter((flow) => flow.to === index);
  const left = before.filter((flow) => flow.to !== index);
  const entered = after.filter((flow) => flow.from !== index);
  const spentBefore = (some: readonly Flow[]): bigint => some.reduce((sum, flow) => sum + flow.moneyBefore, 0n);
  const spentAfter = (some: readonly Flow[]): bigint => some.reduce((sum, flow) => sum + flow.moneyAfter, 0n);
  return {
    segment,
    before: count(before),
    left: count(left),
    entered: count(entered),
    after: count(after),
    moneyBefore: spentBefore(before),
    moneyLeft: spentBefore(left),
    moneyEntered: spentAfter(entered),
    moneyAfter: spentAfter(after),
  };
}
