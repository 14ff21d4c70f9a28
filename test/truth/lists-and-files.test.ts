/** Nobody is listed who asked not to be, and no file is in place that is not whole: what a shop must be able to rely on. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { domainToASCII } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { type Folder, it, withFolder } from "../support/run-rfm.ts";

/** Rows of cells as CSV, every cell in quotes. */
function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;
}

const HEADER = ["order_id", "customer_id", "date", "amount", "status", "email"];

/** Six customers, so that there is always somebody to list. */
const OTHERS = ["t", "u", "v", "w", "x", "y"].map((name, index) => [
  `o${index}`,
  name,
  `2024-0${index + 1}-15`,
  `${10 * (index + 1)}.00`,
  "paid",
  `${name}@example.com`,
]);

/** Everything in the lists of a folder, header lines and all. */
function listed(folder: Folder, place = "lists"): string {
  const root = join(folder.path, place);
  const files = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".csv"));
  return files.map((name) => readFileSync(join(root, name), "utf8")).join("");
}

/** The ids of all who are listed. */
function idsListed(folder: Folder): ReadonlySet<string> {
  return new Set(
    listed(folder)
      .split("\n")
      .map((line) => line.split(",")[0] ?? ""),
  );
}

async function lists(folder: Folder, more: readonly string[]): Promise<void> {
  const { status, stderr } = await folder.rfm(["lists", "orders.csv", "--out", "lists", ...more]);
  expect([status, stderr.includes("rfm:") ? stderr : ""]).toEqual([0, ""]);
}

type Change = (address: string) => string;

/** The same letters as people, mail programs, spreadsheets and web pages write them. */
const LETTERS: readonly Change[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => address.normalize("NFD"),
  (address) => address.replace(/[a-z0-9@.]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (address) => address.replace(/@(.*)$/, (_, domain: string) => `@${domainToASCII(domain)}`),
  (address) => address.replace(/\./g, "\u3002").replace(/\u3002(?=.*@)/g, "."),
];
const UNSEEN = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u200e",
  "\u200f",
  "\u202a",
  "\u2067",
  "\u0007",
  "\u001b",
];
const AROUND: readonly Change[] = [
  (address) => address,
  (address) => `"${address}"`,
  (address) => `'${address}'`,
  (address) => `<${address}>`,
  (address) => `mailto:${address}`,
  (address) => `MailTo:${address}?subject=Stop`,
  (address) => `Example Name <${address}>`,
  (address) => `Example<${address}>`,
  (address) => `"Name, Example" <${address}>`,
  (address) => `<mailto:${address}>`,
  (address) => `${address}.`,
  (address) => `${address};`,
  (address) => ` \u00a0${address}\t`,
  (address) => `“${address}”`,
  (address) => `(${address})`,
  (address) => address.replace("@", " @ "),
];

/** One address as somebody wrote it: letters, then marks that nobody sees, then what stands around it. */
const someSpelling: fc.Arbitrary<Change> = fc
  .record({
    letters: fc.constantFrom(...LETTERS),
    unseen: fc.array(fc.record({ mark: fc.constantFrom(...UNSEEN), at: fc.nat(30) }), { maxLength: 3 }),
    around: fc.array(fc.constantFrom(...AROUND), { minLength: 1, maxLength: 2 }),
  })
  .map(({ letters, unseen, around }) => (address: string) => {
    let text = letters(address);
    for (const { mark, at } of unseen) text = `${text.slice(0, at)}${mark}${text.slice(at)}`;
    return around.reduce((inner, change) => change(inner), text);
  });

/** The address of somebody who asked not to be written to. */
function addressOf(index: number): string {
  const domain = ["example.com", "bücher.example", "mail.example.org"][index % 3] ?? "";
  return `${["person", "äiti", "o'neil", "first.last"][index % 4]}${index}@${domain}`;
}

