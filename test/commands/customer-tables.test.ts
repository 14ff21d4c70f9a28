/** Tables with one row per customer: scored like the orders that they sum up, and every row accounted for. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { runRfm, shopExport } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

let folder = "";
const run = (line: string): ReturnType<typeof runRfm> => runRfm(line.split(" "), folder);

const PLAIN = `Customer ID,Email,Total Orders,Total Spent,First Order Date,Last Order Date
1,anna@example.com,3,120.50,2023-05-01,2024-03-01
2,bo@example.com,0,0,,
3,cleo@example.com,-1,5,2023-05-01,2024-01-01
4,dan@example.com,2.5,5,2023-05-01,2024-01-01
5,eve@example.com,1,9.90,2023-05-01,2024-02-30
,,1,9.90,2023-05-01,2024-02-03
7,gil@example.com,2,19.00,2023-06-01,2024-02-10
7,gil@example.com,2,19.00,2023-06-01,2024-02-10
8,ida@example.com,2,,2023-06-01,2024-02-10
9,jo@example.com,4,40,2024-02-11,2024-02-10
10,kim@example.com,4,40,2023-02-11,
11,lou@example.com,2,-3.20,2023-02-11,2023-12-24
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-customers-"));
  await writeFile(join(folder, "plain.csv"), PLAIN);
  await writeFile(join(folder, "shop.csv"), shopExport());
  await writeFile(join(folder, "recency.csv"), "customer_id,recency,frequency,monetary\nA,10,3,100\nB,400,1,20.5\n");
  await writeFile(
    join(folder, "btyd.csv"),
    "customer_id,frequency,recency,T,monetary_value\nA,2,30,38,22.5\nB,1,4,38,10\n",
  );
  await writeFile(
    join(folder, "two.csv"),
    "customer_id,orders,last order,total spent\nA,2,2024-01-02,9\nA,3,2024-01-05,12\n",
  );
  await writeFile(join(folder, "few.csv"), "customer_id,total spent,orders\nA,9,2\nB,7,1\n");
  const scored = await run("score shop.csv -o scored.csv");
  expect(scored.status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe("what is refused of a table of customers", () => {
  it.each([
    [
      "score few.csv",
      3,
      "no column was recognised for the day of the last order",
      "--table customers",
      "--table orders",
    ],
    ["score btyd.csv", 3, "frequency counts repeat purchases only", "--order-count"],
    ["score btyd.csv --table customers", 3, "frequency counts repeat purchases only"],
    [
      "score two.csv --table customers",
      3,
      'two rows of customer "A" say different things: two.csv line 2 and two.csv line 3',
    ],
    ["score recency.csv", 3, "how many days ago customers last ordered, and not the day", "--as-of"],
    ["score plain.csv", 4, "5 of 12 rows cannot be read", "unreadable number of orders", "unreadable date"],
    ["score plain.csv --max-rejects 9 --window 12m", 3, "a window counts the orders in it"],
    ["score plain.csv --max-rejects 9 --frequency days", 3, "days with an order are counted in the orders"],
    [
      "score plain.csv --max-rejects 9 --as-of 2024-02-28",
      3,
      "later orders do not count, and the newest is of 2024-03-01",
    ],
    ["score plain.csv --since 2024-01-01 --refunds ignore", 3, "--refunds, --since cannot be used with plain.csv"],
    ["score plain.csv shop.csv", 3, "plain.csv has one row per customer, and shop.csv one row per order"],
    ["score plain.csv --table people", 2, "a row of a file is one of customers or orders"],
    ["score scored.csv", 3, "this was written by rfm", "--table customers"],
    [
      "lists plain.csv --max-rejects 9 --out lists --due",
      3,
      "--due looks at single orders, and plain.csv has one row per customer",
    ],
  ])("is said, and nothing is written: rfm %s", async (line, status, ...says) => {
    const found = await run(line);
    for (const part of says) expect(found.stderr).toContain(part);
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status, stdout: "" });
  });

  it("is every command that looks at single orders", async () => {
    const works = ["score", "segments", "report", "lists", "inspect"];
    const others = ["run", "init", "schemes", "completion", "sql", "effect", "loyalty", "explain", "compare"];
    let tried = 0;
    for (const { load } of COMMANDS) {
      const { name, consumes } = await load();
      if (works.includes(name) || others.includes(name) || !consumes.some((option) => option.name === "table"))
        continue;
      const { status, stdout, stderr } = await run(`${name} plain.csv --max-rejects 9`);
      expect(stderr).toContain(`rfm ${name} looks at single orders, and plain.csv has one row per customer`);
      expect({ name, status, stdout }).toEqual({ name, status: 3, stdout: "" });
      tried += 1;
    }
    expect(tried).toBeGreaterThan(6);
    for (const line of ["compare plain.csv --from -1m", "init plain.csv --window 12m"]) {
      expect((await run(`${line} --max-rejects 9`)).stderr).toMatch(/looks at single orders|that takes single orders/);
    }
  });
});

describe("a table of customers", () => {
  it("gets a config from rfm init that rfm run makes everything of", async () => {
    const init = await run("init plain.csv --max-rejects 9 -o plain.config.yaml");
    expect([init.status, init.stderr]).toEqual([0, expect.stringContaining("plain.config.yaml is written")]);
    const made = await run("run plain.config.yaml");
    expect([made.status, made.stderr]).toEqual([0, expect.any(String)]);
    const { stdout: scores } = await run("score plain.csv --max-rejects 9 -q");
    expect(await readFile(join(folder, "rfm-out/latest/scores.csv"), "utf8")).toBe(scores);
    await rm(join(folder, "plain.config.yaml"));
    await rm(join(folder, "rfm-out"), { recursive: true });
  });

  it("accounts for every row, each set aside for one reason", async () => {
    const { stdout } = await run("inspect plain.csv --max-rejects 9 --format json");
    const ledger = JSON.parse(stdout).ledger.map((row: Record<string, unknown>) => [
      row["rows_are"],
      row["rows"],
      row["money"],
    ]);
    expect(ledger).toEqual([
      ["read", 12, 265.1],
      ["used", 3, 136.3],
      ["unreadable date", 3, 89.9],
      ["unreadable number of orders", 2, 10],
      ["no amount", 1, 0],
      ["never ordered", 1, 0],
      ["same customer again", 1, 19],
      ["no customer", 1, 9.9],
    ]);
  });

  it("is recognised without an option, which is said", async () => {
    const { stdout, stderr } = await run("score plain.csv --max-rejects 9");
    expect(stderr).toContain("each row of plain.csv is a customer, not an order");
    expect(stdout.split("\n").slice(1, 4)).toEqual([
      expect.stringContaining("1,2023-05-01,2024-03-01,0,3,120.50,40.166666666666664,"),
      expect.stringContaining("11,2023-02-11,2023-12-24,68,2,-3.20,-1.6,"),
      expect.stringContaining("7,2023-06-01,2024-02-10,20,2,19.00,9.5,"),
    ]);
  });

  it("may say the days since the last order, with the day that they are counted to", async () => {
    const { stdout } = await run("score recency.csv --as-of 2024-06-30");
    expect(stdout).toContain("A,,2024-06-20,10,3,100.00,");
    expect(stdout).toContain("B,,2023-05-27,400,1,20.50,");
  });

  it("may be a summary of another kind, where the user says what its columns are", async () => {
    const { stdout } = await run("score btyd.csv --table customers --order-count T --date recency --as-of 2024-06-30");
    expect(stdout).toContain("A,,2024-05-31,30,38,22.50,");
  });

  it("that rfm score wrote gives the same scores again, byte for byte, and so does its model", async () => {
    const scored = await run("score shop.csv --save-model model.json");
    expect((await run("score scored.csv --table customers")).stdout).toBe(scored.stdout);
    expect((await run("score scored.csv --table customers --model model.json")).stdout).toBe(scored.stdout);
  });

  it("gives the same segments as its orders, but for what takes single orders", async () => {
    const rows = async (line: string): Promise<readonly string[]> =>
      (await run(line)).stdout.split("\n").map((row) => row.replace(/,"?[^,]*"?$/, ""));
    const { stdout } = await run("segments scored.csv --table customers --format csv");
    expect(stdout.split("\n")).toHaveLength(13);
    const figures = (text: readonly string[]): readonly string[] =>
      text.map((row) => row.split(",").slice(0, 10).join(","));
    expect(figures(await rows("segments scored.csv --table customers --format csv"))).toEqual(
      figures(await rows("segments shop.csv --format csv")),
    );
  });

  it("is read alike from a workbook, Parquet, JSON, and JSON lines", async () => {
    const lines = PLAIN.trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    await writeFile(join(folder, "plain.xlsx"), writeWorkbook({ sheets: [{ name: "Customers", rows: lines }] }));
    const [header = [], ...rows] = lines;
    const records = rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
    await writeFile(join(folder, "plain.json"), JSON.stringify(records));
    await writeFile(join(folder, "plain.ndjson"), records.map((record) => JSON.stringify(record)).join("\n"));
    const columnData = header.map((name, at) => ({
      name,
      data: rows.map((cells) => cells[at] ?? ""),
      type: "STRING" as const,
    }));
    await writeFile(join(folder, "plain.parquet"), new Uint8Array(parquetWriteBuffer({ columnData })));
    const csv = await run("score plain.csv --max-rejects 9 -q");
    for (const file of ["plain.xlsx", "plain.json", "plain.ndjson", "plain.parquet"]) {
      expect((await run(`score ${file} --max-rejects 9 -q`)).stdout).toBe(csv.stdout);
    }
  });

  it("gives lists their addresses", async () => {
    const { status } = await run("lists plain.csv --max-rejects 9 --out out --for klaviyo -q");
    expect(status).toBe(0);
    const scored = await run("score plain.csv --max-rejects 9 --keep Email -q");
    expect(scored.stdout).toContain(",anna@example.com\n");
  });

  it("is read by the command line that inspect prints as it was read", async () => {
    const inspected = JSON.parse((await run("inspect plain.csv --max-rejects 9 --format json")).stdout);
    const words: readonly string[] = inspected.command.match(/'[^']*'|\S+/g) ?? [];
    const pinned = await runRfm(
      words
        .slice(1)
        .map((word) => word.replaceAll("'", ""))
        .concat("-q"),
      folder,
    );
    expect(words.slice(0, 2)).toEqual(["rfm", "score"]);
    expect(pinned.stdout).toBe((await run("score plain.csv --max-rejects 9 -q")).stdout);
  });

  it("is scored by rfm run, in a set whose digest has totals and segments, next to those of the last set", async () => {
    const config =
      "version: 1\nexports: [nightly.csv]\nreading: { table: customers }\noutputs:\n  - { command: score, file: s.csv }\n";
    await writeFile(join(folder, "run.yaml"), config);
    const table = await readFile(join(folder, "scored.csv"), "utf8");
    const set = (name: string): Promise<string> => readFile(join(folder, "rfm-out", "latest", name), "utf8");
    const runOf = async (content: string): Promise<Record<string, unknown>> => {
      await writeFile(join(folder, "nightly.csv"), content);
      const { status, stderr } = await run("run run.yaml --ignore-guards");
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      return JSON.parse(await set("digest.json")) as Record<string, unknown>;
    };
    const first = await runOf(table);
    expect(await set("s.csv")).toBe(table);
    expect(first).toMatchObject({ since: { kind: "first" }, newest_period: null, movement: null });

    const [header = "", one = ""] = table.split("\n");
    const [names, cells] = [header.split(","), one.split(",")];
    const values: Readonly<Record<string, string>> = {
      customer_id: "newcomer",
      first_order: "2024-07-01",
      last_order: "2024-07-01",
      frequency: "1",
      monetary_value: "7.00",
    };
    const added = names.map((name, index) => values[name] ?? cells[index]).join(",");
    const second = await runOf(`${table.trimEnd()}\n${added}\n`);
    expect(second).toMatchObject({
      as_of: "2024-07-01",
      customers: Number(first["customers"]) + 1,
      since: { kind: "earlier day", day: first["as_of"], customers_change: 1, revenue_change: 7 },
      changes: [],
      movement: null,
    });
    const counts = (digest: Record<string, unknown>, key: string): readonly unknown[] =>
      (digest["segments"] as readonly Record<string, unknown>[]).map((segment) => segment[key]);
    expect(counts(second, "customers_before")).toEqual(counts(first, "customers"));
    const text = (await set("digest.txt")).replace(/\s+/g, " ");
    expect(text).toContain("one row per customer, so this has totals and segments only");
    expect(text).toContain("each set as published, with the cut points of its own day");
    expect(text).not.toMatch(/complete (yet|month)|moved up/);
  });

  it("can be filtered, and leave customers out", async () => {
    await writeFile(join(folder, "staff.txt"), "gil@example.com\n");
    const { stdout } = await run("score plain.csv --max-rejects 9 --exclude-customers staff.txt --keep Email -q");
    expect(stdout).not.toContain("gil@");
    const filtered = await run('score plain.csv --max-rejects 9 --where "Total Orders">2 -q'.replaceAll('"', ""));
    expect(filtered.status).not.toBe(0); // Total is no column
    const one = await runRfm(["score", "plain.csv", "--max-rejects", "9", "--where", "Total Orders>2", "-q"], folder);
    expect(one.stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  it("lists nobody who is on a do-not-contact list, by whatever address of any row", async () => {
    const rows = [
      "1,anna@example.com,3,120.50,2024-03-01",
      "2,bo@example.com,2,12.50,2024-03-02",
      "2,old.bo@example.com,0,0,",
      "3,cleo@example.com,4,40.00,2024-03-03",
      "3,cleo@work.example.com,moin,5,2024-03-03",
      "4,dan@example.com,4,41.00,2024-03-04",
      "4,dan@home.example.com,1",
      "5,eve@example.com,9,99.00,2024-03-05",
    ];
    await writeFile(
      join(folder, "people.csv"),
      `Customer ID,Email,Total Orders,Total Spent,Last Order\n${rows.join("\n")}\n`,
    );
    const named = ["mailto:Anna@example.com", "<old.bo@example.com>", "cleo@work.example.com.", "dan@home.example.com"];
    await writeFile(join(folder, "stop.txt"), `${named.join("\n")}\n`);
    const listed = async (out: string, option: string): Promise<string> => {
      const line = `lists people.csv --max-rejects 9 --out ${out} ${option} stop.txt`;
      const { status, stderr } = await run(line);
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      const files = await readdir(join(folder, out));
      const texts = await Promise.all(files.map((file) => readFile(join(folder, out, file), "utf8")));
      return texts.join("");
    };
    for (const [out, option] of [
      ["stop", "--exclude"],
      ["staff", "--exclude-customers"],
    ] as const) {
      const all = await listed(out, option);
      expect([1, 2, 3, 4, 5].filter((id) => all.includes(`\n${id},`))).toEqual([5]);
    }
  });

  it("keeps a control group out of the lists, without a base rate", async () => {
    const { status, stderr } = await run("lists scored.csv --table customers --holdout 20% --out held");
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    const ids = async (file: string): Promise<readonly string[]> =>
      (await readFile(join(folder, "held", file), "utf8"))
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[0] ?? "");
    const files = (await readdir(join(folder, "held"))).filter(
      (file) => file !== "holdout.csv" && file !== "control-group.csv",
    );
    const listed = (await Promise.all(files.map(ids))).flat();
    const held = await ids("holdout.csv");
    expect(held.length).toBeGreaterThan(0);
    expect(listed.filter((id) => held.includes(id))).toEqual([]);
    expect(stderr).not.toContain("smallest");
  });

  it("takes no carried column for a customer's name", async () => {
    await writeFile(
      join(folder, "cities.csv"),
      "Customer ID,City,Total Orders,Total Spent,Last Order\n1,Turku,2,9,2024-01-02\nTurku,Oulu,3,8,2024-01-03\n",
    );
    await writeFile(join(folder, "turku.txt"), "Turku\n");
    const { stdout } = await run("score cities.csv --exclude-customers turku.txt --keep City -q");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
    ).toEqual(["1"]);
  });

  it("has the scores that a second, naive program gives it", async () => {
    const { stdout } = await run("score scored.csv --table customers");
    const rows = stdout
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const quintile = (values: readonly number[], value: number): number => {
      const sorted = [...values].sort((a, b) => a - b);
      const cut = (k: number): number => {
        const h = ((sorted.length - 1) * k) / 5;
        const low = sorted[Math.floor(h)] ?? 0;
        return low + (h - Math.floor(h)) * ((sorted[Math.floor(h) + 1] ?? low) - low);
      };
      return 1 + [1, 2, 3, 4].filter((k) => value > cut(k) + 1e-9).length;
    };
    for (const [column, score, isLess] of [
      [3, 7, true],
      [4, 8, false],
      [5, 9, false],
    ] as const) {
      const values = rows.map((row) => Number(row[column]));
      for (const row of rows) {
        const bin = quintile(values, Number(row[column]));
        expect(Number(row[score])).toBe(isLess ? 6 - bin : bin);
      }
    }
  });
});
