/** Input that no command can use, by class of error: where it is, what is wrong, what to do about it, and the exit code. */
import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import { it } from "../support/run-rfm.ts";
import { expectMessage, expectRefused, type Refusal } from "./refusal.ts";

interface BadInput extends Refusal {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly run: string;
  readonly stdin?: string;
  /** Whether the line has its own `-o`, or the command writes no result to one. */
  readonly isWhole?: boolean;
}

const HEADER = "order_id,customer,date,amount";

/** A file with these rows below the usual header. */
function rowsOf(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join("\n")}\n`;
}

/** Eight orders of five customers, the first eight days of January 2026, and whatever rows follow. */
function ordersWith(...rows: readonly string[]): string {
  const orders = Array.from({ length: 8 }, (_, index) => `${index + 1},c${index % 5},2026-01-0${index + 1},10.00`);
  return rowsOf(...orders, ...rows);
}

const ORDERS = { "orders.csv": ordersWith() };
const one = (content: string | Uint8Array): Readonly<Record<string, string | Uint8Array>> => ({
  "orders.csv": content,
});
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

const CURRENCIES = one(`${HEADER},currency\n1,a,2026-01-03,10,EUR\n2,b,2026-01-04,20,USD\n3,b,2026-01-05,30,EUR\n`);
const CONFIG = "version: 1\nexports: orders.csv\n";

/** How four rows of twelve that cannot be read are refused. */
function unreadable(row: string, what: string): BadInput {
  return {
    files: one(ordersWith(row, row, row, row)),
    run: "score orders.csv",
    status: 4,
    says: ["4 of 12 rows cannot be read", "1%", "--max-rejects", "first: orders.csv line 10", what],
    advises: ["--rejects FILE", "--max-rejects"],
  };
}

/** What commander refuses: the message, and where help is. */
function usage(run: string, says: string): BadInput {
  return { files: ORDERS, run, status: 2, says: [says], isWhole: true };
}

function config(text: string, ...says: readonly string[]): BadInput {
  return { files: { ...ORDERS, "a.yaml": text }, run: "run a.yaml", status: 2, says, isWhole: true };
}

const CLASSES: Readonly<Record<string, Readonly<Record<string, BadInput>>>> = {
  file: {
    "a name that does not exist": {
      run: "score ordres.csv",
      status: 3,
      says: ["ordres.csv: no such file"],
      advises: ["check the path"],
    },
    "a pattern that matches nothing": {
      files: ORDERS,
      run: "score export-*.csv",
      status: 3,
      says: ["export-*.csv", "no file matches"],
      advises: ["check the pattern"],
    },
    "a folder without exports": {
      files: { "exports/readme.md": "notes\n", "exports/older/orders.csv": ORDERS["orders.csv"] },
      run: "score exports",
      status: 3,
      says: ["exports: no exports in this folder", "2 other entries"],
      advises: [".csv, .tsv, .txt, .json", "folders inside it are not searched"],
    },
    "an empty file": {
      files: one(""),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: the file is empty"],
      advises: ["export the orders again"],
    },
    "empty standard input": { run: "score -", stdin: "", status: 3, says: [/standard input.* empty/], isWhole: true },
    "only a header": {
      files: one(`${HEADER}\n`),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: only a header, no rows"],
      advises: ["export again"],
    },
    "a picture": {
      files: one(
        bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1),
      ),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: this is a binary file"],
      advises: ["as CSV"],
    },
    "a web page": {
      files: one("<!DOCTYPE html>\n<html><table></table></html>\n"),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: this looks like a web page or XML"],
      advises: ["save it as CSV"],
    },
    "gzip data that is cut short": {
      files: { "orders.csv.gz": gzipSync(ORDERS["orders.csv"]).subarray(0, 60) },
      run: "score orders.csv.gz",
      status: 3,
      says: ["orders.csv.gz: the gzip data is damaged or cut short"],
      advises: ["download the file again"],
    },
    "a NUL byte": {
      files: one(rowsOf("1,a,2026-01-03,5", "2,b\u0000,2026-01-04,2")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: line 3 has a NUL byte"],
      advises: ["export or copy the file again"],
    },
  },
  dialect: {
    "a quote that is never closed": {
      files: one(rowsOf("1,a,2026-01-02,5", '2,"b\nb",2026-01-03,6', '3,"c,2026-01-04,7', "4,d,2026-01-05,8")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: a quote opened in the row at line 5 is never closed"],
      advises: ['stray "'],
    },
    "a quote in the header that is never closed": {
      files: one(`"${ORDERS["orders.csv"]}`),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv", "quote", "line 1"],
      advises: ['stray "'],
    },
    "a delimiter of two characters": usage(
      "score orders.csv --delimiter xx",
      "argument 'xx' is invalid. Write one char",
    ),
    "an unknown encoding": usage("score orders.csv --encoding klingon", "argument 'klingon' is invalid. Write one of"),
    "another delimiter than the file's": {
      files: ORDERS,
      run: "score orders.csv --delimiter ;",
      status: 3,
      says: ["orders.csv: 3 things are not clear about its columns (found: order_id,customer,date,amount)"],
      isWhole: true,
    },
    "rows of too few fields": unreadable("9,c1,2026-01-20", "wrong number of fields"),
    "rows of too many fields": unreadable("9,c1,2026-01-20,5,6", "wrong number of fields"),
  },
  columns: {
    "no column for the date": {
      files: one("order_id,customer,day of sale,day of delivery,amount\n1,a,2026-01-02,2026-01-05,5\n"),
      run: "score orders.csv",
      status: 3,
      says: [
        "orders.csv: no column for the order date",
        "(found: order_id, customer, day of sale, day of delivery, amount)",
        'could be "day of sale" (dates, such as 2026-01-02) or "day of delivery" (dates, such as 2026-01-05)',
      ],
      advises: ["--date"],
    },
    "an option that names a column the file lacks": {
      files: ORDERS,
      run: "score orders.csv --amount Total",
      status: 3,
      says: ['orders.csv: no column "Total" for --amount', "(found: order_id, customer, date, amount)"],
      advises: ["the name as the header has it"],
    },
    "an order number that two customers used on different days": {
      files: one(rowsOf("1,w@example.com,2026-01-03,10", "2,c,2026-01-05,30", "1,a@example.com,2026-02-04,20")),
      run: "score orders.csv",
      status: 3,
      says: ["order 1 ", "2026-01-03 (orders.csv line 2)", "2026-02-04 (orders.csv line 4)", "used twice"],
      advises: ["--order"],
    },
    "a status that is not known": {
      files: one(`${HEADER},status\n1,a,2026-01-03,10,paid\n2,b,2026-01-04,20,wobbly\n3,b,2026-01-05,30,paid\n`),
      run: "score orders.csv",
      status: 3,
      says: ["status", '"wobbly" (1 row, 20.00)'],
      advises: ["--include-status", "--exclude-status", "--unknown-status include|exclude"],
    },
    "no customer in any row": {
      files: one(rowsOf("1,,2026-01-03,10", "2,,2026-01-04,20")),
      run: "score orders.csv",
      status: 3,
      says: ["no customer to score"],
      advises: ["rfm inspect"],
    },
  },
  dates: {
    "that contradict each other": {
      files: one(rowsOf("1,a,13/02/2026,5", "2,b,02/14/2026,6")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv", '"13/02/2026" (line 2)', "day first", '"02/14/2026" (line 3)', "month first"],
      advises: ["--date-format"],
    },
    "that may be two days": {
      files: one(rowsOf("1,a,03/04/2026,5", "2,b,05/06/2026,6")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv", '"03/04/2026" (line 2)', "2026-04-03 day first", "2026-03-04 month first"],
      advises: ["--date-format d/m/y", "--date-format m/d/y"],
    },
    "that do not exist": unreadable("9,c1,2026-02-31,5", "unreadable date"),
    "that are words": unreadable("9,c1,soon,5", "unreadable date"),
    "one that does not exist, where none may": {
      files: one(ordersWith("9,c1,2026-02-31,5")),
      run: "score orders.csv --max-rejects 0",
      status: 4,
      says: ["1 of 9 rows cannot be read", "orders.csv line 10", "2026-02-31"],
      advises: ["--rejects FILE"],
    },
    "one of 2062 among those of 2026": {
      files: one(rowsOf("1,a,2026-01-03,10", "2,b,2062-01-04,20", "3,c,2026-01-05,30")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: line 3 is dated 2062-01-04", "2026-01-05"],
      advises: ["--as-of 2026-01-05"],
    },
    "an as-of date before the first order": {
      files: ORDERS,
      run: "score orders.csv --as-of 2025-12-31",
      status: 3,
      says: ["no customer to score", "2025-12-31"],
      advises: ["2026-01-01", "--as-of"],
    },
    "an as-of date that does not exist": usage(
      "score orders.csv --as-of 2026-02-30",
      "argument '2026-02-30' is invalid. Write a day that exists",
    ),
    "an earlier day that is the later one": {
      files: ORDERS,
      run: "compare orders.csv --from 2027-01-01",
      status: 2,
      says: ["--from 2027-01-01 is after --to 2026-01-08"],
      advises: ["the earlier day comes first"],
    },
  },
  money: {
    "whose point may be a decimal mark or not": {
      files: one(rowsOf("1,a,2026-01-03,1.234", "2,b,2026-01-04,2.500")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv", '"1.234" (line 2)', /1\.234 with a decimal point/, /1234 with a decimal comma/],
      advises: ["--decimal .", "--decimal ,"],
    },
    "in two currencies": {
      files: CURRENCIES,
      run: "score orders.csv",
      status: 3,
      says: ["currencies", "EUR (2 rows, 40.00)", "USD (1 row, 20.00)"],
      advises: ["--currency EUR"],
    },
    "in none of the currency asked for": {
      files: CURRENCIES,
      run: "score orders.csv --currency GBP",
      status: 3,
      says: ["GBP", "EUR (2 rows, 40.00)", "USD (1 row, 20.00)"],
      advises: ["--currency"],
    },
    "of an order or of a line, where its rows repeat it": {
      files: one(rowsOf("1,a,2026-01-03,10", "1,a,2026-01-03,10", "2,b,2026-01-04,20")),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv", '"amount"', "order 1", "worth 10.00 or 20.00"],
      advises: ["--amount-per order", "--amount-per line"],
    },
    "that is a word": unreadable("9,c1,2026-01-20,a lot", "unreadable amount"),
  },
  options: {
    "a command that does not exist": usage("scroe orders.csv", "unknown command 'scroe'"),
    "an option that does not exist": usage("score orders.csv --nonsense", "unknown option '--nonsense'"),
    "no exports": usage("score", "missing required argument 'exports'"),
    "a value that is not valid": usage(
      "score orders.csv --window 0m",
      "argument '0m' is invalid. Write a number and d,",
    ),
    "a column to sort by that the result lacks": {
      files: ORDERS,
      run: "score orders.csv --sort colour",
      status: 2,
      says: ["--sort colour: unknown column"],
      advises: ["customer_id, first_order"],
    },
    "two that exclude each other": {
      files: ORDERS,
      run: "score orders.csv --quantity a --amount b",
      status: 2,
      says: ["--quantity cannot be used with --amount"],
      advises: ["leave out --quantity, or --amount"],
    },
    "one without another that it needs": {
      files: ORDERS,
      run: "score orders.csv --rates rates.csv",
      status: 2,
      says: ["--rates needs --currency"],
      advises: ["add --currency EUR"],
    },
    "a scheme that does not exist": {
      files: ORDERS,
      run: "score orders.csv --scheme nowhere",
      status: 2,
      says: ['"nowhere" is neither a built-in scheme nor a file'],
      advises: ["standard"],
    },
    "a customer who is in no export": {
      files: ORDERS,
      run: "explain orders.csv --id nobody",
      status: 3,
      says: ['no customer "nobody" in these exports'],
      advises: ["rfm inspect"],
      isWhole: true,
    },
  },
  output: {
    "an extension without a format": {
      files: ORDERS,
      run: "score orders.csv -o out.docx",
      status: 2,
      says: ["-o out.docx: cannot infer a format from the extension"],
      advises: [".csv, .tsv", "--format"],
      isWhole: true,
    },
    "a folder that does not exist": {
      files: ORDERS,
      run: "score orders.csv -o results/out.csv",
      status: 5,
      says: ["results/out.csv: the folder does not exist"],
      advises: ["-o"],
      isWhole: true,
    },
    "a folder that does not exist, before anything is read": {
      files: one(""),
      run: "score orders.csv -o results/out.csv",
      status: 5,
      says: ["results/out.csv: the folder does not exist"],
      advises: ["-o"],
      isWhole: true,
    },
    "a folder in the place of the file": {
      files: { ...ORDERS, "out.csv/x": "" },
      run: "score orders.csv -o out.csv",
      status: 5,
      says: ["out.csv: is a folder"],
      advises: ["name a file in it"],
      isWhole: true,
    },
    "a folder of --rejects that does not exist": {
      files: ORDERS,
      run: "score orders.csv --rejects results/rejected.csv",
      status: 5,
      says: ["results/rejected.csv: the folder does not exist"],
      advises: ["--rejects"],
      isWhole: true,
    },
    "the export that is read": {
      files: ORDERS,
      run: "score orders.csv -o orders.csv",
      status: 2,
      says: ["orders.csv"],
      isWhole: true,
    },
    "the same file twice": {
      files: ORDERS,
      run: "score orders.csv -o out.csv --rejects out.csv",
      status: 2,
      says: ["--rejects"],
      isWhole: true,
    },
    "a file in the place of a folder of lists": {
      files: ORDERS,
      run: "lists orders.csv --out orders.csv",
      status: 5,
      says: ["orders.csv: is a file, not a folder"],
      advises: ["--out"],
      isWhole: true,
    },
  },
  config: {
    "none in the folder": { run: "run", status: 2, says: ["no rfm.config.yaml in this folder"], isWhole: true },
    "without a version": config("exports: orders.csv\n", "a.yaml: line 1: no version: add version: 1"),
    "of a later version": config("version: 9\n", "a.yaml: line 1: the config's version is 9"),
    "with an unknown command": config(
      `${CONFIG}outputs:\n  - { command: scroe, file: a.csv }\n`,
      '"scroe" makes no output',
    ),
    "with an unknown key": config(`${CONFIG}outputs:\n  - { command: score, fil: a.csv }\n`, "a.yaml:"),
    "that is no YAML": config(`${CONFIG}reading: { amount: [1\n`, "a.yaml:"),
    "that names an export that does not exist": {
      files: { "a.yaml": `${CONFIG}outputs:\n  - { command: score, file: a.csv }\n` },
      run: "run a.yaml --dry-run --quiet",
      status: 3,
      says: ["orders.csv: no such file or folder"],
      isWhole: true,
    },
  },
  join: {
    "a column that the table lacks": {
      files: { ...ORDERS, "items.csv": "id,x\n1,2\n" },
      run: "score orders.csv --join items.csv:a=b",
      status: 3,
      says: ['items.csv: no column "a" for --join items.csv (found: id, x)'],
      advises: ["did you mean"],
    },
    "a table that does not exist": {
      files: ORDERS,
      run: "score orders.csv --join items.csv:a=b",
      status: 3,
      says: ["items.csv: no such file"],
      advises: ["check the path"],
    },
  },
  "typed files": {
    "a list that is cut short": {
      files: one('[{"id":1},\n'),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: the list of records is cut short"],
      advises: ["copy the file again"],
    },
    "a record without keys": {
      files: one("\uFEFF{}"),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: the records have no keys"],
      advises: ["export the orders again"],
    },
    "settings, not records": {
      files: one('{\n "id": 1\n}\n'),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: this is one JSON object, not a list of records"],
      advises: ["a list of records"],
    },
    "a line that is no JSON": {
      files: { "orders.ndjson": '{"order_id":1,"customer":"a"}\n{"order_id":2,\n' },
      run: "score orders.ndjson",
      status: 3,
      says: ["orders.ndjson: line 2 is not valid JSON"],
      advises: ["one record per line"],
    },
    "a workbook that is cut short": {
      files: { "orders.xlsx": bytes(0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0, 8, 0, 0, 0) },
      run: "score orders.xlsx",
      status: 3,
      says: ["orders.xlsx: the workbook is damaged: it is cut short"],
      advises: ["copy or download the file again"],
    },
    "a workbook under another name": {
      files: one(bytes(0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0, 8, 0, 0, 0)),
      run: "score orders.csv",
      status: 3,
      says: ["orders.csv: the workbook is damaged"],
      advises: ["copy or download the file again"],
    },
    "an old workbook": {
      files: { "orders.xls": bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) },
      run: "score orders.xls",
      status: 3,
      says: ["orders.xls: this is an old spreadsheet workbook (.xls)"],
      advises: ["save it as .xlsx or CSV"],
    },
    "a Parquet file that is cut short": {
      files: { "orders.parquet": "PAR1" },
      run: "score orders.parquet",
      status: 3,
      says: ["orders.parquet: the Parquet file is damaged or cut short"],
      advises: ["copy the file again"],
    },
    "a sheet of no workbook": {
      files: ORDERS,
      run: "score orders.csv --sheet Later",
      status: 2,
      says: ["--sheet Later: none of the files is a workbook"],
      advises: ["leave the option out"],
    },
  },
};

describe.concurrent.each(Object.entries(CLASSES))("bad input: %s", (_, cases) => {
  it.for(Object.entries(cases))(
    "%s",
    async ([, { files = {}, run, stdin, isWhole = false, ...refusal }], { folder }) => {
      await folder.write(files);
      if (!isWhole) return expectRefused(folder, run, refusal);
      const before = await folder.list();
      const { status, stdout, stderr } = await folder.rfm(run, stdin === undefined ? {} : { stdin });
      expectMessage(stderr, refusal);
      expect([status, stdout]).toEqual([refusal.status, ""]);
      expect(await folder.list()).toEqual(before);
    },
  );
});

describe.concurrent("bad input", () => {
  it.for([
    ["ordres.csv", ["inspect", "orders", "segments", "retention", "report"]],
    ["mistyped.csv", ["segments", "retention", "report"]],
  ] as const)("is refused in the same words whatever the command: %s", async ([file, commands], { folder }) => {
    await folder.write({ "mistyped.csv": rowsOf("1,a,2026-01-03,10", "2,b,2062-01-04,20", "3,c,2026-01-05,30") });
    const refused = await folder.rfm(`score ${file}`);
    expect(refused.status).toBe(3);
    for (const command of commands) expect(await folder.rfm(`${command} ${file}`)).toEqual(refused);
  });

  it("is a result of this program that is given as an export", async ({ folder }) => {
    await folder.write(ORDERS);
    await folder.rfm("report orders.csv -o report.json");
    await folder.rfm("score orders.csv -o scores.ndjson --save-model model.json");
    for (const file of ["report.json", "scores.ndjson", "model.json"]) {
      const { status, stderr } = await folder.rfm(`segments ${file}`);
      expect(stderr).toContain(
        `${file}: this is JSON that rfm wrote: a result, not an order export\nhint: name the exp`,
      );
      expect(status).toBe(3);
    }
  });
});
