import { basename, isAbsolute } from "node:path";
import { SHARED_OPTIONS } from "../options/index.ts";
import { givenOptions, type WrittenLine } from "../options/written-options.ts";
import { pinnedWords, quotedWords } from "./pinned-command.ts";

/** So many exports are named in a title. */
const NAMED = 5;

/** The exports' names without their folders, as the title of a report that was given none. */
export function exportNames(exports: readonly string[], standardInput: string): string {
  const names = exports.map((path) => (path === "-" ? standardInput : basename(path)));
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? ["…"] : [])].join(", ");
}

/**
 * The command line that writes the list of one segment from the same exports, read and scored alike.
 *
 * Exports are named as they were; of an absolute path only the name is left, because results are shown to others.
 */
export function listCommand(exports: readonly string[], written: WrittenLine, segment: string): string {
  const named = exports.map((path) => (isAbsolute(path) ? basename(path) : path));
  const given = givenOptions([...SHARED_OPTIONS.reading, ...SHARED_OPTIONS.scoring], written);
  const options = given.flatMap(([name, values]) => values.map((value) => pinnedWords(name, value)));
  return ["rfm lists", quotedWords(named), ...options, `--segment ${inDoubleQuotes(segment)}`, "--out lists/"].join(
    " ",
  );
}

/** Segments' names have blanks; double quotes are the ones that every shell knows. */
function inDoubleQuotes(name: string): string {
  return /^[\w.-]+$/.test(name) || /["$`\\!%]/.test(name) ? quotedWords([name]) : `"${name}"`;
}
