/** What stands at a place that is no whole character of UTF-8. */
export const NO_CHARACTER = 0;
/** The text ends inside what may yet become a character. */
export const CUT_CHARACTER = -1;

/** Beyond the second byte, every byte of a character is of this range; so is the second, but for the leads below. */
const [FIRST_CONTINUING, LAST_CONTINUING] = [0x80, 0xbf];

/**
 * How many bytes the UTF-8 character has that begins at `at` of `bytes[0 … end)`: 1 to 4, {@link NO_CHARACTER} or
 * {@link CUT_CHARACTER}. Overlong forms, halves of UTF-16 pairs and code points beyond 0x10FFFF are none (Unicode 16, table 3-7).
 */
export function characterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return NO_CHARACTER;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = 1; next < length; next += 1) {
    if (at + next >= end) return CUT_CHARACTER;
    const byte = bytes[at + next] as number;
    const [least, most] = next === 1 ? rangeAfter(lead) : [FIRST_CONTINUING, LAST_CONTINUING];
    if (byte < least || byte > most) return NO_CHARACTER;
  }
  return length;
}

/** What the second byte of a character may be. */
function rangeAfter(lead: number): readonly [least: number, most: number] {
  if (lead === 0xe0) return [0xa0, LAST_CONTINUING];
  if (lead === 0xed) return [FIRST_CONTINUING, 0x9f];
  if (lead === 0xf0) return [0x90, LAST_CONTINUING];
  if (lead === 0xf4) return [FIRST_CONTINUING, 0x8f];
  return [FIRST_CONTINUING, LAST_CONTINUING];
}
