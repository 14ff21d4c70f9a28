import { describe, expect } from "vitest";
import { awkwardExport } from "../../../browser/awkward-export.ts";
import { shopExport } from "../../../support/in-process.ts";
import { withoutWholeMarks } from "../../../support/page-text.ts";
import { type Folder, it } from "../../../support/run-rfm.ts";

/** The page that a run makes, in this time zone or in another. */
async function pageOf(folder: Folder, args: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const run = `report ${args} -o page.html -q`;
  const { status, stderr } = await folder.rfm(run, env === undefined ? {} : { env });
  if (status !== 0) throw new Error(stderr);
  return folder.read("page.html");
}

describe("rfm report -o report.html", () => {
  it("gives the same bytes in every time zone and locale, for every order of the rows", async ({ folder }) => {
    const [header = "", ...rows] = shopExport("EUR").trim().split("\n");
    const first = await pageOfFile(folder, [header, ...rows], { TZ: "UTC" });
    const again = await pageOfFile(folder, [header, ...rows.toReversed()], {
      TZ: "Pacific/Auckland",
      LANG: "fi_FI.UTF-8",
      LC_ALL: "ar_EG.UTF-8",
    });
    const fingerprint = /[0-9a-f]{64}/g; // the file is another one to the byte
    expect(again.replace(fingerprint, "")).toBe(first.replace(fingerprint, ""));
    expect(first.match(fingerprint)).toHaveLength(1);
  });

  it("has no script, no address to ask, and a policy that forbids both", async ({ folder }) => {
    await folder.write({ "awkward.csv": awkwardExport() });
    const page = await pageOf(folder, "awkward.csv --show-customers --top 20");
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-`);
    expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|form)\b/i);
    expect(page).not.toMatch(/\s(?:on\w+|style|src|srcset|xlink:href)="/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, target]) => !target?.startsWith("#"))).toEqual([]);
    expect(page).not.toMatch(/url\((?!#)|@import/);
  });

  it("masks e-mail addresses unless they are asked for, and names nobody with --top 0", async ({ folder }) => {
    await folder.write({
      "mail.csv": "email,date,amount\nanna@example.com,2024-01-01,10\nben@example.com,2024-02-01,20\n",
    });
    expect(await pageOf(folder, "mail.csv")).toContain("<bdi>a…@example.com</bdi>");
    expect(await pageOf(folder, "mail.csv")).not.toContain("anna@example.com");
    expect(await pageOf(folder, "mail.csv --show-customers")).toContain("<bdi>anna@example.com</bdi>");
    expect(await pageOf(folder, "mail.csv --top 0")).not.toContain("@example.com");
  });

  it("is in the language that is asked for, and says so to browsers", async ({ folder }) => {
    await folder.write({ "shop.csv": shopExport("EUR") });
    expect(await pageOf(folder, "shop.csv")).toContain('<html lang="en">');
    const finnish = await pageOf(folder, "shop.csv --lang fi");
    expect(finnish).toContain('<html lang="fi">');
    expect(finnish).toContain("Asiakasraportti · <bdi>shop.csv</bdi>");
    expect(finnish).toContain("Parhaat asiakkaat");
    for (const english of ["Champions", "Show the numbers", " customers ", "the revenue"]) {
      expect(finnish).not.toContain(english);
    }
  });

  it("names files without their folders outside of commands, in its notes too", async ({ folder }) => {
    const rows = shopExport("EUR").trimEnd().split("\n");
    const unreadable = [...rows, rows.at(-1)?.replace(/\d{4}-\d{2}-\d{2}/, "one day") ?? ""].join("\n");
    await folder.write({ "secret/a.csv": unreadable, "secret/b.csv": unreadable });
    const page = await pageOf(folder, "secret/a.csv secret/b.csv --title Shop");
    expect(page).toContain("(first: a.csv line ");
    expect(page).toContain("b.csv");
    expect(page.replace(/<code.*?<\/code>/gs, "")).not.toContain("secret");
  });

  it("is named by its title, or by its exports without their folders", async ({ folder }) => {
    await folder.write({ "data/shop.csv": shopExport("EUR") });
    const named = await pageOf(folder, "data/shop.csv");
    expect(named).toContain("<title>shop.csv: Customer report, 2024-");
    expect(named.replace(/<code.*?<\/code>/gs, "")).not.toContain("data/shop.csv</bdi> · ");
    const { status, stderr } = await folder.rfm(["report", "data/shop.csv", "--title", " ", "-o", "page.html"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("Write what the report is to be called")]);
    await folder.rfm(["report", "data/shop.csv", "--title", "Shop & Sons", "-o", "page.html", "-q"]);
    expect(await folder.read("page.html")).toContain("<title>Shop &amp; Sons: Customer report, 2024-");
    const long = await folder.rfm(["report", "data/shop.csv", "--title", "x".repeat(121)]);
    expect([long.status, long.stderr]).toEqual([
      2,
      expect.stringContaining("at most 120 characters; this title has 121"),
    ]);
  });

  it("says how far over 100% a curve rises, and only where it can be seen", async ({ folder }) => {
    const orders = Array.from({ length: 20 }, (_, at) => `c${at},2026-01-0${1 + (at % 9)},100`);
    const shopWith = (refund: number): string =>
      `${["customer,date,amount", ...orders, "z,2026-01-02,10", `z,2026-01-09,-${refund}`].join("\n")}\n`;
    await folder.write({ "much.csv": shopWith(210), "little.csv": shopWith(12) });
    const wordsOf = async (args: string): Promise<string> => withoutWholeMarks(await pageOf(folder, args));
    expect(await wordsOf("much.csv")).toContain(
      "1 customer got more back than they paid: the line rises to 111.1%, and falls to 100.0% over them.",
    );
    expect(await wordsOf("much.csv --lang fi")).toContain("käyrä nousee arvoon 111,1");
    expect(await wordsOf("little.csv")).toContain("1 customer got more back than they paid.");
  });

  it("is refused where a table is wanted", async ({ folder }) => {
    await folder.write({ "shop.csv": shopExport() });
    const { status, stderr } = await folder.rfm("segments shop.csv -o segments.html");
    expect([status, stderr]).toEqual([2, expect.stringContaining("only rfm report writes html")]);
  });
});

async function pageOfFile(
  folder: Folder,
  lines: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  await folder.write({ "shop.csv": `${lines.join("\n")}\n` });
  return pageOf(folder, "shop.csv", env);
}
