import { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { resultFormat } from "../cli/output.ts";
import type { Prepare } from "../cli/result.ts";
import { modelText, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultLook } from "../cli/terminal.ts";
import { segmentCustomers } from "../core/segments/segment-customers.ts";
import { UsageError } from "../errors.ts";
import { recordsIn, renderTable } from "../render/formats.ts";
import { rejectTable } from "../render/tables/reject-table.ts";
import {
  ALL_SECTIONS,
  fileKind,
  type KindRequest,
  type OutputKind,
  ownKeys,
  type PreparedOutput,
} from "../run/output-kind.ts";
import { prepareCohorts, registerCohorts } from "./cohorts.ts";
import { type CompareOptions, prepareComparison, prepareMoves, registerCompare } from "./compare.ts";
import { prepareInspection, registerInspect } from "./inspect.ts";
import { prepareLists } from "./lists/prepare-lists.ts";
import { registerLists } from "./lists.ts";
import { prepareOrders, registerOrders } from "./orders.ts";
import { prepareRepeat, registerRepeat } from "./repeat.ts";
import { prepareReport, registerReport } from "./report.ts";
import { prepareRetention, registerRetention } from "./retention.ts";
import { prepareScore, registerScore } from "./score.ts";
import { prepareSegments, registerSegments } from "./segments.ts";

/** Every output that `rfm run` can make, by the name that a config gives it. */
export function outputKinds(context: CliContext): Readonly<Record<string, OutputKind>> {
  const commandOf = (register: (program: Command, context: CliContext) => void): Command => {
    const program = new Command();
    register(program, context);
    return program.commands[0] ?? program;
  };
  return {
    report: fileKind({ command: commandOf(registerReport), prepare: prepareReport }),
    score: fileKind({ command: commandOf(registerScore), prepare: prepareScore }),
    segments: fileKind({ command: commandOf(registerSegments), prepare: prepareSegments }),
    orders: fileKind({ command: commandOf(registerOrders), prepare: prepareOrders }),
    compare: fileKind({ command: commandOf(registerCompare), prepare: untilAsOf(prepareComparison) }),
    moves: fileKind({ command: commandOf(registerCompare), prepare: untilAsOf(prepareMoves) }),
    // how customers are scored is nothing to the table of periods, unless it is by segment
    retention: fileKind({ command: commandOf(registerRetention), prepare: prepareRetention }, (own) =>
      own["perSegment"] === true ? ["reading", "scoring", "retention", "look"] : ["reading", "retention", "look"],
    ),
    cohorts: fileKind({ command: commandOf(registerCohorts), prepare: prepareCohorts }),
    repeat: fileKind({ command: commandOf(registerRepeat), prepare: prepareRepeat }),
    inspect: fileKind({ command: commandOf(registerInspect), prepare: prepareInspection }),
    lists: listKind(commandOf(registerLists)),
    rejects: ownKind(prepareRejects),
    model: ownKind(prepareModel),
  };
}

/** The lists of segments, which name their files themselves. */
function listKind(command: Command): OutputKind {
  return {
    keys: ownKeys(command).filter(({ key }) => key !== "format"), // that of the table that the command prints
    defaults: command.opts(),
    target: "folder",
    sections: () => ALL_SECTIONS,
    prepare: async ({ place, options, context }) => {
      const { contacts, make } = await prepareLists({ options, context });
      return {
        place,
        keep: [],
        contacts,
        make: async (history) => {
          const { files, notes } = make(history);
          const named = files.map(({ path, people, chunks }) => ({
            name: `${place}/${path}`,
            rows: people,
            chunks: chunks(),
          }));
          return { files: named, notes };
        },
      };
    },
  };
}

/** A comparison whose later day is the run's as-of date, where it has none of its own. */
function untilAsOf(prepare: Prepare<CompareOptions>): Prepare<CompareOptions & KindRequest["options"]> {
  return (request) => {
    const { to = request.options.asOf, ...options } = request.options;
    return prepare({ ...request, options: to === undefined ? options : { ...options, to } });
  };
}

/** An output that no command has as its result: a file that options of commands write. */
function ownKind(prepare: (request: KindRequest) => Promise<PreparedOutput>): OutputKind {
  return {
    keys: [],
    defaults: {},
    target: "file",
    sections: () => ["reading", "scoring", "look"],
    prepare,
  };
}

/** The rows that could not be read, as `--rejects` writes them. */
async function prepareRejects({ place, options, context }: KindRequest): Promise<PreparedOutput> {
  const format = resultFormat({ ...options, output: place }, "csv");
  const { shown } = await languagesFor(options, format);
  const look = resultLook(context, { ...options, output: place }, shown);
  return {
    place,
    keep: [],
    make: async ({ rejects }) => {
      const table = rejectTable(rejects);
      return {
        files: [{ name: place, chunks: renderTable(table, format, look), rows: recordsIn(table, format) ?? null }],
        notes: [],
      };
    },
  };
}

/** The cut points, as `--save-model` writes them. */
async function prepareModel({ place, options, context }: KindRequest): Promise<PreparedOutput> {
  if (options.model !== undefined) {
    throw new UsageError(`model: ${options.model} is used, so there is no other model to write`);
  }
  const scoring = await prepareScoring(options, context, await languagesFor(options, "json"));
  return {
    place,
    keep: [],
    make: async (history) => {
      const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
      return { files: [{ name: place, chunks: [modelText(history, segmented, scoring)], rows: null }], notes: [] };
    },
  };
}
