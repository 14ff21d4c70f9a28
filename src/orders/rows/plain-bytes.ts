/** What the characters of a key say about it, put together bit by bit. */
export const HOLDS = { digits: 1, others: 2, capitals: 4, at: 8, unknown: 16 } as const;

/** What each byte adds. Others than these may need what is done to texts: trimming, unwrapping, decoding. */
const CLASSES = classes();

function classes(): Uint8Array {
  const bytes = new Uint8Array(256).fill(HOLDS.unknown);
  const set = (characters: string, holds: number): void => {
    for (const byte of Buffer.from(characters)) bytes[byte] = holds;
  };
  set("0123456789", HOLDS.digits);
  set("abcdefghijklmnopqrstuvwxyz#-_.:/", HOLDS.others);
  set("ABCDEFGHIJKLMNOPQRSTUVWXYZ", HOLDS.capitals);
  set("@", HOLDS.at);
  return bytes;
}

/** What stands in `bytes[start … end)`, as the bits of {@link HOLDS}; with `unknown`, its text must be looked at. */
export function holdsOf(bytes: Uint8Array, start: number, end: number): number {
  let holds = 0;
  for (let at = start; at < end; at += 1) holds |= CLASSES[bytes[at] as number] as number;
  return holds;
}
