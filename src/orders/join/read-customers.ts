import { NO_DAY } from "../../basics/calendar/days.ts";
import { eachRecord } from "../../csv/each-record.ts";
import type { Dictionary } from "../../csv/keys/dictionary.ts";
import type { ScannedRecord } from "../../csv/scanner/scan-records.ts";
import { type FilePlan, filteredFile } from "../../exports/file-plan.ts";
import { joinKey } from "../../exports/join/joined-file.ts";
import { type RowFilter, rowFilter, type UncomparedCell } from "../../exports/row-filter.ts";
import { unwrapCell } from "../../exports/values/decimals.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { FileResult } from "../rows/file-result.ts";
import type { ReadMeter } from "../rows/progress.ts";
import { emptyRow, type RejectedRow, type RowTable } from "../rows/row-table.ts";
import { wrongWidth } from "../rows/wrong-width.ts";

/** What tables of customers say, one entry per row, in columns. */
export interface CustomerDetails {
  /** For each table, by its number, the entry of each key: of several files the newest by name. */
  readonly entriesOf: Map<number, Map<string, number>>;
  /** The key of each entry. */
  readonly keys: string[];
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
    ...{ entriesOf: new Map(), keys: [], files: [], lines: [], replaced: [], ownIds: [], kept: [] },
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
  const found = await eachRecord(source, { dialect: layout.dialect, columns: "all" }, () => new CustomerRows(plan));
  const rejects: RejectedRow[] = [];
  for (const [index, line] of found.lines.entries()) {
    const reason = found.reasons[index] as number;
    if (reason === 0) addEntry(details, { plan, found, index, kept: table.kept });
    else table.append(plan.file, emptyRow(line, reason));
    if (reason !== WRONG_FIELDS) continue;
    const value = wrongWidth(found.fields[index] ?? 0, layout.header.length);
    rejects.push({ file: source.name, line, column: "", value, reason: "wrong number of fields" });
  }
  meter.advance(source.size, found.lines.length);
  return {
    ...{ rows: found.lines.length, rejects, rounded: 0, wholeIds: true, pointZeroIds: false, links: [], strays: [] },
    ...{ destroyedIds: null, garbled: null, uncompared: found.uncompared },
  };
}

/** The rows of a table of customers as they were read, in columns. */
class CustomerRows {
  readonly lines: number[] = [];
  readonly fields: number[] = [];
  /** 0 for a row of a customer. */
  readonly reasons: number[] = [];
  readonly keys: string[] = [];
  readonly ownIds: string[] = [];
  readonly kept: boolean[] = [];
  /** The texts of the columns that are carried along. */
  readonly carried: readonly string[][];
  private readonly plan: FilePlan;
  private readonly filter: RowFilter;
  private toSkip: number;

  constructor(plan: FilePlan) {
    this.plan = plan;
    this.carried = plan.kept.map(() => []);
    this.filter = rowFilter(filteredFile(plan), plan.filter);
    this.toSkip = plan.layout.recordsBeforeRows;
  }

  /** The first cell that a condition cannot compare. */
  get uncompared(): UncomparedCell | null {
    return this.filter.uncompared();
  }

  /** Takes the next record. */
  take({ fields, line, text }: ScannedRecord): boolean {
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return true;
    }
    const { joined, kept } = this.plan;
    const cells = Array.from({ length: fields }, (_, column) => text(column));
    const cell = (column: number | null): string => (column === null ? "" : unwrapCell(cells[column] ?? ""));
    const key = joinKey(cell(joined?.key ?? null));
    this.lines.push(line);
    this.fields.push(fields);
    this.reasons.push(this.reasonOf(cells, key));
    this.keys.push(key);
    this.ownIds.push(cell(joined?.ownCustomer ?? null));
    this.kept.push(this.reasons.at(-1) === 0 && this.filter.keeps({ cells, line, day: NO_DAY, order: -1 }));
    for (const [index, column] of kept.entries()) this.carried[index]?.push(cell(column));
    return true;
  }

  private reasonOf(cells: readonly string[], key: string): number {
    const width = this.plan.layout.header.length;
    if (cells.every((cell) => cell.trim() === "")) return BLANK_LINE;
    const isWide = cells.length > width && cells.slice(width).every((cell) => cell.trim() === "");
    if (cells.length !== width && !isWide) return WRONG_FIELDS;
    return key === "" ? NO_PARTNER : 0;
  }
}

function entriesOfTable({ entriesOf }: CustomerDetails, table: number): Map<string, number> {
  const known = entriesOf.get(table) ?? new Map<string, number>();
  entriesOf.set(table, known);
  return known;
}

/** Adds a row to the details; it replaces an earlier one of its table with its key. */
function addEntry(
  details: CustomerDetails,
  {
    plan,
    found,
    index,
    kept,
  }: {
    readonly plan: FilePlan;
    readonly found: CustomerRows;
    readonly index: number;
    readonly kept: readonly Dictionary[];
  },
): void {
  const entry = details.lines.length;
  const key = found.keys[index] ?? "";
  const entryOf = entriesOfTable(details, plan.joined?.table ?? 0);
  const known = entryOf.get(key);
  if (known !== undefined) details.replaced[known] = true;
  entryOf.set(key, entry);
  details.replaced.push(false);
  details.keys.push(key);
  details.files.push(plan.file);
  details.lines.push(found.lines[index] as number);
  details.ownIds.push(found.ownIds[index] ?? "");
  details.kept.push(found.kept[index] ?? false);
  for (const [column, texts] of found.carried.entries()) {
    const text = texts[index] ?? "";
    details.carried[column]?.push(text === "" ? -1 : (kept[column]?.code(text) ?? -1));
  }
}
