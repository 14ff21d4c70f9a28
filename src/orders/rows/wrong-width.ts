import { plural } from "../../basics/text/words.ts";

/** What a rejected row shows that has not as many fields as it should. */
export function wrongWidth(found: number, wanted: number): string {
  return `${plural(found, "field")} instead of ${wanted}`;
}
