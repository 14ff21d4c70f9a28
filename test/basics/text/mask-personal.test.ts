import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonal } from "../../../src/basics/text/mask-personal.ts";

/** What may stand between two addresses in one cell or one message. */
const BETWEEN = ["](mailto:", "|", "/", ":", ";", ", ", " ", "><", "@", "\t", '"', "&", "(", "="];

describe("maskPersonal", () => {
  it.each([
    ["[aino@example.com](mailto:eero@example.com)", "[…@example.com)"],
    ["aino@example.com eero@example.com", "a…@example.com e…@example.com"],
    ["aino@shop@example.com", "a…@example.com"],
    ["no address", "no address"],
  ])("shows %j as %j", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it("leaves no name of an address, however many stand side by side", () => {
    const names = fc.array(fc.tuple(fc.stringMatching(/^q[0-9]{3,8}$/), fc.constantFrom(...BETWEEN)), { minLength: 1 });
    fc.assert(
      fc.property(names, (pieces) => {
        const text = pieces.map(([name, between]) => `${name}@example.com${between}`).join("");
        const masked = maskPersonal(text);
        for (const [name] of pieces) expect(masked).not.toContain(name);
      }),
    );
  });

  it("changes nothing where it is applied again, as to a message that quotes a masked condition", () => {
    expect(maskPersonal("--where Email=z…@example.com")).toBe("--where Email=z…@example.com");
    expect(maskPersonal("zoe@example.com=a…@example.com")).toBe("z…@example.com");
    const pieces = fc.array(fc.constantFrom("q1@example.com", "Email", "a…@example.com", ...BETWEEN), { minLength: 1 });
    fc.assert(
      fc.property(pieces, (some) => {
        const masked = maskPersonal(some.join(""));
        expect(maskPersonal(masked)).toBe(masked);
        expect(masked).not.toContain("q1@");
      }),
    );
  });

  it("takes no time for a megabyte without blanks", () => {
    const start = process.cpuUsage().user; // not the clock, which runs on while others have the processor
    maskPersonal(`${"x".repeat(1e6)}@`);
    maskPersonal("a@".repeat(5e5));
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(3000);
  });
});
