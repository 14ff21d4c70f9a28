import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunResult, runInProcess, runRfm } from "../support/run-rfm.ts";

const GOLDEN = fileURLToPath(new URL("../../fixtures/golden/", import.meta.url));
const HISTORY = join(GOLDEN, "history.csv");

/** The cases, `command/case`; a new one is a folder with `args` and empty `stdout`, `stderr` and `status`, then `vitest -u`. */
const CASES = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((command) => readdirSync(join(GOLDEN, command.name)).map((name) => `${command.name}/${name}`))
  .sort();

/** 14 hours ahead of UTC. */
const FAR_AHEAD = "Pacific/Kiritimati";

/** How a case is run: by this process, or by the built program in a process of its own, in UTC. */
type Run = (args: readonly string[], options: { readonly cwd: string }) => Promise<RunResult>;

/** In this process; the first case of each command in both ways, but if it reads the real shop, which takes seconds: in its own. */
function runsFor(name: string): readonly Run[] {
  if (name !== CASES.find((other) => other.split("/")[0] === name.split("/")[0])) return [runInProcess];
  const isReal = argumentsOf(name).some((word) => word.includes("online-retail"));
  return isReal ? [runRfm] : [runInProcess, runRfm];
}

beforeAll(() => {
  process.env["TZ"] = FAR_AHEAD;
});

afterAll(() => {
  process.env["TZ"] = "UTC";
});

function argumentsOf(name: string): readonly string[] {
  return readFileSync(join(GOLDEN, name, "args"), "utf8")
    .trimEnd()
    .split("\n");
}

it("this process is far ahead of UTC", () => {
  expect(new Date("2026-01-15T12:00:00Z").getTimezoneOffset()).toBe(-14 * 60);
});

describe.concurrent("golden files", () => {
  for (const name of CASES) {
    it(`${name} gives the same bytes as ever, in every time zone`, async ({ expect }) => {
      const folder = join(GOLDEN, name);
      for (const file of ["args", "stdout", "stderr", "status"]) {
        expect(existsSync(join(folder, file)), `${name}/${file} exists`).toBe(true);
      }
      for (const run of runsFor(name)) {
        const { status, stdout, stderr } = await run(argumentsOf(name), { cwd: folder });
        await expect(stdout).toMatchFileSnapshot(join(folder, "stdout"));
        await expect(stderr).toMatchFileSnapshot(join(folder, "stderr"));
        await expect(`${status}\n`).toMatchFileSnapshot(join(folder, "status"));
      }
    });

    const width = /-width-(\d+)$/.exec(name)?.[1];
    if (width === undefined) continue;
    it(`${name} has no line over ${width} characters`, ({ expect }) => {
      const lines = readFileSync(join(GOLDEN, name, "stdout"), "utf8").split("\n");
      expect(lines.filter((line) => [...line].length > Number(width))).toEqual([]);
    });
  }
});

/** Columns of a CSV result, each row a line. */
function columnsOf(csv: string, names: readonly string[]): string {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((row) => names.map((name) => row[header.indexOf(name)] ?? "").join(" ")).join("\n");
}

