import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";
import { ENGLISH } from "../../support/languages.ts";
import { runInProcess } from "../../support/run-rfm.ts";
import { EXPORTS } from "../../truth/sentences/exports.ts";
import { dateOf } from "../../truth/sentences/plain-counting.ts";
import { BAD_YEAR, HEALTHY } from "../../truth/sentences/row.ts";
import { VARIANTS } from "../../truth/sentences/variants.ts";

const MONTH = "fixtures/online-retail/2011-05.csv.gz";
const FILES = `fixtures/online-retail/2011-04.csv.gz ${MONTH}`;
const LONE_ORDER = "customer,order,date,amount\n00042,A1,2026-03-05,12.50\n";

async function report(args: string, stdin?: string): Promise<string> {
  const { status, stdout } = await runInProcess(
    `report ${args}${args.includes("json") ? "" : " --full"} -q`,
    stdin === undefined ? {} : { stdin },
  );
  expect(status).toBe(0);
  return stdout;
}

/** The lines under a heading, up to the next. */
function section(text: string, heading: string): readonly string[] {
  const lines = text.split("\n");
  const at = lines.indexOf(heading);
  expect([heading, at]).not.toEqual([heading, -1]);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line !== "");
}

describe("a report of one order", () => {
  it("is whole in Markdown and on a terminal, and says what cannot be known", async () => {
    for (const said of [await report("- --format md", LONE_ORDER), await report("-", LONE_ORDER)]) {
      const text = said.replaceAll(/\s+/g, " ");
      expect(text).toContain("Fewer than five customers: shares of revenue say little yet.");
      expect(text).toContain("No customer has ordered on two different days yet.");
      expect(text).toContain(
        "No customer had bought by one period before the as-of date, so there are no moves to show yet.",
      );
      expect(text).not.toContain("What changed");
      expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
    }
  });

  it("has no column of advice on the page where nothing is advised", async () => {
    const headings = [
      ...(await runInProcess("report - --format html -q", { stdin: LONE_ORDER })).stdout.matchAll(
        /role="columnheader"[^>]*>([^<]*)</g,
      ),
    ];
    expect(headings.map(([, heading]) => heading)).toEqual(["Segment", "Customers", "Revenue", "Typical customer"]);
  });

  it("says that there is no revenue to share where refunds eat it up", async () => {
    const text = await report("-", `${LONE_ORDER}00042,A1,2026-03-06,-20\n`);
    expect(text).toContain("There is no revenue to divide");
  });

  it("says why there are no moves between scores by rank", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `c${index},A${index},2026-0${1 + (index % 3)}-15,${index + 1}`,
    );
    const text = await report("- --method ntile", `customer,order,date,amount\n${rows.join("\n")}\n`);
    expect(text).toContain("scores by rank have no cut points");
  });
});

describe("a report of a window in which nobody can be silent for as long as the lapse gap", () => {
  it("denies nothing about who has lapsed, names the window, and says which one would show it", async () => {
    const rows = (EXPORTS[HEALTHY] ?? []).map(
      ({ customer, day, amount }, index) => `${customer},A${index},${dateOf(day)},${amount}`,
    );
    const csv = `customer,order,date,amount\n${rows.join("\n")}\n`;
    const said = async (options: string): Promise<string> =>
      (await runInProcess(`report - -q ${options}`, { stdin: csv })).stdout
        .replace(/<[^>]*>/g, "")
        .replaceAll(/\s+/g, " ");
    const [whole, window] = [await said("--format html"), await said("--format html --window 60d")];
    const denied = "No customer who spent more than the typical one";
    const gap = /not ordered for more than (\d+) days; nine in ten of those who came back never paused/.exec(
      whole,
    )?.[1];
    expect(Number(gap)).toBeGreaterThan(60);
    expect(window).not.toContain(denied);
    const tooShort = `The window is too short to show who has lapsed: it begins on 2023-11-02, and whoever has been silent for more than ${gap} days ordered before that (nine in ten of those who came back never paused for longer). Choose --window 12m or longer.`;
    const ofMoney = await said("--window 60d --window-for fm"); // the silent are scored, but have spent nothing in it
    for (const text of [window, ofMoney, await said("--window 60d"), await said("--format md --window 60d")])
      expect(text).toContain(tooShort);
    const year = await said("--window 12m");
    expect([year.includes("too short"), year.includes("have lapsed: ")]).toEqual([false, true]);
  });
});

