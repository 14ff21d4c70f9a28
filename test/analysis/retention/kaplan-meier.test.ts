import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventShareBy, kaplanMeier, medianTime } from "../../../src/analysis/retention/kaplan-meier.ts";

/**
 * Acute myelogenous leukaemia, maintained group: Miller (1981), Survival Analysis, as the data set `aml` of R's package
 * survival, whose documentation prints summary(survfit(Surv(time, status) ~ x, data = aml)).
 */
const AML_MAINTAINED = {
  times: Int32Array.of(9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161),
  happened: Uint8Array.of(1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0),
  /** time, n.risk, n.event, survival, std.err as survfit prints them. */
  printed: [
    [9, 11, 1, 0.909, 0.0867],
    [13, 10, 1, 0.818, 0.1163],
    [18, 8, 1, 0.716, 0.1397],
    [23, 7, 1, 0.614, 0.1526],
    [31, 5, 1, 0.491, 0.1642],
    [34, 4, 1, 0.368, 0.1627],
    [48, 2, 1, 0.184, 0.1535],
  ],
} as const;

/** The other group, without maintenance: two events share a time twice, and the curve ends at 0. */
const AML_NONMAINTAINED = {
  times: Int32Array.of(5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45),
  happened: Uint8Array.of(1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1),
  printed: [
    [5, 12, 2, 0.8333, 0.1076],
    [8, 10, 2, 0.6667, 0.1361],
    [12, 8, 1, 0.5833, 0.1423],
    [23, 6, 1, 0.4861, 0.1481],
    [27, 5, 1, 0.3889, 0.147],
    [30, 4, 1, 0.2917, 0.1387],
    [33, 3, 1, 0.1944, 0.1219],
    [43, 2, 1, 0.0972, 0.0919],
    [45, 1, 1, 0, null],
  ],
} as const;

describe("kaplanMeier", () => {
  it.each([
    ["maintained", AML_MAINTAINED],
    ["not maintained", AML_NONMAINTAINED],
  ])("prints what R's survfit prints for the leukaemia data, %s", (_, { times, happened, printed }) => {
    const steps = kaplanMeier(times, happened).filter((step) => step.events > 0);
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      printed.map(([time, atRisk, events]) => [time, atRisk, events]),
    );
    for (const [index, [, , , survival, standardError]] of printed.entries()) {
      expect(steps[index]?.survival).toBeCloseTo(survival, 3);
      if (standardError === null) expect(steps[index]?.standardError).toBeNull();
      else expect(steps[index]?.standardError).toBeCloseTo(standardError, 4);
    }
  });

  it("has the log-log band that Greenwood's formula gives by hand at the second event: 0.447 to 0.951", () => {
    // S = 10/11 · 9/10 = 9/11; Σ d / (n(n − d)) = 1/110 + 1/90 = 0.0202020; √ = 0.142134; |ln S| = 0.200671
    // spread = exp(1.959964 · 0.142134 / 0.200671) = exp(1.388218) = 4.00771
    // low = S^4.00771 = 0.447434, high = S^(1/4.00771) = 0.951161
    const step = kaplanMeier(AML_MAINTAINED.times, AML_MAINTAINED.happened).find(({ time }) => time === 13);
    expect(step?.survival).toBeCloseTo(9 / 11, 12);
    expect(step?.low).toBeCloseTo(0.44743, 4);
    expect(step?.high).toBeCloseTo(0.95116, 4);
  });

  it("without censoring is the plain share of those whose event comes later", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), (days) => {
        const steps = kaplanMeier(Int32Array.from(days), new Uint8Array(days.length).fill(1));
        for (const { time, survival } of steps) {
          expect(survival).toBeCloseTo(days.filter((day) => day > time).length / days.length, 12);
        }
      }),
      { seed: 5 },
    );
  });

  it("falls from step to step, and stays inside its band", () => {
    const subject = fc.record({ time: fc.integer({ min: 0, max: 40 }), happened: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 60 }), (subjects) => {
        const steps = kaplanMeier(
          Int32Array.from(subjects, ({ time }) => time),
          Uint8Array.from(subjects, ({ happened }) => happened),
        );
        let before = 1;
        for (const { survival, low, high } of steps) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(low ?? 0).toBeLessThanOrEqual(survival + 1e-12);
          expect(high ?? 1).toBeGreaterThanOrEqual(survival - 1e-12);
          before = survival;
        }
        expect(steps.reduce((sum, { events, censored }) => sum + events + censored, 0)).toBe(subjects.length);
      }),
      { seed: 5 },
    );
  });

  it("has no step without subjects, and a curve at 1 where all are censored", () => {
    expect(kaplanMeier(new Int32Array(0), new Uint8Array(0))).toEqual([]);
    expect(kaplanMeier(Int32Array.of(4), Uint8Array.of(0))).toEqual([
      { time: 4, atRisk: 1, events: 0, censored: 1, survival: 1, standardError: 0, low: 1, high: 1 },
    ]);
  });
});

describe("eventShareBy", () => {
  const steps = kaplanMeier(AML_MAINTAINED.times, AML_MAINTAINED.happened);

  it("reads the curve between two events, with the band turned round", () => {
    const share = eventShareBy(steps, { time: 17, fewest: 1 });
    expect(share).toMatchObject({ time: 17, atRisk: 8 });
    expect(share.share).toBeCloseTo(2 / 11, 12);
    expect(share.low).toBeCloseTo(1 - 0.95116, 4);
    expect(share.high).toBeCloseTo(1 - 0.44743, 4);
  });

  it("tells nothing where too few are still followed", () => {
    expect(eventShareBy(steps, { time: 40, fewest: 10 })).toEqual({
      time: 40,
      atRisk: 3,
      share: null,
      low: null,
      high: null,
    });
  });

  it("is 0 before the first event", () => {
    expect(eventShareBy(steps, { time: 3, fewest: 10 })).toMatchObject({ atRisk: 11, share: 0 });
  });
});

describe("medianTime", () => {
  it("is 31 weeks for the maintained group, as survfit prints", () => {
    expect(medianTime(kaplanMeier(AML_MAINTAINED.times, AML_MAINTAINED.happened), 1)).toBe(31);
  });

  it("is unknown where the curve stays above a half", () => {
    expect(medianTime(kaplanMeier(Int32Array.of(3, 9), Uint8Array.of(0, 0)), 1)).toBeNull();
  });
});
