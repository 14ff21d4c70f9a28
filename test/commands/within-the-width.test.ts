/** What the terminal shows is no wider than it is, in every language: a wider line wraps anywhere, and a table with it. */
import { describe, expect, it } from "vitest";
import { cellWidth } from "../../src/render/terminal/cells.ts";
import { inFolder, runRfm } from "../support/in-process.ts";

const COMMANDS = [
  "report two-years.csv",
  "report two-years.csv --full",
  "segments two-years.csv",
  "compare two-years.csv --from 2023-12-31",
  "explain two-years.csv --id 顧客７",
  "retention two-years.csv --per-segment",
  "cohorts two-years.csv --measure cumulative",
  "forecast two-years.csv --format table",
  "inspect two-years.csv",
  "schemes standard",
];

/** 60 customers with names in letters of two cells, who come every three to seven weeks; the last order of every third is half a year ago. */
function twoYears(): string {
  const rows = Array.from({ length: 60 }, (_, customer) => {
    const last = customer % 3 === 0 ? 550 : 730;
    const every = 20 + (customer % 29);
    return Array.from({ length: Math.floor(last / every) }, (_unused, order) => {
      const day = new Date(Date.UTC(2023, 0, 1 + last - order * every)).toISOString().slice(0, 10);
      const name = String(customer).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      return `${customer}-${order},顧客${name},${day},${1000 + ((customer * 7 + order) % 90)}.50 EUR`;
    });
  }).flat();
  return `${["order_id,customer_id,date,amount", ...rows].join("\n")}\n`;
}

/** A command to copy stays on one line. */
function isCommand(line: string): boolean {
  return /^ *rfm (?:report|lists) /.test(line);
}

describe.each(["en", "fi", "sv", "de"])("a terminal of 80 columns, in %s", (lang) => {
  it.each(COMMANDS)("has room for all that rfm %s shows", async (command) => {
    await inFolder({ "two-years.csv": twoYears() }, async (folder) => {
      const { status, stdout, stderr } = await runRfm([...command.split(" "), "--lang", lang], folder);
      expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
      expect(stdout.split("\n").filter((line) => !isCommand(line) && cellWidth(line) > 80)).toEqual([]);
    });
  });
});
