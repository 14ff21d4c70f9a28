import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { inFolder, ONLINE_RETAIL, runRfm } from "../support/in-process.ts";

/** One regular customer a line; who orders every ten days, and when the last order was before 30 June. */
const rhythm = (id: string, silence: number, amount = 20): readonly string[] =>
  [3, 2, 1, 0].map((back) => {
    const on = new Date(Date.UTC(2024, 5, 30 - silence - back * 10)).toISOString().slice(0, 10);
    return `${id}-${back},${id},${on},${amount}`;
  });

const SHOP = [
  "order_id,customer_id,date,amount",
  ...rhythm("due-small", 10),
  ...rhythm("due-large", 10, 90),
  ...rhythm("overdue", 11),
  ...rhythm("fresh", 4),
  ...rhythm("gone", 70),
  ...["2024-03-01", "2024-04-10", "2024-05-20"].map((on, at) => `slow-${at},slow,${on},20`), // a pause of forty days
  "n1,newcomer,2024-06-27,35",
  "n2,last-week,2024-06-20,35",
  "z,fresh,2024-06-30,5",
].join("\n");

type Row = Readonly<Record<string, string>>;

async function nextBest(args: readonly string[]): Promise<{ readonly rows: readonly Row[]; readonly stderr: string }> {
  return inFolder({ "orders.csv": SHOP, "no.csv": "customer_id\noverdue\n" }, async (folder, read) => {
    const { status, stderr } = await runRfm(["lists", "orders.csv", "--next-best", "--out", "out", ...args], folder);
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    return { rows: parse(await read("out/next-best.csv"), { columns: true }), stderr };
  });
}

describe("whom to talk to this week", () => {
  it("is everybody with a reason, once, the most urgent first, then who spent most", async () => {
    const { rows, stderr } = await nextBest([]);
    expect(rows.map((row) => [row["customer_id"], row["reason"]])).toEqual([
      ["overdue", "overdue: usually every 10 days, 11 days since the last order"],
      ["due-large", "due: usually every 10 days, 10 days since the last order"],
      ["due-small", "due: usually every 10 days, 10 days since the last order"],
      ["newcomer", "first order on 2024-06-27"],
    ]);
    expect(stderr).toContain(
      "whom to talk to this week, before anybody is left out: 1 overdue, 2 due, 1 with their first order",
    );
  });

  it("leaves out whoever is excluded, and the control group", async () => {
    const excluded = await nextBest(["--exclude", "no.csv"]);
    expect(excluded.rows.map((row) => row["customer_id"])).toEqual(["due-large", "due-small", "newcomer"]);
    const held = await nextBest(["--holdout", "60%"]);
    expect(held.rows.length).toBeLessThan(4);
  });

  it.each([
    ["mailchimp", "RFM Reason"],
    ["brevo", "RFM_REASON"],
  ])("has the reason as a property of %s", async (tool, header) => {
    await inFolder(
      { "orders.csv": SHOP.replaceAll(/,([a-z-]+),2024/g, ",$1@example.com,2024") },
      async (folder, read) => {
        const args = ["lists", "orders.csv", "--next-best", "--for", tool, "--out", "out"];
        expect((await runRfm(args, folder)).status).toBe(0);
        const rows: readonly Row[] = parse(await read("out/next-best.csv"), { columns: true });
        expect(rows[0]?.[header]).toBe("overdue: usually every 10 days, 11 days since the last order");
      },
    );
  });

  it("names those who moved to a cooling or slipping segment within the week, and no other movers", async () => {
    await inFolder({}, async (folder, read) => {
      const args = ["lists", ONLINE_RETAIL, "--out", "out"];
      expect((await runRfm([...args, "--next-best"], folder)).status).toBe(0);
      const rows: readonly Row[] = parse(await read("out/next-best.csv"), { columns: true });
      const moved = rows.filter((row) => row["reason"]?.startsWith("moved to ") === true);
      expect(
        (await runRfm(["lists", ONLINE_RETAIL, "--changes-since", "-7d", "--out", "changes"], folder)).status,
      ).toBe(0);
      const entered = new Set<string>();
      for (const segment of ["need-attention", "about-to-sleep", "at-risk", "cannot-lose-them"]) {
        const list: readonly Row[] = parse(await read(`changes/${segment}-entered.csv`), { columns: true });
        for (const row of list) entered.add(row["customer_id"] ?? "");
      }
      const listed = new Set(rows.map((row) => row["customer_id"]));
      expect(listed.size).toBe(rows.length);
      expect(moved.length).toBeGreaterThan(10);
      for (const row of moved) expect(entered).toContain(row["customer_id"]);
      // whoever entered and is not named for it is due or overdue
      for (const id of entered) {
        const reason = rows.find((row) => row["customer_id"] === id)?.["reason"] ?? "";
        expect(reason).toMatch(/^(?:moved to|due:|overdue:|first order)/);
      }
    });
  });
});

describe("whom a loyalty plan gives a reason to write to", () => {
  const PLAN = `name: Points and levels
points: { per: 1.00, each: 1, on: net, round: half-up }
rewards: [{ points: 500, value: 5.00 }]
expiry: { after: 1m, without: purchase }
levels:
  by: spend
  window: lifetime
  hold: for ever
  steps: [{ name: Silver, from: 85 }, { name: Gold, from: 1000 }]
`;

  it("are named for points that expire first, and for a level before an order that is due", async () => {
    await inFolder({ "orders.csv": SHOP, "plan.yaml": PLAN }, async (folder, read) => {
      const args = ["lists", "orders.csv", "--next-best", "--loyalty", "plan.yaml", "--out", "out"];
      const { status, stderr } = await runRfm(args, folder);
      expect(`${status} ${stderr}`).toMatch(/^0 /);
      const rows: readonly Row[] = parse(await read("out/next-best.csv"), { columns: true });
      const reasonOf = (id: string): string => rows.find((row) => row["customer_id"] === id)?.["reason"] ?? "";
      // 80 spent: 5 missing of 85. The last order was on 20 June, so that the points go on 20 July
      expect(reasonOf("due-small")).toMatch(/^80 points to use by 2024-07-/);
      expect(reasonOf("gone")).not.toContain("points");
    });
  });
});
