import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runRfm } from "../support/in-process.ts";

let folder = "";

const ORDERS = `order_id,customer_id,email,date,amount,currency
1,a,ann@example.com,2024-01-10,120.40,EUR
2,a,ann@example.com,2024-02-10,130.50,EUR
3,b,bo@example.com,2024-02-11,60.00,EUR
4,c,cat@example.com,2024-03-01,400.00,EUR
4-R,c,cat@example.com,2024-03-09,-50.00,EUR
`;

const PLAN = `name: Test plan
points: { per: 1 }
rewards: [{ points: 100, value: 1 }]
expiry: { after: 12m, without: purchase }
levels:
  by: spend
  window: calendar year
  hold: end of next year
  steps: [{ name: Silver, from: 200 }, { name: Gold, from: 500, role: vip }]
margin: 40%
`;

const FILES: Readonly<Record<string, string>> = {
  "orders.csv": ORDERS,
  "plan.yaml": PLAN,
  "dollars.yaml": `${PLAN}currency: USD\n`,
  "dear.yaml": "name: x\nstamps: { per: order }\nrewards: [{ stamps: 2, value: average order }]\nmargin: 10%\n",
  "gift.yaml": "name: x\nstamps: { per: order }\nrewards: [{ stamps: 1, value: 500 }]\n",
  "late.yaml": `${PLAN}starts: 2025-01-01\n`,
  "wrong.yaml": PLAN.replace("margin", "margins"),
  "no-levels.yaml": "name: x\npoints: { per: 1 }\nrewards: [{ points: 100, value: 1 }]\n",
  "vips.csv": "email,tier\nann@example.com,\nbo@example.com,Silver\nnobody@example.com,vip\n",
  "platinum.csv": "customer_id,level\na,Platinum\n",
  "plain.csv": "customer_id\na\n",
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-loyalty-"));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});

afterAll(() => rm(folder, { recursive: true }));

function rfm(line: string): Promise<Outcome> {
  return runRfm(line.split(" "), folder);
}

describe("rfm loyalty with bad input", () => {
  it.each([
    ["loyalty orders.csv", 2, "--plan is missing: which programme is to be replayed?"],
    ["loyalty plan.yaml", 2, "no exports named"],
    ["loyalty orders.csv plan.yaml dear.yaml", 2, "two plans: plan.yaml and dear.yaml"],
    ["loyalty orders.csv none.yaml", 2, "none.yaml: no such file"],
    ["loyalty orders.csv wrong.yaml", 2, 'wrong.yaml: line 10: unknown key "margins" (did you mean margin?)'],
    ["loyalty orders.csv dollars.yaml", 2, "dollars.yaml: the plan is in USD, and these exports are in EUR"],
    ["loyalty orders.csv dear.yaml", 2, "dear.yaml: the margin of 10.0% is not above the cost of the rewards"],
    [
      "loyalty orders.csv gift.yaml",
      2,
      "gift.yaml: on these orders the rewards give back 302.6% of what customers spend",
    ],
    ["loyalty orders.csv late.yaml", 3, "no member: no purchase in the time of the plan"],
    ["loyalty orders.csv plan.yaml --redemption 0", 2, "Write a percentage above 0"],
    ["loyalty orders.csv plan.yaml --check plain.csv", 3, "plain.csv: no column of levels"],
    [
      "loyalty orders.csv plan.yaml --check platinum.csv",
      3,
      'platinum.csv: line 2: "Platinum" is not a level of the plan',
    ],
    ["loyalty orders.csv no-levels.yaml --check vips.csv", 2, 'the plan "x" has no levels to check'],
    ["loyalty --example stampcard", 2, "--example stampcard: unknown example"],
  ])("%s ends with %d, and nothing is written", async (line, status, message) => {
    const before = await readdir(folder);
    const result = await rfm(`${line} -o written.json`);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe("");
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("rfm lists --loyalty", () => {
  const lists = async (tool: string): Promise<readonly string[]> => {
    const out = `${tool}-lists`;
    const { status, stderr } = await rfm(`lists orders.csv --loyalty plan.yaml --for ${tool} --out ${out} -q`);
    expect(status, stderr).toBe(0);
    const files = (await readdir(join(folder, out))).filter((name) => name.endsWith(".csv"));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, out, name), "utf8")));
    await rm(join(folder, out), { recursive: true });
    return [texts[0]?.split("\n")[0] ?? "", ...texts.flatMap((text) => text.trimEnd().split("\n").slice(1))];
  };

  it("adds level, points, what is missing and the role to the plain CSV", async () => {
    const [header, ...rows] = await lists("csv");
    expect(header).toMatch(/,net_spend,level,points,missing_for_next_level,woocommerce_role$/);
    expect(rows.map((row) => [row[0], row.split(",").slice(-4).join(",")]).toSorted()).toEqual([
      ["a", "Silver,251,249.10,silver"],
      ["b", ",60,140.00,"],
      ["c", "Silver,350,150.00,silver"],
    ]);
  });

  it("adds properties and a tag in a tool's own way", async () => {
    const [header, ...rows] = await lists("mailchimp");
    expect(header).toMatch(/,RFM Level,RFM Points,RFM Missing for next level$/);
    expect(rows.find((row) => row.startsWith("ann@"))).toMatch(/"RFM [^",]+,Level Silver".*,Silver,251,249\.10$/);
    expect(rows.find((row) => row.startsWith("bo@"))).not.toContain("Level");
    expect((await lists("brevo"))[0]).toMatch(/,RFM_LEVEL,RFM_POINTS,RFM_MISSING_FOR_NEXT_LEVEL$/);
    const both = await rfm("lists orders.csv --loyalty plan.yaml --for meta --for mailchimp --out both -q");
    expect(both.status, both.stderr).toBe(0);
  });

  it("refuses a plan that no list would show", async () => {
    const { status, stderr } = await rfm("lists orders.csv --loyalty plan.yaml --for google-ads --for meta --out none");
    expect(stderr).toContain(
      "--loyalty plan.yaml has no effect: Google Ads Customer Match and Meta custom audiences take no",
    );
    expect(status).toBe(2);
    expect(await readdir(folder)).not.toContain("none");
  });

  it("refuses a plan of another currency, and writes nothing", async () => {
    const { status, stderr } = await rfm("lists orders.csv --loyalty dollars.yaml --out none");
    expect([status, stderr]).toEqual([2, expect.stringContaining("the plan is in USD")]);
    expect(await readdir(folder)).not.toContain("none");
  });
});

describe("rfm loyalty", () => {
  it("says first what it costs and needs: 6 rewards of 1 on 660.90, margin 40%", async () => {
    const { stdout, status } = await rfm("loyalty orders.csv plan.yaml -q --width 200");
    expect(status).toBe(0);
    // a: 120 + 131 points, 2 rewards; c: 400, 4 rewards before the refund; b: 60
    expect(stdout.replaceAll("\n  ", " ").split("\n").slice(0, 4)).toEqual([
      "Loyalty plan “Test plan”, 2024-01-10 to 2024-03-09",
      "It would have cost up to 6.00 EUR, 0.9% of the 660.90 EUR that 3 customers spent.",
      "With a margin of 40.0% it pays for itself from 2.3% more sales to members.",
      "Same behaviour as before: the plan is replayed over past orders, and everybody buys what they bought without it. The replay shows what the plan costs and what it needs, not what it brings.",
    ]);
  });

  it("has a row for each customer as CSV", async () => {
    const { stdout } = await rfm("loyalty orders.csv plan.yaml -q --format csv");
    expect(stdout).toBe(
      [
        "customer_id,points,stamps,level,level_until,next_level,missing_for_next,points_expiring,expiring_on",
        "a,251,,Silver,2025-12-31,Gold,249.10,251,2025-02-09",
        "b,60,,,,Silver,140.00,60,2025-02-10",
        "c,350,,Silver,2025-12-31,Gold,150.00,350,2025-02-28",
        "",
      ].join("\n"),
    );
  });

  it("has the same rows with --customers, and everything as JSON", async () => {
    const whole = JSON.parse((await rfm("loyalty orders.csv plan.yaml -q --format json")).stdout);
    const rows = JSON.parse((await rfm("loyalty orders.csv plan.yaml -q --format json --customers")).stdout);
    expect(whole.customers).toEqual(rows);
    expect(whole).toMatchObject({
      members: 3,
      sales: 660.9,
      collected: { issued: 711, taken_back: 50, balance: 661, redeemable: 601, stuck: 60 },
      cases: [{ case: "dearest", cost: 6 }, { case: "all" }],
      liability: null,
    });
    expect(whole.level_members.filter((one: { own: boolean }) => one.own)).toHaveLength(6);
  });

  it("compares a list with the plan: by address, by role, those who are missing and those who are strangers", async () => {
    const { stdout } = await rfm("loyalty orders.csv plan.yaml -q --check vips.csv --format csv");
    expect(stdout).toBe(
      [
        "customer_id,listed_level,level,verdict",
        "a,,Silver,too low",
        "b,Silver,,too high",
        "c,,Silver,not listed",
        "nobody@example.com,Gold,,unknown",
        "",
      ].join("\n"),
    );
  });

  it("prints examples that can be replayed", async () => {
    const list = (await rfm("loyalty --example")).stdout;
    const names = [...list.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) {
      const { status } = await rfm(`loyalty --example ${name} -o example.yaml`);
      expect(status).toBe(0);
      const text = (await readFile(join(folder, "example.yaml"), "utf8")).replace("currency: USD", "currency: EUR");
      await writeFile(join(folder, "example.yaml"), text);
      const run = await rfm("loyalty orders.csv example.yaml -q");
      expect(run.status, `${name}: ${run.stderr}`).toBe(0);
      await rm(join(folder, "example.yaml"));
    }
  });
});
