import { describe, expect } from "vitest";
import { withoutWholeMarks } from "../../../support/page-text.ts";
import { it } from "../../../support/run-rfm.ts";
import { yearsExport } from "../../../support/years-export.ts";

describe("the page's section on who came back and who will order", () => {
  it("has one bar a segment, the sentences of rfm backtest, and the total of rfm forecast", async ({ folder }) => {
    await folder.write({ "years.csv": yearsExport() });
    const { status } = await folder.rfm("report years.csv --backtest --forecast -o page.html -q");
    expect(status).toBe(0);
    const page = withoutWholeMarks(await folder.read("page.html"));
    const [section = ""] = /<section aria-labelledby="outlook">[\s\S]*?<\/section>/.exec(page) ?? [];
    const backtest = await folder.rfm("backtest years.csv --format json -q");
    const rows: readonly { group: string; value: string; customers: number; return_rate: number }[] = JSON.parse(
      backtest.stdout,
    );
    const segments = rows.filter(({ group, customers }) => group === "segment" && customers > 0);
    const bars = [...section.matchAll(/<svg class="rate[^>]*><rect x="0" y="0" width="([\d.]+)"/g)];
    expect(bars).toHaveLength(segments.length + 1); // and that of all
    for (const [index, { return_rate }] of segments.entries()) {
      expect(Number(bars[index]?.[1])).toBeCloseTo(return_rate * 100, 0);
    }
    const sentences = segments.map(
      ({ value, customers, return_rate }) =>
        `Of your ${customers} ${value} of 2024-07-07, ${(return_rate * 100).toFixed(1)}% ordered again by 2024-12-31`,
    );
    expect(sentences.filter((sentence) => section.includes(sentence))).not.toEqual([]);
    const forecast = await folder.rfm("forecast years.csv --format csv");
    const [total = ""] = /about [\d,]+ of your [\d,]+ customers will order: [\d,]+ orders/.exec(forecast.stderr) ?? [];
    expect(total).not.toBe("");
    expect(section).toContain(total);
  });

  it("is not there where nobody asked for it, and a warning says why where the history is too thin", async ({
    folder,
  }) => {
    await folder.write({ "few.csv": "order,customer,date,amount\n1,a,2024-01-01,10\n2,b,2024-02-01,20\n" });
    const { status, stderr } = await folder.rfm("report few.csv --forecast -o page.html");
    expect(status).toBe(0);
    const page = await folder.read("page.html");
    expect(page).not.toContain('id="outlook"');
    expect(page).toContain("no customer has ordered on a second day yet");
    expect(stderr).not.toContain("bug");
  });
});
