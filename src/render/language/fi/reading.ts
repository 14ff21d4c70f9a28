import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** Notes on what was read. */
export function finnishReading({
  count,
  money,
  day,
  plural,
  customers,
  orders,
  rows,
}: FinnishGrammar): Catalogue["reading"] {
  return {
    used: (used, all, asOf, setAside) =>
      `käytettiin ${count(used)}/${rows(all)}, tarkastelupäivä ${day(asOf)}${setAside === "" ? "" : `; sivuun jätettiin: ${setAside}`}`,
    rejects: (rejected, all, first) =>
      `${count(rejected)}/${rows(all)} ei voitu lukea, ja ne jätettiin sivuun ` +
      `(ensimmäinen: ${first.file}, rivi ${first.line}, ${first.reason}: ${first.value === "" ? "tyhjä" : `”${first.value}”`}); --rejects TIEDOSTO luettelee ne`,
    sameBytes: (name, as) =>
      as === null
        ? `${name} on tavulleen sama kuin toinen tiedosto ja luettiin kerran`
        : `${name} on tavulleen sama kuin ${as} ja luettiin kerran`,
    ownOutput: (name) => `${name} on rfm:n kirjoittama ja ohitettiin`,
    notNeeded: (names) =>
      `ohitettiin ${names.join(", ")}: ${names.length === 1 ? "siinä" : "niissä"} ei ole mitään, mikä olisi selvästi tilausten summa tai asiakas`,
    joinedTables: (orders, tables) => `tilauksiin (${orders}) liitetyt taulut: ${tables}`,
    joinedTable: (table, key) => `${table} sarakkeella ”${key}”`,
    amountsElsewhere: (table, agreement) =>
      `taulun ${table} summia ei lasketa, koska tilauksilla on jo omansa` +
      (agreement === null
        ? ""
        : `; ne täsmäävät ${count(agreement.agreeing)} tilauksessa ${count(agreement.orders)} tilauksesta`),
    refundsElsewhere: (table, agreement, sameAs) =>
      `taulun ${table} hyvityksiä ei lasketa, koska ${sameAs === null ? "tilauksilla on jo omansa" : `ne ovat jo taulussa ${sameAs}`} (ne täsmäävät ${count(agreement.agreeing)} tilauksessa ${count(agreement.orders)} tilauksesta)` +
      (sameAs === null ? "; --refunded none laskee taulun hyvitykset niiden omina päivinä" : ""),
    notText: (name) => `${name} ei ole tilausaineisto ja ohitettiin; tallenna se CSV-tiedostona, jos haluat sen mukaan`,
    nested: (file, columns) =>
      `${file}: sisäkkäisiä arvoja ei lueta: ${columns.map((name) => `”${name}”`).join(", ")} ${columns.length === 1 ? "jää tyhjäksi" : "jäävät tyhjiksi"}`,
    otherSheets: (file, names) =>
      `luettiin ${file}; rivejä on myös ${names.length === 1 ? "taulukolla" : "taulukoilla"} ${names.map((sheet) => `”${sheet}”`).join(", ")}; --sheet NIMI lukee toisen taulukon`,
    otherLists: (file, names) =>
      `luettiin ${file}; tiedostossa on myös ${names.length === 1 ? "luettelo" : "luettelot"} ${names.map((list) => `”${list}”`).join(", ")}; --sheet NIMI lukee toisen luettelon`,
    morePages: (file) =>
      `${file}: viimeisen sivun mukaan sivuja on lisää, joten tilauksia puuttuu; vie kaikki sivut ja lue ne yhdessä`,
    passedLists: (file, names) =>
      `${file}: tietueiden sisäistä ${names.length === 1 ? "luetteloa" : "luetteloita"} ${names.map((list) => `”${list}”`).join(", ")} ei luettu; luettelo luetaan, kun valitsin nimeää sen sarakkeen, esimerkiksi --where ${names[0] ?? ""}.NIMI=ARVO`,
    sheetsTogether: (file, names) =>
      `${file}: luettiin ${count(names.length)} taulukkoa, joilla on samat sarakkeet: ${names.map((sheet) => `”${sheet}”`).join(", ")}; --sheet NIMI lukee yhden`,
    noStatus: "aineistossa ei ole tilasaraketta: jokainen tilaus lasketaan",
    inCents: (name: string) =>
      `sarakkeen ”${name}” luvut ovat nimen mukaan senttejä, joten 1050 luetaan arvona 10,50: --amount-unit whole lukee sen arvona 1 050,00`,
    discountStays: (quantity, price, discount) =>
      `summat ovat ”${quantity}” × ”${price}”; saraketta ”${discount}” ei vähennetä`,
    ofCustomers: (file) =>
      `tiedoston ${file} jokainen rivi on asiakas eikä tilaus: tilausten määrä, viimeisin tilaus ja ostot lasketaan niin kuin ne siinä ovat (--table orders lukee rivit tilauksina)`,
    blankStatus: (amount) => `${rows(amount)} tilauksista, joilla ei ole tilaa, lasketaan mukaan`,
    noStatusIn: (first, amount) =>
      amount === 1
        ? `tiedostossa ${first} ei ole tilasaraketta: sen jokainen tilaus lasketaan, eivätkä tilojen valinnat koske sitä`
        : `${count(amount)} tiedostossa ei ole tilasaraketta (ensimmäinen: ${first}): niiden jokainen tilaus lasketaan, eivätkä tilojen valinnat koske niitä`,
    unmetStatuses: (flag, unmet, amount) =>
      `${flag}: millään rivillä ei ole ${amount === 1 ? "tätä tilaa" : "mitään näistä tiloista"}: ${unmet}`,
    noOrderId: (found) =>
      `${found.isEvery ? "missään sarakkeessa ei ole tilaustunnuksia: jokainen rivi lasketaan tilaukseksi" : `${rows(found.rows)} ilman tilaustunnusta lasketaan omiksi tilauksikseen`}; ` +
      (found.sharing === 0
        ? "millään niistä ei ole samaa asiakasta ja päivää kuin toisella"
        : `${count(found.sharing)}/${rows(found.rows)} on sellaisia, että asiakas ja päivä ovat samat kuin toisella rivillä, joten tilauksia voi olla ${count(found.excess)} liikaa: ` +
          "nimeä tilaustunnusten sarake valinnalla --order tai laske ostopäivät valinnalla --frequency days"),
    sameNames: (names, differing, column) =>
      `asiakkaat erotetaan toisistaan vain nimen perusteella (”${column}”): samannimiset lasketaan yhdeksi, ja kahdella tavalla kirjoitettu nimi kahdeksi asiakkaaksi; ` +
      (differing === null
        ? `nimiä on ${count(names)}, eikä osoitetta ole, johon niitä voisi verrata`
        : `nimistä ${count(differing)}/${count(names)} esiintyy eri osoitteilla`) +
      "; jos tunnuksille tai sähköpostiosoitteille on sarake, nimeä se valinnalla --customer",
    splitLines: ({ rows: amount, money: worth, file, line }) =>
      `${plural(amount, "rivi", "riviä")}, arvoltaan ${money(worth)}, näyttää toisen tiedoston riviltä ja laskettiin kerran (ensimmäinen: ${file}, rivi ${line}); ` +
      "kyseessä voi olla kahteen tiedostoon jakautuneen tilauksen rivejä: --duplicates keep laskee ne kaikki",
    pointZero: "asiakastunnukset kuten ”17850.0” luetaan muodossa 17850",
    blankMargins: (blank) =>
      `${rows(blank.rows)} (${orders(blank.orders)}, arvo ${money(blank.money)}) ${blank.kind === "cost" ? "ilman kustannusta: se lasketaan nollaksi, joten näiden tilausten kate on liian suuri" : "ilman katetta: se lasketaan nollaksi, joten näiden tilausten kate on liian pieni"}; täydennä sarake tai jätä rivit pois valinnalla --where`,
    partlyRefunded: (found) =>
      `${orders(found.orders)} (arvo ${money(found.money)}) on tilansa mukaan hyvitetty osittain, eikä mikään kerro hyvityksen määrää: ${found.orders === 1 ? "se lasketaan täysimääräisenä" : "ne lasketaan täysimääräisinä"}; jos aineistossa on hyvitysten sarake, nimeä se valinnalla --refunded`,
    refundedTooMuch: (found) =>
      `${orders(found.orders)} on saanut hyvityksiä yli tilauksen hinnan, ${money(found.money)} yhteensä: hyvityksissä voi olla toimituskuluja tai veroa, joita summissa ei ole, tai hyvitykset on jo vähennetty summista`,
    rounded: (amount) => `${plural(amount, "summa", "summaa")} oli tarkempi kuin 0,0001 ja pyöristettiin`,
    destroyedIds: (ids) =>
      `${plural(ids.count, "tunnus", "tunnusta")} kuten ”${ids.value}” (ensimmäinen: ${ids.file}, rivi ${ids.line}) tuhoutui, kun tiedosto tallennettiin taulukkolaskennassa; ` +
      "niitä ei käytetä tunnuksina: vie tiedosto uudelleen äläkä avaa sitä taulukkolaskennassa",
    garbled: (file, line) =>
      `${file}, rivi ${line}: merkit kuten ”Ã¤” kertovat, että teksti on luettu väärällä merkistöllä, joko aiemmassa ohjelmassa tai tässä jonkin muun tavun takia (--encoding utf-8 lukee sen UTF-8:na); samalla asiakkaalla voi olla kaksi kirjoitusasua`,
    strays: ({ count: bytes, file, line, character, byte, letter }) => {
      const as = letter === "" ? "" : `: ”${letter}”`;
      const found =
        bytes === 1
          ? `${file}, rivi ${line}, merkki ${character}: tavu ${byte} ei ole UTF-8:aa, joten se luettiin Windows-1252:na${as}`
          : `${count(bytes)} tavua ei ole UTF-8:aa, joten ne luettiin Windows-1252:na (ensimmäinen: ${file}, rivi ${line}, merkki ${character}: tavu ${byte}${as})`;
      return `${found}; jos se on väärin, vie tiedosto uudelleen tai kerro sen merkistö valinnalla --encoding`;
    },
    linked: (groups, largeGroups, largest) =>
      `${customers(groups)}, jotka tunnetaan sekä tunnuksesta että sähköpostista, yhdistettiin${largeGroups === 0 ? "" : `; yli kahden avaimen asiakkaita on ${count(largeGroups)} (enimmillään ${count(largest)} avainta)`}`,
    excluded: (found) =>
      found.entriesMet === 0
        ? `--exclude-customers ei jättänyt pois ketään: ${found.entries === 1 ? "luettelon ainoa merkintä ei ole" : `yksikään luettelon ${count(found.entries)} merkinnästä ei ole`} aineiston asiakkaan tunnus tai osoite`
        : `luettelon --exclude-customers merkinnöistä ${count(found.entriesMet)}/${count(found.entries)} löytyi aineistosta; pois jätettiin ${customers(found.customers)}`,
    noExcludedLine: "--exclude-lines ei jättänyt pois mitään: yksikään laskettava tilausrivi ei täytä ehtoa",
    lateAsOf: (asOf, lastDay) =>
      `tarkastelupäivä ${day(asOf)} on yli vuoden myöhemmin kuin aineiston uusin päivä ${day(lastDay)}: jokainen asiakas näyttää olleen pitkään poissa`,
  };
}
