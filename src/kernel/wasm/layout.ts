// What the kernel, cells.ts and kernel-memory.ts agree on; both compilers read this file. Addresses are bytes of the kernel's memory.

/** What a wanted cell holds, which says what is made of its bytes. */
export const TEXT_CELL = 0;
export const DAY_CELL = 1;
export const AMOUNT_CELL = 2;
export const KEY_CELL = 3;
/** A key of which capitals are always part. */
export const ID_CELL = 4;
/** A cell that is often the same as in the record before. */
export const WORD_CELL = 5;
/** A key that is not hashed, for it is compared with the one before. */
export const SEQUENCE_CELL = 6;
/** A key that matters only where another cell is blank: it is not looked at before somebody asks. */
export const SPARE_CELL = 7;
/** A cell of which it only matters whether it is filled. */
export const FLAG_CELL = 8;

/** How a cell stands in the file: as it is; in quotes; with doubled quotes inside; with text after its closing quote. */
export const UNQUOTED = 0;
export const QUOTED = 1;
export const ESCAPED = 2;
export const RELAXED = 3;
/** A number of JSON whose text is not what is written, such as 12.50; in JSON, escaped means that there are backslashes inside. */
export const WRITTEN = 4;

/**
 * A record: where it begins and where the next one does, its fields, the line ends inside its cells, whether it is plain, then
 * its cells. It is plain where every wanted cell but spare ones, words and flags is written plainly, days and keys are filled, and no word
 * has quotes inside.
 */
export const RECORD_NEXT = 4;
export const RECORD_FIELDS = 8;
export const RECORD_LINES = 12;
export const RECORD_PLAIN = 16;
export const RECORD_HEAD = 24;

/** Whether a record is plain: not; it is; it is, and its words and the currencies beside its amounts are those of the record before. */
export const NOT_PLAIN = 0;
export const IS_PLAIN = 1;
export const HAS_SAME_WORDS = 2;

/** Instead of its fields, what a line of JSON is that holds no record that the kernel reads: blank, or something else. */
export const BLANK_LINE = -1;
export const OTHER_RECORD = -2;

/**
 * A key of JSON's records: the wanted cell that is its, or −1, its length, which kinds of values it was seen to have, and its bytes,
 * up to the next multiple of 16.
 */
export const JSON_KEY_LENGTH = 4;
export const JSON_KEY_SEEN = 8;
export const JSON_KEY_HEAD = 16;

/** Kinds of values that are not blank. */
export const SEEN_NUMBER = 1;
export const SEEN_TEXT = 2;

/** A wanted cell of a record: its bounds, its kind, and what was made of it. */
export const CELL_END = 4;
export const CELL_KIND = 8;
/** The day; what is known of the key or the amount; 1 where the word is as in the record before, or the flag is filled. */
export const CELL_MEANING = 12;
/** The amount; NaN where it is blank. */
export const CELL_NUMBER = 16;
/** The 128 bits of a key's hash. */
export const CELL_HASH = 16;
export const CELL_SIZE = 32;

/** What is known of an amount: whether it has the usual currency beside it, and whether it was rounded. */
export const HAS_CURRENCY = 1;
export const WAS_ROUNDED = 2;

/** What is known of a key. */
export const IS_FAST = 1;
export const IS_NUMBER = 2;
export const HAS_CAPITALS = 4;
/** It has letters of one byte that are two in UTF-8. */
export const IS_WIDE = 8;

/** One of many keys: what is known of it, then the 128 bits of its hash where it is plain. */
export const DESCRIBED_HASH = 4;
export const DESCRIBED_KEY = 20;

/**
 * What was taken from plain records: how many rows there are to be added up, order ids, and rows to be kept; the line of the record
 * behind them; whether that has words that are not known; whether a customer's key was no number; the days of the rows to be added up, as
 * DaySpan has them; the sum of all amounts; where rows of one order stand together, how many orders of the segment have rows that are kept,
 * whether the record behind is left because more records of its order may follow, and whether the last row is kept. The words that are known follow.
 */
