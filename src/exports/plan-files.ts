/*
 * The room of exports: what a file means. detect/ finds its layout, formats and columns, with what says so; platforms/ holds
 * what is known of each shop system, as data; values/ reads dates, numbers and statuses; companions/ the files beside the
 * exports. The outcome is one FilePlan per file: orders/ reads the rows by it.
 */

import { peekHeader } from "../csv/detect/sample.ts";
import { EmptyInputError, InputError } from "../errors.ts";
import type { InputFile, PassedOver } from "../files/find-inputs.ts";
import { beginningOf } from "../typed/beginning.ts";
import { holdsRecords, isJson, keysOfFirst } from "../typed/json/json-form.ts";
import { isOwnTable } from "../typed/open-tables.ts";
import { withAllProblems } from "./all-problems.ts";
import { refuseTwoReadings } from "./conditions/cell-condition.ts";
import type { Formats } from "./detect/formats/resolve-formats.ts";
import { isOwnOrdersFile } from "./detect/header/own-orders.ts";
import type { Layout, LayoutOptions } from "./detect/layout.ts";
import { comparedColumns } from "./detect/names/source-key.ts";
import type { FilePlan } from "./file-plan.ts";
import { filesByKey, originsOf, resolveAll } from "./formats-of-files.ts";
import { areNumberedByFile, type JoinedFile } from "./join/joined-file.ts";
import { type LaidOut, layoutsOrTables, refuseUnknownConditions, tableFilter } from "./layouts-or-tables.ts";
import { lineExclusion } from "./line-exclusion.ts";
import type { LineFile } from "./lines/line-columns.ts";
import { NO_LINES, planLines } from "./lines/plan-lines.ts";
import { contactPlan, keptColumns } from "./named-in-files.ts";
import type { PlanOptions } from "./plan-options.ts";
import { type FilterOptions, rowFilter } from "./row-filter.ts";

/**
 * Finds out how each file is to be read. Files are looked at one by one, and what one leaves open the others of its source
 * may settle. Where one cannot be read as orders, they may be tables that belong together; files of folders that such
 * tables do not need get no plan.
 *
 * @throws InputError with all that is not clear about the files, and every option that does not fit them
 */
export async function planFiles(found: readonly InputFile[], options: PlanOptions): Promise<readonly FilePlan[]> {
  try {
    const plans = await planClearFiles(found, options);
    options.refuseIdle?.(plans);
    return plans;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw await withAllProblems(error, found, options);
  }
}

async function planClearFiles(found: readonly InputFile[], options: PlanOptions): Promise<readonly FilePlan[]> {
  const { inputs, layouts, joined } = await layoutsOrTables(found, options);
  if (options.numbering === "per-file" && !areNumberedByFile((joined ?? []).map((own) => ({ joined: own })))) {
    throw sharedByTables();
  }
  const origins = joined === null ? originsOf(layouts) : layouts.map(() => 0);
  const compared = comparedInSources(layouts, joined === null ? origins : joined.map(({ table }) => table));
  const formats = await resolveAll(inputs, { layouts, origins, options });
  const kept = keptColumns(inputs, { layouts, joined }, options);
  if (joined !== null) refuseUnknownConditions(inputs, { layouts, joined }, options);
  const contacts = contactPlan(inputs, { layouts, joined }, options.contacts);
  const lines = options.lines === true ? planLines(lineFiles({ layouts, joined })) : NO_LINES;
  const named = inputs.map(({ source }, file) => ({ name: source.name, formats: formats[file] as Formats }));
  refuseTwoReadings(options.where ?? [], named, "--where");
  refuseTwoReadings(options.excludeLines ?? [], named, "--exclude-lines");
  const noteLinks = options.linkCustomers ?? new Set(origins).size > 1;
  const filesOf = filesByKey(origins);
  return inputs.map((input, file): FilePlan => {
    const layout = layouts[file] as Layout;
    const mayOverlap = (filesOf.get(origins[file] as number) ?? []).length > 1;
    return {
      source: input.source,
      path: input.path,
      layout,
      formats: formats[file] as Formats,
      file,
      origin: origins[file] as number,
      numbering: options.numbering === "per-file" ? file : (origins[file] as number),
      compared: compared[file] ?? null,
      comparesValues: comparesValues(layouts, filesOf.get(origins[file] as number) ?? []),
      mayOverlap,
      hashesRows: mayOverlap && (options.hashesRows !== false || !areToldByIds(layout)),
      joined: joined?.[file] ?? null,
      zone: { to: options.timeZone ?? null, from: layout.preset?.dateZone ?? null },
      noteLinks,
      kept: [...(kept[file] ?? []), ...(lines.columns[file] ?? []), ...(contacts.columns[file] ?? [])],
      lines: lines.roles,
      contacts: contacts.slots,
      filter:
        joined === null
          ? checkedFilter(input, { layout, formats: formats[file] as Formats }, options)
          : tableFilter(layouts[file] as Layout, joined[file] as JoinedFile, options),
    };
  });
}

