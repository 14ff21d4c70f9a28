/*
 * The room typed: files whose cells have types, beside delimited text. JSON records, workbooks and Parquet files become a
 * TypedTable each, whose cells give their text in one plain form. It knows nothing of orders. `openTables` is the way in.
 */
import type { InputFile } from "../files/find-inputs.ts";
import { beginningOf } from "./beginning.ts";
import { isJson, jsonForm } from "./json/json-form.ts";
import { TableSource, type TypedTable } from "./typed-table.ts";

/**
 * Opens the files whose cells have types, by what they begin with, whatever they are called; others stay as they are.
 *
 * @throws InputError for one that is damaged, or holds no flat records
 */
export async function openTables(inputs: readonly InputFile[]): Promise<readonly InputFile[]> {
  const opened: InputFile[] = [];
  for (const input of inputs) {
    const table = await openTable(input);
    opened.push(table === null ? input : { ...input, source: new TableSource(input.source, table) });
  }
  return opened;
}

async function openTable({ source }: InputFile): Promise<TypedTable | null> {
  const beginning = await beginningOf(source);
  if (!isJson(beginning.text)) return null;
  const { readJson } = await import("./json/json-table.ts");
  return readJson(source, jsonForm(beginning.text, source.name));
}
