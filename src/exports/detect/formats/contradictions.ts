import type { DecimalMark } from "../../../basics/money/decimal-mark.ts";
import { maskPersonal } from "../../../basics/text/mask-personal.ts";
import { InputError } from "../../../errors.ts";
import type { Example } from "./column-profile.ts";

/** A file that says two different things about how its dates or numbers are written. */
export class ContradictionError extends InputError {
  /** Dates of which one can only be read day first and one only month first. */
  static dates(fileName: string, dayFirst: Example, monthFirst: Example): ContradictionError {
    return new ContradictionError(
      `${fileName}: the dates contradict each other: ${quoted(dayFirst)} can only be day first, ${quoted(monthFirst)} only month first`,
      {
        hint: "a spreadsheet may have swapped day and month in some dates; export again, or pass --date-format d/m/y or m/d/y to set the others aside",
      },
    );
  }

  /** A number that is written with the other decimal mark than the one that settled the column. */
  static numbers(fileName: string, mark: DecimalMark, decidedBy: Example, other: Example): ContradictionError {
    const [point, comma] = mark === "." ? [decidedBy, other] : [other, decidedBy];
    return new ContradictionError(
      `${fileName}: the amounts contradict each other: ${quoted(point)} has a decimal point, ${quoted(comma)} a decimal comma`,
      { hint: "export again, or pass --decimal . or --decimal , to set the others aside" },
    );
  }
}

/** A value with its line, for a message. */
export function quoted({ value, line }: Example): string {
  return `"${maskPersonal(value.trim())}" (line ${line})`;
}
