import type { ConfigNode } from "../../basics/yaml/config-node.ts";
import { NEW_WORDS, type NewWord } from "../guards/export-words.ts";
import type { ConfigOutput, OutputKeys } from "./config-outputs.ts";

/** Conditions on a run; `null` where the config sets none. */
export interface Guards {
  /** The newest order is at most this many days old. */
  readonly newestOrderDays: number | null;
  /** At least this many per cent of the rows of the last run. */
  readonly rowsPercent: number | null;
  /**
   * Neither the number of customers nor a segment's share of them changes by more than this many per cent, and more than 20
   * customers; a segment that held less than a tenth of the customers may grow from a tenth, and vanish.
   */
  readonly segmentChangePercent: number | null;
  /** At most this many per cent of the rows cannot be read. */
  readonly rejectsPercent: number | null;
  /** The money of the rows that count changes by at most this many per cent from the last run. */
  readonly revenueChangePercent: number | null;
  /** At most this many per cent of the rows that would count have no customer; and of their money. */
  readonly noCustomerRowsPercent: number | null;
  readonly noCustomerMoneyPercent: number | null;
  /** The exports have no status, column or currency that they did not have in the last run. */
  readonly stopAtNew: readonly NewWord[] | null;
  /** No list is empty, or none that had people in the last run. */
  readonly emptyLists: EmptyLists | null;
  /** At least this many per cent of the customers have consented, in every output of lists that asks for it. */
  readonly consentPercent: number | null;
}

export const EMPTY_LISTS = ["any", "new"] as const;
export type EmptyLists = (typeof EMPTY_LISTS)[number];

/** The keys of the guards, with what each may be: a number, one of some words, or several of them. */
export const GUARD_KEYS = {
  "newest-order-days": { least: 0, most: 3660, whole: true },
  "rows-percent": { least: 0, most: 100 },
  "segment-change-percent": { least: 0, most: 1000 },
  "rejects-percent": { least: 0, most: 100 },
  "revenue-change-percent": { least: 0, most: 1000 },
  "no-customer-rows-percent": { least: 0, most: 100 },
  "no-customer-money-percent": { least: 0, most: 100 },
  "stop-at-new": { words: NEW_WORDS, repeats: true },
  "empty-lists": { words: EMPTY_LISTS, repeats: false },
  "consent-percent": { least: 0, most: 100 },
} as const;

/** Keys whose value is a number. */
type NumberKey = {
  [Key in keyof typeof GUARD_KEYS]: (typeof GUARD_KEYS)[Key] extends { least: number } ? Key : never;
}[keyof typeof GUARD_KEYS];

/** The outputs of a config, which guards of lists need. */
export interface GuardedOutputs {
  readonly outputs: readonly ConfigOutput[];
  readonly known: Readonly<Record<string, OutputKeys>>;
}

/** The guards of a config. A guard of lists where no output has what it looks at is a problem. */
export function readGuards(node: ConfigNode | undefined, made: GuardedOutputs): Guards {
  const names = Object.keys(GUARD_KEYS);
  const values = node?.map(names, names.slice(0, 4).join(", "));
  const number = (key: NumberKey): number | null => values?.get(key)?.number(GUARD_KEYS[key]) ?? null;
  refuseIdle(values, made);
  return {
    newestOrderDays: number("newest-order-days"),
    rowsPercent: number("rows-percent"),
    segmentChangePercent: number("segment-change-percent"),
    rejectsPercent: number("rejects-percent"),
    revenueChangePercent: number("revenue-change-percent"),
    noCustomerRowsPercent: number("no-customer-rows-percent"),
    noCustomerMoneyPercent: number("no-customer-money-percent"),
    stopAtNew: wordsOf(values?.get("stop-at-new"), NEW_WORDS),
    emptyLists: wordOf(values?.get("empty-lists"), EMPTY_LISTS),
    consentPercent: number("consent-percent"),
  };
}

/** A guard that looks at lists says nothing where the config makes none. */
function refuseIdle(values: ReadonlyMap<string, ConfigNode> | undefined, { outputs, known }: GuardedOutputs): void {
  const lists = outputs.filter(({ command }) => known[command]?.target === "folder");
  const empty = values?.get("empty-lists");
  if (empty !== undefined && lists.length === 0) empty.complain(`${empty.name}: no output makes lists`);
  const consent = values?.get("consent-percent");
  if (consent !== undefined && !lists.some(({ options }) => options["consent"] !== undefined)) {
    consent.complain(`${consent.name}: no output of lists asks for consent`);
  }
}

function wordOf<Word extends string>(node: ConfigNode | undefined, words: readonly Word[]): Word | null {
  const text = node?.text() ?? null;
  if (node === undefined || text === null) return null;
  const word = words.find((known) => known === text) ?? null;
  if (word === null) node.complain(`${node.name}: "${text}" is not valid (known: ${words.join(", ")})`);
  return word;
}

/** Several words, in the order of those that are known; a single one is a list of one. */
function wordsOf<Word extends string>(node: ConfigNode | undefined, words: readonly Word[]): readonly Word[] | null {
  if (node === undefined) return null;
  const items = node.items();
  if (items.length === 0) node.complain(`${node.name} is an empty list (known: ${words.join(", ")})`);
  const found = new Set(items.map((item) => wordOf(item, words)));
  return words.filter((word) => found.has(word));
}
