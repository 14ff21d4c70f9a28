import type { InputError, MissingColumnError } from "../errors.ts";
import type { ContactOptions } from "../exports/detect/contacts/contact-columns.ts";
import { toldInParts } from "../exports/told-together.ts";
import type { Chunks } from "../files/chunks.ts";
import type { DestinationOptions } from "../options/output-options.ts";
import type { ReadingOptions } from "../options/reading-options.ts";
import type { WrittenLine } from "../options/written-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { AddUpOptions } from "../orders/sums/may-add-up.ts";
import type { Note } from "../render/notes/note.ts";
import type { CliContext } from "./context.ts";
import type { EngineReader } from "./engine-reader.ts";
import { type OutputTarget, openOutput, refuseFolder } from "./output.ts";
import { readExports } from "./read-exports.ts";
import { showNotes } from "./terminal.ts";

/** What a command was asked for. */
export interface Request<Options> {
  readonly exports: readonly string[];
  readonly options: Options;
  /** The options as they were written. */
  readonly written: WrittenLine;
  readonly context: CliContext;
}

/** What a command makes of a history: what to write, and what to say about it. */
export interface Result {
  readonly chunks: Chunks;
  /** The records in it; left out where it is no table of data. */
  readonly rows?: number | undefined;
  /** Files of their own that options asked for, to be written after the result. */
  readonly companions?: readonly CompanionFile[];
  readonly notes: readonly Note[];
}

/** A file that goes with a result; its target was opened before the exports were read. */
export interface CompanionFile {
  readonly target: OutputTarget;
  readonly chunks: Chunks;
}

/** A result that only waits for the exports: its options are checked, and the files they name are loaded. */
export interface Preparation {
  /** Columns of the exports to carry along for it. */
  readonly keep?: readonly string[] | undefined;
  /** The option that names them, for messages. Default: `--keep`. */
  readonly keepOption?: string | undefined;
  /** Says what else such an option takes, where the exports lack a column of that name. */
  readonly missingColumn?: (error: MissingColumnError) => InputError;
  /** Whether it needs line items and what orders say beside their money. */
  readonly lines?: boolean | undefined;
  /** What the reading carries along of who the buyers are. */
  readonly contacts?: ContactOptions | undefined;
  /** Whether it shows the ids of orders. */
  readonly orderIds?: boolean | undefined;
  /** Set where it needs no single orders: purchases may then be added up while they are read. */
  readonly addUp?: AddUpOptions | undefined;
  /** Whether it needs the SHA-256 of each file. */
  readonly hashFiles?: boolean | undefined;
  /** Whether it shows how far amounts agree with other columns. */
  readonly checkAmounts?: boolean | undefined;
  /** Whether days that its options name are its own, and leave no order out. */
  readonly wholeHistory?: boolean | undefined;
  /** Whether the result is about individual people: its file is then for its owner only. */
  readonly personal?: boolean;
  readonly make: (history: OrderHistory) => Result | Promise<Result>;
  /** Makes the result where a database adds up the orders; left out where it needs single orders. */
  readonly fromEngine?: ((reader: EngineReader) => Promise<Result>) | undefined;
  /** The option because of which it needs single orders. */
  readonly needsOrders?: string | undefined;
}

/**
 * Checks a command's options before anything is read, so that a wrong one costs no reading; the command prints what the
 * preparation makes, and `rfm run` makes many of one reading.
 */
export type Prepare<Options> = (request: Request<Options>) => Promise<Preparation>;

/** A command from its options to its exit: prepares, reads, makes, writes, and says what is to be said. */
export async function printResult<Options extends ReadingOptions & DestinationOptions>(
  request: Request<Options>,
  prepare: Prepare<Options>,
): Promise<void> {
  const { exports, options, context } = request;
  await refuseFolder(options.output, context);
  const {
    keep,
    keepOption = "--keep",
    lines,
    contacts,
    hashFiles,
    checkAmounts,
    orderIds = false,
    addUp,
    personal,
    make,
    wholeHistory,
    missingColumn,
  } = await prepare(request);
  const output = await openOutput(options.output, context, { personal });
  const reading = {
    ...options,
    keep,
    keepOption: () => keepOption,
    lines,
    contacts,
    hashFiles,
    checkAmounts,
    orderIds: orderIds ? "kept" : "not needed",
    addUp,
    ...(wholeHistory === true ? { since: undefined, until: undefined } : {}),
  } as const;
  const history = await readExports(exports, reading, context).catch((error: unknown) => {
    throw missingColumn === undefined ? error : toldInParts(error, missingColumn);
  });
  const { chunks, companions = [], notes } = await make(history);
  await output.write(chunks);
  for (const file of companions) await file.target.write(file.chunks);
  await showNotes(notes, context, options);
}
