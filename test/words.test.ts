/** Phrases that this project once used and that a reader stumbles over: none comes back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../src/commands/index.ts";
import { runRfm } from "./support/in-process.ts";

const ROOT = new URL("..", import.meta.url).pathname;

/** A phrase, an example of it, and the usual words in its place. */
interface Phrase {
  readonly phrase: RegExp;
  readonly old: string;
  readonly usual: string;
  /** Where it is looked for; everywhere if left out. */
  readonly within?: RegExp;
}

/** What people read as it stands: the documents, the English catalogue, the help. */
const READ_BY_PEOPLE = /\.md$|render\/language\/en\/|--help$/;

const THINGS =
  "order|customer|segment|item|line item|measure|list|period|cell|subject|month|command|finding|file|sheet|group|score";

/** Phrases of texts: comments, messages, help, documents. */
const PHRASES: readonly Phrase[] = [
  { phrase: /(?:is|was|are|were) there already/i, old: "the file is there already", usual: "already exists" },
  { phrase: /will not do\b/i, old: "this name will not do", usual: "is not valid" },
  { phrase: /there (?:is|are|was) no such/i, old: "there is no such preset", usual: "unknown …" },
  {
    phrase: new RegExp(`\\b(?:row|line|list|column|table|bar|sheet) an? (?:${THINGS})\\b`, "i"),
    old: "a row an order",
    usual: "one row per order",
  },
  { phrase: /\bone an? (?:line|row|sheet|file)\b/i, old: "schemes, one a line", usual: "one per line" },
  {
    phrase: /the ending (?:says|names|tells)/i,
    old: "the ending says no format",
    usual: "cannot infer a format from the extension",
  },
  { phrase: /may not be (?:read|written)/i, old: "it may not be read", usual: "permission denied" },
  { phrase: /\btells? of (?:single|garbled)/i, old: "tells of single rows", usual: "is about individual …" },
  { phrase: /for want of/i, old: "not shown for want of width", usual: "hidden (terminal too narrow)" },
  { phrase: /\bleads? there\b/i, old: "no name leads there", usual: "say what points where" },
  { phrase: /\b(?:is|are|was|were) told of\b|^\W*Told of\b/im, old: "the user is told of it", usual: "a warning says" },
  { phrase: /\bstretch(?:es)?\b/i, old: "a stretch of the file", usual: "segment" },
  { phrase: /\bsurveys?\b/i, old: "a survey of the columns", usual: "profile" },
  { phrase: /\b(?:fates?|rosters?)\b/i, old: "the fates of a roster", usual: "outcomes, audience" },
  { phrase: /(?<!_)\bstocks?\b(?!_)/i, old: "the stock at the end", usual: "active customers" },
  {
    phrase: /\bso that\b[^.;:]*\bso that\b/i,
    old: "so that it is whole so that it opens",
    usual: "two short sentences",
  },
  { phrase: /\d\.\d[ \u00a0\u202f]%/, old: "51.0 %", usual: "51.0%" },
  {
    phrase: /\bbeside\b/i,
    old: "NAME_customers stands beside it",
    usual: "next to, with, compared with",
    within: READ_BY_PEOPLE,
  },
  {
    phrase: /["'`(][^"'`(\n]*\bnobody\b(?!:| (?:leaves|came back)":)/i,
    old: '"Nobody has ordered yet."',
    usual: "no customer, no member",
    within: /render\/language\/en\/|--help$/,
  },
  { phrase: /\bpasses? over the rows\b/i, old: "it passes over the rows", usual: "reads the rows, or skips them" },
];

/** Names of code. */
const NAMES: readonly Phrase[] = [
  {
    phrase: /\b(?:chooseAgain|goneQuiet|toldFailure|whatStays|SELDOM|STRETCH\w*)\b|told-failure|what-stays|gone-quiet/,
    old: "chooseAgain",
    usual: "restart reasons, lapsing, reported error, failure message, sparse columns, segment",
  },
  { phrase: /\b(?:said|shown)(?:Language|Words)\b/, old: "saidLanguage", usual: "messageLanguage, resultLanguage" },
  { phrase: /\b[sS]tock(?:Before|End|Retention|View)/, old: "stockBefore", usual: "activeBefore" },
  { phrase: /\bSettled[A-Z]|\bsettled(?:By\b|\()/, old: "SettledCurrency", usual: "resolved" },
  { phrase: /\b[A-Z]+_AN?_[A-Z]+\b(?<!AS_A_\w*)/, old: "DAYS_A_WEEK", usual: "DAYS_PER_…" },
];

/** Sources, which hold every message and help text, and the documents. */
const FILES = [
  ...["src", "docs"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  ),
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md"],
].filter((name) => /\.(?:ts|md)$/.test(name));

const texts = new Map<string, string>(FILES.map((name) => [name, readFileSync(join(ROOT, name), "utf8")]));

beforeAll(async () => {
  for (const { name } of COMMANDS) texts.set(`rfm ${name} --help`, (await runRfm([name, "--help"])).stdout);
});

/** The lines of comments and documents joined, so that a phrase is found across a line's end. */
const joined = (text: string): string => text.replace(/[ \t]*\n[ \t]*(?:\*|\/\/)?[ \t]*(?=\S)/g, " ");

describe("the words of this project", () => {
  it("are looked for in the help of every command, too", () => {
    for (const { name } of COMMANDS) expect(texts.get(`rfm ${name} --help`)).toContain(`rfm ${name}`);
  });

  it.each([...PHRASES, ...NAMES])("are never $old but: $usual", ({ phrase, within }) => {
    const found = [...texts].flatMap(([name, text]) => {
      if (within?.test(name) === false) return [];
      const at = phrase.exec(text) ?? phrase.exec(joined(text));
      return at === null ? [] : [`${name}: ${at[0]}`];
    });
    expect(found).toEqual([]);
  });

  it.each([...PHRASES, ...NAMES])("would be found in: $old", ({ phrase, old }) => {
    expect(old).toMatch(phrase);
    expect(joined(`/**\n * ${old.replaceAll(" ", "\n * ")}\n */`)).toMatch(phrase);
  });
});
