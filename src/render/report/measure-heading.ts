import type { CustomerTable } from "../../analysis/customers/customers-at.ts";
import type { Dimension } from "../../analysis/scores/dimension.ts";
import type { Language } from "../language/language.ts";

/** What a measure's values are, for headings: of monetary value the margin, where customers are scored by it. */
export function measureHeading(
  dimension: Dimension,
  { money, spend }: Pick<CustomerTable, "money" | "spend">,
  { words }: Language,
): string {
  const isMargin = dimension === "monetary" && money !== spend; // one column where no margin is asked for
  return isMargin ? words.report.marginMeasure : words.report.measures[dimension];
}
