import { InputError, UsageError } from "../../../errors.ts";
import { NO_STATUS } from "../../../exports/detect/statuses/status-column.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import { isOfOrders } from "../../../exports/join/joined-file.ts";
import type { PlannedFile } from "../../../exports/plan-options.ts";
import type { StatusOptions } from "../../../exports/values/status-meaning.ts";
import { normaliseStatus } from "../../../exports/values/statuses.ts";
import type { StatusCount } from "./count-statuses.ts";

/** The options that say which statuses count; without a status in the exports they have nothing to work on. */
const STATUS_FLAGS = {
  includeStatus: "--include-status",
  excludeStatus: "--exclude-status",
  unknownStatus: "--unknown-status",
} as const;

type StatusAttribute = keyof typeof STATUS_FLAGS;

/** What an option about statuses did not reach. */
export interface StatusGaps {
  /** The files without a status column, whose orders all count. */
  readonly files: readonly string[];
  /** The words of an option that no row has as its status, as they were written. */
  readonly words: readonly { readonly flag: string; readonly words: readonly string[] }[];
}

/**
 * Refuses options about statuses where none can have an effect.
 *
 * @throws UsageError where a word both counts and does not, or `--status none` says that every order counts; InputError
 * where no file has a status column
 */
export function refuseIdleStatusOptions(
  plans: readonly PlannedFile[],
  options: StatusOptions & { readonly status?: string | undefined },
): void {
  refuseTwoMeanings(options);
  const flags = givenFlags(options);
  if (flags.length === 0 || plans.some(hasStatus)) return;
  const written = flags.join(" and ");
  if (options.status?.trim() === NO_STATUS) {
    throw new UsageError(
      `${written} cannot be used with --status ${NO_STATUS}: every order counts then`,
      `leave out ${written}, or name the status column with --status`,
    );
  }
  const names = plans.map(({ source }) => source.name);
  throw new InputError(
    `${written} needs a column of statuses, and none was found in ${listedFiles(names)}, so every order would count`,
    { hint: `name the column with --status NAME, or leave out ${written}` },
  );
}

/** What the given options did not reach; `null` where they reached everything, or none was given. */
export function statusGaps(
  plans: readonly FilePlan[],
  statuses: readonly StatusCount[],
  options: StatusOptions,
): StatusGaps | null {
  if (givenFlags(options).length === 0) return null;
  const files = plans.filter((plan) => isOfOrders(plan) && !hasStatus(plan)).map(({ source }) => source.name);
  const met = new Set(statuses.map(({ status }) => normaliseStatus(status)));
  const words = (["includeStatus", "excludeStatus"] as const).flatMap((attribute) => {
    const unmet = (options[attribute] ?? []).filter((word) => !met.has(normaliseStatus(word)));
    return unmet.length === 0 ? [] : [{ flag: STATUS_FLAGS[attribute], words: unmet }];
  });
  return files.length + words.length === 0 ? null : { files, words };
}

export function hasStatus({ layout: { columns } }: PlannedFile): boolean {
  return columns.status !== null || columns.rules.length > 0;
}

function givenFlags(options: StatusOptions): readonly string[] {
  const attributes = Object.keys(STATUS_FLAGS) as StatusAttribute[];
  return attributes.filter((attribute) => options[attribute] !== undefined).map((attribute) => STATUS_FLAGS[attribute]);
}

function refuseTwoMeanings({ includeStatus = [], excludeStatus = [] }: StatusOptions): void {
  const excluded = new Set(excludeStatus.map(normaliseStatus));
  const both = includeStatus.filter((word) => excluded.has(normaliseStatus(word)));
  if (both.length === 0) return;
  const words = both.map((word) => `"${word}"`).join(", ");
  throw new UsageError(
    `${words} cannot be in --include-status and in --exclude-status: an order counts or it does not`,
    `leave ${words} out of one of them`,
  );
}

const MOST_FILES = 3;

/** The names of a few files, and how many more there are. */
function listedFiles(names: readonly string[]): string {
  const shown = names.slice(0, MOST_FILES).join(", ");
  return names.length > MOST_FILES ? `${shown} and ${names.length - MOST_FILES} more` : shown;
}
