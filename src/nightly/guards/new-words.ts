import { plural } from "../../basics/text/words.ts";
import type { NewWord } from "./export-words.ts";
import { type GuardedRun, type GuardFinding, type LastRun, someNames, withoutLast } from "./finding.ts";

const ONE_OF: Readonly<Record<NewWord, readonly [one: string, many: string]>> = {
  statuses: ["new status", "new statuses"],
  columns: ["new column", "new columns"],
  currencies: ["new currency", "new currencies"],
};

/** Names the statuses, columns and currencies of the exports that the last set did not have. */
export function newWords(
  { words }: Pick<GuardedRun, "words">,
  last: LastRun,
  kinds: readonly NewWord[],
): readonly GuardFinding[] {
  const guard = "stop-at-new";
  if (typeof last === "string") return [withoutLast(guard, last)];
  const { words: before } = last;
  if (before === null) {
    return [{ guard, passed: true, text: "the last run's manifest.json does not name them: not compared" }];
  }
  const failed = kinds.flatMap((kind): readonly GuardFinding[] => {
    const known = new Set(before[kind]);
    const added = words[kind].filter((word) => !known.has(word));
    if (added.length === 0) return [];
    const [one, many] = ONE_OF[kind];
    const names = someNames(added.map((word) => `"${word}"`));
    return [{ guard, passed: false, text: `${plural(added.length, one, many)} since the last run: ${names}` }];
  });
  if (failed.length > 0) return failed;
  return [{ guard, passed: true, text: `no new ${kinds.join(", ")} since the last run` }];
}
