import { cellText, levelsOf } from "../../analysis/scores/score-customers.ts";
import { claimsByCell, type Scheme, type SchemeFile, type SchemeProblems } from "../../analysis/segments/scheme.ts";
import type { CellValue, DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** The schemes that come with the program, one per row. */
export function schemesTable(schemes: readonly SchemeFile[], { words }: Language): DataTable {
  const columns: Readonly<Record<string, string>> = words.scheme.columns;
  const column = rowColumns<SchemeFile, (typeof SCHEME_COLUMNS)[number]>(schemes, columns);
  return {
    sheet: "schemes",
    length: schemes.length,
    columns: [
      column("scheme", "text", (scheme) => scheme.name),
      column("levels", "count", (scheme) => scheme.levels),
      column("segments", "count", (scheme) => scheme.segments.length),
      column("description", "text", (scheme) => scheme.description ?? "", { wraps: true }),
      column("source", "text", (scheme) => scheme.source ?? "", { dataOnly: true }),
    ],
  };
}

/** Every cell of a scheme and its segment, ascending. */
export function schemeCellsTable(scheme: Scheme, { words }: Language): DataTable {
  const { columns } = words.scheme;
  const { levels } = scheme;
  const scoresAt = (row: number): readonly [number, number, number] => [
    Math.floor(row / levels ** 2) + 1,
    (Math.floor(row / levels) % levels) + 1,
    (row % levels) + 1,
  ];
  const column = (
    name: (typeof SCHEME_CELL_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (row: number) => CellValue,
  ): DataColumn => ({ name, kind, heading: columns[name], at });
  return {
    sheet: "schemes",
    length: scheme.segmentOfCell.length,
    columns: [
      column("cell", "text", (row) => cellText(scoresAt(row), levelsOf(levels))),
      column("r_score", "count", (row) => scoresAt(row)[0]),
      column("f_score", "count", (row) => scoresAt(row)[1]),
      column("m_score", "count", (row) => scoresAt(row)[2]),
      column("segment", "text", (row) => scheme.segments[scheme.segmentOfCell[row] as number]?.name ?? ""),
    ],
  };
}

/** What does not add up in a scheme, one finding a row; the segments that claim a cell in the scheme's order. */
export function schemeFindingsTable(file: SchemeFile, problems: SchemeProblems, { words }: Language): DataTable {
  const { columns, findings } = words.scheme;
  const claims = claimsByCell(file);
  const claimants = (cell: string): string =>
    (claims.get(cell) ?? [])
      .map((index) => file.segments[index])
      .filter((segment) => segment?.otherwise !== true)
      .map((segment) => segment?.name ?? "")
      .join(" > ");
  const rows = [
    ...problems.uncovered.map((cell) => [findings.uncovered, cell, ""] as const),
    ...problems.ambiguous.map((cell) => [findings.ambiguous, cell, claimants(cell)] as const),
    ...problems.unreachable.map((name) => [findings.unreachable, "", name] as const),
  ];
  const column = (name: (typeof SCHEME_FINDING_COLUMNS)[number], index: 0 | 1 | 2): DataColumn => ({
    name,
    heading: columns[name],
    kind: "text",
    at: (row) => rows[row]?.[index] ?? "",
  });
  return { length: rows.length, columns: [column("finding", 0), column("cell", 1), column("segments", 2)] };
}

/** The list of schemes. */
export const SCHEME_COLUMNS = ["scheme", "levels", "segments", "description", "source"] as const;

/** The cells of one scheme. */
export const SCHEME_CELL_COLUMNS = ["cell", "r_score", "f_score", "m_score", "segment"] as const;

/** What `schemes check` finds. */
export const SCHEME_FINDING_COLUMNS = ["finding", "cell", "segments"] as const;
