/*
 * Detection: what a file's beginning says of it. layout.ts asks in order: the header, the platform, the columns, the formats;
 * each folder holds one question, and keeps the evidence of its answer.
 */

import type { StrayBytes } from "../../csv/detect/stray-bytes.ts";
import type { Dialect } from "../../csv/records.ts";
import { InputError, UsageError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { tableOf } from "../../typed/typed-table.ts";
import { PRESETS } from "../platforms/index.ts";
import type { Preset } from "../platforms/preset.ts";
import { presetNamed, recognisePreset } from "../platforms/recognise.ts";
import { isWithoutMoney } from "./amounts/without-money.ts";
import { type FileBeginning, type TableFacts, type TextOptions, textBeginning, typedBeginning } from "./beginnings.ts";
import { type ColumnEvidence, columnEvidence } from "./columns/column-evidence.ts";
import type { ColumnOptions, ColumnRoles } from "./columns/columns.ts";
import { genericColumns } from "./columns/generic-columns.ts";
import { presetColumns } from "./columns/preset-columns.ts";
import { isKeyedByName } from "./customers/customer-columns.ts";
import { columnsHint, columnsInOrder } from "./header/columns-in-order.ts";
import { headerRecord, looksLikeRow } from "./header/header.ts";
import type { HeaderSample, OwnIds } from "./header/header-sample.ts";
import { columnOf } from "./header/named-columns.ts";
import { isOwnOrdersFile, ownOrdersColumns } from "./header/own-orders.ts";
import { isOrderList } from "./names/line-lists.ts";
import { sourceKey } from "./names/source-key.ts";

export interface LayoutOptions extends ColumnOptions, TextOptions {
  /** A preset's name; `generic` for none. */
  readonly preset?: string | undefined;
  /** The roles of the columns of a file without a header, in their order. */
  readonly columns?: readonly string[] | undefined;
  /** Whether a header is that of a result which this program wrote, and no export. */
  readonly isOwnOutput?: ((header: readonly string[]) => boolean) | undefined;
  /** Gives the columns their roles instead of the names and values; for tables that are none of orders. */
  readonly rolesOf?: ((sample: HeaderSample) => ColumnRoles) | undefined;
}

/** How one file is built: its dialect, its header and where each column stands. */
export interface Layout {
  /** Of no meaning for a table with types. */
  readonly dialect: Dialect;
  /** What is known of a table with types; `null` for delimited text. */
  readonly table: TableFacts | null;
  readonly encodingEvidence: string;
  /** Bytes that are none of UTF-8, where the text is read as such; `null` where there are none. */
  readonly strays: StrayBytes | null;
  /** False where the encoding was told by the beginning of the file: whoever reads it must look at the rest. */
  readonly isVerified: boolean;
  readonly delimiterEvidence: string;
  /** Records before the first row: titles, blank lines, a `sep=` line, and the header where there is one. */
  readonly recordsBeforeRows: number;
  /** The physical line of the header, or its row in a sheet; `null` where no record is a header. */
  readonly headerLine: number | null;
  readonly header: readonly string[];
  readonly columns: ColumnRoles;
  readonly columnEvidence: ColumnEvidence;
  /** Whether nothing but a name tells customers apart. */
  readonly isKeyedByName: boolean;
  /** What is known of the platform; `null` for files of unknown make. */
  readonly preset: Preset | null;
  /** Files of one source are one history: of one platform's layout, or with the same columns for what is needed. */
  readonly platform: string;
}

/** The platform name of this program's own `rfm orders` files, whose rows are whole orders. */
export const OWN_ORDERS = "rfm orders";

/**
 * Finds out how a file is built by reading all of its bytes once and its first records.
 *
 * @throws InputError where it is no text, has no header, or is an export without what is needed; MissingColumnError where
 * a needed column is not found; UsageError for a preset that does not exist
 */
export async function detectLayout(source: ByteSource, options: LayoutOptions): Promise<Layout> {
  const table = tableOf(source);
  const beginning = table === null ? await textBeginning(source, options) : await typedBeginning(table);
  const { dialect, encodingEvidence, strays, isVerified, delimiterEvidence, table: facts } = beginning;
  const common = { dialect, encodingEvidence, strays, isVerified, delimiterEvidence, table: facts };
  if (options.columns !== undefined)
    return {
      ...common,
      ...headerless(beginning, { names: options.columns, fileName: source.name, hasMoney: !isWithoutMoney(options) }),
    };
  const { header, rows, ...place } = headerOf(beginning, source.name);
  const headerSample = { fileName: source.name, header, rows, ownIds: ownIdsOf(header, facts) };
  const understood = understand(headerSample, options);
  const isByName = understood.platform !== OWN_ORDERS && isKeyedByName(headerSample, understood.columns.customer);
  return {
    ...common,
    dialect: understood.preset?.quoting === "off" ? { ...dialect, quoting: false } : dialect,
    ...place,
    header,
    ...understood,
    isKeyedByName: isByName,
    columnEvidence: columnEvidence(header, understood.columns, { options, preset: understood.preset, isByName }),
  };
}

/** A record with lists inside, or in a list of orders, is a thing of its own, whose `id` is its own, too; and so is each element of a list. */
function ownIdsOf(header: readonly string[], table: TableFacts | null): OwnIds | null {
  if (table === null) return null;
  const { inside, lists, sheet, kind } = table;
  const isOrder = kind === "json" && isOrderList(sheet);
  if (inside === undefined && lists.length === 0 && !isOrder) return null;
  return {
    record: columnOf(header, ["id", "_id"]),
    element: inside === undefined ? null : columnOf(header, [`${inside.list}.id`, `${inside.list}._id`]),
    firstOfElements: inside?.firstColumn ?? header.length,
    areOrders: inside !== undefined && isOrderList(inside.list),
  };
}

/** The header, where it stands, and the first rows below it. */
function headerOf(
  { records, names, separatorLine }: FileBeginning,
  fileName: string,
): Pick<Layout, "header" | "recordsBeforeRows" | "headerLine"> & { readonly rows: readonly (readonly string[])[] } {
  if (names !== null)
    return { header: names, rows: records.map(({ cells }) => cells), recordsBeforeRows: 0, headerLine: null };
  const { index, line } = headerRecord(records, separatorLine ? 1 : 0);
  const header = records[index]?.cells ?? [];
  if (header.every((cell) => cell.trim() === "")) {
    throw new InputError(`${fileName}: no header was found: the first rows are blank`, {
      hint: "export the orders again",
    });
  }
  const rows = records.slice(index + 1).map(({ cells }) => cells);
  return { header, rows, recordsBeforeRows: index + 1, headerLine: line };
}

function understand(
  sample: { fileName: string; header: readonly string[]; rows: readonly (readonly string[])[] },
  options: LayoutOptions,
): Pick<Layout, "columns" | "preset" | "platform"> {
  const { header } = sample;
  if (options.rolesOf !== undefined) return { columns: options.rolesOf(sample), preset: null, platform: "" };
  if (options.table === "customers") {
    const columns = genericColumns(sample, options);
    return { columns, preset: null, platform: sourceKey(header, columns) };
  }
  if (options.preset === undefined && isOwnOrdersFile(header)) {
    return { columns: ownOrdersColumns(options, sample.fileName), preset: null, platform: OWN_ORDERS };
  }
  if (options.isOwnOutput?.(header) === true) {
    throw new InputError(`${sample.fileName}: this was written by rfm: a result, not an export`, {
      hint: "name the exports themselves, or a file that rfm orders wrote; --table customers scores the customers of an rfm score file anew",
    });
  }
  const preset = choosePreset(header, options.preset);
  if (preset === null && looksLikeRow(header)) {
    throw new InputError(`${sample.fileName}: there seems to be no header: the first row has values, not names`, {
      hint: columnsHint(sample),
    });
  }
  if (preset === null) {
    const columns = genericColumns(sample, options);
    return { columns, preset: null, platform: sourceKey(header, columns) };
  }
  if (preset.refusal !== undefined && options.customer === undefined) {
    throw new InputError(`${sample.fileName}: this is ${preset.title}: ${preset.refusal.why}`, {
      hint: preset.refusal.instead,
    });
  }
  return { columns: presetColumns(sample, preset, options), preset, platform: preset.name };
}

function choosePreset(header: readonly string[], name: string | undefined): Preset | null {
  if (name === undefined) return recognisePreset(header);
  if (name === "generic") return null;
  const preset = presetNamed(name);
  if (preset !== null) return preset;
  const names = PRESETS.map((known) => known.name).join(", ");
  throw new UsageError(`--preset ${name}: unknown preset`, `the presets are generic, ${names}`);
}

/** The layout of a file whose first record is a row already; the user names the columns in their order. */
function headerless(
  { records, separatorLine }: FileBeginning,
  {
    names,
    fileName,
    hasMoney,
  }: { readonly names: readonly string[]; readonly fileName: string; readonly hasMoney: boolean },
): Omit<Layout, "dialect" | "table" | "encodingEvidence" | "strays" | "delimiterEvidence" | "isVerified"> {
  const rows = records.map(({ cells }) => cells).slice(separatorLine ? 1 : 0);
  const columns = columnsInOrder(names, { fileName, rows, hasMoney });
  const width = Math.max(names.length, ...rows.map((cells) => cells.length).slice(0, 1));
  const header = Array.from({ length: width }, (_, index) => names[index] ?? `column ${index + 1}`);
  return {
    recordsBeforeRows: separatorLine ? 1 : 0,
    headerLine: null,
    header,
    columns,
    columnEvidence: {},
    isKeyedByName: isKeyedByName({ fileName, header, rows }, columns.customer),
    preset: null,
    platform: `columns ${names.join(",")}`,
  };
}
