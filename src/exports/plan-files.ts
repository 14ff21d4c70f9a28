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
import { refuseTwoReadings } from "./conditions/cell-condition.ts";
import { NO_COLUMN } from "./detect/columns/columns.ts";
import { type ContactOptions, type ContactPlan, planContacts } from "./detect/contacts/contact-columns.ts";
import { type ColumnProfile, profileColumns } from "./detect/formats/column-profile.ts";
import { askFormats, type Formats } from "./detect/formats/resolve-formats.ts";
import { namedColumn, namedColumnOfTable, optionColumn } from "./detect/header/named-columns.ts";
import { isOwnOrdersFile } from "./detect/header/own-orders.ts";
import type { Layout, LayoutOptions } from "./detect/layout.ts";
import { comparedColumns } from "./detect/names/source-key.ts";
import { earlyQuestions } from "./early-questions.ts";
import type { FilePlan } from "./file-plan.ts";
import { isOfOrders, type JoinedFile } from "./join/joined-file.ts";
import type { JoinOptions } from "./join/plan-tables.ts";
import { type LaidOut, layoutsOrTables, refuseUnknownConditions, tableFilter } from "./layouts-or-tables.ts";
import { lineExclusion } from "./line-exclusion.ts";
import type { LineFile } from "./lines/line-columns.ts";
import { NO_LINES, planLines } from "./lines/plan-lines.ts";
import { type FilterOptions, rowFilter } from "./row-filter.ts";
import { OpenQuestions } from "./told-together.ts";

export interface PlanOptions extends JoinOptions, FilterOptions {
  /** IANA name of the zone whose calendar days are meant; without it, the day as written. */
  readonly timeZone?: string | undefined;
  /** Joins customers whose id and e-mail stand in one row; on by itself where files of several platforms are read. */
  readonly linkCustomers?: boolean | undefined;
  /** Columns of the exports to carry along with every order, by their header names. */
  readonly keep?: readonly string[] | undefined;
  /** Which option named such a column, for messages. Default: `--keep`. */
  readonly keepOption?: ((name: string) => string) | undefined;
  /** Reads line items and what orders say beside their money, customer and day, too. */
  readonly lines?: boolean | undefined;
  /** Reads who the buyers are, too; an empty object for the columns that are known by their names. */
  readonly contacts?: ContactOptions | undefined;
}

/**
 * Finds out how each file is to be read. Files are looked at one by one, and what one leaves open the others of its source
 * may settle. Where one cannot be read as orders, they may be tables that belong together; files of folders that such
 * tables do not need get no plan.
 *
 * @throws InputError with the name of the first file that cannot be understood
 */
