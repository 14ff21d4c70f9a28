/**
 * What is known of an order beside its money, customer and day; each has a column of its own in many exports. `discount` is
 * `yes` or `no`, `hour` the hour of the day as written, `00` … `23`.
 */
export const ORDER_TRAITS = ["country", "channel", "coupon", "payment", "discount", "hour"] as const;
export type TraitName = (typeof ORDER_TRAITS)[number];
