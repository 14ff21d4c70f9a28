import type { HashKey } from "../../kernel/hash-key.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { ScannedLines } from "../../typed/typed-table.ts";
import type { RowBuffer } from "../rows/row-buffer.ts";
import type { RowTexts } from "../rows/row-table.ts";
import type { PurchaseRows } from "../sums/purchase-rows.ts";

/** What a scanner works with. */
export interface RowScannerParts {
  readonly texts: RowTexts;
  readonly buffer: RowBuffer;
  readonly kernel: Kernel;
  /** What keys are hashed with, where they are. */
  readonly hashKey?: HashKey;
  /** What is known of the file where it is lines of JSON; `null` for delimited text. */
  readonly lines?: ScannedLines | null;
  /** Takes the rows that are only to be added up; `null` where all are kept. */
  readonly purchases?: PurchaseRows | null;
}
