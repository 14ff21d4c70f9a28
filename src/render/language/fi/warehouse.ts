import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function finnishWarehouse({ count }: FinnishGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, date, amount, refunded, status, currency }) =>
      `${table}: yksi rivi tilausta kohti; asiakas sarakkeesta "${customer}", päivä sarakkeesta "${date}", summa sarakkeesta "${amount}"` +
      (refunded === undefined ? "" : `, josta vähennetään "${refunded}"`) +
      (status === undefined
        ? "; tilasaraketta ei ole, joten jokainen tilaus lasketaan"
        : `; tila sarakkeesta "${status}"`) +
      (currency === undefined ? "" : `; valuutta sarakkeesta "${currency}"`),
    daysOf: (zone) => `päivät ovat aikavyöhykkeen ${zone} päiviä; --time-zone vaihtaa vyöhykkeen`,
    into: (number, table) =>
      number === 1
        ? `yksi asiakas pisteytetty tauluun ${table}`
        : `${count(number)} asiakasta pisteytetty tauluun ${table}`,
    rounded: "summat ovat liukulukuja: kukin pyöristettiin 1/10 000:n tarkkuuteen ennen yhteenlaskua",
    alikeKeys: (number) =>
      number === 1
        ? "yhden asiakkaan tunnus eroaa toisesta vain kirjainkoon tai alun ja lopun välilyöntien osalta; asiakkaat laskettiin eri asiakkaiksi"
        : `${count(number)} asiakkaan tunnukset eroavat toisistaan vain kirjainkoon tai alun ja lopun välilyöntien osalta; heidät laskettiin eri asiakkaiksi`,
  };
}
