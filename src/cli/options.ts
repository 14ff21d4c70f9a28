import { type Command, Option } from "commander";
import { PERIOD_KINDS } from "../core/calendar/period.ts";
import type { Span } from "../core/calendar/span.ts";
import type { Levels } from "../core/scores/dimension.ts";
import { METHODS, type MethodChoice } from "../core/scores/method.ts";
import type { ReadOptions } from "../orders/read-orders.ts";
import type { RejectLimit } from "../orders/reject-limit.ts";
import { FORMATS, type Format } from "../render/formats.ts";
import { LANGUAGE_CODES } from "../render/language/load-language.ts";
import {
  collectWhere,
  collectWords,
  parseColumnsOption,
  parseCoversOption,
  parseDateFormatOption,
  parseDayOption,
  parseDelimiterOption,
  parseEncodingOption,
  parseLocaleOption,
  parsePlainDayOption,
  parseRejectLimitOption,
  parseSpanOption,
  parseThreadsOption,
  parseTimeZoneOption,
  parseWidthOption,
} from "./option-values.ts";
import { type CutPoints, collectCutPoints, parseLevelsOption, parseMethodOption } from "./scoring-values.ts";

/** Options of every command that reads exports. */
export interface ReadingOptions extends Omit<ReadOptions, "rates" | "excludeCustomers"> {
  /** Files named by the user. */
  readonly rates?: string;
  readonly excludeCustomers?: string;
  readonly maxRejects?: RejectLimit;
  readonly rejects?: string;
}

/** Options of every command that looks at customers as of a day. */
export interface AsOfOptions {
  readonly asOf?: number | "today";
}

/** Options of every command that scores. */
export interface ScoringOptions extends AsOfOptions {
  readonly window?: Span;
  readonly windowFor?: "rfm" | "fm";
  readonly levels?: number | Partial<Levels>;
  readonly method?: MethodChoice;
  readonly cutPoints?: CutPoints;
  readonly scheme?: string;
  readonly model?: string;
  readonly saveModel?: string;
  readonly frequency?: "orders" | "days";
  readonly monetary?: "total" | "average";
}

export interface RetentionOptions {
  readonly period?: (typeof PERIOD_KINDS)[number];
  readonly covers?: { readonly from: number; readonly to: number };
}

