import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import { segmentCustomers, segmentTable } from "../analysis/segments/segment-customers.ts";
import { withOrders } from "../cli/command.ts";
import { engineRule } from "../cli/engine-rule.ts";
import { languagesFor } from "../cli/language.ts";
import { namesEngine } from "../cli/named-engine.ts";
import { presentationOf } from "../cli/presentation.ts";
import type { Prepare } from "../cli/result.ts";
import {
  givenSegmentOptions,
  givenSource,
  modelText,
  prepareScoring,
  type ScoredSource,
  segmentOptions,
} from "../cli/scoring.ts";
import { UsageError } from "../errors.ts";
import { outputKeys } from "../options/index.ts";
import { formatName, lookOptions } from "../options/output-options.ts";
import { runReadingOptions } from "../options/reading-options.ts";
import { runScoringOptions } from "../options/scoring-options.ts";
import { engineSourceOptions } from "../options/warehouse-options.ts";
import { recordsIn, renderTable } from "../render/tables/formats.ts";
import { rejectTable } from "../render/tables/reject-table.ts";
import { refuseIntoIn } from "../warehouse/write/score-into.ts";
import { backtest } from "./backtest.ts";
import { cohorts } from "./cohorts.ts";
import type { CompareOptions } from "./compare/compared.ts";
import { compare, prepareComparison, prepareMoves } from "./compare.ts";
import { effect } from "./effect.ts";
import { forecast } from "./forecast.ts";
import { inspect } from "./inspect.ts";
import { type MadeLists, prepareLists } from "./lists/prepare-lists.ts";
import { lists } from "./lists.ts";
import { loyalty } from "./loyalty.ts";
import { orders } from "./orders.ts";
import { profile } from "./profile.ts";
import { repeat } from "./repeat.ts";
import { prepareReport, report } from "./report.ts";
import { retention } from "./retention.ts";
import {
  fileKind,
  type KindRequest,
  type MadeOutput,
  type OutputKind,
  type PreparedOutput,
  readerFor,
} from "./run/output-kind.ts";
import { score } from "./score.ts";
import { segments } from "./segments.ts";

/** Every output that `rfm run` can make, by the name that a config gives it. */
export const OUTPUT_KINDS: Readonly<Record<string, OutputKind>> = {
  report: fileKind({ ...report, prepare: prepareReport }),
  score: fileKind(score),
  segments: fileKind(segments),
  orders: fileKind(orders),
  compare: fileKind({ ...compare, prepare: untilAsOf(withOrders(prepareComparison, "compare")) }),
  moves: fileKind({ ...compare, prepare: untilAsOf(withOrders(prepareMoves, "compare")) }),
  retention: fileKind(retention),
  cohorts: fileKind(cohorts),
  repeat: fileKind(repeat),
  backtest: fileKind(backtest),
  forecast: fileKind(forecast),
  effect: fileKind(effect),
  profile: fileKind(profile),
  loyalty: fileKind(loyalty),
  inspect: fileKind(inspect),
  lists: listKind(),
  rejects: ownKind(prepareRejects),
  model: ownKind(prepareModel),
  into: tableKind(),
};

/** The lists of segments, which name their files themselves. */
function listKind(): OutputKind {
  const consumes = lists.consumes.filter(({ name }) => name !== formatName); // that of the table that the command prints
  return {
    keys: outputKeys(consumes),
    consumes,
    target: "folder",
    prepare: async ({ place, options, context }) => {
      const { contacts, make, fromEngine, needsOrders } = await prepareLists({ options, context });
      const madeOf = ({ files, controlGroups, notes, consent }: MadeLists): MadeOutput => {
        const lists = files.map(({ people, ...list }) => ({ ...list, rows: people }));
        const named = [...lists, ...controlGroups].map(({ path, rows, chunks }) => ({
          name: `${place}/${path}`,
          rows,
          chunks: chunks(),
        }));
        const people = files.map((list) => ({ file: `${place}/${list.path}`, people: list.people }));
        return { files: named, notes, lists: { place, lists: people, consent } };
      };
      return {
        place,
        keep: [],
        contacts,
        make: async (history) => madeOf(make(history)),
        needsOrders,
        fromTable:
          needsOrders === undefined
            ? async (table) => {
                const { made, notes } = await fromEngine(await readerFor(table, options));
                return madeOf({ ...made, notes: [...notes, ...made.notes] });
              }
            : undefined,
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
    consumes: [...runReadingOptions, ...runScoringOptions, ...lookOptions],
    target: "file",
    prepare,
  };
}

/** The rows that could not be read, as `--rejects` writes them. */
async function prepareRejects({ place, options, context }: KindRequest): Promise<PreparedOutput> {
  const { format, look } = await presentationOf({ options: { ...options, output: place }, context }, "csv");
  return {
    place,
    keep: [],
    make: async ({ rejects, understanding }) => {
      const table = rejectTable(rejects, understanding.files);
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
    make: async (history) => modelOf(history, segmentCustomers(history.orders, segmentOptions(history, scoring))),
    fromTable: async (table) => {
      const given = await (await readerFor(table, options)).customers();
      return modelOf(givenSource(given), segmentTable(given.customers, givenSegmentOptions(given, scoring)));
    },
  };

  function modelOf(source: ScoredSource, segmented: SegmentedCustomers): MadeOutput {
    return { files: [{ name: place, chunks: [modelText(source, segmented, scoring)], rows: null }], notes: [] };
  }
}

/** The scores as `rfm score --into` leaves them in the database. */
function tableKind(): OutputKind {
  const consumes = [...runReadingOptions, ...engineSourceOptions, ...runScoringOptions];
  return { keys: outputKeys(runScoringOptions), consumes, target: "table", prepare: prepareInto };
}

async function prepareInto({ place, exports, options, context }: KindRequest): Promise<PreparedOutput> {
  const [url = ""] = exports;
  if (!namesEngine(exports)) {
    throw new UsageError(
      "into leaves its table in a database, and files are read here",
      "name a database under input, or leave the output out",
    );
  }
  refuseIntoIn(url);
  const { rule } = await engineRule(options, context);
  return {
    place,
    keep: [],
    leavesTable: true,
    make: async () => ({ files: [], notes: [] }),
    fromTable: async (table) => ({
      files: [],
      notes: [],
      leave: async () => {
        const { customers } = await table.leave(options, { into: place, rule });
        return { table: `${table.shown} ${place}`, customers };
      },
    }),
  };
}