/** Rows that do not count, and yet tell of an address: cancelled, worth nothing, too early, unreadable, a later row. */
const NOT_COUNTING: readonly ((id: string, order: string, address: string) => readonly string[])[] = [
  (id, order, address) => [`${order}x`, id, "2024-02-01", "5.00", "cancelled", address],
  (id, order, address) => [`${order}x`, id, "2024-02-01", "0.00", "paid", address],
  (id, order, address) => [`${order}x`, id, "2023-02-01", "5.00", "paid", address],
  (id, order, address) => [`${order}x`, id, "never", "5.00", "paid", address],
  (id, order, address) => [`${order}x`, id, "2024-02-01", "much", "paid", address],
  (id, order, address) => [`${order}x`, id, "2024-02-01", "5.00", "paid", address, "one cell too many"],
  (id, order, address) => [order, id, "2024-03-05", "12.00", "paid", address],
  (_id, order, address) => [order, "", "2024-03-05", "12.00", "paid", address],
];

const SPELLINGS = 2000;

describe("whoever asked not to be written to", () => {
  it(`is in no list, in any of ${SPELLINGS} spellings, wherever the address stands`, async ({ folder }) => {
    const spellings = fc.sample(fc.tuple(someSpelling, someSpelling), { numRuns: SPELLINGS });
    const rows = spellings.flatMap(([inExport], index) => {
      const [id, order] = [`id${index}`, `n${index}`];
      const address = inExport(addressOf(index));
      const other = [order, id, "2024-03-05", "12.00", "paid", `other${index}@example.com`];
      const place = NOT_COUNTING[index % NOT_COUNTING.length];
      return index % 3 === 0 || place === undefined
        ? [[order, id, "2024-03-05", "12.00", "paid", address]]
        : [other, place(id, order, address)];
    });
    await folder.write({
      "orders.csv": csv([HEADER, ...OTHERS, ...rows]),
      "stop.csv": csv([["email"], ...spellings.map(([, inList], index) => [inList(addressOf(index))])]),
    });
    const options = [
      "--exclude",
      "stop.csv",
      "--since",
      "2024-01-01",
      "--max-rejects",
      "100%",
      "--amount-per",
      "order",
    ];
    await lists(folder, options);
    expect([...idsListed(folder)].filter((id) => id.startsWith("id"))).toEqual([]);
    for (const name of ["t", "u", "v", "w", "x", "y"]) expect(idsListed(folder)).toContain(name);
    await lists(folder, [...options, "--for", "mailchimp"]);
    expect(listed(folder)).not.toMatch(/other\d+@|person\d+@|neil\d+@|last\d+@/);
  }, 120_000);

  it("is left out by --exclude-customers in the same spellings, also where the key is an id", async ({ folder }) => {
    const spellings = fc.sample(fc.tuple(someSpelling, someSpelling), { numRuns: 200 });
    const rows = spellings.map(([inExport], index) => [
      `n${index}`,
      `id${index}`,
      "2024-03-05",
      "12.00",
      index % 2 === 0 ? "paid" : "cancelled",
      inExport(addressOf(index)),
    ]);
    const later = spellings.map((_, index) => [`m${index}`, `id${index}`, "2024-04-05", "12.00", "paid", ""]);
    await folder.write({
      "orders.csv": csv([HEADER, ...OTHERS, ...rows, ...later]),
      "staff.csv": csv([["who"], ...spellings.map(([, inList], index) => [inList(addressOf(index))])]),
    });
    const { stdout, stderr } = await folder.rfm("score orders.csv --exclude-customers staff.csv --format csv");
    expect(stdout).not.toMatch(/\bid\d/);
    expect(stdout.split("\n").length - 2, stderr).toBe(OTHERS.length);
  });

  it("takes along whoever shares the address, through others as well", async ({ folder }) => {
    const order = (id: string, email: string, number: number): readonly string[] => [
      `n${number}`,
      id,
      "2024-03-05",
      "9.00",
      "paid",
      email,
    ];
    await folder.write({
      "orders.csv": csv([
        HEADER,
        ...OTHERS,
        order("a", "stop@example.com", 1),
        order("a", "second@example.com", 2),
        order("b", "SECOND@example.com", 3),
        order("b", "third@example.com", 4),
        order("c", "third@example.com", 5),
        order("d", "stop+shop@example.com", 6),
      ]),
      "stop.csv": "stop@example.com\n",
    });
    await lists(folder, ["--exclude", "stop.csv"]);
    const ids = idsListed(folder);
    expect(["a", "b", "c", "d"].filter((id) => ids.has(id))).toEqual(["d"]); // a plus makes another address
  });

  it("is met by the id, by the hash of the address, and by an address that only a link joins", async ({ folder }) => {
    const hash = createHash("sha256").update("hashed@example.com").digest("hex");
    await folder.write({
      "orders.csv": csv([
        HEADER,
        ...OTHERS,
        ["n1", "A7", "2024-03-05", "9.00", "paid", "one@example.com"],
        ["n2", "b", "2024-03-05", "9.00", "paid", ""],
        ["n3", "b", "2024-02-05", "9.00", "cancelled", '"Hashed@example.com"'],
        ["n4", "", "2024-03-06", "9.00", "paid", "linked@example.com"],
        ["n5", "c", "2024-02-06", "0.00", "paid", "linked@example.com"],
      ]),
      "stop.csv": `email,customer_id\n${hash},\n,a7\n,C\n`,
    });
    await lists(folder, ["--exclude", "stop.csv", "--link-customers"]);
    const text = listed(folder);
    for (const part of ["A7", "one@", "linked@", ",b,", "\nb,"]) expect(text).not.toContain(part);
  });
});

