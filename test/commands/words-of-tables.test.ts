/** What is said of a table in a database, doubtful ones too: never that it is an export or a file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OF_FILES as OF_FILES_ONLY } from "../../src/cli/engine-request.ts";
import { flagOf } from "../../src/options/option.ts";
import { runRfm } from "../support/in-process.ts";
import { type MemoryOrder, memoryEngine } from "../support/memory-engine.ts";
import { MEMORY_SHOP } from "../support/memory-shop.ts";

const SOURCE = ["postgres://db.example.com/shop", "--table", "orders"];
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total"];

const order = (customer: string, day: string, amount = 10): MemoryOrder => ({ customer, day, amount });

/** Tables of which there is something to be said. */
const TABLES: Readonly<Record<string, readonly MemoryOrder[]>> = {
  shop: MEMORY_SHOP,
  "a month without an order": MEMORY_SHOP.filter(({ day }) => !day.startsWith("2024-05")),
  "days of one month": MEMORY_SHOP.filter(({ day }) => day.startsWith("2024-05")),
  "nobody came back": MEMORY_SHOP.map(({ day }, at) => order(`customer-${at}`, day)),
  "one customer": [order("anna", "2024-01-05"), order("anna", "2024-03-07", -3)],
  "ids that differ by capitals": [order("anna", "2024-01-05"), order("Anna", "2024-03-07"), order("ben", "2024-02-02")],
  "refunds only": [order("anna", "2024-01-05", -5)],
  "one large customer": [...MEMORY_SHOP, order("whale", "2024-04-05", 100_000)],
  "a day far ahead": [...MEMORY_SHOP, order("anna", "2034-03-07")],
};

const COMMANDS: readonly (readonly string[])[] = [
  ["score", "--format", "table"],
  ["segments"],
  ["retention"],
  ["retention", "--period", "week"],
  ["cohorts"],
  ["compare", "--from", "-1m"],
  ["report", "--format", "md"],
  ["report", "--format", "html"],
];

const OF_FILES: Readonly<Record<string, RegExp>> = {
  en: /[^.\n]*\b(?:exports?|files?)\b[^.\n]*/giu,
  fi: /[^.\n]*\b(?:tiedosto|vienti)\p{L}*[^.\n]*/giu,
  sv: /[^.\n]*\b(?:export|fil(?:en|er|erna)?\b)\p{L}*[^.\n]*/giu,
  de: /[^.\n]*\b(?:Export|Datei)\p{L}*[^.\n]*/gu,
};

/** Options that no advice for a table may name. */
const REFUSED: ReadonlySet<string> = new Set(OF_FILES_ONLY.map(flagOf));

/** What the page says of itself. */
const OF_THE_PAGE =
  /This page is one file|Sivu on yksi tiedosto|Sidan är en enda fil|Diese Seite ist eine einzige Datei/;

/** In English each table is asked by every command, in other languages by every second one; by every one in the long run. */
function commandsFor(lang: string, table: string): typeof COMMANDS {
  if (lang === "en" || process.env["RFM_LONG_TESTS"] === "1") return COMMANDS;
  const turn = Object.keys(OF_FILES).indexOf(lang) + Object.keys(TABLES).indexOf(table);
  return COMMANDS.filter((_, at) => (at + turn) % 2 === 0);
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-words-of-tables-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(Object.keys(OF_FILES))("in %s", (lang) => {
  it.each(Object.keys(TABLES))("nothing speaks of files where the table has %s", async (name) => {
    const openEngine = memoryEngine(TABLES[name] ?? []);
    const [found, refused]: [string[], string[]] = [[], []];
    for (const [command = "", ...options] of commandsFor(lang, name)) {
      const line = [command, ...SOURCE, ...COLUMNS, ...options, "--lang", lang];
      const { stdout, stderr } = await runRfm(line, folder, { openEngine });
      const text = `${stdout.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, " ").replace(OF_THE_PAGE, "")}\n${stderr}`;
      found.push(...[...text.matchAll(OF_FILES[lang] as RegExp)].map(([said]) => `${command}: ${said.trim()}`));
      refused.push(
        ...[...text.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option).filter((one) => REFUSED.has(one)),
      );
    }
    expect(found).toEqual([]);
    expect(refused, "options that a table is not read with").toEqual([]);
  });
});

it("says of one large customer how to leave it out by the column of customers", async () => {
  const openEngine = memoryEngine(TABLES["one large customer"] ?? []);
  const { stderr } = await runRfm(["segments", ...SOURCE, ...COLUMNS], folder, { openEngine });
  expect(stderr).toContain('can be left out with --where "customer_id!=ID"');
});
