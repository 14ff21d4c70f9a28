import { BUILT_IN_SCHEMES, builtInScheme } from "../../analysis/segments/built-in/index.ts";
import type { Scheme, SchemeFile, SegmentTexts } from "../../analysis/segments/scheme.ts";
import type { Language } from "./language.ts";

type SegmentKey = "name" | "meaning" | "action" | "avoid" | "measure";

/**
 * A scheme with its texts in a language. Only texts that are a built-in scheme's own are put into other words: what a user
 * has written stays as it is, also in a copy of a built-in scheme.
 */
export function schemeIn(scheme: Scheme, language: Language): Scheme {
  return {
    ...scheme,
    segments: scheme.segments.map((segment) => segmentIn(segment, scheme.name, language)),
    file: schemeFileIn(scheme.file, language),
  };
}

/** The same for a scheme as its author writes it. */
export function schemeFileIn(file: SchemeFile, language: Language): SchemeFile {
  const { description } = file;
  const isOwn = description === undefined || description !== builtInScheme(file.name)?.description;
  return {
    ...file,
    ...(isOwn ? {} : { description: textIn(description, language) }),
    segments: file.segments.map((segment) => segmentIn(segment, file.name, language)),
  };
}

function segmentIn<T extends Pick<SegmentTexts, SegmentKey>>(segment: T, scheme: string, language: Language): T {
  const own = builtInScheme(scheme)?.segments.find(({ name }) => name === segment.name);
  const texts = (["name", "meaning", "action", "avoid", "measure"] as const).flatMap((key: SegmentKey) => {
    const text = segment[key];
    return text === undefined || text !== own?.[key] ? [] : [[key, textIn(text, language)] as const];
  });
  return { ...segment, ...Object.fromEntries(texts) };
}

function textIn(text: string, { words }: Language): string {
  return words.schemes[text] ?? text;
}

/** Segments' names in a language, where they are all those of one built-in scheme, in its order; else as they are. */
export function segmentNamesIn(names: readonly string[], language: Language): readonly string[] {
  const scheme = BUILT_IN_SCHEMES.find(
    ({ segments }) => segments.length === names.length && segments.every(({ name }, index) => name === names[index]),
  );
  return scheme === undefined ? names : schemeFileIn(scheme, language).segments.map(({ name }) => name);
}
