import type { ShareFact } from "../en/effect.ts";
import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm effect` says. */
export function finnishEffect(grammar: FinnishGrammar): Catalogue["effect"] {
  const { count, oneDecimal, share, day, days, plural, listed, percentagePoints } = grammar;
  const signed = (difference: number): string => oneDecimal(difference * 100);
  const compared = ({ treated, treatedShare, control, controlShare, days: length }: ShareFact): string =>
    `kohderyhmästä (${count(treated)}) tilasi ${share(treatedShare)} ja verrokkiryhmästä (${count(control)}) ${share(controlShare)}, kun aikaa oli ${days(length)}`;
  const interval = ({ difference, low, high }: ShareFact): string =>
    `ero on ${percentagePoints(difference)} (95\u00A0%:n luottamusväli ${signed(low)} – ${signed(high)})`;
  return {
    title: (since, until) => `Tehosiko kampanja? ${day(since)} – ${day(until)}`,
    columns: {
      measure: "mittari",
      treated: "kohde",
      control: "verrokki",
      difference: "ero",
      interval: "95\u00A0%:n väli",
      p_value: "p-arvo",
      extra: "yhteensä",
      smallest_difference: "pienin erottuva",
    },
    measures: {
      ordered: "tilasi",
      orders: "tilauksia henkeä kohti",
      revenue: "nettomyynti henkeä kohti",
      margin: "kate henkeä kohti",
      ordered_before: "tilasi ennen",
    },
    points: (difference) => `${signed(difference)}\u00A0%-yks.`,
    range: (low, high) => `${low} – ${high}`,
    people: (extra) => plural(Math.round(extra), "henkilö", "henkilöä"),
    worked: (fact) => `Kampanja tehosi: ${compared(fact)}. Pelkkä sattuma ei selitä tätä: ${interval(fact)}.`,
    harm: (fact) => `Kampanjasta oli haittaa: ${compared(fact)}. Pelkkä sattuma ei selitä tätä: ${interval(fact)}.`,
    unknown: (fact) => `Tehoa ei voi todeta: ${compared(fact)}. Ero voi olla sattumaa: ${interval(fact)}.`,
    tooEarly: (until, countedTo) =>
      `Vielä on liian aikaista: kampanjan päivät päättyvät ${day(until)}, aineisto ${day(countedTo)}. Ratkaise vasta, kun ne ovat kuluneet: joka katsoo joka päivä ja lopettaa, kun näyttää hyvältä, löytää sattumaa.`,
    notAlike: (fact) =>
      `Ryhmiä ei voi verrata: kohderyhmästä ${share(fact.treatedShare)} ja verrokkiryhmästä ${share(fact.controlShare)} oli tilannut kampanjaa edeltävänä aikana (${days(fact.days)}). Sattuma tuottaa näin suuren eron harvemmin kuin kerran sadasta arvonnasta. Verrokkiryhmää ei ole arvottu samasta joukosta, joten myöhempi ero ei ole kampanjan ansiota.`,
    extra: ({ people, low, high }) =>
      `Se on noin ${people}, jotka eivät muuten olisi tilanneet (95\u00A0%: ${low} – ${high}).`,
    fewer: ({ people, low, high }) =>
      `Se on noin ${people}, jotka olisivat muuten tilanneet (95\u00A0%: ${low} – ${high}).`,
    smallest: (difference, treated, control) =>
      `Kun ryhmien koot ovat ${count(treated)} ja ${count(control)}, ero ${percentagePoints(difference)} näkyy neljä kertaa viidestä, pienempi harvemmin.`,
    tooSmall: (treated, control) =>
      `Ryhmät ovat liian pieniä (${count(treated)} ja ${count(control)}) minkään eron toteamiseen.`,
    money: ({ difference, low, high, amount, total }) =>
      difference === 0
        ? `Nettomyynti henkeä kohti: ei eroa (95\u00A0%: ${low} – ${high}).`
        : `Nettomyynti henkeä kohti: ${amount} ${difference < 0 ? "vähemmän" : "enemmän"} (95\u00A0%: ${low} – ${high}), yhteensä noin ${total} ${difference < 0 ? "vähemmän" : "enemmän"}.`,
    fewOrders: "Tilanneita on liian vähän rahaerojen luottamusväliin.",
    otherControl: (people, list) =>
      `verrokkiryhmästä ${plural(people, "henkilö", "henkilöä")} kuuluu muihin listoihin kuin ${list}, eikä heitä verrata`,
    repeated: (rows) => `listoilla ${plural(rows, "rivi", "riviä")} nimeää jonkun toistamiseen; kukin lasketaan kerran`,
    groups: (names) => `luetut listat: ${listed(names)}`,
  };
}
