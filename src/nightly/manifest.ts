import type { Ledger } from "../analysis/ledger/ledger.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { formatAmount } from "../basics/money/amount.ts";
import type { ExportWords } from "./guards/export-words.ts";
import type { WrittenFile } from "./staged-set.ts";

/** The version of the manifest's form. */
const MANIFEST_VERSION = 1;

/** What a run read: a file, or a table in a database. */
export type ManifestInput = ManifestFile | ManifestTable;

/** An export, or a file that an option names. */
export interface ManifestFile {
  /** `export`, or the option that names it: `rates`. */
  readonly role: string;
  readonly name: string;
  readonly rows: number | null;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table in a database. */
export interface ManifestTable {
  readonly role: "table";
  /** The URL without user, password and parameters, and the table. */
  readonly name: string;
  readonly rows: number;
  /** How many queries the outputs were made of, and the SHA-256 of their texts. */
  readonly queries: number;
  readonly queries_sha256: string;
}

/** A table that a run left in the database. */
export interface LeftTable {
  readonly table: string;
  readonly customers: number;
}

/** What a run read, made and was told; no clock times, so that the same run has the same manifest. */
export interface ManifestContent {
  readonly version: string;
  readonly asOf: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly ManifestInput[];
  readonly ledger: Ledger;
  readonly rejects: number;
  /** Code or symbol of the money that counts; empty where the exports name none. */
  readonly currency: string;
  /** What the customers have spent, in whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  readonly words: ExportWords;
  readonly scheme: string;
  /** Customers by segment, in the scheme's order. */
  readonly segments: readonly (readonly [segment: string, customers: number])[];
  readonly outputs: readonly WrittenFile[];
}

/** The text of `manifest.json`. */
export function renderManifest(content: ManifestContent): string {
  const { version, asOf, options, inputs, ledger, rejects, currency, revenue, words, scheme, segments, outputs } =
    content;
  const amount = (money: bigint): string | null => (ledger.hasMoney ? formatAmount(money) : null);
  const manifest = {
    rfm_run: MANIFEST_VERSION,
    version,
    as_of: formatDay(asOf),
    options,
    inputs,
    ledger: {
      rows: ledger.rows,
      money: amount(ledger.money),
      used_rows: ledger.usedRows,
      used_money: amount(ledger.usedMoney),
      rejected_rows: rejects,
      set_aside: ledger.setAside.map(({ reason, rows, money }) => ({ reason, rows, money: amount(money) })),
    },
    currency,
    revenue: amount(revenue),
    words,
    scheme,
    segments: segments.map(([segment, customers]) => ({ segment, customers })),
    outputs: outputs.map(({ name, rows, bytes, sha256 }) => ({ file: name, rows, bytes, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What later runs ask of a manifest. */
export interface EarlierRun {
  readonly asOf: string;
  readonly rows: number;
  /** What the customers had spent, in whole 1/10,000 of a unit; of earlier versions the money of the rows that count. */
  readonly revenue: bigint;
  /** `null` where it was not written down, as by earlier versions; the same holds for the words. */
  readonly currency: string | null;
  readonly words: ExportWords | null;
  /** What decides the outputs, as it was written. */
  readonly options: Json;
  readonly window: string | null;
  readonly scheme: string;
  readonly segments: ReadonlyMap<string, number>;
  readonly outputs: readonly WrittenFile[];
}

/** What an earlier run wrote about itself; `null` where the text is no manifest of this version. */
export function parseManifest(text: string): EarlierRun | null {
  const manifest = recordFrom(text);
  if (manifest === null || manifest["rfm_run"] !== MANIFEST_VERSION) return null;
  const { as_of: asOf, scheme } = manifest;
  const ledger = isRecord(manifest["ledger"]) ? manifest["ledger"] : {};
  const [rows, money] = [
    ledger["rows"],
    manifest["revenue"] === undefined ? ledger["used_money"] : manifest["revenue"],
  ];
  const revenue = money === null ? 0n : amountFrom(money); // of orders without money
  const segments = listOf(manifest["segments"], ({ segment, customers }) =>
    typeof segment === "string" && typeof customers === "number" ? ([segment, customers] as const) : null,
  );
  const outputs = listOf(manifest["outputs"], outputFrom);
  if (typeof asOf !== "string" || typeof rows !== "number" || typeof scheme !== "string") return null;
  if (segments === null || outputs === null || revenue === null) return null;
  const options = isRecord(manifest["options"]) ? manifest["options"] : {};
  return {
    asOf,
    rows,
    revenue,
    currency: typeof manifest["currency"] === "string" ? manifest["currency"] : null,
    words: wordsFrom(manifest["words"]),
    options,
    window: windowIn(options),
    scheme,
    segments: new Map(segments),
    outputs,
  };
}

/** The window that options ask for, as it is written; the command line's wins. `null` for all history. */
export function windowIn(options: Json): string | null {
  const of = (part: unknown): unknown => (isRecord(part) ? part["window"] : undefined);
  const window = of(options["command_line"]) ?? of(options["scoring"]) ?? null;
  return window === null ? null : [window].flat().join(" ");
}

/** The files that a manifest of any version lists; `null` where the text is no manifest. */
export function listedOutputs(text: string): readonly string[] | null {
  const outputs = recordFrom(text)?.["outputs"];
  return listOf(outputs, ({ file }) => (typeof file === "string" ? file : null));
}

function outputFrom({ file, rows, bytes, sha256 }: Json): WrittenFile | null {
  if (typeof file !== "string" || typeof bytes !== "number" || typeof sha256 !== "string") return null;
  return { name: file, rows: typeof rows === "number" ? rows : null, bytes, sha256 };
}

/** An amount as {@link formatAmount} writes it; `null` for anything else. */
function amountFrom(value: unknown): bigint | null {
  const parts = typeof value === "string" ? /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(value) : null;
  if (parts === null) return null;
  const [, sign = "", whole = "", fraction = ""] = parts;
  return BigInt(`${sign}${whole}${fraction.padEnd(4, "0")}`);
}

function wordsFrom(value: unknown): ExportWords | null {
  if (!isRecord(value)) return null;
  const of = (words: unknown): readonly string[] =>
    Array.isArray(words) ? words.filter((word) => typeof word === "string") : [];
  return { statuses: of(value["statuses"]), columns: of(value["columns"]), currencies: of(value["currencies"]) };
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function recordFrom(text: string): Json | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Every item of a list, checked; `null` where one is not as it should be. */
function listOf<T>(value: unknown, itemFrom: (item: Json) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map((item: unknown) => (isRecord(item) ? itemFrom(item) : null));
  return items.every((item) => item !== null) ? items : null;
}
