import { describe, expect } from "vitest";
import { memorySource, sha256Of } from "../../src/files/byte-source.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import { it } from "../support/run-rfm.ts";

describe("the SHA-256 of an export", () => {
  it("is that of its bytes as stored: the example of FIPS 180", async () => {
    const chunks = [Buffer.from("a"), Buffer.from("bc")];
    expect(await sha256Of(memorySource(chunks, "abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("is taken only where it is asked for", async ({ folder }) => {
    await folder.write({ "a.csv": "customer,date,amount\nanna,2024-01-31,10\n" });
    const sha256 = async (hashFiles: boolean): Promise<string | null | undefined> =>
      (await readOrders(["a.csv"], { hashFiles }, { cwd: folder.path })).understanding.files[0]?.sha256;
    expect(await sha256(false)).toBeNull();
    expect(await sha256(true)).toMatch(/^[0-9a-f]{64}$/);
  });
});
