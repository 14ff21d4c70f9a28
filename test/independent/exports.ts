/** The real exports, and how two outputs are compared. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ONLINE_RETAIL } from "../support/in-process.ts";

/** The six monthly exports of the fixture, by absolute path, oldest first. */
export const monthlyExports: readonly string[] = readdirSync(ONLINE_RETAIL)
  .filter((name) => name.endsWith(".csv.gz"))
  .sort()
  .map((name) => join(ONLINE_RETAIL, name));

/** The first line in which two outputs differ, or `null` where they are the same. */
export function firstDifference(actual: string, expected: string): string | null {
  if (actual === expected) return null;
  const [actualLines, expectedLines] = [actual.split("\n"), expected.split("\n")];
  const index = expectedLines.findIndex((line, at) => line !== actualLines[at]);
  const at = index < 0 ? expectedLines.length : index;
  return `line ${at + 1}: ${JSON.stringify(actualLines[at])} instead of ${JSON.stringify(expectedLines[at])}`;
}
