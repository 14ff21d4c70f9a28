import fc from "fast-check";

/** One thing that goes wrong with a file: what, where (a share of its length), and a byte or count for it. */
export interface Damage {
  readonly kind: keyof typeof DAMAGES;
  readonly where: number;
  readonly byte: number;
}

type Change = (bytes: Buffer, at: number, byte: number) => Buffer;

const LF = 0x0a;
const CR = 0x0d;

const DAMAGES = {
  "a byte is another": (bytes, at, byte) => spliced(bytes, { at, remove: 1, insert: [byte] }),
  "a bit is flipped": (bytes, at, byte) =>
    spliced(bytes, { at, remove: 1, insert: [(bytes[at] ?? 0) ^ (1 << (byte % 8))] }),
  "a byte is lost": (bytes, at) => spliced(bytes, { at, remove: 1, insert: [] }),
  "some bytes are lost": (bytes, at, byte) => spliced(bytes, { at, remove: byte, insert: [] }),
  "a byte too many": (bytes, at, byte) => spliced(bytes, { at, remove: 0, insert: [byte] }),
  "cut off": (bytes, at) => bytes.subarray(0, at),
  "the start is missing": (bytes, at) => bytes.subarray(at),
  "a lone quote": (bytes, at) => spliced(bytes, { at, remove: 0, insert: [0x22] }),
  "a quote at the start of a field": (bytes, at) => {
    const next = bytes.findIndex((byte, index) => index >= at && (byte === LF || byte === 0x2c || byte === 0x3b));
    return spliced(bytes, { at: next < 0 ? bytes.length : next + 1, remove: 0, insert: [0x22] });
  },
  "NUL bytes": (bytes, at, byte) => spliced(bytes, { at, remove: 0, insert: Array<number>(1 + (byte % 3)).fill(0) }),
  "a line end is another": (bytes, at, byte) => {
    const line = lineAt(bytes, at);
    const end = [[CR], [CR, LF], [CR, CR, LF], [LF, CR]][byte % 4] ?? [];
    return spliced(bytes, { at: line.end - 1, remove: 1, insert: end });
  },
  "line ends of two kinds": (bytes, at, byte) => {
    const first = byte % 2 === 0 ? bytes.subarray(0, at) : bytes.subarray(at);
    const other = Buffer.from(first.toString("latin1").replace(/\r?\n/g, byte % 3 === 0 ? "\r" : "\r\n"), "latin1");
    return Buffer.concat(byte % 2 === 0 ? [other, bytes.subarray(at)] : [bytes.subarray(0, at), other]);
  },
  "a line twice": (bytes, at) => {
    const { start, end } = lineAt(bytes, at);
    return spliced(bytes, { at: end, remove: 0, insert: bytes.subarray(start, end) });
  },
  "a line is lost": (bytes, at) => {
    const { start, end } = lineAt(bytes, at);
    return spliced(bytes, { at: start, remove: end - start, insert: [] });
  },
  "blank lines": (bytes, at, byte) =>
    spliced(bytes, { at: lineAt(bytes, at).end, remove: 0, insert: Array<number>(byte).fill(LF) }),
  "other delimiters in a line": (bytes, at, byte) => {
    const { start, end } = lineAt(bytes, at);
    const line = bytes.subarray(start, end).toString("latin1");
    const other = line.replace(/[,;\t|]/g, [",", ";", "\t", "|"][byte % 4] ?? ",");
    return spliced(bytes, { at: start, remove: end - start, insert: Buffer.from(other, "latin1") });
  },
  "too many delimiters": (bytes, at, byte) =>
    spliced(bytes, { at, remove: 0, insert: Array<number>(1 + (byte % 20)).fill(byte % 2 === 0 ? 0x2c : 0x3b) }),
  "the file twice": (bytes) => Buffer.concat([bytes, bytes]),
  "a byte order mark inside": (bytes, at) => spliced(bytes, { at, remove: 0, insert: [0xef, 0xbb, 0xbf] }),
  "a run of one character": (bytes, at, byte) =>
    spliced(bytes, { at, remove: 0, insert: Array<number>(40).fill(CHARACTERS.charCodeAt(byte % CHARACTERS.length)) }),
} as const satisfies Readonly<Record<string, Change>>;

const CHARACTERS = "0.,-( eE'\t1/:\"";

/** Damages a file can have, one or a few. */
export const someDamages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(DAMAGES) as Damage["kind"][])),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The file with the damages, one after the other. */
export function damaged(bytes: Buffer, damages: readonly Damage[]): Buffer {
  return damages.reduce((before, { kind, where, byte }) => {
    const change: Change = DAMAGES[kind];
    return change(before, Math.min(before.length, Math.floor(where * (before.length + 1))), byte);
  }, bytes);
}

function spliced(
  bytes: Buffer,
  { at, remove, insert }: { at: number; remove: number; insert: readonly number[] | Buffer },
): Buffer {
  return Buffer.concat([bytes.subarray(0, Math.max(0, at)), Buffer.from(insert), bytes.subarray(at + remove)]);
}

/** Where the line at a place begins and where the next one does. */
function lineAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } {
  const start = at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
  const next = bytes.indexOf(LF, at);
  return { start, end: next < 0 ? bytes.length : next + 1 };
}
