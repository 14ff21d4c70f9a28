/** Runs that are killed at any moment, as a machine that loses its power would: the set before or the new one, never a mix. */
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { countingOperations, type Event, killedAt } from "../support/killed-at.ts";
import { type FoundSet, latestName, readLatest, setNames, workLeft } from "../support/output-sets.ts";
import { type Folder, finish, it, startRfm } from "../support/run-rfm.ts";

/** How many runs are killed: 4 in the usual test run, 200 in the long one. */
const KILLS = process.env["RFM_LONG_TESTS"] === "1" ? 200 : 4;

const CONFIG = `version: 1
exports: orders.csv
outputs:
  - { command: score, file: scores.csv }
  - { command: segments, file: segments.csv }
  - { command: orders, file: audit/orders.csv }
  - { command: retention, file: tables/retention.csv }
  - { command: cohorts, file: tables/cohorts.csv }
  - { command: repeat, file: tables/repeat.csv }
  - { command: report, file: report.md }
  - { command: report, file: report.json }
output: { folder: out, keep: 1 }
`;

/** Numbers from 0 to 1, the same in every test run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function exportOf(orders: number): string {
  const rows = Array.from({ length: orders }, (_, order) => {
    const day = `2025-${String(1 + (order % 6)).padStart(2, "0")}-${String(1 + (order % 28)).padStart(2, "0")}`;
    return `${order},c${(order * 7) % 400},${day},${10 + (order % 90)}.50`;
  });
  return `order_id,customer_id,date,amount\n${rows.join("\n")}\n`;
}

type Signal = "SIGKILL" | "SIGTERM";

/** What a whole run comes to: how long it takes, and how many file operations follow its first staged file and its swap. */
interface Life {
  readonly milliseconds: number;
  readonly operations: Readonly<Record<Event, number>>;
}

async function wholeLife(folder: Folder): Promise<Life> {
  const counts = `${folder.path}/operations.json`;
  const child = startRfm("run -q", { cwd: folder.path, env: countingOperations(counts) });
  const begun = performance.now();
  const { status } = await finish(child);
  const milliseconds = performance.now() - begun;
  expect(status).toBe(0);
  const operations = JSON.parse(readFileSync(counts, "utf8")) as Life["operations"];
  expect(operations.swap).toBeGreaterThan(10); // the old set goes then
  expect(operations.staging - operations.swap).toBeGreaterThan(20);
  return { milliseconds, operations };
}

/** Where in its life a run is killed. */
type Window = "anywhere" | "before staging" | "staging" | "swapped";

/** A quarter of the kills each. */
const WINDOWS: readonly Window[] = ["anywhere", "before staging", "staging", "swapped"];

/** Kills a run at a random moment of a window; says whether it died of that. */
async function killRun(
  folder: Folder,
  life: Life,
  { window, part, signal }: { readonly window: Window; readonly part: number; readonly signal: Signal },
): Promise<boolean> {
  const { staging, swap } = life.operations;
  const env =
    window === "staging"
      ? killedAt("staging", Math.floor(part * (staging - swap)), signal)
      : window === "swapped"
        ? killedAt("swap", Math.floor(part * swap), signal)
        : {};
  const child = startRfm("run", { cwd: folder.path, env });
  const kill = (milliseconds: number): unknown => setTimeout(() => child.kill(signal), milliseconds);
  if (window === "anywhere") kill(part * life.milliseconds);
  if (window === "before staging") child.stderr.once("data", () => kill(part * 20)); // it says what it read
  return (await finish(child)).status !== 0;
}

async function runWhole(folder: Folder): Promise<FoundSet> {
  const { status, stderr } = await folder.rfm("run -q");
  expect(stderr).not.toContain("rfm:");
  expect(status).toBe(0);
  return readLatest(`${folder.path}/out`) ?? {};
}

describe("a run that is killed", () => {
  it(`leaves the set before or the new one, ${KILLS} times, and the next run is fine`, async ({ folder }) => {
    const out = `${folder.path}/out`;
    const random = randomNumbers(8);
    const exports = [exportOf(900), exportOf(1000), exportOf(1100)]; // with keep: 1 each set is put in place anew
    await folder.write({ "rfm.config.yaml": CONFIG });
    const sets: FoundSet[] = [];
    for (const text of exports) {
      await folder.write({ "orders.csv": text });
      sets.push(await runWhole(folder));
    }
    await folder.write({ "orders.csv": exports[0] ?? "" });
    const life = await wholeLife(folder);
    sets[0] = readLatest(out) ?? {}; // its digest says what changed since the third, as in every round from now on
    const died = new Map<string, number>();
    for (let round = 0; round < KILLS; round += 1) {
      const [before, after] = [sets[round % 3], sets[(round + 1) % 3]];
      await folder.write({ "orders.csv": exports[(round + 1) % 3] ?? "" });
      const window = WINDOWS[round % WINDOWS.length] ?? "anywhere";
      const signal = round % 5 === 4 ? "SIGTERM" : "SIGKILL";
      const isDead = await killRun(folder, life, { window, part: random(), signal });
      const found = readLatest(out);
      expect([before, after], `round ${round}, ${window}`).toContainEqual(found);
      const state = JSON.stringify(found) === JSON.stringify(before) ? "before" : "after";
      if (isDead) {
        const where =
          state === "after"
            ? "after the swap"
            : window === "staging" || workLeft(out).includes("unfinished-set")
              ? "staging"
              : "before";
        died.set(where, (died.get(where) ?? 0) + 1);
      }
      if (signal === "SIGKILL" && window === "staging") expect([round, state]).toEqual([round, "before"]);
      if (signal === "SIGKILL" && window === "swapped") expect([round, state]).toEqual([round, "after"]);
      expect(await runWhole(folder)).toEqual(after);
      expect(workLeft(out)).toEqual(["order"]);
      expect(setNames(out).length).toBeLessThanOrEqual(2);
    }
    const deaths = (where: string): number => died.get(where) ?? 0;
    const [early, staging, late] = [deaths("before"), deaths("staging"), deaths("after the swap")];
    process.stderr.write(
      `figures: ${KILLS} runs, killed ${early} times before a file was written, ${staging} times while the set was written, ${late} times after the swap; no torn set\n`,
    );
    expect(early).toBeGreaterThanOrEqual(KILLS / 10);
    expect(staging).toBeGreaterThanOrEqual(KILLS / 6);
    expect(late).toBeGreaterThanOrEqual(KILLS / 6);
    expect(latestName(out)).not.toBeNull();
  }, 1_800_000);
});
