import { eachRecord } from "../../csv/each-record.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FilePlan } from "../../exports/file-plan.ts";

/** So many records show whether ids are in turn; those of most files are seen not to be after two. */
const RECORDS_TO_SEE = 100;

/** What the first order ids of a file say of all of them. */
export interface FirstIds {
  /** Whether each is that of the row before, or comes after it. */
  readonly areInTurn: boolean;
  /** Whether some row has that of the row before. */
  readonly repeat: boolean;
}

/** Looks at the first order ids of a file of delimited text, as far as they are filled. */
export async function firstIdsOf({
  source,
  layout: { dialect, columns, recordsBeforeRows },
}: FilePlan): Promise<FirstIds> {
  const [column] = columns.order;
  if (column === undefined) return { areInTurn: true, repeat: false };
  const sequence = new KeySequence();
  let [seen, areInTurn, repeat] = [0, true, false];
  const take = ({ text }: { readonly text: (column: number) => string }): boolean => {
    seen += 1;
    const id = Buffer.from(seen > recordsBeforeRows ? text(column).trim() : "");
    if (sequence.isLast(id, 0, id.length)) repeat = true;
    else if (id.length > 0) areInTurn = sequence.note(id, 0, id.length) && areInTurn;
    return seen < recordsBeforeRows + RECORDS_TO_SEE;
  };
  await eachRecord(source, { dialect, columns: [column], mayEndOpen: true }, () => ({ take }));
  return { areInTurn, repeat };
}
