import { resolve } from "node:path";
import { type ResultCommand, resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { openOutput, refuseFolder } from "../cli/output.ts";
import { inCurrency, presentationOf } from "../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../cli/read-exports.ts";
import { type Preparation, printResult, type Request } from "../cli/result.ts";
import type { DataTable } from "../csv/writer/data-table.ts";
import { UsageError } from "../errors.ts";
import { readPeopleList } from "../exports/companions/people-list.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import type { Chunks } from "../files/chunks.ts";
import { type CheckedLevel, checkLevels } from "../lists/level-check.ts";
import { DEFAULT_SALT } from "../lists/salted-id.ts";
import { PLAN_EXAMPLES, planExample } from "../options/companions/loyalty/examples.ts";
import { loadPlan } from "../options/companions/loyalty/load-plan.ts";
import { loyaltyOptions } from "../options/loyalty-options.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOptions } from "../options/output-options.ts";
import { plainReadingOptions } from "../options/reading-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { note } from "../render/notes/note.ts";
import { type LoyaltyResult, loyaltyBlocks } from "../render/report/blocks/loyalty-blocks.ts";
import { loyaltyJson } from "../render/report/json/loyalty-json.ts";
import { type Drawing, renderBlocks } from "../render/report/render-blocks.ts";
import { type Format, isDataFormat, recordsIn, renderTable } from "../render/tables/formats.ts";
import { jsonText, tableTree } from "../render/tables/json-tree.ts";
import { levelCheckTable, verdictTable } from "../render/tables/level-check-table.ts";
import { memberTable } from "../render/tables/loyalty-tables.ts";
import { planAmong } from "./loyalty/plan-argument.ts";
import { type NamedPlan, replayPlan } from "./loyalty/replayed-plan.ts";

const EXAMPLES = `
Examples:
  rfm loyalty --example points-and-levels > plan.yaml
  rfm loyalty exports/ plan.yaml --redemption 80%
  rfm loyalty exports/ plan.yaml -o members.csv            one row per customer
  rfm loyalty exports/ plan.yaml --check members.csv       who should be on another level`;

const consumes = [...plainReadingOptions, ...loyaltyOptions, asOfOption, ...outputOptions] as const;
type LoyaltyCommandOptions = ValuesOf<typeof consumes>;

export const loyalty: ResultCommand<typeof consumes> = {
  ...resultCommand({
    name: "loyalty",
    description:
      "Replays a loyalty plan (points, stamps, levels) over past orders: what it would have cost, the uplift it needs, and who would be on which level. CSV has one row per customer.",
    consumes,
    help: EXAMPLES,
    prepare: prepareLoyalty,
  }),
  argument: [
    "[exports...]",
    "order exports: files, folders, globs; - reads standard input; and the plan, a .yaml file",
  ],
  run: async (call) => {
    if (call.options.example !== undefined) return printExample(call.options.example, call);
    const { plan, exports } = planAmong(call.exports, call.options.plan);
    return printResult({ ...call, exports, options: { ...call.options, plan } }, prepareLoyalty);
  },
};

/** A plan to start from, or the names of all. */
async function printExample(name: string, { options, context }: Request<LoyaltyCommandOptions>): Promise<void> {
  await refuseFolder(options.output, context);
  const text = name === "" ? await exampleList(options) : planExample(name).text;
  const output = await openOutput(options.output, context);
  await output.write([text]);
}

async function exampleList(options: LoyaltyCommandOptions): Promise<string> {
  const { resultLanguage } = await languagesFor(options, "table");
  const titles = PLAN_EXAMPLES.map(({ name, text }) => `  ${name.padEnd(20)}${/^name: (.*)$/m.exec(text)?.[1] ?? ""}`);
  return `${[resultLanguage.words.loyalty.examples, ...titles].join("\n")}\n`;
}

/** A plan over past orders. */
export async function prepareLoyalty(request: Request<LoyaltyCommandOptions>): Promise<Preparation> {
  const { options, context } = request;
  if (isWithoutMoney(options)) {
    throw new UsageError(
      "a loyalty plan rewards what customers spend, which is not known with --amount none",
      "name the column of the amount with --amount",
    );
  }
  const { plan: name } = planAmong(["exports"], options.plan);
  const presentation = await presentationOf(request);
  const { format, messageLanguage } = presentation;
  const named: NamedPlan = { plan: await loadPlan(name, context.cwd), name };
  const list =
    options.check === undefined ? null : await readPeopleList(resolve(context.cwd, options.check), options.check);
  return {
    contacts: list === null ? undefined : {},
    personal: isAboutMembers(options, format),
    make: (history) => {
      const asOf = asOfDay(history, options);
      const result = replayPlan(history, named, { asOf, redemption: options.redemption ?? null });
      const notes = inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage);
      if (list !== null && options.check !== undefined) {
        const checked = checkLevels(result.replay, history.orders, {
          people: list,
          name: options.check,
          salt: DEFAULT_SALT,
        });
        const shown = showCheck(checked, { list: options.check, asOf }, presentation);
        const who = isDataFormat(format) ? [] : [note(messageLanguage.words.loyalty.checked.preview("levels.csv"))];
        return { ...shown, notes: [...notes, ...who] };
      }
      return {
        ...showPlan(result, memberTable(result.replay, result.idOf), {
          ...inCurrency(presentation, history.understanding.currency),
          options,
        }),
        notes,
      };
    },
  };
}

interface Shown {
  readonly chunks: Chunks;
  readonly rows?: number | undefined;
}

/** Whether the result has a row for each customer. */
function isAboutMembers({ customers, check }: LoyaltyCommandOptions, format: Format): boolean {
  return customers === true || check !== undefined || isDataFormat(format);
}

/** The programme for people and as JSON; its members in formats of rows. */
function showPlan(
  result: LoyaltyResult,
  members: DataTable,
  { format, look, options }: Drawing & { readonly options: LoyaltyCommandOptions },
): Shown {
  if (options.customers === true || (isDataFormat(format) && format !== "json")) {
    return { chunks: renderTable(members, format, look), rows: recordsIn(members, format) };
  }
  if (format === "json") {
    return {
      chunks: [`${jsonText({ ...loyaltyJson(result), customers: tableTree(members) })}\n`],
      rows: members.length,
    };
  }
  const { plan, firstDay, asOf } = result.replay;
  const title = look.language.words.loyalty.title(plan.name, firstDay, asOf);
  return {
    chunks: renderBlocks(title, loyaltyBlocks(result, format === "md" ? "full" : "short", look.language), {
      format,
      look,
    }),
  };
}

function showCheck(
  checked: readonly CheckedLevel[],
  { list, asOf }: { readonly list: string; readonly asOf: number },
  { format, look }: Drawing,
): Shown {
  const table = levelCheckTable(checked);
  if (isDataFormat(format)) return { chunks: renderTable(table, format, look), rows: table.length };
  const title = look.language.words.loyalty.checked.title(list, asOf);
  return {
    chunks: renderBlocks(title, [{ kind: "table", table: verdictTable(checked, look.language) }], { format, look }),
  };
}
