import type { KeptValues } from "../../orders/order-table.ts";
import { type OrderAttribute, singleAttribute } from "./order-attribute.ts";

/** A column of the exports as an attribute; a blank cell is a value of its own, the last. */
export function columnAttribute(attribute: string, { values, codes }: KeptValues): OrderAttribute {
  const all = [...values, ""].map((value) => ({ value, name: null }));
  return singleAttribute(attribute, all, (order) => {
    const code = codes[order] as number;
    return code < 0 ? values.length : code;
  });
}
