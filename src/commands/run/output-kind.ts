import { PassThrough } from "node:stream";
import type { ResultCommand } from "../../cli/command.ts";
import type { CliContext } from "../../cli/context.ts";
import type { EngineReader } from "../../cli/engine-reader.ts";
import type { EngineTable } from "../../cli/engine-table.ts";
import { languagesFor, type MessageOptions } from "../../cli/language.ts";
import type { Request, Result } from "../../cli/result.ts";
import type { InputError, MissingColumnError } from "../../errors.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import type { OutputKeys } from "../../nightly/config/config-outputs.ts";
import type { GuardedLists } from "../../nightly/guards/list-guards.ts";
import type { LeftTable } from "../../nightly/manifest.ts";
import type { SetFile } from "../../nightly/staged-set.ts";
import type { Rule } from "../../options/check-options.ts";
import { outputKeys } from "../../options/index.ts";
import type { AnyOption, ValuesOf } from "../../options/option.ts";
import type { OutputOptions } from "../../options/output-options.ts";
import type { ReadingOptions } from "../../options/reading-options.ts";
import type { ScoringOptions } from "../../options/scoring-options.ts";
import type { engineSourceOptions } from "../../options/warehouse-options.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Note } from "../../render/notes/note.ts";

/** The options that an output is prepared with, those of its own command among them. */
export type KindOptions = ReadingOptions &
  ValuesOf<typeof engineSourceOptions> &
  ScoringOptions &
  OutputOptions &
  MessageOptions;

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
  /** Makes it of a table in a database; left out where it needs single orders. */
  readonly fromTable?: ((table: EngineTable) => Promise<MadeOutput>) | undefined;
  /** The option because of which it needs them. */
  readonly needsOrders?: string | undefined;
  /** Whether it leaves a table in the database. */
  readonly leavesTable?: boolean;
}

/** The files of an output, and what is to be said about them. */
export interface MadeOutput {
  readonly files: readonly SetFile[];
  readonly notes: readonly Note[];
  /** What guards look at, of an output of lists. */
  readonly lists?: GuardedLists;
  /** Leaves its table in the database. */
  readonly leave?: () => Promise<LeftTable>;
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
      const own = { ...request.options, output: place };
      const {
        keep = [],
        keepOption,
        missingColumn,
        lines,
        contacts,
        make,
        fromEngine,
        needsOrders,
      } = await prepare({ ...request, options: own });
      const madeOf = ({ chunks, rows, notes }: Result): MadeOutput => ({
        files: [{ name: place, chunks, rows: rows ?? null }],
        notes,
      });
      return {
        place,
        keep,
        keepOption,
        ...(missingColumn === undefined ? {} : { missingColumn }),
        lines,
        ...(contacts === undefined ? {} : { contacts }),
        make: async (history) => madeOf(await make(history)),
        fromTable:
          fromEngine === undefined
            ? undefined
            : async (table) => madeOf(await fromEngine(await readerFor(table, tableDay(own)))),
        needsOrders,
      };
    },
  };
}

/** How a table is read for one output, with what is said of it in the language of the output's messages. */
export async function readerFor(table: EngineTable, options: KindOptions): Promise<EngineReader> {
  const { messageLanguage } = await languagesFor(options, "table");
  return table.reader(options, messageLanguage);
}

/** The later day of a comparison is the day as of which its table is read. */
function tableDay(options: KindOptions & { readonly to?: number | undefined }): KindOptions {
  return options.to === undefined ? options : { ...options, asOf: options.to };
}

/** The context of an output: its paths are relative to the config file, and no terminal decides how it looks. */
export function outputContext(context: CliContext, cwd: string): CliContext {
  return { ...context, cwd, stdout: new PassThrough() };
}
