import { stat } from "node:fs/promises";
import { plural } from "../basics/text/words.ts";
import { InputError } from "../errors.ts";
import type { InputFile } from "./find-inputs.ts";

/**
 * Makes sure that what was read is what was found: an export that is still being written gives half a month.
 *
 * @throws InputError that names the first file whose size or time of change is another than before it was read
 */
export async function refuseChanged(inputs: readonly InputFile[]): Promise<void> {
  for (const { path, source, changedAt } of inputs) {
    if (path === null) continue;
    const now = await stat(path).catch(() => null);
    if (now !== null && now.size === source.size && now.mtimeMs === changedAt) continue;
    throw new InputError(`${source.name} changed while it was read: ${changeText(source.size, now?.size ?? null)}`, {
      hint: "wait until the export is complete, and run again",
    });
  }
}

/** The error for a file that is not any more what it was when its reading began. */
export function changedWhileRead(name: string): InputError {
  return new InputError(`${name}: the file was changed while it was read`, { hint: "run rfm again" });
}

function changeText(before: number, now: number | null): string {
  if (now === null) return "it was deleted";
  if (now === before) return "it was rewritten";
  return `it had ${plural(before, "byte")} and has ${plural(now, "byte")} now`;
}
