import zlib, { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { CompressionCodec, Compressors } from "hyparquet";

/** Inflates a page, whose size is known, into memory of its own: what is stored may be overwritten afterwards. */
export type Decompress = (stored: Uint8Array, size: number) => Uint8Array;

/** Node inflates these faster than the library. */
const OWN: Readonly<Record<string, Decompress>> = {
  UNCOMPRESSED: (stored) => stored.slice(),
  GZIP: (stored, size) => gunzipSync(stored, { maxOutputLength: Math.max(1, size) }),
  BROTLI: (stored, size) => brotliDecompressSync(stored, { maxOutputLength: Math.max(1, size) }),
};

/** Node has inflated ZSTD itself since 22.15, at many times the speed of the library. */
const inflateZstd: unknown = Reflect.get(zlib, "zstdDecompressSync");

/** A larger page is left to the library, which does without memory that WebAssembly would keep. */
const LARGEST_IN_WASM = 1 << 28;

/**
 * What inflates pages beside Node: the library's compressors, and for ZSTD, where Node has none and the file needs it, one that is
 * compiled to WebAssembly, at four times the speed.
 */
export async function loadCompressors(codecs: ReadonlySet<CompressionCodec>): Promise<Compressors> {
  const { compressors } = await import("hyparquet-compressors");
  if (!codecs.has("ZSTD") || typeof inflateZstd === "function") return compressors;
  const { ZSTDDecoder } = await import("zstddec");
  const decoder = new ZSTDDecoder();
  await decoder.init();
  const ZSTD: Compressors["ZSTD"] = (stored, size) =>
    size > LARGEST_IN_WASM ? (compressors.ZSTD?.(stored, size) ?? stored) : decoder.decode(stored, size);
  return { ...compressors, ZSTD };
}

function ownDecompress(codec: CompressionCodec): Decompress | undefined {
  if (codec !== "ZSTD" || typeof inflateZstd !== "function") return OWN[codec];
  return (stored, size) => inflateZstd(stored, { maxOutputLength: Math.max(1, size) });
}

/** What inflates pages of a codec; `null` where it is unknown. Throws where a page has another size than its header says. */
export function decompressorOf(codec: CompressionCodec, compressors: Compressors): Decompress | null {
  const decompress = ownDecompress(codec) ?? compressors[codec];
  if (decompress === undefined) return null;
  return (stored, size) => {
    const bytes = size === 0 ? new Uint8Array(0) : decompress(stored, size);
    if (bytes.length !== size) throw new RangeError("a page has another size than it says");
    return bytes;
  };
}
