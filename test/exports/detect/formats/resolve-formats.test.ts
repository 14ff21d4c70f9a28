import { describe, expect, it } from "vitest";
import { formatDay } from "../../../../src/basics/calendar/days.ts";
import { InputError } from "../../../../src/errors.ts";
import type { OrderHistory } from "../../../../src/orders/history.ts";
import { entriesOf, readFiles, readLines, setAside, spendOf } from "../../../support/read-csv.ts";

const HEADER = "customer,date,amount";
const SEMICOLONS = "customer;date;amount";

function datesOf(history: OrderHistory): readonly (string | null)[] {
  return entriesOf(history).map(({ day }) => day);
}

describe("the order of dates written in numbers", () => {
  it("is settled by one row that can only be read one way, for all rows", async () => {
    const dayFirst = await readLines([HEADER, "anna,3/4/2026,1", "anna,13/4/2026,1", "anna,5/4/2026,1"]);
    expect(datesOf(dayFirst)).toEqual(["2026-04-03", "2026-04-13", "2026-04-05"]);
    const monthFirst = await readLines([HEADER, "anna,3/4/2026,1", "anna,3/14/2026,1", "anna,3/5/2026,1"]);
    expect(datesOf(monthFirst)).toEqual(["2026-03-04", "2026-03-14", "2026-03-05"]);
    expect(monthFirst.understanding.files[0]?.formats.dateEvidence).toMatch(/"3\/14\/2026" \(line 3\).*month first/);
  });

  it("is settled by a row far down the file", async () => {
    const open = Array.from({ length: 2000 }, () => "anna,3/4/2026,1");
    const history = await readLines([HEADER, ...open, "anna,14/4/2026,1"]);
    expect(formatDay(history.orders.firstDay)).toBe("2026-04-03");
  });

  it("stops the run where no row decides it, with both readings and the option", async () => {
    const reading = readLines([HEADER, "anna,03/04/2026,1", "anna,05/06/2026,1"]);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(
      /"03\/04\/2026" \(line 2\) is 2026-04-03 day first and 2026-03-04 month first/,
    );
    await expect(reading).rejects.toMatchObject({ hint: expect.stringContaining("--date-format") });
  });

  it("does as the option says", async () => {
    const lines = [HEADER, "anna,03/04/2026,1"];
    const dateFormat = { notation: "calendar", order: "dmy" } as const;
    expect(datesOf(await readLines(lines, { dateFormat }))).toEqual(["2026-04-03"]);
    expect(datesOf(await readLines(lines, { dateFormat: { ...dateFormat, order: "mdy" } }))).toEqual(["2026-03-04"]);
  });

  it("is pooled over files with the same header line", async () => {
    const history = await readFiles({
      "a.csv": [HEADER, "anna,03/04/2026,1"],
      "b.csv": [HEADER, "anna,13/05/2026,1"],
    });
    expect(datesOf(history)).toEqual(["2026-04-03", "2026-05-13"]);
    expect(history.understanding.files[0]?.formats.dateEvidence).toMatch(/b\.csv/);
  });

  it("is not pooled over files with another header line", async () => {
    const reading = readFiles({
      "a.csv": [HEADER, "anna,03/04/2026,1"],
      "b.csv": ["customer,date,amount,note", "anna,13/05/2026,1,"],
    });
    await expect(reading).rejects.toThrow(/a\.csv/);
  });

  it("is each file's own, and a question where the others disagree", async () => {
    const files = { "a.csv": [HEADER, "anna,13/04/2026,1"], "b.csv": [HEADER, "anna,05/14/2026,1"] };
    expect(datesOf(await readFiles(files))).toEqual(["2026-04-13", "2026-05-14"]);
    await expect(readFiles({ ...files, "c.csv": [HEADER, "anna,03/04/2026,1"] })).rejects.toThrow(/c\.csv.*disagree/);
  });

  it("that contradicts itself inside one file stops the run, with both rows", async () => {
    const reading = readLines([HEADER, "anna,13/04/2026,1", "anna,03/04/2026,1", "anna,04/13/2026,1"]);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/"13\/04\/2026" \(line 2\).*"04\/13\/2026" \(line 4\)/);
  });

  it("that contradicts itself far down the file stops the run all the same", async () => {
    const dayFirst = Array.from({ length: 2500 }, () => "anna,13/04/2026,1");
    const reading = readLines([HEADER, ...dayFirst, "anna,04/13/2026,1"]);
    await expect(reading).rejects.toThrow(/line 2502/);
  });

  it("does not matter for days that read the same either way", async () => {
    const history = await readLines([HEADER, "anna,4/4/2026,1", "anna,12/12/2025,2", "ben,01/01/26,4"]);
    expect(datesOf(history)).toEqual(["2026-04-04", "2025-12-12", "2026-01-01"]);
    expect(history.rejects).toEqual([]);
  });

  it("needs no settling for days with dots, names or the year first", async () => {
    const history = await readLines([HEADER, "anna,3.4.2026,1", "anna,2026-04-04,1", "anna,5 April 2026,1"]);
    expect(datesOf(history)).toEqual(["2026-04-03", "2026-04-04", "2026-04-05"]);
  });

  it("does not matter for digits: serials, epochs and yyyymmdd", async () => {
    expect(datesOf(await readLines([HEADER, "anna,45384.5,1", "anna,45385,1"]))).toEqual(["2024-04-02", "2024-04-03"]);
    expect(datesOf(await readLines([HEADER, "anna,1772582400,1"]))).toEqual(["2026-03-04"]);
    expect(datesOf(await readLines([HEADER, "anna,1772582400000,1"]))).toEqual(["2026-03-04"]);
    expect(datesOf(await readLines([HEADER, "anna,20260304,1"]))).toEqual(["2026-03-04"]);
  });

  it("leaves a stray cell of another notation unread", async () => {
    const history = await readLines([HEADER, "anna,2026-03-04,1", "anna,2026-03-05,1", "ben,45384,1"]);
    expect(setAside(history)).toEqual({ "unreadable date": "1 rows, 1.00" });
    expect(history.rejects).toMatchObject([{ line: 4, column: "date", value: "45384", reason: "unreadable date" }]);
  });
});

