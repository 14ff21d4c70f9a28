import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Job, writeJobLines } from "./job.ts";
import type { Command } from "./run-process.ts";

/** A program that does the job, as it is installed here. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly command: (job: Job) => Command;
}

/** A program that cannot do the job here, and why. */
export interface AbsentPeer {
  readonly name: string;
  readonly why: string;
}

export const PEER_NAMES = [
  "rfm",
  "duckdb",
  "duckdb by order",
  "csv-parse",
  "clickhouse",
  "pandas",
  "data.table",
] as const;
export type PeerName = (typeof PEER_NAMES)[number];

/** Finds a peer, and installs what npm can install of it. */
export function findPeer(name: PeerName, root: string): Peer | AbsentPeer {
  const script = (file: string): string => join(root, "bench/peers", file);
  const inNode = (file: string, version: string): Peer => ({
    name,
    version,
    command: (job) => ({ program: process.execPath, args: [script(file), JSON.stringify(job)] }),
  });
  switch (name) {
    case "rfm":
      return {
        name,
        version: versionIn(join(root, "package.json")),
        command: ({ file, output }) => ({
          program: process.execPath,
          args: [join(root, "bin/rfm.js"), "score", file, "--format", "csv"],
          stdout: output,
        }),
      };
    case "duckdb":
    case "csv-parse": {
      const why = installPackages(join(root, "bench"), ["ci"]);
      const packageName = name === "duckdb" ? "@duckdb/node-api" : name;
      return why === null
        ? inNode(`${name}.js`, versionIn(join(root, "bench/node_modules", packageName, "package.json")))
        : { name, why };
    }
    case "duckdb by order": {
      const duckdb = findPeer("duckdb", root);
      if ("why" in duckdb) return { ...duckdb, name };
      return { ...duckdb, name, command: (job) => duckdb.command(byOrder(job)) };
    }
    case "clickhouse": {
      const folder = script("clickhouse");
      const why = installPackages(folder, ["install", "--no-package-lock"]);
      const chdb = join(folder, "node_modules/chdb/package.json");
      return why === null ? inNode("clickhouse/clickhouse.js", `chdb ${versionIn(chdb)}`) : { name, why };
    }
    case "pandas":
      return findPandas(script("pandas-job.py"));
    case "data.table":
      return findDataTable(script("data-table.R"));
  }
}

/** The job of a peer that is not told that a row is an order, and puts the rows of each order id together as rfm does. */
function byOrder(job: Job): Job {
  return { ...job, columns: { ...job.columns, order: job.columns.uniqueOrder ?? job.columns.order } };
}

function versionIn(packageFile: string): string {
  const parsed: unknown = JSON.parse(readFileSync(packageFile, "utf8"));
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "";
}

/** Installs a folder's packages unless that was done before; why it could not, or `null`. */
function installPackages(folder: string, args: readonly string[]): string | null {
  const stamp = join(folder, "node_modules/.installed");
  const files = ["package.json", "package-lock.json"].map((file) => join(folder, file)).filter(existsSync);
  const wanted = createHash("sha256")
    .update(files.map((file) => readFileSync(file, "utf8")).join(""))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return null;
  process.stderr.write(`Installing ${folder} ...\n`);
  const { status, stderr } = spawnSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) return `npm could not install it: ${/^npm (?:error|ERR!) (.*)$/m.exec(stderr)?.[1] ?? "see npm"}`;
  writeFileSync(stamp, wanted);
  return null;
}

/** The first Python that has pandas: the one on the path, else the system's own. */
function findPandas(script: string): Peer | AbsentPeer {
  for (const program of ["python3", "/usr/bin/python3", "python"]) {
    const version = outputOf(program, ["-c", "import pandas; print(pandas.__version__)"]);
    if (version === null) continue;
    return { name: "pandas", version, command: (job) => ({ program, args: [script, JSON.stringify(job)] }) };
  }
  return { name: "pandas", why: "no Python here has it (Debian: apt-get install python3-pandas)" };
}

function findDataTable(script: string): Peer | AbsentPeer {
  const version = outputOf("Rscript", ["-e", 'cat(as.character(packageVersion("data.table")))']);
  if (version === null) {
    return { name: "data.table", why: "no R here has it (Debian: apt-get install r-base-core r-cran-data.table)" };
  }
  return {
    name: "data.table",
    version,
    command: (job) => {
      const lines = `${job.output}.job`;
      writeJobLines(job, lines);
      return { program: "Rscript", args: [script, lines] };
    },
  };
}

function outputOf(program: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}
