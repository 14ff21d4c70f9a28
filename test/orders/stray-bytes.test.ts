/**
 * Bytes that are no UTF-8 in a text that is: whoever writes them wherever, customers who differ by a byte stay different, all
 * other letters stay themselves, and a warning says where the first byte stands.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFolder, type Outcome, runRfm } from "../support/in-process.ts";

const HEADER = "order_id,customer_id,order_date,total";

/** Customers as the bytes of their keys, one order each, and what is read of them. */
async function read(
  keys: readonly Uint8Array[],
  { args = [], mark = "", gzip = false }: { args?: readonly string[]; mark?: string; gzip?: boolean } = {},
): Promise<Outcome & { readonly customers: readonly string[] }> {
  const rows = keys.flatMap((key, index) => [Buffer.from(`\n${index},`), key, Buffer.from(",2024-03-01,5.00")]);
  const bytes = Buffer.concat([Buffer.from(mark + HEADER), ...rows, Buffer.from("\n")]);
  const name = gzip ? "orders.csv.gz" : "orders.csv";
  return inFolder({}, async (folder) => {
    await writeFile(join(folder, name), gzip ? gzipSync(bytes) : bytes);
    const outcome = await runRfm(["orders", name, ...args], folder);
    const customers = outcome.stdout
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[1] ?? "");
    return { ...outcome, customers };
  });
}

const utf8 = (text: string): Buffer => Buffer.from(text);
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

const NAMES = ["Mäkinen", "Sjöberg", "Zoë", "Łukasz", "Jürgen", "Åsa"].map(utf8);

describe("a text in UTF-8 with other bytes in it", () => {
  it("keeps its letters, reads each byte by itself, and says where the first one is", async () => {
    const { customers, stderr, status } = await read([...NAMES, latin1("P\xe4r"), latin1("P\xf6r")]);
    expect(status).toBe(0);
    expect(customers).toEqual(["Mäkinen", "Sjöberg", "Zoë", "Łukasz", "Jürgen", "Åsa", "Pär", "Pör"]);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      '2 bytes are not UTF-8 and were read in Windows-1252 (first: orders.csv line 8, character 4: byte E4 as "ä")',
    );
  });

  it.each([
    ["with a byte order mark", { mark: "\ufeff" }],
    ["gzipped", { gzip: true }],
    ["as --encoding utf-8 says", { args: ["--encoding", "utf-8"] }],
  ])("is read the same %s", async (_, options) => {
    const { customers, stderr } = await read([...NAMES, latin1("P\xe4r"), latin1("P\xf6r")], options);
    expect(customers.slice(-2)).toEqual(["Pär", "Pör"]);
    expect(customers[0]).toBe("Mäkinen");
    expect(stderr).toContain("2 bytes are not UTF-8");
  });

  it("is what --encoding utf-8 makes of another encoding: no name becomes another", async () => {
    const { customers, stderr } = await read([latin1("M\xfcller"), latin1("M\xf6ller")], {
      args: ["--encoding", "utf-8"],
    });
    expect(customers).toEqual(["Müller", "Möller"]);
    expect(stderr).toContain("2 bytes are not UTF-8");
  });

  it("is found beyond the beginning of a large file, too, where threads read it", async () => {
    const many = Array.from({ length: 22_000 }, (_, index) => utf8(`Käthe${index}${"n".repeat(180)}`));
    for (const mark of ["", "\ufeff"]) {
      const { customers, stderr } = await read([...many, latin1("P\xe4r"), latin1("P\xf6r")], { mark });
      expect(customers.slice(-2)).toEqual(["Pär", "Pör"]);
      expect(customers[21_999]).toMatch(/^Käthe21999n+$/);
      expect(stderr).toContain("2 bytes are not UTF-8");
    }
  });

  it("keeps customers apart whatever bytes there are", async () => {
    const letters = fc.constantFrom(
      ...["a", "ä", "€", "😀"].map(utf8),
      ...[0xe4, 0xf6, 0xc3, 0xe2, 0x82, 0xff].map((byte) => Buffer.of(byte)),
    );
    const key = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => Buffer.concat(parts));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { selector: (bytes) => bytes.toString("hex"), maxLength: 6 }),
        async (keys) => {
          const { customers } = await read([...NAMES, ...NAMES, ...NAMES, ...keys]);
          expect(customers.slice(18)).toEqual(keys.map(asRead));
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** The independent way: Node's decoder takes the longest beginning that is UTF-8, and one byte is a letter of Windows-1252. */
function asRead(bytes: Buffer): string {
  if (bytes.length === 0) return "";
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (let length = 1; length <= Math.min(4, bytes.length); length += 1) {
    try {
      return strict.decode(bytes.subarray(0, length)) + asRead(bytes.subarray(length));
    } catch {}
  }
  const [byte = 0] = bytes;
  return (byte === 0x82 ? "‚" : String.fromCharCode(byte)) + asRead(bytes.subarray(1));
}
