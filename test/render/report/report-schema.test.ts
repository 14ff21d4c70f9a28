import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../../support/run-rfm.ts";
import { yearsExport } from "../../support/years-export.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8"),
);

/** The schema as this version of the program keeps it: nothing is written that it does not describe. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return "properties" in node && "type" in node ? { additionalProperties: false, ...inner } : inner;
}

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  closed(schema) as object,
);

/** Two months of real orders. */
const FIXTURE = "fixtures/online-retail/2011-04.csv.gz fixtures/online-retail/2011-05.csv.gz";

/** One customer, one order: nothing can be compared, and nobody has come back. */
const LONE_ORDER = "customer,order,date,amount\n00042,A1,2026-03-05,12.50\n";
/** Only returned goods are left: no revenue. */
const NO_REVENUE = `${LONE_ORDER}00042,A1,2026-03-06,-20\n00043,A2,2026-03-01,5\n`;

async function report(args: string, stdin?: string): Promise<Record<string, unknown>> {
  const { stdout, stderr, status } = await runInProcess(`report ${args} --format json -q`, {
    ...(stdin === undefined ? {} : { stdin }),
  });
  expect(stderr.replace(/^warning: .*\n/gm, "")).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

let good: Record<string, unknown>;
beforeAll(async () => {
  good = await report(FIXTURE);
});

describe("the schema of the report's JSON", () => {
  it.each([
    ["a key is missing", { headline: undefined }],
    ["a number is text", { headline: { customers: "2718" } }],
    ["a rate is missing instead of null", { average_retention: { periods: 5 } }],
    ["a day is not one", { as_of: "31.5.2011" }],
    ["the version is another", { schema_version: 1 }],
    ["a level is none", { notes: [{ level: "hint", text: "" }] }],
  ])("finds fault where %s", (_, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...good, ...change })))).toBe(false);
  });

  it("describes every key of a report of real orders", () => {
    validate(good);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ["a window, weeks, and another scheme", "--window 1m --period week --scheme putler"],
    ["nested scores", "--method nested"],
    ["scores by rank", "--method ntile --top 0"],
    ["years", "--period year --levels r=4,f=3,m=5"],
    ["a look back and ahead", "--backtest --forecast"],
    ["days and averages", "--frequency days --monetary average"],
  ])("describes a report with %s", async (_, args) => {
    validate(await report(`- ${args}`, yearsExport()));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ["one order", LONE_ORDER],
    ["no revenue", NO_REVENUE],
    ["customers without single orders", "customer_id,orders,total spent,last order\nA,2,9.50,2024-01-05\n"],
  ])("describes a report of %s", async (_, input) => {
    const said = await report("-", input);
    validate(said);
    expect(validate.errors).toBeNull();
    expect(said["repeat"]).toBeNull();
  });
});

describe("a report's JSON", () => {
  it("has no figure of repeat purchase that the documentation does not explain", async () => {
    const documentation = readFileSync(new URL("../../../docs/report-json.md", import.meta.url), "utf8");
    const { repeat } = good;
    const measures = new Set(
      (repeat as { figures: readonly { measure: string }[] }).figures.map(({ measure }) => measure),
    );
    expect(measures.size).toBeGreaterThan(10);
    for (const measure of measures) expect(documentation).toContain(`\`${measure}\``);
  });

  it("says null where nothing can be known, and never 0", async () => {
    const said = await report("-", NO_REVENUE);
    expect(said).toMatchObject({
      currency: null,
      headline: { customers: 2, orders: 2, revenue: -2.5, returning_revenue_share: null },
      concentration: null,
      latest_period: { latest: null, before: null, year_before: null },
      average_retention: { rate: null, periods: 0 },
      no_movement: "too early",
      movement: null,
    });
  });

  it("names the files with their bytes and SHA-256", async () => {
    const said = await report("-", LONE_ORDER);
    expect(said["files"]).toEqual([
      {
        name: "standard input",
        bytes: 53,
        rows: 1,
        sha256: "b191b8c13677baab9c5f7c2b35800fd3bd557eba8587f13139ff2a3a95666eed",
      },
    ]);
  });

  it("masks addresses among the customers who spent most, unless asked for them", async () => {
    const input = "customer,order,date,amount\nanna.virtanen@example.com,A1,2026-03-05,12.50\n";
    expect(await report("-", input)).toMatchObject({ top_customers: [{ customer_id: "a…@example.com" }] });
    expect(await report("- --show-customers", input)).toMatchObject({
      top_customers: [{ customer_id: "anna.virtanen@example.com" }],
    });
  });

  it("counts what was worked out by hand", async () => {
    const input = [
      "customer,order,date,amount",
      "a,1,2026-01-10,10",
      "b,2,2026-01-20,30",
      "a,3,2026-02-15,20",
      "c,4,2026-02-28,40",
    ].join("\n");
    expect(await report("- --covers 2026-01-01..2026-02-28", input)).toMatchObject({
      as_of: "2026-02-28",
      covers: { from: "2026-01-01", to: "2026-02-28" },
      latest_period: {
        latest: { period: "2026-02", customers: 2, new_customers: 1, orders: 2, revenue: 60, retention_rate: 0.5 },
        before: { period: "2026-01", customers: 2, new_customers: 2, orders: 2, revenue: 40, retention_rate: null },
        year_before: null,
      },
      average_retention: { rate: 0.5, periods: 1 },
      concentration: {
        top_fifth: { customers: 1, revenue: 40, revenue_share: 0.4 },
        half: { customers: 2, revenue: 70, revenue_share: 0.7 },
      },
      // January is the exports' first month, so its two customers may be old ones
      cohort_averages_without: "2026-01",
      cohort_averages: [
        { k: 0, cohorts: 1, customers: 1, rate: 1 },
        { k: 1, cohorts: 0, counted: null, customers: null, rate: null },
      ],
    });
  });
});