export const TAKEN_ORDERS = 4;
export const TAKEN_KEPT = 8;
export const TAKEN_LINE = 12;
export const TAKEN_LACKS_WORDS = 16;
export const TAKEN_OTHER_IDS = 20;
export const TAKEN_FIRST_DAY = 24;
export const TAKEN_NEWEST_DAY = 28;
export const TAKEN_NEWEST_LINE = 32;
export const TAKEN_NEXT_NEWEST = 36;
export const TAKEN_AMOUNTS = 40;
export const TAKEN_KEPT_ORDERS = 48;
export const TAKEN_IS_LEFT = 52;
export const TAKEN_ENDS_KEPT = 56;
/** How many of the kept rows have a customer. */
export const TAKEN_KEPT_CUSTOMERS = 60;
/** How many rows have an amount that was rounded. */
export const TAKEN_ROUNDED = 64;
export const TAKEN_HEAD = 80;

/**
 * Words that were met together: each one's bytes, their lengths, or whether a flag is filled, whether the amount had a currency beside it,
 * what they are as status and currency, whether rows that have them may be added up (1 more than their code), and how many were, how many rows of the same orders
 * follow them, and their money.
 */
export const MOST_WORDS = 6;
export const LONGEST_WORD = 32;
export const KNOWN_LENGTHS = 192;
export const KNOWN_BESIDE = 216;
export const KNOWN_STATUS = 220;
export const KNOWN_CURRENCY = 224;
export const KNOWN_COUNTS = 228;
export const KNOWN_ROWS = 232;
export const KNOWN_FOLLOWING = 236;
export const KNOWN_MONEY = 240;
export const KNOWN_SIZE = 256;
export const MOST_KNOWN = 32;
/** Added to a word's slot where it is a flag. */
export const IS_FLAG = 128;

/** A row to be added up: the hash of its customer, its amount, its day, and where the customer's key stands. */
export const PURCHASE_AMOUNT = 16;
export const PURCHASE_DAY = 24;
export const PURCHASE_KEY = 28;
export const PURCHASE_SIZE = 32;

/**
 * A line item to be added up, before the two are parted: what is known of its order, as it is kept (ORDER_LINE in shared/layout.ts), with
 * all 128 bits of the hash; the code of its status and currency; the hash of its customer; where the customer's key stands.
 */
export const LINE_PACKED = 16;
export const LINE_LINE = 24;
export const LINE_CODE = 28;
export const LINE_CUSTOMER = 32;
export const LINE_KEY = 48;
export const LINE_SIZE = 56;

/**
 * Its amount, how many more rows it stands for, and its day, all in 64 bits: each as a whole number above the bits of those before.
 * Other amounts and days are not added up.
 */
export const AMOUNT_BITS = 44;
export const MORE_BITS = 4;
export const DAY_BITS = 16;
/** The first day that fits: 1 January 1900. */
export const FIRST_PACKED_DAY = -25567;

/** How many records are found at a time at most; and no amount of theirs is larger, so that the sum of all is exact: below 2 ** 53. */
export const MOST_RECORDS = 512;
export const MOST_AMOUNT = 17592186044416;

export const HASH_SIZE = 16;

/**
 * A row to be kept: its amount and what of it was refunded, its line, its day, where its keys stand, its status and currency. Where rows of
 * one order stand together, the order's number is there instead of where its id stands. The hash of its customer is elsewhere.
 */
export const KEPT_REFUNDED = 8;
export const KEPT_LINE = 16;
export const KEPT_DAY = 20;
export const KEPT_CUSTOMER = 24;
export const KEPT_ORDER = 28;
export const KEPT_STATUS = 32;
export const KEPT_CURRENCY = 36;
export const KEPT_SIZE = 40;

/** What a kept row has for a customer whom others must look for: this less the number of its record. */
export const UNKNOWN_CUSTOMER = -0x40000000;

/** The names of the months: a table of so many entries of 16 bytes, each a name and, in its last byte, its month. */
export const MONTH_NAMES = 512;
export const LONGEST_MONTH_NAME = 15;

/** What a column of rows that are written holds: one of some texts by its number; a text of its own; numbers. */
export const SHARED_TEXTS = 0;
export const OWN_TEXTS = 1;
export const WHOLE_COLUMN = 2;
/** Whole 1/10,000 of a unit. */
export const MONEY_COLUMN = 3;
/** Any number, as its shortest text. */
export const NUMBER_COLUMN = 4;

/**
 * Such a column: what it holds; where its cells stand, 16 bits each or doubles, of which NaN is missing; where its texts begin, and
 * where the bounds of each stand, counted from there.
 */
export const COLUMN_KIND = 0;
export const COLUMN_CELLS = 4;
export const COLUMN_TEXTS = 8;
export const COLUMN_BOUNDS = 12;
export const COLUMN_SIZE = 16;
