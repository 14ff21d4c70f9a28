import { describe, expect, it } from "vitest";
import { type RunResult, runInMemory } from "../commands/run-in-memory.ts";

const ROOT = new URL("../../", import.meta.url);

/** Runs `rfm` on rows given as standard input; the first is the header. */
function rfm(command: string, rows: readonly string[]): Promise<RunResult> {
  return runInMemory(command.split(" "), ROOT, `${rows.join("\n")}\n`);
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
    for (const command of ["cohorts -", "cohorts - --format md", "report -", "report - --format md"]) {
      const { stdout } = await rfm(command, rows);
      expect(stdout, command).toMatch(/average[ |]+100\.0\s?%[ |]+66\.7\s?%/);
      expect(stdout.replace(/\s+/g, " "), command).toContain("The averages leave out the first cohort, 2024-01");
    }
    const page = (await rfm("report - --format html", rows)).stdout;
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
    const page = (await rfm("report - --format html", rows)).stdout;
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
      const { stdout } = await rfm(`report - ${covers} --format ${format}`, rows);
      expect(stdout).toMatch(
        /Retention[ |]+100\.0\s?%[ |]+25\.0\s?%[ |]+\+75\.0 points[ |]+50\.0\s?%[ |]+\+50\.0 points/,
      );
    }
  });

  it("beside the month before and the year before on the page", async () => {
    const page = (await rfm(`report - ${covers} --format html`, rows)).stdout;
    expect(page).toMatch(/75 percentage points more than in April 2024 \(25\.0\s?%\)/);
    expect(page).toMatch(/50 percentage points more than in May 2023 \(50\.0\s?%\)/);
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
    const text = (await rfm("report -", rows)).stdout.replace(/\s+/g, " ");
    expect(text).toContain("3 orders (2 refunded in part, 35.00) and no refund of a day of its own, net 135.00.");
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
