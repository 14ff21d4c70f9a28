import { describe, expect, it } from "vitest";
import { InputError, UsageError } from "../../src/errors.ts";
import { OpenQuestions } from "../../src/exports/told-together.ts";
import { inFolder, runRfm } from "../support/in-process.ts";

const asking = (message: string, hint?: string) => (): never => {
  throw new InputError(message, { hint });
};

describe("what stops a reading", () => {
  it("is one message by itself, as it stands", () => {
    const open = new OpenQuestions();
    expect(open.attempt("a.csv", () => 1)).toBe(1);
    expect(open.attempt("a.csv", asking("a.csv: no date", "name it"))).toBeUndefined();
    expect(() => open.refuse()).toThrow(expect.objectContaining({ message: "a.csv: no date", hint: "name it" }));
  });

  it("is told once for files that differ in their names and lines only", () => {
    const open = new OpenQuestions();
    open.attempt("a.csv", asking("a.csv: odd (line 2)"));
    open.attempt("b.csv", asking("b.csv: odd (line 7)"));
    expect(() => open.refuse()).toThrow(/^a\.csv: odd \(line 2\)$/);
  });

  it("says each part of its hints once", () => {
    const open = new OpenQuestions();
    open.attempt("a.csv", asking("a.csv: no date, no amount", "name the date; name the amount"));
    open.attempt("b.csv", asking("b.csv: no customer, no date", "name the customer; name the date"));
    expect(() => open.refuse()).toThrow(
      expect.objectContaining({ hint: "name the date; name the amount; name the customer" }),
    );
  });

  it("does not hold up a wrong option", () => {
    const wrong = (): never => {
      throw new UsageError("--preset x: unknown preset");
    };
    expect(() => new OpenQuestions().attempt("a.csv", wrong)).toThrow(UsageError);
  });

  it("passes where nothing does", () => {
    expect(() => new OpenQuestions().refuse()).not.toThrow();
  });
});

async function said(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<string> {
  return inFolder(files, async (folder) => {
    const { status, stderr } = await runRfm(["score", ".", ...argv], folder);
    expect(status, stderr).toBe(3);
    return stderr;
  });
}

describe("all that is not clear", () => {
  it("about dates and amounts is asked at once, and one try with the answers is enough", async () => {
    const files = { "sales.csv": "customer,date,total\nx,03/04/2024,1.234\ny,05/06/2024,2.345\n" };
    const text = await said(files);
    expect(text).toContain("2 things stop the reading:");
    expect(text).toContain('"03/04/2024" (line 2) is 2024-04-03 day first and 2024-03-04 month first');
    expect(text).toContain('"1.234" (line 2) is 1.234 with a decimal point and 1234 with a decimal comma');
    expect(text).toContain("hint: pass --date-format d/m/y or --date-format m/d/y; pass --decimal . or --decimal ,");
    await inFolder(files, async (folder) => {
      const { status } = await runRfm(["score", ".", "--date-format", "d/m/y", "--decimal", "."], folder);
      expect(status).toBe(0);
    });
  });

  it("about files of different headers is asked at once, and once for months of one", async () => {
    const text = await said({
      "jan.csv": "no,when,total\n1,2024-01-05,3.00\n",
      "feb.csv": "no,when,total\n2,2024-02-05,4.00\n",
      "old.csv": "customer,total\nx,3.00\n",
    });
    expect(text).toContain("2 things stop the reading:");
    expect(text.match(/no column for the customer was recognised/g)).toHaveLength(1);
    expect(text).toContain("old.csv: no column for the order date was recognised");
  });

  it("shows which columns repeat as a customer's id does, with the number of their values", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `m${row % 13},s${row % 7},2024-01-${10 + (row % 20)},${row}.50`,
    );
    const text = await said({ "cd.csv": `masterid,sampleid,date,total\n${rows.join("\n")}\n` });
    expect(text).toContain(
      'it could be "masterid" (its values repeat: 13 different ones in the first 40 rows) or "sampleid" (its values repeat: 7 different ones in the first 40 rows)',
    );
  });
});

describe("what only reading all rows settles", () => {
  /** Nobody knows these statuses, the currencies differ, and the dates may be read both ways. */
  const ROWS =
    "order_id,customer,date,total,status,currency\n1,x,03/04/2024,10.50,zorp,EUR\n2,y,05/06/2024,12.50,paid,USD\n";

  it("is told with what is open about dates, as far as the first rows show it, and one more try is enough", async () => {
    const text = await said({ "sales.csv": ROWS });
    expect(text).toContain("3 things stop the reading:");
    expect(text).toContain('"03/04/2024" (line 2) is 2024-04-03 day first');
    expect(text).toContain(
      'sales.csv: it is not known whether these statuses of the first rows count as purchases: "zorp"',
    );
    expect(text).toContain('sales.csv: the first rows mix currencies, which cannot be added up: "EUR", "USD"');
    await inFolder({ "sales.csv": ROWS }, async (folder) => {
      const answers = ["--date-format", "d/m/y", "--include-status", "zorp", "--currency", "EUR"];
      const { status, stderr } = await runRfm(["score", ".", ...answers], folder);
      expect(status, stderr).toBe(0);
    });
  });

  it("is told with what is open about the columns", async () => {
    const text = await said({
      "sales.csv": ROWS.replace("total", "xyz").replace("date", "qqq").replaceAll("/2024", ""),
    });
    expect(text).toContain("no column for the order date was recognised");
    expect(text).toContain('statuses of the first rows count as purchases: "zorp"');
    expect(text).toContain('the first rows mix currencies, which cannot be added up: "EUR", "USD"');
  });

  it("is told together where nothing else is open", async () => {
    const text = await said({
      "sales.csv": ROWS.replace("03/04/2024", "2024-04-03").replace("05/06/2024", "2024-06-05"),
    });
    expect(text).toContain("2 things stop the reading:");
    expect(text).toContain('it is not known whether these statuses count as purchases: "zorp" (1 row,');
    expect(text).toContain("the exports mix currencies, which cannot be added up");
    expect(text).toContain("--unknown-status include|exclude; pass --currency");
  });

  it("is not asked where options have settled it", async () => {
    const text = await said({ "sales.csv": ROWS }, "--unknown-status", "include", "--currency", "EUR");
    expect(text).not.toContain("things stop");
    expect(text).toContain('"03/04/2024" (line 2)');
  });
});
