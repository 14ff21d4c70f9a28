import type { DataPageHeader, DataPageHeaderV2, PageHeader } from "hyparquet/src/types.js";
import type { PieceReader } from "../parquet-file.ts";
import type { Page, Pages } from "./cells.ts";
import type { Decompress } from "./codecs.ts";
import { countFilled, dictionaryValues, plainValues, type StoredAs, type Values, withBlanks } from "./decode-page.ts";
import { isOneRun, type PackedPart, unpackRuns } from "./run-lengths.ts";

/** Where the pages of a column in one row group stand. */
export interface ColumnChunk {
  readonly firstRecord: number;
  readonly records: number;
  readonly start: number;
  readonly end: number;
  readonly decompress: Decompress;
}

/** How the pages of a column are read. */
export interface PageForm {
  readonly stored: StoredAs;
  readonly mayBeBlank: boolean;
  /** The library's reader of a page's header. */
  readonly headerOf: (reader: { view: DataView; offset: number }) => PageHeader;
  readonly readPiece: PieceReader;
}

/** What a page's header takes at most, as a rule; longer texts among its statistics are looked at in a second try. */
const HEADER_BYTES = 1 << 16;
const LONGEST_HEADER = 1 << 24;
const LENGTH_BYTES = 4;

/** A place in a chunk, before a page. */
interface Place {
  readonly chunk: ColumnChunk;
  offset: number;
  record: number;
  dictionary: Values | null;
}

/** The pages of a column, each decoded when one of its cells is asked for; those that are passed over are not. */
export class ColumnPages implements Pages {
  private readonly chunks: readonly ColumnChunk[];
  private readonly form: PageForm;
  private place: Place | null = null;
  private last: Page = { first: 0, length: 0, cells: { values: [] } };

  constructor(chunks: readonly ColumnChunk[], form: PageForm) {
    this.chunks = chunks;
    this.form = form;
  }

  /** @throws RangeError, or whatever the library throws, where the page is damaged */
  pageAt(record: number): Page {
    const { first, length } = this.last;
    if (record < first || record >= first + length) this.last = this.decode(record);
    return this.last;
  }

  private decode(record: number): Page {
    const place = this.placeFor(record);
    if (place === null) return { first: record, length: Number.POSITIVE_INFINITY, cells: { values: [] } };
    while (place.offset < place.chunk.end) {
      const first = place.record;
      const page = this.next(place, record);
      if (page !== null) return { ...page, first };
    }
    throw new RangeError("a column has fewer values than rows");
  }

  private placeFor(record: number): Place | null {
    const { place } = this;
    if (place !== null && record >= place.record && record < place.chunk.firstRecord + place.chunk.records)
      return place;
    const chunk = this.chunks.find((one) => record >= one.firstRecord && record < one.firstRecord + one.records);
    if (chunk === undefined) return null;
    this.place = { chunk, offset: chunk.start, record: chunk.firstRecord, dictionary: null };
    return this.place;
  }

  /** Goes past the next page; `null` where it holds no cell of the record. */
  private next(place: Place, record: number): Pick<Page, "length" | "cells"> | null {
    const { header, start } = this.header(place);
    const end = start + header.compressed_page_size;
    if (header.compressed_page_size < 0 || end > place.chunk.end) throw new RangeError("a page is cut short");
    place.offset = end;
    const stored = (): Uint8Array => this.form.readPiece(start, end);
    const v1 = header.type === "DATA_PAGE" ? header.data_page_header : undefined;
    const v2 = header.type === "DATA_PAGE_V2" ? header.data_page_header_v2 : undefined;
    if (header.type === "DICTIONARY_PAGE") {
      const bytes = place.chunk.decompress(stored(), sizeOf(header));
      place.dictionary = plainValues(bytes, 0, header.dictionary_page_header?.num_values ?? 0, this.form.stored);
    }
    const length = (v1 ?? v2)?.num_values ?? 0;
    place.record += length;
    const { firstRecord, records } = place.chunk;
    if (length < 0 || place.record > firstRecord + records) throw new RangeError("a column has more values than rows");
    if (place.record <= record) return null;
    if (v1 !== undefined) return this.first(place, v1, place.chunk.decompress(stored(), sizeOf(header)));
    return v2 === undefined ? null : this.second(place, v2, { stored: stored(), size: sizeOf(header) });
  }

