import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ONLINE_RETAIL } from "../support/in-process.ts";
import { runRfm } from "../support/run-rfm.ts";
import { firstDifference, monthlyExports } from "./exports.ts";
import {
  dayText,
  type Entry,
  groupBy,
  type Ledger,
  lapseGapTenths,
  moneyNumber,
  moneyText,
  parseCsv,
  parseMoney,
  type RetentionRow,
  readLines,
  type Scored,
  type SegmentRow,
  sum,
  toCustomers,
  toEntries,
  toLedger,
  toRetention,
  toSegments,
} from "./naive.ts";

interface LedgerOutput {
  readonly rows: number;
  readonly money: number;
  readonly used_rows: number;
  readonly used_money: number;
  readonly orders: number;
  readonly refunds: number;
  readonly set_aside: readonly {
    readonly reason: string;
    readonly rows: number;
    readonly entries: number;
    readonly money: number;
    readonly file: string;
    readonly line: number;
  }[];
}

interface Report {
  readonly as_of: string;
  readonly ledger: LedgerOutput;
  readonly cut_points: Scored["cutPoints"];
  readonly segments: readonly { readonly revenue: number }[];
}

type OrderOutput = Readonly<
  Record<
    "order_id" | "customer_id" | "day" | "gross" | "refund" | "net" | "purchase" | "reason" | "file" | "line",
    string
  >
>;

const scoreColumns =
  "customer_id,first_order,last_order,recency_days,frequency,monetary_value,average_order_value,r_score,f_score,m_score,rfm_cell,segment";
const segmentColumns =
  "segment,customers,customer_share,orders,revenue,revenue_share,average_order_value,median_recency_days,median_frequency,median_monetary_value,action";
const retentionColumns =
  "period,first_day,last_day,complete,before,customers,retained,lost,new,reactivated,retention_rate,retention_low,retention_high,churn_rate,returning_rate,orders,revenue,gross_revenue_retention,net_revenue_retention";
const orderColumns = "order_id,customer_id,day,gross,refund,net,purchase,reason,file,line";

const folder = mkdtempSync(join(tmpdir(), "rfm-independent-"));
const setFolder = join(folder, "rfm-out/latest");
const ordersFile = join(setFolder, "orders.csv");

let entries: readonly Entry[];
let ledger: Ledger;
let scored: Scored;
let segments: readonly SegmentRow[];
let retention: readonly RetentionRow[];

/** The outputs of one run, which reads the exports once for all of them. */
const SET = [
  { name: "scores", command: "score", file: "scores.json" },
  { name: "report", command: "report", file: "report.json" },
  { name: "segments", command: "segments", file: "segments.json" },
  { name: "retention", command: "retention", file: "retention.json" },
  { name: "orders", command: "orders", file: "orders.csv" },
] as const;
/** A machine far from UTC that writes numbers otherwise: it must make no difference, nor must the order of the files. */
const ELSEWHERE = { env: { TZ: "Pacific/Kiritimati", LANG: "fi_FI.UTF-8", LC_ALL: "fi_FI.UTF-8" } };

type SetOutputs = Record<(typeof SET)[number]["name"], string>;

let outputs: SetOutputs & Record<"scoresCsv" | "scoresOfOrders", string>;
let orders: readonly OrderOutput[];
let report: Report;

