import { describe, expect, it } from "vitest";
import type { ColumnCondition } from "../../src/exports/conditions/condition.ts";
import { collectConditions } from "../../src/options/condition-values.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { expectAgreement, type Options, withFiles } from "../support/both-readers.ts";
import { inFolder, runRfm } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

const HEADER = "order_id;customer;date;amount;weight;city;coupon";
/** Decimal commas, days first, and a total below. */
const ROWS = [
  "1;a;25.01.2026;10,00;1,5;Turku;",
  "2;b;26.01.2026;20,00;12,25;Oulu;SPRING",
  "3;c;27.02.2026;1.000,00;1.200,00;Turku;spring",
  "4;a;01.03.2026;30,00;;;WINTER",
];
const FILE = `${[HEADER, ...ROWS, "Total;;;1.060,00;all;;"].join("\n")}\n`;

function conditions(...texts: readonly string[]): readonly ColumnCondition[] {
  return texts.flatMap((text) => collectConditions(text, undefined));
}

/** The ids of the orders that are left, whichever reader reads them. */
async function left(
  texts: readonly string[],
  { bytes = Buffer.from(FILE), name = "orders.csv" }: { bytes?: Buffer; name?: string } = {},
): Promise<string> {
  return withFiles({ [name]: bytes }, async (folder, names) => {
    const options: Options = { where: conditions(...texts) };
    if (name.endsWith(".csv")) await expectAgreement(names, [], { options, cwd: folder });
    const { orders } = await readOrders(names, options, { cwd: folder });
    return Array.from({ length: orders.length }, (_, entry) => orders.orderId?.(entry))
      .sort()
      .join(" ");
  });
}

const WORKBOOK = writeWorkbook({
  sheets: [
    {
      name: "Orders",
      rows: [
        HEADER.split(";"),
        ["1", "a", { date: 46_047 }, 10, 1.5, "Turku", null],
        ["2", "b", { date: 46_048 }, 20, 12.25, "Oulu", "SPRING"],
        ["3", "c", { date: 46_080 }, 1000, 1200, "Turku", "spring"],
        ["4", "a", { date: 46_082 }, 30, { error: "#N/A" }, null, "WINTER"],
      ],
    },
  ],
});

