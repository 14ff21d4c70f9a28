import { peopleCount, plural } from "../basics/text/words.ts";
import type { ReadProgress } from "../orders/rows/progress.ts";
import { cellWidth } from "../render/terminal/cells.ts";
import type { Style } from "../render/terminal/style.ts";

/** What a progress line is made for. */
export interface ProgressLook {
  /** Since the work began. */
  readonly seconds: number;
  /** Cells that the line may fill. */
  readonly width: number;
  readonly style: Style;
}

/** Fragment of a line as it is shown, and how many cells it fills on a terminal. */
interface Fragment {
  readonly text: string;
  readonly cells: number;
}

const BAR_WIDTHS = [24, 12, 6];

/**
 * One line that says how far the reading is: a bar, bytes, rows, rows per second and the time left at the average speed so
 * far. Where the terminal is too narrow, the bar shrinks first; the share read and the time left are the last to go.
 */
export function progressLine(progress: ReadProgress, { seconds, width, style }: ProgressLook): string {
  const lines = progress.bytesTotal === null ? inputLines(progress.bytesRead) : fileLines(progress, seconds, style);
  for (const fragments of lines) {
    const cells =
      fragments.reduce((sum, fragment) => sum + fragment.cells, 0) + cellWidth(GAP) * (fragments.length - 1);
    if (cells <= width) return fragments.map(({ text }) => text).join(GAP);
  }
  return "";
}

const GAP = "  ";

/** Seconds that count as some time, so that a speed is a number. */
const SHORTEST = 0.001;

/** While standard input comes in, nobody knows how much there will be. */
function inputLines(bytesRead: number): readonly (readonly Fragment[])[] {
  return [
    [uncoloured(`standard input: ${bytesText(bytesRead, bytesRead)}`)],
    [uncoloured(bytesText(bytesRead, bytesRead))],
  ];
}

/** The lines for a known number of bytes, the fullest first. */
function fileLines(progress: ReadProgress, seconds: number, style: Style): readonly (readonly Fragment[])[] {
  const total = progress.bytesTotal ?? 0;
  const fraction = total === 0 ? 1 : Math.min(1, progress.bytesRead / total);
  const share = uncoloured(`${String(Math.floor(fraction * 100)).padStart(3)}%`);
  const bytes = uncoloured(
    fraction === 1
      ? bytesText(total, total)
      : `${bytesNumber(progress.bytesRead, total)} of ${bytesText(total, total)}`,
  );
  const rows = uncoloured(plural(progress.rows, "row"));
  const speed = uncoloured(`${peopleCount(threeDigits(progress.rows / Math.max(seconds, SHORTEST)))} rows/s`);
  const left = uncoloured(
    fraction === 1 ? "putting orders together" : `${timeText((seconds * (1 - fraction)) / fraction)} left`,
  );
  const full = BAR_WIDTHS.map((width) => [share, bar(fraction, width, style), bytes, rows, speed, left]);
  return [
    ...full,
    [share, bytes, rows, speed, left],
    [share, rows, speed, left],
    [share, rows, left],
    [share, left],
    [share],
  ];
}

function uncoloured(text: string): Fragment {
  return { text, cells: cellWidth(text) };
}

function bar(fraction: number, width: number, style: Style): Fragment {
  const filled = Math.floor(fraction * width);
  return { text: style.bar("█".repeat(filled)) + style.faint("░".repeat(width - filled)), cells: width };
}

const BYTE_UNITS = [
  { size: 1e9, name: "GB", digits: 1 },
  { size: 1e6, name: "MB", digits: 0 },
  { size: 1e3, name: "kB", digits: 0 },
] as const;

/** The unit that suits a size: `MB` from a million bytes. */
function byteUnit(size: number): (typeof BYTE_UNITS)[number] {
  return BYTE_UNITS.find((unit) => size >= unit.size) ?? BYTE_UNITS[2];
}

function bytesNumber(bytes: number, suits: number): string {
  const unit = byteUnit(suits);
  return (bytes / unit.size).toFixed(unit.digits);
}

function bytesText(bytes: number, suits: number): string {
  return `${bytesNumber(bytes, suits)} ${byteUnit(suits).name}`;
}

/** A whole number with three digits that mean something, so that it does not flicker. */
function threeDigits(value: number): number {
  return Math.round(Number(value.toPrecision(3)));
}

/** A length of time as people say it, rounded up: `8 s`, `3 min`, `1 h 5 min`. */
function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
