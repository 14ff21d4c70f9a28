import { DIGEST_NAMES, MANIFEST_NAME } from "../set-names.ts";

/** Names that a set of outputs has for itself. */
const OWN_NAMES: readonly string[] = [MANIFEST_NAME, ...DIGEST_NAMES];

/** What is wrong with the name of an output's file or folder in its set; `null` where nothing is. */
export function fileNameProblem(name: string): string | null {
  const parts = name.split("/");
  if (/[\\:*?"<>|\p{Cc}]/u.test(name)) return `"${name}" has a character that file names cannot have everywhere`;
  if (name.startsWith("/")) return `"${name}" is an absolute path; outputs go into the run's own folder`;
  if (parts.some((part) => part === "..")) return `"${name}" is outside the run's folder`;
  if (parts.some((part) => part === "" || part.startsWith(".") || part.endsWith("."))) {
    return `"${name}" has a path component that is empty, or begins or ends with a dot`;
  }
  if (OWN_NAMES.includes(name.toLowerCase())) return `"${name}" is reserved for a file that every run writes`;
  return null;
}
