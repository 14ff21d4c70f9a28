import { describe, expect, it } from "vitest";
import { explainCustomer } from "../../src/analysis/explain/explain-customer.ts";
import { checkDefinitions } from "../../src/analysis/model/check-model.ts";
import { definitionsOf, type ScoreModel } from "../../src/analysis/model/model.ts";
import { retentionByPeriod } from "../../src/analysis/retention/retention-by-period.ts";
import { retentionBySegment } from "../../src/analysis/retention/segment-retention.ts";
import { segmentCustomers } from "../../src/analysis/segments/segment-customers.ts";
import type { OrderTable } from "../../src/orders/order-table.ts";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { withoutWholeMarks } from "../support/page-text.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Runs `rfm` on rows given as standard input; the first is the header. */
function rfm(command: string, rows: readonly string[]): Promise<Outcome> {
  return runRfm(command.split(" "), ROOT, { input: `${rows.join("\n")}\n` });
}

describe("explain shows all that the exports have of a customer", () => {
  const rows = [
    "order_id,customer_id,order_date,amount,refunded,status",
    "1,ann,2024-01-05,100.00,0,paid",
    "2,ann,2024-02-05,50.00,50.00,paid",
    "3,ann,2024-03-05,30.00,0,cancelled",
    "4,ann,2024-04-05,80.00,20.00,paid",
    "5,bob,2024-04-06,10.00,0,paid",
  ];

  it("names refunded and cancelled orders with their money, beside those that count", async () => {
    const { stdout, stderr } = await rfm("explain - --id ann", rows);
    expect(stderr).not.toContain("rfm:");
    const text = stdout.replace(/\n +/g, " ");
    expect(text).toContain("2 orders from 2024-01-05 to 2024-04-05, worth 160.00 after 20.00 refunded on them.");
    expect(text).toContain("2 more orders or refunds do not count: status: 1 (30.00), zero amount: 1 (50.00).");
    expect(stdout).toMatch(/2024-03-05 +30\.00 +– +does not count: status/);
    expect(stdout).toMatch(/2024-02-05 +0\.00 +50\.00 +does not count: zero amount/);
    expect(stdout).toMatch(/2024-04-05 +60\.00 +20\.00/);
  });

  it("has them in JSON, apart from those that count", async () => {
    const { stdout } = await rfm("explain - --id ann --format json", rows);
    expect(JSON.parse(stdout)).toMatchObject({
      orders: [
        { day: "2024-01-05", amount: 100 },
        { day: "2024-04-05", amount: 60 },
      ],
      not_counted: [
        { order_id: "2", day: "2024-02-05", gross: 50, refund: 50, reason: "zero amount" },
        { order_id: "3", day: "2024-03-05", gross: 30, refund: 0, reason: "status" },
      ],
    });
  });

  it("counts what lies before the window as what does not count", async () => {
    const { stdout } = await rfm("explain - --id ann --window 1m", rows);
    const text = stdout.replace(/\n +/g, " ");
    expect(text).toContain("1 order on 2024-04-05, worth 60.00 after 20.00 refunded on them.");
    expect(text).toContain("before window: 2");
  });

  it("takes the customer by --id, and --customer for the column, as every command", async () => {
    const renamed = rows.map((row) => row.replace("customer_id", "who"));
    const found = await rfm("explain - --customer who --id ann --format json", renamed);
    expect(JSON.parse(found.stdout)).toMatchObject({ customer_id: "ann" });
    const without = await rfm("explain - --customer ann", rows);
    expect(without.status).toBe(2);
    expect(without.stderr).toContain("--id is missing");
  });

  it("says how far it looked ahead", async () => {
    const text = (await rfm("explain - --id ann", rows)).stdout.replace(/\n +/g, " ");
    expect(text).toContain("one order on any day from 2024-04-07 to 2024-07-05 (90 days)");
    expect(text).toContain("no order at all up to 2026-04-06");
  });
});

