/*
 * What the reading of exports says of how it understood them stands in English there; here it is found again by its form, so
 * that a language says it in its own words.
 */
import type { Phrases } from "./en/inspect.ts";

/** Every text by its form; the groups are what it is about. */
const EVIDENCE = {
  validUtf8: /^every byte sequence is valid UTF-8$/,
  euroSign: /^not UTF-8; the byte of ISO-8859-15's euro sign, none of Windows-1252's own$/,
  damagedUtf8: /^valid UTF-8 but for (\d+) bytes?$/,
  notUtf8: /^not valid UTF-8$/,
  byteOrderMark: /^byte order mark$/,
  nulBytes: /^NUL bytes in every other place$/,
  option: /^as (--[a-z-]+) says$/,
  separatorLine: /^the file's first line says so \(sep=\)$/,
  fieldCounts: /^(\d+) of the first (\d+) rows have (\d+) fields$/,
  platformHas: /^as the platform has it$/,
  namedInHeader: /^named in the header: "(.*)"$/,
  byName: /^by its name$/,
  byStatusValues: /^by its values: they are status words$/,
  byNameAlone: /^by its name; a name is the last resort: there is no id, e-mail address or telephone number$/,
  byNameAndValues: /^by its name and its values$/,
  byValues: /^by its values: no other column has values like these$/,
  dayFirst: /^(.+) can only be day first$/s,
  monthFirst: /^(.+) can only be month first$/s,
  writtenAs: /^written as (.+)$/,
  platformWrites: /^as the platform always writes them$/,
  sameSource: /^(.+), of the same source, has (.*)$/s,
  oneWay: /^every date reads one way only$/,
  decimalPoint: /^(.+) has a decimal point$/s,
  decimalComma: /^(.+) has a decimal comma$/s,
  typedDates: /^the dates are typed$/,
  typedNumbers: /^the numbers are typed$/,
  wholeNumbers: /^whole numbers only$/,
  saysUnit: /^(".+") says so by its name$/s,
  rowModel: /^as (.+) has it: (.+)$/,
  lineAmount: /^(".+") is a line's amount by its name$/s,
  addedUp: /^added up for each order from (.+)$/s,
  oneAmount: /^no order has two rows with an amount$/,
  orderTotal: /^(".+") is an order's total by its name and data$/s,
  differsInEvery: /^(".+") differs between the rows of every order$/s,
  differsInSome: /^(".+") differs between the rows of (\d+) orders$/s,
  insideList: /^it stands inside "(.+)"$/s,
  besideList: /^it stands in the order, not inside "(.+)"$/s,
  notation: /^(calendar|compact|epoch seconds|epoch milliseconds|spreadsheet serial)$/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** What a language says in place of each, given the groups. */
export type EvidenceTexts = Readonly<Record<keyof typeof EVIDENCE, (...groups: readonly string[]) => string>>;

/** A language's texts, each with the form of what it stands for. */
export function phrasesOf(texts: EvidenceTexts): Phrases {
  return (Object.keys(EVIDENCE) as (keyof typeof EVIDENCE)[]).map((key) => [EVIDENCE[key], texts[key]]);
}

/** A value and where it stands, `"100.00" (line 2)`, with another language's word for a line. */
export function atLine(value: string | undefined, line: string): string {
  return (value ?? "").replace(/ \(line (\d+)\)$/, ` (${line} $1)`);
}