beforeAll(async () => {
  const running = Promise.all([readOnce(), rfm(["score", ...monthlyExports.toReversed()], ELSEWHERE)]);
  entries = toEntries(readLines(monthlyExports));
  ledger = toLedger(entries);
  scored = toCustomers(entries);
  segments = toSegments(scored.customers);
  retention = toRetention(entries);
  const [, scoresCsv] = await running;
  outputs = {
    ...(Object.fromEntries(
      SET.map(({ name, file }) => [name, readFileSync(join(setFolder, file), "utf8")]),
    ) as SetOutputs),
    scoresCsv,
    scoresOfOrders: await rfm(["score", ordersFile]),
  };
  orders = readOrders();
  report = JSON.parse(outputs.report);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built program, which must not fail. */
async function rfm(args: readonly string[], surroundings: Parameters<typeof runRfm>[1] = {}): Promise<string> {
  const { status, stdout, stderr } = await runRfm(args, surroundings);
  if (status !== 0) throw new Error(`rfm ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function readOnce(): Promise<string> {
  const lines = SET.map(({ command, file }) => `  - { command: ${command}, file: ${file} }`);
  const config = ["version: 1", `exports: ${JSON.stringify(ONLINE_RETAIL)}`, "outputs:", ...lines, ""].join("\n");
  writeFileSync(join(folder, "rfm.config.yaml"), config);
  return rfm(["run"], { cwd: folder });
}

function readOrders(): readonly OrderOutput[] {
  const [header, ...records] = parseCsv(readFileSync(ordersFile, "latin1"));
  expect(header?.fields.join(",")).toBe(orderColumns);
  return records.map(({ fields }) => {
    const cell = (column: string): string => fields[orderColumns.split(",").indexOf(column)] ?? "";
    return {
      order_id: cell("order_id"),
      customer_id: cell("customer_id"),
      day: cell("day"),
      gross: cell("gross"),
      refund: cell("refund"),
      net: cell("net"),
      purchase: cell("purchase"),
      reason: cell("reason"),
      file: cell("file"),
      line: cell("line"),
    };
  });
}

/** The rows of a JSON result, after a check that each has exactly the columns, in order. */
function readRows(output: string, columns: string): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = JSON.parse(output);
  for (const row of rows) expect(Object.keys(row).join(",")).toBe(columns);
  return rows;
}

/** Sums of whole units, a reason (or `used`) each. */
function netByReason(some: readonly OrderOutput[]): Record<string, string> {
  const groups = groupBy(some, (order) => (order.reason === "" ? "used" : order.reason));
  return Object.fromEntries(
    [...groups].map(([reason, own]) => [reason, moneyText(sum(own.map((order) => parseMoney(order.net))))]),
  );
}

describe("the second way itself, against figures worked out with a third tool (exact fractions in another language)", () => {
  it("reads 209,029 rows worth 3,706,827.641 pounds", () => {
    expect([ledger.rows, moneyText(ledger.money)]).toEqual([209_029, "3706827.641"]);
  });

  it("finds 7,409 purchases and 1,535 refunds of 2,718 customers, as of 31 May 2011", () => {
    expect([ledger.orders, ledger.refunds, scored.customers.length]).toEqual([7409, 1535, 2718]);
    expect(dayText(scored.asOf)).toBe("2011-05-31");
  });

  it("finds 1,332 customers who bought once and 11 whose refunds left nothing", () => {
    expect(scored.customers.filter((one) => one.frequency === 1)).toHaveLength(1332);
    expect(scored.customers.filter((one) => one.spend <= 0n)).toHaveLength(11);
  });

  it("finds 210 customers with the best score in all three", () => {
    expect(scored.customers.filter((one) => one.cell === "555")).toHaveLength(210);
  });
});

describe("the ledger of a half-year of real orders", () => {
  it("is the one worked out a second way, to the cent, with each reason's first row", () => {
    expect({ ...report.ledger, set_aside: undefined }).toEqual({
      rows: ledger.rows,
      money: moneyNumber(ledger.money),
      used_rows: ledger.usedRows,
      used_money: moneyNumber(ledger.usedMoney),
      orders: ledger.orders,
      refunds: ledger.refunds,
      reduced_orders: 0, // the export has no column of refunded amounts
      taken_off_orders: 0,
      currencies: [],
      set_aside: undefined,
    });
    const byReason = (a: { reason: string }, b: { reason: string }): number => (a.reason < b.reason ? -1 : 1);
    expect(report.ledger.set_aside.map((one) => ({ ...one, file: basename(one.file) })).toSorted(byReason)).toEqual(
      ledger.setAside
        .map((one) => ({ ...one, money: moneyNumber(one.money), file: basename(one.file) }))
        .toSorted(byReason),
    );
  });

  it("sets aside 59,976 rows without a customer, one order worth nothing and 115 rows of refunds without a purchase", () => {
    expect(report.ledger.used_rows).toBe(148_937);
    expect(report.ledger.used_money).toBe(3_125_148.111);
    expect(new Map(report.ledger.set_aside.map((one) => [one.reason, [one.rows, one.money]]))).toEqual(
      new Map([
        ["no customer", [59_976, 586_339.55]],
        ["zero amount", [1, 0]],
        ["no purchase", [115, -4_660.02]],
      ]),
    );
  });

  it("has every row used or set aside", () => {
    const aside = report.ledger.set_aside.reduce((count, one) => count + one.rows, 0);
    expect(report.ledger.used_rows + aside).toBe(report.ledger.rows);
  });

  it("has all money in the segments or set aside", () => {
    const aside = report.ledger.set_aside.map((one) => parseMoney(String(one.money)));
    const revenues = report.segments.map((segment) => parseMoney(String(segment.revenue)));
    expect(moneyText(sum([...revenues, ...aside]))).toBe(moneyText(parseMoney(String(report.ledger.money))));
    expect(moneyText(sum(revenues))).toBe(moneyText(parseMoney(String(report.ledger.used_money))));
  });
});

describe("the customers of a half-year of real orders", () => {
  it("have their numbers, scores, cell and segment as worked out a second way, in every column", () => {
    const expected = scored.customers.map((one) => ({
      customer_id: one.id,
      first_order: dayText(one.firstDay),
      last_order: dayText(one.lastDay),
      recency_days: one.recencyDays,
      frequency: one.frequency,
      monetary_value: moneyNumber(one.spend),
      average_order_value: one.averageOrderValue,
      r_score: one.r,
      f_score: one.f,
      m_score: one.m,
      rfm_cell: one.cell,
      segment: one.segment,
    }));
    expect(readRows(outputs.scores, scoreColumns)).toEqual(expected);
  });

  it("are written to CSV with exact money and the shortest decimal of each average", () => {
    const expected = scored.customers.map((one) =>
      [
        one.id,
        dayText(one.firstDay),
        dayText(one.lastDay),
        one.recencyDays,
        one.frequency,
        moneyText(one.spend),
        one.averageOrderValue,
        one.r,
        one.f,
        one.m,
        one.cell,
        one.segment,
      ].join(","),
    );
    expect(outputs.scoresCsv.trimEnd().split(/\r?\n/)).toEqual([scoreColumns, ...expected]);
  });

  it("are scored by the exact quantiles, and as of the newest day", () => {
    expect(report.cut_points).toEqual(scored.cutPoints);
    expect(report.cut_points).toEqual({
      recency: [14, 34, 65, 111],
      frequency: [1, 1, 2, 3],
      monetary: [200.212, 341.458, 620.258, 1259.644],
    });
    expect(report.as_of).toBe("2011-05-31");
  });
});

describe("the segments of a half-year of real orders", () => {
  it("have their customers, orders, revenue, shares and medians as worked out a second way", () => {
    const actual = readRows(outputs.segments, segmentColumns);
    expect(actual).toEqual(segments.map((segment) => ({ ...segment, action: expect.anything() })));
  });

  it("get no advice, because 182 days are less than twice the 111.5 that returning customers pause", () => {
    expect(lapseGapTenths(entries)).toBe(1115);
    expect(readRows(outputs.segments, segmentColumns).map(({ action }) => action)).toEqual(segments.map(() => ""));
  });

  it("count 480 champions with 3,637 orders and 1,846,638.99 pounds", () => {
    const [champions] = readRows(outputs.segments, segmentColumns);
    expect(champions).toMatchObject({ segment: "Champions", customers: 480, orders: 3637, revenue: 1_846_638.99 });
  });

  it("say the same in the report", () => {
    expect(report.segments).toMatchObject(readRows(outputs.segments, segmentColumns)); // which adds who they are
  });
});

describe("the retention of a half-year of real orders", () => {
  it("is month by month as worked out a second way, with nothing where it cannot be known", () => {
    const rounded = (rate: unknown): unknown => (typeof rate === "number" ? rate.toFixed(12) : rate);
    // The interval has no one order of operations: it is compared to twelve decimals, all else exactly.
    const comparable = (row: object & Pick<RetentionRow, "retention_low" | "retention_high">): object => ({
      ...row,
      retention_low: rounded(row.retention_low),
      retention_high: rounded(row.retention_high),
    });
    const actual: RetentionRow[] = JSON.parse(outputs.retention);
    expect(readRows(outputs.retention, retentionColumns)).toHaveLength(6);
    expect(actual.map(comparable)).toEqual(retention.map(comparable));
  });

  it("kept 324 of December's 885 customers in January and 368 of April's 856 in May", () => {
    const counted = readRows(outputs.retention, retentionColumns).map((row) =>
      ["period", "before", "customers", "retained", "lost", "new", "reactivated"].map((column) => row[column]),
    );
    expect(counted).toEqual([
      ["2010-12", null, 885, 0, null, 885, 0],
      ["2011-01", 885, 741, 324, 561, 417, 0],
      ["2011-02", 741, 758, 262, 479, 380, 116],
      ["2011-03", 758, 974, 290, 468, 452, 232],
      ["2011-04", 974, 856, 304, 670, 300, 252],
      ["2011-05", 856, 1056, 368, 488, 284, 404],
    ]);
  });
});

describe("the orders as understood, the audit trail", () => {
  it("name each of the 10,783 invoices with its customer, day, net amount and reason, and where it begins", () => {
    const expected = entries.map((entry) => ({
      order_id: entry.orderId,
      customer_id: entry.customer,
      day: dayText(entry.day),
      net: moneyText(entry.net),
      purchase: String(entry.purchase),
      reason: entry.reason ?? "",
      file: basename(entry.lines[0]?.file ?? ""),
      line: String(entry.lines[0]?.line),
    }));
    const byId = (a: { order_id: string }, b: { order_id: string }): number => (a.order_id < b.order_id ? -1 : 1);
    const actual = orders.map(({ gross, refund, file, ...order }) => ({ ...order, file: basename(file) }));
    expect(expected).toHaveLength(10_783);
    expect(actual.toSorted(byId)).toEqual(expected.toSorted(byId));
  });

  it("have a net of gross less refund, both never negative", () => {
    const odd = orders.filter(({ gross, refund, net }) => {
      const [plus, minus] = [parseMoney(gross), parseMoney(refund)];
      return plus < 0n || minus < 0n || plus - minus !== parseMoney(net);
    });
    expect(odd).toEqual([]);
  });

  it("add up to the ledger, reason by reason", () => {
    const { used_money, set_aside } = report.ledger;
    const ledgerSums = [{ reason: "used", money: used_money }, ...set_aside].map(({ reason, money }) => [
      reason,
      moneyText(parseMoney(String(money))),
    ]);
    expect(netByReason(orders)).toEqual(Object.fromEntries(ledgerSums));
  });

  it("give the same scores, byte for byte, when they are read back", () => {
    expect(firstDifference(outputs.scoresOfOrders, outputs.scoresCsv)).toBeNull();
  });
});
