import { rm } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";
import { expectRefused } from "./refusal.ts";

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
  const TEXTS = [
    ["a list that is cut short", '[{"id":1},\n', "the list of records is cut short", "copy the file again"],
    ["JSON after a byte order mark", "\uFEFF{}", "the records have no keys", "export the orders again"],
    ["JSON settings", '{\n "id": 1\n}\n', "this is one JSON object, not a list of records", "flat records"],
    [
      "a web page",
      "<!DOCTYPE html>\n<html><table></table></html>\n",
      "this looks like a web page or XML",
      "save it as CSV",
    ],
  ] as const;

  for (const [name, text, says, advises] of TEXTS) {
    it(`are named: ${name}`, async ({ folder }) => {
      await folder.write({ "orders.csv": text });
      await expectRefused(folder, "score orders.csv", { status: 3, says: [`orders.csv: ${says}`], advises: [advises] });
    });
  }

  it("are named where this program wrote them", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.rfm("report orders.csv -o report.json");
    await folder.rfm("score orders.csv -o scores.ndjson --save-model model.json");
    for (const file of ["report.json", "scores.ndjson", "model.json"]) {
      await expectRefused(folder, `segments ${file}`, {
        status: 3,
        says: [`${file}: this is JSON that rfm wrote: a result, not an order export`],
        advises: ["name the exports themselves"],
      });
      await rm(join(folder.path, "out.csv"));
    }
  });

  it("are not suspected where a title or a name is in brackets", async ({ folder, expect }) => {
    await folder.write({ "orders.csv": ORDERS.replace("order_id", "[order_id]") });
    expect((await folder.rfm("score orders.csv")).status).toBe(0);
  });
});

describe.concurrent("files that are not there", () => {
  it("names a file that does not exist", async ({ folder }) => {
    await expectRefused(folder, "score ordres.csv", {
      status: 3,
      says: ["ordres.csv: no such file"],
      advises: ["check the path"],
    });
  });

  it("says that a pattern matches no file", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await expectRefused(folder, "score export-*.csv", {
      status: 3,
      says: ["export-*.csv", "no file matches"],
      advises: ["check the pattern"],
    });
  });

  it("says that a folder is empty", async ({ folder }) => {
    await folder.makeFolder("exports");
    await expectRefused(folder, "score exports", {
      status: 3,
      says: ["exports: no exports in this folder", "empty"],
      advises: [".csv, .tsv, .txt, .json"],
    });
  });

  it("says that a folder has files, but none that is an export", async ({ folder }) => {
    await folder.write({ "exports/readme.md": "notes\n", "exports/older/orders.csv": ORDERS });
    await expectRefused(folder, "score exports", {
      status: 3,
      says: ["exports: no exports in this folder", "2 other entries"],
      advises: [".csv, .tsv, .txt, .json", "folders inside it are not searched"],
    });
  });

  it("refuses it in the same words whatever the command", async ({ folder }) => {
    const refused = await folder.rfm("score ordres.csv");
    expect(refused.status).toBe(3);
    for (const command of ["inspect", "orders", "segments", "retention", "report"]) {
      expect(await folder.rfm(`${command} ordres.csv`)).toEqual(refused);
    }
  });
});

