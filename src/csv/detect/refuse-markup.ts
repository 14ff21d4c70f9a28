import { InputError } from "../../errors.ts";

/** What the texts begin with that are no tables; a header of an export never does. */
const MARKUP: readonly { readonly begins: RegExp; readonly what: string; readonly hint: string }[] = [
  {
    begins: /^(?:\{\s*["}]|\[\s*[[{"\]])/,
    what: "this looks like JSON",
    hint: "export the orders as CSV and name that file",
  },
  {
    begins: /^<(?:!doctype|html|table|meta|head|\?xml)\b/i,
    what: "this looks like a web page or XML",
    hint: "export the orders as CSV and name that file; a spreadsheet that opens it can save it as CSV",
  },
];

/** Names that stand near the beginning of JSON that this program wrote. */
const OWN_JSON = /"rfm_(?:version|run|model)"\s*:|^\[?\s*\{"(?:customer_id":.*"rfm_cell"|segment":.*"customer_share")/;
const BEGINNING = 4096;

/** @throws InputError for text that is JSON, a web page or XML, which a delimiter would take apart into nonsense */
export function refuseMarkup(sample: string, fileName: string): void {
  const beginning = sample
    .slice(0, BEGINNING)
    .replace(/^\ufeff/, "")
    .trimStart();
  const found = MARKUP.find(({ begins }) => begins.test(beginning));
  if (found === undefined) return;
  if (OWN_JSON.test(beginning)) {
    throw new InputError(`${fileName}: this is JSON that rfm wrote: a result, not an order export`, {
      hint: "name the exports themselves, or a file that rfm orders wrote as CSV",
    });
  }
  throw new InputError(`${fileName}: ${found.what}, not an order export`, { hint: found.hint });
}
