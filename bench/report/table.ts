import { peopleCount } from "../../src/basics/text/words.ts";
import type { ScenarioResult } from "../measure/scenario-result.ts";
import { median, medianOf, medianRatio } from "./ratios.ts";

const UNKNOWN = "–";

/** The results as a Markdown table: rfm's medians, and below them how many times as much each peer takes. */
export function ratioTable(results: readonly ScenarioResult[]): string {
  const rows = results.flatMap((result) => [rfmRow(result), ...peerRows(result)]);
  return markdownTable(["file", "program", "wall", "processor", "peak memory"], rows);
}

/**
 * The worst and the median of what rfm takes against DuckDB over all files, one line a measure; empty where DuckDB was not
 * measured. Below 1, rfm takes less.
 */
export function worstLines(results: readonly ScenarioResult[]): string {
  const line = (measure: "wall" | "memory", name: string): string => {
    const ratios = results.flatMap(({ title, costs }) => {
      const theirs = medianRatio(costs["duckdb"] ?? [], costs["rfm"] ?? [], measure);
      return theirs === null ? [] : [{ title, ours: 1 / theirs }];
    });
    const [worst] = ratios.toSorted((a, b) => b.ours - a.ours);
    if (worst === undefined) return "";
    const middle = median(ratios.map(({ ours }) => ours));
    return `${name}: rfm takes at worst ${worst.ours.toFixed(2)} × DuckDB's (${worst.title}), ${middle.toFixed(2)} × in the median of ${ratios.length} files\n`;
  };
  return `${line("wall", "Wall time")}${line("memory", "Peak memory")}`;
}

function rfmRow({ title, rows, bytes, reader, costs }: ScenarioResult): readonly string[] {
  const own = costs["rfm"] ?? [];
  const seconds = (value: number | null): string => (value === null ? UNKNOWN : `${value.toFixed(2)} s`);
  return [
    `${title}: ${millions(rows)} rows, ${Math.round(bytes / 1e6)} MB`,
    `rfm (${reader} reader)`,
    seconds(medianOf(own, "wall")),
    seconds(medianOf(own, "cpu")),
    memoryText(medianOf(own, "memory")),
  ];
}

function peerRows({ costs, peers }: ScenarioResult): readonly (readonly string[])[] {
  const own = costs["rfm"] ?? [];
  return peers
    .filter(({ name }) => name !== "rfm")
    .map(({ name, version }) => {
      const ratio = (measure: "wall" | "cpu" | "memory"): string => {
        const value = medianRatio(costs[name] ?? [], own, measure);
        return value === null ? UNKNOWN : `${value.toFixed(2)} ×`;
      };
      return ["", `${name} ${version}`, ratio("wall"), ratio("cpu"), ratio("memory")];
    });
}

function memoryText(bytes: number | null): string {
  return bytes === null ? UNKNOWN : `${Math.round(bytes / 1e6)} MB`;
}

function millions(rows: number): string {
  return rows >= 1e6 ? `${Math.round(rows / 1e4) / 100} million` : peopleCount(rows);
}

/** A table that reads well as text too: columns are padded to their widest cell. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("");
}
