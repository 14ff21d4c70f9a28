import type { Preset } from "../platforms/preset.ts";
import { isRefundedStatus, normaliseStatus, type StatusMeaning, statusMeaning } from "./statuses.ts";

/** What the user says of statuses. */
export interface StatusOptions {
  /** Statuses that count, whatever the lists of words say. */
  readonly includeStatus?: readonly string[] | undefined;
  /** Statuses that do not count, whatever the lists of words say. */
  readonly excludeStatus?: readonly string[] | undefined;
  /** What to do with statuses that are in neither list; without it they stop the run. */
  readonly unknownStatus?: "include" | "exclude" | undefined;
  /** Where refunds are ignored, the statuses of fully refunded orders count. */
  readonly refunds?: "net" | "ignore" | undefined;
}

/** A status as an export has it: its words, the platform that they are of, and what a rule of the platform says. */
export interface FoundStatus {
  readonly words: string;
  readonly preset: Preset | null;
  readonly means: StatusMeaning | null;
}

/** What a status means: the user's word first, then the platform's rule, its own words, and the general lists. */
export function meaningOf({ words, preset, means }: FoundStatus, options: StatusOptions): StatusMeaning {
  if (words === "") return "counts";
  const status = normaliseStatus(words);
  const same = (other: string): boolean => normaliseStatus(other) === status;
  if (options.excludeStatus?.some(same)) return "does not count";
  if (options.includeStatus?.some(same)) return "counts";
  if (options.refunds === "ignore" && preset === null && isRefundedStatus(words)) return "counts";
  if (means !== null) return decided(means, options);
  const isRefunded = preset?.refundedStatuses?.includes(status) ?? false;
  if (isRefunded) return options.refunds === "ignore" ? "counts" : "does not count";
  return decided(statusMeaning(words, preset?.statuses), options);
}

/** A meaning, or what the user says of all that are unknown. */
function decided(meaning: StatusMeaning, { unknownStatus }: StatusOptions): StatusMeaning {
  if (meaning !== "unknown" || unknownStatus === undefined) return meaning;
  return unknownStatus === "include" ? "counts" : "does not count";
}

/** What is advised where the meaning of statuses is not known. */
export const UNKNOWN_STATUS_HINT =
  "name each with --include-status or --exclude-status, or decide all at once with --unknown-status include|exclude";
