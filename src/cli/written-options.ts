import type { Command } from "commander";
import { SHARED_KEYS } from "./option-keys.ts";

/** Shared options of a command line as they are written, by their names without dashes; flags are `true`. */
export type WrittenLine = ReadonlyMap<string, readonly string[]>;

/** Collects the shared options of a command line as it is parsed; to be called when all options are added. */
export function writtenOptions(command: Command): WrittenLine {
  const written = new Map<string, string[]>();
  const shared = new Set(Object.values(SHARED_KEYS).flatMap((keys) => keys.map(({ key }) => key)));
  for (const option of command.options) {
    const name = option.name();
    if (!shared.has(name) && !shared.has(name.replace(/^no-/, ""))) continue;
    command.on(`option:${name}`, (value: string | null) => {
      written.set(name, [...(written.get(name) ?? []), value ?? "true"]);
    });
  }
  return written;
}
