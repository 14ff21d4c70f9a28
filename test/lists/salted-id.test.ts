import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHeldOut, saltedId } from "../../src/lists/salted-id.ts";

describe("saltedId", () => {
  it("is what sha256sum says of salt, colon and id", () => {
    const hash = createHash("sha256").update("rfm:17850").digest("hex");
    expect(saltedId("rfm", "17850")).toBe(hash);
    expect(saltedId("pepper", "17850")).not.toBe(hash);
  });
});

describe("isHeldOut", () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `customer ${index}`);
  const heldOut = (share: number, salt = "rfm"): readonly string[] =>
    ids.filter((id) => isHeldOut(id, { salt, share }));

  it("takes about the share asked for", () => {
    // five standard deviations of a binomial of 20,000 tries
    expect(Math.abs(heldOut(0.1).length - 2000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.1 * 0.9));
  });

  it("keeps everybody of a smaller group in a larger one", () => {
    const larger = new Set(heldOut(0.2));
    expect(heldOut(0.1).every((id) => larger.has(id))).toBe(true);
  });

  it("takes others with another salt", () => {
    const ours = new Set(heldOut(0.1));
    const shared = heldOut(0.1, "pepper").filter((id) => ours.has(id)).length;
    expect(shared).toBeLessThan(300); // 200 by chance
  });

  it("depends on nothing but salt and id", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (id, salt, share) => {
        const fraction = Number.parseInt(saltedId(salt, id).slice(0, 13), 16) / 16 ** 13;
        if (Math.abs(fraction - share) > 1e-12) expect(isHeldOut(id, { salt, share })).toBe(fraction < share);
      }),
    );
  });
});
