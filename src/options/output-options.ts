import { LANGUAGE_CODES } from "../render/language/load-language.ts";
import { FORMATS } from "../render/tables/formats.ts";
import { consentOption, excludeOption } from "./do-not-contact-options.ts";
import { choiceOption, flagOption, option, type ValuesOf } from "./option.ts";
import {
  collectWords,
  parseLocaleOption,
  parseTitleOption,
  parseTopOption,
  parseWidthOption,
} from "./reading-values.ts";

export const outputOption = option({
  name: "output",
  short: "o",
  section: "output",
  kind: "file",
  summary: "write to a file instead of standard output; its extension sets the format",
  isLineOnly: true,
});

export const formatName = "format";

/** `--format` of a command that writes these formats. */
export function formatOption<const Format extends string>(choices: readonly Format[]) {
  return choiceOption({
    name: formatName,
    section: "output",
    placeholder: "name",
    choices,
    summary: "format of the result",
    whenAbsent: "by the file's extension, else the command's own",
  });
}

export const quietOption = flagOption({
  name: "quiet",
  short: "q",
  section: "output",
  summary: "no notes and no progress bar on standard error; errors and warnings stay",
  isLineOnly: true,
});

const colorOption = flagOption({
  name: "color",
  section: "output",
  summary: "",
  negation: "no colours",
  isLineOnly: true,
});

export const widthOption = option({
  name: "width",
  section: "look",
  kind: "number",
  placeholder: "characters",
  summary: "width of tables",
  whenAbsent: "the terminal's, or 80",
  parse: parseWidthOption,
  formats: ["table"],
});

export const spreadsheetOption = flagOption({
  name: "spreadsheet",
  section: "look",
  summary:
    "CSV and TSV as a spreadsheet of --locale opens them: BOM, CRLF, its separators, averages of money with two decimals, nothing that runs as a formula",
  formats: ["csv", "tsv"],
});

export const localeOption = option({
  name: "locale",
  section: "look",
  placeholder: "tag",
  summary: "how numbers, money and dates are written for people, such as fi-FI or en-GB",
  whenAbsent: "the language's",
  parse: parseLocaleOption,
});

/** The same where no result is CSV, and only a file beside it is. */
const spreadsheetOfRejects = flagOption({
  ...spreadsheetOption,
  summary: "the file of --rejects as a spreadsheet of --locale opens it; the result itself is no CSV",
});

/** How results look to people. */
const peopleOptions = [
  widthOption,
  choiceOption({
    name: "lang",
    section: "look",
    placeholder: "code",
    choices: LANGUAGE_CODES,
    summary: "language of what people read",
    whenAbsent: "en",
  }),
  localeOption,
] as const;

/** How results look to people and spreadsheets. */
export const lookOptions = [...peopleOptions, spreadsheetOption] as const;

/** Where a result goes and how it looks, in one of these formats. */
export function outputOptionsFor<const Format extends string>(formats: readonly Format[]) {
  const isDelimited = formats.some((format) => format === "csv" || format === "tsv");
  return [
    outputOption,
    formatOption(formats),
    ...peopleOptions,
    isDelimited ? spreadsheetOption : spreadsheetOfRejects,
    quietOption,
    colorOption,
  ] as const;
}

/** Where a table goes and how it looks. */
export const outputOptions = outputOptionsFor(FORMATS);
export type OutputOptions = ValuesOf<typeof outputOptions>;

/** Where a result goes and what is said beside it, whatever its format. */
export type DestinationOptions = Omit<OutputOptions, "format">;

export const keepOption = option({
  name: "keep",
  section: "output",
  placeholder: "columns",
  summary: "columns of the exports to carry along, separated by commas, as of each customer's newest purchase",
  repeats: true,
  parse: collectWords,
});

export const sortOption = option({
  name: "sort",
  section: "output",
  kind: "column",
  summary: "sort by a column of the result; -column for the largest first",
  whenAbsent: "customer_id",
});

/** All of a report in formats that show one screen of it. */
export const fullOption = flagOption({
  name: "full",
  section: "report",
  summary: "everything, in text and Markdown: scores, cut points, cohorts, movement, what to do about each segment",
  whenAbsent: "one screen",
  formats: ["table", "md"],
});

/** How many customers a report names in formats that do not have them all. */
export const topOption = option({
  name: "top",
  section: "report",
  kind: "number",
  placeholder: "n",
  summary: "how many of the customers who spent most to name, 0 to 1000; a workbook has all customers anyway",
  whenAbsent: "10",
  parse: parseTopOption,
  formats: ["table", "html", "md", "json"],
});

export const reportOptions = [
  option({
    name: "title",
    section: "report",
    placeholder: "text",
    summary: "what the report is called",
    whenAbsent: "the names of the exports, without their folders",
    parse: parseTitleOption,
  }),
  fullOption,
  topOption,
  flagOption({
    name: "show-customers",
    section: "report",
    summary:
      "show e-mail addresses among their ids in full; a workbook also has the customers' names and addresses, where the exports have them",
    whenAbsent: "a…@example.com",
  }),
  option({
    ...excludeOption,
    section: "report",
    summary:
      "do-not-contact list, as of rfm lists: whom it means is not among those who may be written to, and has no name and address in the workbook",
  }),
  option({
    ...consentOption,
    section: "report",
    summary:
      "only customers whose newest purchase says so may be written to, as in rfm lists, and have names and addresses in the workbook",
    whenAbsent: "a column that is known to record consent, where its answers are a plain yes or no",
  }),
] as const;
