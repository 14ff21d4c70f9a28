import { formatAmount } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { meaningOf, type StatusOptions } from "../../exports/values/status-meaning.ts";
import type { StatusMeaning } from "../../exports/values/statuses.ts";
import type { OverviewGroup } from "./overview-groups.ts";

/** What each status of a table means, by how it is written; a blank one counts. */
export type StatusMeanings = ReadonlyMap<string, StatusMeaning>;

/**
 * What the statuses of a table mean: as the options say, and otherwise by the words that are known, as for files.
 *
 * @throws InputError with every status that is in neither list, with its rows and money
 */
export function judgeTableStatuses(groups: readonly OverviewGroup[], options: StatusOptions): StatusMeanings {
  const statuses = [...new Set(groups.map(({ status }) => status))];
  const meanings = new Map(
    statuses.map(
      (status) => [status, meaningOf({ words: status.trim(), preset: null, means: null }, options)] as const,
    ),
  );
  const unknown = statuses.filter((status) => meanings.get(status) === "unknown").toSorted(compareCodeUnits);
  if (unknown.length === 0) return meanings;
  const listed = unknown.map((status) => {
    const own = groups.filter((group) => group.status === status);
    const rows = own.reduce((sum, group) => sum + group.rows, 0);
    const money = own.reduce((sum, group) => sum + group.money, 0n);
    return `"${status}" (${plural(rows, "row")}, ${formatAmount(money)})`;
  });
  throw new InputError(`it is not known whether these statuses count as purchases: ${listed.join(", ")}`, {
    hint: `say so with --include-status "${unknown[0]}" or --exclude-status "${unknown[0]}", or for all of them with --unknown-status include or exclude`,
  });
}
