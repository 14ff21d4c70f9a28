import { describe, expect, it } from "vitest";
import { BUILT_IN_SCHEMES, builtInScheme } from "../../../src/analysis/segments/built-in/index.ts";
import { checkScheme, compileScheme, type SchemeFile } from "../../../src/analysis/segments/scheme.ts";
import { segmentSlug } from "../../../src/analysis/segments/slug.ts";
import { writtenScheme } from "../../../src/analysis/segments/written-scheme.ts";
import { parseSchemeFile } from "../../../src/options/companions/scheme-file.ts";

function named(name: string): SchemeFile {
  const found = builtInScheme(name);
  if (found === null) throw new Error(`no scheme ${name}`);
  return found;
}

/** The scheme as published: without the segment that was added for what it leaves out. */
function published(name: string): SchemeFile {
  const scheme = named(name);
  return { ...scheme, segments: scheme.segments.filter((segment) => segment.otherwise !== true) };
}

/** Cells of each segment, counted over the whole scheme. */
function cellsPerSegment(name: string): readonly number[] {
  const scheme = compileScheme(named(name));
  return scheme.segments.map((_, index) => scheme.segmentOfCell.filter((segment) => segment === index).length);
}

describe.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.name, scheme] as const))("the %s scheme", (_name, scheme) => {
  it("covers every cell, and every segment can be reached", () => {
    const { uncovered, unreachable } = checkScheme(scheme);
    expect({ uncovered, unreachable }).toEqual({ uncovered: [], unreachable: [] });
    const compiled = compileScheme(scheme);
    expect(compiled.segmentOfCell).toHaveLength(scheme.levels ** 3);
    expect(new Set(compiled.segmentOfCell).size).toBe(scheme.segments.length);
  });

  it("has names that give distinct file names, and a text for each", () => {
    const slugs = scheme.segments.map((segment) => segmentSlug(segment.name));
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const segment of scheme.segments) {
      expect(segment.meaning).not.toBe("");
      expect(segment.action).not.toBe("");
    }
  });

  it("has advice that fits how long its customers have been silent: every action says of whom it is true", () => {
    for (const { name, action = "", claims } of scheme.segments) {
      if (/^Look at /.test(action)) continue; // says nothing of the customers
      expect([name, claims?.action ?? []]).toEqual([
        name,
        expect.arrayContaining([expect.stringMatching(/^(?:recent|silent)$/)]),
      ]);
    }
  });

  it("is the same scheme when written as a file and read again", () => {
    const text = JSON.stringify(writtenScheme(scheme), null, 2);
    expect(compileScheme(parseSchemeFile(text, "scheme.json")).segmentOfCell).toEqual(
      compileScheme(scheme).segmentOfCell,
    );
  });
});

describe("what the published schemes leave open", () => {
  it("standard: 125 cells once each, in the published numbers", () => {
    expect(checkScheme(named("standard")).ambiguous).toEqual([]);
    expect(cellsPerSegment("standard")).toEqual([7, 8, 24, 7, 16, 8, 8, 22, 8, 11, 6]);
  });

  it("putler read as (low, high]: overlaps at six pairs of recency and mean, so eleven cells", () => {
    const { ambiguous } = checkScheme(named("putler"));
    expect(ambiguous).toEqual(["145", "154", "155", "212", "213", "221", "222", "231", "545", "554", "555"]);
    const pairs = new Set(ambiguous.map(([r, f, m]) => `${r}|${(Number(f) + Number(m)) / 2}`));
    expect([...pairs].sort()).toEqual(["1|4.5", "1|5", "2|1.5", "2|2", "5|4.5", "5|5"]);
  });

  it("seg-map: all 25 pairs once, whatever the spend", () => {
    expect(checkScheme(named("seg-map")).ambiguous).toEqual([]);
    expect(cellsPerSegment("seg-map").reduce((sum, cells) => sum + cells, 0)).toBe(125);
    expect(cellsPerSegment("seg-map").every((cells) => cells % 5 === 0)).toBe(true);
  });

  it("rfm-r: ten cells in no box, 58 in more than one", () => {
    const { uncovered, ambiguous } = checkScheme(published("rfm-r"));
    expect(uncovered.toSorted()).toEqual(["215", "241", "251", "252", "341", "351", "441", "451", "541", "551"]);
    expect(ambiguous).toHaveLength(58);
  });

  it("pymc: 18 of 64 cells in no list, none in two", () => {
    const { uncovered, ambiguous } = checkScheme(published("pymc"));
    expect(uncovered.join(" ")).toBe("121 131 141 142 213 221 231 241 242 321 331 341 342 421 431 432 441 442");
    expect(ambiguous).toEqual([]);
  });

  it("braze: only its 030, which is 141 here, is in no segment", () => {
    expect(checkScheme(published("braze")).uncovered).toEqual(["141"]);
    expect(checkScheme(published("braze")).ambiguous).toHaveLength(39);
  });
});
