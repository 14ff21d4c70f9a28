import { describe, expect, it, vi } from "vitest";
import { KeyDictionary } from "../../../../src/csv/keys/key-dictionary.ts";
import { stripPointZero } from "../../../../src/orders/assemble/customers/strip-point-zero.ts";

describe("ids that a data frame wrote as 17850.0", () => {
  const customers = new KeyDictionary();
  const ids = ["17850.0", "17850", "12.0", "a.0", "12.0", "17850.0", "12.00"];
  const rows = {
    length: 9,
    file: Uint16Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1),
    customer: Int32Array.from([...ids, null, "12.0"], (id) => (id === null ? -1 : customers.code(id))),
  };

  it("become whole numbers, in the files given, with the texts of all ids made but once", () => {
    const made = vi.spyOn(customers, "texts", "get");
    stripPointZero(rows, { customers }, (file) => file === 0);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
    const read = Array.from(rows.customer, (code) => (code < 0 ? null : customers.texts[code]));
    expect(read).toEqual(["17850", "17850", "12", "a.0", "12", "17850", "12.00", null, "12.0"]);
  });
});
