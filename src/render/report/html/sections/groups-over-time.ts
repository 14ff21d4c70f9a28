import type { GroupsAt, GroupsOverTime } from "../../../../analysis/report/groups-over-time.ts";
import { FAMILIES, type Family } from "../../../../analysis/segments/family.ts";
import type { Band, FollowedContext, PageContext } from "../../page-context.ts";
import { bandMarkup } from "../charts/curve.ts";
import { plotMarkup, sideLabels, type Tick, xAt, yAt } from "../charts/plot.ts";
import { roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

/** The part of the axis that the last label takes, with some space before it. */
const ROOM_FOR_LAST = 0.34;
const ID = "groups-over-time";

/** How many customers each kind of group had at the ends of the newest periods. */
export function groupsOverTimeFigure(context: FollowedContext): Markup {
  const { text, overTime } = context;
  const groups = overTime.groupsOverTime;
  if (typeof groups !== "string") return groupFigure(context, groups);
  const { none, noneTitle } = text.overTime;
  return insteadOfChart(ID, noneTitle, groups === "one day" ? none[groups](overTime.retention.kind) : none[groups]);
}

function groupFigure(context: FollowedContext, groups: GroupsOverTime): Markup {
  const { text, language, report, overTime } = context;
  const { points } = groups;
  const to = report.segmented.customers.asOf;
  const from = points.find(({ isShort, day }) => !isShort && day < to) ?? null;
  const title = titleOf(context, groups, from);
  const short = hatchedUpTo(points);
  const caption = [
    text.overTime.caption(overTime.retention.kind, to),
    ...(short === undefined ? [] : [text.overTime.short(short, report.segmented.customers.windowStart !== null)]),
  ];
  return figureMarkup(
    {
      id: ID,
      title,
      caption: caption.join(" "),
      chart: html`<div class="beside">${stackPlot(context, groups, title)}${labelsOf(context, groups, from)}</div>`,
      legend: html`<ul class="legend narrow-legend">${groups.groups.map(
        (group, index) =>
          html`<li><span class="chip band-${bandOfGroup(group)}"></span>${countText(context, { groups, index, from })}</li>`,
      )}</ul>${report.segmented.customers.windowStart === null ? html`<p class="small soft">${text.overTime.growing}</p>` : null}`,
      table: {
        caption: title,
        columns: [
          { heading: text.overTime.day, isText: true },
          ...groups.groups.map((group) => ({ heading: groupName(context, group) })),
          { heading: text.overTime.total },
        ],
        rows: points.map(({ day, customers, isShort }) => [
          isShort ? text.overTime.incomplete(language.day(day)) : language.day(day),
          ...customers.map(language.count),
          language.count(totalOf(customers)),
        ]),
      },
    },
    context,
  );
}

/** The day up to which the areas are hatched; `undefined` where none are, since one point has no area. */
function hatchedUpTo(points: readonly GroupsAt[]): number | undefined {
  return points.findLast(({ isShort }, index) => isShort && index > 0)?.day;
}

function titleOf(context: PageContext, { groups, points }: GroupsOverTime, from: GroupsAt | null): string {
  const { overTime } = context.text;
  const last = points.at(-1);
  if (from === null || last === undefined) return overTime.plainTitle(context.report.segmented.customers.asOf);
  const changes = groups.map((group, index) =>
    overTime.change(groupName(context, group), (last.customers[index] ?? 0) - (from.customers[index] ?? 0)),
  );
  return overTime.title(from.day, changes.join(", "));
}

function groupName({ text }: PageContext, group: Family | null): string {
  return group === null ? text.overTime.noFamily : text.segments.families[group];
}

function bandOfGroup(group: Family | null): Band {
  return (group === null ? 2 : FAMILIES.indexOf(group)) as Band;
}

function totalOf(customers: readonly number[]): number {
  return customers.reduce((sum, one) => sum + one, 0);
}

interface GroupPlace {
  readonly groups: GroupsOverTime;
  readonly index: number;
  /** The day that the newest is compared with; `null` where there is none. */
  readonly from: GroupsAt | null;
}

/** `best 1,230 (+598)` */
function countText(context: PageContext, { groups, index, from }: GroupPlace): string {
  const now = groups.points.at(-1)?.customers[index] ?? 0;
  const change = from === null ? null : now - (from.customers[index] ?? 0);
  return context.text.overTime.count(groupName(context, groups.groups[index] ?? null), now, change);
}

function stackPlot(context: PageContext, { groups, points }: GroupsOverTime, title: string): Markup {
  const { text, language } = context;
  const ticks = roundTicks(Math.max(...points.map(({ customers }) => totalOf(customers))), true);
  const most = ticks.at(-1) ?? 1;
  const [first = 0, last = 1] = [points[0]?.day, points.at(-1)?.day];
  const x = (day: number): number => (day - first) / (last - first);
  const upTo = (customers: readonly number[], index: number): number => totalOf(customers.slice(0, index)) / most;
  const areas = groups.map((group, index) =>
    bandMarkup(
      points.map(({ day, customers }) => ({
        x: x(day),
        low: upTo(customers, index),
        high: upTo(customers, index + 1),
      })),
      `stack band-${bandOfGroup(group)}`,
    ),
  );
  const short = hatchedUpTo(points);
  const hatch =
    short === undefined
      ? null
      : html`<rect class="hatch" x="0" y="${yAt(1)}" width="${xAt(x(short))}" height="${yAt(0) - yAt(1)}"/>`;
  const middle = Math.floor((points.length - 1) / 2);
  const xTicks = points.flatMap(({ day }, index): readonly Tick[] => {
    const isLast = index === points.length - 1;
    if (!isLast && index !== 0 && (index !== middle || x(day) > 1 - ROOM_FOR_LAST)) return [];
    return [{ at: x(day), label: language.day(day), isMinor: !isLast && index !== 0 }];
  });
  return plotMarkup({
    description: text.overTime.describe(title, points.length),
    yTicks: ticks.map((tick) => ({ at: tick / most, label: language.count(tick) })),
    xTicks,
    content: [...areas, ...(hatch === null ? [] : [hatch])],
  });
}

/** The groups' names beside the right end of their areas. */
function labelsOf(context: PageContext, groups: GroupsOverTime, from: GroupsAt | null): Markup {
  const newest = groups.points.at(-1)?.customers ?? [];
  const most = roundTicks(Math.max(...groups.points.map(({ customers }) => totalOf(customers))), true).at(-1) ?? 1;
  return sideLabels(
    groups.groups.map((_, index) => ({
      at: (totalOf(newest.slice(0, index)) + (newest[index] ?? 0) / 2) / most,
      label: countText(context, { groups, index, from }),
    })),
  );
}
