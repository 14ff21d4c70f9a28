// What this folder and key-memory.ts agree on; both compilers read this file. Addresses are bytes of the shared memory.

/** The first bits of a hash say its partition. */
export const PARTITION_BITS = 8;
export const PARTITIONS = 256;

/** What the keys of a file are like that are copied from it: in lines of JSON, letters of one byte each, e-mail addresses in lower case. */
export const IS_JSON = 1;
export const IS_ONE_BYTE = 2;
export const LOWERS_EMAILS = 4;

/** What is kept of a hash to see that all are different, beside the partition: its last 32 bits, and the lowest 16 of its first word. */
export const PART_SIZE = 6;

/** Where each partition begins, a number of 32 bits each, and one more at the end. */
export const STARTS_SIZE = 1088;

/**
 * A line item to be added up: the hash of its order, whose highest byte, which the partition says, is the code of its status and
 * currency; its amount, rows and day, as ../layout.ts packs them; its customer; its line, counted from the segment's first. Likewise its
 * customer, as long as that has no number: the hash, where the number goes, and where the key stands.
 */
export const ORDER_LINE_CODE = 3;
export const ORDER_LINE_PACKED = 16;
export const ORDER_LINE_CUSTOMER = 24;
export const ORDER_LINE_LINE = 28;
export const ORDER_LINE_SIZE = 32;
export const LINE_CUSTOMER_PLACE = 16;
export const LINE_CUSTOMER_KEY = 20;
export const LINE_CUSTOMER_SIZE = 24;

/** How many codes of line items there can be, for each is a byte. */
export const MOST_CODES = 256;

/** Where the line items of a segment lie: where partitions begin, the lines, the table's code for each of the segment's, the line before it. */
export const SEGMENT_LINES = 4;
export const SEGMENT_CODES = 8;
export const SEGMENT_LINE = 12;
export const SEGMENT_SIZE = 16;

/**
 * A row that is kept after all: the number of its order, its segment, line, day, customer and code, how many rows it stands for, and its
 * amount.
 */
export const ASIDE_SEGMENT = 4;
export const ASIDE_LINE = 8;
export const ASIDE_DAY = 12;
export const ASIDE_CUSTOMER = 16;
export const ASIDE_CODE = 20;
export const ASIDE_ROWS = 24;
export const ASIDE_AMOUNT = 32;
export const ASIDE_SIZE = 40;

/** An order while it is put together: its hash, its amount, its customer, its code, its day, and its number where its rows are kept. */
export const ORDER_AMOUNT = 16;
export const ORDER_CUSTOMER = 24;
export const ORDER_CODE = 28;
export const ORDER_DAY = 32;
export const ORDER_NUMBER = 36;
export const ORDER_SIZE = 48;

/**
 * The customers of a range of partitions: by segments, and where each segment begins; then what is added up of each, where that ends, and
 * their hashes.
 */
export const RANGE_STARTS = 4;
export const RANGE_SUMS = 8;
export const RANGE_SUMS_END = 12;
export const RANGE_HASHES = 16;
export const RANGE_SIZE = 20;

/**
 * What is added up of a customer: the first and the last day, a number that is known at last, how many purchases there were, the spend; the
 * segment of the first one, and where the key stands there. While line items are read, the number of purchases says
 * whether the segment and the place are known: 0 where they are not, and above 1 while a thread writes to them.
 */
export const SUM_LAST = 4;
export const SUM_PURCHASES = 8;
export const SUM_EVER = 12;
export const SUM_SPEND = 16;
export const SUM_SEGMENT = 24;
export const SUM_PLACE = 28;
export const SUM_SIZE = 32;
/** What is left of it when all customers are in their order: what stands before the segment. */
export const NUMBERS_SIZE = 24;
