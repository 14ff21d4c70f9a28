import { RfmError } from "../../errors.ts";
import type { RunLog } from "../../nightly/run-log.ts";
import { InDoubtError } from "../../warehouse/engines/connect.ts";
import type { MadeOutputs } from "./run-results.ts";

/**
 * Leaves the tables in the database, one after the other: right before the set is put in place, so that hardly anything can come
 * between the two.
 *
 * @throws RfmError of the table that could not be replaced, with the names of those that were replaced before it
 */
export async function leaveTables({ leave }: Pick<MadeOutputs, "leave">, log: Pick<RunLog, "tell">): Promise<void> {
  const replaced: string[] = [];
  for (const one of leave) {
    const left = await one().catch((error: unknown) => {
      throw afterOthers(error, replaced);
    });
    replaced.push(left.table);
    log.tell({ event: "table", ...left });
  }
}

function afterOthers(error: unknown, replaced: readonly string[]): unknown {
  if (replaced.length === 0 || !(error instanceof RfmError)) return error;
  return new RfmError(`${error.message}; already replaced: ${replaced.join(", ")}`, {
    kind: error.kind,
    hint:
      error instanceof InDoubtError
        ? `the tables named last hold the new scores; ${error.hint ?? ""}`
        : "the tables named last hold the new scores, the others the old ones; remove the cause and run again",
    cause: error,
  });
}
