import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { headlineOf } from "../../analysis/report/headline.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { membersBySegment } from "../../analysis/segments/summarise-segments.ts";
import type { CliContext } from "../../cli/context.ts";
import { asOfDay, inputNotes, ledgerAt, readWithProgress } from "../../cli/read-exports.ts";
import { segmentOptions } from "../../cli/scoring.ts";
import { InputError, MissingColumnError } from "../../errors.ts";
import type { GuardedLists } from "../../nightly/guards/list-guards.ts";
import type { SetFile } from "../../nightly/staged-set.ts";
import type { OrderHistory } from "../../orders/history.ts";
import { checkRejects } from "../../orders/reject-limit.ts";
import type { Note } from "../../render/notes/note.ts";
import type { RunPlan } from "./run-plan.ts";

/** Everything that a run finds out before it writes. */
export interface RunResults {
  readonly history: OrderHistory;
  readonly asOf: number;
  readonly ledger: Ledger;
  readonly scheme: string;
  readonly customers: number;
  /** What they have spent, as the report's headline has it. */
  readonly revenue: bigint;
  /** Customers by segment, in the scheme's order. */
  readonly segments: readonly (readonly [segment: string, customers: number])[];
  readonly notes: readonly OutputNote[];
}

/** Reads the exports once, and scores the customers. */
export async function readForRun(
  exports: readonly string[],
  { reading, scoring, options, outputs }: RunPlan,
  context: CliContext,
): Promise<RunResults> {
  const history = await readWithProgress(exports, reading, { options: { color: true }, context }).catch(
    (error: unknown) => {
      throw error instanceof MissingColumnError ? ofOutput(error, outputs) : error;
    },
  );
  checkRejects(history, reading.maxRejects);
  const at = segmentOptions(history, scoring);
  const segmented = segmentCustomers(history.orders, at);
  const members = membersBySegment(segmented);
  const ledger = ledgerAt(history, at);
  const asOf = asOfDay(history, options);
  return {
    history,
    asOf,
    ledger,
    scheme: segmented.scheme.name,
    customers: segmented.customers.length,
    revenue: headlineOf(segmented.customers).revenue,
    segments: segmented.scheme.segments.map(({ name }, index) => [name, members[index]?.length ?? 0] as const),
    notes: inputNotes(history, { ledger, asOf }, scoring.languages.messageLanguage).map((note) => ({
      ...note,
      output: null,
    })),
  };
}

/** A column that an output wants and the exports lack, as the output's own command says it. */
export function ofOutput(error: MissingColumnError, outputs: RunPlan["outputs"]): InputError {
  const output = outputs.find(({ keep }) => keep.includes(error.column));
  if (output?.missingColumn === undefined) return error;
  const { message, hint } = output.missingColumn(error);
  return new InputError(`${output.place}: ${message}`, { hint });
}

/** What is to be said about one output of a run. */
export interface OutputNote extends Note {
  /** The output that says it first; `null` for the reading. */
  readonly output: string | null;
}

/** All outputs of a run, before they are written. */
export interface MadeOutputs {
  readonly files: readonly SetFile[];
  readonly notes: readonly OutputNote[];
  readonly lists: readonly GuardedLists[];
}

/** Makes every output of a run of the one reading. */
export async function makeOutputs({ outputs }: RunPlan, history: OrderHistory): Promise<MadeOutputs> {
  const [files, notes, lists]: [SetFile[], OutputNote[], GuardedLists[]] = [[], [], []];
  for (const output of outputs) {
    const made = await output.make(history);
    files.push(...made.files);
    notes.push(...made.notes.map((note) => ({ ...note, output: output.place })));
    if (made.lists !== undefined) lists.push(made.lists);
  }
  return { files, notes, lists };
}
