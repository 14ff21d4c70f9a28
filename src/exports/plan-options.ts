import type { ContactOptions } from "./detect/contacts/contact-columns.ts";
import type { FilePlan } from "./file-plan.ts";
import type { JoinOptions } from "./join/plan-tables.ts";
import type { FilterOptions } from "./row-filter.ts";

export interface PlanOptions extends JoinOptions, FilterOptions {
  /** IANA name of the zone whose calendar days are meant; without it, the day as written. */
  readonly timeZone?: string | undefined;
  /** Joins customers whose id and e-mail stand in one row; on by itself where files of several platforms are read. */
  readonly linkCustomers?: boolean | undefined;
  /** Columns of the exports to carry along with every order, by their header names. */
  readonly keep?: readonly string[] | undefined;
  /** Whether an amount is the order's or the line's, where the user says it. */
  readonly amountPer?: "order" | "line" | undefined;
  /** Whether an order id is the same order in all files of a source, or each file numbers its orders by itself. */
  readonly numbering?: "shared" | "per-file" | undefined;
  /** Which option named such a column, for messages. Default: `--keep`. */
  readonly keepOption?: ((name: string) => string) | undefined;
  /** Refuses options that have nothing to work on in such files. */
  readonly refuseIdle?: ((files: readonly PlannedFile[]) => void) | undefined;
  /** Hashes the rows of all files that may hold the same ones (the default), or only where order ids do not tell them. */
  readonly hashesRows?: boolean | undefined;
  /** Reads line items and what orders say beside their money, customer and day, too. */
  readonly lines?: boolean | undefined;
  /** Reads who the buyers are, too; an empty object for the columns that are known by their names. */
  readonly contacts?: ContactOptions | undefined;
}

/** A file as far as options that do not fit it can be told. */
export type PlannedFile = Pick<FilePlan, "source" | "layout" | "joined">;