/** These are not recorded: fixtures/golden/README.md shows how each number comes from the history. */
describe.concurrent("the hand-made history, worked out by hand", () => {
  it("scores its eight customers", async () => {
    const { stdout } = await runInProcess(["score", HISTORY]);
    const names = ["recency_days", "frequency", "monetary_value", "average_order_value", "rfm_cell", "segment"];
    expect(columnsOf(stdout, ["customer_id", "first_order", "last_order"])).toBe(
      [
        "birch@example.com 2025-10-01 2026-01-02",
        "cedar@example.com 2025-10-05 2025-12-06",
        "elm@example.com 2025-10-12 2026-01-08",
        "fir@example.com 2025-10-20 2025-10-20",
        "hazel@example.com 2025-10-31 2025-10-31",
        "larch@example.com 2025-11-18 2025-12-13",
        "maple@example.com 2025-12-20 2026-01-15",
        "oak@example.com 2025-12-31 2026-01-20",
      ].join("\n"),
    );
    expect(columnsOf(stdout, names)).toBe(
      [
        "18 4 400.00 100 355 Loyal",
        "45 2 100.00 50 223 Hibernating",
        "12 3 150.00 50 453 Potential Loyalist",
        "92 1 20.00 20 111 Lost",
        "81 1 80.00 80 112 Lost",
        "38 2 250.00 125 325 Need Attention",
        "5 2 200.00 100 524 Promising",
        "0 2 25.00 12.5 521 Promising",
      ].join("\n"),
    );
  });

  it("counts its segments", async () => {
    const { stdout } = await runInProcess(["segments", HISTORY, "--format", "csv"]);
    const names = [
      "segment",
      "customers",
      "orders",
      "revenue",
      "average_order_value",
      "median_recency_days",
      "median_frequency",
      "median_monetary_value",
    ];
    expect(columnsOf(stdout, names)).toBe(
      [
        "Champions 0 0 0.00    ",
        "Loyal 1 4 400.00 100 18 4 400.00",
        "Potential Loyalist 1 3 150.00 50 12 3 150.00",
        "New Customers 0 0 0.00    ",
        "Promising 2 4 225.00 56.25 2.5 2 112.50",
        "Need Attention 1 2 250.00 125 38 2 250.00",
        "About To Sleep 0 0 0.00    ",
        "At Risk 0 0 0.00    ",
        "Cannot Lose Them 0 0 0.00    ",
        "Hibernating 1 2 100.00 50 45 2 100.00",
        "Lost 2 2 100.00 50 86.5 1 50.00",
      ].join("\n"),
    );
  });

  it("follows its customers from month to month", async () => {
    const { stdout } = await runInProcess(["retention", HISTORY, "--format", "csv"]);
    const counts = ["period", "complete", "before", "customers", "retained", "lost", "new", "reactivated", "orders"];
    expect(columnsOf(stdout, [...counts, "revenue"])).toBe(
      [
        "2025-10 true  5 0  5 0 5 300.00",
        "2025-11 true 5 3 2 3 1 0 3 370.00",
        "2025-12 true 3 5 2 1 2 1 5 290.00",
        "2026-01 false 5 4 3  0 1 4 265.00",
      ].join("\n"),
    );
    const rates = [
      "retention_rate",
      "churn_rate",
      "returning_rate",
      "gross_revenue_retention",
      "net_revenue_retention",
    ];
    expect(columnsOf(stdout, rates).split("\n")).toEqual([
      "    ",
      `${2 / 5} ${3 / 5} ${2 / 3} ${150 / 300} ${170 / 300}`,
      `${2 / 3} ${1 - 2 / 3} ${3 / 5} ${130 / 370} ${130 / 370}`,
      "    ",
    ]);
  });

  it("accounts for all its rows and money", async () => {
    const { stdout } = await runInProcess(["orders", HISTORY, "--format", "csv"]);
    const [nets, reasons] = [columnsOf(stdout, ["net"]).split("\n"), columnsOf(stdout, ["reason"]).split("\n")];
    const sumWhere = (test: (reason: string) => boolean): number =>
      nets.reduce((sum, net, row) => (test(reasons[row] ?? "") ? sum + Number(net) : sum), 0);
    expect(nets).toHaveLength(21);
    expect(sumWhere(() => true)).toBe(1320);
    expect(sumWhere((reason) => reason === "")).toBe(1225);
    expect(sumWhere((reason) => reason === "status")).toBe(70);
    expect(sumWhere((reason) => reason === "no customer")).toBe(25);
  });

  let audit: Promise<RunResult> | undefined;
  for (const options of [" --as-of 2025-12-31", " --window 2m", " --window 2m --window-for fm", " --levels 3"]) {
    it(`scores the same from rfm orders: rfm score${options}`, async ({ expect }) => {
      audit ??= runInProcess(["orders", HISTORY]);
      const again = await runInProcess(`score -${options}`, { stdin: (await audit).stdout });
      expect(again.stdout).toBe((await runInProcess(["score", HISTORY, ...options.split(" ").slice(1)])).stdout);
      expect(again.status).toBe(0);
    });
  }
});

