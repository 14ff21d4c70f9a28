import { ORDER_COLUMNS } from "../../exports/detect/header/own-orders.ts";
import { isOwnListHeader } from "../../lists/own-lists.ts";
import { BACKTEST_COLUMNS } from "./backtest-table.ts";
import { COHORT_COLUMNS, WIDE_COHORT_COLUMNS } from "./cohort-table.ts";
import { COMPARE_COLUMNS, MOVE_COLUMNS } from "./compare-tables.ts";
import { FOLLOW_COLUMNS } from "./follow-table.ts";
import { FORECAST_COLUMNS } from "./forecast-table.ts";
import { ODDS_COLUMNS, PAIR_COLUMNS } from "./history-table.ts";
import { LIST_SUMMARY_COLUMNS } from "./list-table.ts";
import { PROFILE_COLUMNS } from "./profile-table.ts";
import { REPEAT_COLUMNS } from "./repeat-table.ts";
import { RETENTION_COLUMNS } from "./retention-table.ts";
import { SCHEME_CELL_COLUMNS } from "./scheme-tables.ts";
import { SCORE_COLUMNS } from "./score-table.ts";
import { SEGMENT_RETENTION_COLUMNS } from "./segment-retention-table.ts";
import { SEGMENT_COLUMNS } from "./segment-table.ts";

const OWN_HEADERS: readonly (readonly string[])[] = [
  ORDER_COLUMNS,
  SCORE_COLUMNS,
  SEGMENT_COLUMNS,
  RETENTION_COLUMNS,
  SEGMENT_RETENTION_COLUMNS,
  COHORT_COLUMNS,
  WIDE_COHORT_COLUMNS,
  REPEAT_COLUMNS,
  BACKTEST_COLUMNS,
  FORECAST_COLUMNS,
  COMPARE_COLUMNS,
  MOVE_COLUMNS,
  SCHEME_CELL_COLUMNS,
  LIST_SUMMARY_COLUMNS,
  PROFILE_COLUMNS,
  ODDS_COLUMNS,
  PAIR_COLUMNS,
  FOLLOW_COLUMNS,
];

/** Whether a header is that of a file which this program wrote; kept columns may follow. */
export function isOwnOutput(header: readonly string[]): boolean {
  const startsWith = (columns: readonly string[]): boolean =>
    columns.every((name, index) => header[index]?.trim() === name);
  return OWN_HEADERS.some(startsWith) || isOwnListHeader(header);
}
