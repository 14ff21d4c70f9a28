import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { spark } from "../../../src/warehouse/dialects/spark.ts";
import type { Started, TestEngine } from "./engine.ts";

const run = promisify(execFile);

/** Spark from the pyspark package: a cluster of two worker processes on this machine, started anew for each call. */
export async function startSpark(): Promise<Started> {
  const home = await sparkHome();
  if (home === null) return { missing: "the Python package pyspark is not installed (pip install pyspark)" };
  const folder = await mkdtemp(join(tmpdir(), "rfm-spark-"));
  const views: string[] = [];
  const pending: string[] = [];
  const submit = async (statements: readonly string[]): Promise<void> => {
    const file = join(folder, "statements.sql");
    await writeFile(file, statements.map((statement) => `${statement};\n`).join(""));
    await run(
      join(home, "bin", "spark-sql"),
      [
        ["--master", process.env["RFM_SPARK_MASTER"] ?? "local-cluster[2,1,1024]"],
        ["--conf", "spark.sql.session.timeZone=UTC"],
        ["--conf", "spark.sql.shuffle.partitions=2"],
        ["--conf", `spark.sql.warehouse.dir=${folder}/warehouse`],
        ["--conf", "spark.ui.enabled=false"],
        ["-f", file],
      ].flat(),
      { cwd: folder, env: { ...process.env, SPARK_HOME: home }, maxBuffer: 1e8 },
    );
  };
  const answers: NonNullable<TestEngine["answers"]> = async (queries) => {
    const outs = queries.map((_, index) => join(folder, `rows-${index}`));
    await submit([
      ...views,
      ...pending,
      ...queries.map(
        (query, index) =>
          `INSERT OVERWRITE DIRECTORY '${outs[index]}' USING json OPTIONS (ignoreNullFields 'false') ${query}`,
      ),
    ]);
    pending.length = 0;
    return Promise.all(outs.map(rowsIn));
  };
  return {
    name: "Spark (local-cluster)",
    dialect: spark,
    load: async (table, csv) => {
      views.push(
        `CREATE OR REPLACE TEMPORARY VIEW ${table}_text (order_id STRING, customer_id STRING, ordered_at TIMESTAMP, ordered_on DATE, total DECIMAL(24, 8), refunded DECIMAL(24, 8), status STRING, country STRING) USING csv OPTIONS (path '${csv}', header 'true', escape '"', mode 'FAILFAST')`,
        `CREATE OR REPLACE TEMPORARY VIEW ${table} AS SELECT * FROM ${table}_text`,
      );
    },
    url: "spark:local[2]",
    run: async (statements) => {
      pending.push(...statements);
    },
    rows: async (query) => (await answers([query]))[0] ?? [],
    answers,
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The rows that Spark wrote into a folder as JSON. */
async function rowsIn(out: string): Promise<readonly (readonly (string | null)[])[]> {
  const files = (await readdir(out)).filter((name) => name.endsWith(".json"));
  const texts = await Promise.all(files.map((name) => readFile(join(out, name), "utf8")));
  return texts.flatMap((text) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => Object.values(JSON.parse(line) as Record<string, string | null>)),
  );
}

/** The folder of Spark: as the environment says, or that of the pyspark package. */
async function sparkHome(): Promise<string | null> {
  const named = process.env["SPARK_HOME"];
  if (named !== undefined && existsSync(join(named, "bin", "spark-sql"))) return named;
  const find = "import os, pyspark; print(os.path.dirname(pyspark.__file__))";
  const found = await run("python3", ["-c", find]).catch(() => null);
  return found?.stdout.trim() ?? null;
}
