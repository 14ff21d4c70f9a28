import { firstOrders } from "../../analysis/profile/first-orders.ts";
import { followUp } from "../../analysis/profile/follow-up.ts";
import { presentationOf } from "../../cli/presentation.ts";
import { asOfDay, inputNotes, ledgerAt } from "../../cli/read-exports.ts";
import type { Preparation, Request } from "../../cli/result.ts";
import type { OutputOptions } from "../../options/output-options.ts";
import type { AsOfOptions } from "../../options/scoring-options.ts";
import { note } from "../../render/notes/note.ts";
import { followBlocks } from "../../render/report/blocks/profile-blocks.ts";
import { renderTableOrBlocks } from "../../render/report/render-blocks.ts";
import { followTable } from "../../render/tables/follow-table.ts";
import { isDataFormat, recordsIn } from "../../render/tables/formats.ts";
import { attributesFor, type ByOptions, readingFor } from "./by-attributes.ts";

/** Who came back by what the first order had: `--by` of `rfm cohorts` and `rfm repeat`. */
export async function prepareFollowUp(
  request: Pick<Request<ByOptions & OutputOptions & AsOfOptions>, "options" | "context">,
): Promise<Preparation> {
  const { options } = request;
  const presentation = await presentationOf(request);
  const { format, messageLanguage, resultLanguage: language } = presentation;
  return {
    ...readingFor(options),
    make: (history) => {
      const asOf = asOfDay(history, options);
      const first = firstOrders(history.orders, asOf);
      const found = followUp(history.orders, attributesFor(history, options, first), { first, asOf });
      const { profile: words } = language.words;
      const table = followTable(found.rows, language);
      const title = words.followTitle(asOf);
      const said = messageLanguage.words.profile;
      return {
        rows: recordsIn(table, format),
        chunks: renderTableOrBlocks(table, { title, blocks: () => followBlocks(found, language) }, presentation),
        notes: [
          ...inputNotes(history, { ledger: ledgerAt(history, { asOf }), asOf }, messageLanguage),
          ...(isDataFormat(format) && found.fewCustomers > 0 ? [note(said.few(found.fewCustomers))] : []),
        ],
      };
    },
  };
}
