import { closeSync, openSync, readSync } from "node:fs";
import { unreadable } from "./regular-file.ts";

/** Fills memory with the bytes of an open file from a place on; returns how many, fewer than there is room for at its end. */
export type ReadInto = (room: Uint8Array, at: number) => number;

/**
 * Lets some work read pieces of a file, which is open as long as the work lasts.
 *
 * @param name how messages name it
 * @throws InputError where it cannot be read
 */
export function withFile<Result>(
  { path, name }: { readonly path: string; readonly name: string },
  work: (read: ReadInto) => Result,
): Result {
  try {
    const file = openSync(path, "r");
    try {
      return work((room, at) => fill(file, room, at));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? unreadable(name, error) : error;
  }
}

function fill(file: number, room: Uint8Array, from: number): number {
  let filled = 0;
  while (filled < room.length) {
    const count = readSync(file, room, filled, room.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}
