/** The statements that are asked of a table that is read, in every dialect; sqlglot reads the same files in test/engines. */
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { PERIOD_KINDS } from "../../../src/basics/calendar/period.ts";
import { DIALECT_NAMES } from "../../../src/warehouse/dialects/dialect.ts";
import { DIALECTS } from "../../../src/warehouse/dialects/index.ts";
import { addressRowsStatement, contactRowsStatement } from "../../../src/warehouse/statements/contact-rows.ts";
import { customerRowsStatement } from "../../../src/warehouse/statements/customer-rows.ts";
import { overviewStatement } from "../../../src/warehouse/statements/overview.ts";
import { periodCellsStatement } from "../../../src/warehouse/statements/period-cells.ts";

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

const CONTACTS = [
  { column: "e-mail", yes: null },
  { column: "newsletter", yes: ["yes", "kyllä"] },
  { column: "opt in", yes: [] },
];

describe("a table that is read", () => {
  it.each(DIALECT_NAMES)("is asked in the SQL of %s as it is in fixtures/sql/read", async (name) => {
    const dialect = DIALECTS[name];
    const statements = [
      overviewStatement(dialect, QUERY),
      customerRowsStatement(dialect, QUERY),
      ...PERIOD_KINDS.map((kind) => periodCellsStatement(dialect, QUERY, kind)),
      contactRowsStatement(dialect, QUERY, CONTACTS),
      addressRowsStatement(dialect, QUERY, ["e-mail", "other e-mail"]),
    ];
    const script = statements.map((statement) => `${statement};\n`).join("\n");
    await expect(script).toMatchFileSnapshot(`../../../fixtures/sql/read/${name}.sql`);
  });
});
