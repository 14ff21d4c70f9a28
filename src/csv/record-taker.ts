import type { ScannedRecord } from "./scanner/scan-records.ts";

/** Takes records one after another. */
export interface RecordTaker {
  /** Takes the next record, which can be looked at until the next one comes; false where no more are wanted. */
  readonly take: (record: ScannedRecord) => boolean;
}
