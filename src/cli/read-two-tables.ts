import type { OutputOptions } from "../options/output-options.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import type { ConnectedEngine } from "../warehouse/engines/connect.ts";
import { type EngineReader, engineReader } from "./engine-reader.ts";
import { type EngineRequestOptions, requestOf } from "./engine-request.ts";
import type { Request } from "./result.ts";
import { withEngine } from "./with-engine.ts";

/** A table of orders, and the database that it is in. */
export interface PlacedTable {
  readonly url: string;
  /** Its name there. */
  readonly table: string;
}

/** Two readers, the earlier table's first. */
export type TwoReaders = readonly [before: EngineReader, after: EngineReader];

/** Reads two tables as the same options say, over one connection where they are in one database, and closes what it opened. */
export async function readTwoTables<Value>(
  [before, after]: readonly [PlacedTable, PlacedTable],
  {
    options,
    context,
  }: Pick<Request<EngineRequestOptions & Pick<OutputOptions, "lang" | "locale">>, "options" | "context">,
  work: (readers: TwoReaders) => Promise<Value>,
): Promise<Value> {
  const language = await loadLanguage(options.lang, options.locale);
  const connected = (url: string, then: (engine: ConnectedEngine) => Promise<Value>): Promise<Value> =>
    withEngine({ url, writes: false, timeout: options.timeout }, context, then);
  const reader = (engine: ConnectedEngine, { table }: PlacedTable): EngineReader =>
    engineReader(engine, requestOf({ ...options, table }, context), language);
  const confirmed = async (readers: TwoReaders): Promise<Value> => {
    const value = await work(readers);
    for (const one of readers) await one.confirm();
    return value;
  };
  return connected(before.url, (first) =>
    before.url === after.url
      ? confirmed([reader(first, before), reader(first, after)])
      : connected(after.url, (second) => confirmed([reader(first, before), reader(second, after)])),
  );
}
