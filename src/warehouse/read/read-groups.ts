import type { CellCount } from "../../analysis/report/groups-over-time.ts";
import type { ScoredCustomers } from "../../analysis/scores/score-customers.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import { groupCountsStatement } from "../statements/group-counts.ts";
import type { LookedAtTable } from "./look-at-table.ts";

/**
 * Reads how many customers of a table had which scores on earlier days, by scales that are known.
 *
 * @param days the table as of each of them, ascending
 * @throws InputError where the engine fails
 */
export async function readGroups(
  engine: ConnectedEngine,
  days: readonly LookedAtTable[],
  { scales, levels }: Pick<ScoredCustomers, "scales" | "levels">,
): Promise<readonly CellCount[]> {
  const last = days.at(-1);
  if (last === undefined) return [];
  const { monetary } = last.query;
  const dated = days.map(({ query: { asOf, from } }) => ({ asOf, from }));
  const statement = groupCountsStatement(engine.dialect, last.query, { days: dated, scales, levels, monetary });
  const rows = await engine.rows(statement, "counting the groups of earlier days");
  return rows.map((row) => {
    const [place, recency, frequency, monetaryScore, customers] = row.map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { day: dated[place]?.asOf ?? 0, scores: { recency, frequency, monetary: monetaryScore }, customers };
  });
}
