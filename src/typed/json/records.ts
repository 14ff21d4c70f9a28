import { InputError } from "../../errors.ts";

/** A record of a JSON text as it stands there, and the line on which it begins. */
export interface RecordText {
  readonly text: string;
  readonly line: number;
}

/** The lines of a text that comes in pieces, without those that are blank. */
export async function* lineRecords(pieces: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let [rest, line] = ["", 0];
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      line += 1;
      if (text.trim() !== "") yield { text, line };
    }
  }
  if (rest.trim() !== "") yield { text: rest, line: line + 1 };
}

const [QUOTE, ESCAPE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, LINE_END] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x0a,
] as const;

/**
 * The elements of a list, each as it stands in the text; an empty one where there is a comma too many.
 *
 * @param firstLine the line of a file on which the text begins
 * @throws InputError with the line where the list is cut short or goes on after its end
 */
export function* listRecords(text: string, name: string, firstLine = 1): Generator<RecordText> {
  let at = text.indexOf("[") + 1;
  let line = firstLine - 1 + text.slice(0, at).split("\n").length;
  let [start, startLine, depth, isQuoted, isAfterComma] = [-1, line, 0, false, false];
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_END) line += 1;
    if (isQuoted) {
      if (code === ESCAPE) at += 1;
      else if (code === QUOTE) isQuoted = false;
      continue;
    }
    if (depth === 0 && (code === COMMA || code === CLOSE_LIST)) {
      const isMissing = start < 0 && (code === COMMA || isAfterComma);
      if (start >= 0 || isMissing)
        yield { text: isMissing ? "" : text.slice(start, at), line: isMissing ? line : startLine };
      [start, isAfterComma] = [-1, code === COMMA];
      if (code === COMMA) continue;
      refuseMore(text.slice(at + 1), { name, line });
      return;
    }
    if (start < 0 && code > 0x20) [start, startLine] = [at, line];
    if (code === QUOTE) isQuoted = true;
    else if (code === OPEN || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE || code === CLOSE_LIST) depth -= 1;
  }
  throw new InputError(`${name}: the list of records is cut short: its end is missing`, {
    hint: "export or copy the file again",
  });
}

function refuseMore(rest: string, { name, line }: { readonly name: string; readonly line: number }): void {
  if (rest.trim() === "") return;
  throw new InputError(`${name}: line ${line}: the file goes on after the end of the list`, {
    hint: "save one list of records, or one record per line",
  });
}
