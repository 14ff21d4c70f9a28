// npm run bench: see README.md in this folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { keptFile } from "./files/kept-file.ts";
import { enginesTable, measureEngines } from "./measure/engines.ts";
import { type KindsResult, kindsTable, measureKinds } from "./measure/kinds.ts";
import { type MeasureOptions, measureScenario } from "./measure/measure-scenario.ts";
import { findPeer, PEER_NAMES, type Peer, type PeerName } from "./measure/peers.ts";
import { measureScaling, scalingTable } from "./measure/scaling.ts";
import type { ScenarioResult } from "./measure/scenario-result.ts";
import { measureStartUp, startUpTable } from "./measure/start-up.ts";
import { type BenchOptions, parseOptions } from "./options.ts";
import { ratioTable, worstLines } from "./report/table.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

/** The repository; this program is compiled into its node_modules/.cache/rfm-bench/bench. */
const ROOT = resolve(import.meta.dirname, "../../../..");
/** The scenarios, with commas and no quotes, whose rows are also measured as JSON lines and as Parquet. */
const KINDS_OF: readonly string[] = ["narrow", "uuid-email"];
const FEW: readonly PeerName[] = ["rfm", "duckdb"];
/** Those that know of every scenario how its cells are written. */
const TOLD_EVERYTHING: readonly PeerName[] = [...FEW, "duckdb by order", "csv-parse"];

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** The peers that are here, by name; of the others it says why not. rfm is always there: it is what the others are compared with. */
function findPeers(wanted: readonly PeerName[]): ReadonlyMap<PeerName, Peer> {
  const found = new Map<PeerName, Peer>();
  for (const name of PEER_NAMES) {
    if (name !== "rfm" && !wanted.includes(name)) continue;
    const peer = findPeer(name, ROOT);
    if ("why" in peer) log(`${name} is left out: ${peer.why}`);
    else found.set(name, peer);
  }
  return found;
}

function peersOf(scenario: Scenario, { peers }: BenchOptions): readonly PeerName[] {
  const wanted = peers ?? (scenario.everyPeer ? PEER_NAMES : FEW);
  const able = wanted.filter((name) => scenario.isForFew !== true || TOLD_EVERYTHING.includes(name));
  return able.filter((name) => name !== "duckdb by order" || scenario.job.uniqueOrder !== null);
}

async function measureFiles(
  options: BenchOptions,
  found: ReadonlyMap<PeerName, Peer>,
  measure: MeasureOptions,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const scenario of SCENARIOS) {
    if (!options.scenario.includes(scenario.name)) continue;
    const file = keptFile(scenario, Math.max(1, Math.round(options.rows * scenario.share)), measure.folder, log);
    const wanted = peersOf(scenario, options);
    const peers = [...found.values()].filter(
      (peer) => peer.name === "rfm" || wanted.some((name) => name === peer.name),
    );
    results.push(await measureScenario(scenario, file, peers, measure));
  }
  return results;
}

async function bench(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), ROOT);
  const measure: MeasureOptions = { root: ROOT, folder: resolve(options.folder), runs: options.runs, log };
  mkdirSync(measure.folder, { recursive: true });
  const found = findPeers(options.peers ?? (options.parts.includes("files") ? PEER_NAMES : FEW));
  const figures: Record<string, unknown> = { machine: machineText(), runs: options.runs };
  print(`${machineText()}; median of ${options.runs} runs each, in turn; ratios are to rfm in the same round\n`);
  if (options.parts.includes("files")) {
    const results = await measureFiles(options, found, measure);
    figures["files"] = results;
    print(worstLines(results));
    print(ratioTable(results));
  }
  if (options.parts.includes("start-up")) {
    const startUp = await measureStartUp(measure);
    figures["startUp"] = startUp;
    print(startUpTable(startUp));
  }
  if (options.parts.includes("kinds")) {
    const results: KindsResult[] = [];
    for (const scenario of SCENARIOS) {
      if (!KINDS_OF.includes(scenario.name) || !options.scenario.includes(scenario.name)) continue;
      results.push(await measureKinds(scenario, options.rows, measure));
    }
    figures["kinds"] = results;
    print(kindsTable(results));
  }
  if (options.parts.includes("scaling")) {
    const results = await measureScaling(
      [...found.values()].filter(({ name }) => FEW.some((few) => few === name)),
      options.sizes,
      measure,
    );
    figures["scaling"] = results;
    print(scalingTable(results));
  }
  if (options.parts.includes("engines")) {
    const results = measureEngines(options.rows, measure);
    figures["engines"] = results;
    print(enginesTable(results));
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

function machineText(): string {
  const [first, ...others] = cpus();
  const cores = others.length + 1;
  return `${first?.model ?? "unknown processor"}, ${cores} ${cores === 1 ? "core" : "cores"}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}`;
}

try {
  await bench();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
