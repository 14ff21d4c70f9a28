import { DIMENSIONS, type Dimension } from "../../../analysis/scores/dimension.ts";
import { scaleFor } from "../../../analysis/scores/dimension-scale.ts";
import type { ScoreScale } from "../../../analysis/scores/scale.ts";
import { scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../../analysis/segments/assign-segments.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import type { ReportInput } from "../report-input.ts";
import { columnsOf, type ReportSheet } from "./report-sheet.ts";

/** Which values get a score: those over one cut point and up to another; `null` where that side is open. */
interface ScoreBand {
  readonly dimension: Dimension;
  /** With nested scores, the scores before it, `5-4`; otherwise empty. */
  readonly within: string;
  readonly score: number;
  readonly over: number | null;
  readonly upTo: number | null;
  readonly customers: number;
}

/** The values that each score stands for, the best score of each measure first, and how many customers have it. */
export function cutPointSheet({ language, report }: ReportInput): ReportSheet {
  const { words } = language;
  const { segmented } = report;
  const bands = scoredDimensions(segmented).flatMap((dimension) => bandsOf(segmented, dimension));
  const isNested = bands.some(({ within }) => within !== "");
  const make = columnsOf("cutPoints", language);
  const kind = (row: number): CellKind => (bands[row]?.dimension === "monetary" ? "money" : "number");
  const band = (row: number): ScoreBand => bands[row] as ScoreBand;
  return {
    name: words.workbook.sheets.cutPoints,
    length: bands.length,
    columns: [
      make("dimension", "text", (row) => language.words.report.measures[band(row).dimension]),
      ...(isNested ? [make("within", "text", (row) => band(row).within)] : []),
      make("score", "count", (row) => band(row).score),
      make("over", kind, (row) => band(row).over, { width: 16 }),
      make("up_to", kind, (row) => band(row).upTo, { width: 16 }),
      make("customers", "count", (row) => band(row).customers),
    ],
  };
}

function bandsOf(segmented: SegmentedCustomers, dimension: Dimension): readonly ScoreBand[] {
  const { scales, levels } = segmented;
  const scale = scales[dimension];
  const groups = [...countsByGroup(segmented, dimension)].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
  return groups.flatMap(([within, counts]) =>
    Array.from({ length: levels[dimension] }, (_, index) => {
      const score = levels[dimension] - index;
      const found = scaleFor(scale, within === "" ? [] : within.split("-").map(Number));
      return { dimension, within, score, ...bandAt(found, score, levels[dimension]), customers: counts[score] ?? 0 };
    }),
  );
}

function bandAt(scale: ScoreScale | null, score: number, levels: number): Pick<ScoreBand, "over" | "upTo"> {
  if (scale === null) return { over: null, upTo: null };
  const bin = scale.better === "higher" ? score : levels + 1 - score;
  return { over: scale.cutPoints[bin - 2] ?? null, upTo: scale.cutPoints[bin - 1] ?? null };
}

/** How many customers have each score; with nested scores, by their scores in the measures before. */
function countsByGroup({ customers, scales, scores }: SegmentedCustomers, dimension: Dimension): Map<string, number[]> {
  const isNested = scales[dimension].nested !== null;
  const before = isNested ? DIMENSIONS.slice(0, DIMENSIONS.indexOf(dimension)) : [];
  const groups = new Map<string, number[]>();
  for (let customer = 0; customer < customers.length; customer += 1) {
    const key = before.map((one) => scores[one][customer]).join("-");
    const counts = groups.get(key) ?? [];
    const score = scores[dimension][customer] as number;
    counts[score] = (counts[score] ?? 0) + 1;
    groups.set(key, counts);
  }
  return groups;
}
