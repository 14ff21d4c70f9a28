import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { MeasureOptions } from "./measure-scenario.ts";

/** One way to score the orders of an engine, or of the file with the same rows. */
interface EngineFigure {
  readonly source: string;
  readonly case: string;
  /** What leaves the engine: nothing (`--into`), sums of customers, or all rows. */
  readonly way: string;
  readonly seconds: number;
  /** Bytes that came back; `null` where nobody counts them. */
  readonly bytes: number | null;
}

/** The figures of every engine that could be started. */
export interface EngineFigures {
  readonly orders: number;
  readonly figures: readonly EngineFigure[];
}

/** The least orders that are worth a measurement. */
const LEAST = 1_000_000;

/** Starts each engine that is here, as `npm run test:engines` does, which also compares all customers with the file's. */
export function measureEngines(rows: number, { root, folder, log }: MeasureOptions): EngineFigures {
  const orders = Math.max(LEAST, rows);
  const file = join(folder, "engines.json");
  log(`engines: ${orders} orders, each engine in turn`);
  const env = { ...process.env, RFM_SCALE_ORDERS: String(orders), RFM_SCALE_FIGURES: file };
  const { status } = spawnSync(process.execPath, [join(root, "scripts/test-engines.js"), "scale"], {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`the engines could not be measured: exit code ${String(status)}`);
  const results = JSON.parse(readFileSync(file, "utf8")) as EngineFigures;
  rmSync(file);
  return results;
}

/** The figures as a table of Markdown. */
export function enginesTable({ orders, figures }: EngineFigures): string {
  const count = (value: number): string => Math.round(value).toLocaleString("en");
  const rows = figures.map(({ source, case: what, way, seconds, bytes }) => {
    const back = bytes === null ? "" : `${(bytes / 1e6).toFixed(1)} MB`;
    return `| ${source} | ${what} | ${way} | ${seconds.toFixed(1)} s | ${count(orders / seconds)} | ${back} |`;
  });
  return [
    `${count(orders)} orders; “all rows” is without push-down: written out by the engine, and read as a file`,
    "",
    "| source | counted | leaves the engine | time | rows per second | came back |",
    "| --- | --- | --- | ---: | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
}
