import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { ByteSource } from "../../files/byte-source.ts";
import { CellColumn, CellTexts } from "../cell-store.ts";
import { GrowingLines } from "../growing-lines.ts";
import type { TypedColumn, TypedTable } from "../typed-table.ts";
import type { FlatRecord } from "./flat-record.ts";
import type { JsonForm } from "./json-form.ts";
import { columnAt, ListRecords, refundSums } from "./list-records.ts";
import { parseRecord } from "./parse-record.ts";
import { type NamedColumn, RecordColumns } from "./record-columns.ts";
import { lineRecords, listRecords, type RecordText } from "./records.ts";
import { textPieces, wholeText } from "./text-pieces.ts";
import { chosenList, emptyLists, hasMorePages, isPage, isWrapper, refuseDamage, wrapperIn } from "./wrapped-lists.ts";

/**
 * Reads records: keys are columns, in the order in which they are first met; a key that a record lacks is blank there. Keys
 * of objects inside are joined to theirs, as in `customer.id`; lists of records inside are tables of their own.
 *
 * @param asked the list that is read of an object that holds several
 * @throws InputError with the line of the first record that is none
 */
export async function readJson(source: ByteSource, form: JsonForm, asked?: string): Promise<TypedTable> {
  if (form === "object")
    return readObject({ text: await wholeText(source), line: 1 }, { name: source.name, asked, form });
  const builder = new JsonBuilder(source.name);
  if (form === "list") {
    for (const record of listRecords(await wholeText(source), source.name)) builder.add(record);
    return builder.table();
  }
  let [first, pages]: [RecordText | null, PageRecords | null] = [null, null];
  let records = 0;
  const add = (record: RecordText): void => (pages === null ? builder.add(record) : pages.add(record));
  for await (const record of lineRecords(textPieces(source))) {
    if (first === null) first = record;
    else {
      if (records === 1 && isPage(first.text)) pages = new PageRecords(source.name, asked);
      if (records === 1) add(first);
      add(record);
    }
    records += 1;
  }
  if (records === 1 && first !== null) return readObject(first, { name: source.name, asked, form });
  return pages === null ? builder.table() : pages.table();
}

/** Lines that are pages: each an object with a list of records, as an interface answers page by page. */
class PageRecords {
  private readonly name: string;
  private readonly asked: string | undefined;
  private builder: JsonBuilder | null = null;
  private key = "";
  private hasMore: boolean | undefined;

  /** @param asked the list that is read of pages that hold several */
  constructor(name: string, asked: string | undefined) {
    this.name = name;
    this.asked = asked;
  }

  add({ text, line }: RecordText): void {
    const { name, asked } = this;
    const wrapper = wrapperIn(text);
    refuseDamage(wrapper, { text, name, line });
    this.hasMore = hasMorePages(wrapper, text);
    if (wrapper.lists.length === 0 && isPage(text)) return; // the last page may be empty
    if (this.builder === null) {
      const { key } = chosenList(wrapper, { name, asked });
      const others = wrapper.lists.map((list) => list.key).filter((other) => other !== key);
      [this.key, this.builder] = [key, new JsonBuilder(name, key, others)];
    }
    const list = wrapper.lists.find(({ key }) => key === this.key);
    if (list === undefined && emptyLists(text).includes(this.key)) return;
    if (list === undefined) throw noPage(name, { line, key: this.key });
    for (const record of listRecords(text.slice(list.start, list.end), name, line)) this.builder.add(record);
  }

  table(): TypedTable {
    return { ...(this.builder ?? new JsonBuilder(this.name)).table(), hasMore: this.hasMore };
  }
}

function noPage(name: string, { line, key }: { readonly line: number; readonly key: string }): InputError {
  return new InputError(`${name}: line ${line} has no list "${key}", as the lines before it have`, {
    hint: "save one record per line, or on each line one page with a list of records",
  });
}

/** One object: the records of a list inside it, or a record that is alone. */
function readObject(
  { text, line: firstLine }: RecordText,
  { name, asked, form }: { readonly name: string; readonly asked: string | undefined; readonly form: JsonForm },
): TypedTable {
  const wrapper = wrapperIn(text);
  const isRecord = wrapper.lists.length === 0 ? form === "lines" : asked === undefined && !isWrapper(wrapper);
  if (isRecord) {
    const builder = new JsonBuilder(name);
    builder.add({ text, line: firstLine });
    return builder.table();
  }
  refuseDamage(wrapper, { text, name, line: firstLine });
  const list = chosenList(wrapper, { name, asked });
  const builder = new JsonBuilder(
    name,
    list.key,
    wrapper.lists.map(({ key }) => key).filter((key) => key !== list.key),
  );
  const line = firstLine - 1 + list.line;
  for (const record of listRecords(text.slice(list.start, list.end), name, line)) builder.add(record);
  return { ...builder.table(), hasMore: hasMorePages(wrapper, text) };
}

