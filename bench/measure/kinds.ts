import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keptFile } from "../files/kept-file.ts";
import { KINDS, type Kind, typedCopies } from "../files/typed-copies.ts";
import { medianOf, medianRatio } from "../report/ratios.ts";
import { markdownTable } from "../report/table.ts";
import type { Scenario } from "../scenario.ts";
import type { MeasureOptions } from "./measure-scenario.ts";
import { type Cost, runProcess } from "./run-process.ts";

/** What rfm takes for the same rows in each kind of file. */
export interface KindsResult {
  readonly title: string;
  readonly rows: number;
  readonly costs: Readonly<Record<Kind, readonly Cost[]>>;
}

/** More rows are not made into typed files here, for they are held in memory meanwhile. */
const MOST_TYPED_ROWS = 1_000_000;

/**
 * Lets rfm score the same rows as CSV, as JSON lines, as a JSON list and as Parquet, in turn.
 *
 * @throws Error where the results are not the same, byte by byte
 */
export async function measureKinds(
  scenario: Scenario,
  rows: number,
  { root, folder, runs, log }: MeasureOptions,
): Promise<KindsResult> {
  const kept = keptFile(scenario, Math.min(rows, MOST_TYPED_ROWS), folder, log);
  const copies = typedCopies(kept, log);
  const costs: Record<Kind, Cost[]> = { csv: [], ndjson: [], json: [], parquet: [] };
  for (let round = 0; round < runs; round += 1) {
    for (const kind of KINDS) {
      const stdout = join(folder, `scored-${kind}.csv`);
      const args = [join(root, "bin/rfm.js"), "score", copies[kind], "--format", "csv"];
      costs[kind].push(await runProcess({ program: process.execPath, args, stdout }));
    }
    const [expected, ...others] = KINDS.map((kind) => readFileSync(join(folder, `scored-${kind}.csv`)));
    if (others.some((other) => expected?.equals(other) !== true)) {
      throw new Error(`${scenario.title}: the scores of CSV, JSON and Parquet are not the same`);
    }
  }
  return { title: scenario.title, rows: kept.rows, costs };
}

/** What each kind of file takes, and how many times as much as the CSV file: above 1, more. */
export function kindsTable(results: readonly KindsResult[]): string {
  const rows = results.flatMap(({ title, rows: count, costs }) =>
    KINDS.map((kind) => {
      const cells = (["wall", "cpu", "memory"] as const).map((measure) => {
        const value = medianOf(costs[kind], measure);
        const ratio = medianRatio(costs[kind], costs.csv, measure);
        if (value === null || ratio === null) return "–";
        const text = measure === "memory" ? `${Math.round(value / 1e6)} MB` : `${value.toFixed(2)} s`;
        return kind === "csv" ? text : `${text} (${ratio.toFixed(2)} ×)`;
      });
      return [kind === "csv" ? `${title}: ${(count / 1e6).toFixed(2)} million rows` : "", kind, ...cells];
    }),
  );
  return markdownTable(["file", "kind", "wall", "processor", "peak memory"], rows);
}
