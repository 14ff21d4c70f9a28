import type { Cost } from "./run-process.ts";

/** What measuring one scenario gave. */
export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly bytes: number;
  /** The reader that rfm used for the file, as `rfm inspect` names it. */
  readonly reader: string;
  readonly customers: number;
  readonly peers: readonly { readonly name: string; readonly version: string }[];
  /** The cost of each round, by peer. */
  readonly costs: Readonly<Record<string, readonly Cost[]>>;
}
