import { InputError } from "../../errors.ts";
import { asBuffer } from "../../files/as-buffer.ts";

/** What a web page or XML begins with; a header of an export never does. */
const MARKUP = /^<(?:!doctype|html|table|meta|head|\?xml)\b/i;
const BEGINNING = 4096;

/** @throws InputError for text that is a web page or XML, which a delimiter would take apart into nonsense */
export function refuseMarkup(sample: Uint8Array, fileName: string): void {
  const beginning = asBuffer(sample)
    .toString("utf8", 0, BEGINNING)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (!MARKUP.test(beginning)) return;
  throw new InputError(`${fileName}: this looks like a web page or XML, not an order export`, {
    hint: "export the orders as CSV and name that file; a spreadsheet that opens it can save it as CSV",
  });
}