describe.concurrent("files that hold no orders", () => {
  it("says that a file is empty", async ({ folder }) => {
    await folder.write({ "orders.csv": "" });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: the file is empty"],
      advises: ["export the orders again"],
    });
  });

  it("says that a file has only a header", async ({ folder }) => {
    await folder.write({ "orders.csv": `${HEADER}\n` });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: only a header, no rows"],
      advises: ["export again"],
    });
  });

  it("recognises a picture as a binary file", async ({ folder }) => {
    const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1];
    await folder.write({ "orders.csv": Uint8Array.from(picture) });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: this is a binary file"],
      advises: ["as CSV"],
    });
  });

  it("says that a workbook is cut short", async ({ folder }) => {
    await folder.write({ "orders.xlsx": Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0, 8, 0, 0, 0]) });
    await expectRefused(folder, "score orders.xlsx", {
      status: 3,
      says: ["orders.xlsx: the workbook is damaged: it is cut short"],
      advises: ["copy or download the file again"],
    });
  });

  it("knows a workbook by its first bytes, whatever its name", async ({ folder }) => {
    await folder.write({ "orders.csv": Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0, 8, 0, 0, 0]) });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: the workbook is damaged"],
      advises: ["copy or download the file again"],
    });
  });

  it("asks for an old .xls workbook to be saved anew", async ({ folder }) => {
    await folder.write({ "orders.xls": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) });
    await expectRefused(folder, "score orders.xls", {
      status: 3,
      says: ["orders.xls: this is an old spreadsheet workbook (.xls)"],
      advises: ["save it as .xlsx or CSV"],
    });
  });

  it("mentions a workbook of another kind that a folder has beside the exports", async ({ folder }) => {
    await folder.write({ "exports/orders.csv": ORDERS, "exports/more.ods": Uint8Array.from([0x50, 0x4b, 3, 4]) });
    const { status, stderr } = await folder.rfm("score exports");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^note: exports.more\.ods .*skipped.*save it as CSV/m);
  });

  it("names the line of a NUL byte", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,5", "2,b\u0000,2026-01-04,2") });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: line 3 has a NUL byte"],
      advises: ["export or copy the file again"],
    });
  });

  it("says that gzip data is cut short", async ({ folder }) => {
    await folder.write({ "orders.csv.gz": gzipSync(ORDERS).subarray(0, 60) });
    await expectRefused(folder, "score orders.csv.gz", {
      status: 3,
      says: ["orders.csv.gz: the gzip data is damaged or cut short"],
      advises: ["download the file again"],
    });
  });

  it("says that standard input is empty", async ({ folder }) => {
    const { status, stdout, stderr } = await folder.rfm("score -", { stdin: "" });
    expect(stderr).toMatch(/^rfm: standard input.* empty/);
    expect(stdout).toBe("");
    expect(status).toBe(3);
  });
});

