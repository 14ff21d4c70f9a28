import type { CustomerProfile } from "../../../analysis/profile/customer-profile.ts";
import type { Language } from "../../language/language.ts";
import { findingsOf } from "../../sentences/profile-sentences.ts";
import { type JsonTree, tableTree } from "../../tables/json-tree.ts";
import { profileTable } from "../../tables/profile-table.ts";

/** What the best customers began with: every value that was compared, and how many values each attribute has. */
export function profileJson(profile: CustomerProfile, language: Language): JsonTree {
  const { best, rest, ranking, rows, extents } = profile;
  return {
    best_by: ranking.by,
    followed_days: ranking.days,
    ...{ best, rest },
    findings: findingsOf(profile).length,
    rows: tableTree(profileTable(rows, language)),
    attributes: extents.map(({ attribute, values, shown }) => ({ attribute, values, compared: shown })),
  };
}
