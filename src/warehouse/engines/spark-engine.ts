import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, UsageError } from "../../errors.ts";
import { spark } from "../dialects/spark.ts";
import type { Cell, ColumnKind, Engine, EngineLocation } from "./engine.ts";

/** A line that no query prints. */
const MARK = "rfm-statement-done";

/** As much of what Spark said as helps to see what went wrong. */
const LONGEST_COMPLAINT = 600;

/**
 * Spark by its own program `spark-sql`, found in `SPARK_HOME` or on the PATH and kept running for all statements; `spark:` takes
 * the master of its configuration, `spark:local[4]` or `spark:spark://host:7077` names one. Rows are printed as JSON, one per line.
 */
export async function openSpark({ url, env, cwd, endGroup, onInterrupt }: EngineLocation): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-spark-"));
  const session = new SparkSession(programOf(env), url.slice("spark:".length), {
    cwd,
    env: quietly(env, { cwd, folder }),
    endGroup,
  });
  let forget: (() => void) | undefined;
  const close = async (): Promise<void> => {
    forget?.();
    session.end();
    await rm(folder, { recursive: true, force: true });
  };
  forget = onInterrupt?.(close); // Spark takes long to start
  try {
    await session.run("SET spark.sql.session.timeZone=UTC");
  } catch (error) {
    await close();
    throw error;
  }
  return {
    dialect: spark,
    columns: async (table) => (await session.run(`DESCRIBE QUERY SELECT * FROM ${table}`)).flatMap(columnIn),
    rows: async (query) =>
      (await session.run(`SELECT to_json(struct(*), map('ignoreNullFields', 'false')) FROM (${query})`))
        .filter((line) => line.startsWith("{"))
        .map((line) => Object.values(JSON.parse(line) as Readonly<Record<string, Cell>>)),
    run: async (statement) => {
      await session.run(statement);
    },
    seesOneMoment: () => false,
    close,
    cancel: close,
  };
}

function programOf(env: EngineLocation["env"]): string {
  const home = env["SPARK_HOME"];
  return home === undefined || home === "" ? "spark-sql" : join(home, "bin", "spark-sql");
}

/** Where no catalogue lies in the working folder, Spark's own does not make one there. */
function quietly(
  env: EngineLocation["env"],
  { cwd, folder }: { readonly cwd: string; readonly folder: string },
): EngineLocation["env"] {
  if (existsSync(join(cwd, "metastore_db"))) return env;
  return { ...env, SPARK_SUBMIT_OPTS: `${env["SPARK_SUBMIT_OPTS"] ?? ""} -Dderby.system.home=${folder}`.trim() };
}

/** The program, which takes one statement after the other and prints a mark behind each. */
class SparkSession {
  private readonly child: ChildProcess;
  private readonly endGroup: EngineLocation["endGroup"];
  private printed = "";
  private said = "";
  private ended: Error | null = null;
  private wake: () => void = () => {};

  constructor(
    program: string,
    master: string,
    { cwd, env, endGroup }: Pick<EngineLocation, "cwd" | "env" | "endGroup">,
  ) {
    const settings = [
      ...(master === "" ? [] : [`spark.master=${master}`]),
      "spark.ui.enabled=false",
      "spark.sql.ansi.enabled=true",
      "spark.sql.variable.substitute=false",
    ];
    const args = settings.flatMap((setting) => ["-c", setting]);
    this.child = spawn(program, args, {
      cwd,
      env: { ...env },
      stdio: ["pipe", "pipe", "pipe"],
      detached: endGroup !== undefined,
    });
    this.endGroup = endGroup;
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => this.hear(text));
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.said = `${this.said}${text}`.slice(-20_000);
    });
    this.child.stdin?.on("error", () => {});
    this.child.on("error", (error) => this.stop(startError(error, program)));
    this.child.on("close", () => this.stop(new InputError(`spark-sql ended: ${this.complaint()}`)));
  }

  /** The lines that a statement prints. */
  async run(statement: string): Promise<readonly string[]> {
    [this.printed, this.said] = ["", ""];
    const onOneLine = statement.replace(/\s*\n\s*/g, " ");
    this.child.stdin?.write(`${onOneLine};\nSELECT '${MARK}' AS done;\n`);
    while (!this.printed.includes(`${MARK}\n`)) {
      if (this.ended !== null) throw this.ended;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (/\[[A-Z][A-Z_.]+\]|Error in query|Exception/.test(this.complaint())) throw new InputError(this.complaint());
    return this.printed.split("\n").filter((line) => line !== "" && !line.includes(MARK));
  }

  /** Ends the program with every process that it started. */
  end(): void {
    const { pid } = this.child;
    if (this.endGroup === undefined || pid === undefined) {
      this.child.kill("SIGTERM");
      return;
    }
    try {
      this.endGroup(pid);
    } catch {
      // it has ended by itself
    }
  }

  private hear(text: string): void {
    this.printed += text;
    this.wake();
  }

  private stop(error: Error): void {
    this.ended ??= error;
    this.wake();
  }

  /** What was said of errors, without what Spark logs. */
  private complaint(): string {
    const lines = this.said.split("\n").filter((line) => /\[[A-Z][A-Z_.]+\]|Error in query|Exception/.test(line));
    return (lines[0] ?? this.said.trim()).slice(0, LONGEST_COMPLAINT);
  }
}

function startError(error: Error, program: string): Error {
  if (!("code" in error && error.code === "ENOENT")) return error;
  return new UsageError(
    `${program} was not found`,
    "install Spark, or pip install pyspark, and put its bin folder on the PATH or name Spark's folder in SPARK_HOME",
  );
}

function columnIn(line: string): readonly { name: string; type: string; kind: ColumnKind }[] {
  const [name = "", type = ""] = line.split("\t");
  return type === "" || name === "col_name"
    ? []
    : [{ name: name.trim(), type: type.trim(), kind: kindOf(type.trim()) }];
}

function kindOf(type: string): ColumnKind {
  if (/^(?:decimal|tinyint|smallint|int|bigint)/.test(type)) return "exact number";
  if (/^(?:float|double)$/.test(type)) return "double";
  if (/^(?:string|varchar|char)/.test(type)) return "text";
  if (type === "date") return "date";
  if (type === "timestamp_ntz") return "local time";
  return type === "timestamp" ? "moment" : "other";
}
