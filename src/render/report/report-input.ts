/*
 * The report: `blocks/` says once what is in it and in which order; the terminal and Markdown print those blocks. `html/`,
 * `workbook/` and `json/` have forms of their own for the same input.
 */
import type { Ledger } from "../../analysis/ledger/ledger.ts";
import type { Definitions } from "../../analysis/model/model.ts";
import type { CustomerProfile } from "../../analysis/profile/customer-profile.ts";
import type { ActionGroup } from "../../analysis/report/first-actions.ts";
import type { Outlook } from "../../analysis/report/outlook.ts";
import type { Report, ReportOverTime } from "../../analysis/report/report.ts";
import type { NamedCustomers } from "../../lists/named-customers.ts";
import type { FileUnderstanding, Understanding } from "../../orders/understanding.ts";
import type { Language } from "../language/language.ts";
import { type Note, note } from "../notes/note.ts";
import type { LoyaltyResult } from "./blocks/loyalty-blocks.ts";

/** Where the figures of a report come from. */
export interface ReportOrigin extends Pick<Understanding, "currency" | "currencies" | "passedOver"> {
  readonly files: readonly OriginFile[];
  /** The table in a database that takes the files' place: its one entry there has its name. */
  readonly table?: OriginTable | undefined;
}

/** A file, or a table in a database, of which neither the size nor the fingerprint is known. */
export interface OriginFile extends Pick<FileUnderstanding, "name" | "rows" | "sha256"> {
  readonly bytes: number | null;
}

/** A table in a database. */
export interface OriginTable {
  /** The database's URL without user, password and parameters, `postgres://db.example.com/shop`. */
  readonly database: string;
  /** As the user wrote it, `shop.orders`. */
  readonly name: string;
}

/** Everything that a report is made from. */
export interface ReportInput {
  /** What the report is called: the user's words, or the exports' names without their folders. */
  readonly title: string;
  /** The command line that writes the list of a group to begin with. */
  readonly listCommand: (group: ActionGroup) => string;
  readonly language: Language;
  readonly report: Report;
  readonly ledger: Ledger;
  readonly understanding: ReportOrigin;
  readonly notes: readonly Note[];
  /** Whether the user chose the as-of date; otherwise it is the newest day in the data. */
  readonly asOfGiven: boolean;
  readonly definitions: Definitions;
  /** The version of this program. */
  readonly version: string;
  /** Whether the cut points are those of a model, and not of the report's own customers. */
  readonly isFrozen: boolean;
  /** Whether e-mail addresses among the customers' ids are shown in full. */
  readonly showCustomers: boolean;
  /** Whether the customers who spent most were asked for: a report on one screen names them only then. */
  readonly namesCustomers: boolean;
  /** Who the customers are, for a workbook that names them; left out where none does. */
  readonly people?: NamedCustomers | undefined;
  /** Who came back and who will order; `null` where the report was not asked. */
  readonly outlook: Outlook | null;
  /** What the best customers began with; `null` where the report was not asked, or nobody can be compared. */
  readonly profile: CustomerProfile | null;
  /** A loyalty plan over the orders; `null` where the report was given none. */
  readonly loyalty: LoyaltyResult | null;
}

/** An input with what its report says of the customers from period to period. */
export type OverTime<Input extends ReportInput = ReportInput> = Input & { readonly overTime: ReportOverTime };

/** The same input with its periods at hand; `null` where only sums of the customers are known. */
export function followed<Input extends ReportInput>(input: Input): OverTime<Input> | null {
  const { overTime } = input.report;
  return overTime === null ? null : { ...input, overTime };
}

/** What such a report leaves out, and why, as a note for formats without running text. */
export function leftOutNotes({ report: { overTime }, language }: ReportInput): readonly Note[] {
  return overTime === null ? [note(language.words.ofCustomers.leftOut)] : [];
}
