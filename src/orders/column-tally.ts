import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { eachRecord } from "../csv/each-record.ts";
import type { ScannedRecord } from "../csv/scanner/scan-records.ts";
import { planContacts } from "../exports/detect/contacts/contact-columns.ts";
import { namedColumnOfTable } from "../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { isOfOrders } from "../exports/join/joined-file.ts";

/** What a column holds in all exports together. */
export interface ColumnTally {
  /** Rows by value without outer spaces, the most frequent first; blank cells are left out. */
  readonly values: ReadonlyMap<string, number>;
  readonly blankRows: number;
  /** Whether it holds what single people are known by, which no message lists. */
  readonly isPersonal: boolean;
}

/** Counts the values of a column by reading the exports that have it once more, for a run that ends with this. */
export async function tallyColumn(plans: readonly FilePlan[], name: string): Promise<ColumnTally> {
  const counts = new Map<string, number>();
  let blankRows = 0;
  for (const plan of plans) {
    const column = columnIn(plan, name);
    if (column === null) continue;
    const tally = await tallyFile(plan, column);
    blankRows += tally.blankRows;
    for (const [value, rows] of tally.rows) counts.set(value, (counts.get(value) ?? 0) + rows);
  }
  const mostFirst = [...counts].sort((a, b) => b[1] - a[1] || compareCodeUnits(a[0], b[0]));
  return { values: new Map(mostFirst), blankRows, isPersonal: isPersonal(plans, name) };
}

async function tallyFile({ source, layout }: FilePlan, column: number): Promise<RunningTally> {
  const { dialect, recordsBeforeRows } = layout;
  return eachRecord(source, { dialect, columns: [column] }, () => new RunningTally(column, recordsBeforeRows));
}

class RunningTally {
  readonly rows = new Map<string, number>();
  blankRows = 0;
  private readonly column: number;
  private toSkip: number;

  constructor(column: number, toSkip: number) {
    this.column = column;
    this.toSkip = toSkip;
  }

  /** Takes the next record; more are always wanted. */
  take({ text }: ScannedRecord): true {
    this.toSkip -= 1;
    if (this.toSkip >= 0) return true;
    const value = text(this.column).trim();
    if (value === "") this.blankRows += 1;
    else this.rows.set(value, (this.rows.get(value) ?? 0) + 1);
    return true;
  }
}

/** The column in a file; `null` in one of several tables that has it not. */
function columnIn({ layout, joined }: FilePlan, name: string): number | null {
  return namedColumnOfTable(layout.header, name, { isOrders: isOfOrders({ joined }) });
}

const PERSONAL_FIELDS = ["email", "phone", "firstName", "lastName", "fullName", "zip"];

function isPersonal(plans: readonly FilePlan[], name: string): boolean {
  const files = plans.map(({ source: { name: fileName }, layout: { header, preset } }) => ({
    fileName,
    header,
    preset,
  }));
  const { slots, columns } = planContacts(files, {});
  return plans.some((plan, file) => {
    const column = columnIn(plan, name);
    if (column === null) return false;
    const isKey = plan.layout.columns.customer.some((chain) => chain.includes(column));
    return (
      isKey || slots.some(({ field }, slot) => columns[file]?.[slot] === column && PERSONAL_FIELDS.includes(field))
    );
  });
}
