import { basename, isAbsolute } from "node:path";
import { isEngineUrl, shownEngineUrl } from "../basics/text/engine-url.ts";
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
 * Exports are named as they were, but for what {@link namedForOthers} leaves out.
 */
export function listCommand(exports: readonly string[], written: WrittenLine, segment: string): string {
  const named = exports.map(namedForOthers);
  const given = givenOptions([...SHARED_OPTIONS.reading, ...SHARED_OPTIONS.scoring], written);
  const telling = given.filter(([name]) => name !== "threads"); // the same command whatever this run's threads were
  const options = telling.flatMap(([name, values]) => values.map((value) => pinnedWords(name, value)));
  return ["rfm lists", quotedWords(named), ...options, `--segment ${inDoubleQuotes(segment)}`, "--out lists/"].join(
    " ",
  );
}

/**
 * What exports, a database or a table in it are called in results, which are shown to others: without the folders of an absolute
 * path, and without user and password.
 *
 * @example namedForOthers("postgres://me:secret@db.example.com/shop") // "postgres://db.example.com/shop"
 * @example namedForOthers("parquet./data/orders") // "parquet.orders"
 */
export function namedForOthers(name: string): string {
  const shown = isEngineUrl(name) ? shownEngineUrl(name) : name;
  const [, before = "", path = shown] = /^(duckdb:|[a-z]+\.(?=[/\\]|[A-Za-z]:))([\s\S]*)$/i.exec(shown) ?? [];
  return isAbsolute(path) ? `${before}${basename(path)}` : shown;
}

/** Segments' names have blanks; double quotes are the ones that every shell knows. */
function inDoubleQuotes(name: string): string {
  return /^[\w.-]+$/.test(name) || /["$`\\!%]/.test(name) ? quotedWords([name]) : `"${name}"`;
}
