import { describe, expect, it } from "vitest";
import { collectConditions } from "../../../../src/options/condition-values.ts";
import { expectAgreement, type Options, withFiles } from "../../../support/both-readers.ts";
import { inFolder, runRfm } from "../../../support/in-process.ts";

const HEADER =
  "Name,Email,Financial Status,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount";
/** Shopify: an order's values stand on its first row, whichever line that is. */
const SHOPIFY = [
  HEADER,
  "#1,a@example.com,paid,EUR,80.00,5.00,85.00,2026-03-01 10:00:00 +0200,1,Gift card,50.00,0.00",
  "#1,a@example.com,,,,,,2026-03-01 10:00:00 +0200,2,Mug,15.00,",
  "#2,b@example.com,paid,EUR,60.00,0.00,60.00,2026-03-02 10:00:00 +0200,1,Mug,20.00,10.00",
  "#2,b@example.com,,,,,,2026-03-02 10:00:00 +0200,2,Gift card,20.00,",
  "#3,c@example.com,paid,EUR,25.00,0.00,25.00,2026-03-03 10:00:00 +0200,1,Gift card,25.00,0.00",
  "#4,d@example.com,voided,EUR,50.00,0.00,50.00,2026-03-04 10:00:00 +0200,1,Gift card,50.00,0.00",
  "#5,e@example.com,paid,EUR,30.00,0.00,22.00,2026-03-05 10:00:00 +0200,1,Gift card,25.00,0.00",
  "#5,e@example.com,,,,,,2026-03-05 10:00:00 +0200,1,Card sleeve,5.00,",
];

/** `rfm orders` without its header, whichever reader reads the export. */
async function ordersOf(lines: readonly string[], options: readonly string[]): Promise<readonly string[]> {
  const text = `${lines.join("\n")}\n`;
  await withFiles({ "orders.csv": Buffer.from(text) }, async (folder, names) => {
    const conditions = options.filter((_, at) => options[at - 1] === "--exclude-lines");
    const excludeLines = conditions.flatMap((one) => collectConditions(one, undefined));
    const cuttings = [{ threads: 2, segmentBytes: 300, pick: (job: number) => job % 2 }];
    const read: Options = { excludeLines };
    await expectAgreement(names, cuttings, { options: read, cwd: folder });
  });
  return inFolder({ "orders.csv": text }, async (folder) => {
    const { stdout, stderr, status } = await runRfm(["orders", "orders.csv", ...options], folder);
    expect(status, stderr).toBe(0);
    return stdout.trim().split("\n").slice(1);
  });
}

describe("lines left out of their orders", () => {
  it("take what they cost off an order's total, and leave its day, customer, shipping and refund to the others", async () => {
    // #1: 85 − 50; #2: 60 − 2 × 20, less the refund of 10; #3 is nothing but a gift card; #5 cost 22 after a discount of 8.
    expect(await ordersOf(SHOPIFY, ["--exclude-lines", "Lineitem name=Gift card"])).toEqual([
      "#1,a@example.com,2026-03-01,50.00,0.00,50.00,false,excluded line,orders.csv,2",
      "#1,a@example.com,2026-03-01,35.00,0.00,35.00,true,,orders.csv,3",
      "#2,b@example.com,2026-03-02,20.00,10.00,10.00,true,,orders.csv,4",
      "#2,b@example.com,2026-03-02,40.00,0.00,40.00,false,excluded line,orders.csv,5",
      "#3,c@example.com,2026-03-03,25.00,0.00,25.00,false,excluded line,orders.csv,6",
      "#4,d@example.com,2026-03-04,50.00,0.00,50.00,false,status,orders.csv,7",
      "#5,e@example.com,2026-03-05,22.00,0.00,22.00,false,excluded line,orders.csv,8",
      "#5,e@example.com,2026-03-05,0.00,0.00,0.00,false,zero amount,orders.csv,9",
    ]);
  });

  it("are counted with their money by name, and the money is all there", async () => {
    await inFolder({ "orders.csv": `${SHOPIFY.join("\n")}\n` }, async (folder) => {
      const { stdout, stderr } = await runRfm(
        ["score", "orders.csv", "--exclude-lines", "Lineitem name=Gift card"],
        folder,
      );
      // 242.00 − 10.00 were read: 45.00 are used, 137.00 left out, 50.00 void.
      expect(stderr).toContain("4 on lines that --exclude-lines leaves out (137.00)");
      expect(stdout).toMatch(/^a@example.com,.*,35.00,/m);
      expect(stdout).not.toContain("c@example.com");
    });
  });

  it("are set aside with their own amounts where amounts are lines'", async () => {
    const lines = [
      "order_id,customer,date,sku,quantity,price",
      "1,a,2026-03-01,MUG,2,10.00",
      "1,,,POST,1,4.90",
      "2,b,2026-03-02,POST,1,4.90",
      "3,b,2026-03-03,RENEW-1,1,9.00",
      "3,b,2026-03-03,TEA,1,3.00",
    ];
    const options = ["--exclude-lines", "sku=POST", "--exclude-lines", "sku=RENEW-1"];
    expect(await ordersOf(lines, options)).toEqual([
      "1,a,2026-03-01,20.00,0.00,20.00,true,,orders.csv,2",
      "1,,,4.90,0.00,4.90,false,excluded line,orders.csv,3",
      "2,b,2026-03-02,4.90,0.00,4.90,false,excluded line,orders.csv,4",
      "3,b,2026-03-03,9.00,0.00,9.00,false,excluded line,orders.csv,5",
      "3,b,2026-03-03,3.00,0.00,3.00,true,,orders.csv,6",
    ]);
  });

  it("leave a total that is repeated on every row once, on the lines that are left", async () => {
    const lines = [
      "order_id,customer,date,order total,item,qty,unit price",
      "1,a,2026-03-01,29.90,Mug,1,10.00",
      "1,a,2026-03-01,29.90,Postage,1,4.90",
      "1,a,2026-03-01,29.90,Tea,3,5.00",
      "2,b,2026-03-02,4.90,Postage,1,4.90",
    ];
    expect(await ordersOf(lines, ["--amount", "order total", "--exclude-lines", "item=Postage"])).toEqual([
      "1,a,2026-03-01,25.00,0.00,25.00,true,,orders.csv,2",
      "1,a,2026-03-01,4.90,0.00,4.90,false,excluded line,orders.csv,3",
      "2,b,2026-03-02,4.90,0.00,4.90,false,excluded line,orders.csv,5",
    ]);
  });

  it("are found by numbers, too, and are no part of what orders hold", async () => {
    const lines = [
      "order_id,customer,date,product,quantity,price",
      "1,a,2026-03-01,MUG,2,10.00",
      "1,a,2026-03-01,SAMPLE,1,0.10",
    ];
    await inFolder({ "orders.csv": `${lines.join("\n")}\n` }, async (folder) => {
      const { stdout } = await runRfm(["score", "orders.csv", "--exclude-lines", "price<1"], folder);
      expect(stdout).toContain("a,2026-03-01,2026-03-01,0,1,20.00");
    });
  });
});

