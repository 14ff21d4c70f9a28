import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What is said of a table in a database. */
export function finnishWarehouse({ count, rows, money }: FinnishGrammar): Catalogue["warehouse"] {
  return {
    columns: (table, { customer, customerElse = [], date, amount, refunded, status, currency }) =>
      `${table}: yksi rivi tilausta kohti; asiakas sarakkeesta "${[customer, ...customerElse].join('", muuten "')}", päivä sarakkeesta "${date}", summa sarakkeesta "${amount}"` +
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
    ofTable: {
      read: (read) => `Taulussa ${rows(read.rows)}, arvo ${money(read.worth)}${read.currency}.`,
      column: "taulu",
      commands:
        "Kukin komento kirjoittaa kyseisen ryhmän listan. Napsautus valitsee komennon; suorita se siellä, mistä tietokantaan pääsee, omilla tunnuksillasi.",
      noCurrency: "Taulu ei kerro valuuttaa.",
      method: {
        intro: "Kaiken yllä olevan voi laskea uudelleen tässä nimetystä taulusta.",
        unfold: "Määritelmät, valinnat, rajat, mitä luettiin, taulu",
        files: "Taulu",
        file: "Taulu",
        filesIntro: "Tietokanta laski tilaukset yhteen, ja rfm sai vain summia ja lukumääriä.",
      },
      order: ["Tilaus", "Yksi taulun rivi. Se lasketaan, kun sen tila lasketaan ja sen arvo on yli 0."],
      sheet: "Taulu",
      sheetColumn: ["Taulu", "Tietokanta ja sen taulu."],
    },
  };
}
