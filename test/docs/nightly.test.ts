/** The examples of docs/nightly.md, run as they stand there. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect } from "vitest";
import { parse } from "yaml";
import { OUTPUT_KINDS } from "../../src/commands/run-outputs.ts";
import { parseRunConfig } from "../../src/nightly/config/run-config.ts";
import { SHARED_OPTIONS } from "../../src/options/index.ts";
import { shopExport } from "../support/in-process.ts";
import { readLatest } from "../support/output-sets.ts";
import { type Folder, it, type RunResult } from "../support/run-rfm.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NIGHTLY = readFileSync(join(ROOT, "docs/nightly.md"), "utf8");

/** The code blocks of a language, in their order. */
function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => match[1] ?? "");
}

/** A folder with a shop's exports and the program on its path, as a machine has it. */
async function prepare(folder: Folder, place = ""): Promise<void> {
  const bin = join(ROOT, "bin/rfm.js");
  await folder.write({
    [join(place, "exports/orders.csv")]: shopExport(),
    "bin/rfm": `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
  });
  chmodSync(join(folder.path, "bin/rfm"), 0o755);
}

/** Runs a line by /bin/sh, as cron and Actions do. */
function sh(folder: Folder, line: string): RunResult {
  const env = { PATH: `${folder.path}/bin:${process.env["PATH"]}`, HOME: folder.path, TZ: "UTC", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", line], { cwd: folder.path, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the nightly example", () => {
  const commands = (blocksOf(NIGHTLY, "sh").find((block) => block.includes("rfm run --dry-run")) ?? "")
    .split("\n")
    .filter((line) => line.startsWith("rfm "));

  it("runs, and says the second time that nothing changed", async ({ folder }) => {
    expect(commands).toHaveLength(4);
    await prepare(folder);
    for (const line of commands) expect(sh(folder, line)).toMatchObject({ status: 0 });
    const set = readLatest(join(folder.path, "rfm-out"));
    expect(Object.keys(set ?? {})).toContain("scores.csv");
    const again = sh(folder, commands.at(-1) ?? "");
    expect(again.stderr).toMatch(/^nothing changed: /m);
    expect(again.status).toBe(0);
    expect(readLatest(join(folder.path, "rfm-out"))).toEqual(set);
  });
});

describe("the crontab line", () => {
  const line = (blocksOf(NIGHTLY, "crontab")[0] ?? "").trim();
  const command = line.split(" ").slice(5).join(" ");

  it("has five fields for the time, and no sign that cron takes for a line break", () => {
    expect(line).toMatch(/^(?:[\d*,/-]+ ){5}[a-z]/);
    expect(line).not.toContain("%");
  });

  it("runs by sh twice without a word, and writes its log", async ({ folder }) => {
    await prepare(folder, "shop");
    expect(sh(folder, "cd shop && rfm init exports/").status).toBe(0);
    for (const status of ["done", "nothing changed"]) {
      expect(sh(folder, command)).toEqual({ status: 0, stdout: "", stderr: "" });
      const last: unknown = JSON.parse((await folder.read("shop/rfm.log")).trimEnd().split("\n").at(-1) ?? "");
      expect(last).toMatchObject({ event: "summary", status });
    }
  });

  it("prints the end of the log when something failed, for cron to mail", async ({ folder }) => {
    await prepare(folder, "shop");
    const { status, stdout } = sh(folder, command);
    expect(stdout).toContain('"exit_code":2');
    expect(status).toBe(1);
  });
});

describe.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)(
  "the systemd units (skipped where systemd-analyze is not installed)",
  () => {
    it("have nothing wrong with them", async ({ folder }) => {
      const units = blocksOf(NIGHTLY, "ini");
      expect(units).toHaveLength(2);
      const names = units.map((unit) => /([a-z]+\.(?:service|timer))/.exec(unit)?.[1] ?? "");
      for (const [at, name] of names.entries()) await folder.write({ [name]: units[at] ?? "" });
      const paths = names.map((name) => join(folder.path, name));
      const { status, stdout, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...paths], {
        encoding: "utf8",
      });
      const about = `${stdout}${stderr}`.split("\n").filter((text) => /rfm\.(service|timer)/.test(text));
      expect(about).toEqual([]);
      expect(status).toBe(0);
    });
  },
);

describe("the GitHub Actions workflow", () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
  }
  const text = blocksOf(NIGHTLY, "yaml").find((block) => block.includes("runs-on")) ?? "";
  const workflow = parse(text) as { on: unknown; jobs: { segments: { steps: readonly Step[] } } };

  it("is YAML with steps that each use or run something", () => {
    expect(workflow.on).toMatchObject({ schedule: [{ cron: "15 4 * * *" }] });
    for (const { uses, run } of workflow.jobs.segments.steps) {
      expect([uses, run].filter((one) => one !== undefined)).toHaveLength(1);
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
    }
  });

  it("runs its own command", async ({ folder }) => {
    await prepare(folder);
    await folder.write({ "node_modules/.bin/rfm": await folder.read("bin/rfm") });
    chmodSync(join(folder.path, "node_modules/.bin/rfm"), 0o755);
    expect(sh(folder, "rfm init exports/").status).toBe(0);
    const command = workflow.jobs.segments.steps.find(({ run }) => run?.includes("rfm"))?.run ?? "";
    const { status, stderr } = sh(folder, command);
    expect(stderr).toContain('"status":"done"');
    expect(status).toBe(0);
  });
});

describe("the config in docs/nightly.md", () => {
  const text = blocksOf(NIGHTLY, "yaml").find((block) => block.startsWith("version:")) ?? "";
  const schema: unknown = JSON.parse(readFileSync(join(ROOT, "schemas/config.schema.json"), "utf8"));

  it("is accepted by the program and by the published schema", () => {
    const keys = { shared: SHARED_OPTIONS, outputs: OUTPUT_KINDS };
    const { config, problems } = parseRunConfig(text, { name: "nightly.md", keys, env: { RFM_SALT: "x" } });
    problems.throwAny("nightly.md");
    expect(config.outputs).toHaveLength(8);
    const validate = new Ajv2020({ strict: false }).compile(schema as object);
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it("shows every section and every guard that there is", () => {
    for (const key of ["reading", "scoring", "retention", "look", "outputs", "output", "guards"]) {
      expect(text).toMatch(new RegExp(`^${key}:`, "m"));
    }
  });
});
