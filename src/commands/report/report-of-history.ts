import { definitionsOf } from "../../analysis/model/model.ts";
import { type Outlook, outlookOf } from "../../analysis/report/outlook.ts";
import { reportOn } from "../../analysis/report/report.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { customerOptions, ledgerAt } from "../../cli/read-exports.ts";
import { refuseOptionsOfOrders } from "../../cli/require-orders.ts";
import type { Request } from "../../cli/result.ts";
import { finishScoring, type Scoring, segmentOptions } from "../../cli/scoring.ts";
import { givenOfOrders } from "../../options/looking-at-orders.ts";
import { attributeOf, flagOf, type OptionValues } from "../../options/option.ts";
import { retentionOptions } from "../../options/retention-options.ts";
import type { OrderHistory } from "../../orders/history.ts";
import { ofCustomers } from "../../render/language/of-customers.ts";
import { permissionNotes } from "../../render/notes/list-notes.ts";
import { warning } from "../../render/notes/note.ts";
import { retentionNotes } from "../../render/notes/period-notes.ts";
import { readingNotes } from "../../render/notes/reading-notes.ts";
import { asOfNotes, scoringNotes } from "../../render/notes/scoring-notes.ts";
import { replayPlan } from "../loyalty/replayed-plan.ts";
import { profileFor } from "../profile/report-profile.ts";
import { consentColumns } from "./naming.ts";
import {
  type ReportCommandOptions,
  type Reported,
  type ReportSettings,
  reportConsumes,
  reportLanguage,
  sharedInput,
} from "./reported.ts";

/** The report on exports. */
export function reportOfHistory(
  history: OrderHistory,
  request: Request<ReportCommandOptions>,
  settings: ReportSettings,
): Reported {
  const { options } = request;
  const { scoring, plan, naming } = settings;
  const at = customerOptions(history, options);
  const definitions = definitionsOf({ ...options, asOf: at.asOf });
  const ofOrders = reportLanguage(options, at.asOf, scoring);
  const language = history.orders.customers === undefined ? ofOrders : ofCustomers(ofOrders, definitions);
  refuseOptionsOfOrders(history, [...givenPeriods(options), ...givenOfOrders(reportConsumes, options)]);
  const report = reportOn(history.orders, {
    ...segmentOptions(history, scoring),
    period: options.period,
    covers: options.covers,
    top: options.top,
    permissionOf: (segmented) =>
      naming.permissionOf(segmented, history.orders, consentColumns(history.understanding.files)),
  });
  const { notes, companions } = finishScoring(history, report.segmented, scoring);
  const outlook = outlookFor(history, report.segmented, { options, scoring });
  const { profile, refusals } = profileFor(history, { isAsked: options.profile === true, asOf: at.asOf });
  const input = {
    ...sharedInput(report, request, { ...settings, language }),
    ledger: ledgerAt(history, at),
    understanding: history.understanding,
    notes: [
      ...asOfNotes(at.asOf, history.orders.lastDay, language),
      ...readingNotes(history, language),
      ...scoringNotes(report.segmented, language),
      ...notes,
      ...permissionNotes(report.permission, language),
      ...(report.overTime === null ? [] : retentionNotes(report.overTime.retention, at.asOf, language)),
      ...(outlook?.refusals ?? []).map(({ message }) => warning(message)),
      ...refusals,
    ],
    definitions,
    people: naming.namesOf?.(report.segmented, history.orders),
    outlook,
    profile,
    loyalty: plan === null ? null : replayPlan(history, plan, { asOf: at.asOf, redemption: null }),
  };
  return { input, companions };
}

/** What the report looks back and ahead at; `null` where it was not asked to. */
function outlookFor(
  history: OrderHistory,
  segmented: SegmentedCustomers,
  { options, scoring }: { readonly options: ReportCommandOptions; readonly scoring: Scoring },
): Outlook | null {
  const [backtest, forecast] = [options.backtest === true, options.forecast === true];
  if (!backtest && !forecast) return null;
  return outlookOf(history.orders, segmented, { ...segmentOptions(history, scoring), backtest, forecast });
}

/** The options given that say what a period is: customers whose orders are not known have none. */
function givenPeriods(options: OptionValues): readonly string[] {
  return retentionOptions.filter((one) => options[attributeOf(one)] !== undefined).map(flagOf);
}