/** Where a result goes, and what is said beside it. */
export interface DestinationOptions {
  readonly output?: string;
  readonly width?: number;
  readonly lang?: string;
  readonly locale?: string;
  readonly spreadsheet?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** Options of every command that prints a table. */
export interface OutputOptions extends DestinationOptions {
  readonly format?: Format;
}

export const EXPORTS_ARGUMENT = [
  "<exports...>",
  "order exports: files, folders, globs; - reads standard input",
] as const;

/** Adds the options that say how exports are read. */
export function addReadingOptions(command: Command): Command {
  return command
    .optionsGroup("Reading:")
    .option("--preset <name>", "read as this platform's export; generic for none (default: by the header)")
    .option("--customer <column>", "column of the customer's id or e-mail (default: by its name)")
    .option("--order <column>", "column of the order id; rows with the same id are one order (default: by its name)")
    .option("--date <column>", "column of the order date (default: by its name)")
    .option("--amount <column>", "column of the amount (default: by its name, or quantity × price)")
    .option("--quantity <column>", "column of the quantity, to be multiplied by the price")
    .option("--price <column>", "column of the price of one")
    .option("--status <column>", "column of the order's or payment's status (default: by its name)")
    .option("--currency-column <column>", "column of the currency (default: by its name)")
    .option("--refunded <column>", "column of the refunded amount, taken off its order (default: by its name)")
    .option(
      "--margin <column>",
      "column of the margin, to be the monetary value; purchases are still told by the amount",
    )
    .option("--cost <column>", "column of the cost; the monetary value is the amount less it")
    .option(
      "--columns <roles>",
      "the columns of a file without a header, in their order: customer,date,quantity,price or so",
      parseColumnsOption,
    )
    .addOption(
      new Option(
        "--amount-per <what>",
        "whether the amount column holds an order's total or a line's amount (default: found in the data)",
      ).choices(["order", "line"]),
    )
    .option(
      "--date-format <pattern>",
      "order of the date's numbers: d/m/y, m/d/y, y-m-d; or excel, epoch, epoch-ms, yyyymmdd (default: found in the data)",
      parseDateFormatOption,
    )
    .addOption(
      new Option("--decimal <mark>", "decimal mark of the amounts (default: found in the data)").choices([".", ","]),
    )
    .option(
      "--delimiter <character>",
      "what separates fields; tab for a tab, blanks for runs of blanks (default: found in the data)",
      parseDelimiterOption,
    )
    .option(
      "--encoding <name>",
      "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1 or iso-8859-15 (default: found in the data)",
      parseEncodingOption,
    )
    .option("--include-status <words>", "statuses that count as purchases, separated by commas", collectWords)
    .option("--exclude-status <words>", "statuses that do not, separated by commas", collectWords)
    .addOption(
      new Option(
        "--unknown-status <what>",
        "what to do with statuses that are in no list (default: stop and ask)",
      ).choices(["include", "exclude"]),
    )
    .addOption(
      new Option("--refunds <how>", "take refunds off spend, or leave them out (default: net)").choices([
        "net",
        "ignore",
      ]),
    )
    .option("--currency <code>", "keep only the money of this currency, or what --rates converts into")
    .option(
      "--unnamed-currency <code>",
      "currency of money that names none (default: asked where other money names one)",
    )
    .option("--rates <file>", "convert currencies: a CSV file with currency,rate (units of --currency per 1 unit)")
    .option("--since <day>", "leave out orders before this day, yyyy-mm-dd", parsePlainDayOption)
    .option(
      "--until <day>",
      "leave out orders after this day (to look at an earlier date, use --as-of)",
      parsePlainDayOption,
    )
    .option(
      "--where <condition>",
      "only rows with these values: COLUMN=VALUE[,VALUE]; repeat it for more columns",
      collectWhere,
    )
    .option("--exclude-customers <file>", "leave out the customers whose ids or e-mails stand in a file, one a line")
    .option(
      "--time-zone <zone>",
      "convert times with an offset or zone to this one (default: the day as written)",
      parseTimeZoneOption,
    )
    .option("--link-customers", "join ids and e-mails that stand in one row (default: where platforms are mixed)")
    .option("--no-link-customers", "never join them")
    .option(
      "--max-rejects <limit>",
      "stop when more rows than this cannot be read: a number, or a percentage (default: 1%, and more than 3 rows)",
      parseRejectLimitOption,
    )
    .option("--rejects <file>", "write the rows that could not be read to a CSV file")
    .option(
      "--threads <n>",
      "threads that read large files, 1 to 64; results are the same with any (default: one a core)",
      parseThreadsOption,
    );
}

/** Adds `--as-of`. */
export function addAsOfOption(command: Command): Command {
  return command
    .optionsGroup("Scoring:")
    .option(
      "--as-of <day>",
      "last day that counts, yyyy-mm-dd or today (default: the newest day in the data)",
      parseDayOption,
    );
}

/** Adds the options that say how customers are scored. */
export function addScoringOptions(command: Command): Command {
  return addScoringShapeOptions(addAsOfOption(command));
}

/** Adds the options that say how customers are scored, but for the as-of date. */
export function addScoringShapeOptions(command: Command): Command {
  return addWindowOptions(command.optionsGroup("Scoring:"))
    .option(
      "--levels <n>",
      "levels of the scores, 2 to 10, or one each: r=5,f=4,m=5 (default: the scheme's, 5 for standard)",
      parseLevelsOption,
    )
    .option(
      "--method <name>",
      `how measures are cut: ${METHODS.join(", ")}; or one each: r=fixed,f=natural,m=quantile (default: quantile)`,
      parseMethodOption,
    )
    .option(
      "--cut-points <points>",
      'your own cut points in days, orders or money: r=30,90,180,365; several as "r=…;f=…"',
      collectCutPoints,
    )
    .option("--scheme <name>", "segment scheme: a name that rfm schemes lists, or a file (default: standard)")
    .option("--model <file>", "score with the cut points and the scheme that --save-model wrote")
    .option("--save-model <file>", "write cut points, levels, scheme and definitions, for use with other data")
    .addOption(
      new Option("--frequency <what>", "count orders, or days with an order (default: orders)").choices([
        "orders",
        "days",
      ]),
    )
    .addOption(
      new Option("--monetary <what>", "total net spend, or the average of an order (default: total)").choices([
        "total",
        "average",
      ]),
    );
}

/** Adds the options that say which days count. */
export function addWindowOptions(command: Command): Command {
  return command
    .option(
      "--window <span>",
      "count only this long up to the as-of date: 12m, 365d, 4q, 1y (default: all history)",
      parseSpanOption,
    )
    .addOption(
      new Option(
        "--window-for <measures>",
        "what the window limits: all three, or frequency and spend only (default: rfm)",
      ).choices(["rfm", "fm"]),
    );
}

/** Adds the options of period tables. */
export function addRetentionOptions(command: Command): Command {
  return command
    .optionsGroup("Retention:")
    .addOption(new Option("--period <kind>", "length of a period (default: month)").choices(PERIOD_KINDS))
    .option(
      "--covers <days>",
      "days that the exports cover, FROM..TO (default: from the first row to the last)",
      parseCoversOption,
    );
}

/** Adds the options that say where a result goes and how it looks. */
export function addOutputOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  command
    .optionsGroup("Output:")
    .option("-o, --output <file>", "write to a file instead of standard output; its ending chooses the format")
    .addOption(
      new Option("--format <name>", "format of the result (default: by the file's ending, else see above)").choices(
        formats,
      ),
    );
  return addLookOptions(command)
    .option("-q, --quiet", "no notes and no progress bar on standard error; errors and warnings stay")
    .option("--no-color", "no colours");
}

/** Adds the options that say how results look to people and spreadsheets. */
export function addLookOptions(command: Command): Command {
  return command
    .option("--width <characters>", "width of tables (default: the terminal's, or 80)", parseWidthOption)
    .addOption(new Option("--lang <code>", "language of what people read (default: en)").choices(LANGUAGE_CODES))
    .option(
      "--locale <tag>",
      "how numbers, money and dates are written for people, such as fi-FI or en-GB (default: the language's)",
      parseLocaleOption,
    )
    .option(
      "--spreadsheet",
      "CSV and TSV as a spreadsheet of --locale opens them: BOM, CRLF, its separators, averages of money with two decimals, nothing that runs as a formula",
    );
}
