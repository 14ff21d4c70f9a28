/*
 * What a reader throws when something that it took for granted turns out otherwise: the exports are then read again
 * without it. Nobody outside of the reading sees these.
 */

/** The order ids of the rows neither rise nor fall throughout: whether they are different must be seen by their hashes. */
export class OrderIdsOutOfTurn extends Error {}

/** Two rows have the same order id, or so it seems from a part of their hashes: rows must be grouped by whole ones. */
export class OrderIdsRepeat extends Error {}

/** Rows were added up while they were read, and must be kept. */
export class CannotAddUp extends Error {}

/** An order's id is wanted, but only its number was kept. */
export class OrderIdsNotKept extends Error {}

/** Files have days in common, so that their rows must be compared, and were not hashed. */
export class NeedsRowHashes extends Error {}

/** A file is not in the encoding that its beginning promised: all of it must be looked at. */
export class EncodingSurprise extends Error {}

/** A record is longer than any honest one: the tolerant reader must judge the file. */
export class NeedsTolerantReader extends Error {
  /** Index of the file. */
  readonly file: number;

  constructor(file: number) {
    super();
    this.file = file;
  }
}
