import { nearestNames } from "../basics/text/nearest-names.ts";
import { InputError } from "../errors.ts";
import type { InputFile } from "../files/find-inputs.ts";
import { NO_COLUMN, NO_ROLES } from "./detect/columns/columns.ts";
import type { ContactOptions } from "./detect/contacts/contact-columns.ts";
import { isOfCustomers } from "./detect/customers/customer-table.ts";
import { type ColumnProfile, profileColumns } from "./detect/formats/column-profile.ts";
import { hasKey, namedColumn, optionColumn, optionKey } from "./detect/header/named-columns.ts";
import { detectLayout, type Layout, type LayoutOptions } from "./detect/layout.ts";
import { NO_STATUS } from "./detect/statuses/status-column.ts";
import { earlyAmountQuestion, MOST_ROWS } from "./early-amounts.ts";
import { earlyQuestions } from "./early-questions.ts";
import { originsOf, resolveAll } from "./formats-of-files.ts";
import { contactPlan, keptColumns } from "./named-in-files.ts";
import type { PlanOptions } from "./plan-options.ts";
import { OpenQuestions } from "./told-together.ts";

/** A file as far as it is clear what its columns are. */
interface ClearFile {
  readonly input: InputFile;
  readonly layout: Layout;
  /** Whether all of its columns are clear, those that are, or none but their names. */
  readonly clear: "all" | "some" | "names";
}

/**
 * What stopped a plan together with whatever else would stop it in the next try: options that name columns which no file has,
 * dates and numbers that can be read in two ways, options that do not fit, and what the first rows show of statuses, of
 * currencies and of amounts that may be the order's or the line's. A file that cannot be read at all hides what is in it.
 */
export async function withAllProblems(
  error: InputError,
  inputs: readonly InputFile[],
  options: PlanOptions,
): Promise<InputError> {
  const open = new OpenQuestions(inputs.map(({ source }) => source.name));
  open.ask("", error);
  const files = await clearFiles(inputs, options);
  if (files.length > 0) {
    askNames(files, options, open);
    await askFormatsAndWords(files, options, open);
    if (files.length === inputs.length && files.every(isUnderstood)) {
      const planned = files.map(({ input, layout }) => ({ source: input.source, layout, joined: null }));
      open.attempt("", () => options.refuseIdle?.(planned));
    }
  }
  return open.asOne() ?? error;
}

async function clearFiles(inputs: readonly InputFile[], options: PlanOptions): Promise<readonly ClearFile[]> {
  const files: ClearFile[] = [];
  for (const input of inputs) {
    const file = await clearFile(input, options);
    if (file !== null) files.push(file);
  }
  return files;
}

async function clearFile(input: InputFile, options: PlanOptions): Promise<ClearFile | null> {
  const layoutBy = async (tried: LayoutOptions): Promise<Layout | null> => {
    try {
      return await detectLayout(input.source, tried);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return null;
    }
  };
  const whole = await layoutBy(options);
  if (whole !== null) return { input, layout: whole, clear: "all" };
  const bare = await layoutBy({ ...options, rolesOf: () => NO_ROLES });
  if (bare === null) return null;
  const missing = roleOptions(options).filter(({ name }) => namedColumn(bare.header, name) === null);
  const without = Object.fromEntries(missing.map(({ key }) => [key, undefined]));
  const mended = await layoutBy({ ...options, ...without });
  if (mended !== null) return { input, layout: mended, clear: "all" };
  const some = await layoutBy({ ...options, ...without, asFarAsClear: true });
  return some === null ? { input, layout: bare, clear: "names" } : { input, layout: some, clear: "some" };
}

/** Of several files one whose columns are not all clear may be a table beside the orders. */
function isUnderstood({ clear }: ClearFile, _at: number, files: readonly ClearFile[]): boolean {
  return clear === "all" || (clear === "some" && files.length === 1);
}

const ROLE_FLAGS = {
  customer: "--customer",
  order: "--order",
  date: "--date",
  amount: "--amount",
  quantity: "--quantity",
  price: "--price",
  status: "--status",
  currencyColumn: "--currency-column",
  refunded: "--refunded",
  margin: "--margin",
  cost: "--cost",
  orderCount: "--order-count",
} as const;