/** One customer a line: the days of the orders. */
function ordersOn(...customers: readonly (readonly string[])[]): readonly string[] {
  const rows = customers.flatMap((days, customer) => days.map((day) => `c${customer},${day},10.00`));
  return ["customer_id,order_date,amount", ...rows];
}

describe("retention is told alike wherever it is told", () => {
  // 2024-01: c0–c3 (the exports begin with it). New in 2024-02: c4, c5; in 2024-03: c6. k = 1 without January: c4 came again
  // in March, c5 did not, c6 came again in April: 2 of 3. With January's c0, who came in February: 3 of 7.
  const rows = ordersOn(
    ["2024-01-01", "2024-02-10", "2024-04-30"],
    ["2024-01-15"],
    ["2024-01-20"],
    ["2024-01-31"],
    ["2024-02-01", "2024-03-15"],
    ["2024-02-29"],
    ["2024-03-31", "2024-04-02"],
  );

  it("has one average of the cohorts: in the JSON, the table, Markdown, the report and the page", async () => {
    const json: unknown = JSON.parse((await rfm("report - --format json", rows)).stdout);
    expect(json).toMatchObject({ cohort_averages_without: "2024-01" });
    expect((json as { cohort_averages: readonly unknown[] }).cohort_averages[1]).toMatchObject({
      k: 1,
      cohorts: 2,
      counted: 3,
      customers: 2,
      rate: 2 / 3,
    });
    const wide = await rfm("cohorts - --wide", rows);
    expect(wide.stdout).toMatch(new RegExp(`\\naverage,,1,${2 / 3},`));
    for (const command of ["cohorts -", "cohorts - --format md", "report - --full", "report - --format md --full"]) {
      const { stdout } = await rfm(command, rows);
      expect(stdout, command).toMatch(/average[ |]+100\.0\s?%[ |]+66\.7\s?%/);
      expect(stdout.replace(/\s+/g, " "), command).toContain("The averages leave out the first cohort, 2024-01");
    }
    const page = withoutWholeMarks((await rfm("report - --format html", rows)).stdout);
    expect(page).toMatch(/On average 66\.7\s?% of new customers order again/);
    expect(page).toContain("This is 2 cohorts together, without the first (January 2024)");
  });

  it("counts the first cohort too where the exports are said to begin a month before it", async () => {
    const { stdout } = await rfm("cohorts - --wide --covers 2023-12-01..2024-04-30", rows);
    expect(stdout).toMatch(new RegExp(`\\naverage,,1,${3 / 7},`));
  });

  it("calls a first month that is cut off neither complete nor “to date”", async () => {
    const cut = rows.filter((row) => !row.includes("2024-01-01"));
    const { stdout } = await rfm("retention -", cut);
    expect(stdout).toMatch(/2024-01 +in part/);
    expect(stdout).not.toContain("to date");
    const running = (await rfm("retention - --as-of 2024-04-15", rows)).stdout;
    expect(running).toMatch(/2024-04 +to date/);
  });

  it("says of a pooled rate that periods are taken together, not averaged", async () => {
    const page = withoutWholeMarks((await rfm("report - --format html", rows)).stdout);
    expect(page).toContain("all 3 periods with a rate together");
    expect(page).not.toMatch(/average of \d+ periods/);
  });
});

describe("what changed is told of rates as well", () => {
  // Before 2023-05: a, b. In it: a (50 %). Before 2024-04: c, d, e, f, of whom one came (25 %); before 2024-05: c, g, of
  // whom both came (100 %): 75 points more than the month before, 50 more than the year before.
  const rows = ordersOn(
    ["2023-04-01", "2023-05-02"],
    ["2023-04-10"],
    ["2024-03-01", "2024-04-10", "2024-05-11"],
    ["2024-03-02"],
    ["2024-03-03"],
    ["2024-03-04"],
    ["2024-04-20", "2024-05-31"],
  );
  const covers = "--covers 2023-04-01..2024-05-31";

  it("in percentage points, in the terminal report and in Markdown", async () => {
    for (const format of ["table", "md"]) {
      const { stdout } = await rfm(`report - ${covers} --full --format ${format}`, rows);
      expect(stdout).toMatch(
        /Retention[ |]+100\.0\s?%[ |]+25\.0\s?%[ |]+\+75\.0 points[ |]+50\.0\s?%[ |]+\+50\.0 points/,
      );
    }
  });

  it("next to the month before and the year before on the page", async () => {
    const page = withoutWholeMarks((await rfm(`report - ${covers} --format html`, rows)).stdout);
    const text = page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    expect(text).toContain("Came back from the month before 100.0% 25.0% +75.0 points 50.0% +50.0 points");
    expect(page).toMatch(/up 50\.0 points on a year before \(May 2023, 50\.0\s?%\)/);
  });
});

