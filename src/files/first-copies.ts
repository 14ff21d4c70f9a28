import { type ByteSource, sha256Of, sha256OfBeginning } from "./byte-source.ts";

/** Files of one size that begin alike are seldom different, so that their rest is worth reading. */
const BEGINNING_BYTES = 1 << 16;

/**
 * For each source the first that has the same bytes, itself where none before it has. Files are told apart by their size,
 * then by the SHA-256 of their beginning, then of all of them, so that each is read once at most, however many there are.
 */
export async function firstCopies(sources: readonly ByteSource[]): Promise<ReadonlyMap<ByteSource, ByteSource>> {
  const firsts = new Map(sources.map((source) => [source, source]));
  for (const sized of groupsOf(sources, ({ size }) => size)) {
    const beginnings = await keysOf(sized, (source) => sha256OfBeginning(source, BEGINNING_BYTES));
    for (const alike of groupsOf(sized, (source) => beginnings.get(source))) {
      const [{ size } = { size: 0 }] = alike;
      const wholes = size <= BEGINNING_BYTES ? beginnings : await keysOf(alike, sha256Of);
      for (const [first, ...copies] of groupsOf(alike, (source) => wholes.get(source))) {
        if (first !== undefined) for (const copy of copies) firsts.set(copy, first);
      }
    }
  }
  return firsts;
}

/** The groups of two or more sources that share a key, each in the order of the sources. */
function groupsOf<Key>(
  sources: readonly ByteSource[],
  keyOf: (source: ByteSource) => Key,
): readonly (readonly ByteSource[])[] {
  const groups = new Map<Key, ByteSource[]>();
  for (const source of sources) {
    const key = keyOf(source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

async function keysOf(
  sources: readonly ByteSource[],
  keyOf: (source: ByteSource) => Promise<string>,
): Promise<ReadonlyMap<ByteSource, string>> {
  const keys = new Map<ByteSource, string>();
  for (const source of sources) keys.set(source, await keyOf(source));
  return keys;
}
