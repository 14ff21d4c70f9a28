import type { ContactField } from "../exports/detect/contacts/contact-field.ts";
import type { SameNames } from "../exports/detect/customers/same-names.ts";
import type { Formats } from "../exports/detect/formats/resolve-formats.ts";
import type { Layout } from "../exports/detect/layout.ts";
import type { JoinedFile } from "../exports/join/joined-file.ts";
import type { LineRole } from "../exports/lines/line-role.ts";
import type { PassedOver } from "../files/find-inputs.ts";
import type { AmountCheck } from "./amount-check.ts";
import type { LeftOut } from "./assemble/customers/excluded-customers.ts";
import type { LinkedCustomers } from "./assemble/customers/link-customers.ts";
import type { BlankMargins, MarginRule } from "./assemble/entries/order-margin.ts";
import type { CurrencyMoney } from "./assemble/money/keep-currency.ts";
import type { SplitLines } from "./assemble/overlaps/split-lines.ts";
import type { StatusCount } from "./assemble/statuses/count-statuses.ts";
import type { PartlyRefunded } from "./assemble/statuses/partly-refunded.ts";
import type { StatusGaps } from "./assemble/statuses/status-words.ts";
import type { WithoutOrderId } from "./assemble/without-order-id.ts";
import type { JoinedTables } from "./join/join-tables.ts";
import type { RefundedTooMuch } from "./join/refunded-too-much.ts";

/** What was understood of one file, and what says so. */
export interface FileUnderstanding {
  readonly name: string;
  /** Absolute path; `null` for standard input. */
  readonly path: string | null;
  readonly bytes: number;
  /** SHA-256 of the bytes as stored, in hexadecimal; `null` where it was not asked for. */
  readonly sha256: string | null;
  readonly rows: number;
  readonly layout: Layout;
  readonly formats: Formats;
  /** Files of one origin are one history. */
  readonly origin: number;
  /** How the row's money is read: an order's total, a line's amount, or quantity × price. */
  readonly amountPer: "order" | "line";
  readonly amountEvidence: string;
  /** How the cost or margin that an option names is read; `null` without one. */
  readonly costPer: "order" | "line" | null;
  /** How far the amount agrees with other columns; `null` where it was not asked for, or no columns should come to it. */
  readonly amountCheck: AmountCheck | null;
  /** The columns of line items and of what orders say beside their money, customer and day, as its header calls them. */
  readonly lines: readonly { readonly role: LineRole; readonly column: string }[];
  /** Where its buyers' contact fields stand; empty unless they were asked for. */
  readonly contacts: readonly { readonly field: ContactField; readonly column: string }[];
  readonly reader: Reader;
  /** Its place among tables that belong together; `null` where it is orders by itself. */
  readonly joined: JoinedFile | null;
}

/**
 * The byte scanner reads large plain files; the tolerant reader takes every dialect; both find the same. The typed reader
 * takes tables whose cells have types.
 */
export type Reader = "scanner" | "tolerant" | "typed";

/** What was understood of all exports together. */
export interface Understanding {
  readonly files: readonly FileUnderstanding[];
  readonly passedOver: readonly PassedOver[];
  /** How tables that belong together go with each other; `null` where each file is orders by itself. */
  readonly joined: JoinedTables | null;
  readonly statuses: readonly StatusCount[];
  /** Whether any export has a status column. */
  readonly hasStatus: boolean;
  /** Files and words that an option about statuses did not reach; `null` where it reached everything. */
  readonly statusGaps: StatusGaps | null;
  /** Code or symbol as written; empty where the exports name none. */
  readonly currency: string;
  /** All money that was read by its currency, whatever became of its rows; empty where all of it is of that one. */
  readonly currencies: readonly CurrencyMoney[];
  /** Rows taken for repetitions in another file that may be sales of their own; `null` where none is in doubt. */
  readonly splitLines: SplitLines | null;
  /** Rows whose amount was finer than 1/10,000 of a unit. */
  readonly roundedRows: number;
  /** Orders whose cost or margin is blank, which counts as 0; `null` where there is none. */
  readonly blankMargins: (BlankMargins & { readonly kind: MarginRule["kind"] }) | null;
  /** Orders that count in full though a part of them was refunded; `null` where there are none. */
  readonly partlyRefunded: PartlyRefunded | null;
  /** Orders with more refunds than they cost, by a table of refunds; `null` where there are none. */
  readonly refundedTooMuch: RefundedTooMuch | null;
  /** Ids that a spreadsheet destroyed, with the first place; `null` where there are none. */
  readonly destroyedIds: {
    readonly count: number;
    readonly file: string;
    readonly line: number;
    readonly value: string;
  } | null;
  /** The first customer key that an earlier program read through the wrong encoding. */
  readonly garbled: { readonly file: string; readonly line: number } | null;
  /** Rows that count as orders because they have no order id; `null` where there are none. */
  readonly withoutOrderId: WithoutOrderId | null;
  /** How far names tell customers apart where there is nothing else; `null` where there is. */
  readonly sameNames: SameNames | null;
  /** What joining ids and e-mails did; `null` where it was not asked for and not needed. */
  readonly linked: LinkedCustomers | null;
  /** What `--exclude-customers` did; `null` without it. */
  readonly excluded: LeftOut | null;
  /** Line items that were left out of their orders; `null` where none were to be. */
  readonly excludedLines: number | null;
  /** Whole-number ids lost the `.0` that a data frame had given them. */
  readonly pointZeroIds: boolean;
}
