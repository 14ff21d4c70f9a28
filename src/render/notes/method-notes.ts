import { DIMENSION_LETTERS, DIMENSIONS, type Dimension, type Levels } from "../../analysis/scores/dimension.ts";
import { emptyScores, type Remedy, remedyFor } from "../../analysis/scores/empty-scores.ts";
import { scoredDimensions } from "../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { formatAmount } from "../../basics/money/amount.ts";
import type { Language } from "../language/language.ts";
import { type Note, note } from "./note.ts";

/** What to know about how the scores were cut: empty scores and what would fill them, parted ties, cut points of cells. */
export function methodNotes(scored: SegmentedCustomers, { words }: Language): readonly Note[] {
  const { scoring } = words;
  const notes: Note[] = [];
  const empty = emptyScores(scored).map(({ dimension, empty: scores }) => ({ dimension, scores }));
  if (empty.length > 0) {
    const remedy = scored.isFrozen ? [] : remedyOptions(remedyFor(scored), scored);
    notes.push(note(scoring.empty(empty, remedy)));
  }
  const by = (method: string): readonly Dimension[] =>
    scoredDimensions(scored).filter((dimension) => scored.scales[dimension].method === method);
  if (by("ntile").length > 0) notes.push(note(scoring.ntile(by("ntile"))));
  if (by("nested").length > 0) notes.push(note(scoring.nested(by("nested"))));
  return notes;
}

/** The options that would fill every score, as they are typed; none where there are none. */
function remedyOptions({ levels, cutPoints, cutLevels }: Remedy, scored: SegmentedCustomers): readonly string[] {
  const { scheme } = scored;
  const dimensions = scoredDimensions(scored);
  const levelsText = (each: Levels): string =>
    dimensions.map((dimension) => `${DIMENSION_LETTERS[dimension]}=${each[dimension]}`).join(",");
  const lines: string[] = [];
  if (levels !== null) lines.push(`--levels ${levelsText(levels)}`);
  if (cutPoints !== null) {
    const isDefault = DIMENSIONS.every((dimension) => cutLevels[dimension] === scheme.levels);
    lines.push(`${isDefault ? "" : `--levels ${levelsText(cutLevels)} `}--cut-points "${cutPointsText(cutPoints)}"`);
  }
  return lines;
}

function cutPointsText(cutPoints: NonNullable<Remedy["cutPoints"]>): string {
  const parts = DIMENSIONS.flatMap((dimension) => {
    const points = cutPoints[dimension];
    if (points === undefined) return [];
    const texts = points.map((point) => (dimension === "monetary" ? formatAmount(point) : String(point)));
    return [`${DIMENSION_LETTERS[dimension]}=${texts.join(",")}`];
  });
  return parts.join(";");
}
