import type { OutputOptions } from "../options/output-options.ts";
import type { OnProgress } from "../orders/rows/progress.ts";
import { type CliContext, styleFor } from "./context.ts";
import { progressLine } from "./progress-line.ts";

/** A line on standard error that is drawn again and again while exports are read. */
export interface ProgressBar {
  readonly show: OnProgress;
  /** Takes the line away; to be called before anything else is written. */
  readonly clear: () => void;
}

/** Short work shows no bar: it would only flicker. */
const SHOWN_AFTER_MS = 1000;
const REDRAWN_AFTER_MS = 100;
const CLEAR_LINE = "\r\u001b[K";
const DEFAULT_COLUMNS = 80;

/**
 * The progress bar of a run; `null` where nobody would see it or asked for silence: standard error is no terminal, the
 * terminal cannot redraw a line (TERM=dumb), or `--quiet`.
 *
 * @param now the time in milliseconds, counted from any moment
 */
export function progressBar(
  context: Pick<CliContext, "stderr" | "env" | "onInterrupt">,
  options: Pick<OutputOptions, "quiet" | "color">,
  now: () => number = () => performance.now(),
): ProgressBar | null {
  const { stderr, env } = context;
  if (stderr.isTTY !== true || options.quiet === true || env["TERM"] === "dumb") return null;
  const style = styleFor(stderr, env, options.color !== false);
  const started = now();
  let [readingSince, drawnAt, completeRows] = [started, Number.NEGATIVE_INFINITY, -1];
  let release: (() => void) | null = null;
  const clear = (): void => {
    if (release === null) return;
    release();
    release = null;
    stderr.write(CLEAR_LINE);
  };
  const show: OnProgress = (progress) => {
    const time = now();
    if (progress.bytesTotal === null) readingSince = time; // waiting for input says nothing of the speed of reading
    if (time - started < SHOWN_AFTER_MS) return;
    // The last line is drawn however soon: it stands while orders are put together, when nothing can be drawn.
    const isLast = progress.bytesRead === progress.bytesTotal && progress.rows !== completeRows;
    if (time - drawnAt < REDRAWN_AFTER_MS && !isLast) return;
    drawnAt = time;
    if (isLast) completeRows = progress.rows;
    release ??= context.onInterrupt(clear);
    const columns = stderr.columns || DEFAULT_COLUMNS; // some terminals say 0
    const width = columns - 1; // a line as wide as the terminal may wrap
    stderr.write(`${CLEAR_LINE}${progressLine(progress, { seconds: (time - readingSince) / 1000, width, style })}`);
  };
  return { show, clear };
}
