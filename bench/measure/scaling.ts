import { keptFile } from "../files/kept-file.ts";
import { medianOf } from "../report/ratios.ts";
import { markdownTable } from "../report/table.ts";
import type { Scenario } from "../scenario.ts";
import { SCENARIOS } from "../scenarios.ts";
import { type MeasureOptions, measureScenario } from "./measure-scenario.ts";
import type { Peer } from "./peers.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** The job on a small and a large file of the first scenario. */
export async function measureScaling(
  peers: readonly Peer[],
  sizes: readonly number[],
  options: MeasureOptions,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const rows of sizes) {
    const scenario = SCENARIOS[0] as Scenario;
    const file = keptFile(scenario, rows, options.folder, options.log);
    results.push(await measureScenario(scenario, file, peers, options));
  }
  return results;
}

/**
 * Rows per second and memory by program; how the speed on the largest file compares with the smallest one's, and the memory
 * that each row more takes.
 */
export function scalingTable(results: readonly ScenarioResult[]): string {
  const [smallest, largest] = [results[0], results.at(-1)];
  if (smallest === undefined || largest === undefined) return "";
  const rows = smallest.peers.map(({ name }) => {
    const speed = (result: ScenarioResult): number =>
      result.rows / (medianOf(result.costs[name] ?? [], "wall") ?? Number.NaN);
    const memory = (result: ScenarioResult): number | null => medianOf(result.costs[name] ?? [], "memory");
    const cells = results.map((result) => `${millions(speed(result))} rows/s, ${megabytes(memory(result))}`);
    const [less, more] = [memory(smallest), memory(largest)];
    const perRow =
      less === null || more === null || largest.rows === smallest.rows
        ? "–"
        : `${Math.round((more - less) / (largest.rows - smallest.rows))} bytes`;
    return [name, ...cells, `${(speed(largest) / speed(smallest)).toFixed(2)} ×`, perRow];
  });
  const sizes = results.map((result) => `${millions(result.rows)} rows`);
  return markdownTable(["scaling", ...sizes, "speed", "memory for a row more"], rows);
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(2)} million`;
}

function megabytes(bytes: number | null): string {
  return bytes === null ? "–" : `${Math.round(bytes / 1e6)} MB`;
}
