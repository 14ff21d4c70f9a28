/** `rfm run` on orders, customers and refunds in tables of their own, with the config that `rfm init` writes. */
import { expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";
import { readLatest } from "../support/output-sets.ts";

const FILES = {
  "orders.csv": `order_id,customer_id,order_date,total
1,a,2024-01-15,100.00
2,b,2024-01-16,50.00
3,a,2024-02-17,70.00
4,c,2024-03-01,30.00
5,d,2024-03-02,25.00
`,
  "customers.csv": `customer_id,email,name
a,a@example.com,A
b,b@example.com,B
c,c@example.com,C
d,d@example.com,D
`,
  "refunds.csv": `refund_id,order_id,refund_date,amount
r1,1,2024-01-15,10.00
r2,1,2024-02-01,20.00
r3,2,2024-01-17,5.00
r4,5,2024-03-02,25.00
`,
};

/** a: 100 − 10 − 20 + 70; b: 50 − 5; c: 30; nothing is left of what d bought. */
const SPEND = { a: "140.00", b: "45.00", c: "30.00" };
const REVENUE = 215;

function spendIn(csv: string): Readonly<Record<string, string>> {
  const [header = "", ...rows] = csv.trim().split("\n");
  const column = header.split(",").indexOf("monetary_value");
  return Object.fromEntries(rows.map((row) => [row.split(",")[0], row.split(",")[column]]));
}

it("a run on orders, customers and refunds gives the scores of the folder, and a digest net of the refunds", async () => {
  await inFolder(FILES, async (folder) => {
    const plain = await runRfm(["score", "orders.csv", "customers.csv", "refunds.csv", "-q"], folder);
    expect(spendIn(plain.stdout)).toEqual(SPEND);
    const init = await runRfm(["init", "."], folder);
    expect(init.status, init.stderr).toBe(0);
    const run = await runRfm(["run"], folder);
    expect(run.status, run.stderr).toBe(0);
    const set = readLatest(`${folder}/rfm-out`);
    expect(set?.["scores.csv"]).toBe(plain.stdout);
    expect((await runRfm(["score", ".", "-q"], folder)).stdout).toBe(plain.stdout);
    const digest = JSON.parse(set?.["digest.json"] ?? "{}") as Readonly<Record<string, unknown>>;
    expect(digest).toMatchObject({ customers: 3, revenue: REVENUE });
    const segments = digest["segments"] as readonly { readonly revenue: number }[];
    expect(segments.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(REVENUE);
  });
});
