import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What became of the rows. */
export function finnishLedger({ count, money }: FinnishGrammar): Catalogue["ledger"] {
  return {
    reasons: {
      "blank line": "tyhjiä",
      "total row": "tiedoston omia summarivejä",
      "no partner": "ilman vastinetta tilausten taulussa",
      "counted elsewhere": "summa lasketaan toisesta taulusta",
      "wrong number of fields": "väärä määrä kenttiä",
      "unreadable date": "lukukelvoton päivämäärä",
      "unreadable amount": "lukukelvoton summa",
      "unreadable number of orders": "lukukelvoton tilausmäärä",
      "no amount": "ilman summaa",
      "never ordered": "ei koskaan tilannut",
      "same customer": "sama asiakas uudelleen",
      "test order": "testitilauksia",
      status: "tila, jota ei lasketa",
      filtered: "suodatettu pois",
      "excluded line": "tilausrivejä, jotka --exclude-lines jättää pois",
      "other currency": "muussa valuutassa tai ilman valuuttaa",
      duplicate: "toistuu toisessa tiedostossa",
      "two customers": "tilauksella kaksi asiakasta",
      "refund ignored": "hyvitysten rivejä, jotka --refunds ignore jättää pois",
      "after as-of": "tarkastelupäivän jälkeen",
      "before window": "ennen tarkastelujaksoa",
      "no customer": "ilman asiakasta",
      "zero amount": "tilauksen arvo nolla",
      "no purchase": "hyvitysten rivejä ostamattomille asiakkaille",
    },
    names: {
      "blank line": "tyhjä rivi",
      "total row": "summarivi",
      "no partner": "ei vastinetta",
      "counted elsewhere": "lasketaan muualta",
      "wrong number of fields": "väärä määrä kenttiä",
      "unreadable date": "lukukelvoton päivämäärä",
      "unreadable amount": "lukukelvoton summa",
      "unreadable number of orders": "lukukelvoton tilausmäärä",
      "no amount": "ei summaa",
      "never ordered": "ei koskaan tilannut",
      "same customer": "sama asiakas uudelleen",
      "test order": "testitilaus",
      status: "tila",
      filtered: "suodatettu",
      "excluded line": "pois jätetty tilausrivi",
      "other currency": "muu valuutta",
      duplicate: "toistuva",
      "two customers": "kaksi asiakasta",
      "refund ignored": "hyvitystä ei oteta huomioon",
      "after as-of": "tarkastelupäivän jälkeen",
      "before window": "ennen tarkastelujaksoa",
      "no customer": "ei asiakasta",
      "zero amount": "arvo nolla",
      "no purchase": "ei ostoja",
    },
    onRefunds: (refunds, reason) =>
      reason === "refund ignored"
        ? `${count(refunds)} hyvitykseen kuuluvia rivejä, jotka --refunds ignore jättää pois`
        : `${count(refunds)} hyvitykseen kuuluvia rivejä ostamattomilta asiakkailta`,
    line: (amount, reason, worth) => `${reason} ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
    read: "luettu",
    used: "käytetty",
    columns: { rows_are: "rivit", rows: "määrä", money: "raha", first_file: "ensimmäinen", first_line: "rivi" },
  };
}
