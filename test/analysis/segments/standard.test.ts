import { describe, expect, it } from "vitest";
import { checkScheme, segmentOf } from "../../../src/analysis/segments/scheme.ts";
import { standardScheme, standardSchemeFile } from "../../../src/analysis/segments/standard.ts";

/** The published assignment: eleven segments, 125 cells. */
const PUBLISHED: Readonly<Record<string, string>> = {
  Champions: "555 554 544 545 454 455 445",
  Loyal: "543 444 435 355 354 345 344 335",
  "Potential Loyalist":
    "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
  "New Customers": "512 511 422 421 412 411 311",
  Promising: "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
  "Need Attention": "535 534 443 434 343 334 325 324",
  "About To Sleep": "331 321 312 221 213 231 241 251",
  "At Risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
  "Cannot Lose Them": "155 154 144 214 215 115 114 113",
  Hibernating: "332 322 233 232 223 222 132 123 122 212 211",
  Lost: "111 112 121 131 141 151",
};

const ALL_CELLS = [1, 2, 3, 4, 5].flatMap((r) =>
  [1, 2, 3, 4, 5].flatMap((f) => [1, 2, 3, 4, 5].map((m) => `${r}${f}${m}`)),
);

function segmentName(cell: string): string {
  const [recency = 0, frequency = 0, monetary = 0] = [...cell].map(Number);
  return standardScheme.segments[segmentOf(standardScheme, { recency, frequency, monetary })]?.name ?? "none";
}

describe("the standard scheme", () => {
  it("has the eleven segments that marketers know, in order", () => {
    expect(standardScheme.name).toBe("standard");
    expect(standardScheme.levels).toBe(5);
    expect(standardScheme.segments.map(({ name }) => name)).toEqual(Object.keys(PUBLISHED));
  });

  it("is published with each of the 125 cells exactly once", () => {
    const cells = Object.values(PUBLISHED).flatMap((list) => list.split(" "));
    expect(cells).toHaveLength(125);
    expect(cells.toSorted()).toEqual(ALL_CELLS);
  });

  it.each(Object.entries(PUBLISHED))("puts the published cells, and no others, into %s", (name, cells) => {
    expect(ALL_CELLS.filter((cell) => segmentName(cell) === name)).toEqual(cells.split(" ").toSorted());
  });

  it("has no hole, no overlap and no segment that nobody can reach", () => {
    expect(checkScheme(standardSchemeFile)).toEqual({ uncovered: [], ambiguous: [], unreachable: [] });
  });

  it("says what each segment means and what to do about it", () => {
    for (const { name, meaning, action } of standardScheme.segments) {
      expect(meaning, name).toMatch(/\.$/);
      expect(action, name).toMatch(/\.$/);
    }
  });
});
