import { join } from "node:path";
import { keptFile } from "../files/kept-file.ts";
import { median } from "../report/ratios.ts";
import { markdownTable } from "../report/table.ts";
import type { Scenario } from "../scenario.ts";
import { SCENARIOS } from "../scenarios.ts";
import type { MeasureOptions } from "./measure-scenario.ts";
import { runProcess } from "./run-process.ts";

/** Median seconds from start to exit of programs that have next to nothing to do. */
export interface StartUp {
  readonly node: number;
  readonly version: number;
  /** The whole job on a file of 10,000 rows. */
  readonly smallFile: number;
}

const RUNS = 15;
const SMALL = 10_000;

/** Measures `node -e 0`, `rfm --version` and `rfm score` of a small file, in turn. */
export async function measureStartUp({ root, folder, log }: Omit<MeasureOptions, "runs">): Promise<StartUp> {
  const { path } = keptFile(SCENARIOS[0] as Scenario, SMALL, folder, log);
  const rfm = join(root, "bin/rfm.js");
  const output = join(folder, "start-up.scores.csv");
  const seconds = { node: [] as number[], version: [] as number[], smallFile: [] as number[] };
  for (let round = 0; round < RUNS; round += 1) {
    const run = async (args: readonly string[]): Promise<number> =>
      (await runProcess({ program: process.execPath, args, stdout: output })).wall;
    seconds.node.push(await run(["-e", "0"]));
    seconds.version.push(await run([rfm, "--version"]));
    seconds.smallFile.push(await run([rfm, "score", path, "--format", "csv"]));
  }
  return { node: median(seconds.node), version: median(seconds.version), smallFile: median(seconds.smallFile) };
}

export function startUpTable({ node, version, smallFile }: StartUp): string {
  const milliseconds = (value: number): string => `${Math.round(value * 1000)} ms`;
  return markdownTable(
    [`start-up, median of ${RUNS}`, "wall", ""],
    [
      ["`node -e 0`", milliseconds(node), ""],
      ["`rfm --version`", milliseconds(version), `${(version / node).toFixed(2)} × \`node -e 0\``],
      [
        "`rfm score`, 10,000 rows",
        milliseconds(smallFile),
        `${milliseconds(smallFile - version)} more than \`rfm --version\``,
      ],
    ],
  );
}
