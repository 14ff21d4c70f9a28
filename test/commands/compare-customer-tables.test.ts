/** Two tables with one row per customer are compared like the two days of orders that they sum up. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm, shopExport } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

let folder = "";
const run = (line: string): ReturnType<typeof runRfm> => runRfm(line.split(" "), folder);

/** A table as a shop's admin would export it, of what rfm score says as of a day. */
async function summary(
  asOf: string,
  columns = ["first_order", "last_order", "frequency", "monetary_value"],
): Promise<string> {
  const { stdout } = await run(`score shop.csv --as-of ${asOf} -q`);
  const [header = [], ...rows] = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const at = ["customer_id", ...columns].map((name) => header.indexOf(name));
  const names: Readonly<Record<string, string>> = {
    ...{ customer_id: "Customer ID", first_order: "First Order", last_order: "Last Order", frequency: "Orders" },
    ...{ monetary_value: "Total Spent", recency_days: "Days since last order" },
  };
  const lines = [
    ["customer_id", ...columns].map((name) => names[name] ?? name),
    ...rows.map((row) => at.map((index) => row[index] ?? "")),
  ];
  return `${lines.map((cells) => cells.join(",")).join("\n")}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-compare-customers-"));
  await writeFile(join(folder, "shop.csv"), shopExport());
  await writeFile(join(folder, "may.csv"), await summary("2024-05-31"));
  await writeFile(join(folder, "june.csv"), await summary("2024-06-30"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("what is refused of two tables", () => {
  beforeAll(async () => {
    await writeFile(join(folder, "since.csv"), "customer_id,recency,frequency,spend\nA,10,3,100\nB,400,1,20.5\n");
    await writeFile(
      join(folder, "eur.csv"),
      "Customer ID,Orders,Total Spent,Currency,Last Order\nA,3,9,EUR,2024-01-05\n",
    );
    await writeFile(
      join(folder, "sek.csv"),
      "Customer ID,Orders,Total Spent,Currency,Last Order\nA,4,9,SEK,2024-02-05\n",
    );
  });

  it.each([
    ["compare june.csv may.csv", 3, "june.csv is as of 2024-06-30, and may.csv as of", "rfm compare may.csv june.csv"],
    ["compare may.csv june.csv --no-freeze --model missing.json", 2, "--no-freeze cannot be used here: --model"],
    ["compare shop.csv --from -1m --no-freeze --model missing.json", 2, "--no-freeze cannot be used here: --model"],
    ["compare may.csv june.csv --from 2024-07-02 --to 2024-07-01", 2, "--from 2024-07-02 is after --to 2024-07-01"],
    ["compare may.csv june.csv --to 2024-06-01", 3, "later orders do not count"],
    [
      "compare may.csv shop.csv",
      3,
      "may.csv has one row per customer, and shop.csv one row per order",
      "a move could be",
    ],
    ["compare shop.csv may.csv", 3, "rfm score shop.csv -o scored.csv, and compare may.csv with scored.csv"],
    ["compare since.csv june.csv", 3, "since.csv says how many days ago customers last ordered", "--from 2024-06-30"],
    ["compare since.csv since.csv --from 2024-06-30", 3, "--to 2024-06-30"],
    ["compare eur.csv sek.csv", 3, "eur.csv has money in EUR, and sek.csv in SEK"],
    ["compare may.csv june.csv --window 3m", 3, "a window counts the orders in it"],
    ["compare may.csv june.csv --refunds ignore", 3, "--refunds cannot be used with may.csv"],
    ["compare may.csv --from -1m", 3, "rfm compare looks at single orders", "rfm compare with two of them"],
    ["score may.csv june.csv", 3, "say different things", "or compare them: rfm compare june.csv may.csv"],
  ])("is said, and nothing is written: rfm %s", async (line, status, ...says) => {
    const found = await run(line);
    for (const part of says) expect(found.stderr).toContain(part);
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status, stdout: "" });
  });
});

describe("two tables of customers", () => {
  it.each(["", " --cut-points-of from", " --no-freeze", " --monetary average", " --scheme putler"])(
    "move as their orders say, in every figure: compare%s",
    async (options) => {
      const ofTables = await run(`compare may.csv june.csv --from 2024-05-31${options} --format json -q`);
      const ofOrders = await run(`compare shop.csv --from 2024-05-31${options} --format json -q`);
      expect(ofOrders.status).toBe(0);
      expect(JSON.parse(ofTables.stdout).flows.length).toBeGreaterThan(5);
      expect(ofTables.stdout).toBe(ofOrders.stdout);
    },
  );

  it("move alike with a model, from a workbook, and where the days since the last order are known", async () => {
    expect((await run("score shop.csv --save-model model.json -q")).status).toBe(0);
    const expected = (await run("compare shop.csv --from 2024-05-31 --model model.json --format csv -q")).stdout;
    const columns = ["recency_days", "frequency", "monetary_value"];
    await writeFile(join(folder, "may-since.csv"), await summary("2024-05-31", columns));
    const june = (await readFile(join(folder, "june.csv"), "utf8")).trimEnd().split("\n");
    const sheet = { name: "Customers", rows: june.map((line) => line.split(",")) };
    await writeFile(join(folder, "june.xlsx"), writeWorkbook({ sheets: [sheet] }));
    const { stdout, stderr } = await run(
      "compare may-since.csv june.xlsx --from 2024-05-31 --model model.json --format csv -q",
    );
    expect(stderr).toBe("");
    expect(stdout).toBe(expected);
  });

  it("tell who is new and who is gone, and that without a window", async () => {
    const rows = (await readFile(join(folder, "june.csv"), "utf8")).trimEnd().split("\n");
    const known = (await readFile(join(folder, "may.csv"), "utf8")).trimEnd().split("\n");
    const gone = known[1]?.split(",")[0];
    await writeFile(join(folder, "fewer.csv"), `${rows.filter((row) => row.split(",")[0] !== gone).join("\n")}\n`);
    const { stdout, stderr } = await run("compare may.csv fewer.csv --moves moves.csv --width 150");
    const added = rows.length - known.length;
    expect(stderr).toContain(`${added} customers are only in the later table, 1 customer only in the earlier one`);
    expect(stdout).toContain("Lapsed: not in the later table.");
    expect(stdout).not.toContain("window");
    const moves = await readFile(join(folder, "moves.csv"), "utf8");
    expect(moves.split("\n").filter((line) => line.startsWith(`${gone},`))).toEqual([
      expect.stringContaining(",(lapsed),"),
    ]);
  });

  it("collect the rejected rows of both, and count them against the limit of each", async () => {
    const bad = (file: string, row: string): Promise<void> =>
      readFile(join(folder, file), "utf8").then((text) => writeFile(join(folder, `bad-${file}`), `${text}${row}\n`));
    await bad("may.csv", "x1,2024-01-01,31.31.2024,2,5");
    await bad("june.csv", "x2,2024-01-01,2024-02-01,2.5,5");
    const line = "compare bad-may.csv bad-june.csv --rejects rejects.csv -q";
    expect((await run(line)).status).toBe(0);
    const rejects = await readFile(join(folder, "rejects.csv"), "utf8");
    expect(rejects).toContain("bad-may.csv");
    expect(rejects).toContain("bad-june.csv");
    expect((await run(`${line} --max-rejects 0`)).status).toBe(4);
  });

  it("are compared without money", async () => {
    const line = "compare may.csv june.csv --amount none --scheme seg-map --width 120";
    const { status, stdout, stderr } = await run(line);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toMatch(/worth/);
  });
});

describe("two files that share no customer", () => {
  beforeAll(async () => {
    for (const name of ["may", "june"]) {
      const text = await readFile(join(folder, `${name}.csv`), "utf8");
      const [header = "", ...rows] = text.trimEnd().split("\n");
      await writeFile(
        join(folder, `strange-${name}.csv`),
        `${[header, ...rows.map((row) => `x-${row}`)].join("\n")}\n`,
      );
    }
    await writeFile(join(folder, "own-scores.csv"), (await run("score may.csv -q")).stdout);
    await writeFile(join(folder, "strange-scores.csv"), (await run("score strange-june.csv -q")).stdout);
  });

  it.each([
    ["may.csv", "strange-june.csv", true],
    ["may.csv", "june.csv", false],
    ["own-scores.csv", "strange-scores.csv", true],
    ["own-scores.csv", "own-scores.csv", false],
  ])("are warned of: %s and %s", async (first, second, isWarned) => {
    const { status, stderr } = await run(`compare ${first} ${second}`);
    expect(status).toBe(0);
    const said = `warning: ${first} and ${second} share no customer, so no moves can be seen: check that both have the same kind of customer ids`;
    expect(stderr.includes(said)).toBe(isWarned);
  });
});

describe("a file that is compared with itself", () => {
  beforeAll(async () => {
    await writeFile(join(folder, "scores.csv"), (await run("score shop.csv -q")).stdout);
    await writeFile(join(folder, "earlier.csv"), (await run("score shop.csv --as-of 2024-05-31 -q")).stdout);
  });

  it.each([
    ["compare may.csv ./may.csv", true],
    ["compare may.csv june.csv", false],
    ["compare scores.csv ./scores.csv", true],
    ["compare earlier.csv scores.csv", false],
  ])("is warned of: %s %s", async (line, isSame) => {
    const { status, stderr } = await run(line);
    expect(status).toBe(0);
    expect(stderr.includes("csv is compared with itself, so nothing can have changed")).toBe(isSame);
  });
});
