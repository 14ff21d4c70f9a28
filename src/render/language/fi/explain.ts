import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** `Pisteet 543`, and how the scheme's own levels read them. */
function cellRead({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string {
  return read === null ? `Pisteet ${cell}` : `Pisteet ${cell}, jotka jako lukee ${levels} tasollaan muodossa ${read},`;
}

/** What `rfm explain` says. */
export function finnishExplain({
  count,
  number,
  money,
  day,
  plural,
  customers,
  orders,
  days,
}: FinnishGrammar): Catalogue["explain"] {
  return {
    title: (id, segment, asOf) => `${id}: segmentti ${segment}, tarkastelupäivä ${day(asOf)}`,
    orders: "Tilaukset",
    scores: "Pisteet",
    why: "Miksi tämä segmentti",
    whatWouldChange: "Mikä muuttaisi sen tämänhetkisillä raja-arvoilla",
    columns: {
      day: "päivä",
      amount: "summa",
      refunded: "hyvitetty",
      measure: "mittari",
      value: "arvo",
      score: "pisteet",
      lower: "alempi pistemäärä",
      higher: "ylempi pistemäärä",
    },
    refund: "hyvitys",
    doesNotCount: (reason) => `ei lasketa: ${reason}`,
    earlier: (amount) => `ja ${count(amount)} aiempaa`,
    ordersSentence: (facts) => {
      const span = facts.first === facts.last ? day(facts.first) : `ajalta ${day(facts.first)} – ${day(facts.last)}`;
      const off = facts.takenOff === 0n ? "" : `, kun niistä on hyvitetty ${money(facts.takenOff)}`;
      const back =
        facts.refunds === 0
          ? ""
          : `, josta vähennetään ${plural(facts.refunds, "myöhempi hyvitys", "myöhempää hyvitystä")}, ${money(facts.refunded)}`;
      return `${orders(facts.orders)} ${span}, arvo ${money(facts.worth)}${off}${back}.`;
    },
    notCounted: (amount, each) =>
      `Lisäksi ${plural(amount, "tilaus tai hyvitys", "tilausta tai hyvitystä")}, ${amount === 1 ? "jota" : "joita"} ei lasketa: ${each.join(", ")}.`,
    notCountedFor: (reason, amount, worth) => `${reason}: ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
    scoreOf: (score, levels) => `${score} / ${levels}`,
    byRank: "järjestyksen mukaan",
    days: (value) => `${number(value)} ${value === 1 ? "päivä" : "päivää"}`,
    ordersMeasure: (value) => `${number(value)} ${value === 1 ? "tilaus" : "tilausta"}`,
    over: (value) => `yli ${value}`,
    upTo: (value) => `enintään ${value}`,
    fitsRule: (rule) =>
      `${cellRead(rule)} täyttävät segmentin ${rule.segment} ehdon: ${rule.rule} (segmenttijako ${rule.scheme}).`,
    oneOfCells: (rule) =>
      `${cellRead(rule)} kuuluvat segmentin ${rule.segment} pisteyhdistelmiin, joita on ${count(rule.cells.length)}: ${rule.cells.join(" ")} (segmenttijako ${rule.scheme}).`,
    horizon: (facts) =>
      `Tarkistettu: yksi tilaus minä tahansa päivänä ajalla ${day(facts.from)} – ${day(facts.orders)} (${days(facts.orderDays)}) ja aika kokonaan ilman tilausta ${day(facts.silence)} asti.`,
    orderEvent: (band, by, outcome) => {
      if (band === null) return `minkä tahansa suuruinen tilaus viimeistään ${day(by)}: ${outcome}`;
      const what = band.ofMargin ? "tilaus, jonka kate on" : "tilaus, jonka arvo on";
      const worth =
        band.atMost === null ? `vähintään ${money(band.atLeast)}` : `${money(band.atLeast)} – ${money(band.atMost)}`;
      return `${what} ${worth}, viimeistään ${day(by)}: ${outcome}`;
    },
    silenceEvent: (outcome, from, to) =>
      from === to ? `ei tilausta: ${outcome} ${day(from)}` : `ei tilausta: ${outcome} ajalla ${day(from)} – ${day(to)}`,
    stays: (segment) => `edelleen ${segment}`,
    notScored: "ei pisteytetä, ei ostoja tarkastelujaksolla",
    noCutPoints:
      "Tätä ei voi sanoa: ntile asettaa asiakkaat järjestykseen keskenään, joten saavutettavaa raja-arvoa ei ole.",
    nothingChanges: "Ei yksi tilaus eikä kaksi vuotta ilman tilausta.",
    restsOnFew: (amount) =>
      `Raja-arvojen takana on vain ${customers(amount)}: muutama uusi asiakas siirtäisi niitä, ja tämä muuttuisi mukana.`,
  };
}
