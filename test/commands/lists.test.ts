import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { LIST_FORMATS } from "../../src/lists/formats/index.ts";
import { saltedId, sha256 } from "../../src/lists/salted-id.ts";
import { expectMessage, type Refusal } from "../cli/refusal.ts";
import { shopExport } from "../support/in-process.ts";
import { type Folder, it } from "../support/run-rfm.ts";

const LISTS = fileURLToPath(new URL("../../fixtures/lists/", import.meta.url));
const SHOPIFY = join(LISTS, "shopify.csv");
const WOOCOMMERCE = join(LISTS, "woocommerce.csv");

/** A small shop without addresses, and one with. */
const NO_ADDRESSES = shopExport();
const FOUR = `order_id,customer_id,email,date,amount
1,7,a@example.com,2026-01-01,10.00
2,8,b@example.com,2026-01-02,20.00
3,9,,2026-01-03,30.00
4,10,d@example.com,2026-01-04,40.00
`;

/** Bad input: the arguments after \`lists orders.csv --out lists\`, and how the run ends. */
const REFUSED: readonly (readonly [
  what: string,
  args: string,
  refusal: Refusal,
  files?: Readonly<Record<string, string>>,
])[] = [
  [
    "a segment that is not there",
    "--segment Champs",
    { status: 2, says: ["--segment Champs", "unknown segment"], advises: ["Champions, Loyal"] },
  ],
  [
    "a segment that was mistyped",
    "--segment Champion",
    { status: 2, says: ["unknown segment"], advises: ['did you mean "Champions"? the segments are Champions, Loyal'] },
  ],
  [
    "changes since a day before the exports begin",
    "--changes-since -1y",
    {
      status: 3,
      says: ["--changes-since 2025-01-04: no customer to score: nothing was bought on or before 2025-01-04"],
      advises: ["the exports begin on 2026-01-01; name a later day, or a shorter span"],
    },
  ],
  ["a do-not-contact list that is not there", "--exclude no.csv", { status: 3, says: ["no.csv"] }],
  [
    "a do-not-contact list with a wrong column",
    "--exclude out.csv",
    {
      status: 3,
      says: ["out.csv: no column of e-mail addresses or customer ids (found: Name, Phone)"],
      advises: ["email_sha256"],
    },
    { "out.csv": "Name,Phone\nAino,0401\n" },
  ],
  [
    "a do-not-contact list with an entry that is no address",
    "--exclude out.csv",
    { status: 3, says: ["out.csv: line 3 is neither"], advises: ["SHA-256"] },
    { "out.csv": "email\na@example.com\nAino Example\n" },
  ],
  [
    "a consent column that is not there",
    "--consent Newsletter=yes",
    { status: 3, says: ['no column "Newsletter" for --consent', "found: order_id"], advises: [/./] },
  ],
  [
    "a contact column that is not there",
    "--email Mail",
    { status: 3, says: ['no column "Mail" for --email'], advises: ["email"] },
  ],
  [
    "a day that is not before the as-of date",
    "--changes-since 2026-01-04",
    { status: 2, says: ["--changes-since 2026-01-04 is not before the as-of date, 2026-01-04"], advises: [/-1m/] },
  ],
  [
    "a day before anything was bought",
    "--changes-since -1y",
    { status: 3, says: ["nothing was bought on or before 2025-01-04"], advises: [/./] },
  ],
  [
    "changes of ranks, which have no cut points",
    "--changes-since -1d --method ntile",
    { status: 2, says: [/ntile/], advises: [/./] },
  ],
  ["a salt for nothing", "--salt x", { status: 2, says: ["--salt needs --holdout or --hash-ids"] }],
  [
    "two segments with one file name",
    "--scheme scheme.yaml",
    { status: 2, says: ["the same file name, a-b"], advises: [/./] },
    { "scheme.yaml": "name: x\nlevels: 5\nsegments:\n  - { name: A b, r: 1-3 }\n  - { name: a-B, otherwise: true }\n" },
  ],
  [
    "a folder that is a file",
    "--out orders.csv",
    { status: 5, says: ["orders.csv: is a file, not a folder"], advises: ["--out"] },
  ],
];

