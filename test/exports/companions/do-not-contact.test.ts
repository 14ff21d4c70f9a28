import { join } from "node:path";
import { describe, expect } from "vitest";
import { readDoNotContact } from "../../../src/exports/companions/do-not-contact.ts";
import { type Folder, it } from "../../support/run-rfm.ts";

const HASH = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";

async function read(folder: Folder, text: string) {
  await folder.write({ "out.csv": text });
  const { keys, hashes, blankRows } = await readDoNotContact(join(folder.path, "out.csv"), "out.csv");
  return { keys: [...keys], hashes: [...hashes], blankRows };
}

/** Lists that name nobody for certain. */
const REFUSED: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  [
    "a phone list",
    "Name,Phone\nAino,0401\n",
    /out\.csv: no column of e-mail addresses or customer ids \(found: Name, Phone\)/,
  ],
  ["one wrong column", "Name\nAino\n", /no column of e-mail addresses or customer ids \(found: Name\)/],
  ["an entry that is no address", "email\na@example.com\nunsubscribed\n", /out\.csv: line 3 is neither .*\("u…"\)/],
  ["a hash of another kind", "email_sha256\n5d41402abc4b2a76b9719d911017c592\n", /line 2 is neither/],
  ["an address without its end", "mailto:a@\n", /line 1 is neither .*\("m…"\)/],
  ["two addresses in one row", "email\na@example.com b@example.com\n", /line 2 is neither/],
  ["an address that went wrong among ids", "customer_id\n7\na b@example.com\n", /line 3 is neither/],
  ["an address with a hidden at sign", "aino [at] example.com\n", /line 1 is neither .*\("a…"\)/],
  ["an at sign in words among ids", "customer_id\n7\naino at example.com\n", /line 3 is neither/],
  ["an at sign as a web page has it", "email,Name\naino&#64;example.com,Aino\n", /line 2 is neither/],
  [
    "what follows an address without a blank",
    "aino@example.com|Aino\n",
    /line 1 is neither .*\("a…@example\.com\|Aino"\)/,
  ],
  ["brackets as a web page has them", "email\n&lt;aino@example.com&gt;\n", /line 2 is neither/],
  ["an empty file", "\n\n", /no entries/],
];

describe("readDoNotContact", () => {
  for (const [what, text, message] of REFUSED) {
    it(`refuses ${what}`, async ({ folder }) => {
      await expect(read(folder, text)).rejects.toThrow(message);
    });
  }
});

describe("a refused do-not-contact list", () => {
  it("does not show what may be a person", async ({ folder }) => {
    await expect(read(folder, "Aino Example,0401234567,Full Name\n")).rejects.toThrow(/\(found: …, …, Full Name\)/);
  });
});

describe("readDoNotContact on lists of", () => {
  it("addresses with a header, other columns beside them", async ({ folder }) => {
    expect(await read(folder, "Name;Email Address\nAino;A@Example.com \n;b@example.com\n")).toEqual({
      keys: ["a@example.com", "b@example.com"],
      hashes: [],
      blankRows: 0,
    });
  });

  it("addresses and hashes without a header", async ({ folder }) => {
    expect(await read(folder, `a@example.com\n${HASH.toUpperCase()}\n`)).toEqual({
      keys: ["a@example.com"],
      hashes: [HASH],
      blankRows: 0,
    });
  });

  it("addresses beside a name that a header could have", async ({ folder }) => {
    expect((await read(folder, "a@example.com,Customer\nb@example.com,Aino\n")).keys).toEqual([
      "a@example.com",
      "b@example.com",
    ]);
  });

  it("addresses with the at sign of a link", async ({ folder }) => {
    expect((await read(folder, "a%40example.com\n")).keys).toEqual(["a@example.com"]);
  });

  it("ids, one per line", async ({ folder }) => {
    expect((await read(folder, "17850\n17851\n")).keys).toEqual(["17850", "17851"]);
  });

  it("ids and addresses side by side, with rows that have neither", async ({ folder }) => {
    expect(await read(folder, "customer_id,email,reason\n7,,a\n,b@example.com,b\n,,c\n")).toEqual({
      keys: ["7", "b@example.com"],
      hashes: [],
      blankRows: 1,
    });
  });
});
