import type { DataTable } from "../../../csv/writer/data-table.ts";
import { periodLines } from "../../digest/period-lines.ts";
import type { Language } from "../../language/language.ts";
import { currencyText } from "../../sentences/currency-text.ts";
import { periodTrends } from "../../sentences/period-trends.ts";
import { segmentTable } from "../../tables/segment-table.ts";
import { beneath, findingSentence, nothingFirst, shownAction } from "../first-screen.ts";
import { type PageContext, pageContext } from "../page-context.ts";
import { followed, type ReportInput } from "../report-input.ts";
import type { Block } from "./block.ts";
import { outlookBlocks } from "./outlook-blocks.ts";
import { yearLines } from "./period-blocks.ts";
import { reportLoyaltyBlocks } from "./report-loyalty-blocks.ts";
import { reportProfileBlocks } from "./report-profile-blocks.ts";
import { topCustomerBlocks } from "./spread-blocks.ts";

/**
 * The report on one screen: what to do comes first, then the segments, then how the periods developed, and below what it
 * rests on. What was asked for by an option of its own is in it, too.
 *
 * @param ledger the sentences on what was read
 */
export function screenBlocks(input: ReportInput, ledger: readonly string[]): readonly Block[] {
  const { language, notes } = input;
  const words = language.words.report;
  return [
    { kind: "lines", lines: openingLines(pageContext(input)) },
    ...firstBlocks(input),
    { kind: "heading", text: words.segments },
    { kind: "table", table: screenTable(input) },
    { kind: "heading", text: words.developed },
    ...developmentBlocks(input),
    ...(input.namesCustomers ? topCustomerBlocks(input) : []),
    ...outlookBlocks(input, false),
    ...reportProfileBlocks(input, false),
    ...reportLoyaltyBlocks(input, false),
    { kind: "heading", text: words.reading },
    { kind: "lines", lines: ledger },
    { kind: "heading", text: words.notes },
    { kind: "notes", notes },
    { kind: "gap" },
    { kind: "lines", lines: [words.more] },
  ];
}

/** The finding, and what it rests on. */
function openingLines(context: PageContext): readonly string[] {
  return [`${findingSentence(context)}.`, beneath(context, { inShort: true })].filter((line) => line !== "");
}

/** The newest complete period; why there is none where only sums of the customers are known. */
function developmentBlocks(input: ReportInput): readonly Block[] {
  const { language } = input;
  const own = followed(input);
  if (own === null) return [{ kind: "lines", lines: [language.words.ofCustomers.leftOut] }];
  const { latest, changes, retention } = own.overTime;
  return [
    { kind: "trends", lines: periodTrends(retention, language) },
    {
      kind: "lines",
      lines: [
        ...yearLines(own),
        ...periodLines(latest, changes, {
          language,
          currency: currencyText(input.understanding),
          period: retention.kind,
        }),
      ],
    },
  ];
}

/** The groups to begin with, and how each one's list is made; why there are none where the opening has not said it. */
function firstBlocks(input: ReportInput): readonly Block[] {
  const { report, language } = input;
  const context = pageContext(input);
  const { first } = language.words.page;
  const actions = report.actions.map((action) => {
    const { title, reasons, advice, command } = shownAction(context, action);
    const figures = language.words.common.customers(action.customers);
    return { segment: title, figures, meaning: reasons, action: advice, avoid: "", measure: "", command };
  });
  const why = actions.length > 0 ? null : nothingFirst(context);
  if (actions.length === 0 && why === null) return [];
  const content: Block = actions.length > 0 ? { kind: "actions", actions } : { kind: "lines", lines: [why ?? ""] };
  return [{ kind: "heading", text: first.heading }, content];
}

/** The columns of the segments that a screen of 80 characters has room for. */
const SHOWN: readonly string[] = ["segment", "customers", "customer_share", "revenue", "revenue_share", "bar"];

function screenTable({ report, language }: { report: ReportInput["report"]; language: Language }): DataTable {
  const table = segmentTable(report.segments, language);
  const columns = table.columns.filter(({ name }) => SHOWN.includes(name));
  return { ...table, columns: columns.map((column) => (column.name === "bar" ? { ...column, rank: 0 } : column)) };
}
