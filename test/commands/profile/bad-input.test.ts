/** What `rfm profile` and `--by` cannot use is refused with where, what and what to do; nothing is written. */
import { describe, expect, it } from "vitest";
import { giftShop } from "./gift-shop.ts";
import { runOnInput } from "./run-on-input.ts";

const PLAIN = [
  "order_id,customer_id,date,total",
  "1,anna,2025-01-01,5",
  "2,ben,2025-01-09,7",
  "3,anna,2025-02-01,5",
  "",
].join("\n");

const CASES: readonly { readonly line: string; readonly status: number; readonly says: readonly string[] }[] = (
  [
    ["profile - --by land", 3, "--by land: unknown attribute or column", "columns: order_id"],
    ["profile - --by Contry", 3, "--by Contry: unknown attribute or column", "did you mean country?"],
    ["profile - --by prodct", 3, "--by prodct: unknown attribute or column", "did you mean product"],
    ["cohorts - --by weekdy", 3, "--by weekdy: unknown attribute or column", "did you mean weekday?"],
    ["profile - --by remrk", 3, "--by remrk: unknown attribute or column", "did you mean remark?"],
    ["profile - --by xyzzyx", 3, "--by xyzzyx: unknown", "--by takes product, category"],
    ["profile - --by country --where lnd=x", 3, 'no column "lnd" for --where'],
    ["profile - --by note", 3, "200 values, and none that 20 customers or more began with", "such as country"],
    ["profile - --by shop", 3, 'every first order has the same value, "Helsinki"', "nothing to compare"],
    ["profile - --by customer_id", 3, "this column tells the customers apart"],
    ["cohorts - --by customer_id", 3, "this column tells the customers apart"],
    ["profile - --by Name", 2, "a profile is no list of people", "add --allow-personal"],
    ["profile - --by billing_phone", 2, "a profile is no list of people"],
    ["repeat - --by Katuosoite", 2, "a profile is no list of people"],
    ["profile - --by E-Mail", 2, "a profile is no list of people"],
    [
      "profile - --by reach",
      3,
      "most of its 225 values are e-mail addresses or telephone numbers",
      "add --allow-personal",
    ],
    [
      "profile - --by payment",
      3,
      "--by payment: no export has a column of payment methods",
      "these exports have product, category",
    ],
    ["profile - --best 0%", 2, "Write a share of the customers"],
    ["profile - --best 100%", 2, "Write a share of the customers"],
    ["profile - --best Champion", 2, "--best Champion: unknown segment", "did you mean Champions?"],
    ["profile - --best-by best", 2, "Allowed choices are later, spend"],
    ["profile - --followed 0", 2, "Write a whole number of days"],
    ["profile - --followed 5000", 3, "no customer has been followed for 5,000 days", "choose fewer days"],
    ["profile - --levels 4", 2, "--levels cannot be used here", "add --best with segments"],
    ["profile - --monetary average", 2, "--monetary cannot be used here", "--best-by spend"],
    ["profile - --frequency days", 2, "--frequency cannot be used here"],
    ["profile - --best Champions --followed 20", 2, "--followed cannot be used here", "use --best 20%"],
    ["profile - --view pairs --by country", 2, "--by cannot be used here", "choose another --view"],
    ["profile - --allow-personal", 2, "--allow-personal needs --by"],
    ["cohorts - --by country --measure revenue", 2, "--measure cannot be used with --by"],
    ["repeat - --by country --lapse-days 20", 2, "--lapse-days cannot be used with --by"],
  ] as const satisfies readonly (readonly [string, number, ...string[]])[]
).map(([line, status, ...says]) => ({ line, status, says }));

describe("what cannot be compared", () => {
  const shop = giftShop();

  it.each(CASES)("is refused: rfm $line", async ({ line, status, says }) => {
    const [command = "", ...rest] = line.split(/ (?=-)/);
    const found = await runOnInput([command, ...rest.flatMap((word) => word.split(/(?<=^--[a-z-]+) /))], shop);
    for (const part of says) expect(found.stderr).toContain(part);
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status, stdout: "" });
  });

  it("is refused where the exports have no products: with what they have", async () => {
    const { status, stdout, stderr } = await runOnInput(["profile", "-", "--by", "product"], PLAIN);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain("--by product: no export has a column with one product per row");
    expect(stderr).toContain("columns: order_id, customer_id, date, total");
    expect(stderr).toContain("these exports have weekday");
  });

  it("is refused where it has 50,000 values: with their number", async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `${at},c${at % 9000},2025-01-${10 + (at % 19)},5,w${at}`);
    const text = ["order_id,customer_id,date,total,words", ...rows, ""].join("\n");
    const found = await runOnInput(["profile", "-", "--by", "words", "--best-by", "spend", "--best", "40%"], text);
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status: 3, stdout: "" });
    expect(found.stderr).toContain("--by words: 9,000 values, and none that 20 customers or more began with");
  });

  it("is refused where nobody came back, with the other ranking", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${at},c${at},2025-01-${10 + (at % 19)},5,x`);
    const text = ["order_id,customer_id,date,total,land", ...rows, ""].join("\n");
    const found = await runOnInput(["profile", "-", "--by", "land"], text);
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status: 3, stdout: "" });
    expect(found.stderr).toContain("no customer is among the best");
    expect(found.stderr).toContain("another --best-by");
  });

  it("may be about people where that is asked for twice", async () => {
    const { status, stdout } = await runOnInput(["cohorts", "-", "--by", "reach", "--allow-personal"], shop);
    expect(status).toBe(0);
    expect(stdout).toContain("No value was shared by the first orders of 20 customers or more.");
  });
});
