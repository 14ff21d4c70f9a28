import { describe, expect, it } from "vitest";
import { saltedId, sha256 } from "../../src/lists/salted-id.ts";
import { inFolder, runRfm } from "../support/in-process.ts";

/** Forty customers; the even ones ordered after 1 May too, those from 31 on had never ordered before it. */
const ORDERS = [
  "order_id,customer_id,email,date,amount",
  ...Array.from({ length: 40 }, (_, index) => index + 1).flatMap((customer) => {
    const row = (order: string, day: string): string => `${order},C${customer},p${customer}@example.com,${day},10.00`;
    const early = customer > 30 ? [] : [row(`a${customer}`, "2024-02-01")];
    return customer % 2 === 0 ? [...early, row(`b${customer}`, "2024-05-03")] : early;
  }),
  "z,C1,p1@example.com,2024-06-30,5.00",
].join("\n");

const list = (ids: readonly (string | number)[], header = "customer_id"): string => [header, ...ids].join("\n");
const range = (from: number, to: number, idOf: (n: number) => string = (n) => `C${n}`): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => idOf(from + index));

const OPTIONS = ["--treated", "treated.csv", "--control", "control.csv", "--since", "2024-05-01"];

/** Files beside the orders, other options, and how the run is refused. */
type Refused = readonly [
  what: string,
  refusal: { readonly status: number; readonly says: string; readonly advises: string },
  files: Readonly<Record<string, string>>,
  args?: readonly string[],
];

const REFUSED: readonly Refused[] = [
  [
    "lists that overlap",
    { status: 3, says: "2 people are on both lists", advises: "take them out of one list" },
    { "treated.csv": list(range(1, 12)), "control.csv": list(range(11, 20)) },
  ],
  [
    "an address on one list and the id of its owner on the other",
    { status: 3, says: "1 person is on both lists", advises: "take them out" },
    { "treated.csv": list(range(1, 12)), "control.csv": list(["P12@Example.com", "p13@example.com"], "email") },
  ],
  [
    "an empty list",
    { status: 3, says: "control.csv: the list has no people", advises: "cannot be compared" },
    { "control.csv": "customer_id\n" },
  ],
  [
    "unknown people",
    {
      status: 3,
      says: "treated.csv: 2 of 12 people are not customers of these exports (first: line 12)",
      advises: "exports",
    },
    { "treated.csv": list([...range(1, 10), "X1", "X2"]) },
  ],
  [
    "people who had bought nothing before the campaign",
    { status: 3, says: "treated.csv: 1 of 11 people had bought nothing before 2024-05-01", advises: "--since" },
    { "treated.csv": list([...range(1, 10), "C32"]) },
  ],
  [
    "ids that were hashed with another salt",
    { status: 3, says: "treated.csv: 10 of 10 people are not customers", advises: "--salt" },
    { "treated.csv": list(range(1, 10, (n) => saltedId("pepper", `C${n}`))) },
  ],
  [
    "a row that names nobody",
    {
      status: 3,
      says: "treated.csv: 1 of 2 rows have neither id nor e-mail address (first: line 3)",
      advises: "--for csv",
    },
    { "treated.csv": "customer_id,phone\nC1,1\n,040" },
  ],
  [
    "a list without a column of people",
    { status: 3, says: "no column of e-mail addresses or customer ids (found: colour)", advises: "customer_id" },
    { "treated.csv": list(["red", "blue"], "colour") },
  ],
  [
    "a campaign after the data",
    { status: 3, says: "--since 2024-07-01 is after the last day of the data, 2024-06-30", advises: "check the day" },
    {},
    ["--since", "2024-07-01"],
  ],
  [
    "a control group of other lists",
    {
      status: 3,
      says: "no customer of control.csv was held out of the segments of treated.csv",
      advises: "written with this list",
    },
    { "treated.csv": "customer_id,segment\nC1,Lost\n", "control.csv": "customer_id,segment\nC2,Champions\n" },
  ],
  [
    "a folder without lists",
    { status: 3, says: ".: the folder contains no lists with people", advises: "rfm lists" },
    {},
    ["--treated", "."],
  ],
  ["a file that is not there", { status: 3, says: "gone.csv", advises: "" }, {}, ["--control", "gone.csv"]],
];

const GROUPS = { "treated.csv": list(range(1, 10)), "control.csv": list(range(11, 19)) };

const CASES = REFUSED.map(([what, refusal, files, args = []]) => ({ what, refusal, files, args }));

describe("rfm effect refuses", () => {
  it.each(CASES)("$what", async ({ refusal: { status, says, advises }, files, args }) => {
    await inFolder({ "orders.csv": ORDERS, ...GROUPS, ...files }, async (folder, read) => {
      const found = await runRfm(["effect", "orders.csv", ...OPTIONS, ...args, "-o", "out.csv"], folder);
      expect(found.stderr).toContain(says);
      expect(found.stderr).toContain(advises);
      expect(found.status).toBe(status);
      await expect(read("out.csv")).rejects.toThrow("ENOENT");
    });
  });

  it("a call without the groups and the day, all at once", async () => {
    await inFolder({ "orders.csv": ORDERS }, async (folder) => {
      const { status, stderr } = await runRfm(["effect", "orders.csv"], folder);
      expect(stderr).toContain("--treated and --control and --since are missing");
      expect(status).toBe(2);
    });
  });
});

