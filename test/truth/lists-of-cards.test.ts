/** The command on a card of the report, run as it stands, writes the customers that the card counts, with their revenue. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { yearsExport } from "../support/years-export.ts";

const [HEADER = "", ...ORDERS] = yearsExport().trim().split("\n");
/** The first ten weeks: too short to say who has lapsed. */
const YOUNG = [
  ...ORDERS.filter((row) => (row.split(",")[2] ?? "") < "2023-03-15"),
  ...Array.from(
    { length: 40 },
    (_, index) => `young-${index},young${index},2023-0${1 + (index % 2)}-17,${9 + index}.25`,
  ),
];
/** Some who ordered once, some longer ago than others, and some whose order was paid back. */
const ONCE = Array.from({ length: 40 }, (_, index) => {
  const day = new Date(Date.UTC(2024, 3, 1 + index * 6)).toISOString().slice(0, 10);
  return `once-${index},once${index},${day},${5 + index}.50`;
});
const REFUNDS = ["c1-0,c1,2024-12-31,-4.00", "once-3,once3,2024-04-20,-2.50"];

/** A card, as the JSON has it. */
interface Action {
  readonly group: string;
  readonly customers: number;
  readonly revenue: number;
  readonly command: string;
}

describe("the command of a card", () => {
  it.each([
    ["two years", [...ORDERS, ...ONCE, ...REFUNDS], "", ["lapsed", "segment", "ordered once"]],
    ["two years, other scores", [...ORDERS, ...ONCE, ...REFUNDS], "--levels 3 --window 18m", null],
    ["two years, another scheme", [...ORDERS, ...ONCE, ...REFUNDS], "--scheme putler --as-of 2024-11-30", null],
    ["ten weeks", YOUNG, "", ["best fifth", "ordered once"]],
  ] as const)("writes the card's customers and revenue: %s", async (_, rows, options, groups) => {
    const folder = await mkdtemp(join(tmpdir(), "rfm-cards-"));
    await mkdir(join(folder, "my exports"));
    await writeFile(join(folder, "my exports", "all.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    const line = options === "" ? [] : options.split(" ");
    const report = await runRfm(["report", "my exports/", ...line, "--format", "json"], folder);
    const { actions } = JSON.parse(report.stdout) as { readonly actions: readonly Action[] };
    if (groups !== null) expect(actions.map(({ group }) => group)).toEqual(groups);
    expect(actions.length).toBeGreaterThan(0);
    for (const { command, customers, revenue, group } of actions) {
      const [program, ...words] = (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) =>
        word.replaceAll(/^['"]|['"]$/g, ""),
      );
      expect(program).toBe("rfm");
      const { status, stderr } = await runRfm(words, folder);
      expect({ status, stderr, command }).toMatchObject({ status: 0 });
      const out = join(folder, words[words.indexOf("--out") + 1] ?? "");
      const written = (await readdir(out)).filter((name) => name.endsWith(".csv"));
      expect(written, group).toHaveLength(1);
      const list = parse(await readFile(join(out, written[0] ?? "")), { columns: true }) as Record<string, string>[];
      const cents = list.reduce((sum, { net_spend }) => sum + Math.round(Number(net_spend) * 100), 0);
      expect({ command, customers: list.length, cents }).toEqual({
        command,
        customers,
        cents: Math.round(revenue * 100),
      });
      expect(new Set(list.map(({ customer_id }) => customer_id)).size).toBe(customers);
    }
    await rm(folder, { recursive: true });
  });
});
