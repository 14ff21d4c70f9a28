import { windowStart } from "../calendar/span.ts";
import { scaleFor } from "../scores/dimension-scale.ts";
import { type OwnOrder, type PlacingOptions, placeOn } from "./one-customer.ts";

/** An order of at least this much (1/10,000 of a unit), on any day after the as-of date up to `by`, and where it leads. */
export interface OrderEvent {
  readonly atLeast: number;
  readonly by: number;
  readonly segment: number;
}

/** Without any order up to and including `by`, the customer is in this segment that day; `null`: no longer scored. */
export interface SilenceEvent {
  readonly by: number;
  readonly segment: number | null;
}

/** The smallest amount that people pay, a cent, in 1/10,000 of a unit. */
const CENT = 100;

/** How far ahead an order is looked for: one that is asked for by then can be acted on. */
const ORDER_DAYS = 90;

/** How far ahead silence is followed. */
const SILENCE_DAYS = 730;
const MOST_SILENCES = 3;

/**
 * What one order would do, smallest amount first; a larger one is listed where it leads elsewhere.
 *
 * `by` is the last day, at most 90 days ahead, for which it is true however it happens: the order placed on any day up to
 * then, and the customer scored on any day from the order to `by`.
 */
export function orderEvents(own: readonly OwnOrder[], asOf: number, options: PlacingOptions): readonly OrderEvent[] {
  const events: OrderEvent[] = [];
  for (const atLeast of amountsThatMatter(own, asOf + 1, options)) {
    const place = placeOn([...own, { day: asOf + 1, amount: atLeast }], asOf + 1, options);
    if (place === null || place.segment === events.at(-1)?.segment) continue;
    const by = lastDayTrue(own, asOf, { atLeast, segment: place.segment, options });
    events.push({ atLeast, by, segment: place.segment });
  }
  return events;
}

/** A cent, and for each cut point of monetary value the least whole cents that lift the customer above it. */
function amountsThatMatter(own: readonly OwnOrder[], day: number, options: PlacingOptions): readonly number[] {
  const least = placeOn([...own, { day, amount: CENT }], day, options);
  if (least === null) return [];
  const scale = scaleFor(options.scales.monetary, least.scores.slice(0, 2));
  const [, frequency = 1, value = 0] = least.measures;
  const times = options.monetary === "average" ? Math.max(1, frequency) : 1;
  const amounts = (scale?.cutPoints ?? [])
    .filter((cutPoint) => cutPoint >= value)
    .map((cutPoint) => CENT * Math.ceil((CENT + (cutPoint - value) * times + 1) / CENT))
    .filter((amount) => Number.isSafeInteger(amount));
  return [...new Set([CENT, ...amounts])].sort((a, b) => a - b);
}

function lastDayTrue(
  own: readonly OwnOrder[],
  asOf: number,
  {
    atLeast,
    segment,
    options,
  }: { readonly atLeast: number; readonly segment: number; readonly options: PlacingOptions },
): number {
  for (let by = asOf + 2; by <= asOf + ORDER_DAYS; by += 1) {
    for (const day of daysThatMatter(asOf + 1, by, options)) {
      if (placeOn([...own, { day, amount: atLeast }], by, options)?.segment !== segment) return by - 1;
    }
  }
  return asOf + ORDER_DAYS;
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
export function silenceEvents(
  own: readonly OwnOrder[],
  asOf: number,
  options: PlacingOptions,
): readonly SilenceEvent[] {
  const events: SilenceEvent[] = [];
  let current = placeOn(own, asOf, options)?.segment ?? null;
  for (let day = asOf + 1; day <= asOf + SILENCE_DAYS && events.length < MOST_SILENCES; day += 1) {
    const segment = placeOn(own, day, options)?.segment ?? null;
    if (segment === current) continue;
    events.push({ by: day, segment });
    if (segment === null) break;
    current = segment;
  }
  return events;
}
