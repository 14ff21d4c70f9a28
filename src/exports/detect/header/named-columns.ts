import { nearestNames } from "../../../basics/text/nearest-names.ts";
import { plural } from "../../../basics/text/words.ts";
import { MissingColumnError } from "../../../errors.ts";

/** A header with the name of its file, for messages. */
export interface FileHeader {
  readonly fileName: string;
  readonly header: readonly string[];
}

/** The index of the column with one of these names, without regard to case and outer spaces; `null` where there is none. */
export function columnOf(header: readonly string[], names: readonly string[]): number | null {
  for (const name of names) {
    const exact = header.findIndex((cell) => cell.trim() === name);
    const found = exact >= 0 ? exact : header.findIndex((cell) => sameName(cell, name));
    if (found >= 0) return found;
  }
  return null;
}

function sameName(cell: string, name: string): boolean {
  return cell.trim().toLowerCase() === name.toLowerCase();
}

/** A column as an option may name it: by its place, `#5`, or by its number among columns of one name, `Email#2`. */
const NUMBERED = /^(.*)#([1-9]\d{0,5})$/su;

/**
 * The index of the column that an option names; `null` where there is none. A name that the header has comes first, then
 * `#5`, the fifth column, and `Email#2`, the second of those named `Email` without regard to case.
 */
export function namedColumn(header: readonly string[], option: string): number | null {
  const name = option.trim();
  const found = columnOf(header, [name]);
  if (found !== null) return found;
  const [, base = "", number = "0"] = NUMBERED.exec(name) ?? [];
  const columns = base.trim() === "" ? header.map((_, column) => column) : columnsOfName(header, base.trim());
  return columns[Number(number) - 1] ?? null;
}

/**
 * The same for one of several tables that belong together: a place alone, such as `#5`, means the orders.
 *
 * @param isOrders whether the table is that of the orders
 */
export function namedColumnOfTable(
  header: readonly string[],
  option: string,
  { isOrders }: { readonly isOrders: boolean },
): number | null {
  return isOrders || !/^#\d+$/.test(option.trim()) ? namedColumn(header, option) : columnOf(header, [option.trim()]);
}

function columnsOfName(header: readonly string[], name: string): readonly number[] {
  return header.flatMap((cell, column) => (sameName(cell, name) ? [column] : []));
}

/** What an option writes to mean a column: its name where that is enough, else its number among equal names, or its place. */
export function optionNameOf(header: readonly string[], column: number): string {
  const name = header[column]?.trim() ?? "";
  if (name !== "" && namedColumn(header, name) === column) return name;
  const numbered = name === "" ? "" : `${name}#${columnsOfName(header, name).indexOf(column) + 1}`;
  return numbered !== "" && namedColumn(header, numbered) === column ? numbered : `#${column + 1}`;
}

/**
 * The index of the column that an option names.
 *
 * @throws MissingColumnError with the nearest names for an unknown column
 */
export function optionColumn({ fileName, header }: FileHeader, option: string, flag: string): number {
  const found = namedColumn(header, option);
  if (found !== null) return found;
  throw missingFromAll([{ fileName, header }], option, flag);
}

/**
 * What is said of a column that none of some files has: the headers of all of them, those that are alike once.
 *
 * @param files at least one
 */
export function missingFromAll(files: readonly FileHeader[], option: string, flag: string): MissingColumnError {
  const each = files.filter(
    ({ header }, place) => files.findIndex((other) => other.header.join("\n") === header.join("\n")) === place,
  );
  const only = each.length === 1 ? each[0] : undefined;
  const found = only?.header ?? [...new Set(each.flatMap(({ header }) => header))];
  const message =
    only !== undefined
      ? `${only.fileName}: no column "${option}" for ${flag} (found: ${listedNames(only.header)})`
      : `no column "${option}" for ${flag} in any table (${each.map(({ fileName, header }) => `${fileName}: ${listedNames(header)}`).join("; ")})`;
  return new MissingColumnError(message, { column: option, found, hint: hintFor(found, option.trim()) });
}

/** What stands between the columns of a key that an option names. */
const TOGETHER = " + ";

/**
 * The columns of the key that an option names: one, or several that tell customers apart together, `First name + Last name`.
 *
 * @throws MissingColumnError with the nearest names for an unknown column
 */
export function optionKey(file: FileHeader, option: string, flag: string): readonly number[] {
  return partsOfKey(file.header, option).map((part) => optionColumn(file, part, flag));
}

/** Whether a header has all columns of the key that an option names. */
export function hasKey(header: readonly string[], option: string): boolean {
  return partsOfKey(header, option).every((part) => namedColumn(header, part) !== null);
}

function partsOfKey(header: readonly string[], option: string): readonly string[] {
  const parts = option.split(TOGETHER.trim()).map((part) => part.trim());
  return parts.includes("") || namedColumn(header, option) !== null ? [option] : parts;
}

/** What an option writes to mean columns as one key, as {@link optionKey} reads it. */
export function optionNameOfKey(header: readonly string[], columns: readonly number[]): string {
  const names = columns.map((column) => {
    const name = optionNameOf(header, column);
    return columns.length > 1 && name.includes(TOGETHER.trim()) ? `#${column + 1}` : name;
  });
  return names.join(TOGETHER);
}

function hintFor(header: readonly string[], name: string): string {
  const [, base] = NUMBERED.exec(name) ?? [];
  if (base?.trim() === "") return `the file has ${plural(header.length, "column")}, #1 to #${header.length}`;
  const same = base === undefined ? 0 : columnsOfName(header, base.trim()).length;
  if (same > 0) return `the file has ${plural(same, "column")} named "${base?.trim()}"`;
  const cut = cutName(header, name);
  if (cut !== null) return cut;
  const near = nearestNames(name, header);
  return near.length === 0
    ? "write the name as the header has it"
    : `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`;
}

/** A name that was cut at a sign of comparison, as in `Price <EUR>=10`. */
function cutName(header: readonly string[], name: string): string | null {
  const whole = header.map((cell) => cell.trim()).find((cell) => /[=<>]|!=/.test(cell) && cell.startsWith(name));
  return whole === undefined || name === "" ? null : `put a name that has signs in double quotes: '"${whole}"=VALUE'`;
}

/** Header names for a message, at most twenty; a blank one by its place, and of equal names each as an option names it. */
export function listedNames(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((_, column) => optionNameOf(header, column));
  return header.length > 20 ? `${shown.join(", ")}, … ${header.length - 20} more` : shown.join(", ");
}
