// What the kernel and src/orders/scan/field-scanner.ts agree on. Addresses are bytes of the kernel's memory.

/** What a wanted cell holds, which says what is made of its bytes. */
export const PLAIN_CELL: u8 = 0;
export const DAY_CELL: u8 = 1;
export const AMOUNT_CELL: u8 = 2;
export const KEY_CELL: u8 = 3;
/** A key of which capitals are always part. */
export const ID_CELL: u8 = 4;
/** A cell that is often the same as in the record before. */
export const WORD_CELL: u8 = 5;

/** How a cell stands in the file: as it is; in quotes; with doubled quotes inside; with text after its closing quote. */
export const PLAIN: i32 = 0;
export const QUOTED: i32 = 1;
export const ESCAPED: i32 = 2;
export const RELAXED: i32 = 3;

/** A record: where it begins and where the next one does, its fields, the line ends inside its cells, then its cells. */
export const RECORD_NEXT: usize = 4;
export const RECORD_FIELDS: usize = 8;
export const RECORD_LINES: usize = 12;
export const RECORD_HEAD: usize = 16;

/** A wanted cell of a record: its bounds, its kind, and what was made of it. */
export const CELL_END: usize = 4;
export const CELL_KIND: usize = 8;
/** The day; what is known of the key; 1 where the cell is the same as in the record before. */
export const CELL_MEANING: usize = 12;
/** The amount. */
export const CELL_NUMBER: usize = 16;
/** The 128 bits of a key's hash. */
export const CELL_HASH: usize = 16;
export const CELL_SIZE: usize = 32;

/** What is known of a key. */
export const IS_PLAIN: i32 = 1;
export const IS_NUMBER: i32 = 2;
export const HAS_CAPITALS: i32 = 4;
