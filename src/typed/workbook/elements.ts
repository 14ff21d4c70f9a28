import { damagedArchive } from "./zip-archive.ts";

/** A longer element is none that a spreadsheet wrote. */
const LONGEST_ELEMENT = 64 * 1024 * 1024;

/**
 * The elements of one name in a stream of XML, each from its opening tag to the end of its closing one, while `parent` is
 * open: rows of a sheet, strings of a list; as many at a time as a block of bytes holds. None of them may hold an element of its
 * own name.
 *
 * @throws InputError where the text ends inside the parent
 */
export async function* elementsIn(
  blocks: AsyncIterable<Uint8Array>,
  { parent, child, name }: { readonly parent: string; readonly child: string; readonly name: string },
): AsyncGenerator<readonly string[]> {
  const opening = new RegExp(`<(\\w+:)?${parent}(?=[\\s/>])[^>]*>`);
  const decoder = new TextDecoder();
  let [text, prefix] = ["", null as string | null];
  for await (const block of blocks) {
    text += decoder.decode(block, { stream: true });
    if (prefix === null) {
      const match = opening.exec(text);
      if (match === null) {
        text = text.slice(-LONGEST_TAG);
        continue;
      }
      if (match[0].endsWith("/>")) return;
      prefix = match[1] ?? "";
      text = text.slice(match.index + match[0].length);
    }
    const { elements, rest, isEnd } = takeElements(text, {
      start: `<${prefix}${child}`,
      end: `</${prefix}${child}>`,
      stop: `</${prefix}${parent}`,
    });
    yield elements;
    if (isEnd) return;
    text = rest;
    if (text.length > LONGEST_ELEMENT) throw damagedArchive(name, `a <${child}> in it has no end`);
  }
  throw damagedArchive(name, `it ends inside a <${parent}>`);
}

const LONGEST_TAG = 4096;

/** The whole elements at the beginning of a text, and what is left after them. */
function takeElements(
  text: string,
  { start, end, stop }: { readonly start: string; readonly end: string; readonly stop: string },
): { readonly elements: readonly string[]; readonly rest: string; readonly isEnd: boolean } {
  const elements: string[] = [];
  let at = 0;
  for (;;) {
    const from = nextTag(text, start, at);
    const stopAt = from < 0 ? text.indexOf(stop, at) : -1;
    if (stopAt >= 0) return { elements, rest: "", isEnd: true };
    const closed = from < 0 ? -1 : text.indexOf(">", from);
    if (closed < 0)
      return { elements, rest: text.slice(from < 0 ? Math.max(at, text.length - LONGEST_TAG) : from), isEnd: false };
    const isClosed = text[closed - 1] === "/";
    const to = isClosed ? closed + 1 : text.indexOf(end, closed) + end.length;
    if (to < closed) return { elements, rest: text.slice(from), isEnd: false };
    at = to;
    elements.push(text.slice(from, at));
  }
}

/** Where the next tag begins that has this name, and not one that only begins with it. */
function nextTag(text: string, start: string, from: number): number {
  for (let at = text.indexOf(start, from); at >= 0; at = text.indexOf(start, at + 1)) {
    const after = text[at + start.length];
    if (after === undefined || after === ">" || after === "/" || /\s/.test(after)) return at;
  }
  return -1;
}
