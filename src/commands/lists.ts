import { join, resolve } from "node:path";
import { command, EXPORTS_ARGUMENT } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { namesEngine, needsOrders, refuseEngineOptions } from "../cli/named-engine.ts";
import { openOutput, refuseFolder } from "../cli/output.ts";
import { presentationOf } from "../cli/presentation.ts";
import { inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { realExports, realPathOf } from "../cli/refuse-overwriting.ts";
import { showNotes } from "../cli/terminal.ts";
import { UsageError } from "../errors.ts";
import { openOutputFolder } from "../files/output-folder.ts";
import { listOptions, outFolderOption } from "../options/list-options.ts";
import { flagOf, type ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import type { Language } from "../render/language/language.ts";
import { type Note, note, warning } from "../render/notes/note.ts";
import { renderTable } from "../render/tables/formats.ts";
import { listTable } from "../render/tables/list-table.ts";
import { type ListPreparation, type MadeLists, prepareLists } from "./lists/prepare-lists.ts";
import { staleLists } from "./lists/stale-lists.ts";

const EXAMPLES = `
Examples:
  rfm lists exports/ --for mailchimp,meta --out lists/ --window 12m
  rfm lists orders.csv --segment "Champions,At Risk" --holdout 10% --out lists/
  rfm lists exports/ --changes-since -1m --out changes/
  rfm lists exports/ --next-best --for mailchimp --out this-week/

A table in a database instead of files: rfm lists postgres://host/name --table orders --out lists/`;

const consumes = [
  ...engineSourceOptions,
  ...readingOptions,
  outFolderOption,
  ...listOptions,
  ...scoringOptions,
  ...outputOptions,
] as const;
type ListsOptions = ValuesOf<typeof consumes>;

export const lists = command({
  name: "lists",
  description:
    "Writes one list per segment in the import format of a mailing or advertising tool, and prints who is in each and who is left out.",
  argument: EXPORTS_ARGUMENT,
  consumes,
  help: EXAMPLES,
  run: ({ exports, options, context }) => runLists(exports, options, context),
});

async function runLists(exports: readonly string[], options: ListsOptions, context: CliContext): Promise<void> {
  if (options.out === undefined) {
    throw new UsageError(
      `${flagOf(outFolderOption)} is missing: which folder are the lists for?`,
      "for instance --out lists/",
    );
  }
  await refuseFolder(options.output, context);
  const { format, look, messageLanguage: language, resultLanguage } = await presentationOf({ options, context });
  const prepared = await prepareLists({ options, context });
  const output = await openOutput(options.output, context);
  const folder = await openOutputFolder(options.out, context);
  const { made, notes } = namesEngine(exports)
    ? await listsOfTable(exports, prepared, { options, context })
    : await listsOfFiles(exports, prepared, { options, context, folder: folder.path, language });
  refuseSameFile(made, folder.path, { "-o": options.output, "--rejects": options.rejects }, context);
  await folder.write([...made.files, ...made.controlGroups]);
  for (const file of made.companions) await file.target.write(file.chunks);
  await output.write(renderTable(listTable(made.files, resultLanguage), format, look));
  const stale = await staleLists(
    folder.path,
    [...made.files, ...made.controlGroups].map(({ path }) => path),
  );
  await showNotes(
    [
      ...notes,
      ...made.notes,
      ...(stale.length === 0 ? [] : [warning(language.words.lists.stale(options.out, stale))]),
      note(language.words.lists.written(made.files.length, options.out)),
    ],
    context,
    options,
  );
}

/** Lists, and what is to be said of where they come from. */
interface Listed {
  readonly made: MadeLists;
  readonly notes: readonly Note[];
}

async function listsOfTable(exports: readonly string[], prepared: ListPreparation, call: ListCall): Promise<Listed> {
  if (prepared.needsOrders !== undefined) throw needsOrders(exports[0] ?? "", prepared.needsOrders);
  const { readTable } = await import("../cli/engine-result.ts");
  return readTable({ exports, ...call }, prepared.fromEngine);
}

interface ListCall {
  readonly options: ListsOptions;
  readonly context: CliContext;
}

async function listsOfFiles(
  exports: readonly string[],
  { contacts, make }: ListPreparation,
  { options, context, folder, language }: ListCall & { readonly folder: string; readonly language: Language },
): Promise<Listed> {
  refuseEngineOptions(options);
  const history = await readExports(exports, { ...options, contacts }, context);
  const made = make(history);
  await refuseOverwriting(made, folder, history);
  const { asOf } = made.segmented.customers;
  const ledger = ledgerAt(history, { asOf, window: options.window, windowFor: options.windowFor });
  return { made, notes: inputNotes(history, { ledger, asOf }, language) };
}

/** A list and another output of the run cannot be one file. */
function refuseSameFile(
  { files, controlGroups }: MadeLists,
  folder: string,
  others: Readonly<Record<string, string | undefined>>,
  { cwd }: CliContext,
): void {
  for (const [flag, name] of Object.entries(others)) {
    const isList = [...files, ...controlGroups].some(
      ({ path }) => name !== undefined && resolve(cwd, name) === join(folder, path),
    );
    if (isList) throw new UsageError(`${flag} ${name} is the file of a list`, "name another file");
  }
}

/** An export is never replaced by a list made from it, also not through a link. */
async function refuseOverwriting(
  { files, controlGroups }: MadeLists,
  folder: string,
  history: OrderHistory,
): Promise<void> {
  const exports = await realExports(history);
  for (const { path } of [...files, ...controlGroups]) {
    const source = exports.get(await realPathOf(join(folder, path)));
    if (source === undefined) continue;
    throw new UsageError(`${source} is being read, and the list ${path} would replace it`, "name another --out");
  }
}
