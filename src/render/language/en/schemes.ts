import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/**
 * The texts of the built-in schemes in another language, by the English: descriptions, and the segments' names, meanings and
 * advice. A text that several segments share stands there once.
 */
export type SchemeTexts = Readonly<Record<string, string>>;

/** What `rfm schemes` says. */
export function englishSchemes({ plural }: EnglishGrammar) {
  return {
    columns: {
      scheme: "scheme",
      levels: "levels",
      segments: "segments",
      description: "description",
      cell: "cell",
      r_score: "r_score",
      f_score: "f_score",
      m_score: "m_score",
      segment: "segment",
      finding: "finding",
    },
    more: "rfm schemes NAME shows one as a grid; --scheme NAME or FILE scores with it",
    source: (source: string) => `Source: ${source}`,
    recency: (score: number) => `recency ${score}`,
    /** @param spendLevels `null` where the monetary score makes no difference anywhere */
    legend: (levels: number, spendLevels: number | null) =>
      `F is the frequency score, ${levels} is best${spendLevels === null ? "" : `; the letters of a square are monetary scores 1 to ${spendLevels}`}.`,
    everyoneLeft: "everyone else",
    cells: (cells: Names) => `cells ${cells.join(" ")}`,
    /** Ranges of scores such as `4-5`, by what they are of. */
    ranges: (ranges: Readonly<Partial<Record<Dimension | "frequencyMonetary", string>>>) => {
      const names = {
        recency: "recency",
        frequency: "frequency",
        monetary: "monetary",
        frequencyMonetary: "mean of frequency and monetary",
      };
      return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
        .filter((key) => ranges[key] !== undefined)
        .map((key) => `${names[key]} ${ranges[key]}`)
        .join(", ");
    },
    allWell: (scheme: string, cells: number, segments: number) =>
      `${scheme}: each of ${plural(cells, "cell")} is in exactly one of ${plural(segments, "segment")}.`,
    verdict: (scheme: string, found: { cells: number; uncovered: number; ambiguous: number; unreachable: number }) =>
      `${scheme}: of ${plural(found.cells, "cell")}, ${found.uncovered} without a segment, ${found.ambiguous} claimed by more than one (the first wins); ${plural(found.unreachable, "segment")} unreachable.`,
    findings: { uncovered: "no segment", ambiguous: "overlap", unreachable: "unreachable" },
  };
}
