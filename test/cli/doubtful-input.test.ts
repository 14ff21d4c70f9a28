/** Input that leaves questions open, or has little in it: what options answer, and what is said of it. */
import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";

const HEADER = "order_id,customer,date,amount";

/** Eight orders of five customers, the first eight days of January 2026, and whatever rows follow. */
function ordersWith(...rows: readonly string[]): string {
  const orders = Array.from({ length: 8 }, (_, index) => `${index + 1},c${index % 5},2026-01-0${index + 1},10.00`);
  return `${[HEADER, ...orders, ...rows].join("\n")}\n`;
}

const ORDERS = ordersWith();

/** A file with these rows below the usual header. */
function rowsOf(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join("\n")}\n`;
}

describe.concurrent("files that are no tables", () => {
  it("are not suspected where a title or a name is in brackets", async ({ folder, expect }) => {
    await folder.write({ "orders.csv": ORDERS.replace("order_id", "[order_id]") });
    expect((await folder.rfm("score orders.csv")).status).toBe(0);
  });
});

describe.concurrent("files that hold no orders", () => {
  it("mentions a workbook of another kind that a folder has beside the exports", async ({ folder }) => {
    await folder.write({ "exports/orders.csv": ORDERS, "exports/more.ods": Uint8Array.from([0x50, 0x4b, 3, 4]) });
    const { status, stderr } = await folder.rfm("score exports");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^note: exports.more\.ods .*skipped.*save it as CSV/m);
  });
});

describe.concurrent("columns that are not there", () => {
  it("is settled by naming the column", async ({ folder }) => {
    await folder.write({ "orders.csv": "order_id,customer,sold,sent,amount\n1,a,2026-01-02,2026-01-05,5\n" });
    expect((await folder.rfm("score orders.csv")).status).toBe(3);
    const { status, stdout } = await folder.rfm("orders orders.csv --date sold");
    expect(stdout).toMatch(/^1,a,2026-01-02,5\.00,/m);
    expect(status).toBe(0);
  });

  it("does not print the customers of a file without a header", async ({ folder }) => {
    await folder.write({ "orders.csv": "1,willow@example.com,2026-01-03,10\n2,alder@example.com,2026-01-04,20\n" });
    const { status, stderr } = await folder.rfm("score orders.csv");
    expect(status).toBe(3);
    expect(stderr).toContain("orders.csv");
    expect(stderr).toContain("header");
    expect(stderr).not.toContain("willow@");
  });
});

describe.concurrent("quotes that are not closed", () => {
  it("does not let a quote swallow the next order in silence", async ({ folder }) => {
    await folder.write({
      "orders.csv": rowsOf("1,a,2026-01-02,5", '2,"b,2026-01-03,6', '3,"c",2026-01-04,7', "4,d,2026-01-05,8"),
    });
    const { stdout, stderr } = await folder.rfm("orders orders.csv");
    expect(stderr).toContain("line 3");
    expect(stdout).not.toMatch(/2026-01-03,6/); // as a piece of a customer's name
  });
});

describe.concurrent("rows that cannot be read", () => {
  it.for([
    ["too few fields", "9,c1,2026-01-20", 'wrong number of fields: "3 fields instead of 4"'],
    ["too many fields", "9,c1,2026-01-20,5,6", 'wrong number of fields: "5 fields instead of 4"'],
    ["a date that does not exist", "9,c1,2026-02-31,5", 'unreadable date: "2026-02-31"'],
    ["a date that is a word", "9,c1,soon,5", 'unreadable date: "soon"'],
    ["an amount that is a word", "9,c1,2026-01-20,a lot", 'unreadable amount: "a lot"'],
  ] as const)("are warned of where one has %s", async ([, row, says], { folder }) => {
    await folder.write({ "orders.csv": ordersWith(row) });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv");
    expect(stderr).toMatch(/^warning: 1 of 9 rows could not be read/m);
    expect(stderr).toContain(`first: orders.csv line 10, ${says}`);
    expect(stderr).toContain("--rejects");
    expect(stdout.split("\n")).toHaveLength(1 + 5 + 1);
    expect(status).toBe(0);
  });

  it("goes on with as many as --max-rejects allows, a number or a percentage", async ({ folder }) => {
    const bad = "9,c1,soon,5";
    await folder.write({ "orders.csv": ordersWith(bad, bad, bad, bad) });
    expect((await folder.rfm("score orders.csv --max-rejects 4")).status).toBe(0);
    expect((await folder.rfm("score orders.csv --max-rejects 3")).status).toBe(4);
    expect((await folder.rfm("score orders.csv --max-rejects 34%")).status).toBe(0); // 4 of 12 is a third
    expect((await folder.rfm("score orders.csv --max-rejects 33%")).status).toBe(4);
  });

  it("lists every one of them in the file of --rejects", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,c1,2026-02-31,5", "10,c1,2026-01-20,a lot", "11,c1,2026-01-20") });
    expect((await folder.rfm("score orders.csv --rejects rejected.csv")).status).toBe(0);
    expect(await folder.read("rejected.csv")).toBe(
      [
        "file,line,column,value,reason",
        "orders.csv,10,date,2026-02-31,unreadable date",
        "orders.csv,11,amount,a lot,unreadable amount",
        "orders.csv,12,,3 fields instead of 4,wrong number of fields",
        "",
      ].join("\n"),
    );
  });

  it("lists them where they stop the run, too", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,c1,2026-02-31,5") });
    const { status } = await folder.rfm("score orders.csv --max-rejects 0 --rejects rejected.csv -o out.csv");
    expect(status).toBe(4);
    expect(await folder.read("rejected.csv")).toContain("orders.csv,10,date,2026-02-31,unreadable date\n");
    expect(await folder.list()).toEqual(["orders.csv", "rejected.csv"]);
  });

  it("masks an e-mail address that stands where a date should", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,2026-01-20,willow@example.com,5") });
    const { status, stderr } = await folder.rfm("score orders.csv");
    expect(status).toBe(0);
    expect(stderr).toContain("w…@example.com");
    expect(stderr).not.toContain("willow@");
  });

  it("masks it in the message that stops the run, too", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,2026-01-20,willow@example.com,5") });
    const { status, stderr } = await folder.rfm("score orders.csv --max-rejects 0");
    expect(status).toBe(4);
    expect(stderr).toContain("w…@example.com");
    expect(stderr).not.toContain("willow@");
  });
});

describe.concurrent("questions that the data leaves open", () => {
  it("reads it as --date-format says", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,03/04/2026,5") });
    expect((await folder.rfm("orders orders.csv --date-format d/m/y")).stdout).toMatch(/^1,a,2026-04-03,/m);
    expect((await folder.rfm("orders orders.csv --date-format m/d/y")).stdout).toMatch(/^1,a,2026-03-04,/m);
  });

  it("lets another file with the same header settle it", async ({ folder }) => {
    await folder.write({ "a.csv": rowsOf("1,a,03/04/2026,5"), "b.csv": rowsOf("2,b,13/04/2026,6") });
    const { status, stdout } = await folder.rfm("orders a.csv b.csv");
    expect(stdout).toMatch(/^1,a,2026-04-03,/m);
    expect(status).toBe(0);
  });

  it("reads it as --decimal says", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,1.234", "2,b,2026-01-04,2.500") });
    expect((await folder.rfm("orders orders.csv --decimal .")).stdout).toMatch(/^2,b,2026-01-04,2\.50,/m);
    expect((await folder.rfm("orders orders.csv --decimal ,")).stdout).toMatch(/^2,b,2026-01-04,2500\.00,/m);
  });

  const CURRENCIES = `${HEADER},currency\n1,a,2026-01-03,10,EUR\n2,b,2026-01-04,20,USD\n3,b,2026-01-05,30,EUR\n`;

  it("keeps the money of one with --currency", async ({ folder }) => {
    await folder.write({ "orders.csv": CURRENCIES });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv --currency EUR");
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 6))).toEqual([
      ["customer_id", "first_order", "last_order", "recency_days", "frequency", "monetary_value"],
      ["a", "2026-01-03", "2026-01-03", "2", "1", "10.00"],
      ["b", "2026-01-05", "2026-01-05", "0", "1", "30.00"],
      [""],
    ]);
    expect(stderr).toContain("2 of 3 rows used");
    expect(stderr).toContain("1 in another currency, or in none (20.00)");
    expect(status).toBe(0);
  });

  const STATUSES = `${HEADER},status\n1,a,2026-01-03,10,paid\n2,b,2026-01-04,20,wobbly\n3,b,2026-01-05,30,paid\n`;

  for (const option of ["--include-status Wobbly", "--unknown-status include"]) {
    it(`counts its orders with ${option}`, async ({ folder }) => {
      await folder.write({ "orders.csv": STATUSES });
      const { status, stdout } = await folder.rfm(`orders orders.csv ${option}`);
      expect(stdout).toMatch(/^2,b,2026-01-04,20\.00,0\.00,20\.00,true,,/m);
      expect(status).toBe(0);
    });
  }

  for (const option of ["--exclude-status Wobbly", "--unknown-status exclude"]) {
    it(`sets its orders aside with ${option}`, async ({ folder }) => {
      await folder.write({ "orders.csv": STATUSES });
      const { status, stdout, stderr } = await folder.rfm(`orders orders.csv ${option}`);
      expect(stdout).toMatch(/^2,b,2026-01-04,20\.00,0\.00,20\.00,false,status,/m);
      expect(stderr).toContain("1 with a status that does not count (20.00)");
      expect(status).toBe(0);
    });
  }

  const REPEATED = rowsOf("1,a,2026-01-03,10", "1,a,2026-01-03,10", "2,b,2026-01-04,20");

  it("counts it once or adds it up as --amount-per says", async ({ folder }) => {
    await folder.write({ "orders.csv": REPEATED });
    expect((await folder.rfm("orders orders.csv --amount-per order")).stdout).toMatch(/^1,a,2026-01-03,10\.00,/m);
    expect((await folder.rfm("orders orders.csv --amount-per line")).stdout).toMatch(/^1,a,2026-01-03,20\.00,/m);
  });

  it("sets an order aside that has two customers on one day", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,10", "1,b,2026-01-03,10", "2,c,2026-01-05,30") });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv --amount-per order");
    expect(stderr).toContain("2 on orders with two customers (10.00)");
    expect(stdout).toMatch(/^c,/m);
    expect(stdout).not.toMatch(/^[ab],/m);
    expect(status).toBe(0);
  });

  const MISTYPED = rowsOf("1,a,2026-01-03,10", "2,b,2062-01-04,20", "3,c,2026-01-05,30");

  it("leaves it out when --as-of says which day is the last", async ({ folder }) => {
    await folder.write({ "orders.csv": MISTYPED });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv --as-of 2026-01-05");
    expect(stdout).toMatch(/^a,2026-01-03,2026-01-03,2,/m);
    expect(stdout).not.toMatch(/^b,/m);
    expect(stderr).toContain("1 after the as-of date (20.00)");
    expect(status).toBe(0);
  });
});

describe.concurrent("histories with little in them", () => {
  it("scores a single customer, and warns how little that says", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,10", "2,a,2026-01-05,30") });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv");
    expect(stdout).toMatch(/^a,2026-01-03,2026-01-05,0,2,40\.00,20,/m);
    expect(stderr).toMatch(/^warning: only 1 customer: /m);
    expect(status).toBe(0);
  });

  it("says that everybody bought once, and which score that leaves", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,10", "2,b,2026-01-04,20", "3,c,2026-01-05,30") });
    const { status, stderr } = await folder.rfm("score orders.csv");
    expect(stderr).toMatch(/^note: 100\.0% of customers bought once: frequency uses score 1$/m);
    expect(status).toBe(0);
  });

  it("says once that scores mean little: of few customers, or of the measures with few values", async ({ folder }) => {
    await folder.write({
      "three.csv": rowsOf("1,a,2026-01-01,10", "2,b,2026-01-02,20", "3,c,2026-01-03,20"),
      "orders.csv": ORDERS,
    });
    const warnings = async (file: string): Promise<readonly string[]> =>
      (await folder.rfm(`score ${file} --lang en`)).stderr.split("\n").filter((line) => line.startsWith("warning: "));
    expect(await warnings("three.csv")).toEqual([
      "warning: only 3 customers: their scores compare them with each other and say little more",
    ]);
    expect(await warnings("orders.csv")).toEqual([
      "warning: only 5 customers: their scores compare them with each other and say little more",
      "warning: frequency has only 2 different values and monetary value has only 2 different values: their scores say little",
    ]);
  });

  it("speaks of ties only where customers tie", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,10", "2,b,2026-01-04,20", "3,c,2026-01-05,30") });
    const { stderr } = await folder.rfm("score orders.csv"); // no two share a day or an amount
    expect(stderr).not.toMatch(/% of customers last bought/);
    expect(stderr).not.toMatch(/% of customers spent the same/);
  });

  it("keeps its warnings and drops its notes with --quiet", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,c1,2026-02-31,5") });
    const { stderr } = await folder.rfm("score orders.csv --quiet");
    expect(stderr).toMatch(/^warning: 1 of 9 rows could not be read/m);
    expect(stderr).not.toMatch(/^note: /m);
  });
});

describe.concurrent("a result", () => {
  it("replaces an earlier result when all is well", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS, "out.csv": "an earlier result\n" });
    expect((await folder.rfm("score orders.csv -o out.csv")).status).toBe(0);
    expect(await folder.read("out.csv")).toBe((await folder.rfm("score orders.csv")).stdout);
    expect(await folder.list()).toEqual(["orders.csv", "out.csv"]);
  });
});
