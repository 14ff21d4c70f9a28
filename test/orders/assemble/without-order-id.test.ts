import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutOrderId } from "../../../src/orders/assemble/without-order-id.ts";

const CUSTOMERS = 4;
const someEntry = fc.record({
  order: fc.constantFrom(-1, -1, -1, 0),
  customer: fc.integer({ min: -1, max: CUSTOMERS - 1 }),
  day: fc.integer({ min: -2, max: 2 }),
  net: fc.constantFrom(10, 10, 10, 0, -10),
  reason: fc.constantFrom(0, 0, 0, 3),
});

it("counts purchases without an order id that share customer and day, as comparing each with all others does", () => {
  fc.assert(
    fc.property(fc.array(someEntry, { maxLength: 20 }), (entries) => {
      const column = (name: keyof (typeof entries)[number]): number[] => entries.map((entry) => entry[name]);
      const found = withoutOrderId(
        {
          length: entries.length,
          order: Int32Array.from(column("order")),
          customer: Int32Array.from(column("customer")),
          day: Int32Array.from(column("day")),
          net: Float64Array.from(column("net")),
          reason: Uint8Array.from(column("reason")),
        },
        { customers: CUSTOMERS, isEvery: true, isCounted: (day) => day < 2 },
      );
      const purchases = entries.filter((it) => it.order < 0 && it.reason === 0 && it.net > 0 && it.day < 2);
      const known = purchases.filter(({ customer }) => customer >= 0);
      const pairs = known.map(({ customer, day }) => `${customer} ${day}`);
      const sharing = pairs.filter((pair) => pairs.indexOf(pair) !== pairs.lastIndexOf(pair)).length;
      const excess = pairs.length - new Set(pairs).size;
      expect(found).toEqual(purchases.length === 0 ? null : { rows: purchases.length, sharing, excess, isEvery: true });
    }),
  );
});
