import type { TypedTable } from "../../typed/typed-table.ts";

/**
 * Opens a Parquet file on disk once more, for a thread.
 *
 * @throws InputError where it is damaged, or cannot be read any more
 */
export async function openStored(path: string, { name, size }: { name: string; size: number }): Promise<TypedTable> {
  const { readParquet } = await import("../../typed/parquet/read-parquet.ts");
  return readParquet({ name, size, stored: neverStored }, path);
}

function neverStored(): never {
  throw new Error("a file on disk is read by its path");
}
