import { EmptyInputError, InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { CellColumn, CellTexts } from "../cell-store.ts";
import type { TypedTable } from "../typed-table.ts";
import { SheetRecords } from "./sheet-records.ts";
import { type SheetPlace, sharedStrings, type WorkbookParts, workbookParts } from "./workbook-parts.ts";
import { ZipArchive } from "./zip-archive.ts";

/** Which sheet is asked for, and what names of columns say of orders. */
export interface SheetChoice {
  readonly asked: string | undefined;
  /** How many of a row's cells are names of columns that orders have. */
  readonly recognise: (cells: readonly string[]) => number;
  /** How much of an order a header names. */
  readonly partsOfOrders: (header: readonly string[]) => number;
  /** Whether a sheet's name says that its rows are no orders that count. */
  readonly saysNoOrders: (name: string) => boolean;
}

/**
 * Reads the sheet of an Excel workbook that is asked for by name or number; else of the visible ones with names of
 * columns that orders have the one that names most of an order, the first of equals, and every visible one with the same names, such as a sheet per month; else the first visible one that
 * holds a table, else the first with a filled cell.
 *
 * @returns a table for each sheet that is read, in their order
 * @throws InputError where the workbook is damaged or locked, lacks the sheet, or has no filled cell
 */
export async function readWorkbook(source: ByteSource, choice: SheetChoice): Promise<readonly TypedTable[]> {
  const archive = await ZipArchive.open(source);
  const parts = await workbookParts(archive);
  if (parts.isOwn) {
    throw new InputError(`${source.name}: this workbook was written by rfm: a result, not an export`, {
      hint: "name the exports themselves",
    });
  }
  const strings = await sharedStrings(archive, parts.strings);
  const looks = await lookAtSheets(archive, { parts, strings, choice });
  const chosen = chosenSheets(looks, choice, source.name);
  const tables: TypedTable[] = [];
  for (const { place } of chosen) {
    const records = new SheetRecords(source.name, { ...parts, strings });
    await records.read(archive, place.path);
    tables.push(tableOf(place.name, records));
  }
  const [first, ...others] = tables;
  if (first === undefined) return [];
  const isOther = (look: SheetLook): boolean => look.rows > look.rowsAbove && !chosen.includes(look);
  const namesOf = (some: readonly SheetLook[]): readonly string[] => some.map(({ place }) => place.name);
  const together = others.length === 0 ? [] : namesOf(chosen);
  return [{ ...first, otherSheets: namesOf(looks.filter(isOther)), sheetsTogether: together }, ...others];
}

function tableOf(sheet: string, { columns, lines }: SheetRecords): TypedTable {
  const blank = new CellColumn(new CellTexts());
  return {
    kind: "workbook",
    sheet,
    otherSheets: [],
    sheetsTogether: [],
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
  /** Whether several rows have several cells, one of them below the header. */
  readonly isTable: boolean;
  /** The row with most names of columns that orders have, in one text; `null` where no row has several. */
  readonly header: string | null;
  /** Filled rows down to the header, which are no rows of a table; 0 where there is none. */
  readonly rowsAbove: number;
}

/** A header stands within so many rows. */
const ENOUGH_ROWS = 20;
const FEWEST_NAMES = 2;

async function lookAtSheets(
  archive: ZipArchive,
  {
    parts,
    strings,
    choice,
  }: { readonly parts: WorkbookParts; readonly strings: readonly string[]; readonly choice: SheetChoice },
): Promise<readonly SheetLook[]> {
  const looks: SheetLook[] = [];
  for (const place of parts.sheets) {
    const records = new SheetRecords(archive.name, { ...parts, strings });
    await records.read(archive, place.path, ENOUGH_ROWS);
    const rows = records.lines.length;
    const found = headerOf(records, choice);
    const isTable = rows > Math.max(1, found.rowsAbove) && records.widest > 1;
    looks.push({ place, rows, isTable, ...found });
  }
  return looks;
}

function headerOf(
  { columns, lines }: SheetRecords,
  { recognise }: SheetChoice,
): Pick<SheetLook, "header" | "rowsAbove"> {
  let [header, rowsAbove, most]: [string | null, number, number] = [null, 0, FEWEST_NAMES - 1];
  for (let record = 0; record < Math.min(lines.length, ENOUGH_ROWS); record += 1) {
    const cells = columns.map((column) => column.text(record).trim());
    const names = recognise(cells);
    if (names > most) [header, rowsAbove, most] = [cells.join("\u0000").toLowerCase(), record + 1, names];
  }
  return { header, rowsAbove };
}

function chosenSheets(
  looks: readonly SheetLook[],
  { asked, partsOfOrders, saysNoOrders }: SheetChoice,
  name: string,
): readonly SheetLook[] {
  if (asked !== undefined) return [sheetNamed(looks, asked, name)];
  const visible = looks.filter(({ place }) => !place.isHidden);
  const told = visible.filter(({ isTable, header }) => isTable && header !== null);
  const wanted = told.filter(({ place }) => !saysNoOrders(place.name));
  const telling = mostTelling(wanted.length > 0 ? wanted : told, partsOfOrders);
  if (telling !== undefined) {
    const isAlike = ({ isTable, header, place }: SheetLook): boolean =>
      isTable && header === telling.header && !saysNoOrders(place.name);
    return visible.filter((look) => look === telling || isAlike(look));
  }
  const chosen =
    visible.find(({ isTable }) => isTable) ??
    visible.find(({ rows }) => rows > 0) ??
    looks.find(({ rows }) => rows > 0);
  if (chosen !== undefined) return [chosen];
  throw new EmptyInputError(`${name}: no sheet has a filled cell`, { hint: "export the orders again" });
}

/** The sheet whose header names most of an order; the first of equals. */
function mostTelling(told: readonly SheetLook[], partsOfOrders: SheetChoice["partsOfOrders"]): SheetLook | undefined {
  const partsIn = ({ header }: SheetLook): number => partsOfOrders((header ?? "").split("\u0000"));
  return told.toSorted((a, b) => partsIn(b) - partsIn(a))[0];
}

function sheetNamed(looks: readonly SheetLook[], asked: string, name: string): SheetLook {
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
  if (found.rows > 0) return found;
  throw new EmptyInputError(`${name}: the sheet "${found.place.name}" has no filled cell`, {
    hint: `pass --sheet with another of its sheets: ${list}`,
  });
}
