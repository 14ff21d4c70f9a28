/** Commands on a table in a database: the same bytes as from a file with the same rows, and what is asked for. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { runRfm } from "../support/in-process.ts";
import { type MemoryOrder, memoryEngine } from "../support/memory-engine.ts";
import { MEMORY_SHOP, memoryShopCsv } from "../support/memory-shop.ts";

const URL = "postgres://shop:s3cr3t@db.example.com/shop";
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total"];
const OF_FILE = ["--order", "order_id", "--status", "none", "--date-format", "y-m-d"];

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-engine-commands-"));
  await writeFile(join(folder, "orders.csv"), memoryShopCsv());
});

afterAll(() => rm(folder, { recursive: true }));

/** A command on the table, with what it asked of the database. */
async function onTable(line: readonly string[]): Promise<Awaited<ReturnType<typeof runRfm>> & { asked: string[] }> {
  const asked: string[] = [];
  const [command = "", ...options] = line;
  const openEngine = memoryEngine(MEMORY_SHOP, asked);
  const outcome = await runRfm([command, URL, "--table", "orders", ...COLUMNS, ...options], folder, { openEngine });
  return { ...outcome, asked };
}

describe("on a table in a database", () => {
  it.each([
    ["score", "--as-of", "2024-10-31"],
    ["segments", "--format", "json", "--as-of", "2024-06-30"],
    ["retention", "--format", "csv"],
    ["retention", "--format", "json", "--as-of", "2024-09-15"],
    ["retention", "--covers", "2024-01-01..2024-12-31"],
    ["cohorts", "--format", "json"],
    ["cohorts", "--measure", "cumulative", "--kind", "on"],
    ["compare", "--from", "-1q", "--format", "csv"],
    ["compare", "--from", "2024-06-30", "--to", "2024-08-31", "--no-freeze", "--format", "json"],
  ])("rfm %s %s %s %s %s gives the bytes that a file gives", async (...line) => {
    const given = line.filter((word) => word !== undefined);
    const [command = "", ...options] = given;
    const read = await onTable(given);
    const expected = await runRfm([command, "orders.csv", ...COLUMNS, ...OF_FILE, ...options], folder);
    expect(read.stderr).not.toContain("s3cr3t");
    expect({ status: read.status, stdout: read.stdout }).toEqual({ status: 0, stdout: expected.stdout });
    const account = / rows used as of [^\n]*/;
    expect(account.exec(read.stderr)?.[0]).toBe(account.exec(expected.stderr)?.[0]);
  });

  it("looks at the table once, and adds it up once for each day", async () => {
    const { asked } = await onTable(["compare", "--from", "-1q", "--format", "csv"]);
    expect(asked).toHaveLength(3);
    expect(asked[1]).toContain("<= DATE '2024-12-27'");
    expect(asked[2]).toContain("<= DATE '2024-09-27'");
  });
});

/** A database that does not keep the table as it is for a run, in which so many rows came after it was first looked at. */
function withLaterRows(rows: number, asked: string[] = []): Open {
  return async (location) => {
    const engine = await memoryEngine(MEMORY_SHOP, asked)(location);
    return {
      ...engine,
      seesOneMoment: () => false,
      rows: async (query) => {
        const answer = await engine.rows(query);
        return query.includes('"newest_day"')
          ? answer.map(([found, day = null]) => [Number(found) + rows, day])
          : answer;
      },
    };
  };
}

