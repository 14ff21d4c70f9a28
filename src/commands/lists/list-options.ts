import type { Command } from "commander";
import { parseFromOption } from "../../cli/scoring-values.ts";
import type { Span } from "../../core/calendar/span.ts";
import type { ConsentCondition } from "../../lists/consent.ts";
import { csv } from "../../lists/formats/csv.ts";
import { LIST_FORMATS } from "../../lists/formats/index.ts";
import type { ListFormat } from "../../lists/list-format.ts";
import { DEFAULT_SALT } from "../../lists/salted-id.ts";
import type { ContactOptions } from "../../orders/detect/contact-columns.ts";
import {
  collectConsent,
  collectFormats,
  collectTexts,
  parseCountryOption,
  parseHoldoutOption,
  parseMinSizeOption,
  parseSaltOption,
} from "./list-values.ts";

/** Options that say which columns of the exports say who the buyers are. */
export interface ContactColumnOptions {
  readonly email?: readonly string[];
  readonly phone?: readonly string[];
  readonly firstName?: readonly string[];
  readonly lastName?: readonly string[];
  readonly fullName?: readonly string[];
  readonly country?: readonly string[];
  readonly city?: readonly string[];
  readonly zip?: readonly string[];
}

/** Options that say which lists are made, and who is in them. */
export interface ListCommandOptions extends ContactColumnOptions {
  readonly for?: readonly ListFormat[];
  readonly segment?: readonly string[];
  readonly changesSince?: number | Span;
  /** A file named by the user. */
  readonly exclude?: string;
  readonly consent?: readonly ConsentCondition[];
  /** A fraction. */
  readonly holdout?: number;
  readonly salt?: string;
  readonly hashIds?: boolean;
  readonly minSize?: number;
  readonly defaultCountry?: string;
}

/** Adds the options that say which lists are made, and who is in them. */
export function addListOptions(command: Command): Command {
  return addContactOptions(
    command
      .optionsGroup("Lists:")
      .option(
        "--for <tools>",
        `the tools that import the lists, separated by commas: ${LIST_FORMATS.map(({ name }) => name).join(", ")} (default: csv)`,
        collectFormats,
      )
      .option("--segment <names>", "only these segments, by name, separated by commas (default: all)", collectTexts)
      .option(
        "--changes-since <day>",
        "instead of whole segments, who entered and left each since this day, yyyy-mm-dd, or a span back: -1d, -1m",
        parseFromOption,
      )
      .option("--exclude <file>", "do-not-contact list: e-mail addresses in any spelling, plain or as SHA-256, or customer ids; whoever has such an address in any row is left out")
      .option(
        "--consent <condition>",
        "only customers whose newest purchase says so: COLUMN=VALUE[,VALUE]; of two answers in one order the stricter counts; repeat it for exports with another column",
        collectConsent,
      )
      .option(
        "--holdout <share>",
        "keep this share of customers out as a control group, the same people every time: 10%",
        parseHoldoutOption,
      )
      .option("--salt <text>", "salt of --holdout and --hash-ids (default: rfm)", parseSaltOption)
      .option("--hash-ids", "write salted SHA-256 instead of customer ids; the plain CSV then has no contact fields")
      .option("--min-size <n>", "write lists of fewer people with their header only (default: 1)", parseMinSizeOption),
  );
}

function addContactOptions(command: Command): Command {
  return command
    .optionsGroup("Contact columns (default: by their names; repeat an option for exports that name it otherwise):")
    .option("--email <column>", "column of the e-mail address", collectTexts)
    .option("--phone <column>", "column of the phone number", collectTexts)
    .option("--first-name <column>", "column of the first name", collectTexts)
    .option("--last-name <column>", "column of the last name", collectTexts)
    .option("--full-name <column>", "column of both names, split at the first blank", collectTexts)
    .option("--country <column>", "column of the country, by code or name", collectTexts)
    .option("--city <column>", "column of the city", collectTexts)
    .option("--zip <column>", "column of the zip or postal code", collectTexts)
    .option(
      "--default-country <code>",
      "country of customers whose purchase names none, for local phone numbers too: FI",
      parseCountryOption,
    );
}

/** What the reading of exports needs to know for lists. */
export function contactOptions(options: ListCommandOptions): ContactOptions {
  const { email, phone, firstName, lastName, fullName, country, city, zip, consent = [] } = options;
  return {
    ...{ email, phone, firstName, lastName, fullName, country, city, zip },
    conditions: consent.map(({ column }) => column),
  };
}

/** The tools that are asked for. */
export function listFormats(options: ListCommandOptions): readonly ListFormat[] {
  return options.for ?? [csv];
}

/** The salt that is asked for, or the usual one. */
export function listSalt(options: ListCommandOptions): string {
  return options.salt ?? DEFAULT_SALT;
}
