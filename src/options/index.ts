/**
 * The options of all commands, each once, as data. A command lists those that it consumes; the command line, the config's
 * keys and their schema, completion, the pinned command line and docs/options.md are made from the same data.
 */
import type { AnyOption, Section } from "./option.ts";
import { lookOptions } from "./output-options.ts";
import { runReadingOptions } from "./reading-options.ts";
import { retentionOptions } from "./retention-options.ts";
import { runScoringOptions } from "./scoring-options.ts";
import { engineSourceOptions } from "./warehouse-options.ts";

/** The options that commands share, by the sections of the config file that hold them. */
export const SHARED_OPTIONS = {
  reading: [...runReadingOptions, ...engineSourceOptions],
  scoring: runScoringOptions,
  retention: retentionOptions,
  look: lookOptions,
} as const satisfies Partial<Record<Section, readonly AnyOption[]>>;
export type ConfigSection = keyof typeof SHARED_OPTIONS;

/** The options of a command that one output of a run may have to itself: how exports are read is shared. */
export function outputKeys(consumes: readonly AnyOption[]): readonly AnyOption[] {
  const shared = new Set<AnyOption>(SHARED_OPTIONS.reading); // one by one: rfm effect has a --since of its own
  return consumes.filter((option) => option.section !== "reading" && !shared.has(option) && !option.isLineOnly);
}