describe("a list of people to leave out", () => {
  it("may be Latin-1, UTF-16 or gzipped", async ({ folder }) => {
    await folder.write({
      "orders.csv": csv([HEADER, ...OTHERS, ["n1", "äiti@example.com", "2024-03-05", "9.00", "paid", ""]]),
      "latin1.csv": Buffer.from("sähköposti\näiti@example.com\n", "latin1"),
      "utf16.csv": Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from("email\näiti@example.com\n", "utf16le")]),
      "zipped.csv.gz": gzipSync("email\näiti@example.com\n"),
    });
    for (const name of ["latin1.csv", "utf16.csv", "zipped.csv.gz"]) {
      await lists(folder, ["--exclude", name]);
      expect(listed(folder), name).not.toContain("iti@example.com");
      expect(
        (await folder.rfm(["score", "orders.csv", "--exclude-customers", name, "--format", "csv"])).stdout,
      ).not.toContain("iti@");
    }
  });

  it.each([
    ["email\na@example.com\nstopped\n", 'line 3 is neither an e-mail address nor the SHA-256 of one ("s…")'],
    [
      "email\n\n\nAino Example aino@example.com\n",
      'line 4 is neither an e-mail address nor the SHA-256 of one ("Aino Example a…@example.com")',
    ],
    ["a@example.com\nmailto:a@example\n", 'line 2 is neither an e-mail address nor the SHA-256 of one ("m…@example")'],
  ])("stops the run at an entry that is no address: %j", async (text, message) => {
    await withFolder(async (folder) => {
      await folder.write({ "orders.csv": csv([HEADER, ...OTHERS]), "stop.csv": text });
      for (const args of [
        "lists orders.csv --out lists --exclude stop.csv",
        "score orders.csv --exclude-customers stop.csv",
      ]) {
        const { status, stdout, stderr } = await folder.rfm(args);
        expect([status, stdout]).toEqual([3, ""]);
        expect(stderr).toContain(`stop.csv: ${message}`);
      }
      expect(existsSync(join(folder.path, "lists"))).toBe(false);
    });
  });
});

