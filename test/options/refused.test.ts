/** Options that have nothing to work on are refused by name, with what to do instead. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { shopFiles } from "./shop.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-refused-"));
  for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
  for (const [day, name] of [
    ["2024-05-01", "may.csv"],
    ["2024-06-01", "june.csv"],
  ] as const) {
    expect((await runRfm(["score", "shop.csv", "--as-of", day, "-o", name], folder)).status).toBe(0);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const CASES: readonly (readonly [line: string, ...says: readonly string[]])[] = [
  [
    "compare may.csv june.csv --scheme putler --since 2024-01-01",
    "--since, --scheme cannot be used with them",
    "leave them",
  ],
  ["compare may.csv june.csv --from -1m", "--from cannot be used with them"],
  ["compare may.csv june.csv --rejects bad.csv", "--rejects cannot be used with them"],
  ["compare may.csv june.csv --no-freeze", "--freeze cannot be used with them"],
  ["run --rejects bad.csv", "unknown option '--rejects'", "add - { command: rejects, file: rejects.csv }"],
  ["run --save-model m.json", "unknown option '--save-model'", "add - { command: model, file: model.json }"],
  ["init shop.csv --save-model m.json", "unknown option '--save-model'", "command: model"],
  ["retention shop.csv --scheme putler", "--scheme needs --per-segment", "add --per-segment"],
  ["retention shop.csv --margin profit", "--margin needs --per-segment"],
  ["retention shop.csv --per-segment --active-within 3m", "--per-segment cannot be used with --active-within"],
  ["cohorts shop.csv --margin profit", "unknown option '--margin'"],
  ["score shop.csv --width 100", "--width applies to tables, but this result is csv", "add --format table"],
  ["schemes --locale fi-FI", "--locale needs --spreadsheet"],
  ["orders shop.csv --window-for fm", "--window-for needs --window"],
];

describe("options without anything to work on", () => {
  it.each(CASES)("are refused: rfm %s", async (line, ...says) => {
    const { status, stdout, stderr } = await runRfm(line.split(" "), folder);
    for (const part of says) expect(stderr).toContain(part);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
