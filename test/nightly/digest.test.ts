/** The digest of `rfm run`: what changed since the last set. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect } from "vitest";
import { dayNumber, formatDay } from "../../src/basics/calendar/days.ts";
import { changedOptions } from "../../src/nightly/digest-sets.ts";
import { LANGUAGE_CODES } from "../../src/render/language/load-language.ts";
import { latestName, readLatest } from "../support/output-sets.ts";
import { type Folder, it } from "../support/run-rfm.ts";

const START = dayNumber(2025, 1, 1);
const schema: unknown = JSON.parse(readFileSync(new URL("../../schemas/digest.schema.json", import.meta.url), "utf8"));

/** The schema as this version keeps it: nothing is written that it does not describe. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return "properties" in node && "type" in node ? { additionalProperties: false, ...inner } : inner;
}
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  closed(schema) as object,
);

/** Orders of eighty customers up to a day of the year, each in a rhythm of their own. */
function ordersUpTo(day: number): string {
  const rows = Array.from({ length: 80 }, (_, at) => {
    const pause = 7 + ((at * 13) % 60);
    const days = Array.from({ length: 40 }, (__, order) => (at % 30) + order * pause).filter((own) => own <= day);
    return days.map(
      (own, order) => `${at}-${order},c${at},${formatDay(START + own)},${10 + ((at * 7 + order) % 50)}.50`,
    );
  });
  return `order_id,customer_id,date,amount\n${[...rows.flat(), `last-${day},c1,${formatDay(START + day)},5.00`].join("\n")}\n`;
}

const CONFIG = `version: 1
exports: orders.csv
outputs:
  - { command: report, file: report.json }
`;

interface Json {
  readonly [key: string]: unknown;
}

async function run(folder: Folder, day: number, { config = CONFIG, line = "" } = {}) {
  await folder.write({ "rfm.config.yaml": config, "orders.csv": ordersUpTo(day) });
  const outcome = await folder.rfm(`run ${line}`.trim());
  const set = readLatest(join(folder.path, "rfm-out")) ?? {};
  const json = (name: string): Json => JSON.parse(set[name] ?? "{}") as Json;
  return { ...outcome, set, digest: json("digest.json"), report: json("report.json") };
}

