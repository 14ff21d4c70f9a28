import { DIALECT_NAMES } from "../warehouse/dialects/dialect.ts";
import { columnOptions, tableOption } from "./column-options.ts";
import { choiceOption, flagOption, option, optionNamed } from "./option.ts";
import { parseSecondsOption } from "./reading-values.ts";
import { cohortKindOption, retentionOptions } from "./retention-options.ts";
import { orderDayOptions, rowOptions } from "./row-options.ts";
import { sqlScoringOptions } from "./scoring-options.ts";

const section = "warehouse";

export const dialectOption = choiceOption({
  name: "dialect",
  section,
  placeholder: "engine",
  choices: DIALECT_NAMES,
  summary: "whose SQL to write (required)",
});

export const intoOption = option({
  name: "into",
  section,
  placeholder: "name",
  isLineOnly: true,
  summary:
    "table for the result in the database, with NAME_customers and NAME_cut_points next to it; rfm sql: rfm_scores where it is left out",
});

export const replaceOption = flagOption({
  name: "replace",
  section,
  isLineOnly: true,
  summary: "drop tables of these names, whoever made them",
});

/** The later of two tables that are compared. */
export const toTableOption = option({
  name: "to-table",
  section,
  placeholder: "name",
  isLineOnly: true,
  summary: "compare the table of --table with this later one, in the same database or in that of a second URL",
});

/** The columns of a table of orders, and which of its rows count. */
export const orderTableOptions = [
  tableOption,
  optionNamed(columnOptions, "customer"),
  optionNamed(columnOptions, "date"),
  optionNamed(columnOptions, "amount"),
  optionNamed(columnOptions, "refunded"),
  optionNamed(columnOptions, "status"),
  optionNamed(rowOptions, "include-status"),
  optionNamed(rowOptions, "exclude-status"),
  optionNamed(columnOptions, "currency-column"),
  optionNamed(rowOptions, "currency"),
  optionNamed(rowOptions, "where"),
  optionNamed(rowOptions, "refunds"),
  optionNamed(rowOptions, "time-zone"),
  ...orderDayOptions,
] as const;

export const roundMoneyOption = flagOption({
  name: "round-money",
  section,
  summary: "take amounts that a database holds as doubles, each rounded to 1/10,000",
});

export const timeoutOption = option({
  name: "timeout",
  section,
  kind: "number",
  placeholder: "seconds",
  summary: "stop a statement in a database that takes longer",
  whenAbsent: "never",
  parse: parseSecondsOption,
});

/** How a table in an engine is read. */
export const engineOptions = [
  ...orderTableOptions,
  optionNamed(rowOptions, "unknown-status"),
  roundMoneyOption,
  timeoutOption,
] as const;

/** What a command that reads files takes besides, where it reads a table in an engine. */
export const engineSourceOptions = [roundMoneyOption, timeoutOption] as const;

/** Where the result of an engine stays in it. */
export const intoOptions = [intoOption, replaceOption] as const;

/** What `rfm sql` takes. */
export const sqlOptions = [
  dialectOption,
  ...orderTableOptions,
  ...sqlScoringOptions,
  ...retentionOptions,
  cohortKindOption,
  intoOption,
  replaceOption,
] as const;
