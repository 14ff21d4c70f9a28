/*
 * rfm lists in steps: list-choices.ts says which lists were asked for, prepare-lists.ts makes them, stale-lists.ts looks after
 * those of an earlier run.
 */

import { resolve } from "node:path";
import type { LoyaltyReplay } from "../../analysis/loyalty/replay-loyalty.ts";
import { DEFAULT_BEST } from "../../analysis/profile/customer-profile.ts";
import type { LapsedCustomers } from "../../analysis/report/lapsing.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { segmentTable } from "../../analysis/segments/segment-customers.ts";
import { type Yardstick, yardstickOf, yardstickOfPauses } from "../../analysis/segments/yardstick.ts";
import type { CliContext } from "../../cli/context.ts";
import type { EngineReader } from "../../cli/engine-reader.ts";
import { languagesFor } from "../../cli/language.ts";
import { refuseOptionsOfOrders } from "../../cli/require-orders.ts";
import type { CompanionFile } from "../../cli/result.ts";
import { finishScoring, givenSegmentOptions, givenSource, prepareScoring, segmentOptions } from "../../cli/scoring.ts";
import { type DoNotContactFile, readDoNotContact } from "../../exports/companions/do-not-contact.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import { type ConsentCount, countConsent } from "../../lists/consent.ts";
import type { ControlGroupFile } from "../../lists/control-group.ts";
import { loyaltyLists } from "../../lists/loyalty-lists.ts";
import { type ListFile, type ListOptions, makeLists } from "../../lists/make-lists.ts";
import { countReasons } from "../../lists/next-best.ts";
import { listOptions } from "../../options/list-options.ts";
import { givenOfOrders } from "../../options/looking-at-orders.ts";
import type { OrderHistory } from "../../orders/history.ts";
import type { Language } from "../../render/language/language.ts";
import { listNotes, nextBestNote } from "../../render/notes/list-notes.ts";
import { type Note, note } from "../../render/notes/note.ts";
import { type CustomerSource, scoringNotes } from "../../render/notes/scoring-notes.ts";
import { longerThan } from "../../render/sentences/whole-days.ts";
import { type NamedPlan, namedPlan, replayPlan } from "../loyalty/replayed-plan.ts";
import { answerRate } from "./answer-rate.ts";
import { contactOptions, listFormats, listSalt, refuseIdlePlan } from "./list-choices.ts";
import type { ListRequest, ListSettings } from "./list-settings.ts";
import { bestOf, lapsedOf, nextBestFacts, ownLists } from "./own-lists.ts";
import { type SegmentedLists, segmentedFor } from "./segmented-lists.ts";

/** Lists that only wait for the exports: their options are checked, and the files they name are loaded. */
export interface ListPreparation {
  /** What the reading must carry along. */
  readonly contacts: ContactOptions;
  readonly make: (history: OrderHistory) => MadeLists;
  /** The lists of a table in a database, and what is said of the table. */
  readonly fromEngine: (reader: EngineReader) => Promise<{ readonly made: MadeLists; readonly notes: readonly Note[] }>;
  /** The option because of which single orders are needed. */
  readonly needsOrders: string | undefined;
}

/** The lists of a run: their files, each made in parts when it is written, and what is to be said about them. */
export interface MadeLists {
  readonly files: readonly ListFile[];
  readonly controlGroups: readonly ControlGroupFile[];
  readonly segmented: SegmentedCustomers;
  /** `null` where no consent is asked for. */
  readonly consent: ConsentCount | null;
  readonly companions: readonly CompanionFile[];
  readonly notes: readonly Note[];
}

/**
 * Checks everything that lists need besides the orders, so that a wrong option costs no reading.
 *
 * @throws UsageError, SchemeError, InputError where options, scheme, model or the do-not-contact list cannot be used
 */
