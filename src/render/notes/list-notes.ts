import type { BaseRate } from "../../analysis/effect/base-rate.ts";
import { peopleNeeded, smallestDifference } from "../../analysis/effect/sample-size.ts";
import type { Permission } from "../../analysis/report/permission.ts";
import { commonValues } from "../../basics/text/common-values.ts";
import type { Audience } from "../../lists/audience.ts";
import { conditionText, hasConsented } from "../../lists/consent.ts";
import { countryCode } from "../../lists/country-code.ts";
import type { ListOptions, ListSet } from "../../lists/make-lists.ts";
import type { ReasonCount } from "../../lists/next-best.ts";
import { answersOf } from "../../lists/permission.ts";
import { normalisePhone } from "../../lists/phone-number.ts";
import { HOLDOUT_NAME } from "../../lists/plan-lists.ts";
import { DEFAULT_SALT } from "../../lists/salted-id.ts";
import { shownAnswer } from "../../lists/shown-answer.ts";
import type { Language } from "../language/language.ts";
import { type Note, note, warning } from "./note.ts";

/** Whom to talk to this week, and how many for which reason. */
export function nextBestNote(counts: readonly ReasonCount[], { words }: Language): Note {
  const { lists } = words;
  if (counts.length === 0) return note(lists.nobodyThisWeek);
  return note(lists.thisWeek(counts.map(({ reason, people }) => lists.nextBest[reason](people)).join(", ")));
}

/** Where the contact fields stand in one file of the exports. */
export interface ContactSource {
  readonly file: string;
  readonly contacts: readonly { readonly field: string; readonly column: string }[];
}

export interface ListNoteContext {
  readonly options: ListOptions;
  readonly sources: readonly ContactSource[];
  readonly excludeFile: { readonly name: string; readonly entries: number; readonly blankRows: number } | null;
  /** How many customers order without a campaign; `null` without a control group, or where the history is too short. */
  readonly answerRate: BaseRate | null;
  /** Whether tools are to find others like these people. */
  readonly isSeed: boolean;
  readonly language: Language;
}

/** What the reader of lists should know. Nobody's name, address or number is ever in it. */
export function listNotes(set: ListSet, context: ListNoteContext): readonly Note[] {
  return [
    ...sourceNotes(context),
    ...exclusionNotes(set, context),
    ...consentNotes(set.audience, context),
    ...contactNotes(set.audience, context),
    ...addressNotes(set, context),
    ...groupNotes(set, context),
    ...controlNotes(set, context),
    ...seedNotes(set, context),
  ];
}

/** Contact columns that nothing is written from. */
const NOT_SHOWN: ReadonlySet<string> = new Set(["condition", "otherEmail"]);

/** The columns that say who people are; files that agree are named once. */
function sourceNotes({ sources, language: { words } }: ListNoteContext): readonly Note[] {
  const shown = new Map<string, string>();
  for (const { file, contacts } of sources) {
    const columns = [...new Set(contacts.filter(({ field }) => !NOT_SHOWN.has(field)).map(({ column }) => column))];
    const text = columns.map((column) => `"${column}"`).join(", ");
    if (!shown.has(text)) shown.set(text, file);
  }
  return [note(words.lists.contactColumns([...shown].map(([columns, file]) => ({ file, columns }))))];
}

function exclusionNotes({ exclusionsMet }: ListSet, { excludeFile, language }: ListNoteContext): readonly Note[] {
  if (excludeFile === null) return [];
  const { lists } = language.words;
  const { name, entries, blankRows } = excludeFile;
  const met = lists.exclusionsMet(name, exclusionsMet, entries);
  return [
    exclusionsMet === 0 && entries > 0 ? warning(met) : note(met),
    ...(blankRows === 0 ? [] : [warning(lists.exclusionsBlank(name, blankRows))]),
  ];
}

function consentNotes(
  audience: Audience,
  { options, sources, excludeFile, language }: ListNoteContext,
): readonly Note[] {
  const { lists } = language.words;
  if (options.consent.length > 0) {
    const others = indexesOf(audience, (index) => !hasConsented(audience.contact(index), options.consent));
    const yes = audience.length - others.length;
    const answers = answersOf(audience, others, options.consent);
    return [note(lists.consented(conditionText(options.consent), { yes, all: audience.length, answers }))];
  }
  const known = sources.flatMap(({ contacts }) => contacts).find(({ field }) => field === "consent");
  if (known !== undefined) {
    const answers = commonValues(
      indexesOf(audience, () => true).map((index) => shownAnswer(audience.contact(index).consent)),
    );
    return [warning(lists.consentNotAsked(known.column, answers))];
  }
  const isForTool = options.formats.some(({ needs }) => needs !== "nothing");
  return isForTool && excludeFile === null ? [warning(lists.consentUnknown)] : [];
}

/** What a report says of who may be written to. */
export function permissionNotes(permission: Permission | null, { words: { lists } }: Language): readonly Note[] {
  if (permission === null) return [];
  const { consent, exclusions } = permission;
  return [
    ...(exclusions === null ? [] : [note(lists.exclusionsMet(exclusions.file, exclusions.met, exclusions.entries))]),
    ...(consent === null ? [] : [note(lists.consented(consent.condition, consent))]),
  ];
}

