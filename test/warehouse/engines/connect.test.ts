import { describe, expect, it } from "vitest";
import { shownEngineUrl } from "../../../src/basics/text/engine-url.ts";
import { UsageError } from "../../../src/errors.ts";
import { clickhouse } from "../../../src/warehouse/dialects/clickhouse.ts";
import { postgres } from "../../../src/warehouse/dialects/postgres.ts";
import { isAnswerOfClickHouse } from "../../../src/warehouse/engines/clickhouse-engine.ts";
import { connect, type Open, UnansweredError } from "../../../src/warehouse/engines/connect.ts";

const SECRET = "p@ss/w:rd";
const URLS = [
  `postgres://me:${encodeURIComponent(SECRET)}@db.example.com:5433/shop?sslmode=require`,
  `postgres://me:${SECRET}@db.example.com:5433/shop`,
  `postgres://db.example.com:5433/shop?user=me&password=${encodeURIComponent(SECRET)}`,
];

const failing =
  (message: string): Open =>
  async () => ({
    dialect: postgres,
    columns: async () => [],
    rows: async () => {
      throw new Error(`${message}\n    at a line that says more`);
    },
    run: async () => {},
    seesOneMoment: () => true,
    close: async () => {},
    cancel: async () => {},
  });

describe("connect", () => {
  it.each(URLS)("says where and at what an engine failed, and never a password: %s", async (url) => {
    const said = `no access for me with ${SECRET} or ${encodeURIComponent(SECRET)} or from-env`;
    const env = { PGPASSWORD: "from-env" };
    const engine = await connect({ url, writes: false, cwd: ".", env }, failing(said));
    const error = await engine.rows("SELECT 1", "reading the customers").catch((caught: unknown) => caught);
    expect(String(error)).toContain(
      "postgres://db.example.com:5433/shop: reading the customers: no access for me with *** or *** or ***",
    );
    expect(error).toMatchObject({ kind: "input" });
    const refused = connect({ url, writes: false, cwd: ".", env }, () => Promise.reject(new Error(said)));
    await expect(refused).rejects.toThrow(/shop: connecting: no access for me with \*\*\* or \*\*\* or \*\*\*$/);
  });

  it("cancels a statement that takes longer than it may, and says which", async () => {
    const done: string[] = [];
    const never: Open = async () => ({
      dialect: postgres,
      columns: async () => [],
      rows: () =>
        new Promise((_, reject) => {
          cancelled = () => reject(new Error("canceling statement due to user request"));
        }),
      run: async () => {},
      seesOneMoment: () => true,
      close: async () => {},
      cancel: async () => {
        done.push("cancelled");
        cancelled();
      },
    });
    let cancelled = (): void => {};
    const url = URLS[0] as string;
    const engine = await connect({ url, writes: false, cwd: ".", env: {}, timeout: 0.05 }, never);
    await expect(engine.columns("orders")).resolves.toEqual([]);
    await expect(engine.rows("SELECT 1", "reading the customers")).rejects.toThrow(
      "postgres://db.example.com:5433/shop: reading the customers: stopped after 0.05 seconds, as --timeout says",
    );
    expect(done).toEqual(["cancelled"]);
  });

  it.each([
    ["an answer of the server", Object.assign(new Error("Table s does not exist"), { code: "60" }), false],
    ["a lost connection", Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }), true],
    ["an answer of something between", new Error("502 Bad Gateway"), true],
  ])("knows whether a statement of ClickHouse had an answer: %s", async (_, error, isLost) => {
    const engine = await failing("")({ url: "", shown: "", writes: true, cwd: ".", env: {} });
    const run = async (): Promise<void> => {
      throw error;
    };
    const url = "clickhouse://db.example.com/shop";
    const connected = await connect({ url, writes: true, cwd: ".", env: {} }, async () => ({
      ...engine,
      dialect: clickhouse,
      isAnswer: isAnswerOfClickHouse,
      run,
    }));
    const caught = await connected
      .run("EXCHANGE TABLES a AND b", "putting in place")
      .catch((thrown: unknown) => thrown);
    expect(caught).toMatchObject({ kind: "input", message: expect.stringContaining(error.message) });
    expect(caught instanceof UnansweredError).toBe(isLost);
  });

  it("says what a driver without words says by its code", async () => {
    const refused = Object.assign(new AggregateError([Object.assign(new Error(""), { code: "ECONNREFUSED" })]), {});
    const opened = connect({ url: URLS[0] as string, writes: false, cwd: ".", env: {} }, () => Promise.reject(refused));
    await expect(opened).rejects.toThrow(/connecting: ECONNREFUSED/);
  });

  it.each([
    ["duckdb:nothing-here.duckdb", /@duckdb\/node-api is not installed|no such file/],
    ["spark:local[1]", /spark-sql was not found/],
  ])("names what is missing for %s", async (url, says) => {
    await expect(connect({ url, writes: false, cwd: ".", env: { PATH: "/nowhere" } })).rejects.toThrow(says);
  });

  it("refuses what is no database that it knows", async () => {
    await expect(connect({ url: "mysql://db/shop", writes: false, cwd: ".", env: {} })).rejects.toThrow(UsageError);
  });
});

describe("a database's URL in messages", () => {
  it.each([
    ["postgres://me:secret@db.example.com/shop?sslmode=require", "postgres://db.example.com/shop"],
    ["postgres://me@db/shop", "postgres://db/shop"],
    ["postgres://me:se/cr@et@db/shop", "postgres://db/shop"],
    ["postgres://db/shop?user=me@corp&password=secret", "postgres://corp"],
    ["clickhouse://me:a?b@db:8123/x", "clickhouse://db:8123/x"],
    ["duckdb:folder/shop.duckdb", "duckdb:folder/shop.duckdb"],
    ["spark:", "spark:"],
  ])("%s is shown as %s", (url, shown) => {
    expect(shownEngineUrl(url)).toBe(shown);
  });
});