describe("the digest of a set", () => {
  it("has the report's figures, and follows its schema, in the first set and in the next", async ({ folder }) => {
    const first = await run(folder, 150);
    const second = await run(folder, 185);
    for (const { digest, report } of [first, second]) {
      validate(digest);
      expect(validate.errors).toBeNull();
      const headline = report["headline"] as Json;
      expect([digest["as_of"], digest["customers"], digest["revenue"]]).toEqual([
        report["as_of"],
        headline["customers"],
        headline["revenue"],
      ]);
      expect(digest["changes"]).toEqual((report["latest_period"] as Json)["changes"]);
      const own = (rows: unknown) =>
        (rows as readonly Json[]).map(({ segment, customers, revenue }) => ({ segment, customers, revenue }));
      expect(own(digest["segments"])).toEqual(own(report["segments"]));
    }
    expect(first.digest["since"]).toMatchObject({ kind: "first", day: null });
    expect(first.digest["sets"]).toEqual(["2025-05-31"]);
    const before = first.report["headline"] as Json;
    const after = second.report["headline"] as Json;
    expect(second.digest["since"]).toEqual({
      kind: "earlier day",
      day: "2025-05-31",
      customers_change: Number(after["customers"]) - Number(before["customers"]),
      revenue_change: Number((Number(after["revenue"]) - Number(before["revenue"])).toFixed(4)),
      different_options: [],
    });
    expect(second.digest["newest_period"]).toEqual({ kind: "month", period: "2025-06" });
    expect(second.set["digest.txt"]).toContain("June 2025, the newest complete month: ");
    expect(second.set["digest.txt"]).not.toContain("July");
  });

  it("counts movement as rfm compare does, and the trend as the sets have it", async ({ folder }) => {
    const first = await run(folder, 150);
    const { digest } = await run(folder, 185);
    const { stdout } = await folder.rfm("compare orders.csv --from 2025-05-31 --format csv");
    const flows = stdout
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(","));
    const flow = (from: unknown): number =>
      flows.filter((row) => row[0] === from).reduce((sum, row) => sum + Number(row[2]), 0);
    for (const row of digest["segments"] as readonly Json[]) {
      expect([row["segment"], row["customers_before"]]).toEqual([row["segment"], flow(row["segment"])]);
      const then = (first.report["segments"] as readonly Json[]).find(({ segment }) => segment === row["segment"]);
      expect(row["customers_by_set"]).toEqual([then?.["customers"], row["customers"]]);
    }
  });

  it("is no news where a run changes nothing: the same set, with what it said", async ({ folder }) => {
    await run(folder, 150);
    const { set } = await run(folder, 185);
    const name = latestName(join(folder.path, "rfm-out"));
    const again = await run(folder, 185);
    expect(again.stderr).toMatch(/^nothing changed: /m);
    expect(latestName(join(folder.path, "rfm-out"))).toBe(name);
    expect(again.set).toEqual(set);
    expect(again.set["digest.txt"]).toContain("Since the last set, of 2025-05-31");
  });

  it("says of the same day that nothing is new, or what was corrected", async ({ folder }) => {
    await run(folder, 150);
    const other = CONFIG.replace("report.json }", "report.json }\n  - { command: segments, file: s.csv }");
    const same = await run(folder, 150, { config: other });
    expect(same.set["digest.txt"]).toContain(
      "Nothing new: the last set has the same as-of date and the same totals,\n",
    );
    await folder.write({ "orders.csv": `${ordersUpTo(150)}more,c2,2025-02-01,1.00\n` });
    await folder.rfm("run");
    expect(readLatest(join(folder.path, "rfm-out"))?.["digest.txt"]?.replace(/\n {2}/g, " ")).toMatch(
      /but the data has changed since: 80 customers \(as many as then\), revenue [\d,.]+ \(1\.00 more\)\.\n/,
    );
  });

  it("has the JSON's customers, changes and revenue in the rows of its text and its Markdown", async ({ folder }) => {
    await run(folder, 120);
    const { set } = await run(folder, 150);
    const { segments } = JSON.parse(set["digest.json"] ?? "") as {
      segments: readonly { segment: string; customers: number; customers_before: number; revenue: number }[];
    };
    const wanted = segments.map(({ segment, customers, customers_before: before, revenue }) => {
      const change = customers - before;
      const signed = change === 0 ? "0" : `${change > 0 ? "+" : "-"}${Math.abs(change)}`;
      return [segment, customers, signed, revenue.toLocaleString("en-US", { minimumFractionDigits: 2 })].join(" ");
    });
    for (const name of ["digest.txt", "digest.md"]) {
      const lines = (set[name] ?? "").split("\n").map((line) => line.replaceAll(/[|\s]+/g, " ").trim());
      expect(wanted.filter((row) => !lines.some((line) => line.startsWith(`${row} `)))).toEqual([]);
    }
  });

  it("compares nothing with a set of other options, which it names, or of a later day", async ({ folder }) => {
    await run(folder, 185);
    const other = await run(folder, 185, { line: "--levels 4 --window 3m --lang fi" });
    expect(other.digest["since"]).toMatchObject({ kind: "other options", different_options: ["levels", "window"] });
    expect(other.digest["movement"]).toBeNull();
    expect(other.digest["sets"]).toEqual(["2025-07-05"]);
    const earlier = await run(folder, 185, { line: "--levels 4 --window 3m --as-of 2025-06-20" });
    expect(earlier.digest["since"]).toMatchObject({ kind: "later day", day: "2025-07-05" });
  });

  it("is in Finnish where the config asks for it", async ({ folder }) => {
    const config = `${CONFIG}look: { lang: fi }\n`;
    await run(folder, 150, { config });
    const { set } = await run(folder, 185, { config });
    expect(set["digest.txt"]).toContain("Edellisen ajon (31.5.2025) jälkeen: 80 asiakasta (yhtä monta kuin silloin)");
    expect(set["digest.md"]).toContain("| Parhaat asiakkaat | ");
    expect(set["digest.txt"]).not.toMatch(/\b(?:the|customers|since|Champions)\b/);
  });

  it("is in the language of the config, and the log in English throughout", async ({ folder }) => {
    const outputs = ["segments", "retention", "compare", "cohorts", "repeat", "report"].map(
      (name) => `  - { command: ${name}, file: ${name}.md${name === "compare" ? ", from: -1m" : ""} }\n`,
    );
    const config = `version: 1\nexports: orders.csv\nscoring: { window: 4m }\nlook: { lang: LANG }\noutputs:\n${outputs.join("")}  - { command: lists, folder: lists }\n`;
    const told = async (lang: string): Promise<string> =>
      (await run(folder, 150, { config: `${config}output: { folder: ${lang} }\n`.replace("LANG", lang) })).stderr
        .replaceAll(`${lang}/`, "SET/")
        .replace(/(?<=into )\w+$/m, "SET")
        .replace(/[\d,]+ bytes|SET\/[\d-]+\w+/g, "");
    const english = await told("en");
    expect(english).toMatch(/^note: /m);
    for (const lang of LANGUAGE_CODES.filter((code) => code !== "en")) {
      expect([lang, await told(lang)]).toEqual([lang, english]);
    }
  });

  it("says nothing of money where the orders have none, in every language", async ({ folder }) => {
    for (const lang of LANGUAGE_CODES) {
      const config = `${CONFIG}reading: { amount: none }\nscoring: { scheme: seg-map }\nlook: { lang: ${lang} }\noutput: { folder: ${lang} }\n`;
      await run(folder, 150, { config });
      const { stderr } = await run(folder, 185, { config });
      const set = readLatest(join(folder.path, lang)) ?? {};
      const digest = JSON.parse(set["digest.json"] ?? "{}") as Json;
      validate(digest);
      expect(validate.errors).toBeNull();
      expect([digest["customers"], digest["revenue"]]).toEqual([80, null]);
      expect(digest["since"]).toMatchObject({ kind: "earlier day", customers_change: 0, revenue_change: null });
      const money = /revenue|worth|myynti|\(arvo|intäkt|\(värde|Umsatz|\(Wert|\d[.,]\d\d(?![\d%.])/;
      expect(money.exec(set["digest.txt"] ?? "")?.[0]).toBeUndefined();
      expect(stderr).toMatch(
        /^done: Since the last set, of 2025-05-31: 80 customers \(as many as then\)\. 4 files in /m,
      );
    }
  });

  it("is left out where the config says so", async ({ folder }) => {
    const { set, stderr } = await run(folder, 150, { config: `${CONFIG}output: { digest: false }\n` });
    expect(Object.keys(set).sort()).toEqual(["manifest.json", "report.json"]);
    expect(stderr).toContain("done: 80 customers, revenue ");
  });

  it("says that a manifest could not be read", async ({ folder }) => {
    await run(folder, 150);
    await folder.write({ "rfm-out/latest/manifest.json": "{" });
    const { digest, status } = await run(folder, 185);
    expect(digest["since"]).toMatchObject({ kind: "unreadable" });
    expect(status).toBe(0);
  });
});

describe("the options that differ", () => {
  it("are those of reading, scoring and retention and the exports, wherever they are written, but for the day", () => {
    const before = { exports: ["a"], scoring: { levels: "4", "as-of": "2025-01-01" }, look: { lang: "fi" } };
    const now = { exports: ["a"], command_line: { levels: ["4"], "as-of": ["2025-02-01"], lang: ["en"] } };
    expect(changedOptions(before, now)).toEqual([]);
    expect(changedOptions(before, { ...now, exports: ["b"], reading: { refunds: "ignore" } })).toEqual([
      "exports",
      "refunds",
    ]);
    expect(changedOptions(before, { exports: ["a"], retention: { period: "week" } })).toEqual(["levels", "period"]);
  });
});
