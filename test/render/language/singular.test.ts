import { describe, expect, it } from "vitest";
import { LANGUAGE_CODES, loadLanguage } from "../../../src/render/language/load-language.ts";

/** An object of facts of which each is one; lists have one entry. */
const ALL_ONE: unknown = new Proxy(
  {},
  {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => "¤"; // where facts stand for a number
      if (key === "span") return { count: 1, unit: "days" };
      if (key === "kind" || key === "step") return "month";
      if (key === "fewest") return 10;
      if (key === "by") return "orders";
      if (key === "period") return "2011-05";
      if (key === "customerElse") return ["x"];
      if (typeof key === "string" && /Changes$/.test(key)) return [ALL_ONE];
      if (key === "state") return "due";
      if (typeof key === "string" && /(?:Group|Ranking)$/.test(key)) return ALL_ONE;
      if (typeof key === "string" && /Rankings$/.test(key)) return [ALL_ONE];
      if (typeof key === "string" && /Range$/.test(key)) return [1, 1];
      if (key === "parameters") return [["r", 1, 1]];
      if (typeof key === "string" && /^(?:ways|cells|hidden|shown|files)$/.test(key)) return [ALL_ONE];
      if (typeof key === "string" && /(?:worth|net|refunded|takenOff|cost|money|revenue)$/i.test(key)) return 1n;
      return 1;
    },
  },
);

/** What an argument may be, by its name where that tells; the others are numbers, facts or lists. */
function choicesFor(name: string): readonly unknown[] {
  if (/^(?:kind|step|by)$/.test(name)) return ["month"];
  if (name === "sentence") return ["A sentence."];
  if (name === "reason") return [{ kind: "few customers", customers: 1 }];
  if (name === "fault") return [{ kind: "few repeaters", repeaters: 1 }];
  if (name === "when") return [{ first: [1, 1], second: [1, 1], customers: 1 }];
  if (name === "stayFacts") return [[ALL_ONE]];
  if (/^fewest$/.test(name)) return [10]; // a limit of the program's own
  if (/(?:worth|money)$/i.test(name)) return [1n];
  if (
    /(?:names|each|periods|segments|cells|measures|columns|files|options|figures|scores|remedy|named|values|holes)$/.test(
      name,
    )
  )
    return [1, ["x"], [ALL_ONE]];
  if (/^(?:period|label|cohort|before|first|name)$/.test(name)) return [1, "2011-05"];
  return [1, ALL_ONE];
}

function parameterNames(sentence: Sentence): readonly string[] {
  const [, list = ""] = /^\(?([^)=]*)\)?\s*=>/.exec(sentence.toString()) ?? [];
  const names = list.split(",").map((name) => name.trim());
  return Array.from({ length: sentence.length }, (_, at) => names[at] ?? "");
}

type Sentence = (...facts: readonly unknown[]) => unknown;

/** Every sentence of a catalogue, made of ones; those for which no arguments fit are named apart. */
function sentencesOfOne(words: unknown, path = ""): { readonly said: [string, string][]; readonly unsaid: string[] } {
  const found: { readonly said: [string, string][]; readonly unsaid: string[] } = { said: [], unsaid: [] };
  if (typeof words === "function") {
    const texts = textsOfOne(words as Sentence);
    if (texts.length === 0) found.unsaid.push(path);
    found.said.push(...texts.map((text): [string, string] => [path, text]));
  } else if (typeof words === "object" && words !== null) {
    for (const [key, inner] of Object.entries(words)) {
      const { said, unsaid } = sentencesOfOne(inner, path === "" ? key : `${path}.${key}`);
      found.said.push(...said);
      found.unsaid.push(...unsaid);
    }
  }
  return found;
}

function textsOfOne(sentence: Sentence): readonly string[] {
  let tries: readonly (readonly unknown[])[] = [[]];
  for (const name of parameterNames(sentence)) {
    tries = tries.flatMap((facts) => choicesFor(name).map((fact) => [...facts, fact]));
  }
  const texts = new Set<string>();
  for (const facts of tries) {
    try {
      const text = sentence(...facts);
      if (typeof text === "string" && !/undefined|NaN|epäluku|(?<!Ã)¤/.test(text)) texts.add(text);
    } catch {
      // these facts are of other kinds than the sentence takes
    }
  }
  return [...texts];
}

