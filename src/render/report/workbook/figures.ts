import type { PeriodFigures } from "../../../analysis/report/latest-period.ts";
import { pointChange, relativeChange } from "../../../analysis/report/latest-period.ts";
import type { ReportOverTime } from "../../../analysis/report/report.ts";
import { scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import type { CellValue } from "../../../csv/writer/data-table.ts";
import { schemeFileIn } from "../../language/scheme-words.ts";
import { longerThan } from "../../sentences/whole-days.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import type { ReportInput } from "../report-input.ts";

/** One figure of the summary; those of the newest complete period stand beside earlier ones. */
export interface FigureRow {
  /** What it is about, where it stands among figures of other things. */
  readonly topic?: string;
  readonly figure: string;
  readonly kind: CellKind;
  readonly value: CellValue;
  readonly before?: CellValue;
  readonly yearBefore?: CellValue;
  readonly explanation: string;
  /** Whether it says something about money only. */
  readonly isOfMoney?: boolean;
}

/** Figures about money. */
const OF_MONEY: ReadonlySet<string> = new Set([
  ...["revenue", "averageOrderValue", "returningRevenueShare", "topFifthShare", "halfCustomers"],
  ...["periodRevenue", "periodAverageOrderValue", "trailingRevenue", "currency", "monetaryIs", "refunds"],
]);

/** The figures of all customers, and those of the newest complete period. */
export function keyFigures(input: ReportInput): readonly FigureRow[] {
  return withMoney([...customerRows(input), ...trailingRows(input), ...periodRows(input)], input);
}

/** How the numbers were made. */
export function settingFigures(input: ReportInput): readonly FigureRow[] {
  return withMoney(originRows(input), input);
}

function withMoney(rows: readonly FigureRow[], { language }: ReportInput): readonly FigureRow[] {
  return language.hasMoney ? rows : rows.filter(({ isOfMoney }) => isOfMoney !== true);
}

/** What a change is written as: shares differ by percentage points, since a percentage of a percentage misleads. */
export function changeKind(kind: CellKind): CellKind {
  return kind === "share" ? "points" : "share";
}

/** The change of a figure as a fraction of the earlier one; that of a share in percentage points. */
export function changeFrom({ kind, value }: FigureRow, before: CellValue | undefined): CellValue {
  if (!isAmount(before) || !isAmount(value)) return null;
  return kind === "share" ? inPoints(pointChange(Number(before), Number(value))) : relativeChange(before, value);
}

/** Whole thousandths of a percentage point, so that a difference of two doubles is not written with all its digits. */
function inPoints(difference: number | null): number | null {
  return difference === null ? null : Math.round(difference * 100_000) / 1000;
}

function isAmount(value: CellValue | undefined): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function customerRows({ language, report }: ReportInput): readonly FigureRow[] {
  const { figures, topics } = language.words.workbook;
  const { headline, concentration } = report;
  const row = (figure: keyof typeof figures, kind: CellKind, value: CellValue): FigureRow => ({
    topic: topics.customers,
    figure: figures[figure][0],
    kind,
    value,
    explanation: figures[figure][1],
    isOfMoney: OF_MONEY.has(figure),
  });
  return [
    row("customers", "count", headline.customers),
    row("orders", "count", headline.orders),
    row("revenue", "money", headline.revenue),
    row("averageOrderValue", "quotient", headline.averageOrderValue),
    row("returningCustomers", "count", headline.returningCustomers),
    row("returningRevenueShare", "share", headline.returningRevenueShare),
    row("topFifthShare", "share", concentration?.topFifth.revenueShare ?? null),
    row("halfCustomers", "count", concentration?.half.customers ?? null),
    ...(report.overTime === null ? [] : overTimeRows(report.overTime, row)),
  ];
}

function overTimeRows(
  { retention, repeat }: ReportOverTime,
  row: (figure: "averageRetention" | "lapseDays", kind: CellKind, value: CellValue) => FigureRow,
): readonly FigureRow[] {
  return [
    row("averageRetention", "share", retention.pooledRetention),
    row("lapseDays", "count", repeat === null ? null : longerThan(repeat.lapseDays)),
  ];
}

/** The revenue of the newest twelve complete months beside the twelve before; none where they cannot be compared. */
function trailingRows({ language, report }: ReportInput): readonly FigureRow[] {
  const { trailingYear = null } = report.overTime ?? {};
  if (trailingYear === null) return [];
  const { figures, topics } = language.words.workbook;
  return [
    {
      topic: topics.customers,
      figure: figures.trailingRevenue[0],
      kind: "money",
      value: trailingYear.revenue,
      yearBefore: trailingYear.before.revenue,
      explanation: figures.trailingRevenue[1],
      isOfMoney: OF_MONEY.has("trailingRevenue"),
    },
  ];
}

/** The newest complete period beside the one before and the one a year before; none where no period is complete. */
function periodRows({ language, report }: ReportInput): readonly FigureRow[] {
  const { latest = null, before = null, yearBefore = null } = report.overTime?.latest ?? {};
  if (latest === null) return [];
  const { words } = language;
  const { figures, topics } = words.workbook;
  const row = (
    figure: keyof typeof figures,
    kind: CellKind,
    pick: (period: PeriodFigures) => number | bigint | null,
  ): FigureRow => ({
    topic: topics.period(latest.period),
    figure: figures[figure][0],
    kind,
    value: pick(latest),
    before: before === null ? null : pick(before),
    yearBefore: yearBefore === null ? null : pick(yearBefore),
    explanation: figures[figure][1],
    isOfMoney: OF_MONEY.has(figure),
  });
  return [
    row("periodCustomers", "count", ({ customers }) => customers),
    row("periodNewCustomers", "count", ({ newCustomers }) => newCustomers),
    row("periodOrders", "count", ({ orders }) => orders),
    row("periodRevenue", "money", ({ revenue }) => revenue),
    row("periodAverageOrderValue", "quotient", ({ averageOrderValue }) => averageOrderValue),
    row("periodRetention", "share", ({ retentionRate }) => retentionRate),
  ];
}

function originRows({
  language,
  report,
  understanding,
  definitions,
  version,
  asOfGiven,
}: ReportInput): readonly FigureRow[] {
  const { words } = language;
  const { figures, choices } = words.workbook;
  const { segmented, overTime, since } = report;
  const row = (figure: keyof typeof figures, kind: CellKind, value: CellValue, explanation?: string): FigureRow => ({
    figure: figures[figure][0],
    kind,
    value,
    explanation: explanation ?? figures[figure][1],
    isOfMoney: OF_MONEY.has(figure),
  });
  const { levels, scales, scheme, customers } = segmented;
  const dimensions = scoredDimensions(segmented);
  return [
    row("asOf", "day", customers.asOf, asOfGiven ? choices.asOfGiven : figures.asOf[1]),
    row("firstDay", "day", overTime?.retention.covers.from ?? since),
    row("lastDay", "day", overTime?.retention.covers.to ?? customers.asOf),
    row("windowStart", "day", customers.windowStart),
    row("currency", "text", understanding.currency),
    row("scheme", "text", scheme.name, schemeFileIn(scheme.file, language).description),
    row("levels", "text", dimensions.map((dimension) => levels[dimension]).join(" × ")),
    row("methods", "text", [...new Set(dimensions.map((one) => choices.methods[scales[one].method]))].join(", ")),
    row("frequencyIs", "text", choices.frequency[definitions.frequency]),
    row(
      "monetaryIs",
      "text",
      (definitions.money === "margin" ? choices.margin : choices.monetary)[definitions.monetary],
    ),
    row("refunds", "text", choices.refunds[definitions.refunds]),
    row("version", "text", `rfm ${version}`),
  ];
}
