import { isUtf8 } from "node:buffer";
import { asBuffer } from "../../files/as-buffer.ts";
import { type ReadInto, withFile } from "../../files/file-pieces.ts";
import { LINE, SEEN } from "../../kernel/cells.ts";
import { FieldScanner } from "../../kernel/field-scanner.ts";
import type { JsonKeys } from "../../kernel/json-keys.ts";
import { Kernel } from "../../kernel/kernel.ts";
import { TextBlock, WAIT } from "../../kernel/text-block.ts";
import type { FlatValue } from "./flat-record.ts";
import { flatLine } from "./json-cell.ts";
import { openingOf } from "./json-form.ts";
import { KeyOrder } from "./key-order.ts";
import { ElementLines, RecordLines } from "./record-lines.ts";
import { scannedText } from "./scanned-text.ts";

const CLOSE_LIST = 0x5d;
/** More bytes behind the end of a list are no blanks. */
const MOST_BEHIND = 1 << 16;

/** Some whole records of a file. */
export interface LinePart {
  readonly start: number;
  readonly end: number;
  /** The first record in them. */
  readonly record: number;
}

/** What is known of a file of flat records before any value is read. */
export interface IndexedLines {
  /** The columns, in the order in which their keys are first met. */
  readonly names: readonly string[];
  /** A record that has other keys, or another order of them, must be parsed. */
  readonly keys: JsonKeys;
  /** Whether all values of a column that are not blank are numbers. */
  readonly areNumbers: readonly boolean[];
  /** The line of each record. */
  readonly lines: { readonly length: number; readonly at: (record: number) => number };
  readonly parts: readonly LinePart[];
}

const BLOCK_BYTES = 1 << 18;
/** Where most of the first lines must be parsed, it is better to parse all of them, once. */
const MOST_PARSED = 1000;
/** A longer line, and more columns, are no shop's. */
const [LONGEST_LINE, MOST_COLUMNS] = [1 << 24, 1000] as const;

/**
 * Looks at every record of a file on disk: one per line, or the elements of a list.
 *
 * @param list the key of the list, empty for one that is not inside an object; `null` for lines
 * @returns `null` where some record is not flat, or the file is otherwise unusual: its reader says what is wrong, if anything
 */
export function indexLines(
  file: { readonly path: string; readonly name: string },
  list: string | null = null,
): IndexedLines | null {
  if (!Kernel.isThere()) return null;
  const kernel = Kernel.take();
  try {
    const json = { keys: [], areAll: false, isList: list !== null };
    const index = new LineIndex(new FieldScanner(kernel, { delimiter: 0, lineEnd: 0, wanted: [], json }), list);
    return withFile(file, (read) => (index.read(read) ? index.found() : null));
  } finally {
    kernel.giveBack();
  }
}

class LineIndex {
  private readonly fields: FieldScanner;
  private readonly list: string | null;
  private readonly block: TextBlock;
  private readonly columns = new Map<string, number>();
  private readonly order = new KeyOrder();
  private readonly lines: RecordLines | ElementLines;
  private readonly parts: LinePart[] = [];
  /** The kinds of values of each column. */
  private readonly kinds: number[] = [];
  private areAll: boolean;
  /** Records that had to be parsed. */
  private parsed = 0;

  constructor(fields: FieldScanner, list: string | null) {
    this.fields = fields;
    this.list = list;
    this.areAll = list === null; // what follows an element must be looked at
    this.lines = list === null ? new RecordLines() : new ElementLines();
    fields.makeRoom(BLOCK_BYTES);
    this.block = new TextBlock(fields, { mayHaveMark: true });
  }

  found(): IndexedLines | null {
    const names = [...this.columns.keys()];
    const { lines, parts, kinds, areAll, list } = this;
    this.noteKinds();
    if (lines.length < 2 || names.length === 0 || names.some((name) => this.isInside(name))) return null;
    const areNumbers = names.map((_, column) => kinds[column] === SEEN.number);
    const keys = this.order.all(names);
    return keys === null ? null : { names, keys: { keys, areAll, isList: list !== null }, areNumbers, lines, parts };
  }

  /** Whether a key looks like that of an object's value whose object has a column, too: `customer.id` beside `customer`. */
  private isInside(name: string): boolean {
    return [...name.matchAll(/\./g)].some(({ index }) => this.columns.has(name.slice(0, index)));
  }

