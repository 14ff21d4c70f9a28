import type { Encoding } from "../../csv/detect/encoding.ts";
import { CellCodes } from "../../csv/scanner/cell-codes.ts";
import type { ColumnRoles } from "../../exports/detect/columns/columns.ts";
import { CELL, type Holds } from "../../kernel/cells.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";
import { isFlag } from "./cell-contents.ts";

/** Distinct cells of one column beyond which rows go through their text. */
const MOST_CELLS = 4096;
/** As many columns as fit into a whole number, `MOST_CELLS` values each. */
const MOST_COLUMNS = 4;

interface StatusColumn {
  readonly slot: number;
  readonly column: number;
  /** The cell's number among the column's distinct ones; `null` where it only matters whether it is filled. */
  readonly codes: CellCodes | null;
}

interface StatusCellOptions {
  readonly encoding: Encoding;
  readonly slotOf: (column: number) => number;
  readonly holds: readonly Holds[];
  readonly width: number;
}

/** What rows' statuses are, found out once for each combination of the cells that decide it. */
export class StatusCodes {
  private readonly columns: readonly StatusColumn[];
  private readonly known = new Map<number, number>();
  private readonly read: (cells: readonly string[]) => number;
  private readonly texts: string[][] = [];
  private readonly cells: string[];

  /** @param read the status of a row by its cells' texts */
  constructor(
    roles: ColumnRoles,
    read: (cells: readonly string[]) => number,
    { encoding, slotOf, holds, width }: StatusCellOptions,
  ) {
    this.read = read;
    this.cells = new Array<string>(width).fill("");
    const columns = new Set([
      ...(roles.status === null ? [] : [roles.status]),
      ...roles.rules.map(({ column }) => column),
    ]);
    this.columns = [...columns].map((column, index): StatusColumn => {
      this.texts[index] = [];
      const codeOfText = (text: string): number => (this.texts[index]?.push(text) ?? 0) - 1;
      const slot = slotOf(column);
      const isWord = holds[slot] === "word";
      return {
        slot,
        column,
        codes: isFlag(roles, column) ? null : new CellCodes({ slot, encoding, isWord, codeOfText }),
      };
    });
  }

  /** The cells that decide it. */
  get slots(): readonly number[] {
    return this.columns.map(({ slot }) => slot);
  }

  /** Code of the row's status; −1 where its cells are not plain. */
  code(bytes: Uint8Array, fields: FieldScanner): number {
    const { columns } = this;
    if (columns.length > MOST_COLUMNS) return -1;
    let combination = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const { slot, codes } = columns[index] as StatusColumn;
      if (fields.kind(slot) > CELL.quoted) return -1;
      const start = fields.start(slot);
      let cell = 0;
      if (codes !== null) cell = codes.code(bytes, fields);
      else if (start < fields.end(slot)) cell = isPrinted(bytes[start] as number) ? 1 : MOST_CELLS;
      if (cell >= MOST_CELLS) return -1;
      combination = combination * MOST_CELLS + cell;
    }
    const known = this.known.get(combination);
    if (known !== undefined) return known;
    return this.findOut(combination);
  }

  private findOut(combination: number): number {
    const { columns, cells } = this;
    let rest = combination;
    for (let index = columns.length - 1; index >= 0; index -= 1) {
      const { column, codes } = columns[index] as StatusColumn;
      const cell = rest % MOST_CELLS;
      rest = Math.floor(rest / MOST_CELLS);
      cells[column] = codes === null ? (cell === 0 ? "" : "filled") : (this.texts[index]?.[cell] ?? "");
    }
    const code = this.read(cells);
    this.known.set(combination, code);
    return code;
  }
}

/** Whether a cell that begins with this byte is filled for certain. */
function isPrinted(byte: number): boolean {
  return byte > 0x20 && byte < 0x80;
}
