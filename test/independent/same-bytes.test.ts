import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDifference, monthlyExports, ROOT, rfm, runAll } from "./spawn.ts";

/** Two months, which are read in a third of the time of all six. */
const exports = monthlyExports.slice(0, 2);
const folder = mkdtempSync(join(tmpdir(), "rfm-same-bytes-"));
const seed = 20_110_531;

const finnish = { LANG: "fi_FI.UTF-8", LC_ALL: "fi_FI.UTF-8" };

/** Each run differs from the plain one in more than one way: if none of the ways matters, neither do they together. */
let outputs: Record<"plain" | "elsewhere" | "reversed" | "shuffled", Buffer>;

beforeAll(async () => {
  outputs = await runAll({
    plain: () => rfm(["score", ...exports.map((path) => relative(ROOT, path))]),
    elsewhere: () => rfm(["score", ...exports], { cwd: folder, env: { TZ: "Pacific/Kiritimati", ...finnish } }),
    reversed: () => rfm(["score", ...exports.toReversed()], { env: { TZ: "America/Los_Angeles" } }),
    shuffled: () => rfm(["score", writeShuffled(join(folder, "shuffled.csv"))]),
  });
}, 240_000);

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
    expect(outputs.plain.toString("latin1").trimEnd().split("\n")).toHaveLength(1 + 1302);
  });

  it("from another working folder, in the time zone furthest ahead, under a locale with decimal commas and its own order", () => {
    expect(firstDifference(outputs.elsewhere, outputs.plain)).toBeNull();
  });

  it("with the files named newest first, in a time zone well behind the shop's", () => {
    expect(firstDifference(outputs.reversed, outputs.plain)).toBeNull();
  });

  it("with all rows of all files shuffled into one file", () => {
    const shuffledBytes = readFileSync(join(folder, "shuffled.csv")).length;
    const fileBytes = exports.map((file) => gunzipSync(readFileSync(file)).length);
    const headerBytes = 83 * (exports.length - 1); // one header with its CRLF instead of one per file
    expect(shuffledBytes).toBe(fileBytes.reduce((total, bytes) => total + bytes, -headerBytes));
    expect(firstDifference(outputs.shuffled, outputs.plain)).toBeNull();
  });
});
