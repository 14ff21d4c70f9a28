import { NO_DAY } from "../../basics/calendar/days.ts";
import type { Dictionary } from "../../csv/keys/dictionary.ts";
import { readRecords } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { joinKey } from "../../exports/join/joined-file.ts";
import { rowFilter } from "../../exports/row-filter.ts";
import { unwrapCell } from "../../exports/values/decimals.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { FileResult } from "../rows/file-findings.ts";
import { countedSource, type ReadMeter } from "../rows/progress.ts";
import { emptyRow, type RejectedRow, type RowTable } from "../rows/row-table.ts";

/** What tables of customers say, one entry per row, in columns. */
export interface CustomerDetails {
  /** The entry of each key: of several files the newest by name. */
  readonly entryOf: Map<string, number>;
  readonly files: number[];
  readonly lines: number[];
  /** Whether a later row has the same key. */
  readonly replaced: boolean[];
  /** The customer's own id; empty where the table has none, or it is blank. */
  readonly ownIds: string[];
  /** Whether the row meets the conditions of `--where` on the table's columns. */
  readonly kept: boolean[];
  /** For each column that is carried along, the code of each entry's cell; −1 where it is blank. */
  readonly carried: readonly number[][];
}

/** Details of no customer yet. */
export function noDetails(carried: number): CustomerDetails {
  return {
    ...{ entryOf: new Map(), files: [], lines: [], replaced: [], ownIds: [], kept: [] },
    carried: Array.from({ length: carried }, () => []),
  };
}

const BLANK_LINE = reasonCode("blank line");
const WRONG_FIELDS = reasonCode("wrong number of fields");
const NO_PARTNER = reasonCode("no partner");

/** Reads a table of customers; rows that are none go to the table of rows, with their reason. */
export async function readCustomers(
  plan: FilePlan,
  { table, details, meter }: { table: RowTable; details: CustomerDetails; meter: ReadMeter },
): Promise<FileResult> {
  const { layout, source } = plan;
  const rejects: RejectedRow[] = [];
  const filter = rowFilter({ fileName: source.name, header: layout.header }, plan.filter);
  let [toSkip, rows, told] = [layout.recordsBeforeRows, 0, 0];
  const counted = countedSource(source, (bytes) => {
    meter.advance(bytes, rows - told);
    told = rows;
  });
  await readRecords(counted, layout.dialect, (cells, line) => {
    if (toSkip > 0) {
      toSkip -= 1;
      return true;
    }
    rows += 1;
    const problem = problemOf(cells, layout.header.length);
    if (problem === "fields") {
      const value = `${cells.length} fields, ${layout.header.length} in the header`;
      rejects.push({ file: source.name, line, column: "", value, reason: "wrong number of fields" });
    }
    const key = problem === null ? keyOf(plan, cells) : "";
    if (problem !== null || key === "") {
      const reason = problem === "blank" ? BLANK_LINE : problem === "fields" ? WRONG_FIELDS : NO_PARTNER;
      table.append(plan.file, emptyRow(line, reason));
    } else {
      addEntry(details, { plan, cells, line, key, kept: table.kept, isWanted: filter.keeps(cells, NO_DAY, -1) });
    }
    return true;
  });
  return {
    ...{ rows, rejects, rounded: 0, wholeIds: true, pointZeroIds: false, links: [], strays: [] },
    ...{ destroyedIds: null, garbled: null },
  };
}

function problemOf(cells: readonly string[], width: number): "blank" | "fields" | null {
  if (cells.every((cell) => cell.trim() === "")) return "blank";
  if (cells.length === width) return null;
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === "") ? null : "fields";
}

function keyOf({ joined }: FilePlan, cells: readonly string[]): string {
  return joinKey(unwrapCell(cells[joined?.key ?? -1] ?? ""));
}

function addEntry(
  details: CustomerDetails,
  {
    plan,
    cells,
    line,
    key,
    kept,
    isWanted,
  }: {
    plan: FilePlan;
    cells: readonly string[];
    line: number;
    key: string;
    kept: readonly Dictionary[];
    isWanted: boolean;
  },
): void {
  const own = plan.joined?.ownCustomer ?? null;
  const entry = details.lines.length;
  const known = details.entryOf.get(key);
  if (known !== undefined) details.replaced[known] = true;
  details.entryOf.set(key, entry);
  details.replaced.push(false);
  details.files.push(plan.file);
  details.lines.push(line);
  details.ownIds.push(own === null ? "" : unwrapCell(cells[own] ?? ""));
  details.kept.push(isWanted);
  for (const [index, column] of plan.kept.entries()) {
    const text = column === null ? "" : unwrapCell(cells[column] ?? "");
    details.carried[index]?.push(text === "" ? -1 : (kept[index]?.code(text) ?? -1));
  }
}
