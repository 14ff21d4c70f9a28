/** A database's URL on the command line of every command: refused in words or read, and its password never printed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { runRfm } from "../support/in-process.ts";

const SECRET = "s3cr3t-w0rd";
const URL = `postgres://shop:${SECRET}@127.0.0.1:1/shop`;
const TABLE = ["--table", "orders"];

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-engine-url-"));
  await writeFile(join(folder, "shop.csv"), "order,customer,date,amount\n1,a,2024-01-01,10\n");
  const { stdout: plan } = await runRfm(["loyalty", "--example", "stamp-card"]);
  await writeFile(join(folder, "plan.yaml"), plan);
  const outputs = "outputs:\n  - { command: score, file: scores.csv }\n";
  await writeFile(join(folder, "config.yaml"), `version: 1\nexports: ${URL}\n${outputs}`);
});

afterAll(() => rm(folder, { recursive: true }));

const NEEDS: Readonly<Record<string, readonly string[]>> = {
  explain: ["--id", "a"],
  compare: ["--from", "-2m"],
  lists: ["--out", "lists"],
  loyalty: ["--plan", "plan.yaml"],
  forecast: ["--horizon", "40d"],
  effect: ["--treated", "shop.csv", "--control", "shop.csv", "--since", "2024-01-01"],
};

/** Commands that read neither files nor databases. */
const READS_NOTHING = ["schemes", "completion", "sql", "run"];

/** Commands that read a table in a database. */
const READS = ["score", "segments", "report", "retention", "cohorts", "compare", "lists"];

describe("a database's URL", () => {
  it.each(COMMANDS.map(({ name }) => name).filter((name) => !READS_NOTHING.includes(name)))(
    "is answered by rfm %s without its password",
    async (name) => {
      const reads = READS.includes(name);
      const line = [name, URL, ...(reads ? TABLE : []), ...(NEEDS[name] ?? [])];
      const { status, stdout, stderr } = await runRfm(line, folder);
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stderr).toMatch(reads ? /driver pg is not installed|connecting: .*ECONNREFUSED/ : /database/);
      expect(status).toBe(reads && !stderr.includes("driver pg") ? 3 : 2);
      expect(stdout).toBe("");
    },
  );

  it("is refused among the exports of a config, without its password", async () => {
    const { status, stdout, stderr } = await runRfm(["run", "config.yaml"], folder);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stderr).toContain("exports: postgres://127.0.0.1:1/shop is a database: write it under input");
    expect(status).toBe(2);
  });

  it.each([
    ["--table is missing", "score", URL],
    ["a database must be the only input", "score", URL, "shop.csv", ...TABLE],
    ["a database must be the only input", "segments", URL, URL, ...TABLE],
    [
      "--encoding, --threads, --keep cannot be used with postgres://127.0.0.1:1/shop",
      "score",
      URL,
      ...TABLE,
      "--encoding",
      "utf-8",
      "--threads",
      "2",
      "--keep",
      "a",
    ],
    ["--margin cannot be used with", "segments", URL, ...TABLE, "--margin", "profit"],
    ["--round-money is for databases", "score", "shop.csv", ...TABLE, "--round-money"],
    ["--into and --replace are for databases", "score", "shop.csv", "--into", "s", "--replace"],
    ["--replace needs --into", "score", URL, ...TABLE, "--replace"],
    [
      "--output, --sort cannot be used with --into",
      "score",
      URL,
      ...TABLE,
      "--into",
      "s",
      "-o",
      "s.csv",
      "--sort",
      "frequency",
    ],
    [
      "monetary with method natural cannot be computed in an engine",
      "score",
      URL,
      ...TABLE,
      "--into",
      "s",
      "--method",
      "m=natural",
    ],
    ["--monetary average cannot be computed", "score", URL, ...TABLE, "--into", "s", "--monetary", "average"],
    ["--round-money is for databases", "segments", "shop.csv", "--round-money"],
    ["--timeout is for databases", "retention", "shop.csv", "--timeout", "60"],
    ["Write a whole number of seconds, from 1 to 604800 (a week)", "score", URL, ...TABLE, "--timeout", "0"],
    ["--active-within looks at single orders", "retention", URL, ...TABLE, "--active-within", "3m"],
    ["--per-segment looks at single orders", "retention", URL, ...TABLE, "--per-segment"],
    ["--clock days looks at single orders", "cohorts", URL, ...TABLE, "--clock", "days"],
    ["--by-first looks at single orders", "cohorts", URL, ...TABLE, "--by-first", "country"],
    ["--by looks at single orders", "cohorts", URL, ...TABLE, "--by", "country"],
  ])("and its options: %s", async (says, ...line) => {
    const { status, stdout, stderr } = await runRfm(line, folder);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain(SECRET);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
