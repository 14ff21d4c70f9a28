/** The README and the pages of docs: nothing that they name is missing, and nothing is left out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCS = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
const PAGES = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...DOCS.map((name) => `docs/${name}`),
];

const textOf = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The targets of the links and pictures of a page that lead to other files here. */
function linksOf(page: string): readonly string[] {
  const targets = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a page, as hosting services make them of its headings. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...textOf(page).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? "");
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What is wrong with a link; `null` where it leads somewhere. */
function brokenLink(page: string, link: string): string | null {
  const [path = "", anchor = ""] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return `${page}: ${link} does not exist`;
  return anchor === "" || anchorsOf(target).includes(anchor) ? null : `${page}: ${link} has no such heading`;
}

describe("the pages", () => {
  it("link to files and headings that exist", () => {
    const broken = PAGES.flatMap((page) => linksOf(page).flatMap((link) => brokenLink(page, link) ?? []));
    expect(broken).toEqual([]);
    expect(brokenLink("README.md", "docs/nowhere.md")).not.toBeNull();
    expect(brokenLink("README.md", "docs/lists.md#nowhere")).not.toBeNull();
  });

  it("are all reached from the README", () => {
    const linked = linksOf("README.md").map((link) => link.split("#")[0]);
    expect(PAGES.filter((page) => page !== "README.md" && !linked.includes(page))).toEqual([]);
  });

  it("name source files that exist, but for those that a recipe makes", () => {
    const MADE = /acme|NAME|\*/;
    const missing = PAGES.filter((page) => page !== "CHANGELOG.md").flatMap((page) =>
      [...textOf(page).matchAll(/`((?:src|test|scripts|schemas|fixtures|bench)\/[^`\s]+)`/g)]
        .map((match) => match[1] ?? "")
        .filter((path) => !MADE.test(path) && !existsSync(join(ROOT, path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("list every command", () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(names.filter((name) => !textOf("docs/commands.md").includes(`| \`rfm ${name}`))).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  it("names every room, and a file in it to start with", () => {
    const rows = [...textOf("ARCHITECTURE.md").matchAll(/^\| `([a-z]+)\/` \|.*\| (.*) \|$/gm)];
    const rooms = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rows.map(([, room]) => room).toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
    for (const [, room = "", files = ""] of rows) {
      const named = [...files.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
      expect(named.length, room).toBeGreaterThan(0);
      for (const file of named) expect(existsSync(join(ROOT, "src", room, file)), `${room}/${file}`).toBe(true);
    }
  });
});
