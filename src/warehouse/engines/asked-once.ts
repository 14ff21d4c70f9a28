import type { ConnectedEngine } from "./connect.ts";
import type { Cell, EngineColumn } from "./engine.ts";

/** An engine that is asked each question once, however many results need the answer. */
export interface AskedOnce extends ConnectedEngine {
  /** The queries so far, each once, in the order in which they were asked first. */
  queries(): readonly string[];
}

/** Keeps every answer while it is connected: for results of one moment that are made of the same sums. A question that failed is asked anew. */
export function askedOnce(engine: ConnectedEngine): AskedOnce {
  const columns = new Map<string, Promise<readonly EngineColumn[]>>();
  const answers = new Map<string, Promise<readonly (readonly Cell[])[]>>();
  return {
    ...engine,
    columns: (table) => kept(columns, table, () => engine.columns(table)),
    rows: (query, doing) => kept(answers, query, () => engine.rows(query, doing)),
    queries: () => [...answers.keys()],
  };
}

function kept<Value>(known: Map<string, Promise<Value>>, question: string, ask: () => Promise<Value>): Promise<Value> {
  const found = known.get(question);
  if (found !== undefined) return found;
  const answer = ask().catch((error: unknown) => {
    known.delete(question);
    throw error;
  });
  known.set(question, answer);
  return answer;
}
