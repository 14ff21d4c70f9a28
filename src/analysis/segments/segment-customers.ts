import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions, CustomerTable } from "../customers/customer-table.ts";
import { customersAt } from "../customers/customers-at.ts";
import { type ScoreOptions, scoreCustomers } from "../scores/score-customers.ts";
import { assignSegments, type SegmentedCustomers } from "./assign-segments.ts";
import type { Scheme } from "./scheme.ts";
import { standardScheme } from "./standard.ts";

export interface SegmentOptions extends CustomersAtOptions, ScoreOptions {
  /** Default: the standard scheme. Its levels are the default of `levels`. */
  readonly scheme?: Scheme | undefined;
}

/**
 * The customers of an order table as of a day, scored and in their segments.
 *
 * @throws EmptyInputError when no customer has a purchase that counts
 * @throws UsageError where the scoring options do not fit each other
 */
export function segmentCustomers(orders: OrderTable, options: SegmentOptions): SegmentedCustomers {
  return segmentTable(customersAt(orders, options), options);
}

/** Customers that were added up already, scored and in their segments. */
export function segmentTable(
  customers: CustomerTable,
  options: ScoreOptions & Pick<SegmentOptions, "scheme">,
): SegmentedCustomers {
  const scheme = options.scheme ?? standardScheme;
  const scored = scoreCustomers(customers, { defaultLevels: scheme.levels, ...options });
  return assignSegments(scored, scheme);
}
