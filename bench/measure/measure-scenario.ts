import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { KeptFile } from "../files/kept-file.ts";
import type { Scenario } from "../scenario.ts";
import { differencesOf, type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { jobOf } from "./job.ts";
import type { Peer } from "./peers.ts";
import { type Cost, runProcess } from "./run-process.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** How a scenario is measured. */
export interface MeasureOptions {
  readonly root: string;
  readonly folder: string;
  readonly runs: number;
  readonly log: (line: string) => void;
}

/**
 * Lets all peers do the job on a file, in turn and in fresh processes, as often as asked for; each round begins with another
 * of them. Every result of every round is compared.
 *
 * @throws Error where two programs do not find the same customers, orders, sums and scores
 */
export async function measureScenario(
  scenario: Scenario,
  { path, rows, bytes }: KeptFile,
  peers: readonly Peer[],
  { root, folder, runs, log }: MeasureOptions,
): Promise<ScenarioResult> {
  warm(path);
  const reader = await readerOf(path, root, folder);
  const costs: Record<string, Cost[]> = Object.fromEntries(peers.map(({ name }) => [name, []]));
  let expected: Fingerprint | null = null;
  for (let round = 0; round < runs; round += 1) {
    for (const peer of inTurn(peers, round)) {
      const output = join(folder, `${scenario.name}.${peer.name}.scores.csv`);
      rmSync(output, { force: true });
      const cost = await runProcess(peer.command(jobOf(scenario, path, output)));
      const found = fingerprintOf(output);
      expected ??= found;
      refuseDifference(`${scenario.name}: ${peer.name}`, found, expected); // leaves the output there, to be looked at
      rmSync(output);
      costs[peer.name]?.push(cost);
      log(`${scenario.name}, round ${round + 1} of ${runs}: ${peer.name} ${cost.wall.toFixed(2)} s`);
    }
  }
  const { name, title } = scenario;
  const named = peers.map((peer) => ({ name: peer.name, version: peer.version }));
  return { name, title, rows, bytes, reader, customers: expected?.customers ?? 0, peers: named, costs };
}

/** Reads a file once, so that the first program does not pay for the disk. */
function warm(path: string): void {
  const file = openSync(path, "r");
  const block = Buffer.allocUnsafe(1 << 22);
  while (readSync(file, block) > 0);
  closeSync(file);
}

function inTurn<T>(list: readonly T[], first: number): readonly T[] {
  const start = list.length === 0 ? 0 : first % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function refuseDifference(who: string, found: Fingerprint, expected: Fingerprint): void {
  const differences = differencesOf(found, expected);
  if (differences.length > 0) throw new Error(`${who} found something else:\n  ${differences.join("\n  ")}`);
}

/** The reader that rfm takes for a file, as `rfm inspect` says. */
async function readerOf(path: string, root: string, folder: string): Promise<string> {
  const output = join(folder, "inspect.json");
  const args = [join(root, "bin/rfm.js"), "inspect", path, "--format", "json"];
  await runProcess({ program: process.execPath, args, stdout: output });
  return /read with the (\w+) reader/.exec(readFileSync(output, "utf8"))?.[1] ?? "unnamed";
}
