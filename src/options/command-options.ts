import { outFolderOption } from "./list-options.ts";
import { choiceOption, flagOption, option } from "./option.ts";
import { outputOption, quietOption } from "./output-options.ts";
import { parseDayOption } from "./reading-values.ts";
import { parseFromOption } from "./scoring-values.ts";

/** Who moved, as a file of its own. */
export const movesOption = option({
  name: "moves",
  section: "comparing",
  kind: "file",
  summary: "write each customer who moved to a CSV file",
  isLineOnly: true,
});

/** How a run tells what it does. */
export const LOG_FORMS = ["text", "json"] as const;

export const comparingOptions = [
  option({
    name: "from",
    section: "comparing",
    kind: "day",
    summary: "the earlier day, yyyy-mm-dd, or a span back from the later: -1m, -4w",
    parse: parseFromOption,
  }),
  option({
    name: "to",
    section: "comparing",
    kind: "day",
    summary: "the later day",
    whenAbsent: "the newest day in the data",
    parse: parseDayOption,
  }),
  flagOption({
    name: "freeze",
    section: "comparing",
    summary: "score both days with the cut points of one of them (default)",
    negation: "give each day cut points of its own",
  }),
  choiceOption({
    name: "cut-points-of",
    section: "comparing",
    placeholder: "day",
    choices: ["from", "to"],
    summary: "whose cut points those are",
    whenAbsent: "to, as in the report",
    excludes: { names: ["model"], why: "the model has the cut points of both days" },
  }),
  movesOption,
] as const;

export const idOption = option({
  name: "id",
  placeholder: "id",
  section: "own",
  summary: "the customer's id or e-mail address, as it is in the exports",
  isLineOnly: true,
});

/** What only `rfm run` has. */
export const runningOptions = [
  flagOption({
    name: "dry-run",
    section: "running",
    summary: "show what would be written and how it differs from the newest set; write nothing",
  }),
  flagOption({
    name: "check",
    section: "running",
    summary:
      "check the config, the files it names, the exports' columns and the output folder; read no orders, write nothing",
    excludes: { names: ["dry-run", "ignore-guards"], why: "a check comes to no set and to no guard" },
  }),
  {
    ...outFolderOption,
    section: "running",
    summary: "the output folder",
    whenAbsent: "output.folder of the config, else rfm-out",
  },
  flagOption({
    name: "ignore-guards",
    section: "running",
    summary: "publish the set even if a guard fails; the failure is still logged",
  }),
  choiceOption({
    name: "log",
    section: "running",
    placeholder: "form",
    choices: LOG_FORMS,
    summary: "log format: text, or one JSON line per event",
    whenAbsent: "text",
  }),
  { ...quietOption, section: "running", summary: "log only warnings, failed guards and errors" },
] as const;

/** The name of a config that is not named. */
export const CONFIG_NAME = "rfm.config.yaml";

/** What `rfm init` has instead of the output options. */
export const initOptions = [
  {
    ...outputOption,
    section: "own",
    summary: "the config to write; it must not exist yet",
    whenAbsent: CONFIG_NAME,
  },
  { ...quietOption, section: "own", summary: "no notes on standard error" },
] as const;