describe.concurrent("rfm lists refuses", () => {
  for (const [what, args, refusal, files = {}] of REFUSED) {
    it(`${what}, and writes nothing`, async ({ folder }) => {
      await folder.write({ "orders.csv": FOUR, ...files });
      const before = await folder.list();
      const { status, stdout, stderr } = await folder.rfm(`lists orders.csv --out lists ${args}`);
      expectMessage(stderr.replace(/^ {2}.*\n/gm, ""), refusal);
      expect([status, stdout]).toEqual([refusal.status, ""]);
      expect(await folder.list()).toEqual(before);
    });
  }

  it.each([
    ["--for mailchump", /Unknown tool "mailchump"\. Did you mean mailchimp\? Write one of csv, .*\bmailchimp/],
    ["--holdout 0%", /above 0 and below 100/],
    ["--holdout 100%", /above 0 and below 100/],
    ["--holdout 10", /percentage/],
    ["--consent Newsletter", /COLUMN=VALUE/],
    ["--consent =yes", /COLUMN=VALUE/],
    ["--min-size 0", /1 or more/],
    ["--default-country Narnia", /two letters/],
    ["--changes-since yesterday", /yyyy-mm-dd/],
  ])("%s", async (args, message) => {
    const { runInProcess } = await import("../support/run-rfm.ts");
    const { status, stderr } = await runInProcess(`lists orders.csv --out lists ${args}`);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it("to go without a folder", async ({ folder }) => {
    await folder.write({ "orders.csv": FOUR });
    const { status, stderr } = await folder.rfm("lists orders.csv");
    expectMessage(stderr, { status: 2, says: ["--out is missing"], advises: ["--out lists/"] });
    expect(status).toBe(2);
  });

  it("to print what it did into the file of a list", async ({ folder }) => {
    await folder.write({ "orders.csv": FOUR });
    const { status, stderr } = await folder.rfm("lists orders.csv --out lists -o lists/lost.csv");
    expect(stderr).toMatch(/lists\/lost\.csv: the folder does not exist/);
    await folder.makeFolder("lists");
    const again = await folder.rfm("lists orders.csv --out lists -o lists/lost.csv");
    expect(again.stderr).toMatch(/-o lists\/lost\.csv is the file of a list/);
    expect([status, again.status]).toEqual([5, 2]);
    expect(await folder.list()).toEqual(["lists", "orders.csv"]);
  });

  it("a tool that needs addresses where the exports have none, and names the option", async ({ folder }) => {
    await folder.write({ "orders.csv": NO_ADDRESSES });
    const { status, stderr } = await folder.rfm("lists orders.csv --out lists --for mailchimp");
    expectMessage(stderr, { status: 3, says: ["--for mailchimp needs e-mail addresses"], advises: ["--email COLUMN"] });
    expect(status).toBe(3);
    expect(await folder.list()).toEqual(["orders.csv"]);
  });

  it("to replace an export that it reads", async ({ folder }) => {
    await folder.write({ "lists/lost.csv": FOUR });
    const { status, stderr } = await folder.rfm("lists lists/lost.csv --out lists");
    expect(stderr).toMatch(/lists\/lost\.csv is being read, and the list lost\.csv would replace it/);
    expect(status).toBe(2);
    expect(await folder.read("lists/lost.csv")).toBe(FOUR);
  });
});

describe.concurrent("the lists of a shop for every tool", () => {
  it("are as ever, in every time zone, and say nothing personal on the way", async ({ folder, expect }) => {
    const tools = LIST_FORMATS.map(({ name }) => name);
    const args = ["lists", SHOPIFY, WOOCOMMERCE, "--for", tools.join(","), "--out", "lists", "--holdout", "15%"];
    const consent = ["--consent", "Accepts Marketing=yes,no", "--consent", "newsletter=1"];
    const first = await folder.rfm([...args, ...consent]);
    const second = await folder.rfm([...args.with(6, "again"), ...consent], { env: { TZ: "Pacific/Kiritimati" } });
    expect(second.stdout).toBe(first.stdout);
    expect(first.status).toBe(0);
    const files = (await folder.list()).filter((path) => path.endsWith(".csv"));
    for (const tool of tools) {
      const parts: string[] = [];
      for (const path of files.filter((file) => file.startsWith(`lists/${tool}/`))) {
        const text = await folder.read(path);
        expect(await folder.read(path.replace("lists/", "again/"))).toBe(text);
        parts.push(`== ${path.slice("lists/".length)}\n${text}`);
      }
      expect(parts).toHaveLength(13);
      await expect(parts.join("\n")).toMatchFileSnapshot(join(LISTS, "golden", `${tool}.txt`));
    }
    const notes = first.stderr.replaceAll(LISTS, "");
    await expect(`${first.stdout}\n${notes}`).toMatchFileSnapshot(join(LISTS, "golden", "said.txt"));
    expect(notes).not.toMatch(/example\.com|Aino|Mallikas|\+?358/i);
  });

  /** The expected values are worked out by hand from fixtures/lists, not recorded. */
  it("hold what the newest purchase says, normalised and hashed", () => {
    const golden = (tool: string): string => readFileSync(join(LISTS, "golden", `${tool}.txt`), "utf8");
    // Aino moved to Helsinki and took another name; 40 + 55 + 45 in one shop, 22 in the other
    expect(golden("mailchimp")).toContain(
      "aino@example.com,Aino,Mäkinen,+358401234567,FI,Helsinki,00100,RFM Champions,Champions,454,4,5,4,2026-02-01,4,162.00,aino@example.com\n",
    );
    expect(golden("google-ads")).toContain(
      `${sha256("aino@example.com")},d41d2f7475d7d4953ac320c5556699d055035af91aa09844f48f925ec450d744,${sha256("aino")},8b25c5211b7b8aa95b10f02e4f895f830a06edfb8b555ed40c49439055651f2e,FI,00100\n`,
    );
    expect(golden("meta")).toContain(
      `${sha256("aino@example.com")},ae6aa2a1953cdcbd58e3da4dc114e7caa82883b6c8d2efa4362971c08095a762,${sha256("aino")},8b25c5211b7b8aa95b10f02e4f895f830a06edfb8b555ed40c49439055651f2e,${sha256("helsinki")},${sha256("00100")},b4bdc848109722a383d0a972c6eb859f2abd29565b8c4cc7199e7c9eb708f1b7,162.00\n`,
    );
    // Léa's 75 less the 15 refunded; a French mobile number
    expect(golden("klaviyo")).toContain(
      "lea@example.com,+33612345678,Léa,Exemple,FR,Lyon,69001,Promising,413,4,1,3,2026-02-04 12:00:00,1,60.00,lea@example.com\n",
    );
    // a formula stays what it is, and Mailchimp takes no address that is not ASCII before the @
    expect(golden("csv")).toContain("=cmd@example.com,=cmd@example.com,,=HYPERLINK,Example,");
    expect(golden("activecampaign")).toContain("jón@example.com,");
    expect(golden("mailchimp")).not.toContain("jón@example.com,");
  });
});

/** The ids in a plain list. */
async function idsIn(folder: Folder, path: string): Promise<readonly string[]> {
  const rows: readonly Readonly<Record<string, string>>[] = parse(await folder.read(path), { columns: true });
  return rows.map((row) => row["customer_id"] ?? "");
}

describe.concurrent("a folder of lists", () => {
  it("is for its owner only, is replaced whole, and keeps what is not ours", async ({ folder }) => {
    await folder.write({ "orders.csv": FOUR, "lists/champions.csv": "an earlier list\n", "lists/notes.txt": "mine\n" });
    const { status } = await folder.rfm("lists orders.csv --out lists -q");
    expect(status).toBe(0);
    expect(await folder.read("lists/champions.csv")).toMatch(/^customer_id,/);
    expect(await folder.read("lists/notes.txt")).toBe("mine\n");
    expect(await folder.list()).toHaveLength(14); // orders.csv, lists, notes.txt, eleven lists
    for (const name of ["champions.csv", "lost.csv"]) {
      expect((await stat(join(folder.path, "lists", name))).mode & 0o777).toBe(0o600);
    }
  });

  it("is left as it was when one list cannot be put in place", async ({ folder }) => {
    await folder.write({ "orders.csv": FOUR, "lists/champions.csv": "an earlier list\n", "lists/lost.csv/x": "" });
    const before = await folder.list();
    const { status, stdout, stderr } = await folder.rfm("lists orders.csv --out lists");
    expect(stderr).toMatch(/rfm: lost\.csv: a folder is in the way of a list/);
    expect([status, stdout]).toEqual([5, ""]);
    expect(await folder.list()).toEqual(before);
    expect(await folder.read("lists/champions.csv")).toBe("an earlier list\n");
  });

  it("may be the exports' own: lists are passed over, and those of another run are named", async ({ folder }) => {
    await folder.write({ "shop/orders.csv": FOUR });
    const first = await folder.rfm("lists shop --out shop");
    const second = await folder.rfm("lists shop --out shop --for meta,brevo");
    const third = await folder.rfm("lists shop --out shop");
    expect(third.stdout).toBe(first.stdout);
    expect(second.stderr).toMatch(
      /warning: shop has 11 lists of an earlier run that this one did not write \(about-to-sleep\.csv/,
    );
    expect(third.stderr).toMatch(/warning: shop has 22 lists of an earlier run/);
  });
});

describe.concurrent("who is in a list", () => {
  it("is told by the options: excluded and joined ids, consent, the control group", async ({ folder }) => {
    // 7 and 8 share nora@example.com; clara is named by a hash; olli's id was joined to nora's
    await folder.write({
      "out.csv": `who\n`,
      "no.csv": `customer_id,email_sha256\n8,\n,${sha256("clara@example.com")}\n`,
    });
    const { status, stderr, stdout } = await folder.rfm([
      ...["lists", SHOPIFY, WOOCOMMERCE, "--out", "lists", "--exclude", "no.csv", "--format", "csv"],
      ...["--consent", "Accepts Marketing=YES", "--holdout", "50%", "--salt", "pepper"],
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/2 of 2 entries of no\.csv are customers/);
    const paths = (await folder.list()).filter((path) => path.startsWith("lists/"));
    const listed = await Promise.all(
      paths.filter((path) => !/(?:holdout|control-group)\.csv$/.test(path)).map((path) => idsIn(folder, path)),
    );
    const consented = ["=cmd@example.com", "0401234568", "aino@example.com", "dev@example.com", "fay@example.com"];
    const free = [...consented, "gus@example.com", "jón@example.com", "lea@example.com"];
    const isControl = (id: string): boolean => Number.parseInt(saltedId("pepper", id).slice(0, 8), 16) < 2 ** 31;
    expect(listed.flat().toSorted()).toEqual(free.filter((id) => !isControl(id)).toSorted());
    expect((await idsIn(folder, "lists/holdout.csv")).toSorted()).toEqual(free.filter(isControl).toSorted());
    const summary: readonly Readonly<Record<string, string>>[] = parse(stdout, { columns: true });
    const sum = (column: string): number => summary.reduce((total, row) => total + Number(row[column]), 0);
    expect([sum("excluded"), sum("no_consent")]).toEqual([2, 5]);
  });

  it("is asked about where nothing says who agreed", async ({ folder }) => {
    await folder.write({ "orders.csv": FOUR, "no.csv": "email\n" });
    const plain = await folder.rfm("lists orders.csv --out lists");
    const mail = await folder.rfm("lists orders.csv --out lists --for brevo");
    const cared = await folder.rfm("lists orders.csv --out lists --for brevo --exclude no.csv");
    const shop = await folder.rfm(["lists", SHOPIFY, "--out", "lists", "--for", "brevo"]);
    const shopPlain = await folder.rfm(["lists", SHOPIFY, "--out", "lists"]);
    expect(mail.stderr).toMatch(/warning: a purchase is not consent: no column used here records who agreed/);
    for (const { stderr } of [shop, shopPlain])
      expect(stderr).toMatch(
        /warning: a purchase is not consent: "Accepts Marketing" \(yes: 9, no: 4\) records who agreed/,
      );
    expect(`${plain.stderr}${cared.stderr}`).not.toMatch(/consent/);
    expect(cared.stderr).toMatch(/note: 0 of 0 entries of no\.csv are customers/);
  });

  it("is told with the values that were met, where an answer or a country is not what was asked for", async ({
    folder,
  }) => {
    const lists = ["lists", SHOPIFY, "--out", "lists", "--for", "meta"];
    const wrong = await folder.rfm([...lists, "--consent", "Accepts Marketing=ja"]);
    expect(wrong.stderr).toContain('the answers are "yes" (9), "no" (4): name');
    const right = await folder.rfm([...lists, "--consent", "Accepts Marketing=yes", "--lang", "fi"]);
    expect(right.stderr).toContain("(Accepts Marketing=yes); muilla on no: 4\n");
    const names = await folder.rfm([...lists, "--consent", "Billing Name=yes"]);
    expect(names.stderr).toContain("the answers are blank (1), 12 other answers: name");
    const shopify = readFileSync(SHOPIFY, "utf8").replaceAll(",FR,", ",Ruritania,");
    await folder.write({ "orders.csv": shopify });
    const far = await folder.rfm("lists orders.csv --out far --for meta");
    expect(far.stderr).toMatch(/unknown country of \d+ customers? \(Ruritania: \d+\)/);
  });

  it("leaves out joined customers by any of their keys, with --exclude-customers, too", async ({ folder }) => {
    // olli's id 8 was joined to nora's 7 by their address
    await folder.write({ "no.txt": "8\n" });
    const args = ["lists", SHOPIFY, WOOCOMMERCE, "--exclude-customers", "no.txt", "--out", "lists"];
    expect((await folder.rfm(args)).status).toBe(0);
    const paths = (await folder.list()).filter((path) => path.startsWith("lists/"));
    const ids = (await Promise.all(paths.map((path) => idsIn(folder, path)))).flat();
    expect(ids).toHaveLength(14);
    expect(ids).not.toContain("7");
  });

  it("follows from the day before: what left and entered turns one day's lists into the next", async ({ folder }) => {
    await folder.write({ "orders.csv": NO_ADDRESSES });
    const window = "--window 90d";
    await folder.rfm(`score orders.csv --as-of 2024-05-31 ${window} --save-model model.json -o scores.csv`);
    await folder.rfm(`lists orders.csv --as-of 2024-05-31 ${window} --model model.json --out may`);
    await folder.rfm(`lists orders.csv --as-of 2024-06-30 ${window} --model model.json --out june`);
    const changes = `lists orders.csv --as-of 2024-06-30 ${window} --model model.json --changes-since`;
    await folder.rfm(`${changes} 2024-05-31 --out changes`);
    await folder.rfm(`${changes} -30d --out again`);
    const paths = (await folder.list()).filter((path) => path.startsWith("may/"));
    expect(paths).toHaveLength(12);
    let moves = 0;
    for (const path of paths) {
      const slug = path.slice("may/".length, -".csv".length);
      const [left, entered] = [
        await idsIn(folder, `changes/${slug}-left.csv`),
        await idsIn(folder, `changes/${slug}-entered.csv`),
      ];
      const stayed = (await idsIn(folder, path)).filter((id) => !left.includes(id));
      expect([...stayed, ...entered].toSorted()).toEqual((await idsIn(folder, `june/${slug}.csv`)).toSorted());
      expect(await folder.read(`again/${slug}-left.csv`)).toBe(await folder.read(`changes/${slug}-left.csv`));
      moves += left.length + entered.length;
    }
    expect(moves).toBeGreaterThan(20);
  });
});
