/** On real orders: a handful of findings, and hardly any where there is nothing to find. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseAttributes } from "../../../src/analysis/profile/choose-attributes.ts";
import { bestCustomers, profileCustomers } from "../../../src/analysis/profile/customer-profile.ts";
import { entriesAmong, firstOrders } from "../../../src/analysis/profile/first-orders.ts";
import { profileFirstOrders } from "../../../src/analysis/profile/profile.ts";
import { randomFrom } from "../../../src/analysis/statistics/random.ts";
import { defaultAsOf, type OrderHistory } from "../../../src/orders/history.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";

const MONTHS = fileURLToPath(new URL("../../../fixtures/online-retail/", import.meta.url));

let history: OrderHistory;
beforeAll(async () => {
  history = await readOrders([MONTHS], { lines: true });
});

describe("six months of a gift wholesaler", () => {
  it("show a handful of products that those who spent more later began with", () => {
    const { rows } = profileCustomers(history.orders, { asOf: defaultAsOf(history), by: ["product"] });
    const found = rows.filter(({ qValue }) => qValue <= 0.05);
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.length).toBeLessThanOrEqual(12);
  });

  it("show a finding in at most 8 of 100 runs where the best are drawn by lot", () => {
    const { orders } = history;
    const asOf = defaultAsOf(history);
    const customers = bestCustomers(orders, { asOf });
    const first = firstOrders(orders, asOf);
    const { attributes } = chooseAttributes(orders, ["product"], entriesAmong(first));
    const { uniform } = randomFrom(2026);
    let runsWithFinding = 0;
    for (let run = 0; run < 100; run += 1) {
      const isBest = shuffled(customers.isBest, uniform);
      const { rows } = profileFirstOrders(attributes, { customers: { ...customers, isBest }, first });
      if (rows.some(({ qValue }) => qValue <= 0.05)) runsWithFinding += 1;
    }
    expect(runsWithFinding).toBeLessThanOrEqual(8);
  });
});

/** Fisher & Yates. */
function shuffled(labels: Uint8Array, uniform: () => number): Uint8Array {
  const copy = labels.slice();
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const at = Math.floor(uniform() * (last + 1));
    [copy[last], copy[at]] = [copy[at] as number, copy[last] as number];
  }
  return copy;
}
