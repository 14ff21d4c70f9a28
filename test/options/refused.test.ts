/** Options that have nothing to work on are refused by name, with what to do instead. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { shopFiles } from "./shop.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-refused-"));
  for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
  for (const [day, name] of [
    ["2024-05-01", "may.csv"],
    ["2024-06-01", "june.csv"],
  ] as const) {
    expect((await runRfm(["score", "shop.csv", "--as-of", day, "-o", name], folder)).status).toBe(0);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const CASES: readonly (readonly [line: string, ...says: readonly string[]])[] = [
  [
    "compare may.csv june.csv --scheme putler --since 2024-01-01",
    "--since, --scheme cannot be used with them",
    "leave them",
  ],
  ["compare may.csv june.csv --from -1m", "--from cannot be used with them"],
  ["compare may.csv june.csv --rejects bad.csv", "--rejects cannot be used with them"],
  ["compare may.csv june.csv --no-freeze", "--freeze cannot be used with them"],
  ["run --rejects bad.csv", "unknown option '--rejects'", "add - { command: rejects, file: rejects.csv }"],
  ["run --save-model m.json", "unknown option '--save-model'", "add - { command: model, file: model.json }"],
  ["init shop.csv --save-model m.json", "unknown option '--save-model'", "command: model"],
  ["retention shop.csv --scheme putler", "--scheme needs --per-segment", "add --per-segment"],
  ["retention shop.csv --margin profit", "--margin needs --per-segment"],
  ["retention shop.csv --per-segment --active-within 3m", "--per-segment cannot be used with --active-within"],
  ["cohorts shop.csv --margin profit", "unknown option '--margin'"],
  ["score shop.csv --width 100", "--width applies to tables, but this result is csv", "add --format table"],
  ["schemes --locale fi-FI", "--locale needs --spreadsheet"],
  ["score shop.csv --amount-per line --quantity pieces", "--quantity cannot be used with --amount-per"],
  [
    "cohorts shop.csv --measure revenue --format json",
    "--measure applies to tables, but this result is json",
    "add --wide",
  ],
  ["cohorts shop.csv --wide --format table", "--wide applies to data files, but this result is a table"],
  ["forecast shop.csv --horizon 40d --sort segment --format table", "--sort applies to the rows of customers"],
  ["orders shop.csv --window-for fm", "--window-for needs --window"],
];

describe("options without anything to work on", () => {
  it.each(CASES)("are refused: rfm %s", async (line, ...says) => {
    const { status, stdout, stderr } = await runRfm(line.split(" "), folder);
    for (const part of says) expect(stderr).toContain(part);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("options on statuses", () => {
  const score = (line: string): ReturnType<typeof runRfm> => runRfm(["score", ...line.split(" ")], folder);

  it("are refused beside --status none, which says that every order counts", async () => {
    const { status, stderr } = await score("shop.csv --status none --include-status paid --unknown-status exclude");
    expect(stderr).toContain("--include-status and --unknown-status cannot be used with --status none");
    expect(status).toBe(2);
  });

  it("are refused where a word both counts and does not", async () => {
    const { status, stderr } = await score("shop.csv --include-status Paid,shipped --exclude-status paid");
    expect(stderr).toContain('"Paid" cannot be in --include-status and in --exclude-status');
    expect(status).toBe(2);
  });

  it.each(["--include-status paid", "--exclude-status paid", "--unknown-status exclude"])(
    "need a column of statuses, and the files without one are named: %s",
    async (option) => {
      const { status, stdout, stderr } = await score(`bare-names.csv slashes.csv --date-format d/m/y ${option}`);
      expect(stderr).toContain(
        `${option.split(" ")[0]} needs a column of statuses, and none was found in bare-names.csv, slashes.csv`,
      );
      expect(stderr).toContain(`hint: name the column with --status NAME, or leave out ${option.split(" ")[0]}`);
      expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    },
  );

  it("say which file they do not apply to, and which words no row has", async () => {
    const { status, stderr } = await score("odd-status.csv bare-names.csv --exclude-status zorp,refnded");
    expect(status).toBe(0);
    expect(stderr).toContain("note: bare-names.csv has no status column: every order in it counts");
    expect(stderr).toContain("note: --exclude-status: no row has this status: refnded");
    expect(stderr).not.toContain("zorp");
  });

  it("name a status that only a rule of the platform gives", async () => {
    const flags = "order_id,customer_id,date,amount,cancelled\n1,a,2024-01-05,10,yes\n2,b,2024-02-05,20,no\n";
    await writeFile(join(folder, "flags.csv"), flags);
    const { status, stdout, stderr } = await score("flags.csv --include-status cancelled");
    expect({ status, rows: stdout.trim().split("\n").length }, stderr).toEqual({ status: 0, rows: 3 });
  });
});

describe("--amount-per", () => {
  it("is refused where the amount is quantity × price by the export's own columns", async () => {
    await writeFile(join(folder, "lines.csv"), "order_id,customer_id,date,quantity,price\n1,a,2024-01-05,2,1.50\n");
    const { status, stderr } = await runRfm(["score", "lines.csv", "--amount-per", "order"], folder);
    expect(stderr).toContain('--amount-per applies to an amount column, but the amount here is "quantity" × "price"');
    expect(status).toBe(3);
  });
});

describe("--refunded", () => {
  it("is refused where refunds are ignored, and taken where they are not", async () => {
    const refused = await runRfm(["score", "shop.csv", "--refunded", "returned", "--refunds", "ignore"], folder);
    expect(refused.stderr).toContain("--refunded cannot be used with --refunds ignore: no refund is taken off");
    expect(refused.status).toBe(2);
    const taken = await runRfm(["score", "shop.csv", "--refunded", "returned", "--refunds", "net"], folder);
    expect(taken.status).toBe(0);
  });

  it("is not asked for where refunds are ignored", async () => {
    const twins = "order_id,customer_id,date,amount,refunded amount,refunded_amount\n1,a,2024-01-05,10,1,2\n";
    await writeFile(join(folder, "twins.csv"), twins);
    expect((await runRfm(["score", "twins.csv"], folder)).stderr).toContain("--refunded NAME");
    expect((await runRfm(["score", "twins.csv", "--refunds", "ignore"], folder)).status).toBe(0);
  });
});

describe("--exclude-customers", () => {
  const score = (list: string): ReturnType<typeof runRfm> =>
    runRfm(["score", "odd-status.csv", "--unknown-status", "include", "--exclude-customers", list], folder);

  it("warns where no entry is a customer of the exports", async () => {
    await writeFile(join(folder, "strangers.txt"), "x1\nx2\nnobody@example.com\n");
    const { status, stderr } = await score("strangers.txt");
    expect(stderr).toContain(
      "warning: --exclude-customers left out no customer: none of its 3 entries is a customer's id or address in the exports",
    );
    expect(status).toBe(0);
  });

  it("says how many entries were met, and how many customers that left out", async () => {
    await writeFile(join(folder, "some.txt"), "c1\nC2\nc2\nx3\n");
    const { stderr } = await score("some.txt");
    expect(stderr).toContain(
      "note: 2 of 3 entries of --exclude-customers are in the exports; 2 customers were left out",
    );
  });
});
