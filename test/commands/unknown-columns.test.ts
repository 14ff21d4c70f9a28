/** A column that no export has: the message says which option asked for it, and in a run of which output. */
import { mkdir, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { inFolder, runRfm } from "../support/in-process.ts";

const ORDERS =
  "order_id,customer_id,date,amount,Country\n1,a,2024-01-01,5,FI\n2,b,2024-02-01,7,SE\n3,a,2024-03-01,9,FI\n";

/** Commands, each with what the message says; every option that takes the name of a column is among them. */
const CALLS: readonly (readonly [call: string, said: string])[] = [
  ["score --keep Contry", 'no column "Contry" for --keep (found:'],
  ["cohorts --by-first Contry", 'no column "Contry" for --by-first (found:'],
  ["cohorts --by Contry --format csv", "--by Contry: unknown attribute or column"],
  ["repeat --by Contry --format csv", "--by Contry: unknown attribute or column"],
  ["profile --by Contry", "--by Contry: unknown attribute or column"],
  ["score --where Contry=FI", 'no column "Contry" for --where'],
  ["score --customer Contry", 'no column "Contry" for --customer'],
  ["score --order Contry", 'no column "Contry" for --order'],
  ["score --date Contry", 'no column "Contry" for --date'],
  ["score --amount Contry", 'no column "Contry" for --amount'],
  ["score --quantity Contry --price amount", 'no column "Contry" for --quantity'],
  ["score --status Contry", 'no column "Contry" for --status'],
  ["score --currency-column Contry", 'no column "Contry" for --currency-column'],
  ["score --margin Contry", 'no column "Contry" for --margin'],
  ["score --cost Contry", 'no column "Contry" for --cost'],
  ["lists --out l --email Contry", 'no column "Contry" for --email'],
  ["lists --out l --city Contry", 'no column "Contry" for --city'],
  ["lists --out l --consent Contry=FI", 'no column "Contry" for --consent'],
];

it.each(CALLS)("rfm %s", async (call, said) => {
  await inFolder({ "orders.csv": ORDERS }, async (folder) => {
    const [command = "", ...options] = call.split(" ");
    const { status, stderr } = await runRfm([command, "orders.csv", ...options], folder);
    expect(stderr).toContain(said);
    expect(stderr).toContain("Country");
    expect(status).toBe(3);
  });
});

const OUTPUTS: readonly (readonly [output: string, said: string])[] = [
  ["{ command: score, file: s.csv, keep: [Contry] }", 'no column "Contry" for --keep of s.csv (found:'],
  ["{ command: cohorts, file: c.csv, by-first: Contry }", 'no column "Contry" for --by-first of c.csv (found:'],
  ["{ command: cohorts, file: c.csv, by: Contry }", "c.csv: --by Contry: unknown attribute or column"],
  ["{ command: profile, file: p.csv, by: Contry }", "p.csv: --by Contry: unknown attribute or column"],
];

it.each(OUTPUTS)("rfm run with %s", async (output, said) => {
  const config = `version: 1\nexports: [in/*.csv]\noutputs: [{ command: score, file: ok.csv }, ${output}]\n`;
  await inFolder({ "rfm.config.yaml": config }, async (folder) => {
    await mkdir(`${folder}/in`);
    await writeFile(`${folder}/in/orders.csv`, ORDERS);
    const { status, stderr } = await runRfm(["run"], folder);
    expect(stderr).toContain(said);
    expect(status).toBe(3);
  });
});
