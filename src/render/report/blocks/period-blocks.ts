import { movedBy } from "../../../analysis/compare/direction.ts";
import type { PeriodFigures } from "../../../analysis/report/latest-period.ts";
import { relativeChange } from "../../../analysis/report/latest-period.ts";
import type { Movement, NoMovement } from "../../../analysis/report/movement.ts";
import type { CellValue, ColumnKind, DataColumn, DataTable } from "../../../csv/writer/data-table.ts";
import { type Language, peopleText, UNKNOWN } from "../../language/language.ts";
import { shownDifference, signedShare } from "../../language/signed-share.ts";
import { cohortSentences } from "../../sentences/cohort-sentences.ts";
import { compareSentence } from "../../sentences/compare-sentences.ts";
import { ladderSentence, lapseSentence, secondOrderSentence } from "../../sentences/repeat-sentences.ts";
import { yearSentence } from "../../sentences/year-sentence.ts";
import { cohortTriangle } from "../../tables/cohort-table.ts";
import { changeTable, flowTable } from "../../tables/compare-tables.ts";
import { isAboutMoney } from "../../tables/without-money.ts";
import { pageContext } from "../page-context.ts";
import type { OverTime } from "../report-input.ts";
import type { Block } from "./block.ts";
import { repeatBlocks } from "./repeat-blocks.ts";

/** The newest complete period beside the one before it and the one a year before it. */
export function latestBlocks(input: OverTime): readonly Block[] {
  const { overTime, language } = input;
  const { latest, before, yearBefore } = overTime.latest;
  const words = language.words.report;
  if (latest === null) return [];
  const year = yearLines(input);
  const earlier = [
    ...(before === null ? [] : [{ figures: before, heading: words.latest.before, change: words.latest.change }]),
    ...(yearBefore === null
      ? []
      : [{ figures: yearBefore, heading: words.latest.yearBefore, change: words.latest.changeOnYear }]),
  ];
  const shown = LATEST_FIGURES.filter((figure) => language.hasMoney || !isAboutMoney(figure));
  const figureAt = (row: number): LatestFigure => shown[row] ?? LATEST_FIGURES[0];
  const table: DataTable = {
    length: shown.length,
    columns: [
      { name: "figure", heading: "", kind: "text", wraps: true, at: (row) => figureName(figureAt(row), language) },
      textColumn("value", language.words.period(latest.period), (row) => figureText(latest, figureAt(row), language)),
      ...earlier.flatMap(({ figures, heading, change }, index) => [
        textColumn(`before_${index}`, heading, (row) => figureText(figures, figureAt(row), language), index + 1),
        textColumn(`change_${index}`, change, (row) => changeText(figures, latest, figureAt(row), language)),
      ]),
    ],
  };
  return [
    { kind: "heading", text: words.latest.title },
    ...(year.length === 0 ? [] : [{ kind: "lines", lines: year } as const]),
    { kind: "table", table },
  ];
}

/** How the last twelve months went; nothing where they cannot be compared with those before. */
export function yearLines(input: OverTime): readonly string[] {
  const { overTime, language } = input;
  const { money } = pageContext(input);
  const text = yearSentence(overTime.trailingYear, { kind: overTime.retention.kind, money, language });
  return text === null ? [] : [text];
}

/** The figures of a period, in the order in which they are read. */
const LATEST_FIGURES = [
  { name: "periodCustomers", kind: "count", of: ({ customers }) => customers },
  { name: "periodNewCustomers", kind: "count", of: ({ newCustomers }) => newCustomers },
  { name: "periodOrders", kind: "count", of: ({ orders }) => orders },
  { name: "periodRevenue", kind: "money", of: ({ revenue }) => revenue },
  { name: "periodAverageOrderValue", kind: "quotient", of: ({ averageOrderValue }) => averageOrderValue },
  { name: "periodRetention", kind: "share", of: ({ retentionRate }) => retentionRate },
] as const satisfies readonly {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (figures: PeriodFigures) => number | bigint | null;
}[];

type LatestFigure = (typeof LATEST_FIGURES)[number];

function figureName({ name }: LatestFigure, { words }: Language): string {
  return words.workbook.figures[name][0];
}

function figureText(figures: PeriodFigures, { kind, of }: LatestFigure, language: Language): string {
  return peopleText(language, kind, of(figures));
}

/** The change as a percentage; of a rate in percentage points, since a percentage of a percentage misleads. */
function changeText(
  earlier: PeriodFigures,
  later: PeriodFigures,
  { kind, of }: LatestFigure,
  language: Language,
): string {
  if (kind === "share") {
    const { retentionRate: then } = earlier;
    const { retentionRate: now } = later;
    if (then === null || now === null) return UNKNOWN;
    return language.words.report.latest.points(Math.round(shownDifference(now, then) * 1000));
  }
  const change = relativeChange(of(earlier), of(later));
  if (change === null) return UNKNOWN;
  return signedShare(change, language);
}

function textColumn(name: string, heading: string, at: (row: number) => CellValue, rank = 0): DataColumn {
  return { name, heading, kind: "text", align: "right", at, rank, headingWraps: true };
}

/** So many cohorts fit on a screen; in a file there are all. */
const COHORTS_SHOWN = 12;

/** The cohort triangle, and what it says. */
export function cohortBlocks({ overTime, language }: OverTime, isFull: boolean): readonly Block[] {
  const { cohorts } = overTime;
  const words = language.words.report;
  const hidden = isFull ? 0 : Math.max(0, cohorts.cohorts.length - COHORTS_SHOWN);
  const shown = { ...cohorts, cohorts: cohorts.cohorts.slice(hidden) }; // the newest; averages are those of all
  return [
    { kind: "heading", text: words.cohorts(overTime.retention.kind) },
    {
      kind: "table",
      table: cohortTriangle(shown, { measure: "rate", most: shown.cohorts.length, language }),
    },
    {
      kind: "lines",
      lines: [
        ...cohortSentences(cohorts, { measure: "rate" }, language),
        ...(hidden === 0 ? [] : [words.olderCohorts(hidden)]),
      ],
    },
  ];
}

/** Repeat purchase: in a file with its tables, on a screen in sentences; one sentence where nobody has come back. */
export function repeatPurchaseBlocks({ overTime, language }: OverTime, isFull: boolean): readonly Block[] {
  const { repeat, retention } = overTime;
  const { words } = language;
  if (repeat !== null && isFull) return repeatBlocks(repeat, retention.kind, language);
  const lines =
    repeat === null
      ? [words.workbook.noRepeat]
      : [ladderSentence(repeat, language), secondOrderSentence(repeat, language), lapseSentence(repeat, language)];
  return [
    { kind: "heading", text: words.report.repeat },
    { kind: "lines", lines },
  ];
}

/** Who moved between segments since the period before; files have every flow. */
export function movementBlocks({ overTime, language }: OverTime, isFull: boolean): readonly Block[] {
  const { movement } = overTime;
  const words = language.words.report;
  const heading: Block = { kind: "heading", text: words.movement };
  if (isNone(movement)) return [heading, { kind: "lines", lines: [words.noMovement[movement]] }];
  return [
    heading,
    {
      kind: "lines",
      lines: [
        words.movedBetween(movement.fromDay, movement.toDay),
        language.words.compare.moved(movedBy(movement.flows)),
        compareSentence(movement, language),
      ],
    },
    { kind: "table", table: changeTable(movement, language) },
    ...(isFull ? [{ kind: "table", table: flowTable(movement, language) } as const] : []),
  ];
}

function isNone(movement: Movement | NoMovement): movement is NoMovement {
  return typeof movement === "string";
}
