// Sixty-four bytes of text at a time, a bit for each.

/** 0 as long as every byte that was looked at was ASCII and no NUL. */
export let unusual: i32 = 0;

export function forgetUnusual(): void {
  unusual = 0;
}

/** Notes whether some of 64 bytes is not usual: below 1 as a number with a sign. */
export function noteUnusual(at: usize): void {
  const least = i8x16.min_s(
    i8x16.min_s(v128.load(at), v128.load(at, 16)),
    i8x16.min_s(v128.load(at, 32), v128.load(at, 48)),
  );
  unusual |= i8x16.bitmask(i8x16.lt_s(least, i8x16.splat(1)));
}

/** Which of 64 bytes are this one. */
export function bitsOf(byte: u32, at: usize): u64 {
  const same = i8x16.splat(<i8>byte);
  const a = <u64>i8x16.bitmask(i8x16.eq(v128.load(at), same));
  const b = <u64>i8x16.bitmask(i8x16.eq(v128.load(at, 16), same));
  const c = <u64>i8x16.bitmask(i8x16.eq(v128.load(at, 32), same));
  const d = <u64>i8x16.bitmask(i8x16.eq(v128.load(at, 48), same));
  return a | (b << 16) | (c << 32) | (d << 48);
}