function sharedByTables(): InputError {
  return new InputError("--numbering per-file cannot be used with tables that are joined by order ids", {
    hint: "leave it out; where each month's tables start their order ids again, read each month on its own with rfm orders, and then those files together",
  });
}

/** The files as line items see them: a table beside the orders may be a known one. */
function lineFiles({ layouts, joined }: Pick<LaidOut, "layouts" | "joined">): readonly LineFile[] {
  return layouts.map((layout, file) => ({ ...layout, lines: joined?.[file]?.lines ?? null }));
}

/** The filter's options, which name columns that the file has, and bounds that can be compared. */
function checkedFilter(
  { source }: InputFile,
  { layout, formats }: { readonly layout: Layout; readonly formats: Formats },
  { since, until, where, excludeLines }: PlanOptions,
): FilterOptions {
  const file = { fileName: source.name, header: layout.header, date: layout.columns.date, formats };
  rowFilter(file, { where });
  lineExclusion(file, excludeLines);
  return { since, until, where, excludeLines };
}

/**
 * Passes over this program's own files in folders; `rfm orders` files that the user names are exports like any other.
 *
 * @param isOwnOutput whether a header is that of another of this program's files
 */
export async function withoutOwnOutputs(
  inputs: readonly InputFile[],
  passedOver: readonly PassedOver[],
  isOwnOutput: NonNullable<LayoutOptions["isOwnOutput"]> = () => false,
): Promise<{ inputs: readonly InputFile[]; passedOver: readonly PassedOver[] }> {
  const kept: InputFile[] = [];
  const others: PassedOver[] = [];
  for (const input of inputs) {
    const why = input.named ? null : await whyPassOver(input, isOwnOutput);
    if (why === null) kept.push(input);
    else others.push({ name: input.source.name, why });
  }
  if (kept.length > 0) return { inputs: kept, passedOver: [...passedOver, ...others] };
  const isOwn = others.every(({ why }) => why === "own output");
  const found = isOwn ? "files that this program wrote" : "files that are no order exports";
  throw new EmptyInputError(`no exports to read: the folder only has ${found}`, {
    hint: "name the exports' folder, or a file of rfm orders by its own name",
  });
}

async function whyPassOver(
  { source }: InputFile,
  isOwnOutput: NonNullable<LayoutOptions["isOwnOutput"]>,
): Promise<PassedOver["why"] | null> {
  if (await isOwnTable(source)) return "own output";
  const { text } = await beginningOf(source);
  if (isJson(text)) {
    if (isOwnOutput(keysOfFirst(text))) return "own output";
    return holdsRecords(text) || !/\.json(\.gz)?$/i.test(source.name) ? null : "no export name";
  }
  const header = await peekHeader(source);
  return header !== null && (isOwnOrdersFile(header) || isOwnOutput(header)) ? "own output" : null;
}

/** Whether rows that other files repeat are told by their order ids, as far as the columns say: each is an order's total. */
function areToldByIds({ columns: { order, amount } }: Layout): boolean {
  return order.length > 0 && amount.kind === "sum" && amount.per !== "line";
}

/** Whether files of one source are compared by what their cells mean: where one of several has cells with types. */
function comparesValues(layouts: readonly Layout[], files: readonly number[]): boolean {
  return files.length > 1 && files.some((file) => layouts[file]?.table !== null);
}

/** For each file, the columns by which its rows are compared with those of other files of its source. */
function comparedInSources(
  layouts: readonly Layout[],
  origins: readonly number[],
): readonly (readonly number[] | null)[] {
  const compared: (readonly number[] | null)[] = layouts.map(() => null);
  for (const files of filesByKey(origins).values()) {
    const columns = comparedColumns(files.map((file) => layouts[file]?.header ?? []));
    for (const [index, file] of files.entries()) compared[file] = columns[index] ?? null;
  }
  return compared;
}

/** The error for exports that have a header and nothing below it. */
export function refuseNoRows(plans: readonly FilePlan[]): InputError {
  const names = plans.map((plan) => plan.source.name).join(", ");
  return new EmptyInputError(`${names}: only a header, no rows`, {
    hint: "export again with a range of dates that has orders",
  });
}
