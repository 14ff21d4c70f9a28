/** Every command on a single order: whatever it says of one is in the singular, and nothing ends as a bug. */
import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

const FILES = {
  "one.csv": "order_id,customer_id,email,date,amount,status,country\n1,a,anna@example.com,2024-01-10,20.00,paid,FI\n",
  "plan.yaml":
    "name: Club\npoints: { per: 1 }\nrewards: [{ points: 10, value: 1 }]\nlevels: { by: spend, steps: [{ name: Silver, from: 5 }] }\n",
};

const CALLS: readonly string[] = [
  "inspect one.csv",
  "orders one.csv",
  "score one.csv",
  "segments one.csv",
  "retention one.csv",
  "cohorts one.csv",
  "repeat one.csv",
  "repeat one.csv --lapse-days 1",
  "report one.csv --profile --loyalty plan.yaml --format md",
  "report one.csv --backtest --forecast --format html",
  "forecast one.csv",
  "backtest one.csv",
  "explain one.csv --id a",
  "profile one.csv",
  "profile one.csv --best-by spend",
  "loyalty one.csv plan.yaml",
  "lists one.csv --out l",
  "lists one.csv --next-best --out l",
  "lists one.csv --like-best --out l",
  "score one.csv --window 1d --as-of 2024-01-12",
];

/** A lone 1 before a plural; `1 of 1 …` and numbers such as `2024-01-1` or `1.1` are none. */
const ONE_MANY =
  /(?<![\d.,:–−-])1 (?:days|customers|orders|rows|files|people|months|weeks|quarters|years|periods|members|values|lists|columns|others|refunds|segments|cohorts)\b/;

it.each(CALLS)("rfm %s", async (call) => {
  await inFolder(FILES, async (folder) => {
    const { status, stdout, stderr } = await runRfm(call.split(" "), folder);
    expect([0, 2, 3], stderr).toContain(status);
    const files = await readdir(folder);
    const lists = files.includes("l") ? await readFile(`${folder}/l/next-best.csv`, "utf8").catch(() => "") : "";
    for (const said of [stdout, stderr, lists]) {
      const text = said.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
      expect(ONE_MANY.exec(text)?.[0] ?? "", text.slice(0, 400)).toBe("");
    }
  });
});
