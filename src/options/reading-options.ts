import { choiceOption, flagOption, option, type ValuesOf } from "./option.ts";
import {
  collectJoins,
  collectWhere,
  collectWords,
  parseCalendarDayOption,
  parseColumnsOption,
  parseDateFormatOption,
  parseDelimiterOption,
  parseEncodingOption,
  parseRejectLimitOption,
  parseThreadsOption,
  parseTimeZoneOption,
} from "./reading-values.ts";

const section = "reading";
const byName = "by its name";
const inData = "found in the data";

const columnOptions = [
  option({
    name: "customer",
    section,
    kind: "column",
    summary: "column of the customer's id or e-mail",
    whenAbsent: byName,
  }),
  option({
    name: "order",
    section,
    kind: "column",
    summary: "column of the order id; rows with the same id are one order",
    whenAbsent: byName,
  }),
  option({ name: "date", section, kind: "column", summary: "column of the order date", whenAbsent: byName }),
  option({
    name: "amount",
    section,
    kind: "column",
    summary: "column of the amount",
    whenAbsent: "by its name, or quantity × price",
    excludes: { names: ["quantity", "price"], why: "an amount is a column of its own, or quantity × price" },
  }),
  option({
    name: "quantity",
    section,
    kind: "column",
    summary: "column of the quantity, to be multiplied by the price",
  }),
  option({ name: "price", section, kind: "column", summary: "column of the price of one" }),
  option({
    name: "status",
    section,
    kind: "column",
    summary: "column of the order's or payment's status; none if every order counts",
    whenAbsent: byName,
  }),
  option({
    name: "currency-column",
    section,
    kind: "column",
    summary: "column of the currency; none if the name of the amount column says it",
    whenAbsent: byName,
  }),
  option({
    name: "refunded",
    section,
    kind: "column",
    summary: "column of the refunded amount, taken off its order",
    whenAbsent: byName,
  }),
] as const;

/** Columns that monetary value comes from instead of the amount. */
export const marginOptions = [
  option({
    name: "margin",
    section,
    kind: "column",
    summary: "column of the margin, used as the monetary value; the amount still decides what counts as a purchase",
    excludes: { names: ["cost"], why: "the margin is a column of its own, or the amount less the cost" },
  }),
  option({
    name: "cost",
    section,
    kind: "column",
    summary: "column of the cost; the monetary value is the amount minus the cost",
  }),
  choiceOption({
    name: "cost-per",
    section,
    choices: ["order", "line"],
    summary: "whether the cost or margin column holds an order's value or a line's",
    whenAbsent: inData,
    needs: { names: ["cost", "margin"], why: "it says what the column of the cost or margin holds" },
  }),
] as const;

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
    summary: "sheet of a workbook, by its name or number",
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
    summary: "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1 or iso-8859-15",
    whenAbsent: inData,
    parse: parseEncodingOption,
  }),
] as const;

const rowOptions = [
  option({
    name: "include-status",
    section,
    placeholder: "words",
    summary: "statuses that count as purchases, separated by commas",
    repeats: true,
    parse: collectWords,
  }),
  option({
    name: "exclude-status",
    section,
    placeholder: "words",
    summary: "statuses that do not, separated by commas",
    repeats: true,
    parse: collectWords,
  }),
  choiceOption({
    name: "unknown-status",
    section,
    choices: ["include", "exclude"],
    summary: "what to do with statuses that are in no list",
    whenAbsent: "stop and ask",
  }),
  choiceOption({
    name: "refunds",
    section,
    placeholder: "how",
    choices: ["net", "ignore"],
    summary: "take refunds off spend, or leave them out",
    whenAbsent: "net",
    excludes: { names: ["refunded"], ifValue: "ignore", why: "no refund is taken off, so no column of them is read" },
  }),
  choiceOption({
    name: "duplicates",
    section,
    choices: ["join", "keep"],
    placeholder: "how",
    summary: "rows and orders that look the same in several files: join counts them once, keep counts them all",
    whenAbsent: "join",
  }),
  option({
    name: "currency",
    section,
    placeholder: "code",
    summary: "keep only the money of this currency, or what --rates converts into",
  }),
  option({
    name: "unnamed-currency",
    section,
    placeholder: "code",
    summary: "currency of money that names none",
    whenAbsent: "asked where other money names one",
  }),
  option({
    name: "rates",
    section,
    kind: "file",
    summary: "convert currencies: a CSV file with currency,rate (units of --currency per 1 unit)",
    needs: { names: ["currency"], why: "it says how to convert, but not into what", hint: "add --currency EUR" },
  }),
  option({
    name: "where",
    section,
    placeholder: "condition",
    summary: "only rows with these values: COLUMN=VALUE[,VALUE]; repeat it for more columns",
    repeats: true,
    parse: collectWhere,
  }),
  option({
    name: "exclude-customers",
    section,
    kind: "file",
    summary:
      "leave out the customers whose ids or e-mails are in a file, one per line; an e-mail in any row of theirs counts",
  }),
  option({
    name: "time-zone",
    section,
    placeholder: "zone",
    summary: "convert times with an offset or zone to this one",
    whenAbsent: "the day as written",
    parse: parseTimeZoneOption,
  }),
  flagOption({
    name: "link-customers",
    section,
    summary: "join ids and e-mails that share a row",
    whenAbsent: "where platforms are mixed",
    negation: "never join them",
  }),
] as const;

/** Which orders count by their day. */
const orderDayOptions = [
  option({
    name: "since",
    section,
    kind: "day",
    summary: "leave out orders before this day, yyyy-mm-dd",
    parse: parseCalendarDayOption,
  }),
  option({
    name: "until",
    section,
    kind: "day",
    summary: "leave out orders after this day (to look at an earlier date, use --as-of)",
    parse: parseCalendarDayOption,
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

const presetOption = option({
  name: "preset",
  section,
  kind: "preset",
  placeholder: "name",
  summary: "read as this platform's export; generic for none",
  whenAbsent: "by the header",
});

const joinOption = option({
  name: "join",
  section,
  placeholder: "file[:key]",
  summary:
    "join this table of amounts or customers to the orders by its key column; repeat it for more, and write FILE:KEY=COLUMN where the orders call the key otherwise",
  whenAbsent: "by key columns that tables have in common",
  repeats: true,
  parse: collectJoins,
});

const columns = [presetOption, ...columnOptions, joinOption] as const;
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
