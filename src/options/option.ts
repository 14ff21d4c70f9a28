import { InvalidArgumentError } from "commander";
import type { FileFormat } from "../render/tables/formats.ts";

/** What an option's value is: a shell completes it by this, and a run knows by it which values name files. */
export type OptionKind =
  | "flag"
  | "choice"
  | "text"
  | "number"
  | "day"
  | "span"
  | "column"
  | "file"
  | "folder"
  | "preset"
  | "scheme";

/** Where help and docs/options.md list an option. */
export type Section =
  | "reading"
  | "scoring"
  | "retention"
  | "comparing"
  | "forecasting"
  | "profiling"
  | "lists"
  | "campaign"
  | "loyalty"
  | "contacts"
  | "report"
  | "running"
  | "output"
  | "look"
  | "warehouse"
  | "own";

/** How help calls each section; options of no section stand with --help. */
export const SECTION_HEADINGS: Readonly<Record<Section, string | null>> = {
  own: null,
  reading: "Reading:",
  scoring: "Scoring:",
  retention: "Retention:",
  comparing: "Comparing:",
  forecasting: "Looking ahead:",
  profiling: "What the best have in common:",
  lists: "Lists:",
  campaign: "Campaign:",
  loyalty: "Loyalty:",
  contacts: "Contact columns (default: by their names; repeat an option for exports that name it otherwise):",
  report: "Report:",
  running: "Running:",
  warehouse: "In an engine:",
  output: "Output:",
  look: "Output:",
};

/** Options that an option cannot go with, or one of which it needs, and why; by their names. */
export interface Relation {
  readonly names: readonly string[];
  /** The one value of the option that it holds for; left out where it holds for all. */
  readonly ifValue?: string;
  /** A clause that follows a colon. */
  readonly why: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What is wrong with some options together. */
export interface OptionProblem {
  readonly message: string;
  readonly hint: string | null;
}

/**
 * One option, once: the command line, the keys of the config file and their schema, shell completion, the pinned command
 * line and docs/options.md all come from this.
 */
export interface Option<Name extends string = string, Value = unknown> {
  /** As on the command line, without dashes; also its key in a config. */
  readonly name: Name;
  readonly kind: OptionKind;
  readonly section: Section;
  /** One letter, for `-o`. */
  readonly short: string | null;
  /** How help calls its value; empty for a flag. */
  readonly placeholder: string;
  /** Whether it may stand alone; its parser is then given an empty text. */
  readonly isValueOptional: boolean;
  readonly summary: string;
  /** What holds where the option is not given; `null` where that needs no word. */
  readonly whenAbsent: string | null;
  readonly choices: readonly string[] | null;
  /** Whether it may be given several times, each adding to the others. */
  readonly repeats: boolean;
  /** What `--no-NAME` does; `null` for an option without that form. */
  readonly negation: string | null;
  /** The command line only: it belongs to one call, so it is no key of a config. */
  readonly isLineOnly: boolean;
  /** Whether it looks at single orders, which only an export of orders has; or the one value with which it does. */
  readonly looksAtOrders: boolean | string;
  /** The formats of a result that it says something about; `null` for all. */
  readonly formats: readonly FileFormat[] | null;
  readonly excludes: Relation | null;
  /** One of these must be given, too. */
  readonly needs: Relation | null;
  /**
   * The value that a text stands for; that of an option that repeats is added to the earlier one.
   *
   * @throws InvalidArgumentError whose message says what to write
   */
  parse(text: string, earlier: Value | undefined): Value;
}

export type AnyOption = Option;

/** `date-format` as a property: `dateFormat`. */
type AttributeOf<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<AttributeOf<Rest>>}`
  : Name;

/** The values of a list of options: `options.window` exists because `windowOption` is in the list. */
export type ValuesOf<List extends readonly AnyOption[]> = {
  readonly [One in List[number] as AttributeOf<One["name"]>]?: One extends Option<string, infer Value> ? Value : never;
};

/** Values of options by their attributes, each parsed by its option. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** The property that holds an option's value. */
export function attributeOf({ name }: Pick<AnyOption, "name">): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** An option as it is written: `--window`. */
export function flagOf({ name }: AnyOption): string {
  return `--${name}`;
}

/** How help and docs write an option's value: `<file>`, or `[name]` where it may be left out. */
export function placeholderOf({ placeholder, isValueOptional }: AnyOption): string {
  return isValueOptional ? `[${placeholder}]` : `<${placeholder}>`;
}

/** What help says of an option: what it does, and what holds without it. */
export function helpOf({ summary, whenAbsent }: AnyOption): string {
  return whenAbsent === null ? summary : `${summary} (default: ${whenAbsent})`;
}

/** The option of a list that has this name. */
export function optionNamed<const List extends readonly AnyOption[], const Name extends List[number]["name"]>(
  options: List,
  name: Name,
): Extract<List[number], { readonly name: Name }> {
  const found = options.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`no option ${name}`);
  return found as Extract<List[number], { readonly name: Name }>;
}

type Required = "name" | "section" | "summary";

/** What an option is written with; the rest has defaults. */
type Spec<Name extends string> = Pick<Option<Name>, Required> &
  Partial<Omit<Option<Name>, Required | "parse" | "choices">>;

const DEFAULTS = {
  kind: "text",
  short: null,
  isValueOptional: false,
  whenAbsent: null,
  choices: null,
  repeats: false,
  negation: null,
  isLineOnly: false,
  looksAtOrders: false,
  formats: null,
  excludes: null,
  needs: null,
} as const;

/** An option whose value is a text as it is written, or what a parser makes of it. */
export function option<const Name extends string, Value = string>(
  spec: Spec<Name> & { readonly parse?: (text: string, earlier: Value | undefined) => Value },
): Option<Name, Value> {
  const asWritten = (text: string): Value => text as Value; // Value is string where there is no parser
  const { parse = asWritten } = spec;
  return { ...DEFAULTS, placeholder: spec.kind ?? "text", ...spec, parse };
}

/** An option whose value is one of a few words. */
export function choiceOption<const Name extends string, const Choice extends string>(
  spec: Spec<Name> & { readonly choices: readonly Choice[] },
): Option<Name, Choice> {
  const { choices } = spec;
  const parse = (text: string): Choice => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
  };
  return { ...DEFAULTS, placeholder: "what", ...spec, kind: "choice", parse };
}

/** An option without a value: given or not. */
export function flagOption<const Name extends string>(spec: Spec<Name>): Option<Name, boolean> {
  return { ...DEFAULTS, ...spec, kind: "flag", placeholder: "", parse: (text) => text !== "false" };
}
