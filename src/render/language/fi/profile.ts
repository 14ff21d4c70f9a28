import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm profile`, and `--by` of other commands, say. */
export function finnishProfile({
  count,
  share,
  percentagePoints,
  day,
  money,
  plural,
  customers,
}: FinnishGrammar): Catalogue["profile"] {
  const best = (amount: number): string => plural(amount, "paras asiakas", "parasta asiakasta");
  const values = (amount: number): string => plural(amount, "arvo", "arvoa");
  return {
    attributes: {
      product: "tuote",
      category: "tuoteryhmä",
      price: "kappalehinta",
      basket: "tuotteita",
      country: "maa",
      channel: "myyntikanava",
      coupon: "kuponki",
      payment: "maksutapa",
      discount: "alennus",
      hour: "kellonaika",
      weekday: "viikonpäivä",
    },
    columns: {
      attribute: "asia",
      value: "arvo",
      customers: "asiakkaita",
      best: "parhaita",
      best_share: "parhaista",
      rest: "muita",
      rest_share: "muista",
      lift: "nosto",
      difference: "ero",
      difference_low: "95 % alkaen",
      difference_high: "asti",
      interval: "pistettä, 95 %",
      q_value: "q",
      delta: "log-vedot",
      z: "z",
      product: "tuote",
      other: "kumppani",
      orders: "tilauksia",
      support: "tilauksista",
      confidence: "myös kumppani",
      other_confidence: "toisin päin",
      days: "päiviä",
      followed: "seurattu",
      again: "uudelleen",
      again_rate: "osuus",
      again_low: "95 % alkaen",
      again_high: "asti",
      revenue_per_customer: "myynti/asiakas",
      name: "nimi",
    },
    blank: "(tyhjä)",
    answers: { yes: "kyllä", no: "ei" },
    weekdays: {
      Monday: "maanantai",
      Tuesday: "tiistai",
      Wednesday: "keskiviikko",
      Thursday: "torstai",
      Friday: "perjantai",
      Saturday: "lauantai",
      Sunday: "sunnuntai",
    },
    upTo: (worth) => `enintään ${money(worth)}`,
    over: (worth) => `yli ${money(worth)}`,
    between: (from, to) => `${money(from)}–${money(to)}`,
    heading: "Mikä parhaita yhdistää",
    title: (facts) =>
      `Mistä parhaat aloittivat: ${best(facts.best)}, vertailussa ${plural(facts.rest, "muu", "muuta")}`,
    historyTitle: (facts) =>
      `Mitä parhaat ostavat enemmän ja mitä vähemmän: ${best(facts.best)}, vertailussa ${plural(facts.rest, "muu", "muuta")}`,
    pairsTitle: "Yhdessä ostetut tuotteet",
    followTitle: (asOf) => `Kuka palasi, ensimmäisen tilauksen sisällön mukaan, tilanne ${day(asOf)}`,
    bySpend: (amount) => `Parhaita on ${customers(amount)}: ne, joiden ostojen arvo on suurin.`,
    byLater: (facts) =>
      `Parhaita on ${customers(facts.best)}: ne, jotka ostivat eniten ensimmäistä tilauspäivää seuranneina päivinä (${count(facts.followedDays)}). Niin kauan on voitu seurata asiakkaita yhteensä ${count(facts.all)}. Ensimmäistä tilausta ei lasketa: suuri tilaus tekisi ostajastaan jo yksinään yhden parhaista.`,
    byAge: (facts) =>
      `Parhaita on ${customers(facts.best)}: ne, jotka ostivat eniten ensimmäisinä päivinään (${count(facts.followedDays)}). Niin kauan on voitu seurata asiakkaita yhteensä ${count(facts.all)}.`,
    found: (facts) =>
      `${values(facts.found)} kaikkiaan ${count(facts.values)} arvosta eroaa parhaiden ja muiden välillä enemmän kuin sattuma selittää (q enintään 5 %).`,
    nothing: (facts) =>
      `${facts.values === 1 ? "Ainoa vertailtu arvo" : `Yksikään ${count(facts.values)} vertaillusta arvosta`} ei eroa parhaiden ja muiden välillä enempää kuin sattuma selittää. ${facts.unseen < 1 ? `Tämän kokoisissa ryhmissä ero voi jäädä huomaamatta, jos se on alle ${percentagePoints(facts.unseen)}.` : "Ryhmät ovat liian pieniä, jotta ero voisi näkyä."}`,
    nothingToCompare: "Mitään arvoa ei ole vähintään 20 asiakkaalla mutta ei kaikilla, joten verrattavaa ei ole.",
    noCause: "Tämä näyttää, mitkä asiat esiintyvät yhdessä. Se ei näytä, mikä teki kenestäkään yhden parhaista.",
    firstDay: (facts) =>
      `Parhaita on ${customers(facts.best)}, joista ${count(facts.byFirstDay)} ei olisi mukana, jos laskettaisiin vain ensimmäisen päivän jälkeiset ostot. Kallis ensimmäinen tilaus tekee ostajastaan jo yksinään yhden parhaista: ilman valintaa --best-by spend se päivä jää pois.`,
    lessTime: (facts) =>
      `Ennen päivää ${day(facts.halfway)} aloittaneista ${share(facts.earlyShare)} kuuluu parhaisiin, myöhemmin aloittaneista ${share(facts.lateShare)}. Heillä on ollut vähemmän aikaa: --followed ${facts.middle} vertaa asiakkaita saman ikäisinä.`,
    extent: (facts) =>
      facts.compared === 0
        ? `${facts.name}: ${values(facts.values)}, joista yhtäkään ei verrata: kukin oli alle 20 asiakkaan tai kaikkien ensimmäisissä tilauksissa.`
        : `${facts.name}: ${values(facts.values)}, joista verrataan ${count(facts.compared)}. ${facts.values - facts.compared === 1 ? "Jäljelle jäänyt" : "Kukin muista"} oli alle 20 asiakkaan tai kaikkien ensimmäisissä tilauksissa.`,
    moreRows: (shown, all) => `näkyvissä ${count(shown)}/${count(all)}; --format csv antaa kaikki`,
    moreInReport: (shown, all) => `näkyvissä ${count(shown)}/${count(all)}; rfm profile --format csv antaa kaikki`,
    bars: "Ylempi palkki: osuus parhaista; alempi palkki: osuus muista. Joka taulukossa on oma asteikkonsa palkkien yläpuolella.",
    barScale: (widest) => `0–${widest}`,
    moreValues: (shown, all) =>
      `näkyvissä ${count(shown)} yleisintä, kaikkiaan ${values(all)}; --format csv antaa kaikki`,
    historyMeaning:
      "Yli 0: parhaat käyttävät siihen suuremman osan tilauksistaan kuin muut. Yhdellä arvolla z yli ±2 on sattumalta harvinainen; monen arvon joukossa joitakin on sen yli joka tapauksessa.",
    pairsMeaning:
      "”myös kumppani” on niiden tilausten osuus, joissa on ensimmäisen tuotteen lisäksi toinen; ”toisin päin” sama toisen tuotteen tilauksista. Nosto: kuinka monta kertaa useammin kuin sattumalta.",
    noPairs: "Mitkään kaksi tuotetta eivät ole yhdessä 20 tilauksessa.",
    followMeaning: (fewest) =>
      `Osuuksissa ovat vain asiakkaat, joiden ensimmäisestä tilauksesta on kulunut vähintään näin monta päivää; tyhjä: heitä on alle ${fewest}.`,
    followRevenue: "Myynnistä on vähennetty hyvitykset, ja ensimmäinen tilaus on mukana.",
    few: (amount) => `pois jätetty ${values(amount)}, joista alle 20 asiakasta aloitti`,
    nobody: "Mikään arvo ei ole yhteinen vähintään 20 asiakkaan ensimmäisille tilauksille.",
  };
}
