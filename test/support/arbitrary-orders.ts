import fc from "fast-check";
import { dayOf, type OrderLine } from "./order-table.ts";

const FIRST_DAY = dayOf("2024-01-01"); // a leap year
const CUSTOMERS = ["anna", "ben", "cara", "dora", "emil", "fia"] as const;

/** One purchase or dated refund of one of a few customers, in the ten months from January 2024. */
export const someOrder: fc.Arbitrary<OrderLine> = fc.record({
  customer: fc.constantFrom(...CUSTOMERS),
  day: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 300 }),
  amount: fc
    .oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 50_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -30_000, max: -1 }) },
    )
    .map((cents) => cents / 100),
});

/** A history of one to forty purchases and refunds, in no order. */
export const someOrders: fc.Arbitrary<readonly OrderLine[]> = fc
  .array(someOrder, { minLength: 1, maxLength: 40 })
  .map((lines) => Object.freeze(lines));
