import { keptFile } from "../files/kept-file.ts";
import { medianOf } from "../report/ratios.ts";
import { markdownTable } from "../report/table.ts";
import { SCENARIOS, type Scenario } from "../scenarios.ts";
import { type MeasureOptions, measureScenario } from "./measure-scenario.ts";
import type { Peer } from "./peers.ts";
import type { ScenarioResult } from "./scenario-result.ts";

const SIZES = [1_000_000, 20_000_000];

/** The job on a small and a large file of the first scenario. */
export async function measureScaling(
  peers: readonly Peer[],
  options: MeasureOptions,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const rows of SIZES) {
    const scenario = SCENARIOS[0] as Scenario;
    const file = keptFile(scenario, rows, options.folder, options.log);
    results.push(await measureScenario(scenario, file, peers, options));
  }
  return results;
}

/** Rows per second and memory a row, by program, and how the speed on the large file compares with the small one's. */
export function scalingTable(results: readonly ScenarioResult[]): string {
  const peers = results[0]?.peers ?? [];
  const rows = peers.map(({ name }) => {
    const speeds = results.map((result) => result.rows / (medianOf(result.costs[name] ?? [], "wall") ?? Number.NaN));
    const memories = results.map((result) => medianOf(result.costs[name] ?? [], "memory"));
    const cells = results.map((_, size) => {
      const memory = memories[size] ?? null;
      return `${((speeds[size] ?? 0) / 1e6).toFixed(2)} million rows/s${memory === null ? "" : `, ${Math.round(memory / 1e6)} MB`}`;
    });
    return [name, ...cells, `${((speeds.at(-1) ?? 0) / (speeds[0] ?? 1)).toFixed(2)} ×`];
  });
  return markdownTable(
    ["scaling", ...results.map((result) => `${Math.round(result.rows / 1e6)} million rows`), "speed"],
    rows,
  );
}
