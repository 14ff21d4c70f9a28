import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Keys that engines, encodings and quoting treat differently; each is a customer of its own. */
const KEYS = [
  (n: number) => `c${n}`,
  (n: number) => `C${n}`,
  (n: number) => `Äiti ${n}`,
  (n: number) => `äiti ${n}`,
  (n: number) => `😀${n}`,
  (n: number) => `Ａ${n}`,
  (n: number) => `o'brien ${n}`,
  (n: number) => `say "hi" ${n}`,
  (n: number) => `back\\slash\\${n}`,
  (n: number) => `-- ${n}; drop table orders`,
  (n: number) => `50% _${n}`,
  (n: number) => `${n * 7 + 100000}`,
] as const;

/** Numbers from 0 up to below a limit, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So much over whole units, with the decimals given. */
function money(units: number, digits: number, decimals: number): string {
  return `${units}.${String(digits).padStart(decimals, "0")}`;
}

function amountOf(next: (below: number) => number): string {
  const kind = next(200);
  if (kind < 4) return `-${money(next(60), next(100), 2)}`;
  if (kind < 14) return money(next(300), next(1_000_000), 6);
  if (kind < 16) return `0.0000${next(10)}`;
  if (kind === 16) return "900000000.00";
  if (kind === 17) return "0.00";
  if (kind === 18) return "";
  return money(next(400), next(100), 2);
}

/** Nothing, a part of the amount, or more than all of it. */
function refundedOf(next: (below: number) => number, total: string): string {
  const kind = next(100);
  if (kind < 92 || total === "" || total.startsWith("-")) return "";
  return kind < 96 ? money(next(5), next(1_000_000), 6) : money(next(500), next(100), 2);
}

/** A moment of the years 2022 to 2024, many of them late in the evening. */
function momentOf(next: (below: number) => number): Date {
  const day = Date.UTC(2022, 0, 1) + next(1095) * 86_400_000;
  const hour = next(3) === 0 ? 21 + next(3) : next(24);
  return new Date(day + hour * 3_600_000 + next(60) * 60_000);
}

const STATUSES = ["paid", "Paid", "shipped", "", "cancelled", "pending"] as const;
const COUNTRIES = ["Finland", "Sweden", "Norge", ""] as const;

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** So many lines are written at once. */
const LINES = 20_000;

/** A CSV file of orders, one row per order or refund, made of what goes wrong between engines. */
export async function writeHostileShop(path: string, orders: number): Promise<void> {
  const file = createWriteStream(path);
  await pipeline(Readable.from(pieces(orders)), file);
}

function* pieces(orders: number): Generator<string> {
  const next = numbers(20241130);
  const range = Math.max(1000, Math.floor(orders / 200)); // twelve kinds of keys each
  let lines = ["order_id,customer_id,ordered_at,ordered_on,total,refunded,status,country"];
  for (let order = 1; order <= orders; order += 1) {
    const number = Math.floor((next(range) * next(range)) / range);
    const key = next(300) === 0 ? ["", "0"][next(2)] : KEYS[next(KEYS.length)]?.(number);
    const moment = momentOf(next).toISOString().slice(0, 19);
    const total = amountOf(next);
    const status = STATUSES[next(10) < 8 ? next(4) : next(STATUSES.length)] ?? "";
    const country = COUNTRIES[next(COUNTRIES.length)] ?? "";
    const cells = [
      `o${order}`,
      key ?? "",
      `${moment}Z`,
      moment.slice(0, 10),
      total,
      refundedOf(next, total),
      status,
      country,
    ];
    lines.push(cells.map(quoted).join(","));
    if (lines.length < LINES) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  yield lines.map((line) => `${line}\n`).join("");
}
