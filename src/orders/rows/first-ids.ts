import { eachRecord } from "../../csv/each-record.ts";
import type { FilePlan } from "../../exports/file-plan.ts";

/** So many records show whether rows of one order stand together. */
const RECORDS_TO_SEE = 100;

/** Whether one of the first rows of a file of delimited text has the order id of the row before. */
export async function firstIdsRepeat({
  source,
  layout: { dialect, columns, recordsBeforeRows },
}: FilePlan): Promise<boolean> {
  const [column] = columns.order;
  if (column === undefined) return false;
  let [seen, before, repeat] = [0, "", false];
  const take = ({ text }: { readonly text: (column: number) => string }): boolean => {
    seen += 1;
    const id = seen > recordsBeforeRows ? text(column).trim() : "";
    if (id !== "" && id === before) repeat = true;
    if (id !== "") before = id;
    return !repeat && seen < recordsBeforeRows + RECORDS_TO_SEE;
  };
  await eachRecord(source, { dialect, columns: [column], mayEndOpen: true }, () => ({ take }));
  return repeat;
}
