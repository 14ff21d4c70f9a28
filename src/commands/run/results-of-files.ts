import { digestOf, digestOfCustomers } from "../../analysis/digest/digest.ts";
import { segmentCustomers } from "../../analysis/segments/segment-customers.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { CliContext } from "../../cli/context.ts";
import { asOfDay, inputNotes, ledgerAt, readWithProgress } from "../../cli/read-exports.ts";
import { segmentOptions } from "../../cli/scoring.ts";
import { InputError, type MissingColumnError } from "../../errors.ts";
import { toldInParts } from "../../exports/told-together.ts";
import type { ExportWords } from "../../nightly/guards/export-words.ts";
import { manifestInputs, type NamedFile, refuseOwnFolder } from "../../nightly/run-inputs.ts";
import { checkRejects } from "../../orders/reject-limit.ts";
import type { Understanding } from "../../orders/understanding.ts";
import type { RunPlan } from "./run-plan.ts";
import { type RunResults, totalsOf } from "./run-results.ts";

/** The exports of a run, and where it writes. */
export interface RunFiles {
  readonly exports: readonly string[];
  readonly namedFiles: readonly NamedFile[];
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly plan: RunPlan;
  readonly context: CliContext;
}

/** Reads the exports once, and scores the customers. */
export async function resultsOfFiles({ exports, namedFiles, folder, plan, context }: RunFiles): Promise<RunResults> {
  const { reading, scoring, options, outputs, retention } = plan;
  const history = await readWithProgress(exports, reading, { options: { color: true }, context }).catch(
    (error: unknown) => {
      throw toldInParts(error, (missing) => ofOutput(missing, outputs));
    },
  );
  const { orders, understanding, rejects } = history;
  checkRejects(history, reading.maxRejects);
  refuseOwnFolder(understanding.files, folder);
  const at = segmentOptions(history, scoring);
  const segmented = segmentCustomers(orders, at);
  const ledger = ledgerAt(history, at);
  const asOf = asOfDay(history, options);
  return {
    ...totalsOf(segmented),
    asOf,
    ledger,
    rejects: rejects.length,
    newestDay: orders.lastDay,
    currency: understanding.currency,
    hasMoney: orders.hasMoney !== false,
    words: exportWords(understanding),
    notes: inputNotes(history, { ledger, asOf }, scoring.languages.messageLanguage).map((note) => ({
      ...note,
      output: null,
    })),
    source: { files: understanding.files.length },
    inputs: () => manifestInputs(understanding.files, namedFiles, context.cwd),
    confirm: async () => {},
    make: (output) => output.make(history),
    digest: async (sets) => {
      const [segmentedNow, options] = [segmentCustomers(orders, at), { ...at, ...retention, ...sets }];
      const hasOrders = orders.customers === undefined;
      return hasOrders ? digestOf(orders, segmentedNow, options) : digestOfCustomers(segmentedNow, options);
    },
  };
}

/** A column that an output wants and the exports lack, as the output's own command says it. */
export function ofOutput(error: MissingColumnError, outputs: RunPlan["outputs"]): InputError {
  const output = outputs.find(({ keep }) => keep.includes(error.column));
  if (output?.missingColumn === undefined) return error;
  const { message, hint } = output.missingColumn(error);
  return new InputError(`${output.place}: ${message}`, { hint });
}

/** The statuses, columns and currencies of all exports. */
function exportWords({ files, statuses, currency, currencies }: Understanding): ExportWords {
  return {
    statuses: sortedWords(statuses.map(({ status }) => status)),
    columns: sortedWords(files.flatMap(({ layout }) => layout.header)),
    currencies: sortedWords([currency, ...currencies.map((money) => money.currency)]),
  };
}

/** Each word once, by code unit, without blank ones. */
export function sortedWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word) => word.trim() !== ""))].sort(compareCodeUnits);
}
