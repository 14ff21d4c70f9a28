import { InputError } from "../errors.ts";
import type { InputFile } from "../files/find-inputs.ts";
import { oneByOne } from "./all-problems.ts";
import { optionColumn } from "./detect/header/named-columns.ts";
import { layoutsOrTables, refuseUnknownConditions } from "./layouts-or-tables.ts";
import { contactPlan, keptColumns } from "./named-in-files.ts";
import type { PlanOptions } from "./plan-options.ts";

/**
 * What is wrong with exports and options as far as their headers and beginnings show it: a file that cannot be understood, a
 * column that was named and is in no file. Each wrong column is one error. Nothing is read to its end for it, so how dates
 * and amounts are written stays open.
 */
export async function columnProblems(
  inputs: readonly InputFile[],
  options: PlanOptions,
): Promise<readonly InputError[]> {
  const found: InputError[] = [];
  const laidOut = await attempt(found, () => layoutsOrTables(inputs, { ...options, encodingBy: "beginning" }));
  if (laidOut === null) return found;
  const { inputs: files, layouts, joined } = laidOut;
  for (const name of options.keep ?? []) {
    await attempt(found, () => keptColumns(files, { layouts, joined }, { ...options, keep: [name] }));
  }
  for (const contacts of oneByOne(options.contacts)) {
    await attempt(found, () => contactPlan(files, { layouts, joined }, contacts));
  }
  for (const condition of options.where ?? []) {
    const where = [condition];
    if (joined !== null) await attempt(found, () => refuseUnknownConditions(files, { layouts, joined }, { where }));
    else {
      for (const [at, layout] of layouts.entries()) {
        const input = files[at];
        const file = { fileName: input?.source.name ?? "", header: layout.header };
        await attempt(found, () => optionColumn(file, condition.column, "--where"));
      }
    }
  }
  for (const condition of options.excludeLines ?? []) {
    const excludeLines = [condition];
    if (joined !== null)
      await attempt(found, () => refuseUnknownConditions(files, { layouts, joined }, { excludeLines }));
    else {
      for (const [at, { header }] of layouts.entries()) {
        const file = { fileName: files[at]?.source.name ?? "", header };
        await attempt(found, () => optionColumn(file, condition.column, "--exclude-lines"));
      }
    }
  }
  return found;
}

async function attempt<T>(found: InputError[], work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    found.push(error);
    return null;
  }
}
