import { periodLines } from "../digest/period-lines.ts";
import { yearSentence } from "../sentences/year-sentence.ts";
import type { PageContext } from "./page-context.ts";
import { followed } from "./report-input.ts";

/**
 * Whether it is getting better, in few words: how the last twelve months went; where they cannot be compared, the newest complete
 * period, and how many came back in it. Nothing where no period is complete, or only sums of the customers are known.
 */
export function development(context: PageContext): readonly string[] {
  const own = followed(context);
  if (own === null || own.overTime.latest.latest === null) return [];
  const { latest, changes, retention, trailingYear } = own.overTime;
  const { language, roundMoney, currency } = context;
  const year = yearSentence(trailingYear, { kind: retention.kind, money: roundMoney, language });
  return year === null ? periodLines(latest, changes, { language, currency, period: retention.kind }) : [`${year}.`];
}
