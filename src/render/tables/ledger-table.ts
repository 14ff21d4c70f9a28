import type { Ledger, LedgerLine } from "../../analysis/ledger/ledger.ts";
import type { CellValue, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";

interface LedgerRow {
  readonly what: string;
  readonly rows: number;
  readonly money: bigint;
  readonly file: string | null;
  readonly line: number | null;
}

/** The ledger as a table: rows read, used, and set aside for each reason, with the place of the first. */
export function ledgerTable(ledger: Ledger, { words }: Language): DataTable {
  const { columns, names, read, used } = words.ledger;
  const rows: readonly LedgerRow[] = [
    { what: read, rows: ledger.rows, money: ledger.money, file: null, line: null },
    { what: used, rows: ledger.usedRows, money: ledger.usedMoney, file: null, line: null },
    ...ledger.setAside.map(({ reason, rows: count, money, file, line }) => ({
      what: names[reason],
      rows: count,
      money,
      ...placeOf({ file, line }),
    })),
  ];
  const at =
    (pick: (row: LedgerRow) => CellValue) =>
    (row: number): CellValue =>
      pick(rows[row] as LedgerRow);
  return {
    length: rows.length,
    columns: [
      { name: "rows_are", heading: columns.rows_are, kind: "text", at: at((row) => row.what) },
      { name: "rows", heading: columns.rows, kind: "count", at: at((row) => row.rows) },
      { name: "money", heading: columns.money, kind: "money", at: at((row) => row.money) },
      { name: "first_file", heading: columns.first_file, kind: "text", at: at((row) => row.file ?? ""), rank: 1 },
      { name: "first_line", heading: columns.first_line, kind: "count", at: at((row) => row.line), rank: 1 },
    ],
  };
}

/** Where a row stands; nowhere in a table of a database, whose rows have no order. */
export function placeOf({ file, line }: Pick<LedgerLine, "file" | "line">): {
  readonly file: string | null;
  readonly line: number | null;
} {
  return file === "" ? { file: null, line: null } : { file, line };
}
