/** The command on a card of the report, run as it stands, writes the customers that the card counts, with their revenue. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { yearsExport } from "../support/years-export.ts";

const [HEADER = "", ...ORDERS] = yearsExport().trim().split("\n");
/** The first ten weeks: too short to say who has lapsed. */
const YOUNG = [
  ...ORDERS.filter((row) => (row.split(",")[2] ?? "") < "2023-03-15"),
  ...Array.from(
    { length: 40 },
    (_, index) => `young-${index},young${index},2023-0${1 + (index % 2)}-17,${9 + index}.25`,
  ),
];
/** Some who ordered once, some longer ago than others, and some whose order was paid back. */
const ONCE = Array.from({ length: 40 }, (_, index) => {
  const day = new Date(Date.UTC(2024, 3, 1 + index * 6)).toISOString().slice(0, 10);
  return `once-${index},once${index},${day},${5 + index}.50`;
});
const REFUNDS = ["c1-0,c1,2024-12-31,-4.00", "once-3,once3,2024-04-20,-2.50"];

/** What each customer says about marketing; the shop's own words in the second column, and a plain yes or no in the first. */
const withConsent = (rows: readonly string[], header: string): readonly [header: string, rows: readonly string[]] => [
  header,
  rows.map((row, index) => {
    const customer = Number(/,[a-z]+(\d+),/.exec(row)?.[1] ?? 0);
    const says = ["yes", "No", "yes", "", "no"][(customer + (index % 37 === 0 ? 1 : 0)) % 5] ?? "";
    return `${row},${says},${says === "" ? "" : `opt ${says.toLowerCase()}`},b${customer}@example.com`;
  }),
];
const KNOWN = `${HEADER},accepts marketing,club,email`;
const OWN_WORDS = `${HEADER},flag,club,email`;
const NEVER = ["customer_id", "c12", "once12", "young10", "c5"].join("\n");

/** A card, as the JSON has it. */
interface Action {
  readonly group: string;
  readonly customers: number;
  readonly revenue: number;
  readonly may_be_written_to: number | null;
  readonly also_first: number;
  readonly command: string;
}

interface Case {
  readonly header?: string;
  readonly options?: readonly string[];
  readonly groups?: readonly string[];
  /** Which options the commands carry because of who may be written to. */
  readonly carries?: readonly string[];
}

const MATURE = [...ORDERS, ...ONCE, ...REFUNDS];
const ALL_THREE = ["lapsed", "segment", "ordered once"];
const CASES: readonly (readonly [name: string, rows: readonly string[], one: Case])[] = [
  ["two years", MATURE, { groups: ALL_THREE }],
  ["two years, other scores", MATURE, { options: ["--levels", "3", "--window", "18m", "--lang", "fi"] }],
  ["two years, another scheme", MATURE, { options: ["--scheme", "putler", "--as-of", "2024-11-30"] }],
  ["ten weeks", YOUNG, { groups: ["best fifth", "ordered once"] }],
  [
    "a column is known to record consent",
    MATURE,
    { header: KNOWN, groups: ALL_THREE, carries: ["--consent 'accepts marketing=yes'"] },
  ],
  [
    "the same in ten weeks, where a condition leaves out some",
    YOUNG,
    {
      header: KNOWN,
      options: ["--where", "club!=opt no", "--lang", "sv"],
      carries: ["--consent 'accepts marketing=yes'"],
    },
  ],
  [
    "an option says what consent is",
    MATURE,
    {
      header: OWN_WORDS,
      options: ["--consent=club=Opt Yes", "--window", "18m", "--scheme", "putler"],
      carries: ["--consent 'club=opt yes'"],
    },
  ],
  [
    "nobody on a list is to be written to, and some others",
    MATURE,
    {
      header: KNOWN,
      options: ["--exclude", "never.csv", "--exclude-customers", "left.csv", "--lang", "de"],
      carries: ["--consent 'accepts marketing=yes'", "--exclude never.csv"],
    },
  ],
  [
    "only a list says who is not to be written to",
    YOUNG,
    { options: ["--exclude", "never.csv"], carries: ["--exclude never.csv"] },
  ],
  ["the answers are in words of the shop's own", MATURE, { header: OWN_WORDS }],
];

