/** Pinned means pinned: what inspect prints and what init writes read the exports as the options did. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flagOf } from "../../src/options/option.ts";
import { runReadingOptions } from "../../src/options/reading-options.ts";
import { asOfOption } from "../../src/options/scoring-options.ts";
import { inFolder, runRfm } from "../support/in-process.ts";
import { writeWorkbook } from "../support/write-workbook.ts";
import { shopFiles } from "./shop.ts";
import { TRIALS } from "./trials.ts";

/** The words of a command line as a shell splits it; only single quotes are used. */
function shellWords(line: string): readonly string[] {
  return (line.match(/(?:'[^']*'|\\'|[^\s'])+/g) ?? []).map((word) =>
    word.replace(/'([^']*)'|\\'/g, (_, inner: string | undefined) => inner ?? "'"),
  );
}

/** Values with which the shop's export can be read, where the trial shows that it cannot. */
const READABLE: Readonly<Record<string, string>> = {
  preset: "generic",
  "currency-column": "currency",
  delimiter: ",",
  encoding: "utf-8",
};

/** Every reading option of files as it is tried, where exports can be read with it; inspect and init ask no database. */
const CASES = [...runReadingOptions, asOfOption].flatMap((option): readonly (readonly [string, string, string[]])[] => {
  const { values: tried, with: extra = [], on = "shop.csv" } = TRIALS[option.name] ?? {};
  if (option.needs?.names.every((name) => !extra.includes(`--${name}`)) === true) return []; // nothing to pin
  const readable = READABLE[option.name];
  const values = readable === undefined ? tried : [readable];
  const own = values === undefined ? [flagOf(option)] : values.flatMap((one) => [flagOf(option), one]);
  return [[option.name, on, [...extra, ...own]]];
});

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const SOLD = lines("order_id,customer_id,order_date,status", "1,a,2024-01-15,paid", "2,b,2024-01-20,paid");

/** Exports that are understood in their own ways each, by nothing but their data. */
const SHOPS: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
  "people without ids": {
    "a.csv": lines(
      "order_id,first_name,last_name,order_date,total",
      "1,Anna,Aho,2024-01-15,5.00",
      "2,Anna,Berg,2024-01-16,6.00",
      "3,Cid,Aho,2024-01-17,7.00",
    ),
  },
  "amounts in cents beside the orders": {
    "orders.csv": SOLD,
    "payments.csv": lines("payment_id,order_id,amount_cents", "p1,1,1000", "p2,2,2050"),
  },
  "amounts beside the orders that are written otherwise": {
    "orders.csv": SOLD,
    "payments.csv": Buffer.from(
      lines("payment_id;order_id;amount;payer", "p1;1;1.000,50;M\u00e4ki", "p2;2;20,50;Aho"),
      "latin1",
    ),
  },
  "refunds of quantities beside their money": {
    "orders.csv": lines(
      "order_id,date,customer_id,sku,quantity,price",
      "1,2024-01-01,a,s1,2,25.00",
      "1,2024-01-01,a,s2,1,10.00",
      "2,2024-01-02,b,s1,2,25.00",
    ),
    "refunds.csv": lines("refund_id,order_id,date,sku,quantity,amount", "r1,1,2024-02-20,s1,2,50.00"),
  },
  "refunds with another mark, other dates and cells": {
    "orders.csv": lines(
      "order_id,date,customer_id,amount",
      "1,13/01/2024,a,100.00",
      "2,14/02/2024,b,100.50",
      "3,05/03/2024,a,100.00",
    ),
    "refunds.csv": lines("refund_id;order_id;date;amount", "r1;1;03/25/2024;30,50", "r2;2;02/03/2024;1.000,00"),
  },
  "refunds in cents": {
    "orders.csv": lines("order_id,date,customer_id,amount", "1,2024-01-13,a,100.00", "2,2024-01-14,b,50.00"),
    "refunds.csv": lines("refund_id,order_id,date,amount_cents", "r1,1,2024-02-01,3050"),
  },
  "orders in cents, and refunds that are not": {
    "orders.csv": lines("order_id,date,customer_id,total_cents", "1,2024-01-13,a,10000", "2,2024-01-14,b,5000"),
    "refunds.csv": lines("refund_id,order_id,date,amount", "r1,1,2024-02-01,30.50"),
  },
  "orders by seconds, and refunds by days": {
    "orders.csv": lines("order_id,date,customer_id,amount", "1,1705104000,a,100.00", "2,1705190400,b,50.00"),
    "refunds.csv": lines("refund_id,order_id,date,amount", "r1,1,2024-02-01,30.50"),
  },
  "payments and refunds with another mark": {
    "orders.csv": SOLD,
    "payments.csv": lines("payment_id,order_id,amount", "p1,1,1000.50", "p2,2,20.50"),
    "refunds.csv": lines("refund_id;order_id;date;amount", "r1;1;2024-02-01;30,50"),
  },
  "orders and refunds on sheets of a workbook": {
    "shop.xlsx": writeWorkbook({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["order_id", "date", "customer_id", "amount"],
            [1, { date: 46_023 }, "a", 100.5],
            [2, { date: 46_024 }, "b", 50],
          ],
        },
        {
          name: "Refunds",
          rows: [
            ["refund_id", "order_id", "date", "amount"],
            ["r1", 1, { date: 46_033 }, 30.5],
          ],
        },
      ],
    }),
  },
  "bytes that are no UTF-8": {
    "a.csv": Buffer.concat([
      Buffer.from("order_id,customer,order_date,total\n1,Märta,2024-01-15,5.00\n2,Jo"),
      Buffer.from([0xeb, 0x2c]),
      Buffer.from("2024-01-16,6.00\n"),
    ]),
  },
  "refunded orders, of which some take money back": {
    "a.csv": lines(
      "order_id,customer_id,order_date,total,status",
      "1,a,2024-01-15,5.00,refunded",
      "1,a,2024-01-16,-2.00,refunded",
      "2,b,2024-01-17,7.00,refunded",
      "3,c,2024-01-18,9.00,paid",
    ),
  },
};

