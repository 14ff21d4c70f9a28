import { describe, expect, it } from "vitest";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";

/** A number from 1000 that stands for a fact, by its name, so that facts are told apart. */
function numberFor(name: string): number {
  return 1000 + [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}

/** An object of facts, each a number of its own. */
function facts(name: string): unknown {
  return new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === Symbol.toPrimitive) return () => numberFor(name);
        if (typeof key === "symbol") return undefined;
        if (key === "span") return { count: 370, unit: "days" };
        if (/^(?:kind|step)$/.test(key)) return "month";
        if (key === "by") return "orders";
        if (key === "period") return "2011-05";
        if (key === "state") return "due";
        if (/Changes$/.test(key)) return [];
        if (/(?:Group|Ranking)$/.test(key)) return facts(name + key);
        if (/Rankings$/.test(key)) return [facts(name + key)];
        if (/Range$/.test(key)) return [1001, 2002];
        if (key === "parameters") return [["r", 150, 250]];
        if (/^(?:ways|cells|hidden|shown|files)$/.test(key)) return ["zz"];
        if (/^(?:is|counts)[A-Z]/.test(key)) return true;
        if (/(?:worth|net|refunded|takenOff|cost|money|revenue)$/i.test(key)) return BigInt(numberFor(name + key));
        return numberFor(key);
      },
    },
  );
}

type Sentence = (...facts: readonly unknown[]) => unknown;

/** What the arguments of an English sentence may be, by their names. */
function argumentsFor(sentence: Sentence): readonly (readonly unknown[])[] {
  const [, list = ""] = /^\(?([^)=]*)\)?\s*=>/.exec(sentence.toString()) ?? [];
  const names = list.split(",").map((name) => name.trim());
  let tries: readonly (readonly unknown[])[] = [[]];
  for (let at = 0; at < sentence.length; at += 1) {
    const choices = choicesFor(names[at] ?? "", at);
    tries = tries.flatMap((before) => choices.map((choice) => [...before, choice])).slice(0, 300);
  }
  return tries;
}

function choicesFor(name: string, at: number): readonly unknown[] {
  const number = 1100 + at * 101;
  if (/^(?:kind|step|by)$/.test(name)) return ["month"];
  if (/(?:worth|money)$/i.test(name)) return [BigInt(number), `m${number}`];
  if (/^(?:period|label|cohort|first|name|from|to)$/.test(name)) return ["2011-05", number, facts(`${at}`)];
  return [number, facts(`${at}`), ...(name.endsWith("s") ? [["zz"]] : [])];
}

/** Every sentence of a catalogue by its path; those on schemes, platforms and evidence have other facts in each language. */
function sentencesIn(words: object, path = ""): readonly (readonly [path: string, sentence: Sentence])[] {
  return Object.entries(words).flatMap(([key, inner]: [string, unknown]) => {
    const own = path === "" ? key : `${path}.${key}`;
    if (/^(?:schemes|platforms|inspect\.phrases)/.test(own)) return [];
    if (typeof inner === "function") return [[own, inner as Sentence] as const];
    return typeof inner === "object" && inner !== null ? sentencesIn(inner, own) : [];
  });
}

/** What a sentence says of the first facts that it takes; `null` where it takes none of those at hand. */
function said(sentence: Sentence): { readonly text: string; readonly given: readonly unknown[] } | null {
  for (const given of argumentsFor(sentence)) {
    try {
      const text = sentence(...given);
      if (typeof text === "string" && !/undefined|NaN|\[object/.test(text)) return { text, given };
    } catch {
      // these facts are of other kinds than the sentence takes
    }
  }
  return null;
}

/** The numbers of a text that stand for facts, each once, in order of size; small ones are the sentence's own. */
function factsIn(text: string): readonly number[] {
  const numbers = text.replace(/(?<=\d),(?=\d{3})/g, "").match(/\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(numbers.map(Number))].filter((one) => one > 100).toSorted((a, b) => a - b);
}

describe("a sentence", async () => {
  const english = await loadLanguage("en", "en-US");
  const all = sentencesIn(english.words).flatMap(([path, sentence]) => {
    const one = said(sentence);
    return one === null ? [] : [{ path, ...one }];
  });

  it("is looked at, but for a few whose facts are of a kind of their own", () => {
    expect(all.length).toBeGreaterThan(450);
  });

  it.each(LANGUAGE_CODES.filter((code) => code !== "en"))("says the same facts in %s as in English", async (code) => {
    const own = new Map(sentencesIn((await loadLanguage(code, "en-US")).words));
    const different = all.filter(
      ({ path, text, given }) => String(factsIn(String(own.get(path)?.(...given)))) !== String(factsIn(text)),
    );
    expect(different.map(({ path, text, given }) => [path, text, own.get(path)?.(...given)])).toEqual([]);
  });

  it("would be found out if it left one out", () => {
    expect(factsIn("1,100 customers, 5 of them by 1/2/1999")).toEqual([1100, 1999]);
    expect(factsIn("1100 Kunden")).not.toEqual(factsIn("1,100 of 1,201 customers"));
  });
});
