import type { StatusMeaning } from "../values/statuses.ts";

/** Header names that one column goes by: old, new and translated spellings; compared without case and outer spaces. */
export type Names = readonly string[];

/** Money of a row: the columns that are added and those that are taken off, per order or per line. */
export interface PresetAmount {
  readonly per: "order" | "line";
  readonly plus: readonly Names[];
  readonly minus?: readonly Names[];
  /** Columns that are taken off only where the cell of another has one of these words (lower case). */
  readonly minusWhere?: readonly { readonly column: Names; readonly where: Names; readonly is: readonly string[] }[];
  /** The currency column that belongs to these amounts, where the platform has several. */
  readonly currency?: Names;
  readonly refunded?: Names;
}

/** Quantity × price, a line's amount. */
export interface PresetProduct {
  readonly quantity: Names;
  readonly price: Names;
}

/** Columns that should come to the amount; all of them must be there. */
export type PresetTotal = PresetProduct | { readonly plus: readonly Names[]; readonly minus?: readonly Names[] };

/** A column beside the status that says whether an order counts. */
export interface PresetRule {
  readonly column: Names;
  /** When the cell is filled, blank, one of these values, or none of them (lower case; a blank cell never matches values). */
  readonly when: "filled" | "blank" | { readonly is: readonly string[] } | { readonly isNot: readonly string[] };
  readonly means: Exclude<StatusMeaning, "unknown">;
  /** How the ledger and `inspect` call it. */
  readonly word: string;
}

/** Where an export names the buyer: each list's first column or set that is filled counts, so billing stands before shipping. */
export interface PresetContact {
  readonly email?: readonly Names[];
  readonly phone?: readonly Names[];
  readonly name?: readonly { readonly first?: Names; readonly last?: Names; readonly full?: Names }[];
  readonly address?: readonly { readonly country?: Names; readonly city?: Names; readonly zip?: Names }[];
  /** What the buyer said about marketing. */
  readonly consent?: Names;
}

/**
 * Where an export of line items names the product and what else a line or an order says; of several names the first that the
 * header has. Exports with one row per order have none: a cell that lists several products is not split.
 */
export interface PresetLines {
  /** The product's code. */
  readonly product?: Names;
  readonly productName?: Names;
  readonly category?: Names;
  readonly quantity?: Names;
  readonly unitPrice?: Names;
  readonly discount?: Names;
  readonly coupon?: Names;
  readonly channel?: Names;
  readonly payment?: Names;
}

/** What is known of one platform's export, recognised by its header. */
export interface Preset {
  /** The name for `--preset`: lower case, words joined by `-`. */
  readonly name: string;
  /** The platform, where it has several exports that may hold the same orders. */
  readonly family?: string;
  /** What people call the export. */
  readonly title: string;
  /** The header names that tell it: all names of any one set. */
  readonly signatures: readonly Names[];
  /** How the rows make orders, in words for `inspect`. */
  readonly rowModel: string;
  readonly order?: Names;
  /** A second order id for rows whose first is blank. */
  readonly orderFallback?: Names;
  readonly date: Names;
  /** Time of day and zone, where they stand in columns of their own. */
  readonly time?: Names;
  readonly zone?: Names;
  /** Columns whose cells, joined, are the customer's key: the first set that is filled wins. */
  readonly customer: readonly (readonly Names[])[];
  /** The same for rows with a negative amount, where the buyer stands elsewhere. */
  readonly refundCustomer?: readonly (readonly Names[])[];
  /** Who the buyer is, for lists. */
  readonly contact?: PresetContact;
  /** Where its rows are line items. */
  /** What adds up to a line's total, where amounts are orders' totals; else a line costs quantity × price. */
  readonly lineTotal?: readonly Names[];
  readonly lines?: PresetLines;
  /** The first whose columns are all there. */
  readonly amounts: readonly (PresetAmount | PresetProduct)[];
  /** What other columns should come to the same as the amount before refunds: of several, that which agrees most often. */
  readonly totals?: readonly PresetTotal[];
  readonly refunded?: Names;
  /** Where the refunded amount is in another currency than the amount: two totals of the order, whose ratio converts it. */
  readonly refundedScale?: { readonly from: Names; readonly to: Names };
  /**
   * The same as drops from one column to another that add up, which come first where their columns are there. A row where one of the
   * first drop's cells is blank, or its second is 0 and says by that that nothing happened, goes by `refunded`.
   */
  readonly refundedDrops?: readonly { readonly from: Names; readonly to: Names; readonly unlessZero?: boolean }[];
  readonly currency?: Names;
  readonly status?: Names;
  /** Words that count and that do not, beside the general lists; lower case. */
  readonly statuses?: { readonly counts?: readonly string[]; readonly doesNotCount?: readonly string[] };
  /** Statuses of fully refunded orders: they count where refunds are ignored. */
  readonly refundedStatuses?: readonly string[];
  /** Checked in order before the status; the first that matches decides. */
  readonly rules?: readonly PresetRule[];
  /** A refund row's customer is that of the row whose `to` cell equals its `from` cell. */
  readonly reference?: { readonly from: Names; readonly to: Names };
  /** Rows with a blank order id go on with the order of the row above. */
  readonly continuesAbove?: boolean;
  /** The file is read with quotes as ordinary characters. */
  readonly quoting?: "off";
  /** What the platform always writes, where the data could leave it open. */
  readonly dateOrder?: "dmy" | "mdy";
  /** The zone of its dates, where it is always the same. */
  readonly dateZone?: "UTC";
  /** Said once about every file of the platform. */
  readonly note?: string;
  /** Why the file cannot be used, and which export can. */
  readonly refusal?: { readonly why: string; readonly instead: string };
}
