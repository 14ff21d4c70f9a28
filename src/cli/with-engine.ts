import { type ConnectedEngine, connect } from "../warehouse/engines/connect.ts";
import type { CliContext } from "./context.ts";

/** Which engine is wanted, and what for. */
export interface EngineCall {
  readonly url: string;
  /** Whether tables are made in it. */
  readonly writes: boolean;
  /** Seconds after which a statement is cancelled; `undefined` for never. */
  readonly timeout: number | undefined;
}

/**
 * Connects to an engine for a piece of work, and closes the connection after it. Where the run is interrupted meanwhile, the statement
 * is cancelled in the engine.
 */
export async function withEngine<Value>(
  { url, writes, timeout }: EngineCall,
  context: CliContext,
  work: (engine: ConnectedEngine) => Promise<Value>,
): Promise<Value> {
  const { cwd, env, processes, openEngine, onInterrupt } = context;
  const engine = await connect(
    { url, writes, timeout, cwd, env, endGroup: processes.endGroup, onInterrupt },
    openEngine,
  );
  let isInterrupted = false;
  const forget = context.onInterrupt(() => {
    isInterrupted = true;
    return engine.cancel();
  });
  try {
    return await work(engine);
  } catch (error) {
    if (isInterrupted) await new Promise<never>(() => {}); // the process ends once the statement is cancelled
    throw error;
  } finally {
    forget();
    await engine.close();
  }
}
