import type { OrderTable } from "../../orders/order-table.ts";
import { type Moved, movedBy } from "../compare/direction.ts";
import { type Movement, movementById, movementSince } from "../report/movement.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";
import { qValues } from "../statistics/benjamini-hochberg.ts";
import { signTest } from "../statistics/sign-test.ts";

/** A segment that more customers entered than left, or fewer, than chance explains. */
export interface MovedSegment {
  readonly segment: string;
  readonly entered: number;
  readonly left: number;
  /** What those who came had spent by the later day, and those who left by the earlier. */
  readonly moneyEntered: bigint;
  readonly moneyLeft: bigint;
}

/** Who moved between segments from the last set's day to this one's. */
export interface DigestMoves {
  readonly fromDay: number;
  /** Ordered in between and moved up; did not and moved down. */
  readonly up: Moved;
  readonly down: Moved;
  /** Whether as many up as down would be less likely than one in twenty. */
  readonly isMoreThanChance: boolean;
  /** The segments whose comings and goings are further apart than chance explains, the largest difference first. */
  readonly segments: readonly MovedSegment[];
  /** Customers of each segment on the earlier day, with the later day's cut points. */
  readonly before: ReadonlyMap<string, number>;
}

/** One in twenty: so many of the segments that are named may be chance (Benjamini–Hochberg), as elsewhere. */
const CHANCE = 0.05;

/** Counts who moved; `null` where scores are by rank, or nobody had bought by the earlier day. */
export function movesSince(
  orders: OrderTable,
  later: SegmentedCustomers,
  options: SegmentOptions & { readonly fromDay: number },
): DigestMoves | null {
  const movement = movementSince(orders, later, options);
  return typeof movement === "string" ? null : movesOf(movement);
}

/** The same between two days of customers who are known by their ids, with the later day's cut points. */
export function movesBetween(earlier: SegmentedCustomers, later: SegmentedCustomers): DigestMoves {
  return movesOf(movementById(earlier, later));
}

function movesOf(movement: Movement): DigestMoves {
  const { up, down } = movedBy(movement.flows);
  return {
    fromDay: movement.fromDay,
    up,
    down,
    isMoreThanChance: signTest(up.customers, down.customers) < CHANCE,
    segments: unlikelySegments(movement),
    before: new Map(movement.changes.map(({ segment, before }) => [segment, before])),
  };
}

function unlikelySegments({ changes }: Movement): readonly MovedSegment[] {
  const likely = qValues(changes.map(({ entered, left }) => signTest(entered, left)));
  return changes
    .filter((_, index) => (likely[index] ?? 1) < CHANCE)
    .map(({ segment, entered, left, moneyEntered, moneyLeft }) => ({ segment, entered, left, moneyEntered, moneyLeft }))
    .toSorted((a, b) => Math.abs(b.entered - b.left) - Math.abs(a.entered - a.left));
}
