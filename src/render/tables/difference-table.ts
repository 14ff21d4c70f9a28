import type { DataTable } from "../../csv/writer/data-table.ts";

/** How one file of a set differs from the one that is there. */
interface Difference {
  readonly file: string;
  readonly change: string;
  readonly rowsBefore: number | null;
  readonly rows: number | null;
  readonly bytesBefore: number | null;
  readonly bytes: number | null;
}

/** What a run would change, file by file. */
export function differenceTable(differences: readonly Difference[]): DataTable {
  const at = <Key extends keyof Difference>(key: Key) => {
    return (row: number): Difference[Key] | null => differences[row]?.[key] ?? null;
  };
  return {
    length: differences.length,
    columns: [
      { name: "file", kind: "text", at: at("file") },
      { name: "change", kind: "text", at: at("change") },
      { name: "rows_before", heading: "rows before", kind: "count", at: at("rowsBefore") },
      { name: "rows", kind: "count", at: at("rows") },
      { name: "bytes_before", heading: "bytes before", kind: "count", rank: 1, at: at("bytesBefore") },
      { name: "bytes", kind: "count", rank: 1, at: at("bytes") },
    ],
  };
}
