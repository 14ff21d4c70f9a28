import { describe, expect, it } from "vitest";
import { runInProcess } from "../../support/run-rfm.ts";

/**
 * Sixty customers with two orders 30 days apart, so the lapse gap is 30 days. The newest orders of 35 are of the last day; those
 * of 25 are 516 days old, and were worth a quarter. With refunds everybody got twice as much back: -40 and -10 are left.
 */
function shop(hasRefunds: boolean): string {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const isRecent = at < 35;
    const days = isRecent ? ["2025-05-31", "2025-06-30"] : ["2024-01-01", "2024-01-31"];
    const amount = isRecent ? 20 : 5;
    const orders = days.map((day, order) => `c${at},o${at}-${order},${day},${amount}`);
    return hasRefunds ? [...orders, `c${at},r${at},${days[1]},${-4 * amount}`] : orders;
  });
  return `customer,order,date,amount\n${rows.flat().join("\n")}\n`;
}

async function pageOf(csv: string): Promise<string> {
  const { status, stdout } = await runInProcess("report - -q --format html", { stdin: csv });
  expect(status).toBe(0);
  return stdout.replace(/<[^>]*>/g, "").replaceAll(/[\s\u2060]+/g, " ");
}

const DENIED = "No customer who spent more than the typical one has been silent for more than 30 days";
const OTHERS = "Another 25 customers who spent less have been silent for as long";
const MEASURE = "Nine in ten of those who came back never paused for longer than 30 days";

describe("a report of a shop whose refunds are above its sales", () => {
  it("says nothing of who spent more than the typical customer, whose spend is below 0", async () => {
    const page = await pageOf(shop(true));
    expect([page.includes(DENIED), page.includes(OTHERS), page.includes(MEASURE)]).toEqual([false, false, true]);
  });

  it("says it where the typical customer spent something", async () => {
    const page = await pageOf(shop(false));
    expect([page.includes(DENIED), page.includes(OTHERS), page.includes(MEASURE)]).toEqual([true, true, true]);
  });
});
