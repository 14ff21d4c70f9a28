import { steadyDigits } from "../steady-digits.ts";

/** The standard normal quantile that leaves 2.5% on either side. */
const Z = 1.959963984540054;

/** The curve after the events and censorings of one time. */
export interface SurvivalStep {
  readonly time: number;
  /** Those still followed just before this time. */
  readonly atRisk: number;
  readonly events: number;
  /** Those of whom nothing is known after this time. */
  readonly censored: number;
  /** The estimated share for whom the event comes after this time, 0 … 1. */
  readonly survival: number;
  /** Greenwood's standard error of `survival`; `null` once survival is 0. */
  readonly standardError: number | null;
  /** The log-log 95 % band, inside 0 … 1; both are 1 before the first event and `null` once survival is 0. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The Kaplan–Meier estimate of a survival curve: S(t) = Π (1 − d / n) over the times up to t with d events among n at risk.
 *
 * The standard error is Greenwood's, S·√(Σ d / (n·(n − d))); the band is symmetric on the scale of log(−log S), so that it
 * never leaves 0 … 1: S^exp(± z·√(Σ …) / |ln S|), z = 1.96 (Kalbfleisch & Prentice). Without censoring S(t) is the plain
 * share of those whose event comes after t. Somebody censored at the time of an event is at risk in it.
 *
 * @param times one whole number ≥ 0 a subject: time to the event, or for how long it is known not to have come
 * @param happened 1 where the event came, 0 where the subject is censored
 * @returns one step a distinct time, ascending; none without subjects
 * @example kaplanMeier(Int32Array.of(1, 2, 2), Uint8Array.of(1, 1, 0)).map((step) => step.survival) // [2 / 3, 1 / 3]
 */
export function kaplanMeier(times: Int32Array, happened: Uint8Array): readonly SurvivalStep[] {
  return survivalSteps(countsByTime(times, happened));
}

/** How many events and censorings fall on one time. */
export type TimeCount = Pick<SurvivalStep, "time" | "events" | "censored">;

/** {@link kaplanMeier} of subjects that were counted; ascending, each time once. */
export function survivalSteps(counts: readonly TimeCount[]): readonly SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = counts.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let survival = 1;
  let greenwood = 0;
  for (const { time, events, censored } of counts) {
    survival *= 1 - events / atRisk;
    if (events === atRisk) survival = 0;
    greenwood += survival === 0 ? 0 : events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, censored, survival, ...bandOf(survival, greenwood) });
    atRisk -= events + censored;
  }
  return steps;
}

function bandOf(survival: number, greenwood: number): Pick<SurvivalStep, "standardError" | "low" | "high"> {
  if (survival === 0) return { standardError: null, low: null, high: null };
  if (greenwood === 0) return { standardError: 0, low: 1, high: 1 };
  const root = Math.sqrt(greenwood);
  const spread = Math.exp((Z * root) / Math.abs(Math.log(survival)));
  return {
    standardError: survival * root,
    low: steadyDigits(survival ** spread),
    high: steadyDigits(survival ** (1 / spread)),
  };
}

function countsByTime(times: Int32Array, happened: Uint8Array): readonly TimeCount[] {
  const counts = new Map<number, { events: number; censored: number }>();
  for (let subject = 0; subject < times.length; subject += 1) {
    const time = times[subject] as number;
    const known = counts.get(time) ?? { events: 0, censored: 0 };
    if (happened[subject] === 1) known.events += 1;
    else known.censored += 1;
    counts.set(time, known);
  }
  return [...counts].map(([time, own]) => ({ time, ...own })).sort((a, b) => a.time - b.time);
}

/** What the curve says about one time: the share whose event has come by then, with its band. */
export interface EventShare {
  readonly time: number;
  /** Those still followed just before this time. */
  readonly atRisk: number;
  /** 1 − S(time); `null`, as its band, where fewer are at risk than asked for, or where the band is not defined. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The share for whom the event has come by a time, 1 − S(time).
 *
 * @param fewest how many must be at risk just before that time for the share to be told
 */
export function eventShareBy(
  steps: readonly SurvivalStep[],
  { time, fewest }: { readonly time: number; readonly fewest: number },
): EventShare {
  const atRisk = steps.find((step) => step.time >= time)?.atRisk ?? 0;
  if (atRisk < fewest) return { time, atRisk, share: null, low: null, high: null };
  const step = steps.findLast((one) => one.time <= time);
  if (step === undefined) return { time, atRisk, share: 0, low: 0, high: 0 };
  const { survival, low, high } = step;
  return {
    time,
    atRisk,
    share: 1 - survival,
    low: high === null ? null : 1 - high,
    high: low === null ? null : 1 - low,
  };
}

/** The least time by which the event has come for half, S(time) ≤ ½; `null` where the curve does not fall so far, or too few are at risk there. */
export function medianTime(steps: readonly SurvivalStep[], fewest: number): number | null {
  const step = steps.find(({ survival }) => survival <= 0.5);
  return step === undefined || step.atRisk < fewest ? null : step.time;
}
