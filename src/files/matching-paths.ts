import { relative } from "node:path";
import { UsageError } from "../errors.ts";
import { lazyPackage } from "./lazy-package.ts";

const tinyglobby = lazyPackage<typeof import("tinyglobby")>("tinyglobby");

/** The library tries every way in which several stars can share a name, which takes for ever with more of them. */
const STARS_FOR_LIBRARY = 2;

/**
 * The files that a pattern matches, by their absolute paths. A name with many stars is matched here, in time that grows with
 * the name's length times the pattern's.
 *
 * @throws UsageError for a name that has many stars beside braces or brackets
 */
export async function matchingPaths(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = tinyglobby();
  const names = pattern.replaceAll("\\", "/").split("/");
  const hard = names.filter(hasManyStars);
  const odd = hard.find((name) => /[[\]{}()!]/.test(name));
  if (odd !== undefined) {
    throw new UsageError(
      `${pattern}: more than ${STARS_FOR_LIBRARY} stars together with brackets or braces in one name`,
      "use fewer stars",
    );
  }
  const wide = names.map((name) => (!hasManyStars(name) ? name : name.startsWith(".") ? ".*" : "*")).join("/");
  const paths = await glob(wide, { cwd, absolute: true, expandDirectories: false });
  if (hard.length === 0) return paths;
  const wanted = names.filter((name) => name !== ".");
  return paths.filter((path) => {
    const parts = (pattern.startsWith("/") ? path : relative(cwd, path)).split(/[\\/]/);
    return matches(
      wanted,
      parts,
      (name) => name === "**",
      (name, part) => !hasManyStars(name) || isNamed(name, part),
    );
  });
}

function hasManyStars(name: string): boolean {
  return name !== "**" && name.split("*").length - 1 > STARS_FOR_LIBRARY;
}

/** Whether a name matches a pattern of stars, question marks and plain characters. */
export function isNamed(pattern: string, name: string): boolean {
  return matches(
    [...pattern.replace(/\*+/g, "*")],
    [...name],
    (one) => one === "*",
    (one, part) => one === "?" || one === part,
  );
}

/**
 * Whether items match a pattern in which some stand for any number of items. When something does not fit, only the last of
 * these takes one more: the earlier ones can stay, as whatever they could take, the last can take too.
 */
function matches<T>(
  pattern: readonly T[],
  items: readonly T[],
  isStar: (one: T) => boolean,
  fits: (one: T, item: T) => boolean,
): boolean {
  let [at, item, star, taken] = [0, 0, -1, 0];
  while (item < items.length) {
    const one = pattern[at];
    if (one !== undefined && isStar(one)) {
      [star, taken] = [at, item];
      at += 1;
    } else if (one !== undefined && fits(one, items[item] as T)) {
      at += 1;
      item += 1;
    } else if (star >= 0) {
      taken += 1;
      [at, item] = [star + 1, taken];
    } else return false;
  }
  while (at < pattern.length && isStar(pattern[at] as T)) at += 1;
  return at === pattern.length;
}
