import { describe, expect, it } from "vitest";
import { COHORT_COLUMNS, WIDE_COHORT_COLUMNS } from "../../../../src/render/tables/cohort-table.ts";
import { isOwnOutput } from "../../../../src/render/tables/own-outputs.ts";
import { REPEAT_COLUMNS } from "../../../../src/render/tables/repeat-table.ts";
import { SEGMENT_RETENTION_COLUMNS } from "../../../../src/render/tables/segment-retention-table.ts";

describe("isOwnOutput", () => {
  it.each([
    ["cohorts", [...COHORT_COLUMNS, "counted"]],
    ["wide cohorts", [...WIDE_COHORT_COLUMNS, "k1", "k2"]],
    ["repeat", REPEAT_COLUMNS],
    ["retention per segment", SEGMENT_RETENTION_COLUMNS],
  ])("knows the program's own %s file by its header", (_, header) => {
    expect(isOwnOutput(header)).toBe(true);
  });
});
