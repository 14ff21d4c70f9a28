import { UsageError } from "../errors.ts";
import { type AnyOption, attributeOf, type OptionProblem, type OptionValues, type Relation } from "./option.ts";
import { moneyProblems } from "./without-money.ts";

/** A relation that holds in one command only. */
export interface Rule {
  /** The option that cannot go with others, or needs one of them. */
  readonly name: string;
  readonly excludes?: Relation;
  readonly needs?: Relation;
}

/** Which options a command consumes, and how they relate to each other there. */
export interface Consumer {
  readonly consumes: readonly AnyOption[];
  readonly rules?: readonly Rule[] | undefined;
}

/**
 * Refuses options that contradict each other, so that none is silently passed over.
 *
 * @throws UsageError with every problem at once
 */
export function checkOptions(values: OptionValues, consumer: Consumer): void {
  const problems = optionProblems(values, consumer);
  const [first, ...others] = problems;
  if (first === undefined) return;
  if (others.length === 0) throw new UsageError(first.message, first.hint ?? undefined);
  const hints = [...new Set(problems.flatMap(({ hint }) => hint ?? []))];
  throw new UsageError(
    `${problems.length} problems with the options:${problems.map(({ message }) => `\n  ${message}`).join("")}`,
    hints.length === 0 ? undefined : hints.join("; "),
  );
}

/** Every contradiction between options, in the order of the options. */
export function optionProblems(values: OptionValues, { consumes, rules = [] }: Consumer): readonly OptionProblem[] {
  const isGiven = (option: AnyOption): boolean => {
    const value = values[attributeOf(option)];
    return value !== undefined && value !== false;
  };
  const given = new Set(consumes.filter(isGiven).map(({ name }) => name));
  const holds = (name: string, relation: Relation | null | undefined): relation is Relation =>
    relation !== undefined &&
    relation !== null &&
    (relation.ifValue === undefined || relation.ifValue === values[attributeOf({ name })]);
  const relations = [...consumes, ...rules].filter(({ name }) => given.has(name));
  return [
    ...relations.flatMap(({ name, excludes, needs }) => [
      ...(holds(name, excludes) ? contradictionIn(name, excludes, given) : []),
      ...(holds(name, needs) ? gapIn(name, needs, given) : []),
    ]),
    ...moneyProblems(values, given),
  ];
}

function contradictionIn(
  name: string,
  { names, ifValue, why, hint }: Relation,
  given: ReadonlySet<string>,
): OptionProblem[] {
  const written = ifValue === undefined ? `--${name}` : `--${name} ${ifValue}`;
  const others = names.filter((other) => given.has(other));
  if (others.length === 0) return [];
  return [
    {
      message: `${listed(others, "and")} cannot be used with ${written}: ${why}`,
      hint: hint ?? `leave out ${listed(others, "and")}, or ${written}`,
    },
  ];
}

function gapIn(name: string, { names, why, hint }: Relation, given: ReadonlySet<string>): OptionProblem[] {
  if (names.some((other) => given.has(other))) return [];
  return [{ message: `--${name} needs ${listed(names, "or")}: ${why}`, hint: hint ?? null }];
}

/** `--a, --b and --c`. */
function listed(names: readonly string[], word: "and" | "or"): string {
  const flags = names.map((name) => `--${name}`);
  const last = flags.at(-1) ?? "";
  return flags.length < 2 ? last : `${flags.slice(0, -1).join(", ")} ${word} ${last}`;
}
