import { firstOrders } from "../../analysis/profile/first-orders.ts";
import { followUp } from "../../analysis/profile/follow-up.ts";
import { languagesFor } from "../../cli/language.ts";
import { resultFormat } from "../../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt } from "../../cli/read-exports.ts";
import type { Preparation, Request } from "../../cli/result.ts";
import { resultLook } from "../../cli/terminal.ts";
import type { OutputOptions } from "../../options/output-options.ts";
import type { AsOfOptions } from "../../options/scoring-options.ts";
import { note } from "../../render/notes/note.ts";
import { followBlocks } from "../../render/report/blocks/profile-blocks.ts";
import { renderMarkdownReport } from "../../render/report/markdown-report.ts";
import { renderTextReport } from "../../render/report/terminal-report.ts";
import { followTable } from "../../render/tables/follow-table.ts";
import { isDataFormat, recordsIn, renderTable } from "../../render/tables/formats.ts";
import { attributesFor, type ByOptions, readingFor } from "./by-attributes.ts";

/** Who came back by what the first order had: `--by` of `rfm cohorts` and `rfm repeat`. */
export async function prepareFollowUp({
  options,
  context,
}: Pick<Request<ByOptions & OutputOptions & AsOfOptions>, "options" | "context">): Promise<Preparation> {
  const format = resultFormat(options, "table");
  const { messageLanguage, resultLanguage: language } = await languagesFor(options, format);
  return {
    ...readingFor(options),
    make: (history) => {
      const asOf = asOfDay(history, options);
      const first = firstOrders(history.orders, asOf);
      const found = followUp(history.orders, attributesFor(history, options, first), { first, asOf });
      const { profile: words } = language.words;
      const look = resultLook(context, options, language);
      const table = followTable(found.rows, language);
      const title = words.followTitle(asOf);
      const said = messageLanguage.words.profile;
      return {
        rows: recordsIn(table, format),
        chunks: isDataFormat(format)
          ? renderTable(table, format, look)
          : format === "md"
            ? renderMarkdownReport(title, followBlocks(found, language), language)
            : renderTextReport(title, followBlocks(found, language), look),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...(isDataFormat(format) && found.fewCustomers > 0 ? [note(said.few(found.fewCustomers))] : []),
        ],
      };
    },
  };
}