describe("the decimal mark", () => {
  it("is settled by one row, for all rows", async () => {
    const comma = await readLines([SEMICOLONS, "anna;2026-03-01;1.234", "ben;2026-03-01;1,5"]);
    expect(spendOf(comma)).toEqual({ anna: "1 × 1234.00", ben: "1 × 1.50" });
    const point = await readLines([SEMICOLONS, "anna;2026-03-01;1.234", "ben;2026-03-01;1.5"]);
    expect(spendOf(point)).toEqual({ anna: "1 × 1.234", ben: "1 × 1.50" });
  });

  it("stops the run where no row decides it, with both readings and the option", async () => {
    const reading = readLines([HEADER, "anna,2026-03-01,1.234", "ben,2026-03-01,5"]);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(
      /"1\.234" \(line 2\) is 1\.234 with a decimal point and 1234 with a decimal comma/,
    );
    await expect(reading).rejects.toMatchObject({ hint: expect.stringContaining("--decimal") });
  });

  it("does as the option says", async () => {
    const lines = [HEADER, "anna,2026-03-01,1.234"];
    expect(spendOf(await readLines(lines, { decimal: "." }))).toEqual({ anna: "1 × 1.234" });
    expect(spendOf(await readLines(lines, { decimal: "," }))).toEqual({ anna: "1 × 1234.00" });
  });

  it("is pooled over files with the same header line", async () => {
    const history = await readFiles({
      "a.csv": [SEMICOLONS, "anna;2026-03-01;1.234"],
      "b.csv": [SEMICOLONS, "ben;2026-03-01;0,50"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 1234.00", ben: "1 × 0.50" });
  });

  it("that contradicts itself inside one file stops the run, with both rows", async () => {
    const reading = readLines([SEMICOLONS, "anna;2026-03-01;1,50", "ben;2026-03-01;2.50"]);
    await expect(reading).rejects.toThrow(/"2\.50" \(line 3\) has a decimal point, "1,50" \(line 2\) a decimal comma/);
  });

  it("that contradicts itself far down the file stops the run all the same", async () => {
    const commas = Array.from({ length: 2500 }, () => "anna;2026-03-01;1,50");
    await expect(readLines([SEMICOLONS, ...commas, "ben;2026-03-01;2.50"])).rejects.toThrow(/line 2502/);
  });

  it("does not matter for whole numbers", async () => {
    expect(spendOf(await readLines([HEADER, "anna,2026-03-01,12", "anna,2026-03-01,1 000"]))).toEqual({
      anna: "2 × 1012.00",
    });
  });

  it("is shared by quantity, price and refund", async () => {
    const history = await readLines([
      "customer;date;quantity;price;refunded",
      "anna;2026-03-01;2;1.000;0",
      "anna;2026-03-02;1;0,50;0",
    ]);
    expect(spendOf(history)).toEqual({ anna: "2 × 2000.50" });
  });
});
