import type { Language } from "../../language/language.ts";

/** One answer about some files: what was understood, what says so, and the option that overrides it. */
export interface Answer {
  readonly files: string;
  readonly topic: string;
  readonly understood: string;
  readonly evidence: string;
  readonly option: string;
}

/** Makes an answer about the files at hand. */
export type AnswerMaker = (
  topic: keyof Language["words"]["inspect"]["topics"],
  understood: string,
  evidence: string,
  option: string,
) => Answer;

/** What the reading of exports says in English, in the language's words where it has any. */
export function inOtherWords(text: string, { words }: Language): string {
  for (const [english, other] of words.inspect.phrases) {
    const match = english.exec(text);
    if (match !== null) return other(...match.slice(1));
  }
  return text;
}
