import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { sortedValues } from "../scores/sorted-values.ts";

/** The customers who spent most, down to one of them, and what they brought together. */
export interface ConcentrationPoint {
  readonly customers: number;
  /** Fraction of all customers. */
  readonly customerShare: number;
  /** Net spend, whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  /** Fraction of all revenue; over 1 where the others have more refunds than purchases. */
  readonly revenueShare: number;
}

/** How much of the revenue the largest customers bring: the Lorenz curve, read from its rich end. */
export interface Concentration {
  /** From nobody to everybody, at every whole percent of customers (at every customer, where they are fewer than 100). */
  readonly points: readonly ConcentrationPoint[];
  /** The best fifth: the fewest customers who are at least 20 % of all. */
  readonly topFifth: ConcentrationPoint;
  /** The fewest customers who bring at least half of the revenue. */
  readonly half: ConcentrationPoint;
  /** Customers with a net spend below 0; the curve falls over them. */
  readonly negative: number;
  /** The curve's greatest share of revenue: 1, or more where there are such customers. */
  readonly peak: number;
}

const POINTS = 100;
const FIFTH = 5;

/** Adds up spend from the largest customer down; `null` where revenue is not > 0, and a share of it means nothing. */
export function concentrationOf({ spend, length }: CustomerTable): Concentration | null {
  const falling = sortedValues(spend).toReversed();
  const total = new ExactSum();
  for (const value of falling) total.add(value);
  if (total.value <= 0n) return null;
  const asked = new Set(Array.from({ length: POINTS + 1 }, (_, percent) => Math.round((length * percent) / POINTS)));
  const fifthAt = Math.ceil(length / FIFTH);
  const points: ConcentrationPoint[] = [];
  let topFifth: ConcentrationPoint | null = null;
  let half: ConcentrationPoint | null = null;
  let peak = 1;
  const negative = falling.length - (falling.findLastIndex((value) => value >= 0) + 1);
  const sum = new ExactSum();
  for (let customers = 0; customers <= length; customers += 1) {
    if (customers > 0) sum.add(falling[customers - 1] as number);
    if (customers === length - negative) peak = Number(sum.value) / Number(total.value);
    const isHalf = half === null && customers > 0 && sum.value * 2n >= total.value;
    if (!isHalf && customers !== fifthAt && !asked.has(customers)) continue;
    const point = {
      customers,
      customerShare: customers / length,
      revenue: sum.value,
      revenueShare: Number(sum.value) / Number(total.value),
    };
    if (asked.has(customers)) points.push(point);
    if (customers === fifthAt) topFifth = point;
    if (isHalf) half = point;
  }
  return topFifth === null || half === null ? null : { points, topFifth, half, negative, peak };
}
