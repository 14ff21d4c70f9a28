/** Pinned means pinned: what inspect prints and what init writes read the exports as the options did. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flagOf } from "../../src/options/option.ts";
import { runReadingOptions } from "../../src/options/reading-options.ts";
import { asOfOption } from "../../src/options/scoring-options.ts";
import { runRfm } from "../support/in-process.ts";
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

async function withShop(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-pinned-"));
  try {
    for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
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
      expect(pinned.stdout, command).toBe(plain.stdout);
      expect(pinned.status).toBe(0);
    });
  });

  it.each(CASES)("and the config of rfm init with --%s on %s, too", { timeout: 30_000 }, async (_name, on, options) => {
    await withShop(async (folder) => {
      expect((await runRfm(["init", on, ...options], folder)).status).toBe(0);
      const run = await runRfm(["run"], folder);
      expect(run.status, run.stderr).toBe(0);
      const plain = await runRfm(["score", on, ...options], folder);
      expect(await readFile(join(folder, "rfm-out/latest/scores.csv"), "utf8")).toBe(plain.stdout);
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