class JsonBuilder {
  private readonly name: string;
  private readonly list: string;
  private readonly otherLists: readonly string[];
  private readonly texts = new CellTexts();
  private readonly columns: RecordColumns;
  private readonly lists = new Map<string, ListRecords>();
  private readonly lines = new GrowingLines();

  /** @param list the key of the list that the records stand in; empty where they stand in none */
  constructor(name: string, list = "", otherLists: readonly string[] = []) {
    this.name = name;
    this.list = list;
    this.otherLists = otherLists;
    this.columns = new RecordColumns(name, this.texts);
  }

  add({ text, line }: RecordText): void {
    const record = this.lines.length;
    const { values, lists } = this.parsed(text, line);
    this.columns.set(record, values, line);
    for (const [key, elements] of lists) {
      this.columns.set(record, refundSums(key, elements), line);
      this.listAt(key, line).add(record, elements, line);
    }
    this.lines.push(line);
  }

  table(): TypedTable {
    const { lines, lists, texts } = this;
    const columns = this.columns.named(new Map(Array.from(lists, ([key, { firstLine }]) => [key, firstLine])));
    if (lines.length === 0) {
      throw new EmptyInputError(`${this.name}: there are no records in it`, { hint: "export the orders again" });
    }
    if (columns.length === 0) {
      throw new InputError(`${this.name}: the records have no keys`, { hint: "export the orders again" });
    }
    const common = {
      kind: "json",
      sheet: this.list,
      otherSheets: this.otherLists,
      sheetsTogether: [],
      hasOneType: () => false,
    } as const;
    return {
      ...common,
      ...named(columns, texts),
      length: lines.length,
      line: (record) => lines.at(record),
      lists: new Map(
        Array.from(lists, ([key, list]) => [
          key,
          (withEmpty = true) => this.perElement(key, { list, columns, common, withEmpty }),
        ]),
      ),
    };
  }

  /** The table with one record per element of a list. */
  private perElement(
    key: string,
    {
      list,
      columns,
      common,
      withEmpty,
    }: {
      readonly list: ListRecords;
      readonly columns: readonly NamedColumn[];
      readonly common: Pick<TypedTable, "kind" | "sheet" | "otherSheets" | "sheetsTogether" | "hasOneType">;
      readonly withEmpty: boolean;
    },
  ): TypedTable {
    const { lines, texts } = this;
    const { records, elements } = list.rows(lines.length, { withEmpty });
    const own = list.columns.named();
    const all = [
      ...columns.map((column) => ({ ...column, cells: columnAt(column.cells, records) })),
      ...own.map((column) => ({ ...column, name: `${key}.${column.name}`, cells: columnAt(column.cells, elements) })),
    ];
    return {
      ...common,
      ...named(all, texts),
      length: records.length,
      line: (row) => lines.at(records[row] ?? 0),
      inside: { list: key, firstColumn: columns.length },
    };
  }

  private listAt(key: string, line: number): ListRecords {
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const list = new ListRecords(this.name, { texts: this.texts, line });
    this.lists.set(key, list);
    return list;
  }

  private parsed(text: string, line: number): FlatRecord {
    const found = this.parse(text, line);
    if (found !== null) return found;
    throw new InputError(`${this.name}: line ${line}: ${shown(text)} is not a record with keys and values`, {
      hint: 'each record looks like {"order": 1, "date": "2026-03-01", "amount": 9.90}',
    });
  }

  private parse(text: string, line: number): FlatRecord | null {
    try {
      return parseRecord(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new InputError(`${this.name}: line ${line} is not valid JSON: ${shown(text)}`, {
        hint: "save a list of records, or one record per line; if the file was cut short, copy it again",
        cause: error,
      });
    }
  }
}

/** What a table says of its columns. */
function named(
  columns: readonly (Omit<NamedColumn, "cells"> & { readonly cells: TypedColumn })[],
  texts: CellTexts,
): Pick<TypedTable, "names" | "width" | "nested" | "load"> {
  const blank = new CellColumn(texts);
  return {
    names: columns.map(({ name }) => name),
    width: columns.length,
    nested: new Map(columns.flatMap(({ nestedLine }, at) => (nestedLine === null ? [] : [[at, nestedLine] as const]))),
    load: async (wanted) => wanted.map((column) => columns[column]?.cells ?? blank),
  };
}

const LONGEST_LOOK = 60;

/** The beginning of a record for a message. */
function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return maskPersonal(line.length > LONGEST_LOOK ? `${line.slice(0, LONGEST_LOOK)}…` : line);
}
