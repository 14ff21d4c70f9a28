/*
 * The room cli: what all commands share between the command line and their work. A command is defined here as data;
 * around it stand the context of the process, reading and scoring as asked for, notes, progress, and the output.
 */

import type { Command } from "commander";
import { checkOptions, type Rule } from "../options/check-options.ts";
import { addElsewhere, addOptions, type Elsewhere } from "../options/commander-options.ts";
import type { AnyOption, OptionValues, ValuesOf } from "../options/option.ts";
import type { ReadingOptions } from "../options/reading-options.ts";
import type { CliContext } from "./context.ts";
import type { EngineResultOptions } from "./engine-result.ts";
import { namesEngine, refuseEngineOptions } from "./named-engine.ts";
import { refuseOneFileForTwo } from "./refuse-overwriting.ts";
import { requireOrders } from "./require-orders.ts";
import { type Prepare, printResult, type Request } from "./result.ts";

export const EXPORTS_ARGUMENT = [
  "<exports...>",
  "order exports: files, folders, globs; - reads standard input",
] as const;

/** A command as it was called. */
export interface Call<Options> extends Request<Options> {
  readonly program: Command;
}

/** A command: what it is called with, which options it consumes, and what it does. */
export interface CommandDefinition<Consumed extends readonly AnyOption[] = readonly AnyOption[]> {
  readonly name: string;
  readonly description: string;
  /** How its arguments are written, what they are, and the words that they can be where those are known; `null` for none. */
  readonly argument: readonly [usage: string, about: string, choices?: readonly string[]] | null;
  readonly consumes: Consumed;
  /** What help says after the options: examples. */
  readonly help: string;
  /** Relations between its options that do not hold everywhere. */
  readonly rules?: readonly Rule[];
  /** Options that people look for here, and what does their work. */
  readonly elsewhere?: readonly Elsewhere[];
  /** Commands below this one. */
  readonly below?: readonly (CommandDefinition & { readonly summary: string })[];
  run(call: Call<ValuesOf<Consumed>>): Promise<void>;
}

/** A command that makes one result of the exports, which a run can make, too. */
export interface ResultCommand<Consumed extends readonly AnyOption[] = readonly AnyOption[]>
  extends CommandDefinition<Consumed> {
  prepare(request: Request<ValuesOf<Consumed>>): ReturnType<Prepare<unknown>>;
}

/** A command with the type of its options, which are those that it consumes. */
export function command<const Consumed extends readonly AnyOption[]>(
  definition: CommandDefinition<Consumed>,
): CommandDefinition<Consumed> {
  return definition;
}

/** A command that reads exports, prepares one result and prints it. */
export function resultCommand<const Consumed extends readonly AnyOption[]>(
  definition: Omit<ResultCommand<Consumed>, "run" | "argument"> & {
    /** Whether it works with tables of customers, without single orders. Default: not. */
    readonly takesCustomers?: boolean;
  },
): ResultCommand<Consumed> {
  const { takesCustomers = false, ...rest } = definition;
  const prepare = takesCustomers ? rest.prepare : withOrders(rest.prepare, rest.name);
  return {
    ...rest,
    prepare,
    argument: EXPORTS_ARGUMENT,
    run: async (call) => {
      const request = call as Request<ValuesOf<Consumed> & ReadingOptions & EngineResultOptions>;
      if (namesEngine(call.exports)) {
        const { printEngineResult } = await import("./engine-result.ts"); // all that asks databases is large, and seldom needed
        return printEngineResult(request, { ...rest, prepare });
      }
      refuseEngineOptions(request.options);
      return printResult(request, prepare);
    },
  };
}

/** The same preparation, which refuses tables of customers once they are read. */
export function withOrders<Options>(prepare: Prepare<Options>, name: string): Prepare<Options> {
  return async (request) => {
    const preparation = await prepare(request);
    const make: typeof preparation.make = (history) => {
      requireOrders(history, `rfm ${name}`);
      return preparation.make(history);
    };
    return { ...preparation, make };
  };
}

/** Gives a program a command: its options, its help, and a check of all options together before it runs. */
export function registerCommand(
  parent: Command,
  definition: CommandDefinition & { readonly summary: string },
  { program, context }: { readonly program: Command; readonly context: CliContext },
): void {
  const { name, summary, description, argument, consumes, help, rules, elsewhere = [], below = [] } = definition;
  const registered = parent.command(name).summary(summary).description(description).addHelpText("after", help);
  if (argument !== null) addArgument(registered, argument);
  const written = addOptions(registered, consumes);
  addElsewhere(registered, elsewhere);
  registered.action(async (first: unknown) => {
    const operands = argument === null ? undefined : (first as string[] | string | undefined);
    const options: OptionValues = registered.optsWithGlobals();
    checkOptions(options, { consumes, rules });
    const exports = [operands ?? []].flat();
    await refuseOneFileForTwo(options, { consumes, operands: exports, cwd: context.cwd });
    return definition.run({ exports, options, written, context, program });
  });
  for (const one of below) registerCommand(registered, one, { program, context });
}

function addArgument(command: Command, [usage, about, choices]: NonNullable<CommandDefinition["argument"]>): void {
  const declared = command.createArgument(usage, about);
  command.addArgument(choices === undefined ? declared : declared.choices(choices));
}
