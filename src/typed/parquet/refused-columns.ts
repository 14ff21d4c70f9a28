import type { Compressors, FileMetaData } from "hyparquet";
import { InputError } from "../../errors.ts";
import type { TopColumn } from "./top-columns.ts";

/** The error for a file that is encrypted as a whole. */
export function encryptedParquet(name: string): InputError {
  return new InputError(`${name}: the Parquet file is encrypted`, { hint: "write it without encryption" });
}

/** DuckDB writes unsigned numbers of 32 bits in it as signed ones of 33, which others read as something else, or not at all. */
const DELTAS = "DELTA_BINARY_PACKED";

/** Why a column cannot be read: it is encrypted, or its values have no plain text; `null` where it can. */
export function columnRefusal(
  { row_groups: groups, created_by: program = "" }: FileMetaData,
  { name, kind }: TopColumn,
  file: string,
): InputError | null {
  if (kind.kind === "other") {
    return new InputError(`${file}: the column "${name}" holds ${kind.what} values, which are not read`, {
      hint: "write it as text, a number or a date, or name another column",
    });
  }
  const chunks = groups.map(({ columns }) => columns.find((chunk) => chunk.meta_data?.path_in_schema[0] === name));
  if (chunks.some((chunk) => chunk?.meta_data === undefined || chunk.crypto_metadata !== undefined)) {
    return new InputError(`${file}: the column "${name}" is encrypted, and it is needed`, {
      hint: "write the file without encrypting this column, or name another column",
    });
  }
  const isOddlyWritten = chunks.some((chunk) => chunk?.meta_data?.encodings.includes(DELTAS) === true);
  if (kind.kind !== "unsigned" || kind.bits !== 32 || !isOddlyWritten || !program.startsWith("DuckDB")) return null;
  return new InputError(`${file}: the column "${name}" holds unsigned numbers in DuckDB's form, which is not read`, {
    hint: "write the file with PARQUET_VERSION V1, or the column as BIGINT",
  });
}

/** Why a column cannot be read now that it is asked for: it is compressed with an unknown codec; `null` where it can. */
export function codecRefusal(
  { row_groups: groups }: FileMetaData,
  { name }: TopColumn,
  { file, compressors }: { readonly file: string; readonly compressors: Compressors },
): InputError | null {
  for (const { meta_data: chunk } of groups.flatMap(({ columns }) => columns)) {
    if (chunk === undefined || chunk.path_in_schema[0] !== name) continue;
    if (chunk.codec === "UNCOMPRESSED" || compressors[chunk.codec] !== undefined) continue;
    return new InputError(`${file}: its columns are compressed with ${String(chunk.codec)}, which is not read`, {
      hint: "write the file with SNAPPY, ZSTD, GZIP or no compression",
    });
  }
  return null;
}
