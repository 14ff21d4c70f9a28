import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../scenario.ts";
import { writeFile } from "./write-file.ts";

/** A generated file. */
export interface KeptFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The file of a scenario with about so many rows: made now, or kept from before where the generator has not changed. */
export function keptFile(scenario: Scenario, rows: number, folder: string, log: (line: string) => void): KeptFile {
  const path = join(folder, `${scenario.name}-${rows}.csv`);
  const stamp = `${path}.json`;
  const generator = generatorHash();
  if (existsSync(path) && existsSync(stamp)) {
    const kept: unknown = JSON.parse(readFileSync(stamp, "utf8"));
    if (isStamp(kept) && kept.generator === generator && kept.bytes === statSync(path).size) {
      return { path, rows: kept.rows, bytes: kept.bytes };
    }
  }
  log(`making ${path}`);
  mkdirSync(folder, { recursive: true });
  const written = writeFile(path, rows, scenario);
  writeFileSync(stamp, JSON.stringify({ generator, ...written }));
  return { path, ...written };
}

function isStamp(value: unknown): value is { generator: string; rows: number; bytes: number } {
  return typeof value === "object" && value !== null && "generator" in value && "rows" in value && "bytes" in value;
}

/** A hash of the programs that make files: those of this folder, and the lists of scenarios. */
function generatorHash(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const own = readdirSync(here).map((name) => join(here, name));
  const around = readdirSync(join(here, "..")).filter((name) => /^(?:scenarios?|shop-scenarios|random)\./.test(name));
  const hash = createHash("sha256");
  for (const path of [...own, ...around.map((name) => join(here, "..", name))].toSorted())
    hash.update(readFileSync(path));
  return hash.digest("hex");
}
