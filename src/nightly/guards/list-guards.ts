import { peopleCount, plural } from "../../basics/text/words.ts";
import type { Guards } from "../config/guard-config.ts";
import { type GuardFinding, type LastRun, percent, someNames, withoutLast } from "./finding.ts";

/** What the guards of lists look at: one output of lists. */
export interface GuardedLists {
  /** Its folder in the set. */
  readonly place: string;
  /** Each list by its path in the set, and who is on it. */
  readonly lists: readonly { readonly file: string; readonly people: number }[];
  /** `null` where the output asks for no consent. */
  readonly consent: { readonly customers: number; readonly consented: number } | null;
}

/** Looks at the lists of a run with the guards that the config sets, before any of them is written. */
export function checkListGuards(
  { emptyLists, consentPercent }: Guards,
  outputs: readonly GuardedLists[],
  last: LastRun,
): readonly GuardFinding[] {
  return [
    ...(emptyLists === null ? [] : [emptyOnes(outputs, last, emptyLists)]),
    ...(consentPercent === null ? [] : outputs.flatMap((output) => consent(output, consentPercent))),
  ];
}

/** `any` list with nobody on it, or only a `new` one: it had people in the last run. */
function emptyOnes(outputs: readonly GuardedLists[], last: LastRun, which: "any" | "new"): GuardFinding {
  const guard = "empty-lists";
  const empty = outputs.flatMap(({ lists }) => lists.filter(({ people }) => people === 0)).map(({ file }) => file);
  if (which === "any") {
    if (empty.length === 0) return { guard, passed: true, text: "every list has people" };
    return {
      guard,
      passed: false,
      text: `${plural(empty.length, "list is", "lists are")} empty: ${someNames(empty)}`,
    };
  }
  if (typeof last === "string") return withoutLast(guard, last);
  const before = new Map(last.outputs.map(({ name, rows }) => [name, rows ?? 0]));
  const emptied = empty.filter((file) => (before.get(file) ?? 0) > 0);
  if (emptied.length === 0) return { guard, passed: true, text: "every list that had people in the last run has some" };
  const names = someNames(emptied.map((file) => `${file} (${peopleCount(before.get(file) ?? 0)} in the last run)`));
  return {
    guard,
    passed: false,
    text: `${plural(emptied.length, "list is", "lists are")} now empty: ${names}`,
  };
}

function consent({ place, consent: found }: GuardedLists, least: number): readonly GuardFinding[] {
  if (found === null) return [];
  const { customers, consented } = found;
  const share = customers === 0 ? 100 : (consented / customers) * 100;
  const text = `${place}: ${peopleCount(consented)} of ${plural(customers, "customer")} ${customers === 1 ? "has" : "have"} consented, ${percent(share)} (at least ${percent(least)})`;
  return [{ guard: "consent-percent", passed: share >= least, text }];
}