describe("the command of a card", () => {
  it.each(CASES)(
    "writes the card's customers and revenue: %s",
    async (_, rows, { header, options = [], groups, carries }) => {
      const [columns, lines] = header === undefined ? [HEADER, rows] : withConsent(rows, header);
      const folder = await mkdtemp(join(tmpdir(), "rfm-cards-"));
      await mkdir(join(folder, "my exports"));
      await writeFile(join(folder, "my exports", "all.csv"), `${[columns, ...lines].join("\n")}\n`);
      await writeFile(join(folder, "never.csv"), `${NEVER}\n`);
      await writeFile(join(folder, "left.csv"), "customer_id\nc7\n");
      const inJson = options.filter((word, at) => word !== "--lang" && options[at - 1] !== "--lang");
      const report = await runRfm(["report", "my exports/", ...inJson, "--format", "json"], folder);
      expect([report.status, report.status === 0 ? "" : report.stderr]).toEqual([0, ""]);
      const { actions } = JSON.parse(report.stdout) as { readonly actions: readonly Action[] };
      if (groups !== undefined) expect(actions.map(({ group }) => group)).toEqual(groups);
      expect(actions.length).toBeGreaterThan(0);
      const page = await runRfm(["report", "my exports/", ...options, "-o", "report.html"], folder);
      expect(page.status).toBe(0);
      const html = (await readFile(join(folder, "report.html"), "utf8"))
        .replace(/<[^>]*>/g, "")
        .replaceAll("&#39;", "'");
      const onFirst = new Set<string>();
      for (const [place, action] of actions.entries()) {
        const { command, customers, revenue, group } = action;
        for (const option of carries ?? []) expect(command).toContain(` ${option} `);
        expect(/--(?:consent|exclude) /.test(command)).toBe(carries !== undefined);
        expect(html).toContain(command.replaceAll('"', "&quot;"));
        const [program, ...words] = (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) =>
          word.replaceAll(/^['"]|['"]$/g, ""),
        );
        expect(program).toBe("rfm");
        const { status, stderr } = await runRfm(words, folder);
        expect({ status, stderr, command }).toMatchObject({ status: 0 });
        const out = join(folder, words[words.indexOf("--out") + 1] ?? "");
        const written = (await readdir(out)).filter((name) => name.endsWith(".csv"));
        expect(written, group).toHaveLength(1);
        const list = parse(await readFile(join(out, written[0] ?? "")), { columns: true }) as Record<string, string>[];
        const ids = new Set(list.map(({ customer_id = "" }) => customer_id));
        expect({ command, people: ids.size }).toEqual({ command, people: action.may_be_written_to ?? customers });
        expect(list).toHaveLength(ids.size);
        if (place === 0) for (const id of ids) onFirst.add(id);
        else expect(action.also_first).toBe([...ids].filter((id) => onFirst.has(id)).length);
        if (carries !== undefined) continue;
        const cents = list.reduce((sum, { net_spend }) => sum + Math.round(Number(net_spend) * 100), 0);
        expect({ command, cents }).toEqual({ command, cents: Math.round(revenue * 100) });
      }
      if (carries !== undefined) {
        const [most, least] = [Math.max, Math.min].map((of) =>
          of(...actions.map((one) => one.may_be_written_to ?? -1)),
        );
        expect(least).toBeGreaterThanOrEqual(0);
        expect(most).toBeGreaterThan(0);
        expect(actions.some((one) => (one.may_be_written_to ?? -1) < one.customers)).toBe(true);
      } else expect(actions.map((one) => one.may_be_written_to)).toEqual(actions.map(() => null));
      await rm(folder, { recursive: true });
    },
  );
});
