import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { PEER_NAMES, type PeerName } from "./measure/peers.ts";
import { SCENARIOS } from "./scenarios.ts";

const SIZES = [1_000_000, 20_000_000];
const FOLDER = "node_modules/.cache/rfm-bench/files";
const PARTS = ["files", "start-up", "scaling", "kinds", "engines"] as const;

/** What is to be measured. */
export interface BenchOptions {
  readonly rows: number;
  readonly runs: number;
  /** Names of scenarios. */
  readonly scenario: readonly string[];
  /** The peers of every scenario; where left out, each scenario's own. */
  readonly peers?: readonly PeerName[];
  readonly parts: readonly (typeof PARTS)[number][];
  /** Rows of the files that show how speed and memory grow, the smallest first. */
  readonly sizes: readonly number[];
  readonly folder: string;
  readonly json?: string;
}

/** Reads the command line; prints help and ends where it is asked for or wrong. */
export function parseOptions(words: readonly string[], root: string): BenchOptions {
  const names = SCENARIOS.map(({ name }) => name);
  const command = new Command("npm run bench --")
    .description("Measures rfm side by side with other programs that do the same whole job (bench/README.md).")
    .addOption(
      new Option("--rows <n>", "rows of the narrow file; orders in the engines")
        .argParser(parseCount)
        .default(5_000_000),
    )
    .addOption(new Option("--runs <n>", "how often each program does the job").argParser(parseCount).default(5))
    .addOption(listOption("--scenario <names>", "kinds of files", names).default(names, "all"))
    .addOption(listOption("--peers <names>", "programs (default: all on narrow, rfm and duckdb elsewhere)", PEER_NAMES))
    .addOption(listOption("--parts <names>", "what to measure", PARTS).default(["files", "start-up"], "files,start-up"))
    .addOption(
      new Option("--sizes <n,n>", "rows of the files for scaling").argParser(parseCounts).default(SIZES, SIZES.join()),
    )
    .addOption(new Option("--folder <path>", "where generated files go").default(join(root, FOLDER), FOLDER))
    .option("--json <file>", "write every run's figures to a file");
  return command.parse([...words], { from: "user" }).opts<BenchOptions>();
}

function parseCount(value: string): number {
  const count = Number(value.replaceAll("_", ""));
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("it is no whole number of 1 or more");
  return count;
}

function parseCounts(value: string): readonly number[] {
  return value
    .split(",")
    .map(parseCount)
    .sort((a, b) => a - b);
}

function listOption(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, `${description}, separated by commas: ${known.join(", ")}`).argParser((value: string) => {
    const wanted = value.split(",").map((word) => word.trim());
    const unknown = wanted.find((word) => !known.includes(word));
    if (unknown !== undefined) throw new InvalidArgumentError(`there is no ${unknown}`);
    return wanted;
  });
}
