/*
 * Notes: what a reader should know beside the result, one file for each step that has something to say. They go to standard
 * error, and into reports.
 */

/** Something that the reader of a result should know; a warning where it may change what they conclude. */
export interface Note {
  readonly level: "note" | "warning";
  readonly text: string;
}

export const note = (text: string): Note => ({ level: "note", text });
export const warning = (text: string): Note => ({ level: "warning", text });
