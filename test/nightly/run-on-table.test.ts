/** `rfm run` on a table in a database: the set that files give, guards, what a failure leaves, and no password anywhere. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it as test } from "vitest";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import type { Cell } from "../../src/warehouse/engines/engine.ts";
import { runRfm } from "../support/in-process.ts";
import { type MemoryOrder, memoryEngine } from "../support/memory-engine.ts";
import { MEMORY_SHOP, memoryShopCsv } from "../support/memory-shop.ts";
import { latestName, readLatest, setNames } from "../support/output-sets.ts";

const SECRET = "s3cr3t-w0rd";
const INPUT = `input: postgres://shop:$\{SHOP_PASSWORD}@db.example.com/shop?sslmode=require`;
const COLUMNS = "customer: customer_id, date: ordered_on, amount: total";
const TABLE = `${INPUT}\nreading: { table: orders, ${COLUMNS} }\n`;
const FILES = `exports: orders.csv\nreading: { order: order_id, status: none, date-format: y-m-d, ${COLUMNS} }\n`;
const ALL = `outputs:
  - { command: score, file: scores.csv }
  - { command: score, file: natural.json, method: m=natural }
  - { command: segments, file: segments.csv }
  - { command: retention, file: retention.csv }
  - { command: cohorts, file: cohorts.csv, kind: on }
  - { command: compare, file: compare.csv, from: -1m }
  - { command: moves, file: moves.csv, from: -1m }
  - { command: model, file: model.json }
  - { command: lists, folder: lists, consent: newsletter=yes }
`;
const ONE = "outputs:\n  - { command: score, file: scores.csv }\n";
const WITH_TABLE = `${ONE}  - { command: into, table: marketing.scores }\n`;

/** The shop, with addresses and consent. */
const PEOPLE: readonly MemoryOrder[] = MEMORY_SHOP.map((order) => ({
  ...order,
  email: `${order.customer.replaceAll(" ", "-")}@example.com`,
  newsletter: order.customer.endsWith("3") ? "no" : "yes",
}));

interface Shop {
  readonly folder: string;
  /** A run with this config. */
  readonly run: (
    config: string,
    parts?: { readonly line?: readonly string[]; readonly openEngine?: Open },
  ) => ReturnType<typeof runRfm>;
  readonly set: () => Readonly<Record<string, string>>;
}

const it = test.extend<{ shop: Shop }>({
  shop: async ({ task: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "rfm-run-table-"));
    await writeFile(join(folder, "orders.csv"), memoryShopCsv(PEOPLE));
    await use({
      folder,
      run: async (config, { line = [], openEngine = memoryEngine(PEOPLE) } = {}) => {
        await writeFile(join(folder, "rfm.config.yaml"), `version: 1\n${config}`);
        const env = { NO_COLOR: "1", SHOP_PASSWORD: SECRET };
        const outcome = await runRfm(["run", ...line], folder, { openEngine, env });
        expect(outcome.stdout + outcome.stderr).not.toContain(SECRET);
        return outcome;
      },
      set: () => readLatest(join(folder, "rfm-out")) ?? {},
    });
    await rm(folder, { recursive: true });
  },
});

/** Without what rests on single orders: what to do with a segment. */
function shown(set: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { "manifest.json": _, ...files } = set;
  const segments = (files["segments.csv"] ?? "").split("\n").map((line) => line.split(",").slice(0, 10).join(","));
  return { ...files, "segments.csv": segments.join("\n") };
}

/** A database that fails at the first statement that holds a text. */
function failingAt(text: string, open: Open): Open {
  return async (location) => {
    const engine = await open(location);
    const check = (statement: string): void => {
      if (statement.includes(text)) throw new Error(`Connection terminated unexpectedly (${location.url})`);
    };
    return {
      ...engine,
      rows: async (query) => {
        check(query);
        return engine.rows(query);
      },
      run: async (statement) => {
        check(statement);
        return engine.run(statement);
      },
    };
  };
}

/** A database that tables can be left in: it keeps the statements, and counts forty-one customers. */
function writableEngine(statements: string[], writes: boolean[] = []): Open {
  const open = memoryEngine(PEOPLE);
  return async (location) => {
    writes.push(location.writes);
    const engine = await open(location);
    return {
      ...engine,
      rows: async (query): Promise<readonly (readonly Cell[])[]> => {
        if (query.includes("obj_description")) return [];
        if (query.startsWith("SELECT count(*)")) return [[41, 91, 100, "1000", 10]];
        return engine.rows(query);
      },
      run: async (statement) => {
        statements.push(statement);
      },
    };
  };
}

