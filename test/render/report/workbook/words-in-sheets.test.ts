/** Sheets for people show words: codes of data stand only where a column is of such. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../../support/read-workbook.ts";
import { type Folder, makeFolder } from "../../../support/run-rfm.ts";

/** Two years of eighty customers: some buy every month, others now and then; the best are mostly from Finland. */
const ROWS = Array.from({ length: 24 }, (_, month) =>
  Array.from({ length: 80 }, (_unused, customer) => ({ month, customer }))
    .filter(({ customer }) => month % (1 + (customer % 8)) === 0)
    .map(({ customer }) => {
      const date = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-0${1 + (customer % 9)}`;
      return `c${customer},${month}-${customer},${date},${10 + customer},${customer % 8 < 4 ? "Finland" : "Sweden"}`;
    }),
).flat();

/** Names and values of data: those of several words, and single ones of backtests, profiles, cohorts and methods. */
const CODES =
  /^([a-z0-9]+(_[a-z0-9]+)+|weekday|value|partial|not observable yet|no data|quantile|ntile|fixed|natural|nested)$/;

/** Words of English texts that no other language has, but in names of options. */
const ENGLISH = /(?<!-)\b(the|and|of|with|from|orders?|customers?|due|lapsed|recency|frequency|revenue|scores?)\b/;

describe("the sheets of a workbook", () => {
  let folder: Folder & { remove: () => Promise<void> };

  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write({ "shop.csv": `customer,order,date,amount,country\n${ROWS.join("\n")}\n` });
  });
  afterAll(() => folder.remove());

  it.each([
    ["en", ["recency score", "all"], ["complete", "so far", "no"]],
    ["fi", ["tuoreuspisteet", "kaikki"], ["valmis", "kesken", "ei vielä"]],
    ["sv", ["alla"], ["komplett", "hittills", "nej"]],
    ["de", ["alle"], ["vollständig", "bisher", "nein"]],
  ])("have words for groups, attributes and states: %s", async (lang, groups, states) => {
    const line = `report shop.csv --currency EUR --backtest --forecast --profile --lang ${lang} -o report.xlsx`;
    expect((await folder.rfm(line)).status).toBe(0);
    const { sheets } = await readWorkbook(await readFile(join(folder.path, "report.xlsx")));
    const technical = sheets.at(-1)?.name; // the definitions, which list the names in data
    const cells = sheets.filter(({ name }) => name !== technical).flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => typeof cell === "string" && CODES.test(cell))).toEqual([]);
    expect([...groups, ...states].filter((word) => !cells.includes(word))).toEqual([]);
    expect(cells.includes(-1)).toBe(false); // days cannot be fewer than none
    const english = cells.filter((cell) => lang !== "en" && typeof cell === "string" && ENGLISH.test(cell));
    expect([...new Set(english)]).toEqual([]);
  });
});