/** Phone numbers and countries that could not be read. */
function contactNotes(audience: Audience, { options, language }: ListNoteContext): readonly Note[] {
  const { lists } = language.words;
  let phones = 0;
  const countries: string[] = [];
  for (let index = 0; index < audience.length; index += 1) {
    const { phone, country } = audience.contact(index);
    const code = country === "" ? options.defaultCountry : countryCode(country);
    if (country !== "" && code === "") countries.push(country);
    if (phone !== "" && normalisePhone(phone, code) === "") phones += 1;
  }
  return [
    ...(phones === 0 ? [] : [note(lists.phonesLeftOut(phones))]),
    ...(countries.length === 0 ? [] : [note(lists.countriesUnknown(countries.length, commonValues(countries)))]),
  ];
}

function addressNotes({ files }: ListSet, { options, language }: ListNoteContext): readonly Note[] {
  const { lists } = language.words;
  return options.formats.flatMap((format) => {
    const own = files.filter(({ tool }) => tool === format.name);
    const [missing, shared] = (["no address", "shared address"] as const).map((outcome) =>
      own.reduce((sum, { leftOut }) => sum + leftOut[outcome], 0),
    );
    return [
      ...(missing === 0 || missing === undefined
        ? []
        : [
            note(
              format.needs === "email" ? lists.noEmail(format.title, missing) : lists.noAddress(format.title, missing),
            ),
          ]),
      ...(shared === 0 || shared === undefined ? [] : [note(lists.sharedAddress(format.title, shared))]),
    ];
  });
}

/** The control group, hashed ids, and lists that are too small to be written. */
function groupNotes({ files }: ListSet, { options, language }: ListNoteContext): readonly Note[] {
  const { lists } = language.words;
  const tooFew = files.filter((file) => file.tooFew > 0).length;
  const hashing = options.hashIds && options.salt === DEFAULT_SALT;
  return [
    ...(options.holdout > 0 ? [note(lists.holdout(language.share(options.holdout)))] : []),
    ...(hashing ? [warning(lists.defaultSalt)] : []),
    ...(options.hashIds && options.formats.some(({ needs }) => needs !== "nothing")
      ? [warning(lists.hashedBeside)]
      : []),
    ...(tooFew > 0 ? [note(lists.tooFew(tooFew, options.minSize))] : []),
  ];
}

/** Whether tools that find others like these people take so few of them. */
function seedNotes({ files }: ListSet, { options, isSeed, language }: ListNoteContext): readonly Note[] {
  if (!isSeed) return [];
  const { lists } = language.words;
  return options.formats.flatMap(({ name, title, leastSeed }) => {
    const seed = files.find((file) => file.tool === name && file.name !== HOLDOUT_NAME);
    if (leastSeed === undefined || seed === undefined) return [];
    const { people: least, per } = leastSeed;
    if (per === "list") return seed.people < least ? [warning(lists.seedTooSmall(title, seed.people, least))] : [];
    const countries = [...seed.countries()].filter(([code]) => code !== "").sort(([, a], [, b]) => b - a);
    const [largest] = countries;
    if (largest !== undefined && largest[1] >= least) {
      const enough = countries.filter(([, people]) => people >= least).map(([code]) => code);
      return [note(lists.seedCountries(title, enough, least))];
    }
    return [
      warning(
        lists.seedTooSmallEach(title, largest === undefined ? null : { code: largest[0], people: largest[1] }, least),
      ),
    ];
  });
}

/** A rise that would pay for many a campaign: by a fifth of the share who order anyway. */
const WORTHWHILE = 1.2;

/** What a campaign must do for the control group to show it: known now, while the group can still be made larger. */
function controlNotes({ files, controlGroups }: ListSet, { answerRate, language }: ListNoteContext): readonly Note[] {
  const { lists } = language.words;
  const [smallestGroup] = controlGroups.toSorted((a, b) => a.people - b.people);
  if (smallestGroup === undefined) return [];
  const { tool, path, people: control } = smallestGroup;
  const treated = files
    .filter((file) => file.tool === tool && file.name !== HOLDOUT_NAME)
    .reduce((sum, { people }) => sum + people, 0);
  const rate = answerRate === null ? null : answerRate.ordered / answerRate.customers;
  const smallest = rate === null ? null : smallestDifference(rate, treated, control);
  if (answerRate === null || rate === null || smallest === null || smallest === 0) {
    return [note(lists.controlGroup(path))];
  }
  const fact = { path, treated, control, days: answerRate.days, rate, smallest: Math.min(1, smallest) };
  return smallest <= rate
    ? [note(lists.smallestDifference(fact))]
    : [warning(lists.hopelessControl(fact, peopleNeeded(rate, Math.min(1, rate * WORTHWHILE))))];
}

function indexesOf(audience: Audience, test: (index: number) => boolean): readonly number[] {
  return Array.from({ length: audience.length }, (_, index) => index).filter(test);
}