describe("rfm run on a table in a database", () => {
  it("makes the outputs and the digest that files with the same rows give, byte for byte", async ({ shop }) => {
    const asked: string[] = [];
    const openEngine = memoryEngine(PEOPLE, asked);
    const days = [["--as-of", "2024-10-31"], []];
    for (const line of days) expect((await shop.run(`${FILES}${ALL}`, { line })).status).toBe(0);
    const expected = shown(shop.set());
    await rm(join(shop.folder, "rfm-out"), { recursive: true });
    for (const line of days) expect((await shop.run(`${TABLE}${ALL}`, { line, openEngine })).status).toBe(0);
    expect(Object.keys(expected).length).toBeGreaterThan(15);
    expect(expected["digest.txt"]).toContain("Since the last set, of 2024-10-31");
    expect(shown(shop.set())).toEqual(expected);
    const second = asked.slice(asked.indexOf(asked[0] as string, 1));
    expect(new Set(second).size).toBe(second.length);
  });

  it("writes down the table, its rows and the fingerprint of the queries, and finds the same set again", async ({
    shop,
  }) => {
    await shop.run(`${TABLE}${ONE}`);
    const name = latestName(join(shop.folder, "rfm-out"));
    const manifest: unknown = JSON.parse(shop.set()["manifest.json"] ?? "");
    expect(manifest).toMatchObject({
      options: { input: "postgres://db.example.com/shop", reading: { table: "orders" } },
      inputs: [{ role: "table", name: "postgres://db.example.com/shop orders", rows: PEOPLE.length, queries: 2 }],
      ledger: { rows: PEOPLE.length, rejected_rows: 0 },
      words: { columns: ["customer_id", "email", "newsletter", "ordered_on", "total"] },
    });
    expect((await shop.run(`${TABLE}${ONE}`)).stderr).toContain("nothing changed: ");
    expect(setNames(join(shop.folder, "rfm-out"))).toEqual([name]);
  });

  it("leaves the password nowhere: not in the set, not in the log, not in errors of the driver", async ({ shop }) => {
    const reports = "  - { command: report, file: report.html }\n  - { command: report, file: report.json }\n";
    expect((await shop.run(`${TABLE}${ALL}${reports}`, { line: ["--log", "json"] })).status).toBe(0);
    const files = await readdir(join(shop.folder, "rfm-out"), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), "utf8")).not.toContain(SECRET);
    }
    const { stderr } = await shop.run(`${TABLE}${ONE}`, {
      line: ["--as-of", "2024-05-31"],
      openEngine: failingAt('"first_order"', memoryEngine(PEOPLE)),
    });
    expect(stderr).toContain("reading the customers: Connection terminated unexpectedly (postgres://");
  });

  it.each(["postgres://shop:plain-w0rd@db.example.com/shop", "clickhouse://db.example.com/?password=plain-w0rd"])(
    "refuses a password in plain text in %s, because configs are copied and kept",
    async (url) => {
      const folder = await mkdtemp(join(tmpdir(), "rfm-run-plain-"));
      await writeFile(join(folder, "rfm.config.yaml"), `version: 1\ninput: ${url}\nreading: { table: orders }\n${ONE}`);
      const { status, stderr } = await runRfm(["run"], folder, { openEngine: memoryEngine([]) });
      expect(stderr).not.toContain("plain-w0rd");
      expect(stderr).toMatch(/line 2: input: .*db\.example\.com.* has its password in plain text: write \$\{NAME\}/);
      expect(status).toBe(2);
      await rm(folder, { recursive: true });
    },
  );

  it("shows no value of a variable where it is no URL", async ({ shop }) => {
    const config = `input: $\{SHOP_PASSWORD}\nreading: { table: orders, ${COLUMNS} }\n${ONE}`;
    for (const line of [["--check"], []]) {
      const { status, stderr } = await shop.run(config, { line });
      expect([status, stderr]).toEqual([2, expect.stringContaining("input must be the URL of a database")]);
    }
  });

  it("checks a config without asking the database", async ({ shop }) => {
    const openEngine: Open = () => Promise.reject(new Error("asked"));
    const { status, stderr } = await shop.run(`${TABLE}${ALL}`, { line: ["--check"], openEngine });
    expect(stderr).toContain(
      "checked: rfm.config.yaml is fine: postgres://db.example.com/shop, which was not asked, 9 outputs",
    );
    expect(status).toBe(0);
    expect((await readdir(shop.folder)).toSorted()).toEqual(["orders.csv", "rfm.config.yaml"]);
  });

  it.each([
    ["no table", `${INPUT}\n${ONE}`, "postgres://db.example.com/shop: --table is missing"],
    [
      "options of files",
      `${INPUT}\nreading: { table: t, date-format: d/m/y }\n${ONE}`,
      "line 3: --date-format cannot be used with postgres://db.example.com/shop",
    ],
    [
      "columns that are kept",
      `${INPUT}\nreading: { table: t }\noutputs:\n  - { command: score, file: s.csv, keep: city }\n`,
      "line 5: --keep cannot be used",
    ],
    [
      "outputs of single orders",
      `${TABLE}outputs:\n  - { command: forecast, file: f.csv }\n`,
      "line 5: forecast looks at single orders, and postgres://db.example.com/shop returns sums only",
    ],
    [
      "options of single orders",
      `${TABLE}outputs:\n  - { command: retention, file: f.csv, per-segment: true }\n`,
      "line 5: --per-segment looks at single orders",
    ],
    ["files beside it", `exports: a.csv\n${TABLE}${ONE}`, "input and exports cannot be used together"],
    [
      "a database among the exports",
      `exports: [a.csv, "postgres://u:x@db/shop"]\n${ONE}`,
      "line 2: exports: postgres://db/shop is a database: write it under input",
    ],
    ["something else", `input: orders.csv\n${ONE}`, "line 2: input must be the URL of a database"],
    [
      "scores that cannot be made there",
      `${TABLE}outputs:\n  - { command: into, table: s, method: m=natural }\n`,
      "line 5: monetary with method natural cannot be computed in an engine",
    ],
    [
      "an engine that replaces no table",
      `input: "spark:"\nreading: { table: t }\noutputs:\n  - { command: into, table: s }\n`,
      "line 5: spark:: --into cannot replace a table in one step there",
    ],
    [
      "a table of files",
      `${FILES}outputs:\n  - { command: into, table: s }\n`,
      "line 5: into leaves its table in a database, and files are read here",
    ],
    [
      "a database's option for files",
      `exports: orders.csv\nreading: { timeout: 60 }\n${ONE}`,
      "line 3: --timeout is for databases, and files are read here",
    ],
  ])("refuses %s at the line where it stands", async (_, config, message) => {
    const folder = await mkdtemp(join(tmpdir(), "rfm-run-refused-"));
    await mkdir(join(folder, "exports"));
    await writeFile(join(folder, "rfm.config.yaml"), `version: 1\n${config}`);
    await writeFile(join(folder, "orders.csv"), memoryShopCsv(PEOPLE));
    const openEngine: Open = () => Promise.reject(new Error("asked"));
    const { status, stderr } = await runRfm(["run"], folder, { openEngine, env: { SHOP_PASSWORD: SECRET } });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    await rm(folder, { recursive: true });
  });

  it("stops at a guard, and the set before stays", async ({ shop }) => {
    const config = `${TABLE}${ONE}guards: { rows-percent: 80, stop-at-new: currencies }\n`;
    await shop.run(config);
    const before = shop.set();
    const { status, stderr } = await shop.run(config, { openEngine: memoryEngine(PEOPLE.slice(0, 60)) });
    expect(stderr).toContain(`guard rows-percent: FAILED: 60 rows, ${((60 / PEOPLE.length) * 100).toFixed(2)}% of the`);
    expect(status).toBe(6);
    expect(shop.set()).toEqual(before);
  });

  it("leaves the set before where rows came while the table was read", async ({ shop }) => {
    await shop.run(`${TABLE}${ALL}`, { line: ["--as-of", "2024-10-31"] });
    const before = shop.set();
    const written: Open = async (location) => {
      const engine = await memoryEngine(PEOPLE)(location);
      const later = [[PEOPLE.length + 1, 20_000]];
      const rows: typeof engine.rows = async (query) => (query.includes('"newest_day"') ? later : engine.rows(query));
      return { ...engine, seesOneMoment: () => false, rows };
    };
    for (const line of [[], ["--dry-run"]]) {
      const { status, stderr } = await shop.run(`${TABLE}${ALL}`, { line, openEngine: written });
      expect(stderr).toContain("postgres://db.example.com/shop orders was written to while it was read");
      expect(status).toBe(3);
      expect(shop.set()).toEqual(before);
    }
  });

  it("leaves the set before where the connection is lost, and says so", async ({ shop }) => {
    await shop.run(`${TABLE}${ALL}`, { line: ["--as-of", "2024-10-31"] });
    const before = shop.set();
    const { status, stderr } = await shop.run(`${TABLE}${ALL}`, {
      openEngine: failingAt('"began_in"', memoryEngine(PEOPLE)),
    });
    expect(stderr).toContain(
      "postgres://db.example.com/shop: adding up the periods: Connection terminated unexpectedly",
    );
    expect(stderr).toContain("failed: exit code 3; the previous set is unchanged");
    expect(status).toBe(3);
    expect(shop.set()).toEqual(before);
  });
});