describe("a table that is written to while it is read", () => {
  it.each([
    ["score"],
    ["segments"],
    ["retention"],
    ["cohorts"],
    ["compare", "--from", "-1q"],
    ["compare", "--table", "orders", "--to-table", "other"],
    ["report", "-o", "changed.html"],
    ["lists", "--out", "changed"],
  ])("ends rfm %s %s with exit code 3, and nothing is written", async (...line) => {
    const [command = "", ...options] = line.filter((word) => word !== undefined);
    const table = options.includes("--table") ? [] : ["--table", "orders"];
    const call = [command, URL, ...table, ...COLUMNS, ...options];
    const { status, stdout, stderr } = await runRfm(call, folder, { openEngine: withLaterRows(2) });
    const all = MEMORY_SHOP.length;
    expect(stderr).toContain(
      `orders was written to while it was read: ${all} rows up to 2024-12-27 at first, ${all + 2} rows up to 2024-12-27 at last`,
    );
    expect({ status, stdout, files: (await readdir(folder)).filter((name) => name.startsWith("changed")) }).toEqual({
      status: 3,
      stdout: "",
      files: [],
    });
  });

  it("is asked for its rows once more at the end, and only where the database does not keep them", async () => {
    const [asked, kept]: [string[], string[]] = [[], []];
    const line = ["report", URL, "--table", "orders", ...COLUMNS, "--format", "json"];
    const found = await runRfm(line, folder, { openEngine: withLaterRows(0, asked) });
    const expected = await runRfm(line, folder, { openEngine: memoryEngine(MEMORY_SHOP, kept) });
    expect([found.status, found.stdout]).toEqual([0, expected.stdout]);
    expect(asked).toEqual([...kept, expect.stringContaining('count(*) AS "row_count"')]);
  });
});

describe("rfm lists on a table in a database", () => {
  const people = (line: readonly string[], orders: readonly MemoryOrder[]): ReturnType<typeof runRfm> =>
    runRfm(["lists", URL, "--table", "orders", ...COLUMNS, ...line], folder, { openEngine: memoryEngine(orders) });
  const names = ["anna", "ben", "cara", "dora", "emil"];
  const PEOPLE: readonly MemoryOrder[] = names.flatMap((customer, at) => [
    { customer, day: "2023-01-10", amount: 20, email: `old-${customer}@example.com`, newsletter: "no" },
    { customer, day: `2024-03-0${at + 1}`, amount: 30 + at, email: `${customer}@example.com`, newsletter: "yes" },
  ]);
  const listed = async (out: string): Promise<readonly string[]> => {
    const files = (await readdir(join(folder, out))).filter((name) => name.endsWith(".csv"));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, out, name), "utf8")));
    return names.filter((name) => texts.some((text) => text.includes(name)));
  };

  it("takes addresses from the newest purchase, and knows people by every address that they ever had", async () => {
    await writeFile(join(folder, "exclude.csv"), "email\nOld-Ben@example.com\n");
    const { status, stderr } = await people(["--exclude", "exclude.csv", "--out", "out-1"], PEOPLE);
    expect({ status, error: stderr.includes("rfm:") }).toEqual({ status: 0, error: false });
    expect(await listed("out-1")).toEqual(["anna", "cara", "dora", "emil"]);
    const texts = await Promise.all(
      (await readdir(join(folder, "out-1"))).map((name) => readFile(join(folder, "out-1", name), "utf8")),
    );
    expect(texts.join("")).not.toContain("old-");
  });

  it("lists nobody of whom any order of the newest day says no", async () => {
    const both = { customer: "cara", day: "2024-03-03", amount: 5, newsletter: "no" };
    const { status, stderr } = await people(
      ["--consent", "newsletter=yes", "--out", "out-2"],
      [both, { ...both, customer: "dora", day: "2024-03-04" }, ...PEOPLE],
    );
    expect(status).toBe(0);
    expect(stderr).toContain("the others have no: 2\n"); // that another order of the day says yes is not what decides
    expect(await listed("out-2")).toEqual(["anna", "ben", "emil"]);
  });

  it("lists nobody of whom any order of the newest day says nothing", async () => {
    const both = { customer: "dora", day: "2024-03-04", amount: 5 };
    const { status } = await people(["--consent", "newsletter=yes", "--out", "out-3"], [both, ...PEOPLE]);
    expect(status).toBe(0);
    expect(await listed("out-3")).toEqual(["anna", "ben", "cara", "emil"]);
  });

  it.each(["--due", "--next-best"])("refuses %s, which looks at single orders", async (flag) => {
    const { status, stderr } = await people([flag, "--out", "out-4"], PEOPLE);
    expect(stderr).toContain(`${flag} looks at single orders`);
    expect(status).toBe(2);
  });
});
