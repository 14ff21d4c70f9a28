import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect } from "vitest";
import { LANGUAGE_CODES } from "../../src/render/language/load-language.ts";
import { it, runInProcess } from "../support/run-rfm.ts";

const HISTORY = fileURLToPath(new URL("../../fixtures/golden/history.csv", import.meta.url));

/** The same shop, with ids that a spreadsheet would run as formulas, and one with a plain sign. */
const RISKY = [
  "order_id,customer_id,order_date,total,Note",
  '1,"=cmd|\'/C calc\'!A0",2026-01-01,10.50,"=HYPERLINK(""http://example.com"")"',
  "2,@anna,2026-01-15,20.00,plain",
  "3,O'Neill,2026-01-31,1234.56, +1",
  "4,O'Neill,2026-02-10,5.00,-5",
  "",
].join("\n");

describe.concurrent("--lang and --locale", () => {
  it("refuse a language that there is not, and name those that there are", async ({ folder, expect }) => {
    const { status, stderr } = await folder.rfm(["segments", HISTORY, "--lang", "xx"]);
    expect(status).toBe(2);
    expect(stderr).toContain(LANGUAGE_CODES.join(", "));
  });

  it.for(["nonsense", "e", "12", "", "-", "fi FI", "xx-XX"])(
    "refuse the locale %j",
    async (locale, { folder, expect }) => {
      const { status, stderr, stdout } = await folder.rfm(["segments", HISTORY, `--locale=${locale}`]);
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/[Uu]nknown locale.*fi-FI/);
    },
  );

  it("take a locale however it is spelt", async ({ folder, expect }) => {
    const results = await Promise.all(
      ["fi-FI", "fi-fi", "fi_FI"].map((locale) => folder.rfm(["segments", HISTORY, "--locale", locale, "-q"])),
    );
    expect(new Set(results.map(({ stdout }) => stdout)).size).toBe(1);
    expect(results[0]?.stdout).toMatch(/Promising +2 +25,0\u00a0% +225,00/);
  });

  it("are not taken from the environment", async ({ folder, expect }) => {
    const plain = await folder.rfm(["report", HISTORY]);
    const env = { LANG: "fi_FI.UTF-8", LC_ALL: "fi_FI.UTF-8", LANGUAGE: "fi", LC_NUMERIC: "de_DE" };
    expect(await folder.rfm(["report", HISTORY], { env })).toEqual(plain);
  });

  it("write dates, money and shares as the locale does", async ({ folder, expect }) => {
    const { stdout } = await folder.rfm(["explain", HISTORY, "--id", "larch@example.com", "--locale", "en-US"]);
    expect(stdout).toContain("2 orders from 11/18/2025 to 12/13/2025, worth 300.00, less 1 later refund\n  of 50.00.");
  });

  it.for([
    "score",
    "segments --format csv",
    "segments --format json",
    "orders",
    "retention --format csv",
    "retention --per-segment --format tsv",
    "cohorts --format ndjson",
    "repeat --format csv",
    "compare --from -1m --format csv",
    "compare --from -1m --format json",
    "explain --id oak@example.com --format json",
    "inspect --format json",
  ])("change no byte of data: rfm %s", async (line, { folder, expect }) => {
    const [command = "", ...options] = line.split(" ");
    const args = [command, HISTORY, ...options];
    const plain = await folder.rfm(args);
    const finnish = await folder.rfm([...args, "--lang", "fi", "--locale", "de-DE"]);
    expect(plain.status).toBe(0);
    expect(finnish.stdout).toBe(plain.stdout);
    expect(finnish.stderr).not.toBe(plain.stderr);
  });

  it("are refused for the report's JSON, which has no words in them, but not where outputs of a run share them", async ({
    folder,
    expect,
  }) => {
    const refused = await folder.rfm(["report", HISTORY, "--format", "json", "--lang", "fi"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--lang has no effect on a report in JSON");
    const outputs = "outputs:\n  - { command: report, file: report.json }\n  - { command: report, file: report.md }\n";
    const run = async (look: string): Promise<void> => {
      await folder.write({ "rfm.config.yaml": `version: 1\nexports: ${HISTORY}\n${look}${outputs}` });
      expect((await folder.rfm(["run"])).stderr).not.toContain("rfm: ");
    };
    await run("");
    const plain = await folder.read("rfm-out/latest/report.json");
    await run("look: { lang: fi }\n");
    expect(await folder.read("rfm-out/latest/report.json")).toBe(plain);
    expect(await folder.read("rfm-out/latest/report.md")).toContain("asiakkaat");
  });

  it("keep the names of a model and of moves, which are data", async ({ folder, expect }) => {
    await folder.rfm(["score", HISTORY, "--save-model", "en.json", "-o", "scores.csv"]);
    await folder.rfm(["segments", HISTORY, "--save-model", "fi.json", "--lang", "fi"]);
    expect(await folder.read("fi.json")).toBe(await folder.read("en.json"));
    await folder.rfm(["compare", HISTORY, "--from", "-1m", "--moves", "en.csv"]);
    await folder.rfm(["compare", HISTORY, "--from", "-1m", "--moves", "fi.csv", "--lang", "fi"]);
    expect(await folder.read("fi.csv")).toBe(await folder.read("en.csv"));
  });

  it("leave the words of a user's own scheme alone", async ({ folder, expect }) => {
    await folder.write({
      "own.yaml":
        "name: own\nlevels: 2\nsegments:\n  - { name: Champions, otherwise: true, meaning: All., action: Go. }\n",
    });
    const { stdout } = await folder.rfm(["segments", HISTORY, "--scheme", "own.yaml", "--lang", "fi"]);
    expect(stdout).toContain("Champions: Go.");
  });

  it("say what inspect found of every kind of export, without a word of English evidence", async ({
    folder,
    expect,
  }) => {
    await folder.write({
      "shop.csv": "Name;Email;Paid at;Total\n#1;a@example.com;31.1.2026;1,50\n#2;b@example.com;15.1.2026;12,00\n",
      "days.csv": "customer,date,amount\na,20260131,5\nb,20260115,7\n",
    });
    for (const file of ["shop.csv", "days.csv"]) {
      const { stdout, status } = await folder.rfm(["inspect", file, "--lang", "fi", "--width", "200"]);
      expect(status, file).toBe(0);
      expect(stdout.split("rfm report")[0], file).not.toMatch(
        /\b(?:by|rows|has|the|reads|only|line|order's|written)\b/,
      );
    }
  });
});

describe.concurrent("--spreadsheet", () => {
  it("writes what Excel of the locale opens", async ({ folder, expect }) => {
    await folder.write({ "orders.csv": RISKY });
    const { stdout, status } = await folder.rfm([
      "score",
      "orders.csv",
      "--keep",
      "Note",
      "--spreadsheet",
      "--locale",
      "fi-FI",
    ]);
    expect(status).toBe(0);
    expect(stdout.startsWith("\ufeffcustomer_id;first_order;")).toBe(true);
    expect(stdout.split("\r\n")).toHaveLength(5); // a header, three customers, nothing after the last line
    expect(stdout.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const rows = parse(stdout, { bom: true, delimiter: ";", columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row["customer_id"], row["last_order"], row["monetary_value"], row["Note"]])).toEqual([
      ["'=cmd|'/C calc'!A0", "2026-01-01", "10,50", `'=HYPERLINK("http://example.com")`],
      ["'@anna", "2026-01-15", "20,00", "plain"],
      ["O'Neill", "2026-02-10", "1239,56", "-5"],
    ]);
  });

  it("is needed for it: plain CSV keeps every text", async ({ folder, expect }) => {
    await folder.write({ "orders.csv": RISKY });
    const { stdout } = await folder.rfm(["score", "orders.csv"]);
    expect(stdout.split("\n").map((row) => row.split(",")[0])).toEqual([
      "customer_id",
      "=cmd|'/C calc'!A0",
      "@anna",
      "O'Neill",
      "",
    ]);
  });

  it("gives files that rfm compare reads like plain ones, and that folders pass over", async ({ folder, expect }) => {
    await folder.write({ "shop/orders.csv": RISKY });
    const early = ["--as-of", "2026-01-31"];
    for (const [day, options] of [
      ["early", early],
      ["late", []],
    ] as const) {
      await folder.rfm(["score", "shop/orders.csv", ...options, "-o", `shop/${day}-plain.csv`]);
      const sheet = ["--spreadsheet", "--lang", "fi", "-o", `shop/${day}-sheet.csv`];
      await folder.rfm(["score", "shop/orders.csv", ...options, ...sheet]);
    }
    const plain = await folder.rfm(["compare", "shop/early-plain.csv", "shop/late-plain.csv", "--format", "csv"]);
    const sheet = await folder.rfm(["compare", "shop/early-sheet.csv", "shop/late-sheet.csv", "--format", "csv"]);
    expect(plain.status).toBe(0);
    expect(sheet.stdout).toBe(plain.stdout);
    const again = await folder.rfm(["score", "shop/"]);
    expect(again.stderr).toContain("shop/late-sheet.csv was written by rfm and was skipped");
    expect(again.stdout).toBe((await folder.rfm(["score", "shop/orders.csv"])).stdout);
  });

  it("of rfm orders scores the same again", async ({ folder, expect }) => {
    const sheet = await folder.rfm(["orders", HISTORY, "--spreadsheet", "--locale", "fi-FI"]);
    const again = await folder.rfm(["score", "-"], { stdin: sheet.stdout });
    expect(again.stdout).toBe((await folder.rfm(["score", HISTORY])).stdout);
  });

  it.for([
    [["segments"], "a table"],
    [["segments", "--format", "json"], "json"],
    [["explain", "--id", "oak@example.com"], "a table"],
    [["report", "-o", "report.html"], "html"],
    [["report", "-o", "report.xlsx"], "xlsx"],
  ] as const)("is refused where there is no CSV: rfm %s", async ([[command, ...options], what], { folder, expect }) => {
    const { status, stderr } = await folder.rfm([command, HISTORY, ...options, "--spreadsheet"]);
    expect(status).toBe(2);
    expect(stderr).toContain(`--spreadsheet applies to CSV and TSV, but this result is ${what}`);
    expect(await folder.list()).toEqual([]);
  });
});

describe("-o with a folder", () => {
  let stderr = "";
  let status: number | null = null;
  beforeAll(async () => {
    ({ stderr, status } = await runInProcess([
      "segments",
      HISTORY,
      "-o",
      fileURLToPath(new URL(".", import.meta.url)),
    ]));
  });

  it("says that it is one, not that its name has no ending", () => {
    expect(status).toBe(5);
    expect(stderr).toContain("is a folder");
    expect(stderr).not.toContain("ending");
  });
});
