import { stringify } from "csv-stringify/sync";
import { segmentSlug } from "../analysis/segments/slug.ts";
import { LIST_COLUMN } from "../exports/companions/people-list.ts";
import { HOLDOUT_NAME } from "./plan-lists.ts";

/** The people who are kept out, in the format of the lists beside it. */
export const HOLDOUT_FILE = `${segmentSlug(HOLDOUT_NAME)}.csv`;

/** Who was kept out of which list, for `rfm effect`. */
export const CONTROL_GROUP_FILE = "control-group.csv";

/** The file of a tool's control group. */
export interface ControlGroupFile {
  /** Path below the folder, with `/`. */
  readonly path: string;
  readonly tool: string;
  /** People who were kept out. */
  readonly people: number;
  /** Rows below the header: one per person and list. */
  readonly rows: number;
  readonly chunks: () => Iterable<string>;
}

/** A customer who was kept out of a list. */
export interface HeldOut {
  readonly id: string;
  /** The list by the name of its file, without the extension. */
  readonly list: string;
}

/** The control group as `rfm effect` reads it: one row per person and list. */
export function controlGroupText(people: readonly HeldOut[]): string {
  return stringify([["customer_id", LIST_COLUMN], ...people.map(({ id, list }) => [id, list])]);
}
