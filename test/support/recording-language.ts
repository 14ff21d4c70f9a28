import type { Language } from "../../src/render/language/language.ts";

/** A text of the catalogue that was asked for: where it stands, what it was made from, and what it says. */
export interface Said {
  /** `page.quiet.heading` */
  readonly path: string;
  readonly args: readonly unknown[];
  readonly text: string;
}

/** A language that notes each text that is asked of it. */
export function recordingLanguage(language: Language): { readonly language: Language; readonly said: readonly Said[] } {
  const said: Said[] = [];
  const wrap = (value: unknown, path: string): unknown => {
    if (typeof value === "string") said.push({ path, args: [], text: value });
    if (typeof value === "function") {
      return (...args: readonly unknown[]): unknown => {
        const made: unknown = Reflect.apply(value, undefined, args);
        if (typeof made === "string") said.push({ path, args, text: made });
        return made;
      };
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    return new Proxy(value, {
      get: (target, key) =>
        typeof key === "string"
          ? wrap(Reflect.get(target, key), path === "" ? key : `${path}.${key}`)
          : Reflect.get(target, key),
    });
  };
  return { language: { ...language, words: wrap(language.words, "") as Language["words"] }, said };
}

/** The paths of all texts of a catalogue. */
export function pathsOf(value: unknown, path = ""): readonly string[] {
  if (typeof value === "string" || typeof value === "function") return [path];
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, path === "" ? key : `${path}.${key}`));
}
