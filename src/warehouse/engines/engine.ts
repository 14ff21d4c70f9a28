/*
 * Engines: one file per engine with what it takes to ask it. A driver is loaded when a URL names its engine, and is no dependency
 * of this program; connect.ts chooses.
 */
import type { Dialect } from "../dialects/dialect.ts";

/** What a column of a table holds, as far as it matters here. */
export type ColumnKind = "exact number" | "double" | "text" | "date" | "local time" | "moment" | "other";

export interface EngineColumn {
  readonly name: string;
  /** The type as the engine calls it. */
  readonly type: string;
  readonly kind: ColumnKind;
}

/** So long is waited for a statement to stop that was cancelled, or whose run was interrupted, in milliseconds. */
export const STOPS_WITHIN = 2000;

/** A cell of an answer: whole numbers may come as text. */
export type Cell = string | number | bigint | boolean | null;

/** An engine that is connected. Errors are the driver's own; {@link connect} makes them readable. */
export interface Engine {
  readonly dialect: Dialect;
  /** The columns of a table, by its name in quotes. */
  columns(table: string): Promise<readonly EngineColumn[]>;
  /** All rows of a query. */
  rows(query: string): Promise<readonly (readonly Cell[])[]>;
  /** Runs a statement that returns no rows; only where the engine was opened to be written to. */
  run(statement: string): Promise<void>;
  /** Whether all statements so far, and the next, see tables as they are at one moment, whatever others write meanwhile. */
  seesOneMoment(): boolean;
  /**
   * The question that tells whether a transaction was carried out, where it was to be and no answer came; `null` where the database
   * said what became of it. Left out where no answer can be lost.
   */
  inDoubt?(): string | null;
  /**
   * Whether an error is what the engine answered to a statement, which then changed nothing; otherwise the answer was lost. Left out
   * where what has no answer is taken back with its transaction.
   */
  isAnswer?(error: unknown): boolean;
  close(): Promise<void>;
  /** Stops in the engine what it does for this connection: the run was interrupted, or took too long. */
  cancel(): Promise<void>;
}

/** Where an engine is, from its URL. */
export interface EngineLocation {
  readonly url: string;
  /** The URL without user, password and parameters. */
  readonly shown: string;
  /** Whether tables are made; otherwise the engine is opened to be read only. */
  readonly writes: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends a process that leads a group with the whole group; left out where there are none. */
  readonly endGroup?: ((leader: number) => void) | undefined;
  /** Registers what must be done where the run is interrupted while the engine starts; returns what takes it back. */
  readonly onInterrupt?: ((undo: () => Promise<void>) => () => void) | undefined;
}