export async function planFiles(found: readonly InputFile[], options: PlanOptions): Promise<readonly FilePlan[]> {
  const { inputs, layouts, joined } = await layoutsOrTables(found, options);
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
    return {
      source: input.source,
      path: input.path,
      layout,
      formats: formats[file] as Formats,
      file,
      origin: origins[file] as number,
      compared: compared[file] ?? null,
      comparesValues: comparesValues(layouts, filesOf.get(origins[file] as number) ?? []),
      mayOverlap: (filesOf.get(origins[file] as number) ?? []).length > 1,
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

/** Where the kept columns stand in each file; at least one file must have each of them. */
export function keptColumns(
  inputs: readonly InputFile[],
  { layouts, joined }: Pick<LaidOut, "layouts" | "joined">,
  { keep: names = [], keepOption = () => "--keep" }: Pick<PlanOptions, "keep" | "keepOption">,
): readonly (readonly (number | null)[])[] {
  for (const name of names) {
    if (layouts.some(({ header }) => namedColumn(header, name) !== null)) continue;
    const first = { fileName: inputs[0]?.source.name ?? "", header: layouts[0]?.header ?? [] };
    optionColumn(first, name, keepOption(name));
  }
  return layouts.map(({ header }, file) => {
    const isOrders = isOfOrders({ joined: joined?.[file] ?? null });
    return names.map((name) => namedColumnOfTable(header, name, { isOrders }));
  });
}

/** Where the contact columns stand in each file; nowhere unless contacts are asked for. */
export function contactPlan(
  inputs: readonly InputFile[],
  { layouts, joined }: Pick<LaidOut, "layouts" | "joined">,
  options: ContactOptions | undefined,
): ContactPlan {
  if (options === undefined) return { slots: [], columns: [] };
  const files = layouts.map(({ header, preset, columns: { customer, refundCustomer } }, file) => ({
    fileName: inputs[file]?.source.name ?? "",
    isOrders: isOfOrders({ joined: joined?.[file] ?? null }),
    header: joined?.[file]?.role === "amounts" || joined?.[file]?.role === "lines" ? [] : header, // products have names, too
    preset,
    otherKeys: [...customer.slice(1), ...(refundCustomer ?? [])].flatMap((columns) =>
      columns.length === 1 ? columns : [],
    ),
  }));
  return planContacts(files, options);
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

/** Numbers the sources: files of one platform's layout, or with the same columns for what is needed, are one. */
function originsOf(layouts: readonly Layout[]): readonly number[] {
  const known = new Map<string, number>();
  return layouts.map(({ platform }) => {
    const origin = known.get(platform) ?? known.size;
    known.set(platform, origin);
    return origin;
  });
}

/** Whether files of one source are compared by what their cells mean: where one of several has cells with types. */
function comparesValues(layouts: readonly Layout[], files: readonly number[]): boolean {
  return files.length > 1 && files.some((file) => layouts[file]?.table !== null);
}

/** The files that share a key, by their index. */
function filesByKey<Key>(keys: readonly Key[]): ReadonlyMap<Key, readonly number[]> {
  const files = new Map<Key, number[]>();
  for (const [file, key] of keys.entries()) {
    const known = files.get(key);
    if (known === undefined) files.set(key, [file]);
    else known.push(file);
  }
  return files;
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

/** Resolves the formats, pooled over files of one platform or, of unknown make, with the same header line. */
async function resolveAll(
  inputs: readonly InputFile[],
  { layouts, origins, options }: { layouts: readonly Layout[]; origins: readonly number[]; options: PlanOptions },
): Promise<readonly Formats[]> {
  const questions = { dates: options.dateFormat === undefined, numbers: options.decimal === undefined };
  const profiles: ColumnProfile[] = [];
  for (const [file, input] of inputs.entries()) {
    const layout = layouts[file] as Layout;
    const dates = questions.dates && layout.columns.date !== NO_COLUMN;
    profiles.push(await profileColumns(input.source, layout, { ...questions, dates }));
  }
  const formats: Formats[] = [];
  const open = new OpenQuestions();
  const pools = layouts.map(({ preset, header }, file) => (preset === null ? header.join("\u0000") : origins[file]));
  for (const files of filesByKey(pools).values()) {
    const named = files.map((file) => ({
      name: inputs[file]?.source.name ?? "",
      profile: profiles[file] as ColumnProfile,
      platformOrder: layouts[file]?.preset?.dateOrder ?? null,
    }));
    const resolved = askFormats(named, options, open);
    for (const [index, file] of files.entries()) formats[file] = resolved[index] as Formats;
  }
  if (open.isOpen) {
    for (const [file, { preset }] of layouts.entries()) {
      const name = inputs[file]?.source.name ?? "";
      for (const { text, hint } of earlyQuestions({ ...(profiles[file] as ColumnProfile), preset }, options)) {
        open.ask(name, new InputError(`${name}: ${text}`, { hint }));
      }
    }
  }
  open.refuse();
  return formats;
}

/** The error for exports that have a header and nothing below it. */
export function refuseNoRows(plans: readonly FilePlan[]): InputError {
  const names = plans.map((plan) => plan.source.name).join(", ");
  return new EmptyInputError(`${names}: only a header, no rows`, {
    hint: "export again with a range of dates that has orders",
  });
}
