import { resolve } from "node:path";
import { realPathOf } from "../../cli/refuse-overwriting.ts";
import type { Language } from "../../render/language/language.ts";
import { type Note, warning } from "../../render/notes/note.ts";

/** A warning where two files that are compared are one and the same, so that nothing can have changed. */
export async function sameFileNotes(
  [first = "", second = ""]: readonly string[],
  cwd: string,
  { words }: Language,
): Promise<readonly Note[]> {
  const [one, other] = [await realPathOf(resolve(cwd, first)), await realPathOf(resolve(cwd, second))];
  return one === other ? [warning(words.compare.sameFile(first))] : [];
}
