/** The examples of the documents and of every `--help`, run as they stand there. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { parse } from "yaml";
import { COMMANDS } from "../../src/commands/index.ts";
import { OUTPUT_KINDS } from "../../src/commands/run-outputs.ts";
import { parseRunConfig } from "../../src/nightly/config/run-config.ts";
import { SHARED_OPTIONS } from "../../src/options/index.ts";
import { giftShop } from "../commands/profile/gift-shop.ts";
import { shopExport } from "../support/in-process.ts";
import { readLatest } from "../support/output-sets.ts";
import { type Folder, it, makeFolder, type RunResult, runInProcess, runLine } from "../support/run-rfm.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NIGHTLY = readFileSync(join(ROOT, "docs/nightly.md"), "utf8");

/** The code blocks of a language, in their order. */
function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => match[1] ?? "");
}

/** A folder with a shop's exports and the program on its path, as a machine has it. */
async function prepareNightly(folder: Folder, place = ""): Promise<void> {
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
    await prepareNightly(folder);
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
    await prepareNightly(folder, "shop");
    expect((await folder.rfm("init exports/", { cwd: join(folder.path, "shop") })).status).toBe(0);
    for (const status of ["done", "nothing changed"]) {
      expect(sh(folder, command)).toEqual({ status: 0, stdout: "", stderr: "" });
      const last: unknown = JSON.parse((await folder.read("shop/rfm.log")).trimEnd().split("\n").at(-1) ?? "");
      expect(last).toMatchObject({ event: "summary", status });
    }
  });

  it("prints the end of the log when something failed, for cron to mail", async ({ folder }) => {
    await prepareNightly(folder, "shop");
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
    await prepareNightly(folder);
    await folder.write({ "node_modules/.bin/rfm": await folder.read("bin/rfm") });
    chmodSync(join(folder.path, "node_modules/.bin/rfm"), 0o755);
    expect((await folder.rfm("init exports/")).status).toBe(0);
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

/** The commands of a page's shell blocks, without their comments. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...readFileSync(join(ROOT, page), "utf8").matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(
    (match) => match[1] ?? "",
  );
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.trim().replace(/ +#.*$/, ""))
    .filter((line) => line.startsWith("rfm "));
}

/** The made-up shop's export with addresses and consent, and one of its customers under the id that the pages name. */
function shopWithConsent(): string {
  const [header = "", ...rows] = shopExport().replaceAll(",c1,", ",17850,").trimEnd().split("\n");
  const withContact = rows.map((row) => `${row},${row.split(",")[1]}@example.com,yes`);
  return `${[`${header},Email,Accepts Marketing`, ...withContact].join("\n")}\n`;
}

describe.each(["README.md", "docs/SKILL.md"])("the commands of %s", (page) => {
  it("run on a shop", async ({ folder }) => {
    const commands = commandsOf(page);
    expect(commands.length).toBeGreaterThanOrEqual(10);
    await folder.write({ "exports/orders.csv": shopWithConsent() });
    for (const command of commands) {
      // half a year of orders does not hold twelve months twice
      const line = command.replace("--horizon 12m", "--horizon 2m");
      const { status, stdout, stderr } = await runLine(line, { cwd: folder.path });
      expect(`${command}: ${status}\n${status === 0 ? "" : stderr}`).toBe(`${command}: 0\n`);
      if (line.includes("--format json")) expect(() => JSON.parse(stdout), command).not.toThrow();
    }
  });
});

/** Orders to the middle of 2011, the year of the dates that the examples name, and long enough for a horizon of a year. */
const ORDERS = `order_id,customer,date,amount,Country
9,e,2008-05-31,12.00,Norway
10,e,2009-03-02,18.00,Norway
11,d,2010-02-14,22.00,Norway
1,17850,2011-01-01,10.00,Finland
2,anna@example.com,2011-01-20,20.00,Sweden
3,17850,2011-02-11,30.00,Finland
4,c,2011-03-05,15.00,Finland
5,anna@example.com,2011-03-31,25.00,Sweden
6,d,2011-04-30,40.00,Norway
7,17850,2011-05-31,35.00,Finland
8,c,2011-06-15,45.00,Finland
`;

/** The examples in a help text: the indented lines below `Examples:`, without what explains them. */
function examplesIn(text: string): readonly string[] {
  const below = text.slice(text.indexOf("\nExamples:\n") + "\nExamples:\n".length);
  return below
    .split("\n")
    .filter((line) => line.startsWith("  rfm "))
    .map((line) => line.trim().replace(/ {2,}.*$/, ""));
}

async function prepareShop(folder: Folder): Promise<void> {
  const [header = "", ...rows] = ORDERS.trimEnd().split("\n");
  const file = (part: readonly string[]): string => `${[header, ...part].join("\n")}\n`;
  await folder.write({
    "orders.csv": ORDERS,
    "exports/winter.csv": file(rows.slice(0, 4)),
    "exports/spring.csv": file(rows.slice(4)),
  });
  await folder.rfm("score orders.csv --as-of 2011-04-30 -o april.csv");
  await folder.rfm("score orders.csv --as-of 2011-05-31 -o may.csv --save-model may.json");
}

/** One folder for all examples: none reads what another writes, but for the files that `prepare` made. */
let shared: Awaited<ReturnType<typeof makeFolder>>;
/** Orders with products and enough customers to compare. */
let gifts: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  shared = await makeFolder();
  await prepareShop(shared);
  gifts = await makeFolder();
  await gifts.write({ "exports/orders.csv": giftShop() });
});

afterAll(async () => {
  await shared.remove();
  await gifts.remove();
});

async function expectToRun(
  examples: readonly string[],
  { least, folder = shared }: { least: number; folder?: Pick<Folder, "path"> },
): Promise<void> {
  expect(examples.length).toBeGreaterThanOrEqual(least);
  for (const example of examples) {
    const { status, stderr } = await runLine(example, { cwd: folder.path });
    expect(`${example}: ${status}\n${stderr}`).toMatch(`${example}: 0\n`);
    expect(stderr).not.toMatch(/^rfm: |^error: /m);
  }
}

/** Commands that read no exports, or only as a config says. */
const OTHER_COMMANDS = ["schemes", "init", "run", "completion"];
const READING_COMMANDS = COMMANDS.map(({ name }) => name).filter((name) => !OTHER_COMMANDS.includes(name));

async function examplesOf(command: string): Promise<readonly string[]> {
  return examplesIn((await runInProcess(`${command} --help`)).stdout);
}

describe.concurrent.each(READING_COMMANDS)("the examples of rfm %s --help", (command) => {
  it("are two to four with the command among them, and run", async () => {
    const examples = await examplesOf(command);
    expect(examples.length).toBeLessThanOrEqual(4);
    expect(examples.some((example) => example.includes(`rfm ${command} `))).toBe(true);
    await expectToRun(examples, { least: 2, folder: command === "profile" ? gifts : shared });
  });
});

describe("the examples of commands that read no exports themselves", () => {
  it("run, those of rfm run with the configs of rfm init", async ({ folder }) => {
    await prepareShop(folder);
    for (const command of OTHER_COMMANDS) await expectToRun(await examplesOf(command), { least: 2, folder });
  });
});

describe("the examples of rfm --help", () => {
  it("run", async () => {
    await expectToRun(examplesIn((await runInProcess("--help")).stdout), { least: 3 });
  });
});
