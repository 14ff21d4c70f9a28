import { describe, expect, it } from "vitest";
import { COHORT_COLUMNS } from "../../src/render/tables/cohort-table.ts";
import { REPEAT_COLUMNS } from "../../src/render/tables/repeat-table.ts";
import { ACTIVE_COLUMNS, RETENTION_COLUMNS } from "../../src/render/tables/retention-table.ts";
import { runRfm } from "../support/in-process.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const HEADER = "order_id,customer_id,order_date,amount,country";

/** Orders as `customer day amount country`, as an export on standard input. */
function exportOf(...orders: readonly string[]): string {
  const rows = orders.map((order, index) => {
    const [customer, on, amount, country = ""] = order.split(" ");
    return `${index + 1},${customer},${on},${amount},${country}`;
  });
  return `${[HEADER, ...rows].join("\n")}\n`;
}

const FOUR_MONTHS = exportOf(
  "Ann 2024-01-01 10.00 Finland",
  "Bo 2024-01-31 20.00 Sweden",
  "Ann 2024-02-10 10.00 Sweden",
  "Cat 2024-02-29 30.00 Finland",
  "Cat 2024-03-31 30.00 Finland",
  "Bo 2024-04-10 5.00 Norway",
);

describe("rfm retention", () => {
  it("adds the columns of active customers to the table's", async () => {
    const { stdout } = await runRfm(["retention", "-", "--active-within", "1m", "--format", "csv"], ROOT, {
      input: FOUR_MONTHS,
    });
    expect(stdout.split("\n")[0]).toBe([...RETENTION_COLUMNS, ...ACTIVE_COLUMNS].join(","));
    expect(stdout.split("\n")[3]).toMatch(/^2024-03,.*,2,1,0\.5,0\.5$/);
  });

  it("says in words why the two rates differ and who can leave", async () => {
    const { stdout } = await runRfm(["retention", "-", "--active-within", "1m"], ROOT, { input: FOUR_MONTHS });
    expect(stdout).toContain("Of 2 customers active within 1 month before 2024-03");
    expect(stdout).toContain("Only customers whose last order turns older than 1 month");
  });

  it("refuses a window longer than the history, and says how long one may be", async () => {
    const { status, stdout, stderr } = await runRfm(["retention", "-", "--active-within", "12m"], ROOT, {
      input: FOUR_MONTHS,
    });
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(
      "--active-within 12m is longer than the history: the orders run from 2024-01-01 to 2024-04-10",
    );
    expect(stderr).toContain("hint: pass --active-within 60d or shorter");
  });

  it("shows counts without columns of blanks where no rate can be known, and the shorter period that would do", async () => {
    const { status, stdout, stderr } = await runRfm(["retention", "-", "--period", "quarter"], ROOT, {
      input: FOUR_MONTHS,
    });
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(/^period +before +customers +retained +lost +new +reactivated +revenue$/);
    expect(stdout).toContain("No retention rate yet: that takes two complete quarters in a row.");
    expect(stderr.replace(/\s+/g, " ")).toContain("Try --period month (3 complete months)");
  });

  it("refuses an as-of date before the first order", async () => {
    for (const command of ["retention", "cohorts", "repeat"]) {
      const { status, stderr } = await runRfm([command, "-", "--as-of", "2023-12-31"], ROOT, { input: FOUR_MONTHS });
      expect(status).toBe(3);
      expect(stderr).toContain("to show: nothing was bought on or before 2023-12-31");
      expect(stderr).toContain("hint: the first purchase is of 2024-01-01; choose a later --as-of");
    }
  });

  it("names the missing month, and what to do about it", async () => {
    const input = exportOf("Ann 2024-01-01 10.00", "Bo 2024-02-10 10.00", "Ann 2024-04-30 10.00");
    for (const command of ["retention", "cohorts"]) {
      const { status, stderr } = await runRfm([command, "-"], ROOT, { input });
      expect(status).toBe(0);
      expect(stderr.replace(/\s+/g, " ")).toContain(
        "warning: 2024-03 has no order at all: orders are probably missing from the data, and its rates and the next month's are left out. Add them; or, if nothing was sold then, say which days the data covers: --covers 2024-01-01..2024-04-30",
      );
    }
  });

  it("has one row per period and segment with --per-segment, and scoring options only there", async () => {
    const { stdout } = await runRfm(["retention", "-", "--per-segment", "--format", "csv"], ROOT, {
      input: FOUR_MONTHS,
    });
    expect(stdout.split("\n")[0]).toMatch(/^period,segment,first_day,last_day,complete,before,retained,retention_rate/);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1 + 3 * 11);
    const refused = await runRfm(["retention", "-", "--window", "12m"], ROOT, { input: FOUR_MONTHS });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--active-within is the option for who counts as active");
  });

  it("explains the three rates in its help", async () => {
    const { stdout, status } = await runRfm(["help", "retention"], ROOT);
    expect(status).toBe(0);
    expect(stdout).toContain("kept / before          3 / 5        =  60%");
  });
});

