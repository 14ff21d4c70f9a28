import { nearestNames } from "../../basics/text/nearest-names.ts";
import { MissingColumnError } from "../../errors.ts";

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

/**
 * The index of the column that an option names.
 *
 * @throws MissingColumnError with the nearest names where there is no such column
 */
export function columnNamed({ fileName, header }: FileHeader, option: string, flag: string): number {
  const found = columnOf(header, [option.trim()]);
  if (found !== null) return found;
  const near = nearestNames(option, header);
  throw new MissingColumnError(`${fileName}: no column "${option}" for ${flag} (found: ${listed(header)})`, {
    column: option,
    found: header,
    hint:
      near.length === 0
        ? "write the name as the header has it"
        : `did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`,
  });
}

/** The error for a role that no column fits, with the columns whose values would do. */
export function missingColumn(
  { fileName, header }: FileHeader,
  { what, flag, candidates }: { what: string; flag: string; candidates: readonly string[] },
): MissingColumnError {
  const fits =
    candidates.length === 0 ? "" : `; by its values it could be ${candidates.map((name) => `"${name}"`).join(" or ")}`;
  return new MissingColumnError(`${fileName}: no column for ${what} was recognised (found: ${listed(header)})${fits}`, {
    column: what,
    found: header,
    hint: `name it with ${flag} ${candidates[0] === undefined ? "NAME" : `"${candidates[0]}"`}`,
  });
}

/** Header names for a message, at most twenty. */
function listed(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((cell) => cell.trim() || "(blank)");
  return header.length > 20 ? `${shown.join(", ")}, … ${header.length - 20} more` : shown.join(", ");
}
