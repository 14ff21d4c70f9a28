/* rfm compare, by what it compares: two days of the exports or of a table, two files of scores, two tables of customers, or two of orders in a database. */
import type { Comparison } from "../../analysis/compare/compare-snapshots.ts";
import type { CompanionFile } from "../../cli/result.ts";
import { comparingOptions } from "../../options/command-options.ts";
import type { ValuesOf } from "../../options/option.ts";
import { outputOptions } from "../../options/output-options.ts";
import { readingOptions } from "../../options/reading-options.ts";
import { scoringShapeOptions } from "../../options/scoring-options.ts";
import { engineSourceOptions, toTableOption } from "../../options/warehouse-options.ts";
import type { Note } from "../../render/notes/note.ts";

/** Every option that a comparison consumes. */
export const comparisonConsumes = [
  ...engineSourceOptions,
  toTableOption,
  ...readingOptions,
  ...comparingOptions,
  ...scoringShapeOptions,
  ...outputOptions,
] as const;
export type CompareOptions = ValuesOf<typeof comparisonConsumes>;

/** A comparison, of days or of score files, before it is shown. */
export interface Compared {
  /** Whether anything is known of money. */
  readonly hasMoney: boolean;
  /** Whether each side is all that a table of its own holds: who left is in one of them only. */
  readonly ofTwoTables: boolean;
  readonly companions: readonly CompanionFile[];
  /** With the segments' names in the language of the result. */
  readonly comparison: Comparison;
  /** With the scheme's own names, for data. */
  readonly written: Comparison;
  readonly notes: readonly Note[];
}

/** A comparison under other names of its segments, in the same order. */
export function withNames(comparison: Comparison, segments: readonly string[]): Comparison {
  const nameOf = (segment: string): string => segments[comparison.segments.indexOf(segment)] ?? segment;
  const changes = comparison.changes.map((change) => ({ ...change, segment: nameOf(change.segment) }));
  return { ...comparison, segments, changes };
}
