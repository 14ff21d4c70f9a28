import { describe, expect, it } from "vitest";
import { shownEngineUrl, writesPassword } from "../../../src/basics/text/engine-url.ts";

describe("a database's URL in messages", () => {
  it.each([
    ["postgres://me:s3cret@db.example.com/shop?sslmode=require", "postgres://db.example.com/shop"],
    ["postgres://me:s3:c@ret@h/x", "postgres://h/x"],
    ["postgres:me:s3cret@h/x", "postgres://h/x"],
    ["postgres:/me:s3cret@127.0.0.1/postgres", "postgres://127.0.0.1/postgres"],
    ["postgres://me:s3cret%40h/x", "postgres://h/x"],
    ["postgres://h/x?user=me%40firm&password=s3cret", "postgres://h/x"],
    ["postgres:s3cret", "postgres://…"],
    ["clickhouse://h:8123/x?access_token=s3cret", "clickhouse://h:8123/x"],
    ["duckdb:md:shop?motherduck_token=s3cret", "duckdb:md:shop"],
    ["duckdb:data/shop.duckdb", "duckdb:data/shop.duckdb"],
    ["spark:local[2]", "spark:local[2]"],
    ["spark:", "spark:"],
  ])("%s is %s", (url, shown) => {
    expect(shownEngineUrl(url)).toBe(shown);
    expect(shownEngineUrl(url)).not.toContain("s3cret");
  });
});

describe("a secret in plain text", () => {
  it.each([
    "postgres://me:s3cret@h/x",
    "postgres:me:s3cret@h/x",
    "postgres:/me:s3cret@h/x",
    "postgres://me:s3cret%40h/x",
    `postgres://\${USER}:s3cret@h/x`,
    "postgres://h/x?sslpassword=s3cret",
    "clickhouse://h/x?access_token=s3cret",
    "duckdb:md:shop?motherduck_token=s3cret",
  ])("is seen in %s", (url) => {
    expect(writesPassword(url)).toBe(true);
  });

  it.each([
    "postgres://h/x",
    "postgres://me@h/x",
    `postgres://\${USER}:\${PASSWORD}@h/x`,
    `postgres://h/x?password=\${PASSWORD}`,
    `clickhouse://h/x?access_token=\${TOKEN}`,
    "duckdb:data/me:a@b.duckdb",
    "spark:",
  ])("is not seen in %s", (url) => {
    expect(writesPassword(url)).toBe(false);
  });
});
