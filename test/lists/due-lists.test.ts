import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { rhythmLookup } from "../../src/analysis/forecast/usual-gaps.ts";
import { segmentCustomers } from "../../src/analysis/segments/segment-customers.ts";
import { dueLists } from "../../src/lists/due-lists.ts";
import { LIST_FORMATS } from "../../src/lists/formats/index.ts";
import { makeLists } from "../../src/lists/make-lists.ts";
import { day, type Entry, historyOf } from "../analysis/retention/history.ts";

/** Four customers order every ten days; the last order of each lies so many days before 30 June. */
const SILENCES = { fresh: 4, due: 10, overdue: 11, lapsed: 60 } as const;
const ENTRIES: readonly Entry[] = Object.entries(SILENCES).flatMap(([customer, silence]) =>
  [0, 1, 2, 3].map((back): Entry => {
    const on = new Date(Date.UTC(2024, 5, 30 - silence - back * 10)).toISOString().slice(0, 10);
    return [customer, on, 20];
  }),
);
/** Others pause for forty days, which makes the lapse gap longer than ten; they have too few gaps to be due. */
const SLOW: readonly Entry[] = ["2024-03-01", "2024-04-10", "2024-05-20"].map((on) => ["slow", on, 20]);

describe("lists of who is due", () => {
  it("hold those who are due and overdue by their own rhythm, and nobody who has lapsed or has no rhythm", () => {
    const asOf = day("2024-06-30");
    const orders = historyOf([...ENTRIES, ...SLOW], { to: "2024-06-30" });
    const { files } = makeLists(segmentCustomers(orders, { asOf }), orders, {
      formats: LIST_FORMATS.filter(({ name }) => name === "csv"),
      changes: null,
      own: dueLists(rhythmLookup(orders, asOf)),
      exclude: { keys: new Set(), hashes: new Set() },
      consent: [],
      holdout: 0,
      salt: "rfm",
      hashIds: false,
      minSize: 1,
      defaultCountry: "",
    });
    const idsIn = (path: string): readonly string[] => {
      const file = files.find((one) => one.path === path);
      const rows: readonly Readonly<Record<string, string>>[] = parse([...(file?.chunks() ?? [])].join(""), {
        columns: true,
      });
      return rows.map((row) => row["customer_id"] ?? "");
    };
    expect(files.map(({ path }) => path)).toEqual(["due.csv", "overdue.csv"]);
    expect(idsIn("due.csv")).toEqual(["due"]);
    expect(idsIn("overdue.csv")).toEqual(["overdue"]);
  });
});
