/*
 * The room typed: files whose cells have types, beside delimited text. JSON records, workbooks and Parquet files become a
 * TypedTable each, whose cells give their text in one plain form. It knows nothing of orders. `openTables` is the way in.
 */
import { UsageError } from "../errors.ts";
import type { ByteSource } from "../files/byte-source.ts";
import type { InputFile } from "../files/find-inputs.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import { isJson, isOwnJson, type JsonForm, jsonForm, keyOfList, refuseScalars } from "./json/json-form.ts";
import { TableSource, type TypedTable, tableOf } from "./typed-table.ts";
import type { SheetChoice } from "./workbook/read-workbook.ts";

export interface TableOptions {
  /**
   * The sheet of a workbook, by its name or its number, or the list of a JSON object. Default: the sheets with the columns of
   * orders, else the first table.
   */
  readonly sheet?: string | undefined;
}

/** How delimited text is written, which says nothing about files whose cells have types. */
interface TextOptions {
  readonly delimiter?: unknown;
  readonly encoding?: unknown;
}

/**
 * Opens the files whose cells have types, by what they begin with, whatever they are called; others stay as they are. Each
 * sheet of a workbook that is read is a file of its own.
 *
 * @param names what names of columns say of orders
 * @throws InputError for one that is damaged, or holds no records
 * @throws UsageError where a sheet is asked for, and no file has sheets, or an option is about text, and no file is text
 */
export async function openTables(
  inputs: readonly InputFile[],
  options: TableOptions & TextOptions,
  names: Omit<SheetChoice, "asked">,
): Promise<readonly InputFile[]> {
  const opened: InputFile[] = [];
  for (const input of inputs) {
    const tables = await openTable(input, { asked: options.sheet, ...names });
    if (tables === null) opened.push(input);
    else for (const table of tables) opened.push({ ...input, source: new TableSource(input.source, table) });
  }
  refuseIdleTextOptions(opened, options);
  if (options.sheet === undefined || opened.some(({ source }) => hasSheets(tableOf(source)))) return opened;
  throw new UsageError(`--sheet ${options.sheet}: none of the files is a workbook`, "leave the option out");
}

/** Whether a file is a workbook, or JSON with lists as its sheets. */
function hasSheets(table: TypedTable | null): boolean {
  return table?.kind === "workbook" || (table?.kind === "json" && table.sheet !== "");
}

function refuseIdleTextOptions(opened: readonly InputFile[], options: TextOptions): void {
  const kinds = new Set(opened.map(({ source }) => tableOf(source)?.kind ?? "text"));
  if (opened.length === 0 || kinds.has("text")) return;
  const idle = (["delimiter", "encoding"] as const).filter((name) => options[name] !== undefined);
  if (idle.length === 0) return;
  const read = [...kinds].map((kind) => KIND_NAMES[kind as TypedTable["kind"]]).join(" and ");
  throw new UsageError(
    `${idle.map((name) => `--${name}`).join(" and ")}: only ${read} are read, which have neither a delimiter nor an encoding to choose`,
    "leave the option out",
  );
}

const KIND_NAMES: Readonly<Record<TypedTable["kind"], string>> = {
  workbook: "workbooks",
  parquet: "Parquet files",
  json: "JSON files",
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
/** A Parquet file whose footer is encrypted. */
const ENCRYPTED_PARQUET = [0x50, 0x41, 0x52, 0x45];
/** A container that old Office programs wrote; new ones put a workbook with a password into it. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** The libraries and readers of a kind are loaded when such a file is met. */
async function openTable({ source, path }: InputFile, choice: SheetChoice): Promise<readonly TypedTable[] | null> {
  const beginning = await beginningOf(source);
  if (isJson(beginning.text)) {
    const form = jsonForm(beginning.text, source.name);
    const lines = path === null ? null : await openedRecords({ source, path }, beginning.text, form, choice.asked);
    if (lines !== null) return [lines];
    const { readJson } = await import("./json/json-table.ts");
    return [await readJson(source, form, choice.asked)];
  }
  refuseScalars(beginning.text, source.name);
  if (begins(beginning, ZIP)) {
    const { readWorkbook } = await import("./workbook/read-workbook.ts");
    return readWorkbook(source, choice);
  }
  if (begins(beginning, PARQUET)) {
    const { readParquet } = await import("./parquet/read-parquet.ts");
    return [await readParquet(source, path)];
  }
  if (begins(beginning, ENCRYPTED_PARQUET)) {
    const { encryptedParquet } = await import("./parquet/refused-columns.ts");
    throw encryptedParquet(source.name);
  }
  if (!begins(beginning, COMPOUND_FILE)) return null;
  const { refuseCompoundFile } = await import("./workbook/compound-file.ts");
  return refuseCompoundFile(source);
}

/** JSON lines, or a list of records, that the scanner reads; `null` for others. */
async function openedRecords(
  { source, path }: { readonly source: ByteSource; readonly path: string },
  beginning: string,
  form: JsonForm,
  asked: string | undefined,
): Promise<TypedTable | null> {
  const list = keyOfList(beginning);
  if (list === null && form !== "lines") return null;
  if (list !== null && list !== "" && asked !== undefined && asked !== list) return null;
  const { openLines } = await import("./json/line-table.ts");
  return openLines(source, path, list);
}

/** Whether a file is one that this program wrote as JSON or as a workbook. */
export async function isOwnTable(source: ByteSource): Promise<boolean> {
  const beginning = await beginningOf(source);
  if (!begins(beginning, ZIP)) return isOwnJson(beginning.text);
  const { isOwnWorkbook } = await import("./workbook/read-workbook.ts");
  return isOwnWorkbook(source);
}

function begins({ bytes }: Beginning, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