describe.concurrent("columns that are not there", () => {
  it("lists the columns it found and the option that names the one it misses", async ({ folder }) => {
    await folder.write({
      "orders.csv": "order_id,customer,day of sale,day of delivery,amount\n1,a,2026-01-02,2026-01-05,5\n",
    });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: [
        "orders.csv: no column for the order date",
        "(found: order_id, customer, day of sale, day of delivery, amount)",
        'could be "day of sale" (dates, such as 2026-01-02) or "day of delivery" (dates, such as 2026-01-05)',
      ],
      advises: ["--date"],
    });
  });

  it("is settled by naming the column", async ({ folder }) => {
    await folder.write({ "orders.csv": "order_id,customer,sold,sent,amount\n1,a,2026-01-02,2026-01-05,5\n" });
    expect((await folder.rfm("score orders.csv")).status).toBe(3);
    const { status, stdout } = await folder.rfm("orders orders.csv --date sold");
    expect(stdout).toMatch(/^1,a,2026-01-02,5\.00,/m);
    expect(status).toBe(0);
  });

  it("says that a column named in an option is not in the file", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await expectRefused(folder, "score orders.csv --amount Total", {
      status: 3,
      says: ['orders.csv: no column "Total" for --amount', "(found: order_id, customer, date, amount)"],
      advises: ["the name as the header has it"],
    });
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
  it("names the line where the row begins", async ({ folder }) => {
    await folder.write({
      "orders.csv": rowsOf("1,a,2026-01-02,5", '2,"b\nb",2026-01-03,6', '3,"c,2026-01-04,7', "4,d,2026-01-05,8"),
    });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: a quote opened in the row at line 5 is never closed"],
      advises: ['stray "'],
    });
  });

  it("names the first line when the quote is in the header", async ({ folder }) => {
    await folder.write({ "orders.csv": `"${ORDERS}` });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv", "quote", "line 1"],
      advises: ['stray "'],
    });
  });

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
  const FEW = {
    "too few fields": { row: "9,c1,2026-01-20", says: 'wrong number of fields: "3 fields, 4 in the header"' },
    "too many fields": { row: "9,c1,2026-01-20,5,6", says: 'wrong number of fields: "5 fields, 4 in the header"' },
    "a date that does not exist": { row: "9,c1,2026-02-31,5", says: 'unreadable date: "2026-02-31"' },
    "a date that is a word": { row: "9,c1,soon,5", says: 'unreadable date: "soon"' },
    "an amount that is a word": { row: "9,c1,2026-01-20,a lot", says: 'unreadable amount: "a lot"' },
  } as const;

  for (const [what, { row, says }] of Object.entries(FEW)) {
    it(`warns of one row with ${what}, and goes on`, async ({ folder }) => {
      await folder.write({ "orders.csv": ordersWith(row) });
      const { status, stdout, stderr } = await folder.rfm("score orders.csv");
      expect(stderr).toMatch(/^warning: 1 of 9 rows could not be read/m);
      expect(stderr).toContain(`first: orders.csv line 10, ${says}`);
      expect(stderr).toContain("--rejects");
      expect(stdout.split("\n")).toHaveLength(1 + 5 + 1);
      expect(status).toBe(0);
    });

    it(`stops at four rows of twelve with ${what}`, async ({ folder }) => {
      await folder.write({ "orders.csv": ordersWith(row, row, row, row) });
      await expectRefused(folder, "score orders.csv", {
        status: 4,
        says: [
          "4 of 12 rows cannot be read",
          "1%",
          "--max-rejects",
          "first: orders.csv line 10",
          says.split(":")[0] ?? "",
        ],
        advises: ["--rejects FILE", "--max-rejects"],
      });
    });
  }

  it("stops at the first with --max-rejects 0", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,c1,2026-02-31,5") });
    await expectRefused(folder, "score orders.csv --max-rejects 0", {
      status: 4,
      says: ["1 of 9 rows cannot be read", "orders.csv line 10", "2026-02-31"],
      advises: ["--rejects FILE"],
    });
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
        'orders.csv,12,,"3 fields, 4 in the header",wrong number of fields',
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
  it("shows two dates of one file that contradict each other", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,13/02/2026,5", "2,b,02/14/2026,6") });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv", '"13/02/2026" (line 2)', "day first", '"02/14/2026" (line 3)', "month first"],
      advises: ["--date-format"],
    });
  });

  it("shows both readings of a date that may be two days", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,03/04/2026,5", "2,b,05/06/2026,6") });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv", '"03/04/2026" (line 2)', "2026-04-03 day first", "2026-03-04 month first"],
      advises: ["--date-format d/m/y", "--date-format m/d/y"],
    });
  });

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

  it("shows both readings of an amount whose point may be a decimal mark or not", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,1.234", "2,b,2026-01-04,2.500") });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv", '"1.234" (line 2)', /1\.234 with a decimal point/, /1234 with a decimal comma/],
      advises: ["--decimal .", "--decimal ,"],
    });
  });

  it("reads it as --decimal says", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,a,2026-01-03,1.234", "2,b,2026-01-04,2.500") });
    expect((await folder.rfm("orders orders.csv --decimal .")).stdout).toMatch(/^2,b,2026-01-04,2\.50,/m);
    expect((await folder.rfm("orders orders.csv --decimal ,")).stdout).toMatch(/^2,b,2026-01-04,2500\.00,/m);
  });

  const CURRENCIES = `${HEADER},currency\n1,a,2026-01-03,10,EUR\n2,b,2026-01-04,20,USD\n3,b,2026-01-05,30,EUR\n`;

  it("lists the currencies of a mixture with their rows and money", async ({ folder }) => {
    await folder.write({ "orders.csv": CURRENCIES });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["currencies", "EUR (2 rows, 40.00)", "USD (1 row, 20.00)"],
      advises: ["--currency EUR"],
    });
  });

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

  it("lists the currencies there are when the one asked for is none of them", async ({ folder }) => {
    await folder.write({ "orders.csv": CURRENCIES });
    await expectRefused(folder, "score orders.csv --currency GBP", {
      status: 3,
      says: ["GBP", "EUR (2 rows, 40.00)", "USD (1 row, 20.00)"],
      advises: ["--currency"],
    });
  });

  const STATUSES = `${HEADER},status\n1,a,2026-01-03,10,paid\n2,b,2026-01-04,20,wobbly\n3,b,2026-01-05,30,paid\n`;

  it("names a status that it does not know, with its rows and money", async ({ folder }) => {
    await folder.write({ "orders.csv": STATUSES });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["status", '"wobbly" (1 row, 20.00)'],
      advises: ["--include-status", "--exclude-status", "--unknown-status include|exclude"],
    });
  });

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

  it("asks whether an amount is the order's total or a line's where its rows repeat it", async ({ folder }) => {
    await folder.write({ "orders.csv": REPEATED });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv", '"amount"', "order 1", "worth 10.00 or 20.00"],
      advises: ["--amount-per order", "--amount-per line"],
    });
  });

  it("counts it once or adds it up as --amount-per says", async ({ folder }) => {
    await folder.write({ "orders.csv": REPEATED });
    expect((await folder.rfm("orders orders.csv --amount-per order")).stdout).toMatch(/^1,a,2026-01-03,10\.00,/m);
    expect((await folder.rfm("orders orders.csv --amount-per line")).stdout).toMatch(/^1,a,2026-01-03,20\.00,/m);
  });

  it("refuses an order number that two customers used on different days", async ({ folder }) => {
    await folder.write({
      "orders.csv": rowsOf(
        "1,willow@example.com,2026-01-03,10",
        "2,c,2026-01-05,30",
        "1,alder@example.com,2026-02-04,20",
      ),
    });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["order 1 ", "2026-01-03 (orders.csv line 2)", "2026-02-04 (orders.csv line 4)", "used twice"],
      advises: ["--order"],
    });
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

  it("stops at one order of 2062 among those of 2026", async ({ folder }) => {
    await folder.write({ "orders.csv": MISTYPED });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["orders.csv: line 3 is dated 2062-01-04", "2026-01-05"],
      advises: ["--as-of 2026-01-05"],
    });
  });

  it("stops at it in the same words whatever the command", async ({ folder }) => {
    await folder.write({ "orders.csv": MISTYPED });
    const refused = await folder.rfm("score orders.csv");
    for (const command of ["segments", "retention", "report"]) {
      expect(await folder.rfm(`${command} orders.csv`)).toEqual(refused);
    }
  });

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
  it("has nobody to score when no row names a customer", async ({ folder }) => {
    await folder.write({ "orders.csv": rowsOf("1,,2026-01-03,10", "2,,2026-01-04,20") });
    await expectRefused(folder, "score orders.csv", {
      status: 3,
      says: ["no customer to score"],
      advises: ["rfm inspect"],
    });
  });

  it("has nobody to score as of a day before the first order", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await expectRefused(folder, "score orders.csv --as-of 2025-12-31", {
      status: 3,
      says: ["no customer to score", "2025-12-31"],
      advises: ["2026-01-01", "--as-of"],
    });
  });

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

