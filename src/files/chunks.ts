/** A result in pieces: text, which is written as UTF-8, or bytes. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Of chunks in memory that is used again, what is to be done when they were written. */
const lent = new WeakMap<Uint8Array, () => void>();

/** A chunk whose memory is used again once its writer gives it back; a writer that never does keeps it. */
export function lend(chunk: Uint8Array, takeBack: () => void): Uint8Array {
  lent.set(chunk, takeBack);
  return chunk;
}

/** Gives back a chunk that was written and is not needed any more. */
export function giveBack(chunk: Uint8Array): void {
  const takeBack = lent.get(chunk);
  lent.delete(chunk);
  takeBack?.();
}

/** Results one after another. */
export async function* inTurn(...results: readonly Chunks[]): AsyncGenerator<string | Uint8Array> {
  for (const chunks of results) yield* chunks;
}

const BATCH = 1 << 16;

/** Joins small texts, so that a table of many rows is not a write each; bytes pass as they are. */
export async function* batched(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let batch = "";
  for await (const chunk of chunks) {
    if (typeof chunk === "string") batch += chunk;
    if (batch !== "" && (typeof chunk !== "string" || batch.length >= BATCH)) {
      yield Buffer.from(batch);
      batch = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (batch !== "") yield Buffer.from(batch);
}
