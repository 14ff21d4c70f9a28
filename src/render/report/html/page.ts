/*
 * The report as a page: `sections/` in reading order, made from `parts/` and `charts/`. All text goes through `markup.ts`,
 * which escapes it.
 */
import { createHash } from "node:crypto";
import { type FollowedContext, type PageContext, pageContext } from "../page-context.ts";
import { followed, type ReportInput } from "../report-input.ts";
import { html, Markup } from "./markup.ts";
import { shortened } from "./name.ts";
import { cohortSection } from "./sections/cohorts.ts";
import { concentrationSection } from "./sections/concentration.ts";
import { firstSteps } from "./sections/first-actions.ts";
import { groupsOverTimeFigure } from "./sections/groups-over-time.ts";
import { inShort } from "./sections/in-short.ts";
import { latestTiles, totalTiles } from "./sections/latest-period.ts";
import { loyaltySection } from "./sections/loyalty.ts";
import { methodSection } from "./sections/method.ts";
import { movementSection } from "./sections/movement.ts";
import { opening } from "./sections/opening.ts";
import { hasOutlook, outlookSection } from "./sections/outlook.ts";
import { profileSection } from "./sections/profile.ts";
import { retentionSection } from "./sections/retention.ts";
import { gridSection } from "./sections/score-grid.ts";
import { secondOrderSection } from "./sections/second-order.ts";
import { segmentSection } from "./sections/segments.ts";
import { spreadSection } from "./sections/spread.ts";
import { topSection } from "./sections/top-customers.ts";
import { STYLESHEET } from "./stylesheet.ts";
import { keepWhole } from "./whole-words.ts";

/**
 * A report as one HTML page that needs nothing else: no scripts, no fonts, no pictures from elsewhere. Its policy forbids
 * all of them, so that nothing in the data could make a browser ask for any.
 */
export function* renderHtmlReport(input: ReportInput): Generator<string> {
  const context = pageContext(input);
  yield "<!DOCTYPE html>\n";
  yield `${opened(context)}`;
  for (const section of SECTIONS) yield keepWhole(`${section(context)}`);
  yield `${html`</main>
<footer><p>${context.text.method.madeBy(context.version)}</p></footer>
</body></html>
`}`;
}

const SECTIONS: readonly ((context: PageContext) => Markup)[] = [
  opening,
  () => html`<main id="report">
`,
  firstSteps,
  development,
  inShort,
  contents,
  segmentSection,
  gridSection,
  spreadSection,
  concentrationSection,
  whereFollowed(retentionSection),
  whereFollowed(cohortSection),
  whereFollowed(secondOrderSection),
  whereFollowed(movementSection),
  outlookSection,
  profileSection,
  loyaltySection,
  topSection,
  methodSection,
];

/** A section that is left out where only sums of the customers are known. */
function whereFollowed(section: (context: FollowedContext) => Markup): (context: PageContext) => Markup {
  return (context) => {
    const own = followed(context);
    return own === null ? html`` : section(own);
  };
}

/** The style sheet as it stands: it is this program's own text from end to end. */
const STYLE = Markup.fromTemplate([STYLESHEET], []);

/** The one style sheet is allowed by its hash; everything else is forbidden. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLESHEET).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** Hatching for what is not complete: over bars, and over the background. */
const PATTERNS = html`<svg width="0" height="0" aria-hidden="true" class="patterns"><defs>
<pattern id="hatching" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="8"/></pattern>
<pattern id="hatching-soft" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-soft" x1="0" y1="0" x2="0" y2="8"/></pattern>
</defs></svg>
`;

function opened({ text, language, report, title: name }: PageContext): Markup {
  const title = `${shortened(name, 120)}: ${text.title}, ${language.day(report.segmented.customers.asOf)}`;
  return html`<html lang="${language.code}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style></head>
<body><a class="skip" href="#report">${text.skip}</a>
${PATTERNS}`;
}

/** How the groups developed, beside what happened lately. */
function development(context: PageContext): Markup {
  const own = followed(context);
  if (own === null) return totalTiles(context);
  return html`<div class="now"><section aria-labelledby="over-time"><h2 id="over-time" class="hidden">${context.text.overTime.heading}</h2>
${groupsOverTimeFigure(own)}</section>
${latestTiles(own)}</div>
`;
}

function contents(context: PageContext): Markup {
  const { text, report, language } = context;
  const kind = report.overTime?.retention.kind ?? null;
  const entries: readonly (readonly [string, string])[] = [
    ["segments", text.segments.heading],
    ["grid", text.grid.heading],
    ["spread", text.spread.heading],
    ...(language.hasMoney ? [["concentration", text.concentration.heading] as const] : []),
    ...(kind === null
      ? []
      : ([
          ["retention", text.retention.heading(kind)],
          ["cohorts", text.cohorts.heading],
          ["second", text.second.heading],
          ["movement", text.movement.heading(kind)],
        ] as const)),
    ...(hasOutlook(context) ? [["outlook", language.words.forecasting.report.heading] as const] : []),
    ...(context.profile === null ? [] : [["profile", language.words.profile.heading] as const]),
    ...(context.loyalty === null
      ? []
      : [["loyalty", language.words.loyalty.heading(context.loyalty.replay.plan.name)] as const]),
    ...(report.topCustomers.length > 0 ? [["top", text.top.heading] as const] : []),
    ["method", text.method.heading],
  ];
  return html`<nav aria-labelledby="contents"><h2 id="contents" class="kicker">${text.onThisPage}</h2>
<ul>${entries.map(
    ([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>
`,
  )}</ul></nav>
`;
}