describe("consent", () => {
  const header = [...HEADER, "Accepts Marketing"];
  const asked = OTHERS.map((cells, index) => [...cells, index < 2 ? "no" : "yes"]);

  it("that nobody has given stops the run with the answers that there are", async ({ folder }) => {
    await folder.write({ "orders.csv": csv([header, ...asked]) });
    const { status, stderr } = await folder.rfm([
      "lists",
      "orders.csv",
      "--out",
      "lists",
      "--consent",
      "Accepts Marketing=ja",
    ]);
    expect(status).toBe(3);
    expect(stderr).toContain('--consent "Accepts Marketing=ja": no customer\'s newest purchase says so');
    expect(stderr).toContain('the answers are "yes" (4), "no" (2)');
    expect(existsSync(join(folder.path, "lists"))).toBe(false);
  });

  it("that one order both gives and refuses is refused, whichever row comes first", async ({ folder }) => {
    const row = (order: string, id: string, answer: string): readonly string[] => [
      order,
      id,
      "2024-06-20",
      "9.00",
      "paid",
      `${id}@example.com`,
      answer,
    ];
    await folder.write({
      "orders.csv": csv([
        header,
        ...asked,
        row("n1", "a", "yes"),
        row("n1", "a", "no"),
        row("n2", "b", "no"),
        row("n2", "b", "yes"),
        row("n3", "c", "yes"),
        row("n3", "c", ""),
      ]),
    });
    await lists(folder, ["--consent", "Accepts Marketing=yes", "--amount-per", "line"]);
    const ids = idsListed(folder);
    expect(["a", "b", "c"].filter((id) => ids.has(id))).toEqual(["c"]);
  });
});

describe("files", () => {
  it("are put through a link, which stays", async ({ folder }) => {
    await folder.write({ "orders.csv": csv([HEADER, ...OTHERS]), "real.csv": "old" });
    symlinkSync("real.csv", join(folder.path, "link.csv"));
    await folder.rfm("score orders.csv -o link.csv");
    expect(readlinkSync(join(folder.path, "link.csv"))).toBe("real.csv");
    expect(await folder.read("real.csv")).toMatch(/^customer_id,/);
    expect(statSync(join(folder.path, "real.csv")).mode & 0o777).toBe(0o600); // not 0644, as the link's target was
  });

  it("of `rfm run` never cost the user's own what is called .rfm", async ({ folder }) => {
    const config = "version: 1\nexports: orders.csv\noutputs:\n  - { command: score, file: scores.csv }\n";
    await folder.write({
      "orders.csv": csv([HEADER, ...OTHERS]),
      "rfm.config.yaml": config,
      "mine/a.txt": "a",
      "mine/staging/b.txt": "b",
    });
    await folder.makeFolder("rfm-out");
    symlinkSync("../mine", join(folder.path, "rfm-out/.rfm"));
    const { status, stderr } = await folder.rfm("run");
    expect(status).toBe(5);
    expect(stderr).toContain(".rfm is a link that rfm did not make");
    expect(await folder.read("mine/a.txt")).toBe("a");
    expect(lstatSync(join(folder.path, "rfm-out/.rfm")).isSymbolicLink()).toBe(true);
  });

  it("of the user in .rfm, in a set, or called latest stay where they are", async ({ folder }) => {
    const config =
      "version: 1\nexports: orders.csv\noutputs:\n  - { command: score, file: scores.csv }\noutput: { keep: 0 }\n";
    await folder.write({
      "orders.csv": csv([HEADER, ...OTHERS]),
      "rfm.config.yaml": config,
      "rfm-out/.rfm/staging/b.txt": "b",
      "rfm-out/.rfm/notes.txt": "notes",
    });
    expect((await folder.rfm("run")).status).toBe(0);
    const first = readlinkSync(join(folder.path, "rfm-out/latest"));
    await folder.write({ [`rfm-out/${first}/mine.txt`]: "mine", "orders.csv": csv([HEADER, ...OTHERS.slice(1)]) });
    expect((await folder.rfm("run")).status).toBe(0);
    expect(await folder.read("rfm-out/.rfm/staging/b.txt")).toBe("b");
    expect(await folder.read("rfm-out/.rfm/notes.txt")).toBe("notes");
    expect(await folder.read(`rfm-out/${first}/mine.txt`)).toBe("mine");
  });
});
