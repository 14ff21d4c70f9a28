import { describe, expect, it } from "vitest";
import {
  COHORT_COLUMNS,
  REPEAT_COLUMNS,
  SEGMENT_RETENTION_COLUMNS,
  WIDE_COHORT_COLUMNS,
} from "../../../src/analysis/output-columns.ts";
import { isOwnFile } from "../../../src/exports/detect/own-files.ts";

describe("isOwnFile", () => {
  it.each([
    ["cohorts", [...COHORT_COLUMNS, "counted"]],
    ["wide cohorts", [...WIDE_COHORT_COLUMNS, "k1", "k2"]],
    ["repeat", REPEAT_COLUMNS],
    ["retention per segment", SEGMENT_RETENTION_COLUMNS],
  ])("knows the program's own %s file by its header", (_, header) => {
    expect(isOwnFile(header)).toBe(true);
  });
});
