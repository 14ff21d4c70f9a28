/** Every option that names a column takes its place, too: `#5` gives what the name gives. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnOptions, marginOptions } from "../../src/options/column-options.ts";
import { runRfm } from "../support/in-process.ts";
import { shopFiles } from "./shop.ts";
import { TRIALS } from "./trials.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-places-"));
  for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
});

afterAll(() => rm(folder, { recursive: true }));

async function placeOf(name: string, file: string): Promise<string> {
  const [header = ""] = (await readFile(join(folder, file), "utf8")).split("\n", 1);
  const at = header.split(",").indexOf(name);
  expect(at, name).toBeGreaterThanOrEqual(0);
  return `#${at + 1}`;
}

async function output(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runRfm(args, folder);
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("a column by its place", () => {
  const roles = [...columnOptions, ...marginOptions].filter(({ kind }) => kind === "column").map(({ name }) => name);

  it.each(roles)("--%s", async (option) => {
    const { values = [], with: others = [], on = "shop.csv" } = TRIALS[option] ?? {};
    const [name = ""] = values;
    const run = (column: string): ReturnType<typeof runRfm> =>
      runRfm(["score", on, ...others, `--${option}`, column, "-q"], folder);
    const placed = await run(await placeOf(name, on));
    expect(placed).toEqual(await run(name));
    expect(`${placed.stdout}${placed.stderr}`).not.toBe("");
  });

  it("in conditions, kept columns and the columns of --by-first", async () => {
    const place = await placeOf("land", "shop.csv");
    const where = await output(["score", "shop.csv", "--where", `${place}=Sweden`]);
    expect(where).toBe(await output(["score", "shop.csv", "--where", "land=Sweden"]));
    const kept = await output(["score", "shop.csv", "--keep", place]);
    expect(kept.replace(place, "land")).toBe(await output(["score", "shop.csv", "--keep", "land"]));
    const first = await output(["cohorts", "shop.csv", "--by-first", place, "--format", "csv"]);
    expect(first).toBe(await output(["cohorts", "shop.csv", "--by-first", "land", "--format", "csv"]));
  });

  it("in lists: contact columns and consent", async () => {
    const [mail, news] = [await placeOf("other_email", "shop.csv"), await placeOf("newsletter", "shop.csv")];
    const list = async (email: string, consent: string, out: string): Promise<string> => {
      await output([
        "lists",
        "shop.csv",
        "--for",
        "mailchimp",
        "--email",
        email,
        "--consent",
        `${consent}=yes`,
        "--out",
        out,
      ]);
      return readFile(join(folder, out, "champions.csv"), "utf8");
    };
    const named = await list("other_email", "newsletter", "named");
    expect(named).toContain("x");
    expect(await list(mail, news, "placed")).toBe(named);
  });
});

describe("columns of one name", () => {
  const TWINS = "order_id,customer,date,Total,Total\n1,a,2026-01-02,5.00,4.00\n2,b,2026-01-03,7.00,6.00\n";

  it("are asked about with the names that tell them apart, and those are understood", async () => {
    await writeFile(join(folder, "twins.csv"), TWINS);
    const asked = await runRfm(["orders", "twins.csv"], folder);
    expect(asked.status).toBe(3);
    expect(asked.stderr).toContain(
      'two columns are named "Total" and differ (found: order_id, customer, date, Total, Total#2)',
    );
    expect(asked.stderr).toContain('hint: name the one that counts: --amount "Total#1" or --amount "Total#2"');
    const second = ["orders", "twins.csv", "--amount", "Total#2", "--amount-per", "order"];
    expect(await output(second)).toContain("1,a,2026-01-02,4.00");
    expect(await output(["inspect", ...second.slice(1)])).toContain("--amount 'Total#2'");
  });
});
