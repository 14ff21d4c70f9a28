import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";

const ORDERS = "order_id,customer,date,amount\n1,a,2026-01-03,10\n2,b,2026-01-04,20\n";

describe.concurrent("options that make no sense", () => {
  const WRONG: readonly (readonly [name: string, command: string, ...says: readonly (string | RegExp)[]])[] = [
    ["one level", "score orders.csv --levels 1", "--levels", "'1'", "from 2 to 10"],
    ["eleven levels", "score orders.csv --levels 11", "--levels", "'11'", "from 2 to 10"],
    ["levels of an unknown measure", "score orders.csv --levels r=5,x=3", "--levels", "r=5,f=4,m=5"],
    ["an as-of date that is a word", "score orders.csv --as-of soon", "--as-of", "'soon'", "yyyy-mm-dd"],
    ["an as-of date that does not exist", "score orders.csv --as-of 2026-02-30", "--as-of", "2026-02-30", "yyyy-mm-dd"],
    ["a window without a unit", "score orders.csv --window 12", "--window", "'12'", "12m"],
    ["a window of nothing", "score orders.csv --window 0m", "--window", "'0m'"],
    [
      "--window-for without --window",
      "score orders.csv --window-for fm",
      "--window-for needs --window",
      "add --window 12m",
    ],
    ["an output file whose extension names no format", "score orders.csv -o out.docx", "out.docx", ".csv", "--format"],
    [
      "an output file whose extension only a report can have",
      "segments orders.csv -o out.pdf",
      /use \.csv, \.tsv, \.json, \.ndjson, \.jsonl, \.md, \.txt, \.xlsx, or pass --format\n/,
    ],
    [
      "an explanation whose extension names no format",
      "explain orders.csv --id a -o out.pdf",
      /use \.json, \.txt, or pass --format\n/,
    ],
    [
      "a report whose extension names no format",
      "report orders.csv -o out.pdf",
      /use \.json, \.md, \.txt, \.html, \.htm, \.xlsx, or pass --format\n/,
    ],
    ["an output file without an ending", "score orders.csv -o out", "-o out", ".csv", "--format"],
    ["a report as CSV", "report orders.csv -o out.csv", "a report cannot be written as csv", ".md", "rfm score"],
    ["a format that there is not", "score orders.csv --format docx", "--format", "'docx'", "csv"],
    ["a column to sort by that there is not", "score orders.csv --sort spend", "--sort spend", "monetary_value"],
    ["a date format that is none", "score orders.csv --date-format d/d/d", "--date-format", "d/m/y"],
    ["a limit of rejects that is a word", "score orders.csv --max-rejects few", "--max-rejects", "'few'", "2%"],
    ["a width too narrow for a table", "segments orders.csv --width 5", "--width", "40"],
    [
      "a cover that ends before it begins",
      "retention orders.csv --covers 2026-02-01..2026-01-01",
      "--covers",
      "earlier first",
    ],
    [
      "a period of no kind",
      "retention orders.csv --period fortnight",
      "--period",
      "'fortnight'",
      "week, month, quarter",
    ],
    ["no export at all", "score", "missing required argument 'exports'"],
  ];

  for (const [name, command, ...says] of WRONG) {
    it(`refuses ${name}`, async ({ folder }) => {
      await folder.write({ "orders.csv": ORDERS });
      const { status, stdout, stderr } = await folder.rfm(command);
      for (const part of says) expect(stderr).toMatch(part);
      expect(stdout).toBe("");
      expect(status).toBe(2);
      expect(await folder.list()).toEqual(["orders.csv"]);
    });
  }

  it("suggests the command that was meant", async ({ folder }) => {
    const { status, stderr } = await folder.rfm("scroe orders.csv");
    expect(stderr).toContain("unknown command 'scroe'");
    expect(stderr).toContain("Did you mean score?");
    expect(status).toBe(2);
  });

  it("treats help on a command that there is not like the command", async ({ folder }) => {
    for (const name of ["scroe", "nosuch"]) {
      const refused = await folder.rfm(name);
      expect(await folder.rfm(`help ${name}`)).toEqual(refused);
      expect(refused.stderr).toContain(`unknown command '${name}'`);
      expect(refused.status).toBe(2);
    }
  });

  it("suggests the option that was meant", async ({ folder }) => {
    const { status, stderr } = await folder.rfm("score orders.csv --windw 12m");
    expect(stderr).toContain("unknown option '--windw'");
    expect(stderr).toContain("Did you mean --window?");
    expect(status).toBe(2);
  });

  it("begins every message alike, whoever finds the mistake", async ({ folder }) => {
    for (const command of [
      "score orders.csv --levels 1",
      "scroe orders.csv",
      "score orders.csv --windw 12m",
      "score",
    ]) {
      expect((await folder.rfm(command)).stderr).toMatch(/^rfm: /);
    }
  });
});
