import { describe, expect, it } from "vitest";
import { ENGLISH } from "../support/languages.ts";
import { pathsOf } from "../support/recording-language.ts";
import { DIGEST } from "./sentences/digest.ts";
import { DIGESTS } from "./sentences/digest-scenarios.ts";

describe("a sentence of the digest", () => {
  it.each(Object.entries(DIGEST))("%s", (path, row) => {
    const said = (name: string) => (DIGESTS[name]?.said ?? []).filter((one) => one.path === path);
    expect([row.said, said(row.said).length > 0]).toEqual([row.said, true]);
    for (const [name, { facts }] of Object.entries(DIGESTS)) {
      for (const { args, text } of said(name)) {
        expect([name, text, row.isTrue(args, facts)]).toEqual([name, text, true]);
      }
    }
    const own = said(row.said).map(({ text }) => text);
    expect(said(row.unsaid).filter(({ text }) => own.includes(text))).toEqual([]);
  });

  it("has a row for each text but the headings", () => {
    const all = pathsOf(ENGLISH.words.digest, "digest").filter((path) => !path.startsWith("digest.columns."));
    expect(Object.keys(DIGEST).sort()).toEqual([...all].sort());
  });

  it.each(Object.keys(DIGESTS))("stays on one screen of 80 columns: %s", (name) => {
    const lines = (DIGESTS[name]?.text ?? "").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(28);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});
