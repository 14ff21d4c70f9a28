import type { CustomerProfile } from "../../../analysis/profile/customer-profile.ts";
import type { FollowUp } from "../../../analysis/profile/follow-up.ts";
import type { OddsRow } from "../../../analysis/profile/history-odds.ts";
import type { ProductPair } from "../../../analysis/profile/product-pairs.ts";
import { FEWEST_CUSTOMERS, type ProfileRow } from "../../../analysis/profile/profile.ts";
import type { DataTable } from "../../../csv/writer/data-table.ts";
import type { Language } from "../../language/language.ts";
import { extentSentences, findingsOf, profileSentences, rankingSentences } from "../../sentences/profile-sentences.ts";
import { followTable } from "../../tables/follow-table.ts";
import { oddsTable, pairTable } from "../../tables/history-table.ts";
import { profileTable } from "../../tables/profile-table.ts";
import type { Block } from "./block.ts";

/** So many rows fit on a screen; data formats have all of them. */
const ROWS_SHOWN = 20;

/** Where nothing differs, the rows that come nearest to it. */
const NEAREST_SHOWN = 5;

/** What the best began with, for people: what differs, or what comes nearest to it. */
export function profileBlocks(profile: CustomerProfile, language: Language): readonly Block[] {
  const found = findingsOf(profile);
  const shown = found.length === 0 ? profile.rows.slice(0, NEAREST_SHOWN) : found.slice(0, ROWS_SHOWN);
  const rest = found.length > shown.length ? [language.words.profile.moreRows(shown.length, found.length)] : [];
  return [
    { kind: "lines", lines: rankingSentences(profile, language) },
    ...attributeTables(shown, language),
    { kind: "lines", lines: rest },
    { kind: "lines", lines: profileSentences(profile, language) },
    { kind: "lines", lines: extentSentences(profile, language) },
  ];
}

/** A table for each attribute, that with the strongest evidence first. */
export function attributeTables(rows: readonly ProfileRow[], language: Language): readonly Block[] {
  const attributes = [...new Set(rows.map(({ attribute }) => attribute))];
  return attributes.flatMap((attribute): readonly Block[] => [
    { kind: "lines", lines: [""] },
    {
      kind: "table",
      table: profileTable(
        rows.filter((row) => row.attribute === attribute),
        language,
      ),
    },
  ]);
}

/** What the best buy more of over their whole history. */
export function oddsBlocks(rows: readonly OddsRow[], language: Language): readonly Block[] {
  const { profile: words } = language.words;
  if (rows.length === 0) return [{ kind: "lines", lines: [words.nothingToCompare] }];
  const strongest = rows.toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return tableBlocks((some) => oddsTable(some, language), strongest, { language, meaning: words.historyMeaning });
}

/** Products that are bought together. */
export function pairBlocks(pairs: readonly ProductPair[], language: Language): readonly Block[] {
  const { profile: words } = language.words;
  if (pairs.length === 0) return [{ kind: "lines", lines: [words.noPairs] }];
  return tableBlocks((some) => pairTable(some, language), pairs, { language, meaning: words.pairsMeaning });
}

/** So many values are followed on a screen. */
const VALUES_SHOWN = 8;

/** Who came back by what the first order had. */
export function followBlocks({ rows, fewCustomers }: FollowUp, language: Language): readonly Block[] {
  const { profile: words } = language.words;
  const few = fewCustomers === 0 ? [] : [words.few(fewCustomers)];
  if (rows.length === 0) return [{ kind: "lines", lines: [words.nobody, ...few] }];
  const observed = rows.filter(({ followed, days }) => followed > 0 || days === rows[0]?.days);
  const values = [...new Set(observed.map(({ value }) => value))];
  const kept = new Set(values.slice(0, VALUES_SHOWN));
  const shown = observed.filter(({ value }) => kept.has(value));
  return [
    { kind: "table", table: followTable(shown, language) },
    {
      kind: "lines",
      lines: [
        ...(values.length > kept.size ? [words.moreValues(kept.size, values.length)] : []),
        [words.followMeaning(FEWEST_CUSTOMERS), ...(language.hasMoney ? [words.followRevenue] : [])].join(" "),
        ...few,
      ],
    },
  ];
}

/** The first rows of a table, and what its columns mean. */
function tableBlocks<Row>(
  tableOf: (rows: readonly Row[]) => DataTable,
  rows: readonly Row[],
  { language, meaning }: { readonly language: Language; readonly meaning: string },
): readonly Block[] {
  const shown = rows.slice(0, ROWS_SHOWN);
  const more = rows.length > shown.length ? [language.words.profile.moreRows(shown.length, rows.length)] : [];
  return [
    { kind: "table", table: tableOf(shown) },
    { kind: "lines", lines: [...more, meaning] },
  ];
}
