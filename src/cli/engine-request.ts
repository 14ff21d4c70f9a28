import { shownEngineUrl } from "../basics/text/engine-url.ts";
import { UsageError } from "../errors.ts";
import type { ValuesOf } from "../options/option.ts";
import { type AnyOption, attributeOf, flagOf, type OptionValues } from "../options/option.ts";
import { outputOptions, sortOption } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import type { ScoringOptions } from "../options/scoring-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import { engineOptions } from "../options/warehouse-options.ts";
import type { CustomersRequest } from "../warehouse/read/look-at-table.ts";
import { tableRequest } from "../warehouse/read/table-request.ts";
import type { CliContext } from "./context.ts";
import { dayOfClock } from "./read-exports.ts";

/** The options that say which rows of a table count, and how customers are counted. */
export type EngineRequestOptions = ValuesOf<typeof engineOptions> & ScoringOptions;

/** The one URL of a command that reads a table in an engine. */
export function onlyUrl(exports: readonly string[]): string {
  const [url = "", ...others] = exports;
  if (others.length === 0) return url;
  throw new UsageError("a database must be the only input", "name one database and no files");
}

/** What a table in an engine can be read with. */
const TAKEN: ReadonlySet<string> = new Set(
  [...engineOptions, ...scoringOptions, ...outputOptions, sortOption].map(({ name }) => name),
);

/** What says how files are read, and is refused beside a table in an engine. */
export const OF_FILES: readonly AnyOption[] = readingOptions.filter(({ name }) => !TAKEN.has(name));

/** Refuses options that say how files are read, and a missing table. */
export function refuseFileOptions(options: OptionValues, url: string): void {
  const isGiven = (option: AnyOption): boolean =>
    ![undefined, false].includes(options[attributeOf(option)] as undefined);
  const wrong = OF_FILES.filter(isGiven).map(flagOf);
  if (options["keep"] !== undefined) wrong.push("--keep");
  if (wrong.length > 0) {
    throw new UsageError(
      `${wrong.join(", ")} cannot be used with ${shownEngineUrl(url)}`,
      "they say how files are read",
    );
  }
  if (options["table"] !== undefined) return;
  throw new UsageError(`${shownEngineUrl(url)}: --table is missing`, "for instance --table shop.orders");
}

/** What is asked of the table, as the options say. */
export function requestOf(options: EngineRequestOptions, context: CliContext): CustomersRequest {
  const { table = "", asOf } = options;
  return tableRequest({ ...options, table, asOf: asOf === "today" ? dayOfClock(context.clock()) : asOf });
}
