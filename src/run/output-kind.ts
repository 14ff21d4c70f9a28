import { PassThrough } from "node:stream";
import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { optionKeys, SHARED_KEYS } from "../cli/option-keys.ts";
import type { OutputOptions, ReadingOptions, ScoringOptions } from "../cli/options.ts";
import type { Preparation, Request } from "../cli/result.ts";
import type { OutputKeys } from "../config/config-outputs.ts";
import type { OptionValues } from "../config/option-key.ts";
import type { Section } from "../config/run-config.ts";
import type { ContactOptions } from "../orders/detect/contact-columns.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Note } from "../render/note.ts";
import type { SetFile } from "./staged-set.ts";

/** The options that an output is prepared with, those of its own command among them. */
export type KindOptions = ReadingOptions & ScoringOptions & OutputOptions;

/** Options that are parsed one by one, each by its own parser. */
export interface KindRequest extends Request<KindOptions> {
  /** Its file or folder in the set. */
  readonly place: string;
}

/** An output that only waits for the exports. */
export interface PreparedOutput {
  readonly place: string;
  readonly keep: readonly string[];
  /** What the reading carries along for lists. */
  readonly contacts?: ContactOptions;
  readonly make: (history: OrderHistory) => Promise<MadeOutput>;
}

/** The files of an output, and what is to be said about them. */
export interface MadeOutput {
  readonly files: readonly SetFile[];
  readonly notes: readonly Note[];
}

/** A command as a run uses it. */
export interface OutputKind extends OutputKeys {
  /** What options are that were given nowhere. */
  readonly defaults: OptionValues;
  /** The shared options that it takes, by the sections of the config. */
  readonly sections: (own: OptionValues) => readonly Section[];
  readonly prepare: (request: KindRequest) => Promise<PreparedOutput>;
}

/** A command that makes one result; the method's parameter lets each have options of its own. */
export interface ResultCommand {
  readonly command: Command;
  prepare(request: Request<OptionValues & KindOptions>): Promise<Preparation>;
}

export const ALL_SECTIONS: readonly Section[] = ["reading", "scoring", "retention", "look"];

/** The kind of a command that makes one result, which becomes one file. */
export function fileKind(
  { command, prepare }: ResultCommand,
  sections: OutputKind["sections"] = () => ALL_SECTIONS,
): OutputKind {
  return {
    keys: ownKeys(command),
    defaults: command.opts(),
    target: "file",
    sections,
    prepare: async ({ place, ...request }) => {
      const { keep = [], make } = await prepare({ ...request, options: { ...request.options, output: place } });
      return {
        place,
        keep,
        make: async (history) => {
          const { chunks, rows = null, notes } = await make(history);
          return { files: [{ name: place, chunks, rows }], notes };
        },
      };
    },
  };
}

/** The options of a command that one output may have to itself: exports are read once, so how they are read is shared. */
export function ownKeys(command: Command): OutputKeys["keys"] {
  const reading = new Set(SHARED_KEYS.reading.map(({ key }) => key));
  return optionKeys(command).filter(({ key }) => !reading.has(key));
}

/** The context of an output: its paths are relative to the config file, and no terminal decides how it looks. */
export function outputContext(context: CliContext, cwd: string): CliContext {
  return { ...context, cwd, stdout: new PassThrough() };
}
