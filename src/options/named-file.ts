import { builtInScheme } from "../analysis/segments/built-in/index.ts";
import type { AnyOption } from "./option.ts";

/** Whether an option's value names a file; a scheme is a built-in one's name, or a file. */
export function namesFile({ kind }: AnyOption, value: unknown): value is string {
  if (typeof value !== "string") return false;
  return kind === "file" || (kind === "scheme" && builtInScheme(value) === null);
}
