import { BUILT_IN_SCHEMES, builtInScheme } from "../../analysis/segments/built-in/index.ts";
import type { SchemeFile } from "../../analysis/segments/scheme.ts";
import { readOptionText } from "../../csv/named-text.ts";
import { UsageError } from "../../errors.ts";

/** A scheme as it was found: built in, or read from the user's file. */
export interface FoundScheme {
  readonly file: SchemeFile;
  readonly isBuiltIn: boolean;
}

/**
 * The scheme of this name, or in this file. A built-in name wins; write `./standard` for a file of that name.
 *
 * @throws UsageError where there is neither
 * @throws SchemeError where the file is not a scheme
 */
export async function loadScheme(nameOrFile: string, cwd: string): Promise<FoundScheme> {
  const known = builtInScheme(nameOrFile);
  if (known !== null) return { file: known, isBuiltIn: true };
  return { file: await loadSchemeFile(nameOrFile, cwd), isBuiltIn: false };
}

/** The scheme in a file, whatever its name. */
export async function loadSchemeFile(path: string, cwd: string): Promise<SchemeFile> {
  const text = await readOptionText(path, cwd, () => unknownScheme(path));
  const { parseSchemeFile } = await import("./scheme-file.ts"); // YAML is large, and seldom needed
  return parseSchemeFile(text, path);
}

/** The error for a name that is neither a built-in scheme's nor a file's. */
function unknownScheme(name: string): UsageError {
  const names = BUILT_IN_SCHEMES.map((scheme) => scheme.name).join(", ");
  return new UsageError(`"${name}" is neither a built-in scheme nor a file`, `the built-in schemes are ${names}`);
}
