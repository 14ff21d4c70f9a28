/** What a column can say of a line item. `lineTax` is the part of its total that stands in a column of its own. */
export const LINE_ROLES = [
  "product",
  "productName",
  "category",
  "quantity",
  "unitPrice",
  "lineTotal",
  "lineTax",
] as const;

/** What a column can say of a whole order, beside its money, customer and day. */
export const TRAIT_ROLES = ["country", "channel", "coupon", "payment", "discount", "hour"] as const;

export type LineRole = (typeof LINE_ROLES)[number] | (typeof TRAIT_ROLES)[number];

/** Every role, in the order in which columns are looked for: the first that a column fits is its role. */
export const ALL_LINE_ROLES: readonly LineRole[] = [...LINE_ROLES, ...TRAIT_ROLES];
