import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { isRefusal, platformFixtures } from "../platforms/fixtures.ts";
import { runRfm } from "../support/in-process.ts";
import { readLatest } from "../support/output-sets.ts";
import { it, withFolder } from "../support/run-rfm.ts";

const ORDERS = `order_id,customer_id,date,total,status
1,anna@example.com,2025-01-31,10.00,paid
2,ben@example.com,2025-02-28,20.00,paid
3,anna@example.com,2025-03-31,30.00,cancelled
`;

describe("rfm init", () => {
  it("refuses standard input, and what cannot be read", async ({ folder }) => {
    expect(await folder.rfm("init -", { stdin: ORDERS })).toMatchObject({ status: 2 });
    const { status, stderr } = await folder.rfm("init nothing.csv");
    expect(stderr).toContain("nothing.csv: no such file or folder");
    expect(status).toBe(3);
    expect(await folder.list()).toEqual([]);
  });

  it("never overwrites a config", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS, "rfm.config.yaml": "mine" });
    const { status, stderr } = await folder.rfm("init orders.csv");
    expect(stderr).toContain(
      "rfm: rfm.config.yaml already exists\nhint: choose another name with -o, or move the file",
    );
    expect(status).toBe(5);
    expect(await folder.read("rfm.config.yaml")).toBe("mine");
  });

  it("writes what was understood, with what it noticed as comments", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { status, stdout, stderr } = await folder.rfm("init orders.csv --window 12m");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("rfm.config.yaml is written with 1 remark at its top; rfm run --dry-run shows");
    const text = await folder.read("rfm.config.yaml");
    expect(text).toContain("as it should be:\n# - no export names a currency\n");
    expect(text).toMatch(/^exports:\n {2}- orders\.csv$/m);
    expect(text).toMatch(/^reading:\n {2}preset: generic\n {2}customer: customer_id\n/m);
    expect(text).toMatch(/^ {2}include-status: paid\n {2}exclude-status: cancelled$/m);
    expect(text).toMatch(/^scoring:\n {2}window: "12m"$/m);
  });

  it("writes a config that makes the page and the workbook", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.rfm("init orders.csv");
    await folder.rfm("run");
    const made = Object.keys(readLatest(join(folder.path, "rfm-out")) ?? {});
    expect(made).toEqual(expect.arrayContaining(["report.html", "report.xlsx", "scores.csv", "segments.csv"]));
  });

  it("asks in the config what stops the reading", async ({ folder }) => {
    const open = ORDERS.replaceAll("2025-01-31", "03/04/2025").replaceAll("2025-02-28", "04/05/2025");
    await folder.write({ "orders.csv": open.replaceAll("2025-03-31", "05/06/2025") });
    const { status, stderr } = await folder.rfm("init orders.csv");
    expect(status).toBe(0);
    expect(stderr).toContain("is written with a question at its top; answer the questions in it");
    const text = await folder.read("rfm.config.yaml");
    expect(text).toContain("# To be answered before rfm run can read the exports:\n# - orders.csv: ");
    expect(text).toMatch(/^# - orders\.csv: .*03\/04\/2025/m);
    expect(text).toMatch(/^# {2}date-format: d\/m\/y$/m);
    expect((await folder.rfm("run")).status).toBe(3);
    const answered = text.replace(/^# reading:$/m, "reading:").replace(/^# ( date-format: d\/m\/y)$/m, " $1");
    await folder.write({ "rfm.config.yaml": answered });
    expect((await folder.rfm("run")).status).toBe(0);
  });

  it("writes the user's options and paths as seen from the config", async ({ folder }) => {
    await folder.write({ "exports/orders.csv": ORDERS, "lists/staff.txt": "ben@example.com\n" });
    await folder.makeFolder("night");
    const args =
      "init exports/ --exclude-customers lists/staff.txt --no-link-customers --where status=paid -o night/shop.yaml";
    expect((await folder.rfm(args)).status).toBe(0);
    const text = await folder.read("night/shop.yaml");
    expect(text).toContain("  - ../exports\n".replace("../exports", '"../exports"'));
    expect(text).toContain('  exclude-customers: "../lists/staff.txt"\n');
    expect(text).toContain("  link-customers: false\n");
    await folder.rfm("run night/shop.yaml");
    const set = readLatest(join(folder.path, "night/rfm-out"));
    const { stdout } = await folder.rfm("score exports/ --exclude-customers lists/staff.txt --where status=paid");
    expect(set?.["scores.csv"]).toBe(stdout);
  });

  it("quotes names that YAML or a variable would change", async ({ folder }) => {
    const sum = `$\{SUM}`; // a variable in a config
    const odd = ORDERS.replace("customer_id", '"who: #1"').replace("total", () => sum);
    await folder.write({ "orders.csv": odd });
    const args = ["orders.csv", "--customer", "who: #1", "--amount", sum, "--amount-per", "order"];
    expect((await folder.rfm(["init", ...args])).status).toBe(0);
    expect((await folder.rfm("run")).status).toBe(0);
    const { stdout } = await folder.rfm(["score", ...args]);
    expect(readLatest(join(folder.path, "rfm-out"))?.["scores.csv"]).toBe(stdout);
  });
});

/** Takes all outputs but the scores out of a config that `rfm init` wrote: the others are made of the same reading. */
async function keepScoresOnly(config: string): Promise<void> {
  const text = await readFile(config, "utf8");
  const kept = text.replace(/^ {2}- \{ command: (?!score,).*\n/gm, "");
  expect(kept).toMatch(/^outputs:\n {2}- \{ command: score, file: scores\.csv \}\n(?! {2}-)/m);
  expect(kept.length).toBeLessThan(text.length);
  await writeFile(config, kept);
}

describe("the config that rfm init writes", () => {
  const all = platformFixtures().filter(({ expected }) => !isRefusal(expected) && expected.options === undefined);
  const platformOf = (name: string): string => name.replace(/\/.*/, "");
  /** The first of each platform, and every third of the others; all in the long run. */
  const fixtures = all.filter(
    ({ name }, at) =>
      process.env["RFM_LONG_TESTS"] === "1" ||
      at % 3 === 0 ||
      all.findIndex((one) => platformOf(one.name) === platformOf(name)) === at,
  );

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    "of %s gives the bytes of the plain command",
    async (_name, { inputs }) => {
      await withFolder(async ({ path }) => {
        await mkdir(join(path, "exports"));
        for (const input of inputs) await copyFile(input, join(path, "exports", basename(input)));
        await runRfm(["init", "exports/"], path);
        await keepScoresOnly(join(path, "rfm.config.yaml"));
        const run = await runRfm(["run"], path);
        const plain = await runRfm(["score", "exports/"], path);
        expect(run.status).toBe(plain.status);
        expect(readLatest(join(path, "rfm-out"))?.["scores.csv"] ?? "").toBe(plain.stdout);
      });
    },
  );
});

describe("the permissions of results", () => {
  let usual = 0;

  beforeAll(() => {
    usual = process.umask(0o022);
  });

  afterAll(() => {
    process.umask(usual);
  });

  const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

  it.each([
    ["score orders.csv -o out.csv", 0o600],
    ["orders orders.csv -o out.csv", 0o600],
    ["report orders.csv -o out.html", 0o600],
    ["explain orders.csv --id anna@example.com -o out.json", 0o600],
    ["segments orders.csv -o out.csv", 0o644],
    ["retention orders.csv -o out.csv", 0o644],
  ])("rfm %s makes a file of mode %o", async (args, mode) => {
    await withFolder(async (folder) => {
      await folder.write({ "orders.csv": ORDERS });
      expect((await folder.rfm(args)).status).toBe(0);
      const out = (await folder.list()).find((name) => name.startsWith("out.")) ?? "";
      expect(await modeOf(join(folder.path, out))).toBe(mode);
    });
  });

  it("of the rejected rows and of the moves are the owner's", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.rfm("compare orders.csv --from 2025-02-01 --moves moves.csv --rejects rejects.csv");
    expect(await modeOf(join(folder.path, "moves.csv"))).toBe(0o600);
    expect(await modeOf(join(folder.path, "rejects.csv"))).toBe(0o600);
  });

  it("stay as they are where a file is replaced", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await writeFile(join(folder.path, "out.csv"), "", { mode: 0o640 });
    await folder.rfm("score orders.csv -o out.csv");
    expect(await modeOf(join(folder.path, "out.csv"))).toBe(0o640);
  });
});
