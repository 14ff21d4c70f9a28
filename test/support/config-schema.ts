import { GUARD_KEYS } from "../../src/nightly/config/guard-config.ts";
import { CONFIG_VERSION, type ConfigKeys, SECTIONS } from "../../src/nightly/config/run-config.ts";
import { type AnyOption, helpOf } from "../../src/options/option.ts";

type Schema = Readonly<Record<string, unknown>>;

const TEXT = { type: ["string", "number"] };

/** The JSON Schema of config files, made from the options of the commands. */
export function configSchema({ shared, outputs }: ConfigKeys): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "rfm config",
    description: "What rfm run reads, how, and which outputs it writes. docs/nightly.md explains each part.",
    type: "object",
    required: ["version", "outputs"],
    oneOf: [{ required: ["exports"] }, { required: ["input"] }],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      version: { const: CONFIG_VERSION, description: "The version of this form." },
      exports: {
        description: "Files, folders and globs, relative to this file.",
        anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
      },
      input: {
        description:
          "The URL of a database instead of exports; reading.table names its table of orders. A password comes from a variable of the environment.",
        type: "string",
        pattern: "^(?:postgres|postgresql|clickhouse|duckdb|spark):|\\$\\{",
      },
      ...Object.fromEntries(SECTIONS.map((section) => [section, optionMap(shared[section], SECTION_TEXTS[section])])),
      outputs: {
        description: "The files of a set, each with the command that makes it.",
        type: "array",
        minItems: 1,
        items: { oneOf: Object.entries(outputs).map(([command, kind]) => outputSchema(command, kind)) },
      },
      output: {
        description: "Where the sets go, who may read them, and how many older ones stay.",
        type: "object",
        additionalProperties: false,
        properties: {
          folder: { type: "string", description: "The output folder, relative to this file (default: rfm-out)." },
          mode: {
            ...TEXT,
            description: "Who may read the files: owner, group, or permission bits such as 640 (default: owner).",
          },
          digest: {
            type: "boolean",
            description: "Whether each set has digest.json, digest.md and digest.txt (default: true).",
          },
          keep: count(0, 1000, "How many older sets stay besides the latest (default: 7)."),
        },
      },
      guards: {
        description: "Conditions on a run; where one fails, the previous set stays and the exit code is 6.",
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(GUARD_KEYS).map(([key, guard]) => [
            key,
            { ...guardSchema(guard), description: GUARD_TEXTS[key as keyof typeof GUARD_KEYS] },
          ]),
        ),
      },
    },
  };
}

function guardSchema(guard: (typeof GUARD_KEYS)[keyof typeof GUARD_KEYS]): Schema {
  if ("words" in guard) {
    const word = { enum: guard.words };
    return guard.repeats ? { anyOf: [word, { type: "array", items: word, minItems: 1 }] } : word;
  }
  return { type: ["whole" in guard ? "integer" : "number", "string"], minimum: guard.least, maximum: guard.most };
}

const SECTION_TEXTS = {
  reading: "How exports are read: the reading options of every command.",
  scoring: "How customers are scored: the scoring options of every command.",
  retention: "Periods and cover: the retention options of the commands.",
  look: "Language and form of what people read.",
} as const;

const GUARD_TEXTS: Readonly<Record<keyof typeof GUARD_KEYS, string>> = {
  "newest-order-days": "The newest order is at most this many days old.",
  "rows-percent": "At least this many per cent of the rows of the last run.",
  "segment-change-percent":
    "Neither the number of customers nor the share of a segment that holds a tenth of them changes by more than this many per cent, and 20 customers.",
  "rejects-percent": "At most this many per cent of the rows cannot be read.",
  "revenue-change-percent": "The money of the rows that count changes by at most this many per cent from the last run.",
  "no-customer-rows-percent": "At most this many per cent of the rows that would count have no customer.",
  "no-customer-money-percent": "At most this many per cent of the money that would count has no customer.",
  "stop-at-new": "The exports have no new status, column or currency since the last run.",
  "empty-lists": "No list is empty (any), or none that had people in the last run (new).",
  "consent-percent": "At least this many per cent of the customers have consented.",
};

function count(minimum: number, maximum: number, description: string): Schema {
  return { type: ["integer", "string"], minimum, maximum, description };
}

function optionMap(keys: readonly AnyOption[], description: string): Schema {
  return { description, type: "object", additionalProperties: false, properties: properties(keys) };
}

function outputSchema(command: string, { keys, target }: ConfigKeys["outputs"][string]): Schema {
  return {
    type: "object",
    required: ["command", target],
    additionalProperties: false,
    properties: {
      command: { const: command },
      [target]: {
        type: "string",
        description: target === "table" ? "The table in the database." : `The ${target} in the set.`,
      },
      ...properties(keys),
    },
  };
}

function properties(keys: readonly AnyOption[]): Schema {
  return Object.fromEntries(keys.map((key) => [key.name, { description: helpOf(key), ...valueSchema(key) }]));
}

function valueSchema({ kind, choices, repeats }: AnyOption): Schema {
  if (kind === "flag") return { type: "boolean" };
  // a text may hold a variable instead of one of the choices
  if (choices !== null) return { anyOf: [{ enum: choices }, { type: "string", pattern: "\\$\\{" }] };
  if (!repeats) return TEXT;
  return { anyOf: [TEXT, { type: "array", items: TEXT }] };
}
