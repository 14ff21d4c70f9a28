import { englishPage } from "./english-page.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** Every text that people read, in English, by topic. A catalogue of another language has the same keys. */
export function english(formats: PeopleFormats) {
  const { count } = formats;
  const plural = (number: number, one: string, many = `${one}s`): string =>
    `${count(number)} ${number === 1 ? one : many}`;
  return {
    common: {
      yes: "yes",
      no: "no",
      customers: (number: number) => plural(number, "customer"),
      orders: (number: number) => plural(number, "order"),
      days: (number: number) => plural(number, "day"),
    },
    /** The HTML report. */
    page: englishPage(formats),
    /** The workbook. */
    workbook: {},
  };
}

/** The texts of a language; a key that is missing is a type error. */
export type Catalogue = ReturnType<typeof english>;
