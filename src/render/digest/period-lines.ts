import type { LatestPeriod } from "../../analysis/report/latest-period.ts";
import type { Change, Compared, PeriodChange } from "../../analysis/report/period-changes.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { DigestChange } from "../language/en/digest.ts";
import type { Language } from "../language/language.ts";

/** The newest complete period, in a sentence on its revenue and customers and one on who came back. */
export function periodLines(
  { latest }: { readonly latest: Pick<NonNullable<LatestPeriod["latest"]>, "period"> | null },
  changes: readonly PeriodChange[],
  {
    language,
    currency,
    period: kind,
  }: {
    readonly language: Language;
    /** As it stands behind an amount; empty where the exports name none. */
    readonly currency: string;
    readonly period: PeriodKind;
  },
): readonly string[] {
  const words = language.words.digest;
  if (latest === null) return [words.noPeriod(kind)];
  const of = (figure: Compared): PeriodChange | undefined => changes.find((change) => change.figure === figure);
  const [revenue, customers, retention] = [of("revenue"), of("customers"), of("retentionRate")];
  return [
    words.period({
      period: latest.period,
      kind,
      revenue: BigInt(revenue?.value ?? 0),
      currency,
      revenueChanges: changesOf(revenue),
      customers: Number(customers?.value ?? 0),
      customerChanges: changesOf(customers),
    }),
    ...(retention?.value == null ? [] : [words.cameBack(kind, Number(retention.value), rateBefore(retention.before))]),
  ];
}

/** From the period before and from the one a year before, where they are known. */
function changesOf(change: PeriodChange | undefined): readonly DigestChange[] {
  return [change?.before, change?.yearBefore].flatMap((one) =>
    one?.change == null ? [] : [{ period: one.period, change: one.change }],
  );
}

function rateBefore(before: Change | null): { period: string; rate: number; isChance: boolean } | null {
  if (before?.was == null || before.isChance === null) return null;
  return { period: before.period, rate: Number(before.was), isChance: before.isChance };
}
