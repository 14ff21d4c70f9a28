import { isEngineUrl, shownEngineUrl } from "../basics/text/engine-url.ts";
import { UsageError } from "../errors.ts";
import { readsOnlyFiles } from "../files/find-inputs.ts";
import { attributeOf, flagOf, type OptionValues, type ValuesOf } from "../options/option.ts";
import { type engineOptions, engineSourceOptions, intoOptions, toTableOption } from "../options/warehouse-options.ts";

/** Whether a command is asked to read a table in an engine instead of files. */
export function namesEngine(exports: readonly string[]): boolean {
  return exports.some(isEngineUrl);
}

/** The error for what a table in an engine cannot be asked: single orders, or a command that only reads files. */
export function needsOrders(url: string, why?: string): UsageError {
  if (why === undefined) return readsOnlyFiles(url);
  return new UsageError(
    `${why} looks at single orders, and ${shownEngineUrl(url)} returns sums only`,
    "leave it out, or export one row per order",
  );
}

/** Refuses, beside files, what only a database can be asked. */
export function refuseEngineOptions(
  options: Pick<
    ValuesOf<typeof engineOptions> & ValuesOf<typeof intoOptions>,
    "roundMoney" | "timeout" | "into" | "replace"
  > & { readonly toTable?: string },
): void {
  const flags = [...engineSourceOptions, ...intoOptions, toTableOption]
    .filter((one) => (options as OptionValues)[attributeOf(one)] !== undefined)
    .map(flagOf);
  if (flags.length === 0) return;
  throw new UsageError(
    `${flags.join(" and ")} ${flags.length === 1 ? "is" : "are"} for databases, and files are read here`,
    "name a database such as postgres://host/name, or leave the option out",
  );
}
