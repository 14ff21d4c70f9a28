import type { OrderTable } from "../../orders/order-table.ts";
import { type OrderAttribute, singleAttribute } from "./order-attribute.ts";

/** The days of the week as data has them, from Monday on. */
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** 1970-01-01 was a Thursday. */
const DAYS_FROM_MONDAY = 3;

/** The day of the week of each order. */
export function weekdayAttribute({ day }: OrderTable): OrderAttribute {
  const values = WEEKDAYS.map((value) => ({ value, name: null }));
  return singleAttribute("weekday", values, (order) => {
    const weekday = ((day[order] as number) + DAYS_FROM_MONDAY) % WEEKDAYS.length;
    return weekday < 0 ? weekday + WEEKDAYS.length : weekday;
  });
}