/** One of something in the form of many; decimals and ranges, `1.0 points` and `0 – 1 orders`, are no such number. */
const MANY: Readonly<Record<string, RegExp>> = {
  en: /(?<![\d.,–−] ?)\b1 (?:more |other |older |new |later |complete )?(?:amounts|customers|orders|refunds|rows|days|weeks|months|quarters|years|periods|cohorts|cells|segments|files|entries|groups|lists|pauses|texts|ids|ranges|moves|values|windows|points|are|were|have)\b/,
  fi: /(?<![\d.,–−] ?)\b1 (?:asiakasta|tilausta|hyvitystä|riviä|päivää|viikkoa|kuukautta|vuotta|jaksoa|kohorttia|pisteyhdistelmää|segmenttiä|tiedostoa|ryhmää|listaa|taukoa|tekstiä|tunnusta|luokkaa|arvoa)(?!\p{L})/u,
  sv: /(?<![\d.,–−] ?)\b1 (?:(?:äldre|nya|andra|tidigare|hela|bra|bästa|större|mindre|kontaktade|behållna) )?(?:belopp(?=en)|kunder|beställningar|återbetalningar|rader|dagar|veckor|månader|perioder|kohorter|celler|filer|poster|grupper|listor|texter|flyttar|värden|procentenheter|medlemmar|kolumner)(?!\p{L})/u,
  de: /(?<![\d.,–−] ?)\b1 (?:(?:ältere|neue|andere|weitere|frühere|gute|beste|kleinere|gehaltene) )?(?:Beträge|Kunden?(?: \([^)]*\))? (?:haben|sind|gehen|kamen|drohen|werden|gehören)|Bestellungen|Erstattungen|Zeilen|Tage|Tagen|Wochen|Monate|Monaten|Quartale|Jahre|Zeiträume|Kohorten|Zellen|Segmente|Dateien|Einträge|Gruppen|Listen|Pausen|Texte|Klassen|Werte|Mitglieder|Prozentpunkte|Spalten|sind|haben|werden|drohen|von Kunden haben)(?!\p{L})/u,
};

/** What stands behind a number of rows in the ledger, so it must fit one row as well as many; in Finnish it stands before. */
const OF_MANY: Readonly<Record<string, RegExp>> = {
  en: /\b(?:that|which|who) (?:are|were|have|repeat|say)\b|\bwhose \w+s are\b/,
  sv: /^(?:\p{L}+(?:ade|ta|da|ma|na))\b/u,
  de: /\b(?:sagen|sind|haben|werden|zählen)$|^(?:leere|gefilterte|doppelte)\b/,
};

describe.each(LANGUAGE_CODES.filter((code) => code in OF_MANY))("a reason in the ledger of %s", async (code) => {
  const { words } = await loadLanguage(code);

  it("fits one row as well as many", () => {
    const ofCustomers = ["never ordered"]; // its verb is the customers'
    const wrong = Object.entries(words.ledger.reasons).filter(
      ([reason, text]) => !ofCustomers.includes(reason) && OF_MANY[code]?.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

/** Words for several people, as the lines below the headline would use them. */
const THEY: Readonly<Record<string, RegExp>> = {
  en: /\bthey (?:have|are)\b/iu,
  fi: /\b[Hh]e ovat\b|\bjotka\b|neet\b/u,
  sv: /\b[Dd]e har\b/u,
  de: /\bsie haben\b|\bhaben sie\b|, die\b/iu,
};

describe.each(LANGUAGE_CODES)("every sentence of the catalogue of %s", async (code) => {
  const { words } = await loadLanguage(code);
  const { said, unsaid } = sentencesOfOne(words);

  it("can be made of ones, but for a few whose facts are of a kind of their own", () => {
    expect(said.length).toBeGreaterThan(250);
    // a sentence that stands in for another has the facts of that one
    const others = new Set(unsaid.map((path) => path.replace("withoutMoney.", "")));
    const own = [...others].filter((path) => !path.startsWith("inspect.phrases"));
    expect(own.length, own.join(", ")).toBeLessThan(20);
  });

  it("speaks of one thing as one", () => {
    const wrong = new Map(said.filter(([, text]) => MANY[code]?.test(text)));
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it("speaks of one customer who has lapsed as one, in the line below the headline, too", () => {
    const { quiet } = words.page;
    const lines = [
      quiet.valuable(205, 1, null),
      quiet.notLost(1, null),
      quiet.others(1, "10 EUR", "Lost 1", null),
      words.withoutMoney.quiet.valuable(205, 1),
    ];
    expect(lines.filter((text) => THEY[code]?.test(text))).toEqual([]);
  });

  it("would be found out if it did not", () => {
    const wrong =
      {
        en: "on 1 refunds that do not count",
        fi: "siinä on 1 hyvitystä",
        sv: "i 1 återbetalningar som inte räknas",
        de: "in 1 Erstattungen, die nicht zählen",
      }[code] ?? "";
    expect(MANY[code]?.test(wrong)).toBe(true);
  });
});
