import { describe, expect, it } from "vitest";
import { DIALECT_NAMES } from "../../src/warehouse/dialects/dialect.ts";
import { runRfm } from "../support/in-process.ts";

const ORDERS = [
  ["--table", 'shop."2024.orders"', "--customer", "customer", "--date", "ordered_at", "--amount", "total"],
  ["--refunded", "given back", "--status", "status", "--include-status", "Paid,shipped", "--where", "Country=Finland,"],
  ["--currency-column", "currency", "--currency", "EUR", "--since", "2022-01-01", "--until", "2024-11-01"],
  ["--as-of", "2024-11-30", "--time-zone", "Europe/Helsinki"],
].flat();
const LINE = [
  ...ORDERS,
  ...["--window", "12m", "--frequency", "days"],
  ...["--levels", "r=4,f=3,m=4", "--cut-points", "r=30,90,365.5", "--into", "marketing.scores", "--replace"],
];
const PERIODS = [...ORDERS, "--covers", "2024-02-15..2024-11-30", "--period", "quarter"];

/** What else is written than scores. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  segments: [...ORDERS, "--scheme", "putler"],
  retention: PERIODS,
  cohorts: [...PERIODS, "--kind", "on-or-after", "--into", 'marketing."2024.cohorts"', "--replace"],
};

describe("rfm sql", () => {
  it.each(DIALECT_NAMES)("writes the statements of %s as they are in fixtures/sql", async (name) => {
    const { status, stdout, stderr } = await runRfm(["sql", "--dialect", name, ...LINE]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`../../fixtures/sql/${name}.sql`);
  });

  describe.each(Object.entries(RESULTS))("%s", (result, line) => {
    it.each(DIALECT_NAMES)(`writes the statements of %s as they are in fixtures/sql/${result}`, async (name) => {
      const { status, stdout, stderr } = await runRfm(["sql", result, "--dialect", name, ...line]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      await expect(stdout).toMatchFileSnapshot(`../../fixtures/sql/${result}/${name}.sql`);
    });
  });
});
