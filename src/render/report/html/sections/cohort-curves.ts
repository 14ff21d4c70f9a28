import type { Cohort, CohortTable } from "../../../../analysis/retention/cohorts.ts";
import { UNKNOWN } from "../../../language/language.ts";
import type { FollowedContext } from "../../page-context.ts";
import { curveMarkup } from "../charts/curve.ts";
import { plotMarkup } from "../charts/plot.ts";
import { everyNth, roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup } from "../parts/figure.ts";

/** So many cohorts, and periods after the first, fit on a page; the JSON report has all. */
const COHORTS_SHOWN = 13;
const STEPS_SHOWN = 12;
const LABELS = 6;

/** What cohorts have spent so far per customer, from period to period; nothing where no cohort has a period after its first. */
export function cohortCurves(context: FollowedContext): Markup {
  const { text, overTime, language, average, currency } = context;
  const { cohorts: table } = overTime;
  const pooled = pooledValues(table);
  const last = pooled.findLastIndex((value) => value !== null);
  const reached = pooled[last] ?? null;
  if (!language.hasMoney || last < 1 || reached === null) return html``;
  const shown = table.cohorts.filter(({ cohort }) => cohort !== table.leftOut).slice(-COHORTS_SHOWN);
  const lines = shown.map((cohort) => valuesOf(cohort, last));
  const ticks = roundTicks(Math.max(...[...lines, pooled].flat().map((value) => value ?? 0)));
  const most = ticks.at(-1) ?? 1;
  const points = (values: readonly (number | null)[]) =>
    values.map((value, k) => ({ x: k / last, y: value === null ? null : Math.max(0, value / most) }));
  const title = text.cohorts.curveTitle(last, average(reached), table.periods.kind);
  const steps = Array.from({ length: last + 1 }, (_, k) => k);
  const write = (value: number | null | undefined): string =>
    value == null ? UNKNOWN : average(value).replace(currency, ""); // the title has it
  const every = everyNth(last + 1, LABELS);
  return figureMarkup(
    {
      id: "cohort-curves",
      title,
      caption: text.cohorts.curveCaption(table.periods.kind),
      chart: plotMarkup({
        description: text.second.describe(title),
        yTicks: ticks.map((tick) => ({ at: tick / most, label: language.number(tick) })),
        xTicks: steps.filter((k) => k % every === 0).map((k) => ({ at: k / last, label: text.cohorts.k(k) })),
        content: [
          ...lines.map((line) => curveMarkup(points(line), "one-cohort")),
          curveMarkup(points(pooled.slice(0, last + 1)), "curve"),
        ],
      }),
      table: {
        caption: title,
        columns: [
          { heading: text.cohorts.cohort, isText: true },
          ...steps.map((k) => ({ heading: text.cohorts.k(k) })),
        ],
        rows: [
          ...shown.map(({ cohort }, index) => [
            text.periodName(cohort ?? ""),
            ...steps.map((k) => write(lines[index]?.[k])),
          ]),
          [text.cohorts.average, ...steps.map((k) => write(pooled[k]))],
        ],
      },
    },
    context,
  );
}

function pooledValues({ averages }: CohortTable): readonly (number | null)[] {
  return averages.slice(0, STEPS_SHOWN + 1).map(({ figures }) => figures?.cumulativeRevenuePerCustomer ?? null);
}

/** Complete periods only: one that is under way would bend every line down at its end. */
function valuesOf({ cells }: Cohort, last: number): readonly (number | null)[] {
  return Array.from({ length: last + 1 }, (_, k) => {
    const cell = cells[k];
    return cell?.state === "partial" ? null : (cell?.figures?.cumulativeRevenuePerCustomer ?? null);
  });
}
