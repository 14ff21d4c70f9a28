import { formatDay } from "../../../src/basics/calendar/days.ts";
import { dayOf } from "../../support/order-table.ts";

const HEADER =
  "order_id,customer_id,date,sku,product name,category,quantity,price,country,channel,coupon,note,reach,shop,remark";

const FIRST_DAY = dayOf("2025-01-06");

/** Two hundred customers; every fourth begins with a lamp, and of those half come back for more. The others buy mugs. */
const CUSTOMERS = 200;

interface Line {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: string;
}

const LAMP: Line = { sku: "L1", name: "Lamp", category: "Light", price: "40.00" };
const MUG: Line = { sku: "M1", name: "Mug", category: "Kitchen", price: "8.00" };
const TEA: Line = { sku: "T1", name: "Tea", category: "Kitchen", price: "3.50" };

/** The export of a gift shop in which who began with a lamp comes back, and nothing else makes a difference. */
export function giftShop(): string {
  const rows: string[] = [];
  let order = 0;
  const add = (customer: number, day: number, lines: readonly Line[]): void => {
    order += 1;
    const hour = `${String(8 + (customer % 12)).padStart(2, "0")}:15`;
    for (const { sku, name, category, price } of lines) {
      rows.push(
        [
          ...[`${order}`, `c${customer}`, `${formatDay(FIRST_DAY + day)} ${hour}`, sku, name, category, "2", price],
          ...[
            customer % 3 === 0 ? "Finland" : "Sweden",
            customer % 5 === 0 ? "" : "web",
            customer % 7 === 0 ? "SPRING" : "",
          ],
          ...[`note ${order}`, `+358 40 555 ${1000 + customer}`, "Helsinki", customer % 2 === 0 ? "" : "gift"],
        ].join(","),
      );
    }
  };
  for (let customer = 0; customer < CUSTOMERS; customer += 1) {
    const isLamp = customer % 4 === 0;
    const first = customer % 60;
    add(customer, first, isLamp ? [LAMP, TEA] : customer % 3 === 0 ? [MUG, TEA] : [MUG]);
    if (isLamp ? customer % 8 === 0 : customer % 20 === 1) add(customer, first + 20, [MUG, LAMP]);
  }
  for (let customer = CUSTOMERS; customer < CUSTOMERS + 25; customer += 1) {
    add(customer, 170, [{ ...MUG, sku: "N1", name: "New mug" }]);
  }
  return `${[HEADER, ...rows].join("\n")}\n`;
}
