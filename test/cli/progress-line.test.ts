import { describe, expect, it } from "vitest";
import { progressLine } from "../../src/cli/progress-line.ts";
import { plainStyle } from "../../src/render/terminal/style.ts";

/** Two fifths of 500 MB read in four seconds: 100,000 rows a second, six seconds to go. */
const HALFWAY = { bytesRead: 200_000_000, bytesTotal: 500_000_000, rows: 400_000 };

function lineOf(progress: Parameters<typeof progressLine>[0], seconds = 4, width = 200): string {
  return progressLine(progress, { seconds, width, style: plainStyle });
}

describe("the progress line", () => {
  it("says the share, bytes, rows, rows per second and the time left", () => {
    expect(lineOf(HALFWAY)).toBe(
      " 40%  █████████░░░░░░░░░░░░░░░  200 of 500 MB  400,000 rows  100,000 rows/s  6 s left",
    );
  });

  it("makes the bar shorter on narrower terminals, and says less", () => {
    expect(lineOf(HALFWAY, 4, 80)).toBe(" 40%  ████░░░░░░░░  200 of 500 MB  400,000 rows  100,000 rows/s  6 s left");
    expect(lineOf(HALFWAY, 4, 70)).toBe(" 40%  ██░░░░  200 of 500 MB  400,000 rows  100,000 rows/s  6 s left");
    expect(lineOf(HALFWAY, 4, 60)).toBe(" 40%  200 of 500 MB  400,000 rows  100,000 rows/s  6 s left");
    expect(lineOf(HALFWAY, 4, 50)).toBe(" 40%  400,000 rows  100,000 rows/s  6 s left");
    expect(lineOf(HALFWAY, 4, 30)).toBe(" 40%  400,000 rows  6 s left");
    expect(lineOf(HALFWAY, 4, 20)).toBe(" 40%  6 s left");
    expect(lineOf(HALFWAY, 4, 8)).toBe(" 40%");
    expect(lineOf(HALFWAY, 4, 3)).toBe("");
  });

  it("never is wider than the terminal", () => {
    for (let width = 0; width <= 120; width += 1) expect(lineOf(HALFWAY, 4, width).length).toBeLessThanOrEqual(width);
  });

  it("says that orders are put together once everything is read", () => {
    expect(lineOf({ bytesRead: 1_234_000, bytesTotal: 1_234_000, rows: 9000 }, 2)).toBe(
      "100%  ████████████████████████  1 MB  9,000 rows  4,500 rows/s  putting orders together",
    );
  });

  it("does not say 100% before the end", () => {
    expect(lineOf({ bytesRead: 999, bytesTotal: 1000, rows: 9 })).toMatch(/^ 99% .* 1 s left$/);
  });

  it("knows no share and no time left while standard input comes in", () => {
    expect(lineOf({ bytesRead: 2_345_678_901, bytesTotal: null, rows: 0 })).toBe("standard input: 2.3 GB");
    expect(lineOf({ bytesRead: 42_400, bytesTotal: null, rows: 0 }, 4, 10)).toBe("42 kB");
  });

  it.each([
    [60, "60 s left"],
    [100, "2 min left"],
    [5400, "1 h 30 min left"],
    [7140, "1 h 59 min left"],
    [7200, "2 h 0 min left"],
  ])("writes %d seconds as people do", (seconds, text) => {
    const half = { bytesRead: 500, bytesTotal: 1000, rows: 10 };
    expect(lineOf(half, seconds)).toMatch(new RegExp(`  ${text}$`));
  });
});
