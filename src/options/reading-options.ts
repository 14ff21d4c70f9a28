import { AMOUNT_UNITS } from "../basics/money/amount-unit.ts";
import { ENCODINGS } from "../csv/detect/encoding.ts";
import { columnOptions, joinOption, marginOptions, presetOption, summaryOptions } from "./column-options.ts";
import { choiceOption, option, type ValuesOf } from "./option.ts";
import {
  parseColumnsOption,
  parseDateFormatOption,
  parseDelimiterOption,
  parseEncodingOption,
  parseRejectLimitOption,
  parseThreadsOption,
} from "./reading-values.ts";
import { orderDayOptions, rowOptions } from "./row-options.ts";

const section = "reading";
const inData = "found in the data";

/** How the cells of a file are written. */
const formatOptions = [
  option({
    name: "columns",
    section,
    placeholder: "roles",
    summary:
      "all columns of a file without a header in their order, - for one that is not needed: customer,date,-,quantity,price",
    parse: parseColumnsOption,
    excludes: {
      names: [...columnOptions, ...marginOptions].map(({ name }) => name),
      why: "the columns of a file without a header have no names",
    },
  }),
  option({
    name: "sheet",
    section,
    placeholder: "sheet",
    summary: "sheet of a workbook, by its name or number; or the list of a JSON object that holds several",
    whenAbsent: "the first that holds a table",
  }),
  choiceOption({
    name: "amount-per",
    section,
    choices: ["order", "line"],
    summary: "whether the amount column holds an order's total or a line's amount",
    whenAbsent: inData,
    excludes: { names: ["quantity", "price"], why: "quantity × price is a line's amount" },
  }),
  option({
    name: "date-format",
    section,
    placeholder: "pattern",
    summary: "order of the date's numbers: d/m/y, m/d/y, y-m-d; or excel, epoch, epoch-ms, yyyymmdd",
    whenAbsent: inData,
    parse: parseDateFormatOption,
  }),
  choiceOption({
    name: "decimal",
    section,
    placeholder: "mark",
    choices: [".", ","],
    summary: "decimal mark of the amounts",
    whenAbsent: inData,
  }),
  choiceOption({
    name: "amount-unit",
    section,
    choices: AMOUNT_UNITS,
    summary: "what the amounts count: whole units of money, or cents, so that 1050 is 10.50",
    whenAbsent: "whole, or cents where the names of the columns say so, such as total_cents",
  }),
  option({
    name: "delimiter",
    section,
    placeholder: "character",
    summary: "field separator; tab for a tab, blanks for runs of blanks",
    whenAbsent: inData,
    parse: parseDelimiterOption,
  }),
  option({
    name: "encoding",
    section,
    placeholder: "name",
    summary: `how the text is encoded: ${ENCODINGS.join(", ")}`,
    whenAbsent: "found in the data: UTF-8, UTF-16, Windows-1252 or ISO-8859-15",
    parse: parseEncodingOption,
  }),
] as const;

const maxRejectsOption = option({
  name: "max-rejects",
  section,
  placeholder: "limit",
  summary: "stop when more rows than this cannot be read: a number, or a percentage",
  whenAbsent: "1%, and more than 3 rows",
  parse: parseRejectLimitOption,
});

export const rejectsOption = option({
  name: "rejects",
  section,
  kind: "file",
  summary: "write the rows that could not be read to a CSV file",
  isLineOnly: true,
});

const threadsOption = option({
  name: "threads",
  section,
  kind: "number",
  placeholder: "n",
  summary: "threads that read large files, 1 to 64; results are the same with any",
  whenAbsent: "one a core",
  parse: parseThreadsOption,
});

const columns = [presetOption, ...columnOptions, ...summaryOptions, joinOption] as const;
const anyDay = [...formatOptions, ...rowOptions, maxRejectsOption] as const;
const rows = [...anyDay, ...orderDayOptions] as const;

/** How a run reads: its rejects are an output of the config. */
export const runReadingOptions = [...columns, ...marginOptions, ...rows, threadsOption] as const;

/** Options of commands that read exports and look at no monetary value. */
export const plainReadingOptions = [...columns, ...rows, rejectsOption, threadsOption] as const;

/** Options of a command that needs the whole history, before and after a day of its own. */
export const wholeHistoryOptions = [...columns, ...marginOptions, ...anyDay, rejectsOption, threadsOption] as const;

/** Options of commands that read exports. */
export const readingOptions = [...columns, ...marginOptions, ...rows, rejectsOption, threadsOption] as const;
export type ReadingOptions = ValuesOf<typeof readingOptions>;