describe("rfm cohorts", () => {
  it("has the long form in data, blank where nothing is observable yet", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--format", "csv"], ROOT, { input: FOUR_MONTHS });
    expect(stdout.trimEnd().split("\n")).toEqual([
      COHORT_COLUMNS.join(","),
      "2024-01,2,0,2024-01,value,2,1,2,30.00,15",
      "2024-01,2,1,2024-02,value,1,0.5,1,10.00,20",
      "2024-01,2,2,2024-03,value,0,0,0,0.00,20",
      "2024-01,2,3,2024-04,partial,1,0.5,1,5.00,22.5",
      "2024-02,1,0,2024-02,value,1,1,1,30.00,30",
      "2024-02,1,1,2024-03,value,1,1,1,30.00,60",
      "2024-02,1,2,2024-04,partial,0,0,0,0.00,60",
      "2024-02,1,3,,not observable yet,,,,,",
    ]);
  });

  it("has null, not 0, in JSON where nothing is observable yet", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--format", "json"], ROOT, { input: FOUR_MONTHS });
    const rows: unknown = JSON.parse(stdout);
    expect(Array.isArray(rows) && rows.at(-1)).toMatchObject({
      state: "not observable yet",
      customers: null,
      rate: null,
    });
  });

  it("has one column a k with --wide, the pooled average last, and leaves running months out", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--wide"], ROOT, { input: FOUR_MONTHS });
    expect(stdout.trimEnd().split("\n")).toEqual([
      "cohort,size,k0,k1,k2,k3",
      "2024-01,2,1,0.5,0,",
      "2024-02,1,1,1,,",
      "average,,1,1,,", // of February's alone: January may hold old customers
    ]);
  });

  it("makes cohorts by a column of the first order, largest first", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--by-first", "Country", "--format", "csv"], ROOT, {
      input: FOUR_MONTHS,
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(`${COHORT_COLUMNS.join(",")},counted`);
    // Finland: Ann and Cat, both seen to k = 1 (March at the latest), Ann to k = 2; Sweden: Bo
    expect(lines.slice(1)).toEqual([
      "Finland,2,0,,value,2,1,2,40.00,20,2",
      "Finland,2,1,,value,2,1,2,40.00,40,2",
      "Finland,2,2,,value,0,0,0,0.00,20,1",
      "Sweden,1,0,,value,1,1,1,20.00,20,1",
      "Sweden,1,1,,value,0,0,0,0.00,20,1",
      "Sweden,1,2,,value,0,0,0,0.00,20,1",
    ]);
  });

  it("names the columns there are where the one to make cohorts from is not", async () => {
    const { status, stderr } = await runRfm(["cohorts", "-", "--by-first", "channel"], ROOT, { input: FOUR_MONTHS });
    expect(status).toBe(3);
    expect(stderr).toContain('no column "channel"');
    expect(stderr).toContain("country");
  });

  it("says when an acquisition cost is earned back", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--acquisition-cost", "25"], ROOT, { input: FOUR_MONTHS });
    expect(stdout).toMatch(/2024-01 +2 +not yet/);
    expect(stdout).toMatch(/2024-02 +1 +k = 0/);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "25.00 it cost to win one within the first month; 1 of 2 cohorts has.",
    );
  });

  it("stars what is only so far, and refuses on-or-after for sums of money", async () => {
    const { stdout } = await runRfm(["cohorts", "-", "--measure", "customers"], ROOT, { input: FOUR_MONTHS });
    expect(stdout).toMatch(/2024-01 +2 +2 +1 +0 +1\*/);
    expect(stdout).toContain("* partial: the data does not cover the whole month");
    const refused = await runRfm(["cohorts", "-", "--kind", "on-or-after", "--measure", "revenue"], ROOT, {
      input: FOUR_MONTHS,
    });
    expect(refused.status).toBe(2);
  });
});

describe("rfm repeat", () => {
  it("has one row a figure in data", async () => {
    const { stdout } = await runRfm(["repeat", "-", "--format", "csv"], ROOT, { input: FOUR_MONTHS });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(REPEAT_COLUMNS.join(","));
    expect(lines).toContain("nth_order_share,2,,3,3,1,,");
    expect(lines).toContain("returning_revenue_share,,,3,3,1,,");
  });

  it("ends with four claims, measured on this shop", async () => {
    const { stdout } = await runRfm(["repeat", "-"], ROOT, { input: FOUR_MONTHS });
    const claims = stdout.slice(stdout.indexOf("What marketing articles claim"));
    expect(claims.match(/“/g)).toHaveLength(4);
  });
});

describe("rfm score --keep", () => {
  it("carries columns along, as of each customer's newest purchase", async () => {
    const { stdout } = await runRfm(["score", "-", "--keep", "country", "--format", "csv"], ROOT, {
      input: FOUR_MONTHS,
    });
    const last = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").at(-1));
    expect(last).toEqual(["country", "Sweden", "Norway", "Finland"]);
  });
});