describe("the ledger counts refunds where it says refunds", () => {
  const rows = [
    "order_id,customer_id,order_date,amount,refunded",
    "1,ann,2024-01-05,100.00,30.00",
    "2,bob,2024-02-05,50.00,0",
    "3,cat,2024-03-05,20.00,5.00",
  ];

  it("tells of refunded parts that were taken off", async () => {
    const text = (await rfm("report - --full", rows)).stdout.replace(/\s+/g, " ");
    expect(text).toContain("3 orders (2 refunded in part, 35.00) and no separate refund, net 135.00.");
    const json: unknown = JSON.parse((await rfm("report - --format json", rows)).stdout);
    expect(json).toMatchObject({ ledger: { refunds: 0, reduced_orders: 2, taken_off_orders: 35 } });
  });

  it("names the refunds beside their rows where they are left out", async () => {
    const lines = [
      "order_id,customer_id,order_date,amount",
      "1,ann,2024-01-05,100.00",
      "C2,ann,2024-01-09,-10.00",
      "C2,ann,2024-01-09,-5.00",
      "C3,ann,2024-01-12,-7.00",
    ];
    const { stderr } = await rfm("score - --refunds ignore --amount-per line", lines);
    expect(stderr.replace(/\s+/g, " ")).toContain("3 on 2 refunds that --refunds ignore leaves out (-22.00)");
  });
});

/** The monetary value of each customer, as `rfm score` prints it. */
async function moneyOf(command: string, rows: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await rfm(command, rows);
  const [header = "", ...lines] = stdout.trimEnd().split("\n");
  const at = header.split(",").indexOf("monetary_value");
  return Object.fromEntries(lines.map((line) => [line.split(",")[0] ?? "", line.split(",")[at] ?? ""]));
}

