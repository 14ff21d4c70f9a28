import { EmptyInputError, InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { CellColumn, CellTexts } from "../cell-store.ts";
import type { TypedTable } from "../typed-table.ts";
import { SheetRecords } from "./sheet-records.ts";
import { type SheetPlace, sharedStrings, type WorkbookParts, workbookParts } from "./workbook-parts.ts";
import { ZipArchive } from "./zip-archive.ts";

/**
 * Reads one sheet of an Excel workbook: the one that is asked for by name or number, else the first visible one that holds a
 * table, else the first with a filled cell.
 *
 * @throws InputError where the workbook is damaged or locked, lacks the sheet, or has no filled cell
 */
export async function readWorkbook(source: ByteSource, asked: string | undefined): Promise<TypedTable> {
  const archive = await ZipArchive.open(source);
  const parts = await workbookParts(archive);
  if (parts.isOwn) {
    throw new InputError(`${source.name}: this workbook was written by rfm: a result, not an export`, {
      hint: "name the exports themselves",
    });
  }
  const looks = await lookAtSheets(archive, parts);
  const place = chosenSheet(looks, { asked, name: source.name });
  const strings = await sharedStrings(archive, parts.strings);
  const records = new SheetRecords(source.name, { ...parts, strings });
  await records.read(archive, place.path);
  const { columns, lines } = records;
  const blank = new CellColumn(new CellTexts());
  return {
    kind: "workbook",
    sheet: place.name,
    otherSheets: looks.filter((look) => look.rows > 0 && look.place !== place).map((look) => look.place.name),
    names: null,
    width: columns.length,
    length: lines.length,
    nested: new Map(),
    hasOneType: () => false,
    line: (record) => lines.at(record),
    load: async (wanted) => wanted.map((column) => columns[column] ?? blank),
  };
}

/** Whether a file is a workbook that this program wrote; false for one that cannot be read, too. */
export async function isOwnWorkbook(source: ByteSource): Promise<boolean> {
  try {
    return (await workbookParts(await ZipArchive.open(source))).isOwn;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** What the beginning of a sheet shows. */
interface SheetLook {
  readonly place: SheetPlace;
  /** Filled rows, as far as was looked. */
  readonly rows: number;
  /** Whether several rows have several cells. */
  readonly isTable: boolean;
}

const ENOUGH_ROWS = 3;

async function lookAtSheets(archive: ZipArchive, { sheets }: WorkbookParts): Promise<readonly SheetLook[]> {
  const looks: SheetLook[] = [];
  for (const place of sheets) {
    const records = new SheetRecords(archive.name, { system: 1900, formats: [], strings: null });
    await records.read(archive, place.path, ENOUGH_ROWS);
    const rows = records.lines.length;
    looks.push({ place, rows, isTable: rows > 1 && records.widest > 1 });
  }
  return looks;
}

function chosenSheet(
  looks: readonly SheetLook[],
  { asked, name }: { readonly asked: string | undefined; readonly name: string },
): SheetPlace {
  if (asked !== undefined) return sheetNamed(looks, asked, name);
  const visible = looks.filter(({ place }) => !place.isHidden);
  const chosen =
    visible.find(({ isTable }) => isTable) ??
    visible.find(({ rows }) => rows > 0) ??
    looks.find(({ rows }) => rows > 0);
  if (chosen !== undefined) return chosen.place;
  throw new EmptyInputError(`${name}: no sheet has a filled cell`, { hint: "export the orders again" });
}

function sheetNamed(looks: readonly SheetLook[], asked: string, name: string): SheetPlace {
  const same = (text: string): string => text.trim().toLowerCase();
  const found =
    looks.find(({ place }) => place.name === asked) ??
    looks.find(({ place }) => same(place.name) === same(asked)) ??
    (/^[1-9]\d*$/.test(asked) ? looks[Number(asked) - 1] : undefined);
  const list = looks.map(({ place }) => `"${place.name}"`).join(", ");
  if (found === undefined) {
    throw new InputError(`${name}: no sheet "${asked}" (found: ${list})`, {
      hint: "pass --sheet with one of these names, or its number",
    });
  }
  if (found.rows > 0) return found.place;
  throw new EmptyInputError(`${name}: the sheet "${found.place.name}" has no filled cell`, {
    hint: `pass --sheet with another of its sheets: ${list}`,
  });
}