/** The options that name the column of a role. */
function roleOptions(
  options: PlanOptions,
): readonly { readonly key: keyof typeof ROLE_FLAGS; readonly name: string; readonly flag: string }[] {
  return (Object.keys(ROLE_FLAGS) as (keyof typeof ROLE_FLAGS)[]).flatMap((key) => {
    const name = options[key];
    const isNone = name?.trim() === NO_STATUS;
    return name === undefined || isNone ? [] : [{ key, name, flag: ROLE_FLAGS[key] }];
  });
}

/** Asks about every column that an option names and no file has. */
function askNames(files: readonly ClearFile[], options: PlanOptions, open: OpenQuestions): void {
  const inputs = files.map(({ input }) => input);
  const layouts = files.map(({ layout }) => layout);
  const ask = (name: string, flag: string): void => {
    if (open.hasAsked(`no column "${name}" for ${flag}`)) return;
    const isKey = flag === ROLE_FLAGS.customer;
    if (layouts.some(({ header }) => (isKey ? hasKey(header, name) : namedColumn(header, name) !== null))) return;
    const file = { fileName: inputs[0]?.source.name ?? "", header: layouts[0]?.header ?? [] };
    open.attempt(file.fileName, () => (isKey ? optionKey(file, name, flag) : optionColumn(file, name, flag)));
  };
  for (const { name, flag } of roleOptions(options)) ask(name, flag);
  for (const name of options.keep ?? []) {
    open.attempt("", () => keptColumns(inputs, { layouts, joined: null }, { ...options, keep: [name] }));
  }
  for (const { column } of options.where ?? []) ask(column, "--where");
  for (const { column } of options.excludeLines ?? []) ask(column, "--exclude-lines");
  for (const contacts of oneByOne(options.contacts)) {
    open.attempt("", () => contactPlan(inputs, { layouts, joined: null }, contacts));
  }
}

/** Options of contacts that name one column each, so that each says for itself that it is in no file. */
export function oneByOne(contacts: ContactOptions | undefined): readonly ContactOptions[] {
  const { conditions = [], ...columns } = contacts ?? {};
  return [
    ...conditions.map((condition) => ({ conditions: [condition] })),
    ...Object.entries(columns).map(([field, names]) => ({ [field]: names })),
  ];
}

/** Asks how dates and numbers are written, and what the first rows show of statuses and currencies. */
async function askFormatsAndWords(
  files: readonly ClearFile[],
  options: PlanOptions,
  open: OpenQuestions,
): Promise<void> {
  const asked = files.filter(isUnderstood);
  const layouts = asked.map(({ layout }) => layout);
  const inputs = asked.map(({ input }) => input);
  await open.attemptReading("", () => resolveAll(inputs, { layouts, origins: originsOf(layouts), options }));
  for (const { input, layout } of asked) {
    if (isOfCustomers(layout.columns)) continue;
    const { name } = input.source;
    const profile = await open.attemptReading(name, () => profileColumns(input.source, layout, WORDS_ONLY));
    for (const { text, hint } of profile === undefined ? [] : earlyQuestions(firstRows(layout, profile), options)) {
      open.ask(name, new InputError(`${name}: ${text}`, { hint }));
    }
    if (options.amountPer !== undefined) continue;
    const also = { amounts: nearTo(layout, options.amount), orders: nearTo(layout, options.order) };
    const asked = await open.attemptReading(name, () => earlyAmountQuestion(input.source, layout, also));
    if (asked != null) open.ask(name, asked);
  }
}

const WORDS_ONLY = { dates: false, numbers: false, wordsIn: MOST_ROWS } as const;

/** The columns that a name may mean which no column has. */
function nearTo({ header }: Layout, name: string | undefined): readonly number[] {
  if (name === undefined || namedColumn(header, name) !== null) return [];
  return nearestNames(name, header).flatMap((near) => namedColumn(header, near) ?? []);
}

function firstRows(
  { preset, columns }: Layout,
  { statuses, currencies }: ColumnProfile,
): Parameters<typeof earlyQuestions>[0] {
  const hasNoMoney = columns.amount.kind === "uncounted";
  return { preset, statuses: columns.status === NO_COLUMN ? [] : statuses, currencies: hasNoMoney ? [] : currencies };
}
