import { type CustomerProfile, profileCustomers } from "../../analysis/profile/customer-profile.ts";
import { InputError } from "../../errors.ts";
import type { OrderHistory } from "../../orders/history.ts";
import { type Note, warning } from "../../render/notes/note.ts";

/** What a report says of the best customers. */
export interface ReportedProfile {
  /** `null` where the report was not asked, or nobody can be compared. */
  readonly profile: CustomerProfile | null;
  /** Why something that was asked for is not there. */
  readonly refusals: readonly Note[];
}

/**
 * The profile that `rfm profile` makes without options, as of the report's day. What cannot be compared is left out of the
 * report, with the reason.
 */
export function profileFor(
  { orders }: OrderHistory,
  { isAsked, asOf }: { readonly isAsked: boolean; readonly asOf: number },
): ReportedProfile {
  if (!isAsked) return { profile: null, refusals: [] };
  try {
    return { profile: profileCustomers(orders, { asOf }), refusals: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { profile: null, refusals: [warning(`--profile: ${error.message}`)] };
  }
}
