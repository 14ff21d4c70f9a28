import { InputError, OutputError } from "../errors.ts";

/** An error of the file system, as against a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** Whether an error, or what an input error was made from, says that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  const { cause } = error instanceof InputError ? error : { cause: error };
  return cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
}

/** An error as the file system would report it, for what only this program notices. */
export function inputOutputError(message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EIO: ${message}`), { code: "EIO", syscall: "write" });
}

/** The error for a path that cannot be written, with what to do. */
export function unwritable(path: string, error: unknown, flag = "-o"): OutputError {
  return new OutputError(`${path}: ${whyUnwritable(error)}`, {
    hint: `nothing was written there; choose another place with ${flag}`,
    cause: error,
  });
}

/** Why the file system refused to write, in words. */
export function whyUnwritable(error: unknown): string {
  const code = isSystemError(error) ? (error.code ?? "") : "";
  const why: Readonly<Record<string, string>> = {
    ENOENT: "the folder does not exist",
    ENOTDIR: "the folder does not exist",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is exceeded",
    EFBIG: "the file is too large for the file system",
    EIO: "the disk reported an error",
    ELOOP: "too many levels of symbolic links",
  };
  return why[code] ?? `cannot be written (${code || String(error)})`;
}
