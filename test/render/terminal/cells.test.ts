import { describe, expect, it } from "vitest";
import { cellWidth, padEndCells, padStartCells, shortenCells } from "../../../src/render/terminal/cells.ts";

describe("cells of a terminal", () => {
  it.each([
    ["Champions", 9],
    ["山田太郎", 8],
    ["한국", 4],
    ["🎉", 2],
    ["👨‍👩‍👧", 2], // one family, three people joined
    ["🇫🇮", 2],
    ["e\u0301", 1], // an accent of its own
    ["นี้", 1], // two marks on one letter
    ["–…█", 3],
    ["", 0],
  ])("of %j are %d", (text, width) => {
    expect(cellWidth(text)).toBe(width);
  });

  it("are filled up before or after, and never cut", () => {
    expect(padStartCells("山田", 6)).toBe("  山田");
    expect(padEndCells("e\u0301", 3)).toBe("e\u0301  ");
    expect(padEndCells("山田", 3)).toBe("山田");
  });

  it("hold as much of a text as fits, and no half character", () => {
    expect(shortenCells("山田太郎", 8)).toBe("山田太郎");
    expect(shortenCells("山田太郎", 7)).toBe("山田太…");
    expect(shortenCells("山田太郎", 6)).toBe("山田…");
    expect(shortenCells("a👨‍👩‍👧b", 3)).toBe("a…");
    expect(shortenCells("cafe\u0301 noir", 5)).toBe("cafe\u0301…");
  });
});
