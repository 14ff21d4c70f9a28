import { definitionsOf } from "../../analysis/model/model.ts";
import { groupPlan, groupsOfCells } from "../../analysis/report/groups-over-time.ts";
import { hasRanks, movementById, movementFrom } from "../../analysis/report/movement.ts";
import { overTimeOfSums, type ReportOverTime, reportOf } from "../../analysis/report/report.ts";
import { gapsOfCounts } from "../../analysis/retention/purchase-gaps.ts";
import { type PauseCounts, repeatOfCounts } from "../../analysis/retention/repeat.ts";
import { type RetentionTable, retentionOfCells } from "../../analysis/retention/retention-by-period.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentTable } from "../../analysis/segments/segment-customers.ts";
import { yardstickOfPauses } from "../../analysis/segments/yardstick.ts";
import { shownEngineUrl } from "../../basics/text/engine-url.ts";
import type { EngineReader, GivenCustomers, GivenPeriods } from "../../cli/engine-reader.ts";
import { namedForOthers } from "../../cli/list-command.ts";
import type { Request } from "../../cli/result.ts";
import { finishScoring, givenSegmentOptions, givenSource } from "../../cli/scoring.ts";
import { EmptyInputError } from "../../errors.ts";
import { ofTable } from "../../render/language/of-table.ts";
import { permissionNotes } from "../../render/notes/list-notes.ts";
import type { Note } from "../../render/notes/note.ts";
import { retentionNotes } from "../../render/notes/period-notes.ts";
import { scoringNotes } from "../../render/notes/scoring-notes.ts";
import type { ReportOrigin } from "../../render/report/report-input.ts";
import { currenciesOf } from "../../warehouse/read/judge-overview.ts";
import {
  type ReportCommandOptions,
  type Reported,
  type ReportSettings,
  reportLanguage,
  sharedInput,
} from "./reported.ts";

/** The report on a table in a database, from sums and counts: never from single orders. */
export async function reportOfTable(
  reader: EngineReader,
  request: Request<ReportCommandOptions>,
  settings: ReportSettings,
): Promise<Reported> {
  const { options } = request;
  const { scoring, naming } = settings;
  const people = naming.people === null ? null : await reader.people(naming.people);
  const given = people ?? (await reader.customers());
  const { asOf } = given.customers;
  const scored = givenSegmentOptions(given, scoring);
  const segmented = segmentTable(given.customers, scored);
  const pauses = await reader.pauses();
  const overTime = await overTimeOf(reader, segmented, { options, scored, pauses });
  const yardstick = yardstickOfPauses(given.customers, pauses);
  const permission = people === null ? null : naming.permissionOf(segmented, people.orders, []);
  const report = reportOf(segmented, { yardstick, overTime, top: options.top, permission });
  const source = givenSource(given);
  const { notes, companions } = finishScoring(source, segmented, scoring);
  const language = ofTable(reportLanguage(options, asOf, scoring));
  const origin = await originOf(reader, given, request);
  const input = {
    ...sharedInput(report, request, { ...settings, language }),
    ledger: given.ledger,
    understanding: origin,
    notes: [
      ...given.tableNotes.map((note) => withNameForOthers(note, request)),
      ...scoringNotes(segmented, language, source),
      ...notes,
      ...permissionNotes(permission, language),
      ...retentionNotes(overTime.retention, asOf, language),
    ],
    definitions: definitionsOf({ ...options, asOf }),
    people: people === null ? undefined : naming.namesOf?.(segmented, people.orders),
    outlook: null,
    profile: null,
    loyalty: null,
  };
  return { input, companions };
}

interface Followed {
  readonly options: ReportCommandOptions;
  /** How the customers were scored. */
  readonly scored: Parameters<typeof segmentTable>[1];
  readonly pauses: PauseCounts;
}

/** What happened from period to period. */
async function overTimeOf(
  reader: EngineReader,
  segmented: SegmentedCustomers,
  followed: Followed,
): Promise<ReportOverTime> {
  const { period = "month", covers } = followed.options;
  const { asOf } = segmented.customers;
  const given = await reader.periods(period);
  const retention = retentionOfCells(given.sums, { asOf, period, covers });
  return overTimeOfSums(
    {
      periods: given.sums,
      retention,
      repeat: await repeatOf(reader, { ...followed, given, retention }),
      groupsOverTime: await groupsOf(reader, segmented, { options: followed.options, retention }),
      movement: await movementOf(reader, segmented, followed),
    },
    { asOf, period, covers },
  );
}

/** `null` where nobody has come back on another day: then the data cannot say how long customers take to. */
async function repeatOf(
  reader: EngineReader,
  {
    options,
    pauses,
    given,
    retention,
  }: Followed & { readonly given: GivenPeriods; readonly retention: RetentionTable },
): Promise<ReportOverTime["repeat"]> {
  const { lapseGap: lapseDays } = gapsOfCounts(pauses.gaps);
  if (lapseDays === null) return null;
  const climb = await reader.climb(lapseDays);
  const { frequency = "orders" } = options;
  return repeatOfCounts(
    { pauses, climb, periods: given.sums },
    { lapseDays, asOf: given.asOf, frequency, table: retention },
  );
}

async function groupsOf(
  reader: EngineReader,
  segmented: SegmentedCustomers,
  { options, retention }: { readonly options: ReportCommandOptions; readonly retention: RetentionTable },
): Promise<ReportOverTime["groupsOverTime"]> {
  const { asOf } = segmented.customers;
  const plan = groupPlan(segmented, { retention, asOf });
  if (typeof plan === "string") return plan;
  const cells = await reader.groups(plan.ends, segmented);
  return groupsOfCells(cells, segmented, { plan, retention, asOf, window: options.window });
}

/** The customers as of one period earlier, with the same cut points. */
async function movementOf(
  reader: EngineReader,
  segmented: SegmentedCustomers,
  { options, scored }: Followed,
): Promise<ReportOverTime["movement"]> {
  if (hasRanks(segmented)) return "ranked";
  const fromDay = movementFrom({ asOf: segmented.customers.asOf, period: options.period });
  const earlier = await customersOn(reader, fromDay);
  if (earlier === null) return "too early";
  return movementById(segmentTable(earlier.customers, { ...scored, frozen: segmented.scales }), segmented);
}

/** `null` where nobody had bought by then. */
async function customersOn(reader: EngineReader, day: number): Promise<GivenCustomers | null> {
  try {
    return await reader.customers(day);
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}

type OfTable = Pick<Request<ReportCommandOptions>, "exports" | "options">;

async function originOf(reader: EngineReader, given: GivenCustomers, request: OfTable): Promise<ReportOrigin> {
  const { groups } = await reader.overview();
  const [database, name] = namesOf(request);
  return {
    currency: given.currency ?? "",
    currencies: currenciesOf(groups),
    passedOver: [],
    files: [{ name: `${database} ${name}`, bytes: null, rows: given.ledger.rows, sha256: null }],
    table: { database, name },
  };
}

/** The database and the table as a report names them, which others will read. */
function namesOf({
  exports: [url = ""],
  options: { table = "" },
}: OfTable): readonly [database: string, table: string] {
  return [namedForOthers(url), namedForOthers(table)];
}

/** A note about the table under the name that the report has for it. */
function withNameForOthers({ text, ...rest }: Note, request: OfTable): Note {
  const { exports, options } = request;
  const own = `${shownEngineUrl(exports[0] ?? "")} ${options.table}`;
  return { ...rest, text: text.replace(own, () => namesOf(request).join(" ")) };
}
