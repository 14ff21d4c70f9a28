import { formatAmount } from "../core/money/amount.ts";
import { DIMENSION_LETTERS, DIMENSIONS, type Dimension, type Levels } from "../core/scores/dimension.ts";
import { emptyScores, type Remedy, remedyFor } from "../core/scores/empty-scores.ts";
import type { SegmentedCustomers } from "../core/segments/assign-segments.ts";
import type { Note } from "./note.ts";

const note = (text: string): Note => ({ level: "note", text });

/** What to know about how the scores were cut: empty scores and what would fill them, parted ties, cut points of cells. */
export function methodNotes(scored: SegmentedCustomers): readonly Note[] {
  const notes: Note[] = [];
  const empty = emptyScores(scored).map(({ dimension, empty: scores }) => {
    return `${dimension} ${scores.length === 1 ? "score" : "scores"} ${scores.join(", ")}`;
  });
  if (empty.length > 0) {
    const remedy = scored.isFrozen ? "" : remedyText(remedyFor(scored), scored);
    notes.push(
      note(`no customer has ${empty.join(" or ")}${remedy === "" ? "" : `; to leave no score empty: ${remedy}`}`),
    );
  }
  const by = (method: string): readonly Dimension[] =>
    DIMENSIONS.filter((dimension) => scored.scales[dimension].method === method);
  if (by("ntile").length > 0) {
    notes.push(
      note(
        `ntile makes groups of equal size of ${by("ntile").join(", ")}: customers with equal values may get different scores, parted by customer id`,
      ),
    );
  }
  if (by("nested").length > 0) {
    notes.push(
      note(
        `${by("nested").join(" and ")} ${by("nested").length === 1 ? "is" : "are"} nested: each cell has cut points of its own, so one score means different numbers in different cells`,
      ),
    );
  }
  return notes;
}

/** The options that would fill every score, as they are typed; empty where there are none. */
function remedyText({ levels, cutPoints, cutLevels }: Remedy, { scheme }: SegmentedCustomers): string {
  const lines: string[] = [];
  if (levels !== null) lines.push(`--levels ${levelsText(levels)}`);
  if (cutPoints !== null) {
    const isDefault = DIMENSIONS.every((dimension) => cutLevels[dimension] === scheme.levels);
    lines.push(`${isDefault ? "" : `--levels ${levelsText(cutLevels)} `}--cut-points "${cutPointsText(cutPoints)}"`);
  }
  return lines.join("  or  ");
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

function levelsText(levels: Levels): string {
  return DIMENSIONS.map((dimension) => `${DIMENSION_LETTERS[dimension]}=${levels[dimension]}`).join(",");
}