describe("a report of a month that rose in a year that fell", () => {
  const lines = VARIANTS[BAD_YEAR]?.lines ?? [];
  const orders = `customer,order,date,amount\n${lines.map(({ customer, day, amount }, at) => `${customer},n${at},${dateOf(day)},${amount}\n`).join("")}`;
  const spaces = (text: string): string => text.replaceAll(/[\s\u2060]+/g, " ");
  // 11 months of 30 orders at 25 and one at 60, against twelve at 40 and the first order's 10
  const fall = /Revenue of the last 12 months: 10,050(?:\.00)?, ▼ 30\.3% on the 12 months before/;

  it("says the fall of the year before the rise of the month, in every form", async () => {
    const screen = await runInProcess("report - -q", { stdin: orders });
    const forms = [screen.stdout, await report("-", orders), await report("- --format md", orders)];
    for (const form of forms) {
      const text = spaces(form);
      expect(text).toMatch(fall);
      const rise = text.indexOf("+140.0%"); // 60 after 25
      expect(rise).toBeGreaterThan(text.search(fall));
    }
    const page = await runInProcess("report - -q --format html", { stdin: orders });
    const [year = ""] = /<p class="year">.*?<\/p>/s.exec(page.stdout) ?? [];
    expect(spaces(year.replaceAll(/<[^>]*>/g, ""))).toMatch(fall);
    expect(page.stdout.indexOf(year)).toBeLessThan(page.stdout.indexOf('<dl class="tiles">'));
    const { trailing_year: data } = JSON.parse(await report("- --format json", orders)).latest_period;
    expect([data.revenue, data.before.revenue]).toEqual([10_050, 14_410]);
    expect(data.change).toBeCloseTo(10_050 / 14_410 - 1, 12);
  });

  it("says it in every language, with the sign of a fall", async () => {
    for (const lang of LANGUAGE_CODES) {
      const { stdout } = await runInProcess(`report - -q --lang ${lang}`, { stdin: orders });
      expect([lang, spaces(stdout)]).toEqual([
        lang,
        expect.stringMatching(/ 12 .{0,30}10.050[.,]00, ▼ 30[.,]3 ?% .* 12 /),
      ]);
    }
  });

  it("says nothing of years where a month of the 24 is not whole, or the orders have no money", async () => {
    const fromThe2nd = orders.replaceAll(/.*,2022-01-01,.*\n/g, "");
    expect(spaces(await report("-", fromThe2nd))).not.toMatch(/last 12 months/);
    expect(spaces(await report("- --amount none --scheme seg-map", orders))).not.toMatch(/last 12 months/);
  });
});

