import { crc32, createInflateRaw } from "node:zlib";
import { InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";

/** A part of an archive, by what the directory at the archive's end says of it. */
interface Entry {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly at: number;
}

/** No honest part of a workbook unpacks to so many times its size, once it is large. */
const MOST_UNPACKED = 250;
const LARGE_PART = 64 * 1024 * 1024;
/** A longer file does not fit into memory as a whole, which an archive is read from. */
const LARGEST_ARCHIVE = 1024 * 1024 * 1024;

const [END, DIRECTORY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50] as const;
const [END_BYTES, DIRECTORY_BYTES, LOCAL_BYTES, LONGEST_COMMENT] = [22, 46, 30, 65_535] as const;
const [STORED, DEFLATED] = [0, 8] as const;

/** A zip archive in memory. What it unpacks is compared with the length and the checksum that the archive gives. */
export class ZipArchive {
  readonly name: string;
  private readonly bytes: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
    this.entries = directoryOf(bytes, name);
  }

  /** @throws InputError where it is damaged or cut short */
  static async open(source: ByteSource): Promise<ZipArchive> {
    if (source.size > LARGEST_ARCHIVE) {
      throw new InputError(`${source.name}: the file is larger than 1 GiB, too large for a workbook`, {
        hint: "save the sheet as CSV, which may be of any size",
      });
    }
    const blocks: Uint8Array[] = [];
    for await (const block of source.stored()) blocks.push(block);
    return new ZipArchive(source.name, Buffer.concat(blocks));
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Whether some part's path fits a pattern. */
  some(pattern: RegExp): boolean {
    return [...this.entries.keys()].some((path) => pattern.test(path));
  }

  /**
   * The text of a small part.
   *
   * @throws InputError as {@link part} does, and where it is large
   */
  async text(path: string): Promise<string> {
    const blocks: Uint8Array[] = [];
    if ((this.entries.get(path)?.size ?? 0) > LARGE_PART)
      throw damagedArchive(this.name, `its part ${path} is too large`);
    for await (const block of this.part(path)) blocks.push(block);
    return Buffer.concat(blocks).toString("utf8");
  }

  /**
   * The bytes of a part, block by block.
   *
   * @throws InputError where it is missing, damaged, locked by a password, or a bomb
   */
  async *part(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(path);
    if (entry === undefined) throw damagedArchive(this.name, `its part ${path} is missing`);
    if (entry.isEncrypted) throw lockedWorkbook(this.name);
    refuseBomb(this.name, path, entry);
    let [length, crc] = [0, 0];
    try {
      for await (const block of this.unpacked(path, entry)) {
        length += block.length;
        if (length > entry.size) throw damagedArchive(this.name, `its part ${path} is longer than it says`);
        crc = crc32(block, crc);
        yield block;
      }
    } catch (error) {
      throw error instanceof InputError
        ? error
        : damagedArchive(this.name, `its part ${path} cannot be unpacked`, error);
    }
    if (length !== entry.size || crc !== entry.crc) {
      throw damagedArchive(this.name, `its part ${path} is not what was saved`);
    }
  }

  private async *unpacked(path: string, { method, at, stored }: Entry): AsyncGenerator<Uint8Array> {
    const { bytes } = this;
    if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL) {
      throw damagedArchive(this.name, `its part ${path} is missing`);
    }
    const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (start + stored > bytes.length) throw damagedArchive(this.name, `its part ${path} is cut short`);
    const packed = bytes.subarray(start, start + stored);
    if (method === STORED) yield packed;
    else if (method === DEFLATED) {
      const inflate = createInflateRaw({ chunkSize: 1 << 18 });
      inflate.end(packed);
      yield* inflate;
    } else throw damagedArchive(this.name, `its part ${path} is packed in an unknown way (${method})`);
  }
}

function refuseBomb(name: string, path: string, { stored, size }: Entry): void {
  if (size <= LARGE_PART || size <= stored * MOST_UNPACKED) return;
  throw new InputError(`${name}: its part ${path} would unpack to ${Math.round(size / 1e6)} MB from ${stored} bytes`, {
    hint: "this is no workbook that a spreadsheet saved; export the orders again",
  });
}

/** The error for an archive that is not as it was written. */
export function damagedArchive(name: string, what: string, cause?: unknown): InputError {
  return new InputError(`${name}: the workbook is damaged: ${what}`, {
    hint: "copy or download the file again, or open it in a spreadsheet and save it anew",
    cause,
  });
}

/** The error for a workbook that only a password opens. */
export function lockedWorkbook(name: string): InputError {
  return new InputError(`${name}: the workbook is locked with a password`, {
    hint: "open it in a spreadsheet, remove the password (File, Info, Protect Workbook), and save it",
  });
}

function directoryOf(bytes: Buffer, name: string): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  if (end < 0) throw damagedArchive(name, "it is cut short");
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + DIRECTORY_BYTES > end || bytes.readUInt32LE(at) !== DIRECTORY) {
      throw damagedArchive(name, "its list of parts cannot be read");
    }
    const [pathBytes, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const path = bytes.toString("utf8", at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + pathBytes).replaceAll("\\", "/");
    entries.set(path, {
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      stored: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY_BYTES + pathBytes + extra + comment;
  }
  return entries;
}

/** Where the record begins that ends an archive; −1 where there is none. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}
