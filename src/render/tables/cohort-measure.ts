import type { CohortAverage, CohortFigures } from "../../analysis/retention/cohorts.ts";
import type { CellValue, ColumnKind } from "../../csv/writer/data-table.ts";
import { type Language, peopleText } from "../language/language.ts";

/** What a cell of the triangle can show. */
export const COHORT_MEASURES = [
  "customers",
  "rate",
  "revenue",
  "revenue-per-customer",
  "cumulative",
  "orders",
] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

const KINDS: Readonly<Record<CohortMeasure, ColumnKind>> = {
  customers: "count",
  rate: "share",
  revenue: "money",
  "revenue-per-customer": "quotient",
  cumulative: "quotient",
  orders: "count",
};

/** How a measure's cells are written; averages of counts have a fraction. */
export function measureKind(measure: CohortMeasure, of: "cell" | "average" = "cell"): ColumnKind {
  return of === "average" && KINDS[measure] === "count" ? "number" : KINDS[measure];
}

/** A measure's value in a cell; `null` where nothing is known. */
export function measureOfCell(measure: CohortMeasure, figures: CohortFigures | null): CellValue {
  if (figures === null) return null;
  switch (measure) {
    case "customers":
      return figures.customers;
    case "rate":
      return figures.rate;
    case "revenue":
      return figures.revenue;
    case "revenue-per-customer":
      return figures.revenuePerCustomer;
    case "cumulative":
      return figures.cumulativeRevenuePerCustomer;
    case "orders":
      return figures.orders;
  }
}

/** A measure's pooled average: of rates and values per customer the quotient of sums, of the others the mean of a cohort. */
export function measureOfAverage(measure: CohortMeasure, { figures, cohorts }: CohortAverage): CellValue {
  const value = measureOfCell(measure, figures);
  if (value === null || measure === "rate" || measure === "revenue-per-customer" || measure === "cumulative")
    return value;
  return Number(value) / cohorts;
}

/** A cell for people; blank, not a dash, where nothing is known, so that the triangle stands out. */
export function cohortText(kind: ColumnKind, value: CellValue, language: Language): string {
  return value === null ? "" : peopleText(language, kind, value);
}
