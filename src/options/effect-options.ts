import { parseSaltOption } from "./list-values.ts";
import { option } from "./option.ts";
import { parseCalendarDayOption, parseSpanOption } from "./reading-values.ts";

const section = "campaign";
const list = "a list of rfm lists in any format, its folder, or a file of ids or e-mail addresses";

/** Who got a campaign, who did not, and on which days an order is counted. */
export const effectOptions = [
  option({ name: "treated", section, kind: "file", summary: `everybody who got the campaign (required): ${list}` }),
  option({
    name: "control",
    section,
    kind: "file",
    summary:
      "everybody who was kept out by chance (required): control-group.csv of rfm lists --holdout, its folder, or a file",
  }),
  option({
    name: "since",
    section,
    kind: "day",
    summary: "the campaign's first day, yyyy-mm-dd (required)",
    parse: parseCalendarDayOption,
  }),
  option({
    name: "within",
    section,
    kind: "span",
    summary: "how long an order is counted as an answer, from --since on: 14d, 30d, 2m",
    whenAbsent: "30d",
    parse: parseSpanOption,
  }),
  option({
    name: "salt",
    section,
    summary: "salt of the hashed ids on the lists",
    whenAbsent: "rfm",
    parse: parseSaltOption,
  }),
] as const;
