/** Phrases that this project once used and that a reader stumbles over: none comes back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** Each phrase with the usual one in its place. */
const PHRASES: readonly (readonly [phrase: RegExp, usual: string])[] = [
  [/is there already/i, "already exists"],
  [/will not do\b/i, "is not valid"],
  [/there is no such/i, "unknown …, or no such …"],
  [/\b(?:row|line|list) an? (?:order|customer|segment|item|line item)\b/i, "one … per …"],
  [/\bone a line\b/i, "one per line"],
  [/the ending says/i, "cannot infer a format from the extension"],
  [/may not be (?:read|written)/i, "permission denied"],
  [/\btells? of (?:single|garbled)/i, "is about individual …"],
];

/** Sources, which hold every message and help text, and the documents. */
const FILES = [
  ...["src", "docs"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  ),
  "README.md",
].filter((name) => /\.(?:ts|md)$/.test(name));

describe("the words of this project", () => {
  it.each(PHRASES)("are never %s but: %s", (phrase) => {
    const found = FILES.filter((name) => phrase.test(readFileSync(join(ROOT, name), "utf8")));
    expect(found).toEqual([]);
  });

  it("differ from the old ones: each pattern finds its phrase", () => {
    const old =
      "is there already; will not do; there is no such; a row an order; one a line; the ending says; may not be read";
    const found = PHRASES.filter(([phrase]) => phrase.test(`${old}; tells of single`));
    expect(found).toHaveLength(PHRASES.length);
  });
});
