import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { activeCustomersByPeriod } from "../../src/analysis/retention/active-customers.ts";
import { retentionByPeriod } from "../../src/analysis/retention/retention-by-period.ts";
import { parseDay } from "../../src/basics/calendar/days.ts";
import { readOrders } from "../../src/index.ts";
import { RETENTION_TOPIC } from "../../src/render/documents/retention-topic.ts";
import { runRfm } from "../support/in-process.ts";

const ROOT = new URL("../../", import.meta.url);
const FIXTURE = "fixtures/retention/ten-customers/input.csv";

async function textOf(path: string): Promise<string> {
  return readFile(new URL(path, ROOT), "utf8");
}

/** The page with the padding of its tables taken out. */
async function unpaddedPage(): Promise<string> {
  return (await textOf("docs/retention.md")).replace(/ {2,}/g, " ");
}

describe("docs/retention.md", () => {
  it("shows what each of its commands prints", async () => {
    const page = await textOf("docs/retention.md");
    const examples = [...page.matchAll(/```\n\$ rfm (.*)\n([\s\S]*?)\n```/g)];
    expect(examples.length).toBe(3);
    for (const [, command = "", printed = ""] of examples) {
      const { stdout } = await runRfm(command.split(" "), ROOT.pathname);
      expect(printed).toBe(stdout.trimEnd());
    }
  });

  it("lists the orders of its fixture, customer by customer", async () => {
    const page = await unpaddedPage();
    const months = ["2025-12", "2026-01", "2026-02"];
    const rows = [...page.matchAll(/^\| (\w+) \| ([\d.]*) ?\| ([\d.]*) ?\| ([\d.]*) ?\|$/gm)];
    const told = rows.flatMap(([, customer, ...amounts]) =>
      amounts.flatMap((amount, at) => (amount === "" ? [] : [`${customer} ${months[at]} ${amount}`])),
    );
    const [, ...lines] = (await textOf(FIXTURE)).trimEnd().split("\n");
    const held = lines.map((line) => {
      const [, customer, day = "", amount] = line.split(",");
      return `${customer} ${day.slice(0, 7)} ${amount}`;
    });
    expect(told.toSorted()).toEqual(held.toSorted());
  });

  it("works its three rates out of the same counts as the program, and so does the help topic", async () => {
    const { orders } = await readOrders([FIXTURE], {}, { cwd: ROOT.pathname });
    const asOf = parseDay("2026-02-28") ?? 0;
    const table = retentionByPeriod(orders, { asOf });
    const february = table.rows.at(-1);
    const active = activeCustomersByPeriod(orders, table, { asOf, activeWithin: { count: 1, unit: "months" } }).rows.at(
      -1,
    );
    const [kept, before, added] = [february?.retained ?? 0, february?.before ?? 0, february?.new ?? 0];
    const end = active?.activeEnd ?? 0;
    const page = await unpaddedPage();
    const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
    expect(page).toContain(`| kept / before | ${kept} / ${before} = ${percent(kept / before)} |`);
    expect(page).toContain(`| (E − N) / S | (${end} − ${added}) / ${before} = ${percent((end - added) / before)} |`);
    expect(page).toContain(
      `| (start − new) / start | (${before} − ${added}) / ${before} = ${percent((before - added) / before)} |`,
    );
    expect(active?.textbookRetentionRate).toBe((end - added) / before);
    expect(RETENTION_TOPIC).toMatch(/kept \/ before +3 \/ 5 += +60%/);
    expect(RETENTION_TOPIC).toMatch(/\(E - N\) \/ S +\(8 - 3\) \/ 5 += 100%/);
    expect(RETENTION_TOPIC).toMatch(/\(start - new\) \/ start +\(5 - 3\) \/ 5 += +40%/);
    expect([kept, before, added, end]).toEqual([3, 5, 3, 8]);
    expect(page).toContain(`200 / 240 = ${percent(february?.netRevenueRetention ?? 0)}`);
    expect(page).toContain(`150 / 240 = ${percent(february?.grossRevenueRetention ?? 0)}`);
  });
});
