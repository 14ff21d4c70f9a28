import { createReadStream, type Stats } from "node:fs";
import { InputError } from "../errors.ts";

/** The descriptor that a path stands for: 0 for `/dev/stdin`, 63 for `/dev/fd/63`, which a shell makes of `<(…)`. */
export function descriptorOf(path: string): number | null {
  if (path === "/dev/stdin") return 0;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}

/** Whether a name stands for a stream: `-`, or a path of a descriptor. */
export function isStreamName(name: string): boolean {
  return name === "-" || descriptorOf(name) !== null;
}

/** The bytes of a descriptor that is open already. They can be read only once. */
export async function* descriptorBytes(descriptor: number, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream("", { fd: descriptor, autoClose: false });
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** What messages call the things that stand where a file should. */
const OTHER_KINDS: readonly (readonly [(stats: Stats) => boolean, string])[] = [
  [(stats) => stats.isDirectory(), "a folder"],
  [(stats) => stats.isFIFO(), "a named pipe"],
  [(stats) => stats.isSocket(), "a socket"],
  [(stats) => stats.isCharacterDevice() || stats.isBlockDevice(), "a device"],
];

/**
 * Refuses what is no regular file: a named pipe that nobody writes to, or a device without end, would be read for ever.
 *
 * @throws InputError that says what it is
 */
export function refuseIrregular(name: string, stats: Stats): void {
  if (stats.isFile()) return;
  const kind = OTHER_KINDS.find(([test]) => test(stats))?.[1] ?? "no file";
  throw new InputError(`${name}: this is ${kind}, not a regular file`, {
    hint: stats.isDirectory() ? "name the file in it" : "name a file; a stream is read from - or <(COMMAND)",
  });
}

/** A system error in words. */
export function unreadable(name: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new InputError(`${name}: no such file`, { cause: error });
  if (code === "EACCES" || code === "EPERM") {
    return new InputError(`${name}: permission denied`, { hint: "check the file's permissions", cause: error });
  }
  if (code.startsWith("Z_")) {
    return new InputError(`${name}: the gzip data is damaged or cut short`, {
      hint: "copy or download the file again",
      cause: error,
    });
  }
  if (code === "EIO") {
    return new InputError(`${name}: reading failed (EIO)`, {
      hint: "check the disk or the network folder, and copy the file to another place",
      cause: error,
    });
  }
  return new InputError(`${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`, {
    cause: error,
  });
}
