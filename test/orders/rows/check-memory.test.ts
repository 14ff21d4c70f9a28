import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { refuseTooManyRows } from "../../../src/orders/rows/check-memory.ts";

describe("refuseTooManyRows", () => {
  it("lets pass what fits", () => {
    expect(() => refuseTooManyRows(5_000_000, 2e9)).not.toThrow();
    expect(() => refuseTooManyRows(1000)).not.toThrow();
  });

  it("says how much is needed, how much is there, and what to do", () => {
    const refuse = (): void => refuseTooManyRows(100_000_000, 4e9);
    expect(refuse).toThrow(InputError);
    expect(refuse).toThrow("about 100,000,000 rows, which take about 6.0 GB of memory; 4.0 GB are free");
  });
});
