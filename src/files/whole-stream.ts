import { fstatSync, writeSync } from "node:fs";
import { Writable } from "node:stream";
import { giveBack } from "./chunks.ts";
import { inputOutputError } from "./system-error.ts";

/**
 * A stream that writes all of what it is given. Where standard output is redirected into a file, Node's own stream writes
 * once and does not look how much the system took: on a full disk the end of a result would be missing without an error.
 */
export function wholeStream<Stream extends Writable & { readonly fd?: number }>(stream: Stream): Stream | Writable {
  const { fd } = stream;
  if (fd === undefined || !isFile(fd)) return stream;
  return new Writable({
    decodeStrings: true,
    write: (chunk: Buffer, _encoding, done) => {
      try {
        writeAllNow(fd, chunk);
        giveBack(chunk);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false; // closed
  }
}

function writeAllNow(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const taken = writeSync(fd, bytes, at);
    if (taken <= 0) throw inputOutputError("the system takes no more bytes and does not say why");
    at += taken;
  }
}
