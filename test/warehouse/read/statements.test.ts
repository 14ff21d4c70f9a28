/** The statements that are asked of a table that is read, in every dialect; sqlglot reads the same files in test/engines. */
import { describe, expect, it } from "vitest";
import type { DimensionScale } from "../../../src/analysis/scores/dimension-scale.ts";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { PERIOD_KINDS } from "../../../src/basics/calendar/period.ts";
import { DIALECT_NAMES } from "../../../src/warehouse/dialects/dialect.ts";
import { DIALECTS } from "../../../src/warehouse/dialects/index.ts";
import { addressRowsStatement, contactRowsStatement } from "../../../src/warehouse/statements/contact-rows.ts";
import { customerRowsStatement } from "../../../src/warehouse/statements/customer-rows.ts";
import { extentStatement } from "../../../src/warehouse/statements/extent.ts";
import { groupCountsStatement } from "../../../src/warehouse/statements/group-counts.ts";
import { overviewStatement } from "../../../src/warehouse/statements/overview.ts";
import { periodCellsStatement } from "../../../src/warehouse/statements/period-cells.ts";
import { purchaseClimbStatement } from "../../../src/warehouse/statements/purchase-climb.ts";
import { purchasePausesStatement } from "../../../src/warehouse/statements/purchase-pauses.ts";

const QUERY = {
  table: "shop.orders",
  columns: { customer: "customer", date: "ordered at", amount: "total", refunded: "given back", status: "status" },
  asOf: dayNumber(2024, 11, 30),
  statuses: { counts: "these", compared: "as written", statuses: ["paid", "it's mine"] },
  currency: null,
  where: [{ column: "country", values: ["Finland"] }],
  since: null,
  until: null,
  refunds: "net",
  timeZone: "Europe/Helsinki",
  from: dayNumber(2023, 12, 1),
  windowFor: "rfm",
  frequency: "orders",
} as const;

/** Where the id may be blank. */
const KEYED = { ...QUERY, columns: { ...QUERY.columns, customerElse: ["e-mail", "phone"] } } as const;

const CONTACTS = [
  { column: "e-mail", yes: null },
  { column: "newsletter", yes: ["yes", "kyllä"] },
  { column: "opt in", yes: [] },
];

const DAYS = [
  { asOf: dayNumber(2024, 9, 30), from: dayNumber(2023, 10, 1) },
  { asOf: dayNumber(2024, 10, 31), from: null },
];
const LEVELS = { recency: 2, frequency: 2, monetary: 2 };

function scaleAt(cut: number, better: "higher" | "lower"): DimensionScale {
  return { method: "quantile", levels: 2, cutPoints: [cut], better, nested: null };
}

const SCALES = {
  recency: scaleAt(30.5, "lower"),
  frequency: scaleAt(1, "higher"),
  monetary: scaleAt(-12.75, "higher"),
};
const NESTED = {
  ...SCALES,
  frequency: {
    ...scaleAt(1, "higher"),
    method: "nested",
    cutPoints: [],
    nested: new Map([
      ["1", scaleAt(1, "higher")],
      ["2", scaleAt(3, "higher")],
    ]),
  },
  monetary: {
    ...scaleAt(1, "higher"),
    method: "nested",
    cutPoints: [],
    nested: new Map([["", scaleAt(1 / 3, "higher")]]),
  },
} as const;

describe("a table that is read", () => {
  it.each(DIALECT_NAMES)("is asked in the SQL of %s as it is in fixtures/sql/read", async (name) => {
    const dialect = DIALECTS[name];
    const statements = [
      overviewStatement(dialect, QUERY),
      customerRowsStatement(dialect, QUERY),
      ...PERIOD_KINDS.map((kind) => periodCellsStatement(dialect, QUERY, kind)),
      contactRowsStatement(dialect, QUERY, CONTACTS),
      addressRowsStatement(dialect, QUERY, ["e-mail", "other e-mail"]),
      purchasePausesStatement(dialect, QUERY, "orders"),
      purchasePausesStatement(dialect, QUERY, "days"),
      purchaseClimbStatement(dialect, QUERY, { frequency: "orders", lapseDays: 90.5 }),
      purchaseClimbStatement(dialect, QUERY, { frequency: "days", lapseDays: 60 }),
      groupCountsStatement(dialect, QUERY, { days: DAYS, scales: SCALES, levels: LEVELS, monetary: "total" }),
      groupCountsStatement(
        dialect,
        { ...QUERY, frequency: "days", windowFor: "fm" },
        { days: DAYS, scales: NESTED, levels: LEVELS, monetary: "average" },
      ),
      overviewStatement(dialect, KEYED),
      customerRowsStatement(dialect, KEYED),
      extentStatement(dialect, QUERY),
    ];
    const script = statements.map((statement) => `${statement};\n`).join("\n");
    await expect(script).toMatchFileSnapshot(`../../../fixtures/sql/read/${name}.sql`);
  });
});