  /** Reads the whole file; false where something in it is unusual. */
  read(read: ReadInto): boolean {
    const { block, fields } = this;
    for (let [base, at, isLast] = [0, 0, false]; !isLast; ) {
      const count = read(block.room(), at);
      at += count;
      block.filled += count;
      isLast = count === 0;
      const begun = block.begin(isLast);
      if (begun === WAIT) continue;
      const from = base === 0 ? this.firstRecord(begun) : begun;
      if (from === null) return false;
      const record = this.lines.length;
      const next = this.take(from, isLast);
      if (next === null || !isUtf8(fields.bytes.subarray(0, next))) return false;
      this.parts.push({ start: base + from, end: base + next, record });
      if (this.list !== null && next < block.filled && fields.bytes[next] === CLOSE_LIST) {
        return this.endsBehind(next, read, at);
      }
      block.keepFrom(next);
      base += next;
      if (block.filled > LONGEST_LINE) return false;
    }
    return this.list === null;
  }

  /** Where the first record begins: of a list, behind what opens it; `null` where something else stands there. */
  private firstRecord(from: number): number | null {
    if (this.list === null || this.parts.length > 0) return from;
    const beginning = asBuffer(this.fields.bytes).toString("latin1", from, Math.min(this.block.filled, from + 4096));
    const opening = openingOf(beginning);
    if (opening === null) return null;
    if (this.lines instanceof ElementLines) this.lines.begin(opening);
    return from + opening.length;
  }

  /** Whether nothing stands behind the list but what closes the object that it is in. */
  private endsBehind(next: number, read: ReadInto, at: number): boolean {
    const { block, fields, list } = this;
    let rest = asBuffer(fields.bytes).toString("latin1", next + 1, block.filled);
    const more = Buffer.alloc(MOST_BEHIND);
    const count = read(more, at);
    rest += more.toString("latin1", 0, count);
    if (count === more.length || rest.length > LONGEST_LINE) return false;
    return (list === "" ? /^[ \t\r\n]*$/ : /^[ \t\r\n]*\}[ \t\r\n]*$/).test(rest);
  }

  /** Takes the whole lines of the block; returns where the next one begins, or `null`. */
  private take(from: number, isLast: boolean): number | null {
    const { fields, block } = this;
    let at = from;
    for (;;) {
      const count = fields.scan(at, { end: block.filled, isLast, limit: block.filled });
      if (count === 0) return at;
      const { lines } = this;
      const areAlike = !fields.hasOtherLines && lines instanceof RecordLines;
      if (areAlike) lines.add(count);
      const next = areAlike ? fields.resumeAt : this.takeEach(count);
      if (next === null) return null;
      at = next;
    }
  }

  /** Takes records one by one, of which some may be blank lines or must be parsed; returns where to go on, or `null`. */
  private takeEach(count: number): number | null {
    const { fields, lines } = this;
    for (let record = 0; record < count; record += 1) {
      fields.select(record);
      const other = fields.fields === LINE.other ? this.takeOther() : fields.fields === LINE.blank ? "blank" : "record";
      if (other === null) return null;
      if (other === "new keys") return fields.recordStart;
      if (lines instanceof ElementLines) lines.add(1 + fields.innerLineEnds);
      else if (other === "blank") lines.skip();
      else lines.add(1);
    }
    return fields.resumeAt;
  }

  /** Takes a line that must be parsed, or teaches new keys and is read again; `null` where it is no flat record. */
  private takeOther(): "blank" | "record" | "new keys" | null {
    const { fields, columns, order } = this;
    const line = scannedText(fields, this.list !== null);
    if (line.trim() === "") return this.list === null ? "blank" : null;
    const values = flatLine(line);
    if (values === null) return null;
    for (const name of values.keys()) if (!columns.has(name)) columns.set(name, columns.size);
    if (columns.size > MOST_COLUMNS) return null;
    this.noteKinds();
    if (order.learn(line, [...values.keys()], (name) => columns.get(name) ?? -1)) {
      fields.setKeys({ keys: order.keys, areAll: false });
      return "new keys";
    }
    this.areAll = false;
    this.parsed += 1;
    if (this.parsed > MOST_PARSED && this.parsed > this.lines.length / 2) return null;
    for (const [name, value] of values) if (value.kind !== "blank") this.addKind(columns.get(name) ?? 0, kindOf(value));
    return "record";
  }

  private noteKinds(): void {
    const { keys } = this.order;
    for (const [at, kinds] of this.fields.seen(keys).entries()) this.addKind(keys[at]?.column ?? 0, kinds);
  }

  private addKind(column: number, kind: number): void {
    this.kinds[column] = (this.kinds[column] ?? 0) | kind;
  }
}

function kindOf({ kind }: FlatValue): number {
  return kind === "number" || kind === "written number" ? SEEN.number : SEEN.text;
}
