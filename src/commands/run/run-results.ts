import type { Digest } from "../../analysis/digest/digest.ts";
import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { headlineOf } from "../../analysis/report/headline.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { membersBySegment } from "../../analysis/segments/summarise-segments.ts";
import type { DigestSets } from "../../nightly/digest-sets.ts";
import type { ExportWords } from "../../nightly/guards/export-words.ts";
import type { GuardedLists } from "../../nightly/guards/list-guards.ts";
import type { LeftTable, ManifestInput } from "../../nightly/manifest.ts";
import type { SetFile } from "../../nightly/staged-set.ts";
import type { Note } from "../../render/notes/note.ts";
import type { MadeOutput, PreparedOutput } from "./output-kind.ts";
import type { RunPlan } from "./run-plan.ts";

/** Everything that a run finds out before it writes, of exports or of a table in a database. */
export interface RunResults extends RunTotals {
  readonly asOf: number;
  readonly ledger: Ledger;
  /** How many rows could not be read. */
  readonly rejects: number;
  readonly newestDay: number;
  /** Code or symbol of the money; empty where nothing names it. */
  readonly currency: string;
  readonly hasMoney: boolean;
  readonly words: ExportWords;
  readonly notes: readonly OutputNote[];
  /** How many files were read; or the table that was, as messages name it. */
  readonly source: { readonly files: number } | { readonly table: string };
  /** What was read, for the manifest. */
  readonly inputs: () => Promise<readonly ManifestInput[]>;
  /** Fails where what was read has changed meanwhile, in a database that does not keep it for a run. */
  readonly confirm: () => Promise<void>;
  readonly make: (output: PreparedOutput) => Promise<MadeOutput>;
  /** What changed since the last set. */
  readonly digest: (sets: DigestSets) => Promise<Digest>;
}

/** The customers as the guards, the manifest and the log have them. */
export interface RunTotals {
  readonly scheme: string;
  readonly customers: number;
  /** What they have spent, as the report's headline has it. */
  readonly revenue: bigint;
  /** Customers by segment, in the scheme's order. */
  readonly segments: readonly (readonly [segment: string, customers: number])[];
}

/** What is to be said about one output of a run. */
export interface OutputNote extends Note {
  /** The output that says it first; `null` for the reading. */
  readonly output: string | null;
}

/** The totals of the customers of a run. */
export function totalsOf(segmented: SegmentedCustomers): RunTotals {
  const members = membersBySegment(segmented);
  return {
    scheme: segmented.scheme.name,
    customers: segmented.customers.length,
    revenue: headlineOf(segmented.customers).revenue,
    segments: segmented.scheme.segments.map(({ name }, index) => [name, members[index]?.length ?? 0] as const),
  };
}

/** All outputs of a run, before they are written. */
export interface MadeOutputs {
  readonly files: readonly SetFile[];
  readonly notes: readonly OutputNote[];
  readonly lists: readonly GuardedLists[];
  /** Leaves the tables that outputs make in the database, each in one step. */
  readonly leave: readonly (() => Promise<LeftTable>)[];
}

/** Makes every output of a run of the one reading. */
export async function makeOutputs({ outputs }: RunPlan, { make }: RunResults): Promise<MadeOutputs> {
  const [files, notes, lists]: [SetFile[], OutputNote[], GuardedLists[]] = [[], [], []];
  const leave: (() => Promise<LeftTable>)[] = [];
  for (const output of outputs) {
    const made = await make(output);
    files.push(...made.files);
    notes.push(...made.notes.map((note) => ({ ...note, output: output.place })));
    if (made.lists !== undefined) lists.push(made.lists);
    if (made.leave !== undefined) leave.push(made.leave);
  }
  return { files, notes, lists, leave };
}
