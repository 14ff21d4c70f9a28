/** Completion in the shells themselves, where they are installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../support/run-rfm.ts";

let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rfm-completion-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    writeFileSync(join(folder, `rfm.${shell}`), (await runInProcess(`completion ${shell}`)).stdout);
  }
  writeFileSync(join(folder, "orders 2011.csv"), "");
  writeFileSync(join(folder, "notes.txt"), "");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ["--version"]).status === 0;
}

function run(shell: string, args: readonly string[]): string {
  return spawnSync(shell, args, { cwd: folder, encoding: "utf8", timeout: 20_000 }).stdout;
}

/** Lines that are completed, with what must and must not be among the proposals. */
const CASES: readonly (readonly [line: string, some: readonly string[], none: readonly string[]])[] = [
  ["rfm s", ["score", "segments", "schemes"], ["report"]],
  ["rfm score --cut", ["--cut-points"], ["--customer"]],
  ["rfm score --format ", ["table", "csv", "ndjson"], ["html"]],
  ["rfm report orders.csv --period ", ["week", "month", "quarter"], ["day"]],
  ["rfm score --preset sh", ["shopify"], ["generic"]],
  ["rfm score --scheme pu", ["putler"], ["standard"]],
  ["rfm run --log ", ["text", "json"], []],
  ["rfm completion ", ["bash", "zsh", "fish"], []],
  ["rfm help co", ["compare", "cohorts"], ["score"]],
  ["rfm score ord", ["orders 2011.csv"], ["notes.txt"]],
  ["rfm score -o not", ["notes.txt"], ["orders 2011.csv"]],
];

describe("rfm completion", () => {
  it("knows no other shell, and says which it knows", async () => {
    const { status, stderr } = await runInProcess("completion powershell");
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are bash, zsh, fish.");
  });

  it("has every option of every command", async () => {
    for (const shell of ["bash", "zsh", "fish"]) {
      const { stdout } = await runInProcess(`completion ${shell}`);
      for (const word of ["score", "cut-points", "ignore-guards", "changes-since", "acquisition-cost"]) {
        expect(stdout, `${shell} and ${word}`).toContain(word);
      }
    }
  });
});

function check(found: readonly string[], some: readonly string[], none: readonly string[]): void {
  for (const word of some) expect(found).toContain(word);
  for (const word of none) expect(found).not.toContain(word);
}

describe.skipIf(!isInstalled("bash"))("in bash", () => {
  const proposals = (line: string): readonly string[] => {
    const words = line.split(" ");
    const script = `source ./rfm.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _rfm 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run("bash", ["--norc", "-c", script]).split("\n");
  };

  it.each(CASES)("completes %j", (line, some, none) => {
    check(proposals(line), some, none);
  });

  it("completes what stands after an equals sign", () => {
    expect(proposals("rfm score --format = nd")).toContain("ndjson");
    expect(proposals("rfm score --format =")).toContain("csv");
  });
});

describe.skipIf(!isInstalled("fish"))("in fish (skipped where it is not installed)", () => {
  it.each(CASES)("completes %j", (line, some, none) => {
    const script = `source ./rfm.fish; complete -C '${line}'`;
    const found = run("fish", ["--no-config", "-c", script]).split("\n");
    // fish writes a file with its blanks escaped, and a description after a tab
    check(
      found.map((text) => text.replace(/\t.*$/, "").replaceAll("\\ ", " ")),
      some,
      none,
    );
  });
});

describe.skipIf(!isInstalled("zsh"))("in zsh (skipped where it is not installed)", () => {
  it.each(CASES)("completes %j", (line, some, none) => {
    // a terminal of zsh's own, in which the tab key is pressed; a second time for a list of several
    const tabs = some.length === 1 ? "\\t" : "\\t\\t";
    const script = `zmodload zsh/zpty; cd ${folder}
zpty inner zsh -f -i
zpty -w inner 'stty -echo; PROMPT=; autoload -Uz compinit; compinit -u -D; source ./rfm.zsh; LISTMAX=999; setopt NO_LIST_BEEP LIST_ROWS_FIRST; zstyle ":completion:*" list-colors ""; print re""ady'
zpty -r inner out '*ready*'
zpty -w -n inner $'${line}${tabs}'
sleep 1
while zpty -rt inner out; do print -rn -- "$out"; done
zpty -d inner`;
    const seen = run("zsh", ["-f", "-c", script])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own signs are taken out
      .replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, "")
      .replaceAll("\\ ", " ");
    for (const word of some) expect(seen).toContain(word);
    for (const word of none) expect(seen.replace(line, "")).not.toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`));
  });
});
