import { NO_LEVEL } from "../../analysis/loyalty/level-rules.ts";
import type { LoyaltyPlan } from "../../analysis/loyalty/plan.ts";
import type { ProgrammeCost, RedemptionCase } from "../../analysis/loyalty/programme-cost.ts";
import type { LoyaltyReplay } from "../../analysis/loyalty/replay-loyalty.ts";
import type { Standing } from "../../analysis/loyalty/standings.ts";
import { periodLabel } from "../../basics/calendar/period.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { ruleText } from "../sentences/loyalty-sentences.ts";
import { rowColumns } from "./row-columns.ts";

/** The columns of the members' table. */
export const LOYALTY_COLUMNS = [
  "customer_id",
  "points",
  "stamps",
  "level",
  "level_until",
  "next_level",
  "missing_for_next",
  "points_expiring",
  "expiring_on",
] as const;

/** One row per member, sorted by id by code unit. */
export function memberTable({ plan, standings }: LoyaltyReplay, idOf: (customer: number) => string): DataTable {
  const rows = standings
    .map((standing) => ({ id: idOf(standing.customer), standing }))
    .sort((a, b) => compareCodeUnits(a.id, b.id));
  const column = rowColumns<Standing, (typeof LOYALTY_COLUMNS)[number]>(rows.map(({ standing }) => standing));
  const isPoints = plan.earning?.kind === "points";
  const missingKind = plan.levels?.by === "spend" ? "money" : "count";
  return {
    sheet: "loyalty",
    length: rows.length,
    columns: [
      { name: "customer_id", kind: "text", at: (row) => rows[row]?.id ?? "" },
      column("points", "count", ({ units }) => (isPoints ? units : null)),
      column("stamps", "count", ({ units }) => (isPoints ? null : units), { rank: 3 }),
      column("level", "text", ({ level }) => levelName(plan, level)),
      column("level_until", "day", ({ levelUntil }) => levelUntil, { rank: 1 }),
      column("next_level", "text", ({ nextLevel }) => levelName(plan, nextLevel)),
      column("missing_for_next", missingKind, ({ missing }) => missing),
      column("points_expiring", "count", ({ expiring }) => expiring, { rank: 2 }),
      column("expiring_on", "day", ({ expiringOn }) => expiringOn, { rank: 2 }),
    ],
  };
}

/** The name of a level; `null` for none. */
export function levelName({ levels }: LoyaltyPlan, level: number | null): string | null {
  return level === null || level === NO_LEVEL ? null : (levels?.steps[level]?.name ?? null);
}

/** What the plan costs by how much of what is earned is redeemed, for people. */
export function caseTable({ cases }: ProgrammeCost, { plan }: LoyaltyReplay, language: Language): DataTable {
  const { caseColumns: headings, cases: names, more } = language.words.loyalty;
  const column = rowColumns(cases, headings);
  const nameOf = ({ kind, redeemed }: RedemptionCase): string => {
    if (plan.rewards.length === 0) return names.bonus;
    return kind === "expected" ? names.expected(redeemed ?? 0) : names[kind];
  };
  return {
    length: cases.length,
    columns: [
      column("case", "text", nameOf, { wraps: true }),
      column("redeemed", "share", ({ redeemed }) => redeemed),
      column("cost", "money", ({ cost }) => cost),
      column("rate", "share", ({ costRate }) => costRate),
      column("uplift", "text", ({ breakEven }) => (breakEven === null ? UNKNOWN : more(breakEven)), { align: "right" }),
    ],
  };
}

/** How many members each level has under the plan's rule and the others, for people: one row per rule. */
export function ruleTable({ plan, rules, members }: LoyaltyReplay, language: Language): DataTable {
  const words = language.words.loyalty;
  const steps = plan.levels?.steps ?? [];
  const latest = rules.map(({ byMonth }) => byMonth.at(-1) ?? []);
  return {
    length: rules.length,
    columns: [
      {
        name: "rule",
        heading: words.rule,
        kind: "text",
        wraps: true,
        at: (row) => {
          const rule = rules[row];
          if (rule === undefined || plan.levels === null) return "";
          const text = ruleText(rule.rule, plan.levels.by, language);
          return rule.isOwn ? words.ownRule(text) : text;
        },
      },
      ...levelColumns(
        steps,
        (row) => latest[row] ?? [],
        () => members,
        words.noLevel,
      ),
    ],
  };
}

/** The replay month by month, for people; `from` leaves out earlier months. */
export function monthTable({ plan, months, rules }: LoyaltyReplay, from: number, language: Language): DataTable {
  const { monthColumns: headings, noLevel } = language.words.loyalty;
  const shown = months.slice(from);
  const own = rules[0]?.byMonth.slice(from) ?? [];
  const count = (name: string, heading: string, of: (row: number) => number | undefined, rank = 0): DataColumn => ({
    name,
    heading,
    kind: "count",
    rank,
    at: (row) => of(row) ?? null,
  });
  const { earning } = plan;
  return {
    length: shown.length,
    columns: [
      {
        name: "month",
        heading: headings.month,
        kind: "text",
        at: (row) => language.words.period(periodLabel(shown[row]?.month ?? 0, "month")),
      },
      count("members", headings.members, (row) => shown[row]?.members),
      ...levelColumns(
        plan.levels?.steps ?? [],
        (row) => own[row] ?? [],
        (row) => shown[row]?.members ?? 0,
        noLevel,
      ),
      ...(earning === null
        ? []
        : [
            count("issued", headings.issued[earning.kind], (row) => shown[row]?.issued, 2),
            count("expired", headings.expired, (row) => shown[row]?.expired, 3),
            count("balance", headings.balance, (row) => shown[row]?.balance, 1),
          ]),
    ],
  };
}

/** A column for each level, and one for those on none where somebody is. */
function levelColumns(
  steps: readonly { readonly name: string }[],
  countsOf: (row: number) => readonly number[],
  membersOf: (row: number) => number,
  noLevel: string,
): readonly DataColumn[] {
  if (steps.length === 0) return [];
  const onAny = (row: number): number => countsOf(row).reduce((sum, count) => sum + count, 0);
  return [
    { name: "none", heading: noLevel, kind: "count", rank: 1, at: (row) => membersOf(row) - onAny(row) },
    ...steps.map(
      ({ name }, level): DataColumn => ({ name, heading: name, kind: "count", at: (row) => countsOf(row)[level] ?? 0 }),
    ),
  ];
}
