import type { Catalogue } from "../en/index.ts";
import type { ControlFact } from "../en/lists.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm lists` says; the names of tools' columns are the tools'. */
export function finnishLists({
  count,
  days,
  listed,
  plural,
  share,
  values,
  percentagePoints,
}: FinnishGrammar): Catalogue["lists"] {
  const shows = ({ treated, control, rate, days: length, smallest }: ControlFact): string =>
    `tällaisista asiakkaista ${share(rate)} tilasi viimeksi kuluneena aikana (${days(length)}). Kun listoilla on ${count(treated)} ja verrokkeina ${count(control)}, kampanjan on muutettava osuutta ${percentagePoints(smallest)}, jotta se näkyy neljä kertaa viidestä`;
  return {
    headings: { customers: "asiakkaita", people: "listalla", file: "tiedosto", leftOut: "pois jäi" },
    leftOut: {
      excluded: "kieltolistalla",
      no_consent: "ilman lupaa",
      no_address: "ilman osoitetta",
      shared_address: "toisen osoitteella",
      held_out: "verrokkiryhmässä",
      too_few: "liian vähän listaksi",
    },
    contactColumns: (files) =>
      `yhteystiedot ovat kunkin asiakkaan uusimmasta ostosta: ${files
        .map(
          ({ file, columns }) =>
            `${file}: ${columns === "" ? "ei nimestä tunnettuja sarakkeita (--email SARAKE ja muut)" : columns}`,
        )
        .join("; ")}`,
    exclusionsMet: (file, met, entries) =>
      `kieltolista ${file}: ${plural(entries, "merkintä", "merkintää")}, joista asiakkaita ${count(met)}`,
    exclusionsBlank: (file, rows) =>
      `kieltolista ${file}: ${plural(rows, "rivi", "riviä")} ilman osoitetta ja tunnusta; se ei rajaa ketään pois`,
    consented: (condition, { yes, all, answers }) =>
      `markkinointiluvan antoi uusimmalla ostollaan ${count(yes)} / ${plural(all, "asiakas", "asiakasta")} (${condition})${answers.shown.length === 0 ? "" : `; muilla on ${values(answers)}`}`,
    consentNotAsked: (column, answers) =>
      `ostaminen ei ole markkinointilupa: sarake "${column}" (${values(answers)}) kertoo luvasta, mutta sitä ei kysytty; --consent "${column}=ARVO" ottaa mukaan vain luvan antaneet`,
    consentUnknown:
      "ostaminen ei ole markkinointilupa, eikä mikään tässä kerro, kuka luvan on antanut; --consent SARAKE=ARVO tai --exclude TIEDOSTO jättää muut pois",
    phonesLeftOut: (phones) =>
      `pois jäi ${plural(phones, "puhelinnumero", "puhelinnumeroa")}: paikallisia ilman tunnettua maata tai väärän pituisia; --default-country FI lukee paikalliset numerot suomalaisina`,
    countriesUnknown: (customers, countries) =>
      `maata ei tunnistettu: ${plural(customers, "asiakas", "asiakasta")} (${values(countries)}); se kirjoitetaan sellaisenaan ja jää pois mainostyökalujen listoilta`,
    noEmail: (tool, customers) =>
      `${tool}: pois jäi ${plural(customers, "asiakas", "asiakasta")} ilman kelpaavaa sähköpostiosoitetta`,
    noAddress: (tool, customers) =>
      `${tool}: pois jäi ${plural(customers, "asiakas", "asiakasta")} ilman mitään tietoa, jolla heidät tavoittaisi`,
    sharedAddress: (tool, customers) =>
      `${tool}: pois jäi ${plural(customers, "asiakas", "asiakasta")}, joiden osoite on myöhemmin ostaneella asiakkaalla: yksi viesti osoitetta kohti`,
    holdout: (share) =>
      `verrokkiryhmänä on ${share} asiakkaista, joka kerta samat ihmiset; he ovat vain omalla listallaan`,
    seed: (best, all) =>
      `parhaita asiakkaita ${count(best)}/${count(all)}, ennen kuin ketään jätetään pois; mainostyökalut etsivät heidän kaltaisiaan`,
    lapsed: (amount, lapseDays, hasMoney) =>
      `listalla on ennen poisjättöjä ${plural(amount, "asiakas, jonka", "asiakasta, joiden")} ${hasMoney ? "ostot ylittävät mediaanin ja " : ""}viime tilauksesta on yli ${days(lapseDays)}; palanneista yhdeksän kymmenestä ei ole koskaan pitänyt pidempää taukoa`,
    seedTooSmall: (tool, people, least) =>
      `${tool} etsii listan kaltaisia vasta, kun se tunnistaa siltä ${count(least)} ihmistä; tällä listalla on ${count(people)}. Suurempi --best tai --default-country voi auttaa`,
    seedTooSmallEach: (tool, largest, least) =>
      `${tool} etsii listan kaltaisia vain, kun samasta maasta on ${count(least)} ihmistä; ${largest === null ? "maita ei tunneta (--default-country nimeää maan)" : `eniten on maasta ${largest.code}, ${count(largest.people)}`}`,
    seedCountries: (tool, names, least) =>
      `${tool} löytää listan kaltaisia näistä maista: ${listed(names)}; samasta maasta tarvitaan ${count(least)}`,
    nobodyThisWeek:
      "kenellekään ei ole tällä viikolla syytä kirjoittaa: kenenkään tilaus ei ole myöhässä, kukaan ei ole siirtynyt hiipuvaan tai lipsuvaan segmenttiin eikä uusia asiakkaita ole",
    thisWeek: (reasons) =>
      `keille kirjoittaa tällä viikolla, ennen kuin ketään jätetään pois: ${reasons}; kukin kerran, ensimmäisestä sopivasta syystä`,
    nextBest: {
      expiring: (people) => `pian vanhenevia pisteitä ${count(people)}`,
      "near level": (people) => `lähellä seuraavaa tasoa ${count(people)}`,
      overdue: (people) => `tilaus myöhässä ${count(people)}`,
      due: (people) => `tilauksen aika ${count(people)}`,
      slipping: (people) => `siirtynyt lipsuvaan segmenttiin ${count(people)}`,
      cooling: (people) => `siirtynyt hiipuvaan segmenttiin ${count(people)}`,
      new: (people) => `ensimmäinen tilaus ${count(people)}`,
    },
    controlGroup: (path) =>
      `${path} kertoo, kuka jätettiin pois miltäkin listalta; kampanjan jälkeen rfm effect vertaa ryhmiä`,
    smallestDifference: (fact) =>
      `${fact.path} kertoo, kuka jätettiin pois miltäkin listalta (rfm effect lukee sen): ${shows(fact)}`,
    hopelessControl: (fact, needed) =>
      `verrokkiryhmä on liian pieni kampanjan tehon toteamiseen: ${shows(fact)}. Viidenneksen nousu näkyy, kun kummassakin ryhmässä on ${count(needed)}; kasvata verrokkiryhmää tai kohdejoukkoa`,
    defaultSalt:
      "tunnusten tiivisteissä on tavallinen suola, joten tunnuksen tietävä löytää sen listalta; --salt ja oma salaisuus estää sen",
    hashedBeside: "osoitteita tarvitsevat työkalut saavat ne: niiden listoilla vain tunnukset on tiivistetty",
    tooFew: (lists, least) =>
      `${plural(lists, "lista", "listaa")}, joilla olisi alle ${count(least)} ihmistä: vain otsikkorivi (--min-size)`,
    changes: (from, to) =>
      `ketkä tulivat segmentteihin ja lähtivät niistä ajalla ${from}–${to}, kumpikin päivä pisteytetty päivän ${to} rajoilla`,
    changesWithModel: (from, to, model) =>
      `ketkä tulivat segmentteihin ja lähtivät niistä ajalla ${from}–${to}, kumpikin päivä pisteytetty mallin ${model} rajoilla`,
    written: (files, folder) => `${plural(files, "lista", "listaa")} kirjoitettu kansioon ${folder}`,
    stale: (folder, files) =>
      `kansiossa ${folder} on ${plural(files.length, "aiemman ajon lista", "aiemman ajon listaa")}, joita tämä ajo ei kirjoittanut (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); poista ne, ettei kukaan vie niitä työkaluun`,
  };
}
