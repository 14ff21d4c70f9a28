// What this folder and key-memory.ts agree on; both compilers read this file. Addresses are bytes of the shared memory.

/** The first bits of a hash say its partition. */
export const PARTITION_BITS = 8;
export const PARTITIONS = 256;

/** What the keys of a file are like that are copied from it: in lines of JSON, letters of one byte each, e-mail addresses in lower case. */
export const IS_JSON = 1;
export const IS_ONE_BYTE = 2;
export const LOWERS_EMAILS = 4;

/** Where each partition begins, a number of 32 bits each, and one more at the end. */
export const STARTS_SIZE = 1088;

/**
 * What is added up of a customer: the first and the last day, a number that is known at last, how many purchases there were, the spend; the
 * segment of the first one, and where the key stands there. The size is 2 ** SUM_BITS.
 */
export const SUM_LAST = 4;
export const SUM_PURCHASES = 8;
export const SUM_EVER = 12;
export const SUM_SPEND = 16;
export const SUM_SEGMENT = 24;
export const SUM_PLACE = 28;
export const SUM_BITS = 5;
export const SUM_SIZE = 32;
