/** What messages advise can be done: every option that a command's notes and errors name is one of its own. */
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { inFolder, runRfm } from "../support/in-process.ts";

const json = (value: unknown): string => JSON.stringify(value);
const days = [1, 5, 9, 14, 20, 28];

/** Exports about which there is something to say. */
const INPUTS: Readonly<Record<string, string>> = {
  "lists-inside.json": json(
    days.map((day) => ({
      ...{ id: day, date: `2026-01-${10 + day}`, customer_id: `c${day % 3}`, total: day + 0.5 },
      ...{ items: [{ sku: "A" }], taxes: [{ rate: 1 }] },
    })),
  ),
  "several-lists.json": json({ orders: [{ id: 1 }], customers: [{ id: 2 }] }),
  "names-only.csv": `name,date,amount\n${days.map((day) => `Anna ${day % 2},2026-01-${10 + day},${day}.10`).join("\n")}\n`,
  "partly.csv": `order,customer,date,total,status\n${days.map((day) => `${day},c${day % 3},2026-01-${10 + day},${day}.10,partially refunded`).join("\n")}\n`,
  "open-dates.csv": `order,customer,date,total\n1,anna,01/02/2026,5.00\n2,ben,02/02/2026,6.00\n`,
  "unknown-status.csv": `order,customer,date,total,status\n1,anna,2026-01-01,5.00,zorp\n2,ben,2026-02-02,6.00,paid\n`,
  "customers.csv": `customer_id,orders,total_spent,last_order\na,2,10.00,2024-01-05\nb,1,5.00,2024-02-05\n`,
};

/** What commands need beside the exports. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  explain: ["--id", "c1"],
  lists: ["--out", "lists"],
  profile: ["--by", "country"],
};

const MESSAGE_START = /^(?:rfm|hint|note|warning): /;

/** The options that messages name, each with the command that they are advised for. */
function advised(text: string, own: string): readonly { readonly command: string; readonly option: string }[] {
  return text
    .split("\n")
    .filter((line) => MESSAGE_START.test(line) || line.startsWith("  "))
    .flatMap((line) =>
      [...line.matchAll(/--[a-z][a-z-]*/g)].map(({ 0: option, index }) => {
        const clause = line.slice(0, index).split(/[;,:]/).at(-1) ?? "";
        return { command: [...clause.matchAll(/\brfm ([a-z]+)/g)].at(-1)?.[1] ?? own, option };
      }),
    );
}

const known = new Map<string, Promise<ReadonlySet<string>>>();

/** The options of a command, by its help. */
function optionsOf(name: string): Promise<ReadonlySet<string>> {
  const found = known.get(name) ?? helpOf(name);
  known.set(name, found);
  return found;
}

async function helpOf(name: string): Promise<ReadonlySet<string>> {
  const { stdout } = await runRfm([name, "--help"]);
  return new Set([...stdout.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
}

describe("options that messages advise", () => {
  it("are those of the command, of every command", async () => {
    await inFolder(INPUTS, async (folder) => {
      const advisedBy = new Set<string>();
      for (const { name } of COMMANDS) {
        for (const file of Object.keys(INPUTS)) {
          const { stderr } = await runRfm([name, file, ...(MORE[name] ?? [])], folder);
          for (const { command, option } of advised(stderr, name)) {
            advisedBy.add(name);
            expect([...(await optionsOf(command))], `${name} ${file}: ${stderr}`).toContain(option);
          }
        }
      }
      expect(advisedBy.size).toBeGreaterThan(12);
    });
  }, 60_000);
});