describe("--exclude-lines is refused", () => {
  const one = "order_id,customer,date,total,product";
  it.each([
    [
      "where each row is an order",
      [one, "1,a,2026-03-01,5.00,Gift card"],
      "product=Gift card",
      3,
      "one row per order and no lines",
    ],
    [
      "where nothing says what a line costs",
      [one, "1,a,2026-03-01,5.00,Gift card", "1,a,2026-03-01,5.00,Mug"],
      "product=Gift card",
      3,
      "no columns of quantity and price say what a line costs",
    ],
    [
      "for an unknown column",
      [one, "1,a,2026-03-01,5.00,x"],
      "sort=Gift card",
      3,
      'no column "sort" for --exclude-lines',
    ],
    [
      "where it leaves nothing",
      ["order_id,customer,date,sku,quantity,price", "1,a,2026-03-01,POST,1,4.90"],
      "sku!=",
      3,
      'no line is left: --exclude-lines "sku!=" leaves out every line that counts',
    ],
    [
      "for a line whose price is blank",
      [
        "order_id,customer,date,order total,item,qty,unit price",
        "1,a,2026-03-01,9.00,Mug,1,9.00",
        "1,a,2026-03-01,9.00,Gift card,1,",
      ],
      "item=Gift card",
      3,
      "orders.csv line 3: --exclude-lines leaves this line out, and nothing says what it costs",
    ],
    ["without a value to compare", [one, "1,a,2026-03-01,5.00,x"], "total>", 2, "> compares numbers and days"],
  ])("%s", async (_name, lines, condition, code, says) => {
    await inFolder({ "orders.csv": `${lines.join("\n")}\n` }, async (folder) => {
      const options = lines[0]?.includes("order total") ? ["--amount", "order total"] : ["--amount-per", "order"];
      const own = lines[0]?.includes("price") && !lines[0].includes("order total") ? [] : options;
      const { status, stderr } = await runRfm(["score", "orders.csv", ...own, "--exclude-lines", condition], folder);
      expect(stderr).toContain(says);
      expect(status).toBe(code);
    });
  });

  it("on a table whose rows are no lines of the orders' amounts", async () => {
    const files = {
      "orders.csv": "order_id,customer_id,date,order total\n1,7,2026-01-02,15.00\n2,8,2026-01-03,6.00\n",
      "items.csv": "order_id,sku,quantity,price\n1,MUG,1,10.00\n1,GIFT,1,5.00\n2,MUG,1,6.00\n",
    };
    await inFolder(files, async (folder) => {
      const read = (...options: readonly string[]) =>
        runRfm(["orders", ".", ...options, "--exclude-lines", "sku=GIFT"], folder);
      const totals = await read();
      expect(totals.stderr).toContain('"sku" is a column of items.csv, whose rows are not lines that make up');
      expect(totals.status).toBe(3);
      const lines = await read("--quantity", "quantity", "--price", "price");
      expect(lines.stderr).toContain("4 of 5 rows used");
      expect(lines.stdout).toContain("1,7,2026-01-02,10.00,0.00,10.00,true,,items.csv,2");
      expect(lines.stdout).toContain("1,7,2026-01-02,5.00,0.00,5.00,false,excluded line,items.csv,3");
    });
  });
});
