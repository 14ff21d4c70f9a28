import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/basics/calendar/days.ts";
import { InputError } from "../../src/errors.ts";
import { defaultAsOf } from "../../src/orders/history.ts";
import { readLines } from "../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,line total,status";

describe("the default as-of date", () => {
  async function asOf(...rows: readonly string[]): Promise<string> {
    return formatDay(defaultAsOf(await readLines([HEADER, ...rows])));
  }

  it("is the newest day in the data, whatever became of its row", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,1,cancelled")).toBe("2026-03-09");
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,,2026-03-09,0,paid")).toBe("2026-03-09");
  });

  it("does not look at rows that cannot be read, and at test orders", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,one,paid")).toBe("2026-03-01");
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,anna,2026-03-09,1,test")).toBe("2026-03-01");
  });

  it("is refused more than 366 days after the next newest, with the row and the option", async () => {
    expect(await asOf("1,anna,2025-03-01,1,paid", "2,anna,2026-03-02,1,paid")).toBe("2026-03-02"); // 366 days
    const history = await readLines([HEADER, "1,anna,2025-03-01,1,paid", "2,anna,2026-03-03,1,paid"]);
    expect(() => defaultAsOf(history)).toThrow(InputError);
    expect(() => defaultAsOf(history)).toThrow(/orders\.csv: line 3 is dated 2026-03-03.*2025-03-01/);
    expect(() => defaultAsOf(history)).toThrow(expect.objectContaining({ hint: expect.stringContaining("--as-of") }));
  });

  it("is that of a lone day", async () => {
    expect(await asOf("1,anna,2026-03-01,1,paid", "2,ben,2026-03-01,1,paid")).toBe("2026-03-01");
  });
});
