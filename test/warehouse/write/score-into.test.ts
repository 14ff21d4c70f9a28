/** What is asked of an engine when a result is left in it, and what is taken back where a statement fails. */
import { describe, expect, it } from "vitest";
import { scorePlan } from "../../../src/analysis/scores/score-plan.ts";
import { standardScheme } from "../../../src/analysis/segments/standard.ts";
import { InputError } from "../../../src/errors.ts";
import { clickhouse } from "../../../src/warehouse/dialects/clickhouse.ts";
import type { Dialect } from "../../../src/warehouse/dialects/dialect.ts";
import { postgres } from "../../../src/warehouse/dialects/postgres.ts";
import { spark } from "../../../src/warehouse/dialects/spark.ts";
import { type ConnectedEngine, InDoubtError, UnansweredError } from "../../../src/warehouse/engines/connect.ts";
import type { Cell } from "../../../src/warehouse/engines/engine.ts";
import { scoreRule } from "../../../src/warehouse/score-rule.ts";
import { scoreInto } from "../../../src/warehouse/write/score-into.ts";
import { ORDERS, requestFor } from "../read/fake-engine.ts";

const RULE = scoreRule(scorePlan({}), standardScheme);

interface Given {
  readonly dialect?: Dialect;
  /** The comments of the tables that exist. */
  readonly comments?: readonly string[];
  /** The statement that fails: the first that holds this. */
  readonly failsAt?: string;
  readonly failure?: InputError;
  /** Customers, orders, rows, spend, the largest spend. */
  readonly sums?: readonly Cell[];
}

/** The first words of each statement, in order, and how it ended. */
async function statementsOf({
  dialect = postgres,
  comments = [],
  failsAt,
  failure = new InputError("the disk is full"),
  sums = [2, 3, 3, "30000", 20_000],
}: Given) {
  const ran: string[] = [];
  let looked = 0;
  const engine: ConnectedEngine = {
    dialect,
    shown: "postgres://db/shop",
    columns: async () => Object.entries(ORDERS).map(([name, kind]) => ({ name, kind, type: kind })),
    rows: async (_, doing): Promise<readonly (readonly Cell[])[]> => {
      if (doing === "looking at the rows") return [[19_000, "paid", "EUR", 1, 1, 1, 1, 3, "30000"]];
      if (doing === "counting the customers") return [sums];
      const comment = comments[looked];
      looked += 1;
      return comment === undefined ? [] : [[comment]];
    },
    run: async (statement) => {
      ran.push(statement.split("\n")[0]?.replace(/ (?:ENGINE|AS$|IS|MODIFY).*$| AS$/, "") ?? "");
      if (failsAt !== undefined && statement.includes(failsAt)) throw failure;
    },
    seesOneMoment: () => true,
    close: async () => {},
    cancel: async () => {},
    wasCancelled: () => false,
  };
  const outcome = await scoreInto(engine, requestFor(), { into: "s", replace: false, rule: RULE }).catch(
    (error: unknown) => error,
  );
  return { ran, outcome };
}

const MADE = [
  'CREATE TABLE "s_new_customers"',
  'COMMENT ON TABLE "s_new_customers"',
  'CREATE TABLE "s_new_cut_points"',
  'COMMENT ON TABLE "s_new_cut_points"',
  'CREATE TABLE "s_new"',
  'COMMENT ON TABLE "s_new"',
];

