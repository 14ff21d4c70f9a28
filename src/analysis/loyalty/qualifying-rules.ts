import type { Levels, QualifyingRule } from "./plan.ts";

/** A year back from any day. */
const YEAR = { kind: "rolling", span: { count: 12, unit: "months" } } as const;

/** The rules that stand beside a plan's own: the size of a level depends on them more than on its threshold. */
const USUAL_RULES: readonly QualifyingRule[] = [
  { window: { kind: "calendar year" }, hold: { kind: "none" } },
  { window: YEAR, hold: { kind: "none" } },
  { window: { kind: "calendar year" }, hold: { kind: "end of next year" } },
  { window: YEAR, hold: { kind: "for ever" } },
  { window: { kind: "lifetime" }, hold: { kind: "none" } },
];

/** The plan's own rule first, then the usual ones that differ from it; levels by balance have no window to differ in. */
export function rulesBeside({ by, window, hold }: Levels): readonly QualifyingRule[] {
  const own = { window, hold };
  if (by === "balance") return [own];
  const text = JSON.stringify(own);
  return [own, ...USUAL_RULES.filter((rule) => JSON.stringify(rule) !== text)];
}
