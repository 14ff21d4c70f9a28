import { describe, expect, it } from "vitest";
import { giftShop } from "./gift-shop.ts";
import { runOnInput } from "./run-on-input.ts";

const shop = giftShop();

async function rows(argv: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { status, stdout, stderr } = await runOnInput([...argv, "--format", "json"], shop);
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  return JSON.parse(stdout);
}

describe("rfm profile", () => {
  it("finds the lamp with which those who come back began, worked by hand", async () => {
    // 200 customers began by day 59 and can be followed for the 85 days that are half of the 170 of the history. 25 of the
    // 50 lamp buyers came back, and 10 of the 150 others: 35 with money after their first day, all of them among the top 40.
    const [first, ...others] = await rows(["profile", "-", "--by", "product"]);
    expect(first).toMatchObject({ attribute: "product", value: "L1", name: "Lamp", best: 25, rest: 25 });
    expect(first?.["best_share"]).toBeCloseTo(25 / 35, 12);
    expect(first?.["rest_share"]).toBeCloseTo(25 / 165, 12);
    expect(first?.["lift"]).toBeCloseTo(25 / 35 / (50 / 200), 12);
    expect(others.map(({ value }) => value).toSorted()).toEqual(["M1", "T1"]);
  });

  it("has a row of its own for blank cells", async () => {
    const found = await rows(["profile", "-", "--by", "remark,channel"]);
    const blank = found.filter(({ value }) => value === "(blank)");
    expect(blank.map(({ attribute, best, rest }) => [attribute, Number(best) + Number(rest)]).toSorted()).toEqual([
      ["channel", 40],
      ["remark", 100],
    ]);
  });

  it("takes everything that the exports have where nothing is named, and leaves out what has one value", async () => {
    const attributes = new Set((await rows(["profile", "-"])).map(({ attribute }) => attribute));
    expect([...attributes].toSorted()).toEqual(
      ["basket", "category", "channel", "country", "coupon", "discount", "price", "product", "weekday"].toSorted(),
    );
  });

  it("says so where nothing differs", async () => {
    const { stdout } = await runOnInput(["profile", "-", "--by", "country"], shop);
    expect(stdout.replace(/\s+/g, " ")).toContain("None of the 2 values that were compared differs");
  });

  it("says what monetary value does to the comparison", async () => {
    const { stdout } = await runOnInput(["profile", "-", "--by", "product", "--best-by", "spend"], shop);
    expect(stdout.replace(/\s+/g, " ")).toContain("would not be there by what they spent after their first day");
  });

  it("takes segments for the best, by their name in any language", async () => {
    const english = await rows(["profile", "-", "--by", "product", "--best", "champions,Loyal"]);
    const finnish = await rows(["profile", "-", "--by", "product", "--best", "Champions,Loyal", "--lang", "fi"]);
    expect(english).toEqual(finnish);
    expect(english.length).toBeGreaterThan(0);
  });

  it("shows what is bought together", async () => {
    // 25 of the lamp buyers and the 10 others who came back bought mug and lamp; lamp and tea stand in 50 first orders
    const pairs = await rows(["profile", "-", "--view", "pairs"]);
    expect(pairs.map(({ product, other, orders }) => [product, other, orders])).toEqual([
      ["L1", "T1", 50],
      ["M1", "T1", 50],
      ["L1", "M1", 35],
    ]);
  });

  it("fits into 80 columns", async () => {
    for (const more of [[], ["--view", "history"], ["--view", "pairs"]]) {
      const { stdout } = await runOnInput(["profile", "-", ...more], shop);
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe("--by of rfm cohorts and rfm repeat", () => {
  it("follows everybody for the same days, and is blank where nobody could be", async () => {
    const found = await rows(["repeat", "-", "--by", "product"]);
    const row = (value: string, days: number) => found.find((one) => one["value"] === value && one["days"] === days);
    expect(row("L1", 30)).toMatchObject({ customers: 50, followed: 50, again: 25, again_rate: 0.5 });
    expect(row("N1", 90)).toMatchObject({
      ...{ customers: 25, followed: 0, again: null, again_rate: null, again_low: null, again_high: null },
      revenue_per_customer: null,
    });
    expect(await rows(["cohorts", "-", "--by", "product"])).toEqual(found);
  });

  it("leaves no doubt in a CSV file: what is not known is empty", async () => {
    const { stdout } = await runOnInput(["cohorts", "-", "--by", "product", "--format", "csv"], shop);
    expect(stdout).toContain("\nproduct,N1,25,90,0,,,,,,New mug\n");
  });
});