/** A report without the commands that write lists: they name the options that were given. */
function withoutCommands(report: string): string {
  return report.replace(/^ *rfm lists (?:.|\n {2,})*?--out \S+$/gm, "rfm lists …");
}

async function withShop(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-pinned-"));
  try {
    for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Takes the outputs out of a config that only take time here: every output is made of the same reading. */
async function keepScoresOnly(path: string): Promise<void> {
  const config = await readFile(path, "utf8");
  const others = /^ {2}- \{ command: (?:segments|retention|report), .*\n/gm;
  expect(config.match(others)).toHaveLength(4);
  await writeFile(path, config.replace(others, ""));
}

describe("the pinned command line", () => {
  it.each(CASES)("with --%s on %s gives the bytes of the run", { timeout: 30_000 }, async (_name, on, options) => {
    await withShop(async (folder) => {
      const inspected = await runRfm(["inspect", on, ...options, "--format", "json"], folder);
      expect(inspected.status, inspected.stderr).toBe(0);
      const { command } = JSON.parse(inspected.stdout) as { command: string };
      const [, ...words] = shellWords(command);
      const plain = await runRfm(["report", on, ...options, "-q"], folder);
      const pinned = await runRfm([...words, "-q"], folder);
      expect(pinned.stderr, command).toBe(plain.stderr);
      expect(withoutCommands(pinned.stdout), command).toBe(withoutCommands(plain.stdout));
      expect(pinned.status).toBe(0);
    });
  });

  it.each(CASES)("and the config of rfm init with --%s on %s, too", { timeout: 30_000 }, async (_name, on, options) => {
    await withShop(async (folder) => {
      expect((await runRfm(["init", on, ...options], folder)).status).toBe(0);
      await keepScoresOnly(join(folder, "rfm.config.yaml"));
      const run = await runRfm(["run"], folder);
      expect(run.status, run.stderr).toBe(0);
      const plain = await runRfm(["score", on, ...options], folder);
      expect(await readFile(join(folder, "rfm-out/latest/scores.csv"), "utf8")).toBe(plain.stdout);
    });
  });

  it.each(Object.entries(SHOPS))("reads %s as they were read", async (_, files) => {
    await inFolder({}, async (folder) => {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
      const inspected = await runRfm(["inspect", ...Object.keys(files), "--format", "json"], folder);
      expect(inspected.status, inspected.stderr).toBe(0);
      const { command } = JSON.parse(inspected.stdout) as { command: string };
      const [, , ...words] = shellWords(command);
      const plain = await runRfm(["orders", ...Object.keys(files), "-q"], folder);
      const pinned = await runRfm(["orders", ...words, "-q"], folder);
      expect([pinned.status, pinned.stderr], command).toEqual([0, plain.stderr]);
      expect(pinned.stdout, command).toBe(plain.stdout);
      expect(plain.stdout).toContain(",true,");
    });
  });

  it("refuses in init what a run would refuse", async () => {
    await withShop(async (folder) => {
      for (const options of [
        ["--window-for", "fm"],
        ["--rates", "rates.csv"],
        ["--scheme", "no-such-scheme"],
        ["--cut-points", "r=1,2"],
        ["--amount", "total", "--quantity", "pieces"],
      ]) {
        const { status, stderr } = await runRfm(["init", "shop.csv", ...options], folder);
        expect(status, stderr).toBe(2);
      }
    });
  });
});
