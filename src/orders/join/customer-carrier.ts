import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { ContactSlot } from "../../exports/detect/contacts/contact-columns.ts";
import { ANSWER_MARK } from "../order-table.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import type { CustomerDetails } from "./read-customers.ts";

/** Gives rows of orders what tables say of their customers, and notes what has no room in a row. */
export class CustomerCarrier {
  /** A customer's key and an address, for each address that no row took. */
  readonly addresses: (readonly string[])[] = [];
  private readonly table: RowTable;
  private readonly details: CustomerDetails;
  private readonly fieldOf: readonly (ContactSlot["field"] | null)[];

  constructor(table: RowTable, details: CustomerDetails, slots: readonly ContactSlot[]) {
    this.table = table;
    this.details = details;
    const others = table.kept.length - slots.length;
    this.fieldOf = table.kept.map((_, column) => slots[column - others]?.field ?? null);
  }

  /** Fills in what an order's row leaves blank, adds answers that differ, and notes other addresses. */
  carry(rows: RowColumns, row: number, entry: number): void {
    for (const [column, codes] of this.details.carried.entries()) {
      const [own, code] = [rows.kept[column], codes[entry] ?? -1];
      if (own === undefined || code < 0 || own[row] === code) continue;
      if ((own[row] as number) < 0) own[row] = code;
      else if (this.isAnswer(column)) own[row] = this.bothAnswers(column, own[row] as number, code);
      else if (this.isAddress(column)) {
        const key = this.table.customers.texts[rows.customer[row] as number];
        if (key !== undefined) this.note(key, column, code);
      }
    }
  }

  /** Notes the addresses of entries that a newer file of their table has replaced. */
  noteReplaced(): void {
    const { replaced, keys, ownIds, carried } = this.details;
    for (const [column, codes] of carried.entries()) {
      if (!this.isAddress(column)) continue;
      for (const [entry, isReplaced] of replaced.entries()) {
        const code = codes[entry] ?? -1;
        if (isReplaced && code >= 0) this.note(ownIds[entry] || (keys[entry] ?? ""), column, code);
      }
    }
  }

  private note(key: string, column: number, code: number): void {
    this.addresses.push([key, this.table.kept[column]?.text(code) ?? ""]);
  }

  private isAddress(column: number): boolean {
    const field = this.fieldOf[column];
    return field === "email" || field === "otherEmail";
  }

  private isAnswer(column: number): boolean {
    const field = this.fieldOf[column];
    return field === "consent" || field === "condition";
  }

  /** Two answers as one, whichever comes first. */
  private bothAnswers(column: number, one: number, other: number): number {
    const dictionary = this.table.kept[column];
    if (dictionary === undefined) return one;
    const answers = new Set([one, other].flatMap((code) => dictionary.text(code).split(ANSWER_MARK)));
    return dictionary.code([...answers].sort(compareCodeUnits).join(ANSWER_MARK));
  }
}
