import { messageText } from "../basics/text/words.ts";
import type { Style } from "../render/terminal/style.ts";
import { WIDEST_SENTENCES, wrapText } from "../render/terminal/wrap.ts";
import type { OutputStream } from "./context.ts";
import { tableWidth } from "./terminal.ts";

/** Lines as they fit the terminal that a stream is; in a pipe or a log each stays as it is. */
export function fittedLines(text: string, stream: OutputStream): string {
  if (stream.isTTY !== true) return text;
  const width = Math.min(tableWidth(stream, {}), WIDEST_SENTENCES);
  return text
    .split("\n")
    .map((line) => wrapText(line, width, `${/^ */.exec(line)?.[0] ?? ""}  `))
    .join("\n");
}

/** What went wrong and what to do about it, as lines for standard error. */
export function errorLines(
  { message, hint }: { readonly message: string; readonly hint: string | undefined },
  { stream, style }: { readonly stream: OutputStream; readonly style: Style },
): string {
  const lines = [`rfm: ${messageText(message)}`, ...(hint === undefined ? [] : [`hint: ${messageText(hint)}`])];
  const [what = "", ...todo] = lines.map((line) => fittedLines(line, stream));
  return [
    what.replace(/^rfm:/, style.warning("rfm:")),
    ...todo.map((line) => line.replace(/^hint:/, style.faint("hint:"))),
  ]
    .map((line) => `${line}\n`)
    .join("");
}
