import { windowStart } from "../../basics/calendar/span.ts";
import { scaleFor } from "../scores/dimension-scale.ts";
import {
  type OwnHistory,
  type OwnOrder,
  type PlacedCustomer,
  type PlacingOptions,
  placeOn,
  segmentWith,
} from "./one-customer.ts";

/**
 * One order of any whole number of cents from `atLeast` to `atMost` (both included, 1/10,000 of a unit), placed on any day
 * from `from` to `by`: on every day from the order to `by` the customer is in `segment`. With a margin for the monetary
 * value, the amounts are margins.
 */
export interface OrderEvent {
  readonly atLeast: number;
  /** `null`: however large. */
  readonly atMost: number | null;
  readonly from: number;
  readonly by: number;
  readonly segment: number;
}

/** Without any order, the customer is in this segment on every day from `by` to `until`; `null`: no longer scored. */
export interface SilenceEvent {
  readonly by: number;
  readonly until: number;
  readonly segment: number | null;
}

/** The smallest amount that people pay, a cent, in 1/10,000 of a unit. */
const CENT = 100;

/** How far ahead an order is looked for: one that is asked for by then can be acted on. */
export const ORDER_DAYS = 90;

/** How far ahead silence is followed. */
export const SILENCE_DAYS = 730;
const MOST_SILENCES = 3;

/** Amounts from `atLeast` to `atMost` that lead to one segment. */
interface Band {
  readonly atLeast: number;
  readonly atMost: number | null;
  readonly segment: number;
}

/**
 * What one order would do, for every amount from a cent (from nothing, where it is a margin) upwards, in bands that lead to
 * different segments on the day after the as-of date.
 *
 * `by` is the last day, at most 90 days ahead, up to which every order in the band has this outcome: the order placed
 * on any day up to then, and the customer scored on any day from the order to `by`.
 */
export function orderEvents(own: OwnHistory, asOf: number, options: PlacingOptions): readonly OrderEvent[] {
  const from = asOf + 1;
  return bandsOn(own, from, options).map((band) => ({ ...band, from, by: lastDayTrue(own, asOf, band, options) }));
}

function bandsOn(own: OwnHistory, day: number, options: PlacingOptions): readonly Band[] {
  const least = options.ofMargin ? 0 : CENT;
  const placed = withOrder(own, { day, amount: least }, day, options);
  if (placed === null) return [];
  const edges = [least, ...edgesOf(placed, least, options)];
  const bands: { atLeast: number; atMost: number | null; segment: number }[] = [];
  for (const edge of edges) {
    const segment = segmentAt(placed, { least, amount: edge }, options);
    const last = bands.at(-1);
    if (last?.segment === segment) continue;
    if (last !== undefined) last.atMost = edge - CENT;
    bands.push({ atLeast: edge, atMost: null, segment });
  }
  return bands;
}

/**
 * The least amounts, whole cents over `least`, that lift the customer above a cut point of monetary value, ascending. An
 * order changes nothing else: its day is after all others, so that recency and frequency are the same for every amount.
 */
