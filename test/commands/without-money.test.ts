/** Orders without money: recency and frequency are those of the same orders with money, and nothing speaks of money. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { TRIALS } from "../options/trials.ts";
import { ONLINE_RETAIL, runRfm, shopExport } from "../support/in-process.ts";

let folder = "";
const PRICED = shopExport();
const VISITS = PRICED.split("\n")
  .map((line) => line.split(",").slice(0, 3).join(","))
  .join("\n");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-visits-"));
  await writeFile(join(folder, "shop.csv"), PRICED);
  await writeFile(join(folder, "visits.csv"), VISITS);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (line: string): ReturnType<typeof runRfm> => runRfm(line.split(" "), folder);

async function result(line: string): Promise<string> {
  const { status, stdout, stderr } = await run(line);
  expect({ line, status, stderr: status === 0 ? "" : stderr }).toEqual({ line, status: 0, stderr: "" });
  return stdout;
}

/** The cells of a file whose texts hold no comma and no quote. */
function readCells(csv: string): readonly (readonly string[])[] {
  return csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

function columnsOf(csv: string, names: readonly string[]): readonly (readonly string[])[] {
  const [header = [], ...rows] = readCells(csv);
  return rows.map((row) => names.map((name) => row[header.indexOf(name)] ?? "?"));
}

const RF = ["customer_id", "first_order", "last_order", "recency_days", "frequency", "r_score", "f_score", "segment"];

describe("what is refused without money", () => {
  it.each([
    ["score visits.csv --amount none", "scheme standard needs the monetary score", "--scheme seg-map"],
    ["report visits.csv --amount none --scheme putler", "scheme putler needs the monetary score"],
    ["loyalty visits.csv --amount none --plan plan.yaml", "a loyalty plan rewards what customers spend"],
    ["sql --dialect postgres --amount none --as-of 2024-06-30", "rfm sql needs money"],
    ["profile visits.csv --amount none", "the best are ranked by what they spent", "--best Champions"],
    ["report visits.csv --amount none --scheme seg-map --profile", "--profile cannot be used with --amount none"],
    ["score visits.csv --amount none --scheme seg-map --levels m=4", "--levels cannot be used with --amount none"],
    ["score visits.csv --amount none --scheme seg-map --method m=natural", "--method cannot be used"],
    ["score visits.csv --amount none --scheme seg-map --cut-points m=1,2,3,4", "--cut-points cannot be used"],
    ["score visits.csv --amount none --scheme seg-map --sort -monetary_value", "--sort cannot be used"],
    ["cohorts visits.csv --amount none --measure revenue", "--measure cannot be used"],
  ])("is refused before anything is read: rfm %s", async (line, ...says) => {
    const { status, stdout, stderr } = await run(line);
    for (const part of says) expect(stderr).toContain(part);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  const aboutMoney = ["amount-per", "currency-column", "refunded", "refunds", "margin", "cost"].concat([
    "currency",
    "unnamed-currency",
    "monetary",
    "acquisition-cost",
    "discount",
    "best-by",
    "top",
    "like-best",
  ]);
  it("is each option about money of each command that reads amounts", async () => {
    let tried = 0;
    for (const { load } of COMMANDS) {
      const command = await load();
      const names = command.consumes.map(({ name }) => name);
      if (!names.includes("amount") || ["init", "run", "sql"].includes(command.name)) continue;
      for (const name of aboutMoney.filter((one) => names.includes(one))) {
        const { values = [] } = TRIALS[name] ?? {};
        const line = [command.name, "visits.csv", "--amount", "none", `--${name}`, ...values];
        const { status, stderr } = await runRfm(line, folder);
        expect(stderr).toContain(`--${name} cannot be used with --amount none`);
        expect(status).toBe(2);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it("leaves without the option the question open, as ever", async () => {
    const { status, stderr } = await run("score visits.csv");
    expect(stderr).toContain("no column for the amount was recognised");
    expect(stderr).toContain("--amount none");
    expect(status).toBe(3);
  });
});

describe("scores without money", () => {
  it("have the recency, the frequency and the segments that the same orders have with money", async () => {
    const priced = await result("score shop.csv --scheme seg-map");
    const visits = await result("score visits.csv --amount none --scheme seg-map");
    expect(columnsOf(visits, RF)).toEqual(columnsOf(priced, RF));
    const money = columnsOf(visits, ["monetary_value", "average_order_value", "m_score"]);
    expect(new Set(money.flat())).toEqual(new Set([""]));
    const cells = columnsOf(visits, ["r_score", "f_score", "rfm_cell"]);
    for (const [r = "", f = "", cell] of cells) expect(cell).toBe(r + f);
  });

  it("are null in JSON, and of no column for people", async () => {
    const [first] = JSON.parse(await result("score visits.csv --amount none --scheme seg-map --format json"));
    expect(first).toMatchObject({ monetary_value: null, average_order_value: null, m_score: null });
    expect(first.rfm_cell).toHaveLength(2);
    const table = await result("score visits.csv --amount none --scheme seg-map --format table --width 200");
    expect(table.split("\n")[0]).not.toMatch(/\bspend\b|\bM\b|avg/);
  });

  it("leave a platform's amounts to tell purchases from refunds", async () => {
    const month = `${ONLINE_RETAIL}2011-02.csv.gz`;
    const priced = (await runRfm(["score", month, "--scheme", "seg-map"])).stdout;
    const { stdout, stderr } = await runRfm(["score", month, "--scheme", "seg-map", "--amount", "none"]);
    expect(columnsOf(stdout, RF)).toEqual(columnsOf(priced, RF));
    expect(stderr).toContain("amounts only tell which orders count");
  });

  it("go through a model and back, which refuses orders with money", async () => {
    const scored = await result("score visits.csv --amount none --scheme seg-map --save-model m.json");
    expect(await result("score visits.csv --amount none --model m.json")).toBe(scored);
    const { status, stderr } = await run("score shop.csv --model m.json");
    expect(stderr).toContain("monetary value from (model: none, here: spend)");
    expect(status).toBe(2);
  });

  it("come out of rfm orders and in again", async () => {
    await writeFile(join(folder, "own-orders.csv"), await result("orders visits.csv --amount none"));
    const again = await result("score own-orders.csv --amount none --scheme seg-map");
    expect(again).toBe(await result("score visits.csv --amount none --scheme seg-map"));
  });

  it("of two days are compared as files", async () => {
    for (const [day, name] of [
      ["2024-05-01", "may.csv"],
      ["2024-06-01", "june.csv"],
    ]) {
      await result(`score visits.csv --amount none --scheme seg-map --as-of ${day} -o ${name}`);
    }
    const compared = await result("compare may.csv june.csv");
    expect(compared).not.toMatch(ABOUT_MONEY);
    expect(compared).toContain("From 2024-05-01 (");
  });
});

const ABOUT_MONEY = /revenue|spen[dt]|money|worth|\bprice|refund|\bmargin|monetary/i;
const RAHASTA =
  /myynti|myynnist|\braha(?!summia)|, arvo|arvo nyt|arvoltaan|ostojen|ostosumma|hyvity|\bkate\b|keskiostos/i;
const OM_PENGAR =
  /intäkt|pengar|\bvärda\b|\(värde|, värde|köpvärde|handlat|handla för|återbetal|marginal|snittorder|\bpris/i;
const UEBER_GELD =
  /umsatz|\bgeld|im wert|\(wert|, wert|kaufwert|ausgegeben|ausgaben|erstatt|\bmarge|bestellwert|\bpreis/i;
const IN_OTHERS = { fi: RAHASTA, sv: OM_PENGAR, de: UEBER_GELD };

describe("what people read without money", () => {
  const both = "--amount none --scheme seg-map";
  const lines = [
    `segments visits.csv ${both}`,
    `segments visits.csv ${both} --format md`,
    "orders visits.csv --amount none --format table",
    "retention visits.csv --amount none",
    `retention visits.csv ${both} --per-segment`,
    "cohorts visits.csv --amount none",
    "repeat visits.csv --amount none",
    `compare visits.csv ${both} --from -2m`,
    `compare visits.csv ${both} --from -2m --format md`,
    `explain visits.csv ${both} --id c1`,
    `backtest visits.csv ${both}`,
    `forecast visits.csv ${both} --format table`,
    `report visits.csv ${both}`,
    `report visits.csv ${both} --format md --backtest --forecast`,
  ];

  it.each(lines)("speaks of no money: rfm %s", async (line) => {
    expect(withoutNote(await result(line))).not.toMatch(ABOUT_MONEY);
    for (const [lang, aboutMoney] of Object.entries(IN_OTHERS)) {
      expect(withoutNote(await result(`${line} --lang ${lang}`))).not.toMatch(aboutMoney);
    }
  });

  it("is a page without money", async () => {
    const page = await result(`report visits.csv ${both} --format html --backtest --forecast`);
    const text = page
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .replace(/<\/?span[^>]*>/g, "") // within a sentence
      .replace(/<[^>]*>/g, " ");
    expect(withoutNote(text)).not.toMatch(ABOUT_MONEY);
    expect(text).toContain("by two things: how recently they last ordered, and how often they order");
  });

  it("is a JSON report in which every amount is null", async () => {
    const report = JSON.parse(await result(`report visits.csv ${both} --format json --backtest --forecast`));
    const found: string[] = [];
    const look = (tree: unknown, path: string): void => {
      if (typeof tree === "object" && tree !== null) {
        for (const [key, value] of Object.entries(tree)) look(value, `${path}.${key}`);
      } else if (/revenue|money|spend|order_value|monetary|taken_off/.test(path) && typeof tree === "number") {
        found.push(path);
      }
    };
    look(report, "");
    expect(found).toEqual([]);
    expect(report.headline).toMatchObject({ revenue: null, average_order_value: null, returning_revenue_share: null });
    expect(report.ledger).toMatchObject({ money: null, used_money: null });
  });
});

/** Text without the one sentence that says what is missing. */
function withoutNote(text: string): string {
  return text.replace(/,? without money|the orders have no money \(--amount none\)|tilauksilla ei ole rahasummia/g, "");
}
