import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../support/run-rfm.ts";
import { firstDifference, monthlyExports } from "./exports.ts";

/** Two months, which are read in a third of the time of all six. */
const exports = monthlyExports.slice(0, 2);
const folder = mkdtempSync(join(tmpdir(), "rfm-same-bytes-"));
const seed = 20_110_531;

let plain = "";

beforeAll(async () => {
  plain = await scoresOf(exports);
});

async function scoresOf(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, stdout } = await runInProcess(["score", ...args], { env });
  expect(status).toBe(0);
  return stdout;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes all rows of all six files in random order below one header; Latin-1 in and out keeps every byte. */
function writeShuffled(path: string): string {
  const files = exports.map((file) => gunzipSync(readFileSync(file)).toString("latin1").trimEnd().split("\r\n"));
  const rows = shuffle(files.flatMap(([, ...records]) => records));
  writeFileSync(path, [files[0]?.[0] ?? "", ...rows, ""].join("\r\n"), "latin1");
  return path;
}

/** Fisher and Yates, with random numbers that are the same in every run. */
function shuffle(rows: readonly string[]): string[] {
  const mixed = [...rows];
  const random = lehmer(seed);
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] ?? "", mixed[last] ?? ""];
  }
  return mixed;
}

/** The generator of Park and Miller (1988): numbers above 0 and below 1. */
function lehmer(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("the same exports give the same bytes", () => {
  it("begin with the header and hold one line for each of the 1,302 customers", () => {
    expect(plain.trimEnd().split("\n")).toHaveLength(1 + 1302);
  });

  it("with the files named newest first, by relative paths, in the time zone furthest ahead", async () => {
    const reversed = exports.toReversed().map((path) => relative(".", path));
    const elsewhere = await scoresOf(reversed, { TZ: "Pacific/Kiritimati", LANG: "fi_FI.UTF-8" });
    expect(firstDifference(elsewhere, plain)).toBeNull();
  });

  it("with all rows of all files shuffled into one file", async () => {
    const path = writeShuffled(join(folder, "shuffled.csv"));
    const fileBytes = exports.map((file) => gunzipSync(readFileSync(file)).length);
    const headerBytes = 83 * (exports.length - 1); // one header with its CRLF instead of one per file
    expect(readFileSync(path).length).toBe(fileBytes.reduce((total, bytes) => total + bytes, -headerBytes));
    expect(firstDifference(await scoresOf([path]), plain)).toBeNull();
  });
});
