/** Runs the built program as a user would, with nothing in its environment but what a test names. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the program runs unless a test says otherwise. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(ROOT, "fixtures", "online-retail");

/** The six monthly exports of the fixture, by absolute path, oldest first. */
export const monthlyExports: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".csv.gz"))
  .sort()
  .map((name) => join(folder, name));

/** The fixture's folder. */
export const exportsFolder = folder;

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What `rfm` wrote to standard output; fails with its standard error when it does not exit with 0. */
export function rfm(args: readonly string[], { cwd = ROOT, env = {} }: Surroundings = {}): Promise<Buffer> {
  const options = {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", TZ: "UTC", ...env },
    encoding: "buffer",
    maxBuffer: 2 ** 28,
  } as const;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(ROOT, "bin", "rfm.js"), ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`rfm ${args.join(" ")}: ${error.message}\n${stderr.toString()}`));
    });
  });
}

/** Runs of the program, two at a time, each result under its name. */
export async function runAll<Name extends string>(
  runs: Readonly<Record<Name, () => Promise<Buffer>>>,
): Promise<Record<Name, Buffer>> {
  const waiting = Object.entries<() => Promise<Buffer>>(runs);
  const results: Record<string, Buffer> = {};
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all([work(), work()]);
  return results as Record<Name, Buffer>; // every name of `runs` has been awaited
}

/** The first line in which two outputs differ, or `null` where they are the same bytes. */
export function firstDifference(actual: Buffer, expected: Buffer): string | null {
  if (actual.equals(expected)) return null;
  const [actualLines, expectedLines] = [actual.toString("latin1").split("\n"), expected.toString("latin1").split("\n")];
  const index = expectedLines.findIndex((line, at) => line !== actualLines[at]);
  const at = index < 0 ? expectedLines.length : index;
  return `line ${at + 1}: ${JSON.stringify(actualLines[at])} instead of ${JSON.stringify(expectedLines[at])}`;
}
