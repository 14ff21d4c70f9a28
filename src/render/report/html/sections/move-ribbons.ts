import { type DirectedFlow, directedFlows } from "../../../../analysis/compare/direction.ts";
import type { Movement } from "../../../../analysis/report/movement.ts";
import type { PageContext } from "../../page-context.ts";
import { shortNumber } from "../charts/plot.ts";
import { html, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";
import { groupShape } from "../parts/group-shape.ts";
import { numberTable } from "../parts/number-table.ts";

/** At most so many moves down, and as many up. */
const SHOWN = 6;
/** The thickest ribbon and the thinnest, in pixels. */
const THICK = 22;
const THIN = 2;

/** The largest moves down and up, each as a ribbon as thick as its customers' spend; nothing where nobody moved. */
export function moveRibbons(context: PageContext, { flows }: Movement, title: string): Markup {
  const { text, report, language } = context;
  const { windowStart } = report.segmented.customers;
  const directed = directedFlows(flows);
  const weight = ({ customers, money }: DirectedFlow): number => (language.hasMoney ? Number(money) : customers);
  const sides = (["down", "up"] as const).map((direction) => ({
    caption: direction === "down" ? text.movement.largestFalls(windowStart) : text.movement.largestRises(windowStart),
    direction,
    moves: directed
      .filter((flow) => flow.direction === direction)
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, SHOWN),
  }));
  const most = Math.max(0, ...sides.flatMap(({ moves }) => moves.map(weight)));
  return html`${sides.map(({ caption, direction, moves }) =>
    moves.length === 0
      ? null
      : html`<div class="ribbons" id="moves-${direction}"><p class="small soft">${caption}</p>${numberTable({
          caption: `${title}: ${caption}`,
          columns: [
            { heading: text.movement.columns.from, isText: true },
            { heading: "→", isText: true },
            { heading: text.movement.columns.to, isText: true },
            { heading: text.movement.columns.customers },
            { heading: text.movement.columns.worth, isLeftOut: !language.hasMoney },
          ],
          rows: moves.map((flow) => [
            place(context, flow.from),
            ribbon(context, flow, most > 0 ? Math.max(0, weight(flow) / most) : 0),
            place(context, flow.to),
            language.count(flow.customers),
            context.roundMoney(flow.money),
          ]),
        })}</div>`,
  )}`;
}

function place({ report, bandOf }: PageContext, at: DirectedFlow["from"]): Markup {
  const summary = typeof at === "number" ? report.segments.segments[at] : undefined;
  return summary === undefined ? html`` : html`${groupShape(bandOf(summary))} ${nameMarkup(summary.segment)}`;
}

/** From the colour of one group to that of the other, ending in an arrow's head. */
function ribbon({ report, bandOf }: PageContext, { from, to }: DirectedFlow, part: number): Markup {
  const bandAt = (at: DirectedFlow["from"]): number => {
    const summary = typeof at === "number" ? report.segments.segments[at] : undefined;
    return (summary === undefined ? null : bandOf(summary)) ?? 2;
  };
  const half = Math.max(THIN, part * THICK) / 2;
  const [top, bottom] = [shortNumber(12 - half), shortNumber(12 + half)];
  return html`<svg class="ribbon" aria-hidden="true" width="100%" height="24" viewBox="0 0 100 24" preserveAspectRatio="none"><path class="band-${bandAt(from)}" d="M0 ${top}H50V${bottom}H0Z"/><path class="band-${bandAt(to)}" d="M50 ${top}H92L100 12 92 ${bottom}H50Z"/></svg>`;
}
