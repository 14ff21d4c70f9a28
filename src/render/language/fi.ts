import type { Catalogue } from "./en.ts";
import { finnishPage } from "./finnish-page.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** Every text that people read, in Finnish. */
export function finnish(formats: PeopleFormats): Catalogue {
  const { count } = formats;
  /** `1 asiakas`, `2 asiakasta`: a number other than one takes the partitive. */
  const plural = (number: number, one: string, partitive: string): string =>
    `${count(number)} ${number === 1 ? one : partitive}`;
  return {
    common: {
      yes: "kyllä",
      no: "ei",
      customers: (number) => plural(number, "asiakas", "asiakasta"),
      orders: (number) => plural(number, "tilaus", "tilausta"),
      days: (number) => plural(number, "päivä", "päivää"),
    },
    page: finnishPage(formats),
    workbook: {},
  };
}
