/** 32-bit words of a hash. */
export const HASH_WORDS = 4;

/** The key that keys are hashed with: 128 bits. */
export type HashKey = readonly [number, number, number, number];