describe("--where", () => {
  it.each([
    [["weight>1,5"], "2 3"],
    [["weight>=1,5", "weight<100"], "1 2"],
    [["weight="], "4"],
    [["weight!="], "1 2 3"],
    [["city!=Turku"], "2 4"],
    [["coupon=spring", "city=Turku"], "3"],
    [["date>=2026-02-27"], "3 4"],
    [["date<27.02.2026"], "1 2"],
    [["date=2026-01-26"], "2"],
    [["amount<=30"], "1 2 4"],
    [["#6=Oulu"], "2"],
  ])("%j leaves %s, in text with either reader as in a workbook", async (texts, ids) => {
    expect(await left(texts)).toBe(ids);
    expect(await left(texts, { bytes: WORKBOOK, name: "orders.xlsx" })).toBe(ids);
  });

  it("compares numbers of JSON as numbers", async () => {
    const rows = [3, 20, 100].map((weight, at) => ({
      order_id: `${at}`,
      customer: "a",
      date: "2026-01-02",
      amount: 5,
      weight,
    }));
    const bytes = Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));
    expect(await left(["weight>9"], { bytes, name: "orders.ndjson" })).toBe("1 2");
  });

  it("judges each condition on its own where rows go on with the order above", async () => {
    const lines = [
      "order_id,customer,date,line total,channel,product",
      "1,a,2026-01-02,10.00,web,mug",
      "1,a,2026-01-02,5.00,,cup",
      "2,b,2026-01-03,7.00,shop,mug",
      "2,b,2026-01-03,3.00,,cup",
    ];
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    await withFiles({ "lines.csv": bytes }, async (folder, names) => {
      const where = conditions("channel=web", "product=cup");
      const { orders } = await readOrders(names, { where }, { cwd: folder });
      expect([...orders.amount]).toEqual([50_000]);
    });
  });

  it("stops at a cell that it cannot compare, and says where", async () => {
    const file = FILE.replace("12,25", "heavy");
    await inFolder({ "orders.csv": file }, async (folder) => {
      const refused = await runRfm(["score", "orders.csv", "--where", "weight>1"], folder);
      expect(refused.status).toBe(3);
      expect(refused.stderr).toBe(
        'rfm: orders.csv: line 3 has "heavy" in "weight", which is not a number, so --where "weight>1" cannot compare it\n' +
          "hint: name a column that holds numbers on every row that is not blank, or use = or !=\n",
      );
      const lines = await runRfm(["orders", "orders.csv", "--where", "weight=heavy"], folder);
      expect(lines.stdout).toContain("2,b,2026-01-26,20.00");
    });
  });

  it("refuses a bound that is neither a number nor a day, and one with two readings", async () => {
    const open = "order_id,customer,date,amount\n1,a,2026-01-02,5.00\n";
    await inFolder({ "orders.csv": open }, async (folder) => {
      const says = async (condition: string): Promise<string> => {
        const { status, stderr } = await runRfm(["score", "orders.csv", "--where", condition], folder);
        expect(status).toBe(2);
        return stderr;
      };
      expect(await says("amount>five")).toContain("> compares numbers and days: write one after it.");
      expect(await says("date>03/04/2026")).toContain('"03/04/2026" is neither a number nor a day of these exports');
      expect(await says("amount==5")).toContain("Write = instead of ==.");
    });
  });

  it("refuses a bound that two files read differently", async () => {
    const points = "order_id,customer,date,amount,weight\n9,z,2026-01-02,5.25,2.5\n";
    await inFolder({ "a.csv": FILE, "b.csv": points }, async (folder) => {
      const { status, stderr } = await runRfm(["score", ".", "--where", "weight>1.500"], folder);
      expect(status).toBe(2);
      expect(stderr).toContain('"1.500" is 1500 in a.csv and 1.5 in b.csv');
      expect(stderr).toContain("hint: write it so that it reads one way: 1500 or 1.5");
      const one = await runRfm(["orders", ".", "--where", "weight>1.5"], folder);
      expect(one.stdout.match(/true/g)).toHaveLength(3);
    });
  });

  it("names the condition that no row meets, in tables that belong together, too", async () => {
    const files = {
      "orders.csv": "order_id,customer_id,date,amount\n1,7,2026-01-02,5.00\n2,8,2026-01-03,6.00\n",
      "customers.csv": "customer_id,email,points\n7,a@example.com,10\n8,b@example.com,\n",
    };
    await inFolder(files, async (folder) => {
      const some = await runRfm(["orders", ".", "--where", "points>=10"], folder);
      expect(some.stdout).toContain("1,7,2026-01-02,5.00,0.00,5.00,true,,orders.csv,2");
      expect(some.stdout).toMatch(/^2,8,2026-01-03,6.00,.*filtered/m);
      const none = await runRfm(["orders", ".", "--where", "points>10"], folder);
      expect(none.status).toBe(3);
      expect(none.stderr).toContain('no row is left: none matches --where "points>10"');
      expect(none.stderr).toContain('column "points" has only 10 (1 row), blank cells (1 row)');
    });
  });

  it("is pinned as it was written, and a config takes it", async () => {
    await inFolder({ "orders.csv": FILE }, async (folder, read) => {
      const options = ["--where", "weight>1,5", "--where", 'city!="Turku"'];
      const { stdout } = await runRfm(["inspect", "orders.csv", ...options], folder);
      expect(stdout).toContain(`--where 'weight>1,5' --where 'city!="Turku"'`);
      await runRfm(["init", "orders.csv", ...options, "-o", "shop.config.yaml"], folder);
      expect(await read("shop.config.yaml")).toContain("weight>1,5");
      const dry = await runRfm(["run", "shop.config.yaml", "--dry-run"], folder);
      expect(dry.stderr).toContain("3 filtered out");
      expect(dry.status).toBe(0);
    });
  });
});