function edgesOf(placed: PlacedWithOrder, least: number, options: PlacingOptions): readonly number[] {
  if (!placed.counts) return [];
  const [, , value = 0] = placed.measures;
  const times = divisor(placed, options);
  const cutPoints = scaleFor(options.scales.monetary, placed.scores.slice(0, 2))?.cutPoints ?? [];
  const edges = cutPoints
    .filter((cutPoint) => cutPoint >= value)
    .map((cutPoint) => {
      let amount = CENT * Math.floor((least + (cutPoint - value) * times) / CENT);
      while (Number.isSafeInteger(amount) && !(valueWith(placed, { least, amount }, options) > cutPoint))
        amount += CENT;
      return amount;
    })
    .filter((amount) => Number.isSafeInteger(amount) && amount > least);
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** What the customer's money is divided by. */
function divisor({ measures: [, frequency = 1] }: PlacedCustomer, { monetary }: PlacingOptions): number {
  return monetary === "average" ? Math.max(1, frequency) : 1;
}

/** An amount in place of the one that the customer was placed with. */
interface Instead {
  readonly least: number;
  readonly amount: number;
}

function valueWith(placed: PlacedWithOrder, { least, amount }: Instead, options: PlacingOptions): number {
  if (!placed.counts) return placed.measures[2] ?? 0;
  return (placed.money + (amount - least)) / divisor(placed, options);
}

/** Once a customer could be placed with one amount, there are cut points for every other. */
function segmentAt(placed: PlacedWithOrder, instead: Instead, options: PlacingOptions): number {
  const [recency = 0, frequency = 0] = placed.measures;
  const place = segmentWith([recency, frequency, valueWith(placed, instead, options)], options);
  return place?.segment ?? placed.segment;
}

/** The customer with one order more, and whether that lies in the window. */
interface PlacedWithOrder extends PlacedCustomer {
  readonly counts: boolean;
}

function withOrder(
  own: OwnHistory,
  order: { readonly day: number; readonly amount: number },
  on: number,
  options: PlacingOptions,
): PlacedWithOrder | null {
  const { window, ofMargin } = options;
  const added: OwnOrder = ofMargin
    ? { day: order.day, amount: CENT, margin: order.amount }
    : { day: order.day, amount: order.amount, margin: null };
  const placed = placeOn({ ...own, orders: [...own.orders, added] }, on, options);
  const counts = window === undefined || order.day >= windowStart(on, window);
  return placed === null ? null : { ...placed, counts };
}

function lastDayTrue(own: OwnHistory, asOf: number, band: Band, options: PlacingOptions): number {
  for (let by = asOf + 2; by <= asOf + ORDER_DAYS; by += 1) {
    for (const day of daysThatMatter(asOf + 1, by, options)) {
      const placed = withOrder(own, { day, amount: band.atLeast }, by, options);
      if (placed === null || !holdsForBand(placed, band, options)) return by - 1;
    }
  }
  return asOf + ORDER_DAYS;
}

/** Whether a customer placed with the least amount of a band is in its segment with every other amount of it as well. */
function holdsForBand(placed: PlacedWithOrder, { atLeast, atMost, segment }: Band, options: PlacingOptions): boolean {
  const inside = edgesOf(placed, atLeast, options).filter((edge) => atMost === null || edge <= atMost);
  return [atLeast, ...inside].every((amount) => segmentAt(placed, { least: atLeast, amount }, options) === segment);
}

/**
 * The order days from `first` to `by` that can lead to different places on day `by`: either end, and either side of each
 * day on which the recency score changes or the window begins. Days between two of them score alike.
 */
function daysThatMatter(first: number, by: number, { scales, window }: PlacingOptions): readonly number[] {
  const edges = scales.recency.cutPoints.map((cutPoint) => by - Math.floor(cutPoint));
  if (window !== undefined) edges.push(windowStart(by, window));
  const days = [first, by, ...edges.flatMap((edge) => [edge - 1, edge])];
  return [...new Set(days)].filter((day) => day >= first && day <= by);
}

/** Where silence leads, day by day for two years: the first three days on which the segment changes. */
export function silenceEvents(own: OwnHistory, asOf: number, options: PlacingOptions): readonly SilenceEvent[] {
  const events: { by: number; until: number; segment: number | null }[] = [];
  let current = placeOn(own, asOf, options)?.segment ?? null;
  for (let day = asOf + 1; day <= asOf + SILENCE_DAYS; day += 1) {
    const segment = placeOn(own, day, options)?.segment ?? null;
    const last = events.at(-1);
    if (segment !== current) {
      if (events.length === MOST_SILENCES) break;
      events.push({ by: day, until: day, segment });
      current = segment;
    } else if (last !== undefined) {
      last.until = day;
    }
  }
  return events;
}