describe("the margin of an order", () => {
  // The total of 100 stands on both rows; the lines cost 20 and 30: 100 − 50 = 50.
  const totals = [
    "order_id,customer_id,order_date,order_total,line_cost",
    "1,ann,2024-01-05,100.00,20.00",
    "1,ann,2024-01-05,100.00,30.00",
    "2,bob,2024-02-05,80.00,60.00",
  ];

  it("counts a total once and adds up the costs of its lines", async () => {
    expect(await moneyOf("score - --cost line_cost --amount order_total --amount-per order", totals)).toEqual({
      ann: "50.00",
      bob: "20.00",
    });
  });

  it("adds up line amounts and line costs alike", async () => {
    const lines = [
      "order_id,customer_id,order_date,line_total,line_cost",
      "1,ann,2024-01-05,70.00,20.00",
      "1,ann,2024-01-05,30.00,30.00",
      "2,bob,2024-02-05,80.00,0.00",
    ];
    expect(await moneyOf("score - --cost line_cost", lines)).toEqual({ ann: "50.00", bob: "80.00" });
  });

  it("asks whether one value on all rows is the order's or each line's, as it does for amounts", async () => {
    const repeated = totals.map((row) => row.replace(/,(20|30)\.00$/, ",25.00"));
    const options = "score - --cost line_cost --amount order_total --amount-per order";
    const asked = await rfm(options, repeated);
    expect(asked.status).toBe(3);
    expect(asked.stderr).toContain("25.00 on each of its 2 rows, which is 25.00 or 50.00 in all");
    expect(asked.stderr).toContain("--cost-per order or --cost-per line");
    expect(await moneyOf(`${options} --cost-per line`, repeated)).toMatchObject({ ann: "50.00" });
    expect(await moneyOf(`${options} --cost-per order`, repeated)).toMatchObject({ ann: "75.00" });
  });

  it("is lowered by the refunded column and by dated refunds, unless refunds are left out", async () => {
    const rows = [
      "order_id,customer_id,order_date,amount,refunded,cost,margin",
      "1,ann,2024-01-05,100.00,10.00,60.00,40.00",
      "2,bob,2024-02-05,80.00,0,60.00,20.00",
      "C2,bob,2024-02-09,-5.00,0,,",
    ];
    for (const column of ["--cost cost", "--margin margin"]) {
      // ann: 100 − 10 − 60; bob: 80 − 60 − 5 given back, of which no goods are known to have come back
      expect(await moneyOf(`score - ${column}`, rows), column).toEqual({ ann: "30.00", bob: "15.00" });
      const whole = await moneyOf(`score - ${column} --refunds ignore`, rows);
      expect(whole, column).toEqual({ ann: "40.00", bob: "20.00" });
    }
  });

  it("never takes a blank cost for 0 without a word", async () => {
    const rows = [
      "order_id,customer_id,order_date,amount,cost",
      "1,ann,2024-01-05,100.00,60.00",
      "2,bob,2024-02-05,80.00,",
      "3,cat,2024-03-05,20.00,",
    ];
    const { stdout, stderr } = await rfm("score - --cost cost", rows);
    expect(stdout).toMatch(/^bob,.*,80\.00,/m);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "warning: 2 rows of 2 orders worth 100.00 have no cost: it counts as 0",
    );
    expect((await rfm("score - --cost cost", rows.slice(0, 2))).stderr).not.toContain("no cost");
  });

  it("stands in rfm orders beside what counts, and adds up to the scores", async () => {
    const { stdout } = await rfm("orders - --cost line_cost --amount order_total --amount-per order", totals);
    const [header, ...lines] = stdout.trimEnd().split("\n");
    expect(header?.split(",").at(-1)).toBe("margin");
    expect(lines.map((line) => line.split(",").at(-1))).toEqual(["50.00", "20.00"]);
  });

  it("is refused where it has no effect", async () => {
    for (const command of ["cohorts -", "repeat -", "retention -"]) {
      const { status, stdout } = await rfm(`${command} --cost line_cost`, totals);
      expect([command, status, stdout]).toEqual([command, 2, ""]);
    }
    const own = (await rfm("orders - --amount order_total --amount-per order", totals)).stdout.trimEnd().split("\n");
    const again = await rfm("score - --cost line_cost", own);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("output of rfm orders")]);
    expect((await rfm("score - --cost-per line", totals)).status).toBe(2);
  });
});

/** Forty customers with one to four orders each; what an order earned has nothing to do with its amount. */
function shopWithMargins(): OrderTable {
  const lines = Array.from({ length: 40 }, (_, customer) =>
    Array.from({ length: 1 + (customer % 4) }, (_unused, order) => ({
      customer,
      day: 1 + ((customer * 41 + order * 83) % 330),
      amount: 10_000 * (20 + ((customer * 37 + order * 11) % 90)),
      margin: 10_000 * (((customer * 53 + order * 29) % 95) - 20),
    })),
  ).flat();
  return {
    length: lines.length,
    customer: Int32Array.from(lines, ({ customer }) => customer),
    day: Int32Array.from(lines, ({ day }) => day),
    amount: Float64Array.from(lines, ({ amount }) => amount),
    margin: Float64Array.from(lines, ({ margin }) => margin),
    customerKeys: Array.from({ length: 40 }, (_, customer) => `c${customer}`),
    firstDay: 1,
    lastDay: 330,
  };
}

