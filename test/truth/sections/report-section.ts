import { definitionsOf } from "../../../src/analysis/model/model.ts";
import { profileCustomers } from "../../../src/analysis/profile/customer-profile.ts";
import { reportOn } from "../../../src/analysis/report/report.ts";
import { ledgerAt } from "../../../src/cli/read-exports.ts";
import { type NamedPlan, replayPlan } from "../../../src/commands/loyalty/replayed-plan.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { inFolder } from "../../support/in-process.ts";
import { ENGLISH } from "../../support/languages.ts";
import { recordingLanguage, type Said } from "../../support/recording-language.ts";
import { renderAll } from "../sentences/scenarios.ts";

/** A section that a report is asked for. */
export type Asked = { readonly profile: true } | { readonly plan: NamedPlan; readonly redemption: number | null };

/** Everything that a report of an export says with such a section, in each of its forms. */
export function saidWithSection(csv: string, asked: Asked): Promise<readonly Said[]> {
  return inFolder({ "orders.csv": csv }, async (folder) => {
    const history = await readOrders([`${folder}/orders.csv`], { lines: true });
    const { lastDay: asOf } = history.orders;
    const { language, said } = recordingLanguage(ENGLISH);
    await renderAll({
      ...{ exports: ["orders.csv"], language, notes: [], asOfGiven: false, version: "0.0.0", isFrozen: false },
      title: "orders.csv",
      listCommand: (segment) => `rfm lists orders.csv --segment ${segment}`,
      report: reportOn(history.orders, { asOf }),
      ledger: ledgerAt(history, { asOf }),
      understanding: history.understanding,
      definitions: definitionsOf({ asOf }),
      showCustomers: false,
      namesCustomers: false,
      outlook: null,
      profile: "profile" in asked ? profileCustomers(history.orders, { asOf }) : null,
      loyalty: "plan" in asked ? replayPlan(history, asked.plan, { asOf, redemption: asked.redemption }) : null,
    });
    return said;
  });
}