describe("a report in Markdown", () => {
  it("keeps a count and its share on one line, in every cell of the grid", async () => {
    for (const lang of LANGUAGE_CODES) {
      const lines = (await report(`${MONTH} --format md --lang ${lang}`)).split("\n");
      const { recencyScore } = (await loadLanguage(lang)).words.report;
      const first = [1, 2, 3, 4, 5].map((score) => `| ${recencyScore(score)} |`);
      const grid = lines.filter((line) => first.some((cell) => line.startsWith(cell)));
      expect(grid.length).toBeGreaterThanOrEqual(5);
      const cells = grid.flatMap((line) => line.split("|").slice(2, -1)).map((cell) => cell.replace(/^ | $/g, ""));
      expect(cells.filter((cell) => /^\d+\u00a0\(\d+[.,]\d\u00a0?%\)$/.test(cell)).length).toBeGreaterThan(10);
      expect(cells.filter((cell) => cell.includes(" "))).toEqual([]);
    }
  });

  let text: string;
  let json: Record<string, never>;
  beforeAll(async () => {
    text = await report(`${FILES} --format md`);
    json = JSON.parse(await report(`${FILES} --format json`)) as Record<string, never>;
  });

  it("keeps tables and the lines after them apart, and gives every table as many cells in each row", () => {
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1] ?? "";
      if (line.startsWith("|") && next !== "") expect(next.startsWith("|")).toBe(true);
      if (!line.startsWith("|") && line !== "") expect(next.startsWith("|")).toBe(false);
    }
    const tables = text.split("\n\n").filter((part) => part.startsWith("|"));
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const widths = table
        .trimEnd()
        .split("\n")
        .map((row) => row.replaceAll("\\|", "").split("|").length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it("has what the JSON has: changes, spread, concentration, moves, customers who spent most, files", () => {
    const {
      latest_period: latest,
      concentration,
      top_customers: top,
      files,
      distributions,
    } = json as unknown as {
      latest_period: { latest: { customers: number; period: string }; before: { customers: number } };
      concentration: { top_fifth: { customers: number; customer_share: number; revenue_share: number } };
      top_customers: readonly { customer_id: string; orders: number }[];
      files: readonly { sha256: string }[];
      distributions: { frequency: { bins: readonly { customers: number }[] } };
    };
    const count = (value: number): string => value.toLocaleString("en-US");
    const { customers, period } = latest.latest;
    const change = ((customers / latest.before.customers - 1) * 100).toFixed(1);
    expect(section(text, "## What changed").slice(0, 3)).toEqual([
      `|  | ${period} | period before | change |`,
      "| --- | ---: | ---: | ---: |",
      `| Customers who bought | ${count(customers)} | ${count(latest.before.customers)} | ${Number(change) > 0 ? "+" : ""}${change}% |`,
    ]);
    expect(section(text, "## Who brings the revenue")[0]).toContain(
      `The ${count(concentration.top_fifth.customers)} customers who spent most (${(concentration.top_fifth.customer_share * 100).toFixed(1)}% of all) bring ${(concentration.top_fifth.revenue_share * 100).toFixed(1)}% of the revenue`,
    );
    expect(
      section(text, "## The 10 customers who spent most")
        .slice(2)
        .map((row) => row.split(" | ")[0]),
    ).toEqual(top.map(({ customer_id: id }) => `| ${id}`));
    for (const { sha256 } of files) expect(text).toContain(`| ${sha256} |`);
    const spread = section(text, "## How the measures are spread");
    const orders = spread.slice(spread.findIndex((line) => line.startsWith("| orders ")) + 2);
    expect(orders.slice(0, distributions.frequency.bins.length).map((row) => row.split(" | ")[1])).toEqual(
      distributions.frequency.bins.map(({ customers: bin }) => count(bin)),
    );
    expect(section(text, "## Who moved between segments")[0]).toMatch(
      /^From 2011-04-30 to 2011-05-31\. Both days are scored/,
    );
  });

  it("says which cut points it used, its own or a model's", async () => {
    expect(text).toContain("These cut points come from the customers in this report");
    expect(text).toContain("Both days are scored with the cut points of 2011-05-31");
  });

  it("masks addresses and tames markup among the customers who spent most", async () => {
    const input = `customer,order,date,amount\nanna@example.com,1,2026-03-01,9\n"<b>|x|</b>",2,2026-03-02,8\n${"y".repeat(200)},3,2026-03-03,7\n`;
    const rows = section(await report("- --format md", input), "## The 3 customers who spent most").slice(2);
    expect(rows.map((row) => row.split(" | ")[0])).toEqual([
      "| a…@example.com",
      "| \\<b\\>\\|x\\|\\</b\\>",
      `| ${"y".repeat(59)}…`,
      "E-mail addresses are shortened; --show-customers shows them in full.",
    ]);
    expect(await report("- --format md --top 0", input)).not.toContain("spent most\n");
  });
});

describe("a report on a terminal", () => {
  it("has the same parts in a length that a screen can take", async () => {
    const text = await report(FILES);
    for (const heading of [
      "What changed",
      "Who brings the revenue",
      "The 10 customers who spent most",
      "Who buys again, by the month of the first order",
      "Who comes back, and when",
      "Who moved between segments",
    ]) {
      expect(text).toContain(`\n${heading}\n`);
    }
    expect(text).not.toContain("How the measures are spread");
    expect(text.split("\n").length).toBeLessThan(220);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("shows the newest cohorts where there are many, and says how many it leaves out", async () => {
    const months = Array.from({ length: 15 }, (_, index) => 2024 * 12 + index);
    const rows = months.flatMap((month, index) => {
      const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      return [`c${index},A${index},${name}-10,10`, `d,B${index},${name}-11,10`];
    });
    const text = await report("-", `customer,order,date,amount\n${rows.join("\n")}\n`);
    expect(text).toContain("3 older cohorts not shown; rfm cohorts has them all.");
    expect(text).toMatch(/\n2025-03 +1 /);
    expect(text).not.toMatch(/\n2024-03 +1 +100/);
  });
});

describe("a report on one screen", () => {
  const rows = (EXPORTS[HEALTHY] ?? []).map(
    ({ customer, day, amount }, index) => `${customer},n${index},${dateOf(day)},${amount.toFixed(2)}`,
  );
  const input = `customer,order,date,amount\n${rows.join("\n")}\n`;

  it("says what was found and whom to begin with, with the command for each, before the segments", async () => {
    const json = JSON.parse(await report("- --format json", input)) as {
      readonly actions: readonly {
        readonly group: string;
        readonly segment: string | null;
        readonly customers: number;
        readonly command: string;
      }[];
    };
    expect(json.actions.length).toBeGreaterThan(1);
    for (const args of ["-", "- --format md"]) {
      const { stdout } = await runInProcess(`report ${args} -q`, { stdin: input });
      const [above = "", below = ""] = stdout.split(/^(?:## )?Segments$/m);
      for (const { group, segment, customers, command } of json.actions) {
        const { notLapsed, ...groups } = ENGLISH.words.page.first.groups;
        const name = segment ?? { ...groups, "ordered once": notLapsed }[group as "lapsed"];
        expect(above).toMatch(new RegExp(`: ${name}\\S* \\(${customers} customers\\)`));
        expect(above).toContain(command);
      }
      expect(below).toContain("Champions");
      expect(below).toContain("the newest complete month: revenue ");
      expect(below).not.toContain("Cut points");
    }
  });

  it("is about 45 lines of 80 columns, with bars, and leads to the rest", async () => {
    const { stdout } = await runInProcess("report - -q", { stdin: input });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(58);
    expect(lines.filter((line) => line.includes("█")).length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.length > 80 && !line.startsWith("  rfm lists "))).toEqual([]);
    expect(stdout).toContain("With --full: ");
  });

  it("names the customers who spent most where they are asked for", async () => {
    const { stdout } = await runInProcess("report - -q --top 3", { stdin: input });
    expect(stdout).toContain("The 3 customers who spent most");
    expect((await runInProcess("report - -q", { stdin: input })).stdout).not.toContain("who spent most");
  });

  it.each(["--lang fi", "--locale de-DE"])("refuses %s where nothing in the result depends on it", async (option) => {
    const { status, stderr } = await runInProcess(`report - --format json ${option}`, { stdin: input });
    expect(stderr).toContain(`${option.split(" ")[0]} has no effect on a report in JSON`);
    expect(status).toBe(2);
    expect((await runInProcess("report - --format json --lang en", { stdin: input })).status).toBe(0);
  });

  it("refuses --top in a workbook, which has all customers", async () => {
    const { status, stdout, stderr } = await runInProcess("report - --format xlsx --top 3", { stdin: input });
    expect(stderr).toContain(
      "--top says how many customers a report names, but this result is xlsx, which has them all",
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("refuses --full where the result has everything anyway", async () => {
    const { status, stderr } = await runInProcess("report - --format json --full", { stdin: input });
    expect(stderr).toContain("--full is for text and Markdown, but this result is json");
    expect(status).toBe(2);
  });
});