describe("where the margin is the monetary value", () => {
  const orders = shopWithMargins();
  const asOf = 330;
  const today = segmentCustomers(orders, { asOf });

  it("retention by segment places everyone where the scores of that day do", () => {
    const periods = retentionByPeriod(orders, { asOf });
    const table = retentionBySegment(orders, periods, { asOf, scheme: today.scheme, scored: today });
    for (const period of periods.rows.slice(3)) {
      const then = segmentCustomers(orders, { asOf: period.firstDay - 1, frozen: today.scales });
      const counts = today.scheme.segments.map((_, segment) => then.segment.filter((own) => own === segment).length);
      const told = table.rows.filter((row) => row.period === period.period).map(({ before }) => before);
      expect(told, period.period).toEqual(counts);
    }
  });

  it("explain speaks of margins, and each of its statements is true of them", () => {
    let tried = 0;
    for (let row = 0; row < today.customers.length; row += 3) {
      const customer = today.customers.customer[row] as number;
      const { events, ofMargin } = explainCustomer(orders, today, { customer: row, options: {} });
      expect(ofMargin).toBe(true);
      for (const { atLeast, atMost, from, by, segment } of events?.orders ?? []) {
        for (const margin of [atLeast, atMost ?? atLeast + 9_000_000]) {
          for (const [day, seen] of [
            [from, from],
            [from, by],
            [by, by],
          ] as const) {
            const more: OrderTable = {
              ...orders,
              length: orders.length + 1,
              customer: Int32Array.of(...orders.customer, customer),
              day: Int32Array.of(...orders.day, day),
              amount: Float64Array.of(...orders.amount, 990_000),
              margin: Float64Array.of(...(orders.margin ?? []), margin),
            };
            const then = segmentCustomers(more, { asOf: seen, frozen: today.scales });
            expect(then.segment[then.customers.customer.indexOf(customer)]).toBe(segment);
            tried += 1;
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it("a model says so, and is refused where the monetary value is spend", () => {
    const model = { definitions: definitionsOf({ asOf, cost: "cost" }) };
    expect(model.definitions.money).toBe("margin");
    const check = () => checkDefinitions(model as ScoreModel, definitionsOf({ asOf }), "model.json");
    expect(check).toThrow(/monetary value from \(model: margin, here: spend\)/);
  });
});

describe("a shop that closes in August", () => {
  const rows = ordersOn(
    ["2024-05-01", "2024-06-10", "2024-07-10", "2024-09-10", "2024-10-31"],
    ["2024-05-15", "2024-07-20"],
    ["2024-06-20", "2024-09-15"],
  );

  it("counts active customers after it, and warns of the gap", async () => {
    const { status, stdout, stderr } = await rfm("retention - --active-within 3m --format csv", rows);
    expect(status).toBe(0);
    expect(stderr).toContain("2024-08 has no order at all");
    const [header = "", ...lines] = stdout.trimEnd().split("\n");
    const at = (name: string): number => header.split(",").indexOf(name);
    const october = lines.find((line) => line.startsWith("2024-10"))?.split(",") ?? [];
    // July to September: all three bought. August to October: two of them.
    expect([october[at("stock_before")], october[at("stock_end")]]).toEqual(["3", "2"]);
  });

  it("is followed by windows of 30 days across it", async () => {
    const { stdout } = await rfm("cohorts - --clock days --measure customers --wide", rows);
    expect(stdout.split("\n")[2]).toMatch(/^2024-06,1,1,0,1,/); // 20 June: its window 2 is 19 August to 17 September
  });
});

describe("repeat --frequency days", () => {
  it("counts two orders of one day as one in what returning customers are worth, too", async () => {
    const rows = ordersOn(["2024-01-01", "2024-01-01"], ["2024-01-01", "2024-03-01"]);
    const { stdout } = await rfm("repeat - --frequency days --format csv", rows);
    expect(stdout).toMatch(/returning_revenue_share,,,1,2,0\.5,/);
    expect(stdout).toMatch(/later_orders_revenue_share,[^\n]*,0\.25,/);
  });
});