async function measured(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly stderr: string }> {
  return inFolder({ "orders.csv": ORDERS, ...GROUPS, ...files }, async (folder) => {
    const { status, stdout, stderr } = await runRfm(
      ["effect", "orders.csv", ...OPTIONS, "--format", "json", ...args],
      folder,
    );
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    return { rows: JSON.parse(stdout), stderr };
  });
}

describe("rfm effect", () => {
  const EXPECTED = { measure: "ordered", treated: 10, treated_value: 0.5, control: 9, control_value: 4 / 9 };

  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ["ids", {}, []],
    ["ids in another case and with blanks", { "treated.csv": list(range(1, 10, (n) => ` c${n} `)) }, []],
    [
      "addresses",
      {
        "treated.csv": list(
          range(1, 10, (n) => `P${n}@EXAMPLE.com`),
          "Email Address",
        ),
      },
      [],
    ],
    ["addresses without a header", { "treated.csv": range(1, 10, (n) => `p${n}@example.com`).join("\n") }, []],
    [
      "hashed addresses",
      {
        "treated.csv": list(
          range(1, 10, (n) => sha256(`p${n}@example.com`)),
          "email",
        ),
      },
      [],
    ],
    ["salted ids", { "treated.csv": list(range(1, 10, (n) => saltedId("s3", `C${n}`))) }, ["--salt", "s3"]],
    ["people named twice", { "treated.csv": list([...range(1, 10), "C1", "p2@example.com"]) }, []],
  ])("finds people by %s", async (_, files, args) => {
    const { rows } = await measured(files, args);
    expect(rows[0]).toMatchObject(EXPECTED);
  });

  it("reads what rfm lists --holdout wrote, and compares like with like", async () => {
    await inFolder({ "orders.csv": ORDERS }, async (folder, read) => {
      const lists = ["lists", "orders.csv", "--as-of", "2024-04-30", "--holdout", "40%", "--for", "csv,mailchimp"];
      const written = await runRfm([...lists, "--out", "lists"], folder);
      expect(`${written.status} ${written.stderr}`).toMatch(/^0 /);
      expect(written.stderr).toContain("csv/control-group.csv");
      const control = (await read("lists/csv/control-group.csv")).trimEnd().split("\n").slice(1);
      const segment = control[0]?.split(",")[1] ?? "";
      const inIt = control.filter((row) => row.endsWith(`,${segment}`)).length;
      for (const tool of ["csv", "mailchimp"]) {
        const both = ["--treated", `lists/${tool}`, "--control", `lists/${tool}`, "--since", "2024-05-01"];
        const all = await runRfm(["effect", "orders.csv", ...both, "--format", "json"], folder);
        expect(`${all.status} ${all.stderr}`).toMatch(/^0 /);
        expect(JSON.parse(all.stdout)[0]).toMatchObject({ control: control.length, treated: 30 - control.length });
        const one = ["--treated", `lists/${tool}/${segment}.csv`, "--control", `lists/${tool}/control-group.csv`];
        const part = await runRfm(
          ["effect", "orders.csv", ...one, "--since", "2024-05-01", "--format", "json"],
          folder,
        );
        expect(`${part.status} ${part.stderr}`).toMatch(/^0 /);
        expect(JSON.parse(part.stdout)[0]).toMatchObject({ control: inIt });
      }
    });
  });

  it("tells the same in words on a terminal and beside data", async () => {
    await inFolder({ "orders.csv": ORDERS, ...GROUPS }, async (folder) => {
      const people = await runRfm(["effect", "orders.csv", ...OPTIONS], folder);
      expect(people.stdout.replace(/\s+/g, " ")).toContain(
        "Whether it worked cannot be told: 50.0% of 10 treated people ordered within 30 days, and 44.4% of the 9 in the control group.",
      );
      const data = await runRfm(["effect", "orders.csv", ...OPTIONS, "--format", "csv"], folder);
      expect(data.stdout).toMatch(/^measure,treated,treated_value,control,control_value,difference,low,high,p_value,/);
      expect(data.stderr).toContain("note: Whether it worked cannot be told");
    });
  });

  it("says on which day it can be decided", async () => {
    await inFolder({ "orders.csv": ORDERS, ...GROUPS }, async (folder) => {
      const { stdout } = await runRfm(["effect", "orders.csv", ...OPTIONS, "--within", "3m"], folder);
      expect(stdout.replace(/\s+/g, " ")).toContain(
        "Too early to tell: the campaign's days end on 2024-07-31, the data on 2024-06-30.",
      );
    });
  });
});

describe("rfm lists --holdout", () => {
  it("says, while the lists are written, that a control group is too small", async () => {
    await inFolder({ "orders.csv": ORDERS }, async (folder) => {
      const { stderr } = await runRfm(
        ["lists", "orders.csv", "--as-of", "2024-05-31", "--holdout", "10%", "--out", "lists"],
        folder,
      );
      expect(stderr).toContain("the control group is too small to show what a campaign does");
    });
  });
});
