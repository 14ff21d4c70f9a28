import type { CustomerTable } from "../analysis/customers/customer-table.ts";
import { findKey } from "../analysis/customers/find-key.ts";
import { explainCustomer } from "../analysis/explain/explain-customer.ts";
import { entriesOfCustomer } from "../analysis/explain/own-entries.ts";
import { reasonsAt } from "../analysis/ledger/reasons-at.ts";
import { segmentCustomers } from "../analysis/segments/segment-customers.ts";
import { yardstickOf } from "../analysis/segments/yardstick.ts";
import { formatDay } from "../basics/calendar/days.ts";
import { maskPersonal } from "../basics/text/mask-personal.ts";
import { resultCommand } from "../cli/command.ts";
import { languagesFor } from "../cli/language.ts";
import { resultFormat } from "../cli/output.ts";
import { inputNotes, ledgerAt } from "../cli/read-exports.ts";
import type { Preparation, Request, Result } from "../cli/result.ts";
import { finishScoring, prepareScoring, type Scoring, segmentOptions } from "../cli/scoring.ts";
import { resultLook } from "../cli/terminal.ts";
import { InputError, UsageError } from "../errors.ts";
import { idOption } from "../options/command-options.ts";
import { flagOf, type ValuesOf } from "../options/option.ts";
import { outputOptionsFor } from "../options/output-options.ts";
import { readingOptions } from "../options/reading-options.ts";
import { scoringOptions } from "../options/scoring-options.ts";
import type { OrderHistory } from "../orders/history.ts";
import { jsonExplanation, renderExplanation } from "../render/documents/render-explanation.ts";
import { meaningFor } from "../render/sentences/advice.ts";

const EXPLAIN_FORMATS = ["table", "json"] as const;

const EXAMPLES = `
Examples:
  rfm explain exports/ --id 17850
  rfm explain orders.csv --id anna@example.com --window 12m
  rfm explain orders.csv --id 17850 --model may.json --format json`;

const consumes = [idOption, ...readingOptions, ...scoringOptions, ...outputOptionsFor(EXPLAIN_FORMATS)] as const;
type ExplainOptions = ValuesOf<typeof consumes>;

export const explain = resultCommand({
  name: "explain",
  takesCustomers: true,
  description:
    "Shows one customer's orders (including those that do not count), numbers, cut points, scores and the rule that matched, and which order, or how long a silence, would move them.",
  consumes,
  help: EXAMPLES,
  prepare: prepareExplanation,
});

async function prepareExplanation(request: Request<ExplainOptions>): Promise<Preparation> {
  const wanted = request.options.id?.trim() ?? "";
  if (wanted === "") {
    throw new UsageError(
      `${flagOf(idOption)} is missing: which customer?`,
      "for instance --id 17850; --customer names the column that holds the ids",
    );
  }
  const format = explainFormat(request.options);
  const languages = await languagesFor(request.options, format);
  const scoring = await prepareScoring(request.options, request.context, languages);
  return {
    orderIds: true,
    personal: true,
    make: (history) => makeExplanation(history, request, { wanted, format, scoring }),
  };
}

function makeExplanation(
  history: OrderHistory,
  { options, context }: Request<ExplainOptions>,
  {
    wanted,
    format,
    scoring,
  }: { readonly wanted: string; readonly format: (typeof EXPLAIN_FORMATS)[number]; readonly scoring: Scoring },
): Result {
  const at = segmentOptions(history, scoring);
  const key = findKey(history.orders.customerKeys, wanted);
  const segmented = segmentCustomers(history.orders, at);
  const customer = findCustomer(segmented.customers, key, wanted);
  const explanation = explainCustomer(history.orders, segmented, { customer, options: at });
  const { messageLanguage, resultLanguage } = scoring.languages;
  const look = {
    ...resultLook(context, options, resultLanguage),
    unit: options.frequency ?? "orders",
    customers: segmented.customers.length,
    meaning: meaningFor(segmented, { customer, yardstick: yardstickOf(history.orders, segmented) }, resultLanguage),
  };
  const { notes, companions } = finishScoring(history, segmented, scoring);
  const entries = entriesOfCustomer(history.entries, reasonsAt(history.entries, at), key);
  const explained = { explanation, scheme: scoring.scheme, entries };
  return {
    chunks: format === "json" ? [jsonExplanation(explained, resultLanguage)] : renderExplanation(explained, look),
    companions,
    notes: [...inputNotes(history, { ledger: ledgerAt(history, at), asOf: at.asOf }, messageLanguage), ...notes],
  };
}

function explainFormat(options: ExplainOptions): (typeof EXPLAIN_FORMATS)[number] {
  const wanted = resultFormat(options, "table", EXPLAIN_FORMATS);
  const format = EXPLAIN_FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(`an explanation cannot be written as ${wanted}`, "use the extension .txt or .json");
}

function findCustomer(customers: CustomerTable, key: number, wanted: string): number {
  const found = customers.customer.indexOf(key);
  if (found >= 0) return found;
  const window = customers.windowStart === null ? "" : `from ${formatDay(customers.windowStart)} `;
  throw new InputError(
    `customer "${maskPersonal(wanted)}" is in the exports, but has no purchase that counts ${window}up to ${formatDay(customers.asOf)}`,
    {
      hint: "rfm orders FILE… shows each of their orders and why it does not count; or choose another --as-of or --window",
    },
  );
}
