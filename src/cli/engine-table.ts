import { shownEngineUrl } from "../basics/text/engine-url.ts";
import type { Language } from "../render/language/language.ts";
import { askedOnce } from "../warehouse/engines/asked-once.ts";
import type { ConnectedEngine } from "../warehouse/engines/connect.ts";
import { lookAtTable } from "../warehouse/read/look-at-table.ts";
import type { ScoreRule } from "../warehouse/score-rule.ts";
import { type ScoredTable, scoreInto } from "../warehouse/write/score-into.ts";
import type { CliContext } from "./context.ts";
import { type EngineReader, engineReader } from "./engine-reader.ts";
import { type EngineRequestOptions, requestOf } from "./engine-request.ts";
import { type EngineCall, withEngine } from "./with-engine.ts";

/** A table in a connected engine, of which several results are made; each question is asked once. */
export interface EngineTable {
  /** The URL without user, password and parameters. */
  readonly shown: string;
  /** Reads it as the options of one result say. */
  reader(options: EngineRequestOptions, language: Language): EngineReader;
  /** Leaves its scores in the engine, in one step or not at all. */
  leave(
    options: EngineRequestOptions,
    target: { readonly into: string; readonly rule: ScoreRule },
  ): Promise<ScoredTable>;
  /** Fails where rows came or went since the first question. */
  confirm(): Promise<void>;
  /** The queries so far, each once. */
  queries(): readonly string[];
}

/** Connects to a table for a piece of work, and closes the connection after it. */
export function withTable<Value>(
  call: EngineCall,
  context: CliContext,
  work: (table: EngineTable) => Promise<Value>,
): Promise<Value> {
  return withEngine(call, context, (engine) => work(tableIn(engine, call.url, context)));
}

function tableIn(engine: ConnectedEngine, url: string, context: CliContext): EngineTable {
  const once = askedOnce(engine);
  const readers: EngineReader[] = [];
  return {
    shown: shownEngineUrl(url),
    reader: (options, language) => {
      const reader = engineReader(once, requestOf(options, context), language);
      readers.push(reader);
      return reader;
    },
    confirm: async () => {
      for (const reader of readers) await reader.confirm();
    },
    leave: async (options, target) => {
      const request = requestOf(options, context);
      return scoreInto(engine, request, { ...target, replace: false, lookedAt: await lookAtTable(once, request) });
    },
    queries: once.queries,
  };
}
