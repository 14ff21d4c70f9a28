import { nearestNames } from "../../../basics/text/nearest-names.ts";
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

/**
 * The index of the column that an option names.
 *
 * @throws MissingColumnError with the nearest names for an unknown column
 */
export function columnNamed({ fileName, header }: FileHeader, option: string, flag: string): number {
  const found = columnOf(header, [option.trim()]);
  if (found !== null) return found;
  const near = nearestNames(option, header);
  throw new MissingColumnError(`${fileName}: no column "${option}" for ${flag} (found: ${listedNames(header)})`, {
    column: option,
    found: header,
    hint:
      near.length === 0
        ? "write the name as the header has it"
        : `did you mean ${near.map((name) => `"${name}"`).join(" or ")}?`,
  });
}

/** Header names for a message, at most twenty. */
export function listedNames(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((cell) => cell.trim() || "(blank)");
  return header.length > 20 ? `${shown.join(", ")}, … ${header.length - 20} more` : shown.join(", ");
}
