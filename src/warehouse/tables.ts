/** The tables that the statements make, by the name of the one that people read. */
export interface MadeTables {
  readonly scores: string;
  readonly customers: string;
  readonly cutPoints: string;
  /** Made only where segments are asked for. */
  readonly segments: string;
}

/** What stands in the comment of every table that this program made. */
export const MADE_BY = "Made by rfm";

/** The names of the tables beside the one that people read. */
export function tablesInto(scores: string): MadeTables {
  return {
    scores,
    customers: withSuffix(scores, "_customers"),
    cutPoints: withSuffix(scores, "_cut_points"),
    segments: withSuffix(scores, "_segments"),
  };
}

/** The table of sums by period beside a table of retention or cohorts. */
export function periodTableOf(result: string): string {
  return withSuffix(result, "_periods");
}

/** The last part may stand in quotes. */
function withSuffix(table: string, suffix: string): string {
  return table.endsWith('"') ? `${table.slice(0, -1)}${suffix}"` : `${table}${suffix}`;
}
