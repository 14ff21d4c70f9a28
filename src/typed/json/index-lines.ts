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
import { KeyOrder } from "./key-order.ts";
import { RecordLines } from "./record-lines.ts";

/** Some whole lines of a file. */
export interface LinePart {
  readonly start: number;
  readonly end: number;
  /** The first record in them. */
  readonly record: number;
}

/** What is known of a file of flat records, one per line, before any value is read. */
export interface IndexedLines {
  /** The columns, in the order in which their keys are first met. */
  readonly names: readonly string[];
  /** A record that has other keys, or another order of them, must be parsed. */
  readonly keys: JsonKeys;
  /** Whether all values of a column that are not blank are numbers. */
  readonly areNumbers: readonly boolean[];
  /** The line of each record. */
  readonly lines: RecordLines;
  readonly parts: readonly LinePart[];
}

const NO_KEYS: JsonKeys = { keys: [], areAll: false };
const BLOCK_BYTES = 1 << 18;
/** Where most of the first lines must be parsed, it is better to parse all of them, once. */
const MOST_PARSED = 1000;
/** A longer line, and more columns, are no shop's. */
const [LONGEST_LINE, MOST_COLUMNS] = [1 << 24, 1000] as const;

/**
 * Looks at every line of a file on disk.
 *
 * @returns `null` where some line is no flat record, or the file is otherwise unusual: its reader says what is wrong, if anything
 */
export function indexLines(file: { readonly path: string; readonly name: string }): IndexedLines | null {
  if (!Kernel.isThere()) return null;
  const kernel = Kernel.take();
  try {
    const index = new LineIndex(new FieldScanner(kernel, { delimiter: 0, lineEnd: 0, wanted: [], json: NO_KEYS }));
    return withFile(file, (read) => (index.read(read) ? index.found() : null));
  } finally {
    kernel.giveBack();
  }
}

class LineIndex {
  private readonly fields: FieldScanner;
  private readonly block: TextBlock;
  private readonly columns = new Map<string, number>();
  private readonly order = new KeyOrder();
  private readonly lines = new RecordLines();
  private readonly parts: LinePart[] = [];
  /** The kinds of values of each column. */
  private readonly kinds: number[] = [];
  private areAll = true;
  /** Records that had to be parsed. */
  private parsed = 0;

  constructor(fields: FieldScanner) {
    this.fields = fields;
    fields.makeRoom(BLOCK_BYTES);
    this.block = new TextBlock(fields, { mayHaveMark: true });
  }

  found(): IndexedLines | null {
    const names = [...this.columns.keys()];
    const { lines, parts, kinds, areAll } = this;
    this.noteKinds();
    if (lines.length < 2 || names.length === 0 || names.some((name) => this.isInside(name))) return null;
    const areNumbers = names.map((_, column) => kinds[column] === SEEN.number);
    const keys = this.order.all(names);
    return keys === null ? null : { names, keys: { keys, areAll }, areNumbers, lines, parts };
  }

  /** Whether a key looks like that of an object's value whose object has a column, too: `customer.id` beside `customer`. */
  private isInside(name: string): boolean {
    return [...name.matchAll(/\./g)].some(({ index }) => this.columns.has(name.slice(0, index)));
  }

  /** Reads the whole file; false where something in it is unusual. */
  read(read: ReadInto): boolean {
    const { block } = this;
    for (let [base, at, isLast] = [0, 0, false]; !isLast; ) {
      const count = read(block.room(), at);
      at += count;
      block.filled += count;
      isLast = count === 0;
      const from = block.begin(isLast);
      if (from === WAIT) continue;
      const record = this.lines.length;
      const next = this.take(from, isLast);
      if (next === null || !isUtf8(this.fields.bytes.subarray(0, next))) return false;
      this.parts.push({ start: base + from, end: base + next, record });
      block.keepFrom(next);
      base += next;
      if (block.filled > LONGEST_LINE) return false;
    }
    return true;
  }

  /** Takes the whole lines of the block; returns where the next one begins, or `null`. */
  private take(from: number, isLast: boolean): number | null {
    const { fields, block } = this;
    let at = from;
    for (;;) {
      const count = fields.scan(at, { end: block.filled, isLast, limit: block.filled });
      if (count === 0) return at;
      if (!fields.hasOtherLines) this.lines.add(count);
      const next = fields.hasOtherLines ? this.takeOthers(count) : fields.resumeAt;
      if (next === null) return null;
      at = next;
    }
  }

  /** Takes lines among which some are blank or must be parsed; returns where to go on, or `null`. */
  private takeOthers(count: number): number | null {
    const { fields, lines } = this;
    for (let record = 0; record < count; record += 1) {
      fields.select(record);
      const other = fields.fields === LINE.other ? this.takeOther() : fields.fields === LINE.blank ? "blank" : "record";
      if (other === null) return null;
      if (other === "new keys") return fields.recordStart;
      if (other === "blank") lines.skip();
      else lines.add(1);
    }
    return fields.resumeAt;
  }

  /** Takes a line that must be parsed, or teaches new keys and is read again; `null` where it is no flat record. */
  private takeOther(): "blank" | "record" | "new keys" | null {
    const { fields, columns, order } = this;
    const line = asBuffer(fields.bytes).toString("utf8", fields.recordStart, fields.recordEnd);
    if (line.trim() === "") return "blank";
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
