import { movedBy } from "../../../../analysis/compare/direction.ts";
import type { Flow, Place } from "../../../../analysis/compare/flow.ts";
import type { Movement } from "../../../../analysis/report/movement.ts";
import { capital } from "../../../language/phrasing.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { nameInText, nameMarkup } from "../name.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";
import type { NumberTable } from "../parts/number-table.ts";
import { type ShadedCell, shadedTable } from "../parts/shaded-table.ts";
import { moveRibbons } from "./move-ribbons.ts";

/** A matrix of more places than this is read by nobody; its largest moves are listed instead. */
const LARGEST_MATRIX = 14;
const MOVES_NAMED = 3;
const MOVES_LISTED = 15;

/** Who moved between groups since one period ago. */
export function movementSection(context: FollowedContext): Markup {
  const { text, overTime } = context;
  const { movement, retention } = overTime;
  return html`<section aria-labelledby="movement"><h2 id="movement">${text.movement.heading(retention.kind)}</h2>
${movementContent(context, movement)}</section>
`;
}

function movementContent(context: FollowedContext, movement: FollowedContext["overTime"]["movement"]): Markup {
  const { text, overTime } = context;
  if (movement === "ranked") {
    return insteadOfChart("movement-matrix", text.movement.rankedTitle, text.movement.ranked);
  }
  if (movement === "too early") {
    return insteadOfChart(
      "movement-matrix",
      text.movement.tooEarlyTitle,
      text.movement.tooEarly(overTime.retention.kind),
    );
  }
  const moves = movesOf(movement);
  const moved = moves
    .filter(({ from, to }) => typeof from === "number" && typeof to === "number")
    .reduce((sum, { customers }) => sum + customers, 0);
  const total = moved === 0 ? text.movement.nobody(movement.fromDay) : text.movement.title(moved, movement.fromDay);
  const news = newsOf(context, movement);
  const title = news === "" ? total : news;
  const { from, to } = placesOf(movement);
  const isSmall = from.length <= LARGEST_MATRIX && to.length <= LARGEST_MATRIX;
  return figureMarkup(
    {
      id: "movement-matrix",
      title,
      caption: `${news === "" ? "" : `${total}. `}${asideOf(context, movement)}${text.movement.higher} ${isSmall ? `${text.movement.matrix(movement.fromDay, movement.toDay)} ` : ""}${text.movement.caption(movement.toDay)}`,
      chart: html`${moveRibbons(context, movement, title)}${isSmall ? matrix(context, movement, title) : largestMoves(context, moves)}`,
      legend: isSmall ? largestList(context, moves) : null,
      table: moveTable(context, movement.flows, title),
    },
    context,
  );
}

/** The flows of those who did not stay, the largest first; ties in the order of the flows. */
function movesOf({ flows }: Movement): readonly Flow[] {
  return flows.filter(({ from, to }) => from !== to).toSorted((a, b) => b.customers - a.customers);
}

/** Who moved down and up, with what they have spent. */
function newsOf({ text, report, roundMoney }: PageContext, { fromDay, flows }: Movement): string {
  const { up, down } = movedBy(flows);
  const since = report.segmented.customers.windowStart;
  const said = [
    ...(down.customers === 0 ? [] : [text.movement.fell(down.customers, roundMoney(down.money), fromDay, since)]),
    ...(up.customers === 0 ? [] : [text.movement.rose(up.customers, roundMoney(up.money), fromDay)]),
  ];
  return capital(said.join("; "));
}

/** How many went a way that what they did does not explain; empty where nobody did. */
function asideOf({ text }: PageContext, { flows }: Movement): string {
  const { aside } = movedBy(flows);
  return aside.customers === 0 ? "" : `${text.movement.aside(aside.customers)} `;
}

function placesOf({ flows, segments }: Movement): { readonly from: readonly Place[]; readonly to: readonly Place[] } {
  const isUsed = (segment: number): boolean => flows.some(({ from, to }) => from === segment || to === segment);
  const used = segments.flatMap((_, index) => (isUsed(index) ? [index] : []));
  const others = (places: readonly Place[], side: "from" | "to"): readonly Place[] =>
    places.filter((place) => flows.some((flow) => flow[side] === place));
  return { from: [...used, ...others(["new", "back"], "from")], to: [...used, ...others(["lapsed"], "to")] };
}

function placeName({ text, report }: PageContext, place: Place): string {
  if (place === "new") return text.movement.newPlace;
  if (place === "back") return text.movement.backPlace;
  if (place === "lapsed") return text.movement.lapsedPlace;
  return nameInText(report.segments.segments[place]?.segment ?? "");
}

function matrix(context: PageContext, movement: Movement, caption: string): Markup {
  const { text, language } = context;
  const { from, to } = placesOf(movement);
  const most = Math.max(0, ...movesOf(movement).map(({ customers }) => customers));
  const numberOf = (place: Place): string => (typeof place === "number" ? String(place + 1) : "–");
  return shadedTable({
    caption,
    corner: text.movement.corner,
    columns: to.map(
      (place) =>
        html`<span aria-hidden="true" class="turned">${placeName(context, place)}</span><span aria-hidden="true" class="short">${numberOf(place)}</span><span class="hidden">${placeName(context, place)}</span>`,
    ),
    rows: from.map((origin) => ({
      label: html`<span aria-hidden="true" class="soft short">${numberOf(origin)}\u00A0</span><bdi>${placeName(context, origin)}</bdi>`,
      cells: to.map((target): ShadedCell => {
        const flow = movement.flows.find((one) => one.from === origin && one.to === target);
        if (flow === undefined) return { content: "", shade: 0 };
        const hint = text.movement.hint(flow.customers, placeName(context, origin), placeName(context, target));
        const content = html`<span title="${hint}">${language.count(flow.customers)}</span>`;
        return { content, shade: most > 0 ? flow.customers / most : 0, quiet: origin === target };
      }),
    })),
  });
}

function largestList(context: PageContext, moves: readonly Flow[]): Markup | null {
  const { text } = context;
  const named = moves.slice(0, MOVES_NAMED);
  if (named.length === 0) return null;
  return html`<p class="small">${text.movement.largest}:</p><ul class="note-list small">${named.map(
    ({ from, to, customers }) =>
      html`<li>${text.movement.flow(customers, placeName(context, from), placeName(context, to))}</li>`,
  )}</ul>`;
}

function largestMoves(context: PageContext, moves: readonly Flow[]): Markup {
  const { text } = context;
  const shown = moves.slice(0, MOVES_LISTED);
  return html`<p>${text.movement.listTitle(shown.length, moves.length)}:</p><ol class="note-list">${shown.map(
    ({ from, to, customers }) =>
      html`<li>${text.movement.flow(customers, placeName(context, from), placeName(context, to))}</li>`,
  )}</ol>`;
}

function moveTable(context: PageContext, flows: readonly Flow[], caption: string): NumberTable {
  const { text, language, money } = context;
  const { columns } = text.movement;
  return {
    caption,
    columns: [
      { heading: columns.from, isText: true },
      { heading: columns.to, isText: true },
      { heading: columns.customers },
      { heading: columns.ordered },
      { heading: columns.worth, isLeftOut: !language.hasMoney },
    ],
    rows: flows.map(({ from, to, customers, moneyAfter, ordered }) => [
      nameMarkup(placeName(context, from)),
      nameMarkup(placeName(context, to)),
      language.count(customers),
      language.count(ordered.customers),
      money(moneyAfter),
    ]),
  };
}
