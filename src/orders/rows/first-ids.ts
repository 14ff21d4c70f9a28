import { eachRecord } from "../../csv/each-record.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FilePlan } from "../../exports/file-plan.ts";

/** So many records show whether ids are in turn; those of most files are seen not to be after two. */
const RECORDS_TO_SEE = 100;

/** Whether the first order ids of a file of delimited text are in turn, as far as they are filled. */
export async function firstIdsAreInTurn({
  source,
  layout: { dialect, columns, recordsBeforeRows },
}: FilePlan): Promise<boolean> {
  const [column] = columns.order;
  if (column === undefined) return true;
  const sequence = new KeySequence();
  let [seen, areInTurn] = [0, true];
  const take = ({ text }: { readonly text: (column: number) => string }): boolean => {
    seen += 1;
    const id = Buffer.from(seen > recordsBeforeRows ? text(column).trim() : "");
    if (id.length > 0) areInTurn = sequence.note(id, 0, id.length);
    return areInTurn && seen < recordsBeforeRows + RECORDS_TO_SEE;
  };
  await eachRecord(source, { dialect, columns: [column], mayEndOpen: true }, () => ({ take }));
  return areInTurn;
}
