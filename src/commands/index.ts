/*
 * The room commands: one file per command, a short run function from options to a result.
 * This list is what `rfm --help` shows; each command is loaded when it is called.
 */
import type { CommandDefinition } from "../cli/command.ts";

/** A command by name; `load` brings its options and its work when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandDefinition>;
}

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "report",
    summary: "one report for people: segments, retention, what to do",
    load: async () => (await import("./report.ts")).report,
  },
  {
    name: "inspect",
    summary: "how the exports were read, and why",
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "orders",
    summary: "every order as it was read, with the reason if it does not count",
    load: async () => (await import("./orders.ts")).orders,
  },
  {
    name: "score",
    summary: "each customer's recency, frequency, monetary value, scores and segment",
    load: async () => (await import("./score.ts")).score,
  },
  {
    name: "segments",
    summary: "each segment's customers, orders, revenue, and what to do",
    load: async () => (await import("./segments.ts")).segments,
  },
  {
    name: "compare",
    summary: "who moved between segments from one day to another, and how much money with them",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "explain",
    summary: "why one customer is in their segment, and what would move them",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "lists",
    summary: "one list per segment, in a marketing tool's import format",
    load: async () => (await import("./lists.ts")).lists,
  },
  {
    name: "schemes",
    summary: "the segment schemes, and a check of your own",
    load: async () => (await import("./schemes.ts")).schemes,
  },
  {
    name: "retention",
    summary: "how many of each period's customers bought again in the next",
    load: async () => (await import("./retention.ts")).retention,
  },
  {
    name: "cohorts",
    summary: "how each period's new customers buy afterwards",
    load: async () => (await import("./cohorts.ts")).cohorts,
  },
  {
    name: "repeat",
    summary: "how many order again, how soon, and what it is worth",
    load: async () => (await import("./repeat.ts")).repeat,
  },
  {
    name: "profile",
    summary: "what the best customers began with, and what is bought together",
    load: async () => (await import("./profile.ts")).profile,
  },
  {
    name: "backtest",
    summary: "how well the scores predicted who came back",
    load: async () => (await import("./backtest.ts")).backtest,
  },
  {
    name: "forecast",
    summary: "who will order, how often and for how much, tested on earlier days",
    load: async () => (await import("./forecast.ts")).forecast,
  },
  {
    name: "loyalty",
    summary: "what a loyalty plan would have cost, what it needs, and who is on which level",
    load: async () => (await import("./loyalty.ts")).loyalty,
  },
  {
    name: "effect",
    summary: "whether a campaign worked, against a control group",
    load: async () => (await import("./effect.ts")).effect,
  },
  {
    name: "sql",
    summary: "the scores as SQL, for a warehouse that holds the orders",
    load: async () => (await import("./sql.ts")).sql,
  },
  {
    name: "init",
    summary: "a config file made from the exports",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "run",
    summary: "every output of a config file, in one reading",
    load: async () => (await import("./run.ts")).run,
  },
  {
    name: "completion",
    summary: "completion of commands and options for bash, zsh or fish",
    load: async () => (await import("./completion.ts")).completion,
  },
];
