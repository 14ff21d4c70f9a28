import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { Flow, Place } from "./flow.ts";

/**
 * Which way a customer moved. A segment is higher the earlier it stands in the scheme. `up`: ordered in between, and is in
 * a higher segment; `down`: did not order, and is in a lower one. Whoever went the other way, to a lower segment with an
 * order or to a higher one without, moved `aside`: the scheme put them elsewhere, and they did neither better nor worse.
 */
export type Direction = "up" | "down" | "aside";

/** The direction of a move; `null` for those who stayed or were outside the segments on either day. */
export function directionOf(from: Place, to: Place, hasOrdered: boolean): Direction | null {
  if (typeof from !== "number" || typeof to !== "number" || from === to) return null;
  const isHigher = to < from;
  if (isHigher === hasOrdered) return isHigher ? "up" : "down";
  return "aside";
}

/** Customers who moved one way from one segment to another, with what they had spent by the later day. */
export interface DirectedFlow {
  readonly from: Place;
  readonly to: Place;
  readonly direction: Direction;
  readonly customers: number;
  readonly money: bigint;
}

/** Flows between segments, parted by who ordered in between; the most money first, ties in the order of the flows. */
export function directedFlows(flows: readonly Flow[]): readonly DirectedFlow[] {
  const parts = flows.flatMap(({ from, to, customers, moneyAfter, ordered }) => [
    { from, to, hasOrdered: true, customers: ordered.customers, money: ordered.moneyAfter },
    { from, to, hasOrdered: false, customers: customers - ordered.customers, money: moneyAfter - ordered.moneyAfter },
  ]);
  return parts
    .flatMap(({ hasOrdered, ...part }): DirectedFlow[] => {
      const direction = directionOf(part.from, part.to, hasOrdered);
      return direction === null || part.customers === 0 ? [] : [{ ...part, direction }];
    })
    .sort((a, b) => (a.money === b.money ? 0 : a.money < b.money ? 1 : -1));
}

/** How many moved one way, and what they had spent by the later day. */
export interface Moved {
  readonly customers: number;
  readonly money: bigint;
}

/** Everyone who moved, by direction. */
export function movedBy(flows: readonly Flow[]): Readonly<Record<Direction, Moved>> {
  const directed = directedFlows(flows);
  const of = (direction: Direction): Moved => {
    const own = directed.filter((flow) => flow.direction === direction);
    return {
      customers: own.reduce((sum, flow) => sum + flow.customers, 0),
      money: own.reduce((sum, flow) => sum + flow.money, 0n),
    };
  };
  return { up: of("up"), down: of("down"), aside: of("aside") };
}

/** The sums of one flow as its customers are added. */
export class FlowSums {
  private readonly counts = { all: 0, ordered: 0 };
  private readonly before = new ExactSum();
  private readonly after = new ExactSum();
  private readonly afterOrdered = new ExactSum();

  /** @param money whole 1/10,000 of a unit on either day; 0 where the customer is not there */
  add(money: { readonly before: number; readonly after: number }, hasOrdered: boolean): void {
    this.counts.all += 1;
    this.before.add(money.before);
    this.after.add(money.after);
    if (!hasOrdered) return;
    this.counts.ordered += 1;
    this.afterOrdered.add(money.after);
  }

  /** What a flow holds beside its places. */
  get sums(): Omit<Flow, "from" | "to"> {
    return {
      customers: this.counts.all,
      moneyBefore: this.before.value,
      moneyAfter: this.after.value,
      ordered: { customers: this.counts.ordered, moneyAfter: this.afterOrdered.value },
    };
  }
}
