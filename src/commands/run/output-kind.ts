import { PassThrough } from "node:stream";
import type { ResultCommand } from "../../cli/command.ts";
import type { CliContext } from "../../cli/context.ts";
import type { Request } from "../../cli/result.ts";
import type { InputError, MissingColumnError } from "../../errors.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import type { OutputKeys } from "../../nightly/config/config-outputs.ts";
import type { GuardedLists } from "../../nightly/guards/list-guards.ts";
import type { SetFile } from "../../nightly/staged-set.ts";
import type { Rule } from "../../options/check-options.ts";
import { outputKeys } from "../../options/index.ts";
import type { AnyOption } from "../../options/option.ts";
import type { OutputOptions } from "../../options/output-options.ts";
import type { ReadingOptions } from "../../options/reading-options.ts";
import type { ScoringOptions } from "../../options/scoring-options.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Note } from "../../render/notes/note.ts";

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
  /** Says which option named a column of `keep` that the exports lack, and what else it takes. */
  readonly missingColumn?: (error: MissingColumnError) => InputError;
  /** The option that names the columns of `keep`; default `--keep`. */
  readonly keepOption?: string | undefined;
  readonly lines?: boolean | undefined;
  /** What the reading carries along for lists. */
  readonly contacts?: ContactOptions;
  readonly make: (history: OrderHistory) => Promise<MadeOutput>;
}

/** The files of an output, and what is to be said about them. */
export interface MadeOutput {
  readonly files: readonly SetFile[];
  readonly notes: readonly Note[];
  /** What guards look at, of an output of lists. */
  readonly lists?: GuardedLists;
}

/** A command as a run uses it. */
export interface OutputKind extends OutputKeys {
  /** Every option that it takes, those of the config's sections among them; the others are nothing to it. */
  readonly consumes: readonly AnyOption[];
  readonly rules?: readonly Rule[] | undefined;
  readonly prepare: (request: KindRequest) => Promise<PreparedOutput>;
}

/** The kind of a command that makes one result, which becomes one file. */
export function fileKind({
  consumes,
  rules,
  prepare,
}: Pick<ResultCommand, "consumes" | "rules" | "prepare">): OutputKind {
  return {
    keys: outputKeys(consumes),
    consumes,
    rules,
    target: "file",
    prepare: async ({ place, ...request }) => {
      const {
        keep = [],
        keepOption,
        missingColumn,
        lines,
        contacts,
        make,
      } = await prepare({ ...request, options: { ...request.options, output: place } });
      return {
        place,
        keep,
        keepOption,
        ...(missingColumn === undefined ? {} : { missingColumn }),
        lines,
        ...(contacts === undefined ? {} : { contacts }),
        make: async (history) => {
          const { chunks, rows = null, notes } = await make(history);
          return { files: [{ name: place, chunks, rows }], notes };
        },
      };
    },
  };
}

/** The context of an output: its paths are relative to the config file, and no terminal decides how it looks. */
export function outputContext(context: CliContext, cwd: string): CliContext {
  return { ...context, cwd, stdout: new PassThrough() };
}
