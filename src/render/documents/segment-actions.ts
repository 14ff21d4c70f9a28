import type { SegmentSummaries } from "../../analysis/segments/summarise-segments.ts";
import { shownText } from "../../basics/text/words.ts";
import type { Language } from "../language/language.ts";
import { segmentAdvice } from "../sentences/advice.ts";
import { escapeMarkdown } from "../tables/formats.ts";
import type { Style } from "../terminal/style.ts";
import { wrapSentences } from "../terminal/wrap.ts";

/** What to do about each segment that has customers, in the scheme's order; nothing where the scheme says nothing. */
function actionsOf(
  summaries: SegmentSummaries,
  language: Language,
): readonly (readonly [segment: string, action: string])[] {
  return summaries.segments
    .filter(({ customers }) => customers > 0)
    .map((summary) => [summary.segment, segmentAdvice(summary, summaries, language).action] as const)
    .filter(([, action]) => action !== "");
}

/** What to do about each segment, below its figures on a terminal. */
export function* textActions(
  summaries: SegmentSummaries,
  { width, style, language }: { readonly width: number; readonly style: Style; readonly language: Language },
): Generator<string> {
  const actions = actionsOf(summaries, language);
  if (actions.length > 0) yield `\n${style.heading(language.words.segments.whatToDo)}\n`;
  for (const [segment, action] of actions) {
    const text = wrapSentences(`${shownText(segment)}: ${shownText(action)}`, width, "  ");
    yield `${style.strong(text.slice(0, shownText(segment).length))}${text.slice(shownText(segment).length)}\n`;
  }
}

/** The same in Markdown. */
export function* markdownActions(summaries: SegmentSummaries, language: Language): Generator<string> {
  const actions = actionsOf(summaries, language);
  if (actions.length > 0) yield `\n## ${language.words.segments.whatToDo}\n\n`;
  for (const [segment, action] of actions) yield `- **${escapeMarkdown(segment)}**: ${escapeMarkdown(action)}\n`;
}
