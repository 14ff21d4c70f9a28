import { Chalk } from "chalk";
import { type Definitions, definitionsOf } from "../../../src/analysis/model/model.ts";
import { type Outlook, outlookOf } from "../../../src/analysis/report/outlook.ts";
import { type Report, reportOn } from "../../../src/analysis/report/report.ts";
import { ledgerAt } from "../../../src/cli/read-exports.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { withMonetaryWords } from "../../../src/render/language/monetary-words.ts";
import { retentionNotes } from "../../../src/render/notes/period-notes.ts";
import { readingNotes } from "../../../src/render/notes/reading-notes.ts";
import { scoringNotes } from "../../../src/render/notes/scoring-notes.ts";
import { reportBlocks } from "../../../src/render/report/blocks/blocks.ts";
import { renderHtmlReport } from "../../../src/render/report/html/page.ts";
import { renderJsonReport } from "../../../src/render/report/json/json-report.ts";
import { renderMarkdownReport } from "../../../src/render/report/markdown-report.ts";
import type { ReportInput } from "../../../src/render/report/report-input.ts";
import { renderTextReport } from "../../../src/render/report/terminal-report.ts";
import { renderWorkbookReport } from "../../../src/render/report/workbook/workbook-report.ts";
import { styleWith } from "../../../src/render/terminal/style.ts";
import { inFolder } from "../../support/in-process.ts";
import { ENGLISH } from "../../support/languages.ts";
import { inOnePiece } from "../../support/read-workbook.ts";
import { recordingLanguage, type Said } from "../../support/recording-language.ts";
import { EXPORTS } from "./exports.ts";
import { dateOf, type Facts, factsOf } from "./plain-counting.ts";
import { VARIANTS, type Variant } from "./variants.ts";

/** One export, what the report said of it, and what is true of it by plain counting. */
export interface Scenario {
  readonly said: readonly Said[];
  readonly report: Report;
  readonly outlook: Outlook | null;
  readonly facts: Facts;
}

const WITH_CURRENCY = "third to twenty-fifth";

/** The exports whose report also looks back at who came back, and ahead at who will order. */
const LOOKS_AHEAD: readonly string[] = [
  "two years, healthy",
  "two years, long silent",
  "eight customers",
  "nobody came back",
  "everybody comes every fifty days",
  "one order",
  "one refund larger than all",
  "some is sent back",
  "the best stop",
  "five hundred customers",
];

/** All exports, each with the report that was made of it. */
export async function allScenarios(): Promise<ReadonlyMap<string, Scenario>> {
  const scenarios = new Map<string, Scenario>();
  for (const [name, lines] of Object.entries(EXPORTS))
    scenarios.set(name, await scenarioOf(name, { lines, options: {}, scheme: null, hasMargin: false }));
  for (const [name, variant] of Object.entries(VARIANTS)) scenarios.set(name, await scenarioOf(name, variant));
  return scenarios;
}

/** The export as a file. */
function csvOf(name: string, { lines, hasMargin }: Variant): string {
  const currency = name === WITH_CURRENCY ? [",currency", ",EUR"] : ["", ""];
  const rows = lines.map(({ customer, day, amount }, index) => {
    const margin = hasMargin ? `,${(amount / 2).toFixed(4)}` : "";
    return `${customer},n${index},${dateOf(day)},${amount.toFixed(2)}${margin}${currency[1]}\n`;
  });
  return `customer_id,order_id,date,amount${hasMargin ? ",profit" : ""}${currency[0]}\n${rows.join("")}`;
}

/** What stands in the place of spend where monetary value is something else, by the name of its own text. */
function underOwnName(said: Said, { money, monetary }: Definitions): Said {
  const ofMargin = monetary === "average" ? "averageMargin" : "totalMargin";
  const kind = money === "margin" ? ofMargin : monetary === "average" ? "averageSpend" : null;
  const key = OWN_NAMES[said.path];
  return kind === null || key === undefined ? said : { ...said, path: `monetary.${kind}.${key}` };
}

const OWN_NAMES: Readonly<Record<string, string>> = {
  "page.spread.titles.monetary": "half",
  "page.spread.sameTitle.monetary": "same",
  "page.spread.captions.monetary": "caption",
};

/** Renders every form of the report of an export, and keeps what was said. */
async function scenarioOf(name: string, variant: Variant): Promise<Scenario> {
  const reading = variant.hasMargin ? { margin: "profit" } : {};
  return inFolder({ "orders.csv": csvOf(name, variant) }, async (folder) => {
    const history = await readOrders([`${folder}/orders.csv`], reading);
    const { lastDay: asOf } = history.orders;
    const report = reportOn(history.orders, { ...variant.options, asOf });
    const definitions = definitionsOf({ ...variant.options, ...reading, asOf });
    const { language, said } = recordingLanguage(withMonetaryWords(ENGLISH, definitions));
    const looksAhead = LOOKS_AHEAD.includes(name);
    const outlook = looksAhead
      ? outlookOf(history.orders, report.segmented, { asOf, backtest: true, forecast: true })
      : null;
    const input: ReportInput = {
      title: "orders.csv",
      listCommand: (segment) => `rfm lists orders.csv --segment ${segment}`,
      language,
      report,
      ledger: ledgerAt(history, { ...variant.options, asOf }),
      understanding: history.understanding,
      notes: [
        ...readingNotes(history, language),
        ...scoringNotes(report.segmented, language),
        ...(report.overTime === null ? [] : retentionNotes(report.overTime.retention, asOf, language)),
      ],
      asOfGiven: false,
      definitions,
      version: "0.0.0",
      isFrozen: false,
      loyalty: null,
      profile: null,
      showCustomers: false,
      namesCustomers: false,
      outlook,
    };
    await renderAll(input);
    return {
      said: said.map((one) => underOwnName(one, definitions)),
      report,
      outlook,
      facts: factsOf(variant.lines, variant.scheme),
    };
  });
}

/** Renders a report in every form, for what its language is asked. */
export async function renderAll(input: ReportInput): Promise<void> {
  const { language } = input;
  const look = { width: 100, style: styleWith(new Chalk({ level: 0 })), language };
  const text = [...renderTextReport("t", reportBlocks(input, "short"), look)];
  const screen = [...renderTextReport("t", reportBlocks(input, "screen"), look)];
  const markdown = [...renderMarkdownReport("t", reportBlocks(input, "full"), language)];
  const page = [...renderHtmlReport(input)];
  const workbook = await inOnePiece(renderWorkbookReport(input).chunks);
  if ([text, screen, markdown, page, workbook, [renderJsonReport(input)]].some(({ length }) => length === 0))
    throw new Error("empty");
}