describe.concurrent("tables", () => {
  const COMMANDS = [
    "score history.csv --format table",
    "segments history.csv",
    "segments history.csv --lang fi",
    "retention history.csv",
    "retention history.csv --active-within 2m",
    "retention history.csv --active-within 2m --lang fi",
    "orders history.csv --format table",
    "inspect history.csv",
    "report history.csv",
  ];

  for (const command of COMMANDS) {
    for (const width of [80, 120]) {
      it(`fit ${width} characters: rfm ${command} --width ${width}`, async () => {
        const { stdout } = await runInProcess(`${command} --width ${width}`, { cwd: GOLDEN }); // the command line of inspect is for copying
        expect(
          stdout.split("\n").filter((line) => [...line].length > width && !line.startsWith("rfm report ")),
        ).toEqual([]);
      });
    }
  }

  it("fit 80 characters where nothing says how wide they may be", async () => {
    const { stdout } = await runInProcess("segments history.csv", { cwd: GOLDEN });
    expect(stdout).toBe((await runInProcess("segments history.csv --width 80", { cwd: GOLDEN })).stdout);
  });

  const HIDDEN = "Hidden (terminal too narrow)";

  it("say which columns they have no room for, and an option that shows them all", async () => {
    for (const command of ["segments", "retention", "retention --active-within 2m", "report --full"]) {
      const [name = "", ...more] = command.split(" ");
      const run = [name, "history.csv", ...more].join(" ");
      const { stdout } = await runInProcess(run, { cwd: GOLDEN });
      const widths = [...stdout.replace(/\n/g, " ").matchAll(/Hidden \(terminal too narrow\): [^(]+\(--width (\d+)/g)];
      expect(widths.length, command).toBeGreaterThan(0);
      const widest = Math.max(...widths.map(([, width]) => Number(width)));
      expect((await runInProcess(`${run} --width ${widest}`, { cwd: GOLDEN })).stdout).not.toContain(HIDDEN);
      expect((await runInProcess(`${run} --width ${widest - 1}`, { cwd: GOLDEN })).stdout).toContain(HIDDEN);
      expect(stdout.includes("--format csv"), command).toBe(name !== "report");
    }
  });

  it("give up the bar before any number, and before the customers whom a rate is made of, whatever it is not", async () => {
    const segments = await runInProcess("segments history.csv", { cwd: GOLDEN });
    expect(segments.stdout).toMatch(/^ +of +median +median +median\nsegment .* days +orders +spend\n/);
    expect(segments.stdout).not.toMatch(/[█▏▎▍▌▋▊▉]/);
    for (const width of [80, 100, 120, 140, 160]) {
      const { stdout } = await runInProcess(`retention history.csv --active-within 2m --width ${width}`, {
        cwd: GOLDEN,
      });
      const table = stdout.slice(0, stdout.search(/\nHidden|\n\n/));
      if (/\brevenue\b/.test(table)) expect(table).toMatch(/\bbefore\b/);
    }
  });

  it("show both ends of an interval or neither", async () => {
    for (const width of [100, 120, 140]) {
      const { stdout } = await runInProcess(`retention history.csv --width ${width}`, { cwd: GOLDEN });
      const heading = stdout.split("\n")[0] ?? "";
      expect(heading.includes(" low"), heading).toBe(heading.includes(" high"));
    }
  });

  it("show the three scores or none of them", async () => {
    for (const width of [110, 120, 140]) {
      const { stdout } = await runInProcess(`score history.csv --format table --width ${width}`, { cwd: GOLDEN });
      const heading = stdout.split("\n")[0] ?? "";
      expect([0, 3], heading).toContain(heading.match(/ [RFM](?= )/g)?.length ?? 0);
    }
  });

  it("show the evidence and the option of every guess at 80 characters", async () => {
    const { stdout } = await runInProcess("inspect history.csv --width 80", { cwd: GOLDEN });
    expect(stdout).toMatch(/every date +reads .*\n +one way only|every date reads/);
    expect(stdout).toContain("--date-format");
  });
});
