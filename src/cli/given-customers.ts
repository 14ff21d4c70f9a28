import type { CustomerTable } from "../analysis/customers/customer-table.ts";
import type { Note } from "../render/notes/note.ts";
import type { NewestDays } from "../warehouse/read/judge-overview.ts";

/** Customers that were added up elsewhere, without their single orders. */
export interface GivenCustomers {
  readonly customers: CustomerTable;
  readonly days: NewestDays;
  /** The money's currency; `null` where nothing names it. */
  readonly currency: string | null;
  /** What there is to say about where they come from. */
  readonly notes: readonly Note[];
}
