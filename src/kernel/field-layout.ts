import type { DateFormat } from "../basics/calendar/date-format.ts";
import type { AmountUnit } from "../basics/money/amount-unit.ts";
import type { DecimalMark } from "../basics/money/decimal-mark.ts";
import type { Holds } from "./cells.ts";
import type { HashKey } from "./hash-key.ts";
import type { JsonKeys } from "./json-keys.ts";

/** The settings of a file: how it is written, and which columns are wanted. */
export interface FieldLayout {
  /** One byte. */
  readonly delimiter: number;
  readonly lineEnd: number;
  /** `false` where quotes are ordinary characters. */
  readonly quoting?: boolean;
  /** The keys of JSON records, one per line or the elements of a list; `null` for delimited text. */
  readonly json?: JsonKeys | null;
  /** The columns whose bounds are wanted: their slots. */
  readonly wanted: readonly number[];
  /** What each of them holds, how dates and decimals are written, and the fields of a record that is looked into. */
  readonly contents?: {
    readonly holds: readonly Holds[];
    readonly width: number;
    readonly date: DateFormat;
    readonly decimal: DecimalMark;
    readonly amountUnit: AmountUnit;
    readonly hashKey: HashKey;
    /** Whether text is UTF-8. */
    readonly isUtf8: boolean;
    /** Whether blanks around days, amounts and keys are passed over. */
    readonly trims: boolean;
  };
}

/** Which records of the block to find. */
export interface Block {
  readonly end: number;
  /** Whether the file ends there, so that a record may end there without a line end. */
  readonly isLast: boolean;
  /** Records that begin here or later are somebody else's. */
  readonly limit: number;
}
