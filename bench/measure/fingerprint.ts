import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SCORE_COLUMNS } from "../../src/render/tables/score-table.ts";

/** What a result comes to, the same for equal results whatever the order of rows and the way numbers are written. */
export interface Fingerprint {
  readonly customers: number;
  readonly orders: number;
  /** Cents. */
  readonly money: string;
  readonly recencyDays: number;
  /** Customers with each score 1 … 5. */
  readonly scores: Readonly<Record<"r" | "f" | "m", readonly number[]>>;
  readonly segments: Readonly<Record<string, number>>;
  /** A hash of each customer's id, dates, orders, money, cell and segment, added up. */
  readonly customerHash: string;
}

const LEVELS = 5;

/**
 * Reads a file of scored customers and adds it up.
 *
 * @throws Error where a column is missing
 */
export function fingerprintOf(path: string): Fingerprint {
  const [header = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const columns = fieldsOf(header);
  const place = Object.fromEntries(SCORE_COLUMNS.map((column) => [column, columns.indexOf(column)]));
  const missing = SCORE_COLUMNS.filter((column) => place[column] === -1);
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(", ")}`);
  const empty = (): number[] => Array.from({ length: LEVELS }, () => 0);
  const scores = { r: empty(), f: empty(), m: empty() };
  const segments: Record<string, number> = {};
  let [orders, recencyDays, money, hash] = [0, 0, 0n, 0n];
  for (const line of lines) {
    const fields = fieldsOf(line);
    const value = (column: (typeof SCORE_COLUMNS)[number]): string => fields[place[column] ?? -1] ?? "";
    const cents = Math.round(Number(value("monetary_value")) * 100);
    orders += Number(value("frequency"));
    recencyDays += Number(value("recency_days"));
    money += BigInt(cents);
    for (const dimension of ["r", "f", "m"] as const) {
      const score = Number(value(`${dimension}_score`)) - 1;
      scores[dimension][score] = (scores[dimension][score] ?? 0) + 1;
    }
    segments[value("segment")] = (segments[value("segment")] ?? 0) + 1;
    const said = ["customer_id", "first_order", "last_order", "frequency", "rfm_cell", "segment"] as const;
    hash += hashOf([...said.map((column) => value(column)), String(cents)].join("|"));
  }
  const sorted = Object.fromEntries(Object.entries(segments).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    customers: lines.length,
    orders,
    money: String(money),
    recencyDays,
    scores,
    segments: sorted,
    customerHash: BigInt.asUintN(64, hash).toString(16),
  };
}

/** What two results differ in, one line each; none where they are equal. */
export function differencesOf(found: Fingerprint, expected: Fingerprint): readonly string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const [is, should] = [
      JSON.stringify(Object.entries(found).find(([other]) => other === name)?.[1]),
      JSON.stringify(value),
    ];
    return is === should ? [] : [`${name}: ${is} instead of ${should}`];
  });
}

/** The fields of a line; no field of a result has a comma, but some peers put texts in quotes. */
function fieldsOf(line: string): readonly string[] {
  return line.split(",").map((field) => field.replace(/^"|"$/g, ""));
}

function hashOf(text: string): bigint {
  return createHash("md5").update(text).digest().readBigUInt64LE();
}