describe("a table that a run leaves in the database", () => {
  it("is put in place after every file was written, with rights to write only then", async ({ shop }) => {
    const [statements, writes]: [string[], boolean[]] = [[], []];
    const { status, stderr } = await shop.run(`${TABLE}${WITH_TABLE}`, {
      openEngine: writableEngine(statements, writes),
    });
    expect(stderr).toContain("table: postgres://db.example.com/shop marketing.scores, 41 customers\n");
    expect({ status, writes, first: statements[0], last: statements.at(-1) }).toEqual({
      status: 0,
      writes: [true],
      first: "BEGIN",
      last: "COMMIT",
    });
    expect(statements.filter((one) => one.startsWith("CREATE TABLE"))).toHaveLength(3);
    await shop.run(`${TABLE}${ONE}`, { openEngine: writableEngine([], writes) });
    expect(writes.at(-1)).toBe(false);
  });

  it.each([
    ["a guard fails", [], "guards: { newest-order-days: 0 }\n", 6],
    ["it is a rehearsal", ["--dry-run"], "", 0],
  ])("is not touched where %s", async (_, line, guards, expected) => {
    const folder = await mkdtemp(join(tmpdir(), "rfm-run-into-"));
    await writeFile(join(folder, "rfm.config.yaml"), `version: 1\n${TABLE}${WITH_TABLE}${guards}`);
    const statements: string[] = [];
    const openEngine = writableEngine(statements);
    const { status } = await runRfm(["run", ...line], folder, { openEngine, env: { SHOP_PASSWORD: SECRET } });
    expect({ status, statements }).toEqual({ status: expected, statements: [] });
    await rm(folder, { recursive: true });
  });

  it("is named where a later one cannot be replaced", async ({ shop }) => {
    const two = `${WITH_TABLE}  - { command: into, table: marketing.ranks, scheme: putler }\n`;
    const openEngine = failingAt('"ranks"', writableEngine([]));
    const { status, stderr } = await shop.run(`${TABLE}${two}`, { openEngine });
    expect(stderr).toContain("; already replaced: postgres://db.example.com/shop marketing.scores\n");
    expect(stderr).toContain("the tables named last hold the new scores, the others the old ones");
    expect(stderr).not.toContain("nothing was written");
    expect({ status, set: latestName(join(shop.folder, "rfm-out")) }).toEqual({ status: 3, set: null });
  });

  it("is in doubt where its database does not answer to COMMIT, and those before it are named", async ({ shop }) => {
    const two = `${WITH_TABLE}  - { command: into, table: marketing.ranks, scheme: putler }\n`;
    const statements: string[] = [];
    const open = writableEngine(statements);
    const isLast = (): boolean => statements.filter((one) => one === "COMMIT").length === 2;
    const { status, stderr } = await shop.run(`${TABLE}${two}`, {
      openEngine: async (location) => {
        const engine = await open(location);
        return {
          ...engine,
          inDoubt: () => (isLast() ? "SELECT txid_status(7)" : null),
          run: async (statement) => {
            await engine.run(statement);
            if (statement === "COMMIT" && isLast()) throw new Error("Connection terminated unexpectedly");
          },
        };
      },
    });
    expect(stderr).toContain(
      "it is not known whether the tables were replaced; already replaced: postgres://db.example.com/shop marketing.scores\n",
    );
    expect(stderr).toContain("the tables named last hold the new scores; ask the database: SELECT txid_status(7) says");
    expect({ status, set: latestName(join(shop.folder, "rfm-out")) }).toEqual({ status: 3, set: null });
  });

  it("stays as it was where it cannot be replaced, and so does the set", async ({ shop }) => {
    await shop.run(`${TABLE}${WITH_TABLE}`, { line: ["--as-of", "2024-10-31"], openEngine: writableEngine([]) });
    const before = shop.set();
    const statements: string[] = [];
    const openEngine = failingAt("RENAME", writableEngine(statements));
    const { status, stderr } = await shop.run(`${TABLE}${WITH_TABLE}`, { openEngine });
    expect(stderr).toContain("putting the tables in place: Connection terminated");
    expect({ status, last: statements.at(-1) }).toEqual({ status: 3, last: "ROLLBACK" });
    expect(shop.set()).toEqual(before);
  });
});
