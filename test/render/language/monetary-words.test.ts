import { describe, expect, it } from "vitest";
import { type Outcome, runRfm } from "../../support/in-process.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;

/** Sixty customers with one to three orders each, in two years. */
const ROWS = Array.from({ length: 120 }, (_, order) => {
  const day = `202${3 + (order % 2)}-${String(1 + (order % 12)).padStart(2, "0")}-${String(1 + (order % 27)).padStart(2, "0")}`;
  return `${order},c${(order * order) % 61},${day},${20 + (order % 70)},${5 + (order % 9)}`;
});

function rfm(command: string): Promise<Outcome> {
  return runRfm(command.split(" "), ROOT, {
    input: `order_id,customer_id,order_date,amount,cost\n${ROWS.join("\n")}\n`,
  });
}

const CALLED = [
  ["", "net spend", "median spend", "ostot netto", "mediaani ostot"],
  ["--monetary average", "spend per order", "median per order", "ostot tilausta kohti", "mediaani tilausta kohti"],
  ["--cost cost", "margin", "median margin", "kate", "mediaani kate"],
  [
    "--cost cost --monetary average",
    "margin per order",
    "median margin per order",
    "kate tilausta kohti",
    "mediaani kate tilausta kohti",
  ],
] as const;

describe("the monetary value is called what it is made from", () => {
  for (const [options, measure, median, mitta, mediaani] of CALLED) {
    for (const [language, cutPoints, middle] of [
      ["en", measure, median],
      ["fi", mitta, mediaani],
    ] as const) {
      it(`in ${language}, with ${options || "nothing else said"}`, async () => {
        const line = `- ${options} --lang ${language} --format md`.replace("  ", " ");
        const report = (await rfm(`report ${line} --full`)).stdout;
        const segments = (await rfm(`segments ${line}`)).stdout;
        expect(report).toMatch(new RegExp(`\\| *${cutPoints} *\\|`));
        for (const text of [report, segments]) {
          const others = CALLED.flatMap((row) => [row[1], row[2], row[3], row[4]]).filter((words) => words !== middle);
          expect(text).toMatch(new RegExp(`\\| *${middle} *\\|`));
          for (const words of others.filter((one) => one !== cutPoints)) {
            expect(text).not.toMatch(new RegExp(`\\| *${words} *\\|`));
          }
        }
      });
    }
  }

  it("on the page, where a median of margins is not what customers spent", async () => {
    const spent = (await rfm("report - --format html")).stdout;
    const margin = (await rfm("report - --cost cost --format html")).stdout;
    expect(spent).toMatch(/Half of the customers spent [\d,.]+ or less/);
    expect(margin).toMatch(/Half of the customers brought a margin of [\d,.]+ or less/);
    expect(margin).not.toMatch(/Half of the customers spent/);
  });
});

describe("a formula is no evidence for itself", () => {
  it("names no other column for a quantity times a price", async () => {
    const rows = ["order,client,jour,quantité,prix unitaire", "1,a,2024-01-31,2,5", "2,b,2024-02-01,1,3"].join("\n");
    const { stdout } = await runRfm(["inspect", "-", "--format", "csv"], ROOT, { input: `${rows}\n` });
    expect(stdout).toContain("quantité × prix unitaire");
    expect(stdout).not.toContain("agrees with");
  });
});
