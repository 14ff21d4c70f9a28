import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { KeyMemory } from "../../../src/kernel/key-memory.ts";
import { fetchKeys } from "../../../src/orders/scan/fetch-keys.ts";
import type { KeySource } from "../../../src/orders/scan/key-copier.ts";

const folder = mkdtempSync(join(tmpdir(), "rfm-keys-"));
const path = join(folder, "orders.csv");
afterAll(() => rmSync(folder, { recursive: true }));

/** A segment of a file of this text, from its first byte on. */
function sourceOf(text: string | Uint8Array, rest: Partial<KeySource> = {}): KeySource {
  writeFileSync(path, text);
  const bytes = Buffer.from(text);
  return {
    path,
    name: "orders.csv",
    size: bytes.length,
    start: 0,
    firstRow: 0,
    delimiter: 0x2c,
    lineEnd: 0x0a,
    isJson: false,
    columns: null,
    isOneByte: false,
    lowersEmails: false,
    prefix: "",
    texts: [],
    ...rest,
  };
}

async function fetched(source: KeySource, keys: readonly number[]): Promise<readonly string[]> {
  const memory = KeyMemory.create();
  if (memory === null) throw new Error("there is no room for it");
  const firstRows = Uint32Array.from(keys.keys());
  const { bytes, ends } = await fetchKeys(memory, [source], { firstRows, keys: Int32Array.from(keys) });
  return Array.from(ends, (end, index) => Buffer.from(bytes.subarray(ends[index - 1] ?? 0, end)).toString());
}

describe("fetching the texts of keys", () => {
  it("takes each from its place to the end of its cell, without quotes and blanks", async () => {
    const text = 'A1,x\n"B,2",x\nC3  ,x\r\nx,D4\r\nx,E5 \nF6';
    const places = ["A1", "B,2", "C3", "D4", "E5", "F6"].map((key) => text.indexOf(key));
    expect(await fetched(sourceOf(text), places)).toEqual(["A1", "B,2", "C3", "D4", "E5", "F6"]);
  });

  it("takes texts that the segment brought, and writes what comes before keys before each", async () => {
    const source = sourceOf("A1\nB2\n", { prefix: "2|", texts: ["own", "käy"] });
    expect(await fetched(source, [0, -3, 3, -2])).toEqual(["2|A1", "2|käy", "2|B2", "2|own"]);
  });

  it("writes e-mail addresses in lower case, and nothing else", async () => {
    const source = sourceOf("Ann@EXAMPLE.com,Ann\n", { lowersEmails: true });
    expect(await fetched(source, [0, 16])).toEqual(["ann@example.com", "Ann"]);
  });

  it("writes letters of one byte in UTF-8", async () => {
    const source = sourceOf(Buffer.from("Käyttäjä,é\n", "latin1"), { isOneByte: true });
    expect(await fetched(source, [0, 9])).toEqual(["Käyttäjä", "é"]);
  });

  it("takes values of JSON with and without quotes", async () => {
    const text = '{"a":17,"b":"x, y"}\n{"b":18}\n';
    const source = sourceOf(text, { isJson: true });
    expect(await fetched(source, [text.indexOf("17"), text.indexOf("x, y"), text.indexOf("18")])).toEqual([
      "17",
      "x, y",
      "18",
    ]);
  });

  it("finds keys near each other and far apart, of a byte or a thousand, to the end of the file", async () => {
    const keys = Array.from({ length: 9000 }, (_, index) => `${index}`.padEnd(1 + ((index * 7919) % 23), "k"));
    keys[17] = "L".repeat(1024);
    keys.push("M".repeat(1024));
    const gaps = keys.map((_, index) =>
      "-".repeat(index % 1000 === 0 ? 200_000 : index % 100 === 0 ? 9000 : index % 5),
    );
    let text = "";
    const places = keys.map((key, index) => {
      text += `${gaps[index]},`;
      const place = text.length;
      text += `${key}\n`;
      return place;
    });
    expect(await fetched(sourceOf(text), places)).toEqual(keys);
  });
});