describe("scoreInto", () => {
  it("makes its tables under other names and renames them in one transaction", async () => {
    const { ran, outcome } = await statementsOf({});
    expect(ran).toEqual([
      "BEGIN",
      ...MADE,
      'ALTER TABLE "s_new_cut_points" RENAME TO "s_cut_points"',
      'ALTER TABLE "s_new_customers" RENAME TO "s_customers"',
      'ALTER TABLE "s_new" RENAME TO "s"',
      "COMMIT",
    ]);
    expect(outcome).toMatchObject({ customers: 2, ledger: { rows: 3, usedRows: 3, usedMoney: 30_000n, purchases: 3 } });
  });

  it("drops the tables that it made before only when the new ones are there", async () => {
    const comments = [
      "Made by rfm: as of 2024-01-01",
      "Made by rfm: as of 2024-01-01",
      "Made by rfm: as of 2024-01-01",
    ];
    const { ran } = await statementsOf({ comments });
    expect(ran.slice(1, 7)).toEqual(MADE);
    expect(ran.slice(7).filter((statement) => statement.startsWith("DROP"))).toHaveLength(3);
  });

  it.each(["", "my own table"])("refuses a table with the comment %j before it runs anything", async (comment) => {
    const { ran, outcome } = await statementsOf({ comments: [comment] });
    expect(ran).toEqual([]);
    expect(outcome).toMatchObject({ kind: "output", message: "the table s exists, and rfm did not make it" });
  });

  it.each(["s_new_customers", '"s_new"', "RENAME", "COMMIT"])(
    "takes everything back where %s fails",
    async (failsAt) => {
      const { ran, outcome } = await statementsOf({ failsAt });
      expect(ran.at(-1)).toBe("ROLLBACK");
      expect(outcome).toMatchObject({ message: "the disk is full" });
    },
  );

  it("takes its tables away again where there are no transactions", async () => {
    const { ran, outcome } = await statementsOf({ dialect: clickhouse, failsAt: "CREATE TABLE `s_new` " });
    const drops = ["`s_new`", "`s_new_customers`", "`s_new_cut_points`"].map(
      (table) => `DROP TABLE IF EXISTS ${table}`,
    );
    expect(ran.slice(0, 3)).toEqual(drops);
    expect(ran.slice(-3)).toEqual(drops);
    expect(outcome).toMatchObject({ message: "the disk is full" });
  });

  it("exchanges a table with an older one in one step where there are no transactions", async () => {
    const { ran } = await statementsOf({ dialect: clickhouse, comments: ["Made by rfm: as of 2024-01-01"] });
    expect(ran).toContain("EXCHANGE TABLES `s_new` AND `s`");
    expect(ran).toContain("RENAME TABLE `s_new_customers` TO `s_customers`");
  });

  it.each([
    ["EXCHANGE TABLES `s_new` ", "already replaced: s_cut_points, s_customers; not replaced: s"],
    ["EXCHANGE TABLES `s_new_customers` ", "already replaced: s_cut_points; not replaced: s_customers, s"],
    ["DROP TABLE `s_new`", "already replaced: s_cut_points, s_customers, s; none is left to replace"],
    ["EXCHANGE TABLES `s_new_cut_points` ", null],
  ])("says which tables were exchanged where %s fails", async (failsAt, says) => {
    const comments = Array.from({ length: 3 }, () => "Made by rfm: as of 2024-01-01");
    const { outcome } = await statementsOf({ dialect: clickhouse, comments, failsAt });
    const message = says === null ? "the disk is full" : `the disk is full; ${says}`;
    expect(outcome).toMatchObject({ kind: "input", message });
  });

  it.each([
    ["EXCHANGE TABLES `s_new` ", "already replaced: s_cut_points, s_customers; it is not known whether s was replaced"],
    [
      "EXCHANGE TABLES `s_new_cut_points` ",
      "it is not known whether s_cut_points was replaced; not replaced: s_customers, s",
    ],
    ["DROP TABLE `s_new`", "already replaced: s_cut_points, s_customers, s; none is left to replace"],
  ])("does not claim to know what became of a table where %s has no answer", async (failsAt, says) => {
    const comments = Array.from({ length: 3 }, () => "Made by rfm: as of 2024-01-01");
    const failure = new UnansweredError("socket hang up");
    const { outcome } = await statementsOf({ dialect: clickhouse, comments, failsAt, failure });
    expect(outcome).toMatchObject({ kind: "input", message: `socket hang up; ${says}` });
    expect(outcome instanceof InDoubtError).toBe(says.includes("not known"));
  });

  it.each([
    ["nobody", [0, null, null, null, null], /no customer to score/],
    ["a spend that is not exact", [1, 1, 1, "9007199254740992", "9007199254740992"], /too large to add up exactly/],
  ] as const)("puts nothing in place for %s", async (_, sums, says) => {
    const { ran, outcome } = await statementsOf({ sums });
    expect(String(outcome)).toMatch(says);
    expect(ran.at(-1)).toBe("ROLLBACK");
  });

  it("refuses an engine that cannot replace tables in one step", async () => {
    const { ran, outcome } = await statementsOf({ dialect: spark });
    expect(String(outcome)).toMatch(/--into cannot replace a table in one step there/);
    expect(ran).toEqual([]);
  });
});