export async function prepareLists({ options, context }: ListRequest): Promise<ListPreparation> {
  const languages = await languagesFor(options, "csv"); // lists are for machines
  const scoring = await prepareScoring(options, context, languages);
  const excluded = options.exclude === undefined ? null : await readExcluded(options.exclude, context);
  refuseIdlePlan(options);
  const plan = await namedPlan(options.loyalty, context.cwd);
  const ofOrders = givenOfOrders(listOptions, options);
  const settings = { options, language: languages.messageLanguage, scoring, excluded, plan };
  return {
    contacts: contactOptions(options),
    make: (history) => {
      refuseOptionsOfOrders(history, ofOrders);
      const segmented = segmentedFor(history, settings);
      const yardstick = (): Yardstick => yardstickOf(history.orders, segmented.segmented);
      return madeLists(history, { ...segmented, yardstick }, settings);
    },
    needsOrders: ofOrders[0],
    fromEngine: async (reader) => {
      const conditions = options.consent ?? [];
      const people = await reader.people({
        contacts: contactOptions(options),
        yes: conditions.map(({ values }) => values),
        addresses: excluded !== null,
      });
      const segmented = segmentTable(people.customers, givenSegmentOptions(people, scoring));
      const restsOnPauses = options.lapsed === true || options.orderedOnce === true;
      const pauses = restsOnPauses ? await reader.pauses() : null;
      const yardstick = (): Yardstick =>
        pauses === null ? yardstickOf(people.orders, segmented) : yardstickOfPauses(segmented.customers, pauses);
      const source = {
        orders: people.orders,
        understanding: { ...givenSource(people).understanding, files: [people.source] },
        customerColumn: people.columns.customer,
      };
      const listed = { segmented, changes: null, notes: [], yardstick };
      return { made: madeLists(source, listed, settings), notes: people.notes };
    },
  };
}

function readExcluded(name: string, context: CliContext): Promise<DoNotContactFile> {
  return readDoNotContact(resolve(context.cwd, name), name);
}

/** What lists are made of beside the customers: whole exports, or a table in a database, which has no single orders. */
type ListSource = CustomerSource &
  (
    | OrderHistory
    | {
        readonly orders: OrderHistory["orders"];
        readonly understanding: Pick<OrderHistory["understanding"], "currency"> & {
          readonly files: readonly Pick<OrderHistory["understanding"]["files"][number], "name" | "contacts">[];
        };
      }
  );

function madeLists(
  history: ListSource,
  { segmented, changes, notes, yardstick }: SegmentedLists & { readonly yardstick: () => Yardstick },
  settings: ListSettings,
): MadeLists {
  const { options, language, scoring, excluded, plan } = settings;
  const single = "entries" in history ? history : null;
  const replay = plan === null || single === null ? null : replayFor(single, plan, segmented.customers.asOf);
  const nextBest =
    options.nextBest === true && single !== null ? nextBestFacts(single, segmented, { scoring, replay }) : null;
  const best = options.likeBest === true ? bestOf(segmented, options.best ?? DEFAULT_BEST) : null;
  const lapsed = options.lapsed === true ? lapsedOf(segmented, yardstick()) : null;
  const listOptions: ListOptions = {
    formats: listFormats(options),
    segments: options.segment,
    changes,
    own: ownLists(options, { orders: history.orders, segmented, nextBest, best, lapsed, yardstick }),
    loyalty: replay === null ? null : loyaltyLists(replay),
    exclude: excluded ?? { keys: new Set(), hashes: new Set() },
    consent: options.consent ?? [],
    holdout: options.holdout ?? 0,
    salt: listSalt(options),
    hashIds: options.hashIds === true,
    minSize: options.minSize ?? 1,
    defaultCountry: options.defaultCountry ?? "",
  };
  const set = makeLists(segmented, history.orders, listOptions);
  const end = finishScoring(history, segmented, scoring);
  const listed = listNotes(set, {
    options: listOptions,
    sources: history.understanding.files.map(({ name, contacts }) => ({ file: name, contacts })),
    excludeFile:
      excluded === null
        ? null
        : {
            name: options.exclude ?? "",
            entries: excluded.keys.size + excluded.hashes.size,
            blankRows: excluded.blankRows,
          },
    answerRate:
      listOptions.holdout > 0 && single !== null ? answerRate(single, segmentOptions(single, scoring), options) : null,
    isSeed: best !== null,
    language,
  });
  return {
    files: set.files,
    controlGroups: set.controlGroups,
    segmented,
    consent: listOptions.consent.length === 0 ? null : countConsent(set.audience, listOptions.consent),
    companions: end.companions,
    notes: [
      ...scoringNotes(segmented, language, history),
      ...end.notes,
      ...notes,
      ...(options.due === true ? [note(language.words.forecasting.due)] : []),
      ...(best === null ? [] : [note(language.words.lists.seed(best.best, best.best + best.rest))]),
      ...(lapsed === null ? [] : [note(lapsedSentence(lapsed, segmented, language))]),
      ...(nextBest === null ? [] : [nextBestNote(countReasons(set.audience, nextBest), language)]),
      ...listed,
    ],
  };
}

function lapsedSentence(
  { valuable, lapseDays }: LapsedCustomers,
  { customers }: SegmentedCustomers,
  { words: { lists } }: Language,
): string {
  return lists.lapsed(valuable.length, longerThan(lapseDays), customers.hasMoney);
}

function replayFor(history: OrderHistory, plan: NamedPlan, asOf: number): LoyaltyReplay {
  return replayPlan(history, plan, { asOf, redemption: null }).replay;
}