describe.concurrent("results that cannot be written", () => {
  it("says that the folder does not exist", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { status, stdout, stderr } = await folder.rfm("score orders.csv -o results/out.csv");
    expect(stderr).toMatch(/^rfm: results\/out\.csv: the folder does not exist\nhint: .*-o\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(5);
    expect(await folder.list()).toEqual(["orders.csv"]);
  });

  it("says that the target is a folder", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    await folder.makeFolder("out.csv");
    const { status, stdout, stderr } = await folder.rfm("score orders.csv -o out.csv");
    expect(stderr).toMatch(/^rfm: out\.csv: is a folder\nhint: name a file in it\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(5);
    expect(await folder.list()).toEqual(["orders.csv", "out.csv"]);
  });

  it("finds out before it reads", async ({ folder }) => {
    await folder.write({ "orders.csv": "" });
    expect((await folder.rfm("score orders.csv -o results/out.csv")).status).toBe(5);
  });

  it("names the option whose file cannot be written", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { status, stderr } = await folder.rfm("score orders.csv --rejects results/rejected.csv");
    expect(stderr).toContain("results/rejected.csv: the folder does not exist");
    expect(stderr).toMatch(/^hint: .*--rejects/m);
    expect(status).toBe(5);
  });

  it("does not write the result over an export that it reads", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS });
    const { status, stderr } = await folder.rfm("score orders.csv -o orders.csv");
    expect(await folder.read("orders.csv")).toBe(ORDERS);
    expect(stderr).toContain("orders.csv");
    expect(status).toBe(2);
  });

  it("does not write the result and the rejected rows to one file", async ({ folder }) => {
    await folder.write({ "orders.csv": ordersWith("9,c1,2026-02-31,5") });
    const { status, stderr } = await folder.rfm("score orders.csv -o out.csv --rejects out.csv");
    expect(stderr).toContain("--rejects");
    expect(status).toBe(2);
  });

  it("replaces an earlier result when all is well", async ({ folder }) => {
    await folder.write({ "orders.csv": ORDERS, "out.csv": "an earlier result\n" });
    expect((await folder.rfm("score orders.csv -o out.csv")).status).toBe(0);
    expect(await folder.read("out.csv")).toBe((await folder.rfm("score orders.csv")).stdout);
    expect(await folder.list()).toEqual(["orders.csv", "out.csv"]);
  });
});