  private header({ offset, chunk }: Place): { readonly header: PageHeader; readonly start: number } {
    for (const most of [HEADER_BYTES, LONGEST_HEADER]) {
      const end = Math.min(chunk.end, offset + most);
      const bytes = this.form.readPiece(offset, end);
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
      try {
        const header = this.form.headerOf(reader);
        return { header, start: offset + reader.offset };
      } catch (error) {
        if (end === chunk.end || most === LONGEST_HEADER) throw error;
      }
    }
    throw new RangeError("a page has no header");
  }

  /** A page of the first version: levels behind their length, then values, all compressed together. */
  private first(
    { dictionary }: Place,
    { num_values: length, encoding }: DataPageHeader,
    bytes: Uint8Array,
  ): Pick<Page, "length" | "cells"> {
    const { mayBeBlank } = this.form;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = mayBeBlank ? LENGTH_BYTES + view.getUint32(0, true) : 0;
    const levels = mayBeBlank ? levelsOf({ bytes, start: LENGTH_BYTES, end: start }, length) : null;
    const values = { bytes, start, end: bytes.length };
    return this.page(length, levels, { values, encoding, dictionary });
  }

  /** A page of the second version: levels, which are not compressed and whose length the header says, then values. */
  private second(
    { chunk, dictionary }: Place,
    header: DataPageHeaderV2,
    { stored, size }: { readonly stored: Uint8Array; readonly size: number },
  ): Pick<Page, "length" | "cells"> {
    const { num_values: length, encoding, repetition_levels_byte_length: repeats } = header;
    const start = repeats + header.definition_levels_byte_length;
    if (repeats < 0 || start < repeats || start > stored.length) throw new RangeError("a page is cut short");
    const levels = this.form.mayBeBlank ? levelsOf({ bytes: stored, start: repeats, end: start }, length) : null;
    const rest = stored.subarray(start);
    const isPacked = header.is_compressed !== false && size > start;
    const bytes = isPacked ? chunk.decompress(rest, size - start) : rest.slice();
    return this.page(length, levels, { values: { bytes, start: 0, end: bytes.length }, encoding, dictionary });
  }

  private page(
    length: number,
    levels: Int32Array | null,
    { values, encoding, dictionary }: { values: PackedPart; encoding: string | undefined; dictionary: Values | null },
  ): Pick<Page, "length" | "cells"> {
    const count = levels === null ? length : countFilled(levels);
    const cells = this.values(values, count, { encoding, dictionary });
    return { length, cells: levels === null || count === length ? cells : withBlanks(cells, levels) };
  }

  private values(
    part: PackedPart,
    count: number,
    { encoding, dictionary }: { readonly encoding: string | undefined; readonly dictionary: Values | null },
  ): Page["cells"] {
    if (encoding === "PLAIN") return plainValues(part.bytes, part.start, count, this.form.stored);
    if (encoding !== "PLAIN_DICTIONARY" && encoding !== "RLE_DICTIONARY") {
      throw new RangeError(`a page is encoded as ${encoding ?? "nothing known"}, which its column does not say`);
    }
    if (dictionary === null && count > 0) throw new RangeError("a page has no dictionary");
    return dictionary === null ? { values: [] } : dictionaryValues(part, count, dictionary);
  }
}

/** Which cells are filled, as 1, or blank, as 0; `null` where all are filled. */
function levelsOf(part: PackedPart, length: number): Int32Array | null {
  if (part.end > part.bytes.length) throw new RangeError("a page is cut short");
  if (isOneRun(part, length)) return null;
  const levels = new Int32Array(length);
  unpackRuns(part, 1, levels);
  return levels;
}

function sizeOf({ uncompressed_page_size: size }: PageHeader): number {
  if (size < 0) throw new RangeError("a page has no size");
  return size;
}
