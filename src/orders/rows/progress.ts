import type { ByteSource } from "../../files/byte-source.ts";

/** How far the reading of all exports has come. */
export interface ReadProgress {
  /** Bytes read of the files as they are stored. */
  readonly bytesRead: number;
  /** The bytes of all files; `null` while standard input is still coming in. */
  readonly bytesTotal: number | null;
  readonly rows: number;
}

/** Receives progress once per block, several times while a file of a few megabytes is read. */
export type OnProgress = (progress: ReadProgress) => void;

/** Adds up what is read of several files, or of several parts of one at the same time. */
export class ReadMeter {
  private readonly bytesTotal: number;
  private readonly onProgress: OnProgress | undefined;
  private bytesRead = 0;
  private rows = 0;

  constructor(bytesTotal: number, onProgress: OnProgress | undefined) {
    this.bytesTotal = bytesTotal;
    this.onProgress = onProgress;
  }

  /** Notes a block of stored bytes and the rows that were found since the last one. */
  advance(bytes: number, rows: number): void {
    this.bytesRead += bytes;
    this.rows += rows;
    this.onProgress?.({ bytesRead: this.bytesRead, bytesTotal: this.bytesTotal, rows: this.rows });
  }
}

/** The source, with `note` told the size of each stored block once it is done with; a second reading is not told. */
export function countedSource(source: ByteSource, note: (bytes: number) => void): ByteSource {
  let isFirst = true;
  return {
    ...source,
    stored: async function* () {
      const isCounted = isFirst;
      isFirst = false;
      for await (const block of source.stored()) {
        yield block;
        if (isCounted) note(block.length);
      }
    },
  };
}

/** Standard input, with `onProgress` told how much of it has come in. */
export function countedInput(
  stdin: () => AsyncIterable<Uint8Array>,
  onProgress: OnProgress | undefined,
): () => AsyncIterable<Uint8Array> {
  if (onProgress === undefined) return stdin;
  return async function* () {
    let bytesRead = 0;
    for await (const block of stdin()) {
      yield block;
      bytesRead += block.length;
      onProgress({ bytesRead, bytesTotal: null, rows: 0 });
    }
  };
}
