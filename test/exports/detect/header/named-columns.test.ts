import { describe, expect, it } from "vitest";
import { columnNamed } from "../../../../src/exports/detect/header/named-columns.ts";

describe("columnNamed", () => {
  it("goes by the exact name first, then without case", () => {
    const header = ["Total", "total", "TOTAL ", "Sum"];
    const find = (option: string): number => columnNamed({ fileName: "a.csv", header }, option, "--amount");
    expect([find("total"), find("Total"), find("TOTAL"), find("SUM")]).toEqual([1, 0, 2, 3]);
  });
});
