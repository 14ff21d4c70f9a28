import { basename, isAbsolute } from "node:path";
import type { ActionGroup } from "../analysis/report/first-actions.ts";
import type { Permission } from "../analysis/report/permission.ts";
import { segmentSlug } from "../analysis/segments/slug.ts";
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

/** The list of a group that is no segment. */
const LIST_OF: Readonly<Record<Exclude<ActionGroup, number>, string>> = {
  lapsed: "--lapsed",
  "best fifth": "--like-best",
  "ordered once": "--ordered-once",
};

/**
 * Which list `rfm lists` is to write: of a segment by its name, or of a group that is none. Each has a folder of its own, so that
 * none is taken for one that an earlier run left.
 */
export function listOf(
  group: ActionGroup,
  nameOf: (segment: number) => string,
): { readonly list: string; readonly folder: string } {
  if (typeof group !== "number") return { list: LIST_OF[group], folder: LIST_OF[group].slice("--".length) };
  const name = nameOf(group);
  return { list: `--segment ${inDoubleQuotes(name)}`, folder: segmentSlug(name) };
}

/** A list that a command is to write. */
interface ListWanted extends ReturnType<typeof listOf> {
  /** Options that leave out whoever is not to be written to. */
  readonly only?: Permission["options"];
}

/**
 * The command line that writes one list from the same exports, read and scored alike.
 *
 * Exports are named as they were, but for what {@link namedForOthers} leaves out.
 */
export function listCommand(
  exports: readonly string[],
  written: WrittenLine,
  { list, folder, only = [] }: ListWanted,
): string {
  const named = exports.map(namedForOthers);
  const given = givenOptions([...SHARED_OPTIONS.reading, ...SHARED_OPTIONS.scoring], written);
  const telling = given.filter(([name]) => name !== "threads"); // the same command whatever this run's threads were
  const options = telling.flatMap(([name, values]) => values.map((value) => pinnedWords(name, value)));
  const leavingOut = only.map(([name, value]) => pinnedWords(name, value));
  const out = `--out ${quotedWords([`lists/${folder}/`])}`;
  return ["rfm lists", quotedWords(named), ...options, ...leavingOut, list, out].join(" ");
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
