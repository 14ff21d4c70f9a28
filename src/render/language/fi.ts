import type { Dimension } from "../../analysis/scores/dimension.ts";
import { daysNeeded, FEWEST_CUSTOMERS } from "../../analysis/segments/yardstick.ts";
import type { PeriodKind } from "../../basics/calendar/period.ts";
import type { Span } from "../../basics/calendar/span.ts";
import type { CommonValues } from "../../basics/text/common-values.ts";
import type { Catalogue, CohortStep, CompareSide, Explained, Phrases, SchemeWords } from "./en.ts";
import { finnishForecastWords } from "./fi-forecast.ts";
import type { PeopleFormats } from "./people-formats.ts";

const text = (short: string, meaning: string): Explained => [short, meaning];

/** The cases of a period's name that sentences need. */
interface PeriodCases {
  readonly nominative: string;
  readonly genitive: string;
  readonly genitivePlural: string;
  readonly partitive: string;
  /** During it: `viikolla`. */
  readonly during: string;
  /** In the next and in the previous one, after an adjective: `seuraavana viikkona`. */
  readonly essive: string;
}

const PERIODS: Readonly<Record<PeriodKind, PeriodCases>> = {
  week: {
    nominative: "viikko",
    genitivePlural: "viikkojen",
    genitive: "viikon",
    partitive: "viikkoa",
    during: "viikon aikana",
    essive: "viikkona",
  },
  month: {
    nominative: "kuukausi",
    genitivePlural: "kuukausien",
    genitive: "kuukauden",
    partitive: "kuukautta",
    during: "kuukauden aikana",
    essive: "kuukautena",
  },
  quarter: {
    nominative: "vuosineljännes",
    genitivePlural: "vuosineljännesten",
    genitive: "vuosineljänneksen",
    partitive: "vuosineljännestä",
    during: "vuosineljänneksen aikana",
    essive: "vuosineljänneksenä",
  },
  year: {
    nominative: "vuosi",
    genitivePlural: "vuosien",
    genitive: "vuoden",
    partitive: "vuotta",
    during: "vuoden aikana",
    essive: "vuonna",
  },
};

/** A length of time: nominative for one, partitive for more, and the genitive, which the numeral takes too. */
const SPAN_UNITS: Readonly<Record<Span["unit"], readonly [one: string, partitive: string, genitive: string]>> = {
  days: ["päivä", "päivää", "päivän"],
  weeks: ["viikko", "viikkoa", "viikon"],
  months: ["kuukausi", "kuukautta", "kuukauden"],
  quarters: ["vuosineljännes", "vuosineljännestä", "vuosineljänneksen"],
  years: ["vuosi", "vuotta", "vuoden"],
};

/** “From it”: what scores are given of. */
const OF_DIMENSION: Readonly<Record<Dimension, string>> = {
  recency: "tuoreudesta",
  frequency: "ostotiheydestä",
  monetary: "ostojen arvosta",
};

const BEST = "Parhaat asiakkaat";
const REGULARS = "Kanta-asiakkaat";
const FUTURE_REGULARS = "Tulevat kanta-asiakkaat";
const NEW = "Uudet asiakkaat";
const PROMISING = "Lupaavat";
const ATTENTION = "Huomiota kaipaavat";
const FADING = "Hiipuvat";
const AT_RISK = "Menetysvaarassa";
const CANNOT_LOSE = "Arvokkaat hiipuvat";
const SLEEPING = "Horrostavat";
const LOST = "Menetetyt";
const OTHERS = "Muut";

const THANK = "Kiitä, tarjoa uutuuksia ennakkoon ja pyydä suosittelemaan.";
const REWARD = "Palkitse uskollisuudesta pisteillä tai leimakortilla.";
const STAMP_CARD = "Tarjoa leimakortti ja ehdota tuotteita, jotka sopivat viime tilaukseen.";
const WELCOME = "Toivota tervetulleeksi ja anna syy toiseen tilaukseen.";
const NEXT_REASON = "Pysy näkyvillä ja anna syy seuraavaan tilaukseen.";
const SMALL_INCENTIVE = "Pysy näkyvillä ja tarjoa pieni kannustin seuraavaan tilaukseen.";
const REMIND = "Muistuta rajoitetulla tarjouksella siitä, mitä he ovat ennen ostaneet.";
const SHOW_POPULAR = "Näytä, mikä on suosittua, ja anna pieni syy palata.";
const ASK_IN_PERSON = "Kysy henkilökohtaisesti, miksi he lähtivät, ja voita heidät sitten takaisin.";
const ASK_WHY = "Kysy syytä ja voita heidät sitten takaisin henkilökohtaisella tarjouksella.";
const ASK_FEEDBACK = "Pyydä palautetta, mutta käytä heihin vain vähän rahaa.";
const LAST_MESSAGE = "Lähetä vielä yksi viesti, jossa pyydät palautetta, ja lopeta sitten.";

const SCHEMES: Readonly<Record<string, SchemeWords>> = {
  standard: {
    description: "Markkinoijille tutut yksitoista segmenttiä tuoreuden, ostotiheyden ja ostojen arvon mukaan",
    segments: {
      Champions: {
        name: BEST,
        meaning: "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
        action: "Kiitä heitä, päästä heidät ensimmäisinä uutuuksien ääreen ja pyydä suosituksia ja arvosteluja.",
        avoid: "Alennuksia, ennen kuin muuta on kokeiltu.",
        measure:
          "Kuinka moni on ensi kuussakin parhaita asiakkaita (rfm compare) ja montako suositusta saat sataa pyyntöä kohti.",
      },
      Loyal: {
        name: REGULARS,
        meaning: "Tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
        action: "Tarjoa leimakortti tai pisteitä kohti seuraavaa tasoa sekä parempaa versiota siitä, mitä he ostavat.",
        avoid: "Kohtelemasta heitä tuntemattomina: ei tervetulotarjouksia eikä ensitilauksen koodeja.",
        measure: "Tilauksia asiakasta kohti ja kuinka moni nousee parhaisiin asiakkaisiin.",
      },
      "Potential Loyalist": {
        name: FUTURE_REGULARS,
        meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
        action: "Aloita leimakortti tai pisteiden keruu ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
        avoid: "Pyytämästä liikaa kerralla: seuraava tilaus on tärkeämpi kuin suuri tilaus.",
        measure: "Kuinka moni tilaa vielä kerran 60 päivän sisällä ja moniko nousee kanta-asiakkaaksi.",
      },
      "New Customers": {
        name: NEW,
        meaning: "Tehneet ensimmäisen tilauksensa hiljattain, eivätkä sen jälkeen muita.",
        action: "Lähetä tervetuloviestien sarja, auta ensimmäisen tilauksen kanssa ja kannusta toiseen.",
        avoid: "Myymästä joka viestissä ja antamasta suuria alennuksia, jotka opettavat odottamaan.",
        measure: "Kuinka moni tekee toisen tilauksen 90 päivän sisällä (rfm repeat).",
      },
      Promising: {
        name: PROMISING,
        meaning: "Tilanneet hiljattain, kerran tai kahdesti, ja käyttäneet rahaa enemmän kuin useimmat.",
        action: "Pidä yhteyttä tilausten välillä: kerro, mikä sopii heidän ostoksiinsa, ja anna syy seuraavaan.",
        avoid: "Alennuksia siellä, missä muistutus riittää.",
        measure:
          "Aika seuraavaan tilaukseen ja kuinka moni siirtyy tuleviin kanta-asiakkaisiin tai kanta-asiakkaisiin.",
      },
      "Need Attention": {
        name: ATTENTION,
        meaning: "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat.",
        action: "Muistuta heitä nyt rajoitetulla tarjouksella siitä, mitä he ovat ennen ostaneet.",
        avoid: "Jättämästä asiaa seuraavan uutiskirjeen varaan.",
        measure: "Kuinka moni tilaa 30 päivän sisällä muistutuksesta.",
      },
      "About To Sleep": {
        name: FADING,
        meaning: "Käyttäneet vähemmän rahaa kuin useimmat; tuoreuden pisteet eivät ole korkeimmat eivätkä matalimmat.",
        action: "Näytä, mikä on suosittua tai uutta, ja anna pieni syy palata tässä kuussa.",
        avoid: "Kalliita tarjouksia: he ovat käyttäneet vähemmän rahaa kuin useimmat.",
        measure: "Kuinka moni tilaa uudelleen ja mitä yksi tällainen tilaus maksoi.",
      },
      "At Risk": {
        name: AT_RISK,
        meaning:
          "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
        action:
          "Kysy ensin, miksi he lakkasivat tilaamasta; voita heidät sitten takaisin henkilökohtaisella tarjouksella, joka vastaa syyhyn.",
        avoid: "Samaa uutiskirjettä vielä kerran.",
        measure: "Kuinka moni tilaa uudelleen 60 päivän sisällä ja kuinka paljon myyntiä palasi.",
      },
      "Cannot Lose Them": {
        name: CANNOT_LOSE,
        meaning:
          "Käyttäneet rahaa enemmän kuin useimmat, monella tilauksella tai yhdellä suurella, ja olleet pitkään hiljaa.",
        action:
          "Soita tai kirjoita henkilökohtaisesti: kysy, miten viimeinen tilaus onnistui ja mitä he nyt tarvitsisivat, korjaa se, mikä meni vikaan, ja tarjoa jotain vasta sitten.",
        avoid:
          "Automaattisia viestejä ja alennusta ennen keskustelua: kerran lahjaksi tai hanketta varten ostanut ei kaipaa alennusta vaan syytä ostaa.",
        measure: "Saadut vastaukset ja takaisin voitettu myynti.",
      },
      Hibernating: {
        name: SLEEPING,
        meaning: "Tilanneet kerran tai kahdesti, käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
        action: "Pyydä palautetta ja lähetä silloin tällöin jotain, mikä heitä koskee.",
        avoid: "Maksettua mainontaa heidän tavoittamisekseen.",
        measure: "Vastaukset palautepyyntöön ja tilaukset tuhatta viestiä kohti.",
      },
      Lost: {
        name: LOST,
        meaning: "Käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
        action: "Yksi viimeinen viesti, jossa pyydät palautetta; joka ei vastaa, poistetaan listalta.",
        avoid: "Uusia alennuksia ja postituksia: ne maksavat ja huonontavat kaikkien muiden viestien perillemenoa.",
        measure: "Valitusten ja perille menemättömien viestien väheneminen sekä säästetyt postituskulut.",
      },
    },
  },
  putler: {
    description: "Putlerin yksitoista segmenttiä tuoreuden sekä ostotiheyden ja ostojen arvon keskiarvon mukaan",
    segments: {
      Champions: {
        name: BEST,
        meaning: "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
        action: THANK,
      },
      "Loyal Customers": {
        name: REGULARS,
        meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
        action: REWARD,
      },
      "Potential Loyalist": {
        name: FUTURE_REGULARS,
        meaning: "Tilanneet hiljattain; tilausmäärän ja ostojen pisteet ovat keskitasoa tai sen alle.",
        action: "Tarjoa jäsenyyttä ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
      },
      "Recent Customers": {
        name: "Äskettäin ostaneet",
        meaning: "Tilanneet hiljattain vain kerran ja käyttäneet vähemmän rahaa kuin useimmat.",
        action: WELCOME,
      },
      Promising: {
        name: PROMISING,
        meaning: "Tilanneet hiljattain vain kerran ja käyttäneet vähemmän rahaa kuin useimmat.",
        action: SMALL_INCENTIVE,
      },
      "Customers Needing Attention": {
        name: ATTENTION,
        meaning: "Keskitason pisteet kaikilla mittareilla.",
        action: REMIND,
      },
      "About To Sleep": {
        name: FADING,
        meaning: "Tuoreuden pisteet keskitasoa, tilausten ja ostojen sen alle.",
        action: SHOW_POPULAR,
      },
      "Can't Lose Them": {
        name: CANNOT_LOSE,
        meaning: "Tilanneet usein ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
        action: ASK_IN_PERSON,
      },
      "At Risk": {
        name: AT_RISK,
        meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
        action: ASK_WHY,
      },
      Hibernating: {
        name: SLEEPING,
        meaning: "Tilanneet kerran tai kahdesti, käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
        action: "Lähetä silloin tällöin jotain, mikä heitä koskee.",
      },
      Lost: {
        name: LOST,
        meaning: "Käyttäneet vähemmän rahaa kuin useimmat ja olleet pitkään hiljaa.",
        action: LAST_MESSAGE,
      },
    },
  },
  "seg-map": {
    description: "Kymmenen segmenttiä pelkän tuoreuden ja ostotiheyden mukaan, kuten monissa muistikirjoissa",
    segments: {
      Champions: {
        name: BEST,
        meaning: "Tilanneet hiljattain ja tilaavat usein.",
        action: THANK,
      },
      "Loyal Customers": {
        name: REGULARS,
        meaning: "Tilanneet hiljattain ja tilaavat usein.",
        action: REWARD,
      },
      "Potential Loyalists": {
        name: FUTURE_REGULARS,
        meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
        action: STAMP_CARD,
      },
      "New Customers": {
        name: NEW,
        meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
        action: WELCOME,
      },
      Promising: {
        name: PROMISING,
        meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
        action: SMALL_INCENTIVE,
      },
      "Need Attention": {
        name: ATTENTION,
        meaning: "Keskitason pisteet kummallakin mittarilla.",
        action: REMIND,
      },
      "About To Sleep": {
        name: FADING,
        meaning: "Tilanneet kerran tai kahdesti.",
        action: SHOW_POPULAR,
      },
      "Can't Lose Them": {
        name: CANNOT_LOSE,
        meaning: "Tilanneet usein, mutta olleet pitkään hiljaa.",
        action: ASK_IN_PERSON,
      },
      "At Risk": {
        name: AT_RISK,
        meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
        action: ASK_WHY,
      },
      Hibernating: {
        name: SLEEPING,
        meaning: "Tilanneet kerran tai kahdesti ja olleet pitkään hiljaa.",
        action: ASK_FEEDBACK,
      },
    },
  },
  "rfm-r": {
    description: "R-paketin rfm esimerkki: kymmenen aluetta järjestyksessä, sitten Muut",
    segments: {
      Champions: {
        name: BEST,
        meaning: "Parhaat pisteet kaikilla kolmella mittarilla.",
        action: THANK,
      },
      "Potential Loyalist": {
        name: FUTURE_REGULARS,
        meaning: "Tuoreuden ja tiheyden pisteet keskitasoa tai sen yli, eivätkä ostojen pisteet ole matalimmat.",
        action: STAMP_CARD,
      },
      "Loyal Customers": {
        name: REGULARS,
        meaning: "Keskitason pisteet kaikilla mittareilla.",
        action: REWARD,
      },
      Promising: {
        name: PROMISING,
        meaning: "Ostojen pisteet keskitasoa tai sen yli, tiheyden keskitasoa tai sen alle.",
        action: NEXT_REASON,
      },
      "New Customers": {
        name: NEW,
        meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
        action: WELCOME,
      },
      "Can't Lose Them": {
        name: CANNOT_LOSE,
        meaning: "Käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
        action: ASK_IN_PERSON,
      },
      "At Risk": {
        name: AT_RISK,
        meaning:
          "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
        action: ASK_WHY,
      },
      "Need Attention": {
        name: ATTENTION,
        meaning: "Tiheyden ja ostojen pisteet keskitasoa tai sen yli, tuoreuden keskitasoa tai sen alle.",
        action: REMIND,
      },
      "About To Sleep": {
        name: FADING,
        meaning: "Tuoreuden ja tiheyden pisteet keskitasoa tai sen alle.",
        action: SHOW_POPULAR,
      },
      Lost: {
        name: LOST,
        meaning: "Olleet pitkään hiljaa.",
        action: LAST_MESSAGE,
      },
      Others: {
        name: OTHERS,
        meaning: "Eivät kuulu mihinkään julkaistuista alueista.",
        action: "Katso heidän pisteitään yksitellen.",
      },
    },
  },
  pymc: {
    description: "pymc-marketing-kirjaston oletus: viisi pisteluetteloa neljällä tasolla, sitten Muut",
    segments: {
      "Premium Customer": {
        name: "Huippuasiakkaat",
        meaning: "Kaikki kolme pistettä asteikon yläpuoliskolla.",
        action: THANK,
      },
      "Repeat Customer": {
        name: "Toistuvasti ostaneet",
        meaning: "Tilanneet useammin kuin kerran.",
        action: "Muistuta tuotteista, jotka sopivat aiempiin tilauksiin.",
      },
      "Top Spender": {
        name: "Suurimmat ostajat",
        meaning: "Korkeat ostojen pisteet, tai keskitason ostot ja korkeat tuoreuden pisteet.",
        action: "Näytä parempi versio siitä, mitä he ostavat, ja uutuudet heille ensin.",
      },
      "At Risk Customer": {
        name: AT_RISK,
        meaning: "Tiheyden tai ostojen pisteet matalat; tuoreuden pisteet voivat olla korkeat.",
        action: "Anna syy seuraavaan tilaukseen.",
      },
      "Inactive Customer": {
        name: "Passiiviset",
        meaning: "Matalimmat tiheyden pisteet; tuoreuden pisteet voivat olla korkeat (411).",
        action: ASK_FEEDBACK,
      },
      Other: {
        name: OTHERS,
        meaning: "Eivät ole missään julkaistussa luettelossa.",
        action: "Katso heidän pisteitään yksitellen.",
      },
    },
  },
  braze: {
    description: "Brazen kymmenen segmenttiä järjestyksessä, sen pisteet 0–3 tässä 1–4, sitten Muut",
    segments: {
      Champions: {
        name: BEST,
        meaning: "Tilanneet hiljattain, tilaavat usein ja käyttävät rahaa enemmän kuin useimmat.",
        action: THANK,
      },
      Loyal: {
        name: REGULARS,
        meaning: "Tilanneet hiljattain ja tilaavat usein.",
        action: REWARD,
      },
      "Potential Loyalists": {
        name: FUTURE_REGULARS,
        meaning: "Tilanneet hiljattain ja useammin kuin kerran.",
        action: STAMP_CARD,
      },
      Promising: {
        name: PROMISING,
        meaning: "Tilanneet hiljattain, kerran tai kahdesti.",
        action: NEXT_REASON,
      },
      "New Customers": {
        name: NEW,
        meaning: "Tilanneet hiljattain ja käyttäneet vähemmän rahaa kuin useimmat.",
        action: WELCOME,
      },
      "Needing Attention": {
        name: ATTENTION,
        meaning: "Tuoreuden pisteet korkeat, tiheyden tai ostojen matalat.",
        action: REMIND,
      },
      "Cannot Lose": {
        name: CANNOT_LOSE,
        meaning: "Tilanneet usein ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
        action: ASK_IN_PERSON,
      },
      "At Risk": {
        name: AT_RISK,
        meaning: "Tilanneet useammin kuin kerran, mutta olleet pitkään hiljaa.",
        action: ASK_WHY,
      },
      "About To Sleep": {
        name: FADING,
        meaning: "Tuoreuden pisteet matalat, samoin tiheyden tai ostojen.",
        action: SHOW_POPULAR,
      },
      Hibernating: {
        name: SLEEPING,
        meaning: "Olleet pitkään hiljaa.",
        action: ASK_FEEDBACK,
      },
      Others: {
        name: OTHERS,
        meaning:
          "Eivät kuulu mihinkään julkaistuun segmenttiin: matalimmat tuoreuden ja ostojen pisteet, korkeimmat tiheyden.",
        action: "Katso heitä yksitellen.",
      },
    },
  },
};

/** How a platform's rows are to be read, by the words of its preset. */
const ROW_MODELS: Readonly<Record<string, string>> = {
  "a row a charge": "rivi on veloitus",
  "a row a line item; everything but the order id and the item stands on the order's first row only":
    "rivi on tilausrivi; tilauksen ensimmäisellä rivillä on kaikki, muilla vain tilausnumero ja tuote",
  "a row a line item; the order's total, status and dates stand on its first row only":
    "rivi on tilausrivi; tilauksen summa, tila ja päivät ovat vain sen ensimmäisellä rivillä",
  "a row a movement of money; a refund is a negative row that names the payment it refers to":
    "rivi on rahatapahtuma; hyvitys on negatiivinen rivi, joka nimeää maksunsa",
  "a row a payment; a refund is a negative row of its own that shares the sale's payment id":
    "rivi on maksu; hyvitys on oma negatiivinen rivinsä, jolla on myynnin maksutunnus",
  "a row a purchase; there are no order ids": "rivi on osto; tilausnumeroita ei ole",
  "a row an item, with its line total after discount": "rivi on tuote, summa alennuksen jälkeen",
  "a row an item, with its line total before discounts and shipping":
    "rivi on tuote, summa ennen alennuksia ja toimituskuluja",
  "a row an item, with its line total": "rivi on tuote ja sen rivisumma",
  "a row an item, with its line total; tabs, and quotes are ordinary characters":
    "rivi on tuote ja sen rivisumma; sarkaimet, ja lainausmerkit ovat tavallisia merkkejä",
  "a row an item; a refund is negative rows of its own that share the sale's payment id":
    "rivi on tuote; hyvitys on omia negatiivisia rivejään, joilla on myynnin maksutunnus",
  "a row an item; number, date and e-mail stand on every row, the order's totals on its first row only":
    "rivi on tuote; numero, päivä ja sähköposti ovat joka rivillä, tilauksen summat vain ensimmäisellä",
  "a row an item; quantity × price; a cancellation is an invoice of its own with negative quantities":
    "rivi on tuote; määrä × hinta; peruutus on oma laskunsa, jossa määrät ovat negatiivisia",
  "a row an item; the order's columns stand on its first row only (rows without an order number belong to the order above), or on every row":
    "rivi on tuote; tilauksen tiedot ovat vain sen ensimmäisellä rivillä (rivit ilman tilausnumeroa kuuluvat yllä olevaan tilaukseen) tai joka rivillä",
  "a row an item; the order's total stands on every one of its rows":
    "rivi on tuote; tilauksen summa on jokaisella sen rivillä",
  "a row an order": "rivi on tilaus",
  "a row an order, or a row an item; the order's total stands on every one of its rows":
    "rivi on tilaus tai tuote; tilauksen summa on jokaisella sen rivillä",
  "a row an order, without a date": "rivi on tilaus ilman päivämäärää",
  "a row an order; its items are packed into one cell": "rivi on tilaus; sen tuotteet ovat yhdessä solussa",
  "a row an order; money and persons stand in other files":
    "rivi on tilaus; rahat ja henkilöt ovat muissa tiedostoissa",
  "a row an order; net sales, without tax and shipping": "rivi on tilaus; nettomyynti ilman veroa ja toimituskuluja",
  "a row an order; order value − discount + shipping": "rivi on tilaus; tilauksen arvo − alennus + toimituskulut",
  "a row an order; totals in the shop's base currency": "rivi on tilaus; summat kaupan perusvaluutassa",
  "a row an order; with several items a row with the order's total, then a row an item without one":
    "rivi on tilaus; jos tuotteita on useita, ensin rivi tilauksen summalla, sitten rivi kustakin tuotteesta ilman summaa",
};

const NOTATIONS: Readonly<Record<string, string>> = {
  calendar: "kalenteripäivä",
  compact: "yhteen kirjoitettu (vvvvkkpp)",
  "epoch seconds": "Unix-aika sekunteina",
  "epoch milliseconds": "Unix-aika millisekunteina",
  "spreadsheet serial": "taulukkolaskennan sarjanumero",
};

/** What else decides about an order, by the words of the presets. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  canceled: "peruttu",
  cancelled: "peruttu",
  memo: "pelkkä kirjaus",
  "not captured": "ei veloitettu",
  "not completed": "ei valmis",
  "not paid": "ei maksettu",
  "test mode": "testitila",
  "test payment": "testimaksu",
};

/** A value and where it stands, `"100.00" (line 2)`. */
function atLine(value = ""): string {
  return value.replace(/ \(line (\d+)\)$/, " (rivi $1)");
}

const PHRASES: Phrases = [
  [/^every byte sequence is valid UTF-8$/, () => "kaikki tavut ovat kelvollista UTF-8:aa"],
  [
    /^not UTF-8; the byte of ISO-8859-15's euro sign, none of Windows-1252's own$/,
    () => "ei UTF-8; ISO-8859-15:n euromerkin tavu, ei yhtään Windows-1252:n omaa",
  ],
  [/^not valid UTF-8$/, () => "ei kelvollista UTF-8:aa"],
  [/^byte order mark$/, () => "tavujärjestysmerkki (BOM)"],
  [/^NUL bytes in every other place$/, () => "joka toinen tavu on NUL"],
  [/^as (--[a-z-]+) says$/, (option) => `valinta ${option}`],
  [/^the file's first line says so \(sep=\)$/, () => "tiedoston ensimmäinen rivi kertoo sen (sep=)"],
  [
    /^(\d+) of the first (\d+) rows have (\d+) fields$/,
    (agreeing, seen, fields) => `${fields} kenttää riveillä ${agreeing}/${seen} tiedoston alusta`,
  ],
  [/^as the platform has it$/, () => "kuten alustalla aina"],
  [/^named in the header: "(.*)"$/, (name) => `kerrotaan otsikossa: ”${name}”`],
  [/^by its name$/, () => "nimensä perusteella"],
  [/^by its values: its words are those of a status$/, () => "arvojensa perusteella: ne ovat tilauksen tiloja"],
  [
    /^by its name; a name is the last resort: there is no id, e-mail address or telephone number$/,
    () => "nimensä perusteella; nimi on viimeinen keino: tunnusta, sähköpostiosoitetta tai puhelinnumeroa ei ole",
  ],
  [/^by its name and its values$/, () => "nimensä ja arvojensa perusteella"],
  [/^by its values: no other column has such$/, () => "arvojensa perusteella: muissa sarakkeissa ei ole sellaisia"],
  [/^(.+) can only be day first$/s, (value) => `${atLine(value)}: päivän on oltava ensin`],
  [/^(.+) can only be month first$/s, (value) => `${atLine(value)}: kuukauden on oltava ensin`],
  [/^written as (.+)$/, (notation = "") => `kirjoitustapa: ${NOTATIONS[notation] ?? notation}`],
  [/^as the platform always writes them$/, () => "kuten alusta ne aina kirjoittaa"],
  [
    /^(.+), of the same source, has (.*)$/s,
    (file, value) => `tiedostossa ${file}, jolla on sama otsikkorivi, on ${atLine(value)}`,
  ],
  [/^every date reads one way only$/, () => "jokaisen päivämäärän voi lukea vain yhdellä tavalla"],
  [/^(.+) has a decimal point$/s, (value) => `${atLine(value)}: desimaalipiste`],
  [/^(.+) has a decimal comma$/s, (value) => `${atLine(value)}: desimaalipilkku`],
  [/^whole numbers only$/, () => "pelkkiä kokonaislukuja"],
  [/^as (.+) has it: (.+)$/, (title, model = "") => `${title}: ${ROW_MODELS[model] ?? model}`],
  [/^(".+") is a line's amount by its name$/s, (column) => `${column} on nimensä perusteella rivin summa`],
  [/^no order has two rows with an amount$/, () => "yhdelläkään tilauksella ei ole kahta riviä, joilla on summa"],
  [
    /^(".+") is an order's total by its name and data$/s,
    (column) => `${column} on nimensä ja sisältönsä perusteella tilauksen summa`,
  ],
  [/^(".+") differs between the rows of every order$/s, (column) => `${column} vaihtelee jokaisen tilauksen riveillä`],
  [
    /^(".+") differs between the rows of (\d+) orders$/s,
    (column, orders) => `${column} vaihtelee saman tilauksen riveillä (tilauksia ${orders})`,
  ],
  [
    /^(calendar|compact|epoch seconds|epoch milliseconds|spreadsheet serial)$/,
    (notation = "") => NOTATIONS[notation] ?? notation,
  ],
];

/** Every text that people read, in Finnish. */
export function finnish(formats: PeopleFormats): Catalogue {
  const { count, number, money, share, day } = formats;
  const plural = pluralIn(formats);
  const customers = (amount: number): string => plural(amount, "asiakas", "asiakasta");
  const orders = (amount: number): string => plural(amount, "tilaus", "tilausta");
  const days = (amount: number): string => plural(amount, "päivä", "päivää");
  const rows = (amount: number): string => plural(amount, "rivi", "riviä");
  const daysOf = (amount: number): string => `${number(amount)} ${amount === 1 ? "päivä" : "päivää"}`;
  const ordersOf = (amount: number): string => `${number(amount)} ${amount === 1 ? "tilaus" : "tilausta"}`;
  const cells = (amount: number): string => plural(amount, "pisteyhdistelmä", "pisteyhdistelmää");
  const segments = (amount: number): string => plural(amount, "segmentti", "segmenttiä");
  const cohorts = (amount: number): string => plural(amount, "kohortti", "kohorttia");
  const periods = (amount: number, kind: PeriodKind): string =>
    plural(amount, PERIODS[kind].nominative, PERIODS[kind].partitive);
  /** `12 kuukauden`: the numeral is written in figures, so only the unit shows the case. */
  const spanGenitive = ({ count: length, unit }: Span): string => `${count(length)} ${SPAN_UNITS[unit][2]}`;
  const and = (names: readonly string[]): string =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ja ${names.at(-1)}`;
  const values = ({ shown, others }: CommonValues): string => {
    const each = shown.map(({ value, customers: amount }) => `${value === "" ? "tyhjä" : value}: ${count(amount)}`);
    return `${each.join(", ")}${others === 0 ? "" : ` ja ${plural(others, "muu arvo", "muuta arvoa")}`}`;
  };
  const listed = (names: readonly string[]): string =>
    names.length > 3 ? `${names.slice(0, 2).join(", ")} ja ${names.length - 2} muuta` : and(names);
  const dimensions: Readonly<Record<Dimension, string>> = {
    recency: "tuoreus",
    frequency: "ostotiheys",
    monetary: "ostojen arvo",
  };
  const points = (tenths: number): string => {
    const amount = number(Math.abs(tenths) / 10);
    return `${amount} ${Math.abs(tenths) === 10 ? "prosenttiyksikkö" : "prosenttiyksikköä"}`;
  };
  const stepGenitive = (step: CohortStep): string =>
    typeof step === "number" ? `${step} päivän ikkunan` : PERIODS[step].genitive;
  return {
    common: {
      yes: "kyllä",
      no: "ei",
      none: "ei ole",
      all: "kaikki",
      note: "huomautus",
      warning: "varoitus",
      customers,
      orders,
      days,
      cells,
      segments,
      addressesMasked: (options) => `Sähköpostiosoitteet on tässä lyhennetty (kokonaan: ${options.join(" tai ")}).`,
      notShown: (columns, options) =>
        `Leveys ei riittänyt ${columns.length === 1 ? "sarakkeelle" : "näille sarakkeille"}: ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" tai ")} näyttää ${columns.length === 1 ? "sen" : "ne"})`}.`,
    },
    dimensions,
    period: (label) =>
      label
        .replace(/^(\d{4})-(\d{2})$/, (_, year: string, month: string) => `${Number(month)}/${year}`)
        .replace(/^(\d{4})-W(\d{2})$/, (_, year: string, week: string) => `vko ${Number(week)}/${year}`)
        .replace(/^(\d{4})-Q(\d)$/, "Q$2/$1"),
    schemes: SCHEMES,
    platforms: {
      prestashop:
        "tässä luettelossa asiakkaalla on vain etukirjain ja sukunimi: samannimiset lasketaan yhdeksi; kysely, jossa on sähköpostiosoitteet (SQL-hallinta), erottaa heidät",
      "woocommerce-analytics":
        "tässä latauksessa asiakkaasta on vain nimi: samannimiset lasketaan yhdeksi; tilausaineisto, jossa on sähköpostiosoitteet, erottaa heidät",
      "etsy-items":
        "tämä tiedosto tuntee ostajat vain näyttönimeltä eikä hyvityksiä lainkaan; myytyjen tilausten tiedostossa (EtsySoldOrders) on sekä ostajan tunnus että oikaistut summat",
    },
    claims: {
      held: {
        recent: "Viime tilaus on tuore.",
        silent: "He ovat olleet pitkään hiljaa.",
        often: "He ovat tilanneet usein.",
        again: "He ovat tilanneet useammin kuin kerran.",
        seldom: "He ovat tilanneet kerran tai kahdesti.",
        once: "He ovat tilanneet vain kerran.",
        new: "Ensimmäinenkin tilaus on tuore.",
        more: "He ovat käyttäneet rahaa enemmän kuin useimmat.",
        less: "He ovat käyttäneet rahaa vähemmän kuin useimmat.",
      },
      recentByComparison: (median) =>
        `Tuoreita vain muihin verrattuna: tyypillisestä viime tilauksesta on ${daysOf(median)}.`,
      silentByComparison: (median) =>
        `Hiljaisia vain muihin verrattuna: tyypillisestä viime tilauksesta on ${daysOf(median)}.`,
      someSilent: (median, lapseDays) =>
        `Tyypillisestä viime tilauksesta on ${daysOf(median)}, mutta yli neljänneksellä yli ${daysOf(lapseDays)}.`,
      someRecent: (median, lapseDays) =>
        `Tyypillisestä viime tilauksesta on ${daysOf(median)}, mutta yli neljänneksellä enintään ${daysOf(lapseDays)}.`,
      oftenByComparison: (median) =>
        `Usein tilaavia vain muihin verrattuna: tyypillisellä asiakkaalla on ${ordersOf(median)}.`,
      someBelow: (median, fewest) =>
        `Tyypillisellä asiakkaalla on ${ordersOf(median)}; yli neljänneksellä on vähemmän kuin ${count(fewest)}.`,
      seldomByComparison: (median) =>
        `Harvoin tilaavia vain muihin verrattuna: tyypillisellä asiakkaalla on ${ordersOf(median)}.`,
      someAbove: (median, most) =>
        `Tyypillisellä asiakkaalla on ${ordersOf(median)}; yli neljänneksellä on enemmän kuin ${count(most)}.`,
      notOnce: "Yli neljännes heistä on tilannut useammin kuin kerran.",
      notNew: (tenureDays) =>
        `Eivät nimestään huolimatta uusia: tyypillinen asiakas tilasi ensi kerran ${number(tenureDays)} päivää sitten.`,
      someNotNew: (most) => `Yli neljännes heistä tilasi ensi kerran yli ${daysOf(most)} sitten.`,
      notMore: "Yli neljännes heistä on käyttänyt rahaa enintään saman verran kuin tyypillinen asiakas kaikista.",
      notLess: "Yli neljännes heistä on käyttänyt rahaa enemmän kuin tyypillinen asiakas kaikista.",
      action: {
        secondOrder: "Anna syy toiseen tilaukseen ja ehdota tuotteita, jotka sopivat ensimmäiseen.",
        nextOrder: "Ehdota tuotteita, jotka sopivat viime tilaukseen, ja anna syy seuraavaan.",
        comeBack: "Kysy, miten viime tilaus onnistui, ja anna syy palata.",
        byEach: (lapseDays) =>
          `Katso kunkin viime tilausta: muistuta niitä, joiden tilauksesta on yli ${daysOf(lapseDays)}, ja ehdota muille seuraavaa.`,
      },
      measure: "Kuinka moni tilaa uudelleen 90 päivän sisällä.",
      untold: {
        "no yardstick": () => "Ryhmiä ei kuvata sanoin.",
        "few customers": ({ customers }) =>
          `Asiakkaita on vain ${count(customers)}: ryhmiä ei kuvata sanoin eikä neuvota, koska niin harvan pisteet vain vertaavat heitä toisiinsa. Siihen tarvitaan vähintään ${count(FEWEST_CUSTOMERS)}.`,
        "nobody came back": () =>
          "Kukaan ei ole tilannut kahtena eri päivänä: ryhmiä ei kuvata sanoin eikä neuvota, koska aineistosta ei näe, mikä on pitkä hiljaisuus. Lisää vanhempia tiedostoja.",
        "few came back": ({ repeaters }) =>
          `Vain ${count(repeaters)} asiakasta on palannut toisena päivänä: ryhmiä ei kuvata sanoin eikä neuvota, koska niin harva ei kerro, mikä on pitkä hiljaisuus. Lisää vanhempia tiedostoja.`,
        "short history": ({ historyDays, lapseDays }) =>
          `Tilauksia on vain ${count(historyDays)} päivältä: ryhmiä ei kuvata sanoin eikä neuvota, koska hiljaiset ja uudet asiakkaat erottuvat vasta, kun tilauksia on ${number(daysNeeded(lapseDays))} päivältä (palanneiden tauot ovat jopa ${number(lapseDays)} päivää, ja aineiston pitää kattaa kaksi sellaista). Lisää vanhempia tiedostoja.`,
      },
    },
    ledger: {
      reasons: {
        "blank line": "tyhjiä",
        "total row": "tiedoston omia summarivejä",
        "wrong number of fields": "väärä määrä kenttiä",
        "unreadable date": "lukukelvoton päivämäärä",
        "unreadable amount": "lukukelvoton summa",
        "no amount": "ilman summaa",
        "test order": "testitilauksia",
        status: "tila, jota ei lasketa",
        filtered: "suodatettu pois",
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
        "wrong number of fields": "väärä määrä kenttiä",
        "unreadable date": "lukukelvoton päivämäärä",
        "unreadable amount": "lukukelvoton summa",
        "no amount": "ei summaa",
        "test order": "testitilaus",
        status: "tila",
        filtered: "suodatettu",
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
    },
    reading: {
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
      notText: (name) =>
        `${name} ei ole tekstitiedosto ja ohitettiin; tallenna se CSV-tiedostona, jos haluat sen mukaan`,
      noStatus: "aineistossa ei ole tilasaraketta: jokainen tilaus lasketaan",
      blankStatus: (amount) => `${rows(amount)} tilauksista, joilla ei ole tilaa, lasketaan mukaan`,
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
      rounded: (amount) => `${plural(amount, "summa", "summaa")} oli tarkempi kuin 0,0001 ja pyöristettiin`,
      destroyedIds: (ids) =>
        `${plural(ids.count, "tunnus", "tunnusta")} kuten ”${ids.value}” (ensimmäinen: ${ids.file}, rivi ${ids.line}) tuhoutui, kun tiedosto tallennettiin taulukkolaskennassa; ` +
        "niitä ei käytetä tunnuksina: vie tiedosto uudelleen äläkä avaa sitä taulukkolaskennassa",
      garbled: (file, line) =>
        `${file}, rivi ${line}: merkit kuten ”Ã¤” kertovat, että aiempi ohjelma luki tekstin väärällä merkistöllä; samalla asiakkaalla voi olla kaksi kirjoitusasua`,
      linked: (groups, largeGroups, largest) =>
        `${customers(groups)}, jotka tunnetaan sekä tunnuksesta että sähköpostista, yhdistettiin${largeGroups === 0 ? "" : `; yli kahden avaimen asiakkaita on ${count(largeGroups)} (enimmillään ${count(largest)} avainta)`}`,
      excluded: (amount) => `${customers(amount)} jätettiin pois valinnalla --exclude-customers`,
      lateAsOf: (asOf, lastDay) =>
        `tarkastelupäivä ${day(asOf)} on yli vuoden myöhemmin kuin aineiston uusin päivä ${day(lastDay)}: jokainen asiakas näyttää olleen pitkään poissa`,
    },
    scoring: {
      fewCustomers: (amount) =>
        `vain ${customers(amount)}: näin harvan pisteet vertaavat heitä toisiinsa eivätkä kerro juuri muuta`,
      fewValues: (measures) => {
        const each = measures.map(({ dimension, distinct }) =>
          distinct === 1
            ? `${dimensions[dimension]} on kaikilla asiakkailla sama`
            : `${dimensions[dimension]} saa vain ${count(distinct)} eri arvoa`,
        );
        return `${listed(each)}: ${each.length === 1 ? "sen" : "niiden"} pisteet kertovat vähän`;
      },
      ties: (dimension, tied) => {
        const many = share(tied.share);
        const what = {
          recency: `${many} asiakkaista osti viimeksi ${days(tied.value)} ennen tarkastelupäivää`,
          frequency:
            tied.value === 1
              ? `${many} asiakkaista on ostanut kerran`
              : `${many} asiakkaista on ostanut ${count(tied.value)} kertaa`,
          monetary: `${many} asiakkaista on ostanut samalla summalla`,
        }[dimension];
        return `${what}: ${OF_DIMENSION[dimension]} annetaan vain pisteet ${tied.scores}`;
      },
      oneLarge: (fraction) =>
        `yksi asiakas tuo ${share(fraction)} myynnistä (rfm score --sort -monetary_value näyttää kuka); henkilökunnan ja tukkuasiakkaat voi jättää pois valinnalla --exclude-customers`,
      outsideWindow: (amount) =>
        `${customers(amount)} osti vain ennen tarkastelujaksoa, eikä ${amount === 1 ? "häntä" : "heitä"} pisteytetä`,
      unreachable: (names, scheme) =>
        `näillä tasoilla kukaan ei voi kuulua segmenttijaon ${scheme} segmentteihin ${names.join(", ")}`,
      empty: (measures, remedy) => {
        const which = measures.map(({ dimension, scores }) => `${dimensions[dimension]} ${scores.join(", ")}`);
        return `kukaan ei saa näitä pisteitä: ${which.join("; ")}${remedy.length === 0 ? "" : `; jotta mikään pistemäärä ei jää tyhjäksi: ${remedy.join("  tai  ")}`}`;
      },
      ntile: (measures) =>
        `ntile jakaa asiakkaat yhtä suuriin ryhmiin (${and(measures.map((one) => dimensions[one]))}): asiakkaat, joilla on sama arvo, voivat saada eri pisteet, ja järjestyksen ratkaisee asiakastunnus`,
      nested: (measures) =>
        `sisäkkäinen pisteytys (${and(measures.map((one) => dimensions[one]))}): jokaisella ryhmällä on omat raja-arvonsa, joten samat pisteet tarkoittavat eri ryhmissä eri lukuja`,
      onlyGrow:
        "ilman tarkastelujaksoa ostotiheys ja ostojen arvo vain kasvavat, joten kiinnitetyillä raja-arvoilla niiden pisteet tuskin laskevat: harkitse valintaa --window 12m",
      frozen: (scheme, amount, asOf) =>
        `raja-arvot ja segmenttijako ${scheme} on kiinnitetty: ne tehtiin ${count(amount)} asiakkaan tiedoista, tarkastelupäivä ${day(asOf)}`,
      modelWithoutCurrency: (currency) => `mallissa ei ole valuuttaa, ja aineiston valuutta on ${currency}`,
      exportsWithoutCurrency: (currency) => `mallin valuutta on ${currency}, ja aineistossa ei ole valuuttaa`,
      saved: (file) => `malli on tiedostossa ${file}; --model ${file} pisteyttää sillä muut tiedot`,
      ambiguous: (scheme, amount, named, file) =>
        `segmenttijako ${scheme}: kaksi segmenttiä vaatii samaa pistettä (${cells(amount)}: ${named}), ja ensimmäinen saa sen; rfm schemes check ${file} kertoo mitkä`,
      neverReached: (scheme, names) =>
        `segmenttijako ${scheme}: näihin ei voi kuulua kukaan, koska aiemmat segmentit vievät kaiken: ${names.join(", ")}`,
      preview: (shown, all) =>
        `${count(shown)} ensimmäistä, kaikkiaan ${customers(all)}; -o scores.csv kirjoittaa kaikki`,
    },
    score: {
      columns: {
        customer_id: "asiakas",
        first_order: "ensi osto",
        last_order: "viime osto",
        recency_days: "päivää",
        frequency: "tilauksia",
        monetary_value: "ostot",
        average_order_value: "keskiostos",
        r_score: "R",
        f_score: "F",
        m_score: "M",
        rfm_cell: "RFM",
        segment: "segmentti",
      },
    },
    orders: {
      columns: {
        order_id: "tilaus",
        customer_id: "asiakas",
        day: "päivä",
        gross: "brutto",
        refund: "hyvitys",
        net: "netto",
        purchase: "osto",
        reason: "syy",
        file: "tiedosto",
        line: "rivi",
        margin: "kate",
      },
    },
    segments: {
      columns: {
        segment: "segmentti",
        customers: "asiakkaita",
        customer_share: "osuus",
        orders: "tilauksia",
        revenue: "myynti",
        revenue_share: "myynnistä",
        average_order_value: "keskiostos",
        median_recency_days: "mediaani pv",
        median_frequency: "mediaani til.",
        median_monetary_value: "mediaani ostot",
        action: "mitä tehdä",
      },
      outsideWindow: "(ei ostoja tarkastelujaksolla)",
      outsideWindowMeaning: "Ostivat ennen tarkastelujaksoa, eivät sen aikana.",
      whatToDo: "Mitä tehdä",
    },
    report: {
      title: (exports, asOf) => `Asiakasraportti: ${exports}, tarkastelupäivä ${day(asOf)}`,
      written: (file) => `raportti on tiedostossa ${file}`,
      reading: "Mitä luettiin ja mitä jätettiin sivuun",
      headline: "Avainluvut",
      segments: "Segmentit",
      grid: "Asiakkaat tuoreuden ja ostotiheyden pisteiden mukaan",
      gridLegend:
        "Joka ruudussa: asiakkaita ja heidän osuutensa myynnistä; suurin pistemäärä on kummallakin sivulla paras.",
      cutPoints: "Raja-arvot",
      retention: (kind) =>
        ({
          week: "Pysyvyys viikoittain",
          month: "Pysyvyys kuukausittain",
          quarter: "Pysyvyys vuosineljänneksittäin",
          year: "Pysyvyys vuosittain",
        })[kind],
      whatToDo: "Mitä tehdä, suurin myynti ensin",
      notes: "Huomautukset",
      noNotes: "Ei huomautettavaa.",
      read: (read) =>
        `Luettiin ${rows(read.rows)}, ${plural(read.files, "tiedosto", "tiedostoa")}, arvo ${money(read.worth)}${read.currency}.`,
      used: (used) => {
        const reduced =
          used.reduced === 0 ? "" : ` (${count(used.reduced)} osittain hyvitetty, ${money(used.takenOff)})`;
        const refunds =
          used.refunds === 0 && used.reduced > 0
            ? "ei hyvityksiä omana päivänään"
            : plural(used.refunds, "hyvitys", "hyvitystä");
        return `Käytettiin ${rows(used.rows)}: ${orders(used.orders)}${reduced} ja ${refunds}, netto ${money(used.net)}${used.currency}.`;
      },
      nothingAside: "Yhtään riviä ei jätetty sivuun.",
      aside: (aside) =>
        `Sivuun jätettiin ${rows(aside.rows)}, arvo ${money(aside.worth)}${aside.currency}: ${aside.reasons}.`,
      covers: (from, to, windowStart) =>
        `Tilaukset ajalta ${day(from)} – ${day(to)}; ${windowStart === null ? "koko historia lasketaan" : `tarkastelujakso alkaa ${day(windowStart)}`}.`,
      asOf: (asOf, isGiven) =>
        `Tarkastelupäivä on ${day(asOf)}, ${isGiven ? "kuten --as-of määrää" : "aineiston uusin päivä (valinnalla --as-of voi vaihtaa)"}.`,
      customers: "Asiakkaita",
      orders: "Tilauksia",
      revenue: "Myynti hyvitysten jälkeen",
      averageOrder: "Keskiostos",
      returning: "Palanneiden asiakkaiden osuus myynnistä",
      returningShare: (fraction, amount) =>
        `${fraction === null ? "–" : share(fraction)} (${customers(amount)}, joilla on vähintään kaksi tilausta)`,
      frequencyScore: (score) => `tiheys ${score}`,
      shortFrequencyScore: (score) => `F ${score}`,
      recencyScore: (score) => `tuoreus ${score}`,
      score: "pisteet",
      measures: { recency: "päiviä viime tilauksesta", frequency: "tilauksia", monetary: "ostot netto" },
      byRank: "järjestyksen mukaan",
      byCell: "ryhmittäin",
      anyValue: "kaikki",
      upTo: (value) => `enintään ${value}`,
      over: (value) => `yli ${value}`,
      orMore: (value) => `vähintään ${value}`,
      segmentFigures: (amount, revenue) => `${customers(amount)}, ${money(revenue)}`,
      trend: {
        customers: "Asiakkaita",
        revenue: "Myynti",
        range: (trend) => `${trend.first} – ${trend.last}; alin ${trend.low}, ylin ${trend.high}`,
        notDrawn: "(ei piirretty: palkit vaativat kaksi nollaa suurempaa jaksoa eikä yhtään negatiivista)",
        partial: (kind) => `* ${PERIODS[kind].nominative} on kesken eikä ole mukana alimmassa eikä ylimmässä.`,
        unknown: (kind) => `? ${PERIODS[kind].nominative}, jolta ei ole tietoja.`,
      },
      avoid: (text) => `Vältä ${withSmallInitial(text)}`,
      watch: (text) => `Seuraa: ${text}`,
      latest: {
        title: "Mikä muuttui",
        before: "edellinen jakso",
        change: "muutos",
        yearBefore: "vuotta aiemmin",
        changeOnYear: "muutos vuodessa",
        points: (tenths) => `${tenths > 0 ? "+" : tenths < 0 ? "−" : ""}${number(Math.abs(tenths) / 10)} %-yks.`,
      },
      ownCutPoints:
        "Raja-arvot on laskettu tämän raportin asiakkaista: toinen aineisto tai toinen tarkastelupäivä antaa toiset.",
      distributions: "Miten mitat jakautuvat",
      concentration: "Kuka tuo myynnin",
      brings: (fifth, half) =>
        `${fifth.customers === 1 ? "Eniten ostanut asiakas" : `Eniten ostaneet ${count(fifth.customers)} asiakasta`} (${share(fifth.customerShare)} kaikista) ${fifth.customers === 1 ? "tuo" : "tuovat"} ${share(fifth.revenueShare)} myynnistä; ` +
        `puolet myynnistä tuo ${plural(half.customers, "asiakas", "asiakasta")} (${share(half.customerShare)}).`,
      negativeCustomers: (amount) => `${count(amount)} asiakkaalla on hyvityksiä enemmän kuin ostoja.`,
      tooFewToShare: "Asiakkaita on alle viisi: se, kuka tuo minkäkin osan myynnistä, kertoo vielä vähän.",
      noRevenue: "Jaettavaa myyntiä ei ole: hyvityksiä on yhtä paljon kuin ostoja tai enemmän.",
      largest: "suurimmat",
      topCustomers: (amount) =>
        amount === 1 ? "Eniten ostanut asiakas" : `${count(amount)} eniten ostanutta asiakasta`,
      cohorts: (kind) => `Ketkä ostavat uudelleen, ensimmäisen tilauksen ${PERIODS[kind].genitive} mukaan`,
      repeat: "Ketkä palaavat ja milloin",
      olderCohorts: (amount) =>
        `${plural(amount, "vanhempi kohortti", "vanhempaa kohorttia")} jätetty näyttämättä; rfm cohorts näyttää kaikki.`,
      movement: "Kuka siirtyi segmentistä toiseen",
      movedBetween: (from, to) =>
        `${day(from)} – ${day(to)}: molemmat päivät on pisteytetty päivän ${day(to)} raja-arvoilla, joten siirtymä on asiakkaan oma.`,
      columns: {
        customer: "asiakas",
        spend: "ostot",
        orders: "tilauksia",
        lastOrder: "viime tilaus",
        segment: "segmentti",
        customers: "asiakkaita",
        ofCustomers: "asiakkaista",
        revenue: "myynti",
        ofRevenue: "myynnistä",
        file: "tiedosto",
        bytes: "tavuja",
        rows: "rivejä",
        sha256: "SHA-256-tiiviste",
      },
      noMovement: {
        ranked:
          "Ei näytetä: järjestyssijaan perustuvilla pisteillä ei ole rajoja, joilla aiemman päivän voisi pisteyttää.",
        "too early": "Kukaan ei ollut ostanut vielä jaksoa ennen tarkastelupäivää: siirtymiä ei ole.",
      },
    },
    retention: {
      columns: {
        period: "jakso",
        before: "ed. jakso",
        customers: "asiakkaita",
        retained: "pysyi",
        lost: "poistui",
        new: "uusia",
        reactivated: "palasi",
        retention_rate: "pysyvyys",
        retention_low: "alaraja",
        retention_high: "yläraja",
        returning_rate: "vanhoja",
        orders: "tilauksia",
        revenue: "myynti",
        gross_revenue_retention: "säilyi brutto",
        net_revenue_retention: "säilyi netto",
        stock_before: "aktiivisia",
        stock_end: "lopussa",
        stock_retention_rate: "pysyi mukana",
        textbook_retention_rate: "oppikirjan luku",
        segment: "segmentti",
        average: "keskiarvo",
      },
      noData: "ei tietoja",
      toDate: "kesken",
      inPart: "osittain",
      inPeriod: (period) => `jakso ${period}`,
      keptOf: (retained, before) => `${count(retained)} / ${count(before)}`,
      noRate: (kind) =>
        `Pysyvyyttä ei voi vielä laskea: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin.`,
      average: (rate, amount, kind) =>
        `Keskimäärin ${share(rate)} ${PERIODS[kind].genitive} asiakkaista osti uudelleen seuraavana ${PERIODS[kind].essive} (mukana ${periods(amount, kind)}).`,
      latest: (last, previous, yearBefore) => {
        const compared = (difference: number): string =>
          difference === 0
            ? "saman verran kuin"
            : `${points(difference)} ${difference > 0 ? "enemmän" : "vähemmän"} kuin`;
        const others = [
          ...(previous === null
            ? []
            : [
                `${compared(previous.difference)} edellisenä ${PERIODS[previous.kind].essive} (${share(previous.rate)})`,
              ]),
          ...(yearBefore === null
            ? []
            : [`${compared(yearBefore.difference)} vuotta aiemmin (${yearBefore.period}, ${share(yearBefore.rate)})`]),
        ];
        const latest = `Jaksolla ${last.period} se oli ${share(last.rate)} (${count(last.retained)} / ${customers(last.before)})`;
        return `${[latest, ...others].join(", ")}.`;
      },
      stock: (stock) => {
        const why =
          stock.backAgain > 0
            ? `koska se laskee pysyneiksi myös joukon ulkopuolelta palanneet (${customers(stock.backAgain)})`
            : stock.backAgain === 0
              ? "sama, koska kukaan ei palannut joukon ulkopuolelta; sellaisen se laskisi pysyneeksi"
              : "vähemmän, koska se vähentää myös uudet asiakkaat, jotka ehtivät lopussa jo pudota joukosta";
        return (
          `Ennen jaksoa ${stock.period} oli ${spanGenitive(stock.span)} sisällä ostaneita eli aktiivisia ${customers(stock.before)}; heistä ${share(stock.rate)} oli jakson lopussa yhä aktiivisia. ` +
          `Oppikirjan kaava (lopussa ${count(stock.end)} − uusia ${count(stock.new)}) / ${count(stock.before)} antaa ${share(stock.textbook)}, ${why}.`
        );
      },
      couldLeave: (stock) =>
        `Aktiivisista voivat pudota vain ne, joiden viime tilaus vanhenee ${PERIODS[stock.kind].during} yli ${spanGenitive(stock.span)} ikäiseksi; jaksolla ${stock.period} heitä oli ${count(stock.couldLeave)}: ` +
        `${count(stock.couldLeave - stock.left)} osti ajoissa, ${count(stock.left)} putosi. Muut pysyvät aktiivisina, tekivätpä he mitä tahansa.`,
      bySegment: (kind, best, worst) =>
        `Segmentissä ${PERIODS[kind].genitive} alkua edeltävänä päivänä olleista se osuus, joka osti ${PERIODS[kind].during}, pisteytettynä tarkastelupäivän raja-arvoilla: ` +
        `keskimäärin suurin ${share(best.rate)} (${best.segment}), pienin ${share(worst.rate)} (${worst.segment}).`,
      holes: (names, kind, covers) =>
        `jaksolta ${listed(names)} ei ole yhtään tilausta: luultavasti tiedosto puuttuu, joten ${names.length === 1 ? "sen" : "niiden"} ja sitä seuraavan ${PERIODS[kind].genitive} osuudet jätetään pois. ` +
        `Lisää tiedosto, tai jos silloin ei myyty mitään, kerro mitä tiedostot kattavat: --covers ${covers}`,
      mayBeginBefore: (from, kind) =>
        `historia voi alkaa ennen päivää ${day(from)}: ensimmäisen ${PERIODS[kind].genitive} ”uudet” asiakkaat voivat olla vanhoja, ja osa parin seuraavankin`,
      coverBegins: (period, from) =>
        `jakso ${period} ei ole täysi, koska tilaukset alkavat ${day(from)}; jos tiedostot kattavat sen alunkin, kerro se valinnalla --covers ALKU..LOPPU`,
      coverEnds: (period, to) =>
        `jakso ${period} ei ole täysi, koska tilaukset loppuvat ${day(to)}; jos tiedostot kattavat sen lopunkin, kerro se valinnalla --covers ALKU..LOPPU`,
      tooFew: (kind, known, shorter) => {
        const instead =
          shorter === null
            ? "Lisää tiedostoja useammalta päivältä"
            : `Kokeile --period ${shorter.kind} (täysiä jaksoja ${count(shorter.complete)}) tai lisää vanhempia tiedostoja`;
        return `pysyvyyttä ei voi vielä laskea: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin, ja tilaukset ovat ajalta ${day(known.from)} – ${day(known.to)}. ${instead}; jos tiedostot kattavat useampia päiviä, kerro se valinnalla --covers ALKU..LOPPU`;
      },
    },
    cohorts: {
      columns: { cohort: "kohortti", size: "koko", payback: "takaisinmaksu" },
      average: "keskiarvo",
      cohortsInIt: "kohortteja mukana",
      noValue: (column) => `(${column} puuttuu)`,
      withoutColumn: "(arvo puuttuu)",
      noData: "ei tietoja",
      notYet: "ei vielä",
      atK: (k) => `k = ${k}`,
      measures: (measure, by, isOrLater) => {
        const at = typeof by === "number" ? `k:nnessa ${by} päivän ikkunassa` : "k:nnella jaksolla";
        const when = isOrLater ? `${at} tai myöhemmin` : at;
        const upTo = typeof by === "number" ? `k:nnen ${by} päivän ikkunan` : "k:nnen jakson";
        return {
          customers: `Kohortin asiakkaita, jotka ostivat ${when}`,
          rate: `Osuus kohortin asiakkaista, jotka ostivat ${when}`,
          revenue: `Kohortin myynti ${at} hyvitysten jälkeen`,
          "revenue-per-customer": `Myynti ${at} kohortin asiakasta kohti`,
          cumulative: `Myynti ensimmäisestä tilauksesta ${upTo} loppuun kohortin asiakasta kohti`,
          orders: `Kohortin tilauksia ${at}`,
        }[measure];
      },
      averageSentence: (measure, figures, step) => {
        const said = figures.map((one) => `${one.value}, kun k = ${one.k} (${cohorts(one.cohorts)})`);
        const passed = typeof step === "number" ? `${step} päivän ikkunoiden` : PERIODS[step].genitivePlural;
        return `${measure}: keskimäärin ${said.join("; ")}. k on ensimmäisen jälkeen kuluneiden ${passed} määrä; ensimmäinen on 0.`;
      },
      nothingYet: (amount, cohortCount, step) =>
        `${customers(amount)}, ${cohorts(cohortCount)}; ensimmäisen ${stepGenitive(step)} jälkeen mitään ei tiedetä vielä kokonaan.`,
      ownWindow: (step) =>
        `Ruutuun lasketaan vain asiakkaat, joiden oma k:s ${typeof step === "number" ? `${step} päivän ikkuna` : PERIODS[step].nominative} on päättynyt; tyhjä: ei kenenkään.`,
      leftOut: (first) =>
        `Ensimmäinen kohortti, ${first}, ei ole mukana keskiarvoissa: siinä voi olla asiakkaita, jotka ovat tilanneet jo ennen aineiston alkua.`,
      onlyFirst: (amount, cohortCount, step) =>
        `${customers(amount)}, ${cohorts(cohortCount)}; ensimmäisen ${stepGenitive(step)} jälkeen vain ensimmäinen kohortti tunnetaan kokonaan, joten keskiarvoa ei vielä ole.`,
      partial: (kind) =>
        `* osittain: aineisto ei kata koko ${PERIODS[kind].partitive}, eikä se ole mukana keskiarvoissa.`,
      blank: "Tyhjä: ei vielä havaittavissa.",
      lastColumnsFall:
        "Viimeiset sarakkeet laskevat siihen, mitä viimeisellä jaksolla on, tekivätpä asiakkaat mitä tahansa: vertaa aiempia.",
      payback: (payback) => {
        const cost = money(payback.cost);
        const onAverage =
          payback.soFar === null
            ? `Vielä ei voi sanoa, onko keskimääräinen asiakas tuonut sitä ${cost}, jonka hänen hankkimisensa maksoi`
            : payback.k === null
              ? `Keskimäärin asiakas ei ole vielä tuonut sitä ${cost}, jonka hänen hankkimisensa maksoi (${payback.soFar}, kun k = ${payback.lastK})`
              : `Keskimäärin asiakas on tuonut sen ${cost}, jonka hänen hankkimisensa maksoi, ${payback.k === 0 ? `jo ensimmäisen ${stepGenitive(payback.step)} aikana` : `kun k = ${payback.k}`}`;
        return `${onAverage}; kohorteista ${count(payback.reached)}/${count(payback.cohorts)} on päässyt siihen. Tämä on myyntiä, ei katetta: tavaroita ja postikuluja ei ole vähennetty.`;
      },
      outsizedFirst: (cohort, size, times) =>
        `ensimmäisessä kohortissa ${cohort} on ${customers(size)}, ${number(times)} kertaa muiden keskiarvo: luultavasti siinä on vanhojakin asiakkaita, eivätkä sen osuudet ole uusien asiakkaiden`,
      tiny: (amount, named, fewest) =>
        `${cohorts(amount)}${named.length === 0 ? "" : ` (${named.join(", ")})`}, joissa on alle ${fewest} asiakasta: yksikin asiakas muuttaa niiden osuuksia yli ${share(1 / fewest)}`,
      withoutValue: "ilman arvoa",
      largestShown: (shown, all) =>
        `${count(shown)} suurinta kohorttia, kaikkiaan ${count(all)}; --format csv antaa kaikki`,
      partialLeftOut: "keskeneräisten jaksojen ruudut ovat valinnalla --wide tyhjiä; pitkässä muodossa ne ovat mukana",
    },
    forecasting: finnishForecastWords(formats),
    repeat: {
      title: "Uusintaostot",
      ladder: "Tilaukset järjestyksessä",
      second: "Aika toiseen tilaukseen",
      gaps: "Tilausten väli",
      claims: "Mitä markkinointiartikkelit väittävät, mitattuna tässä",
      columns: {
        n: "tilaus",
        customers: "asiakkaita",
        share: "kaikista",
        had_time: "ehti",
        bought_again: "tilasi lisää",
        again_rate: "osuus",
        churn_rate: "ei tilannut",
        days: "aika",
        ordered_again: "tilasi uudelleen",
        low: "95 % alkaen",
        high: "asti",
        at_risk: "yhä seurannassa",
      },
      withinDays: (amount) => days(amount),
      ladderSentence: (facts) => {
        const what = facts.countsDays ? "osti toisenakin päivänä" : "tilasi toisen kerran";
        const who =
          facts.second === null
            ? `Kukaan ei ${facts.countsDays ? "ostanut toisena päivänä" : "tilannut toista kertaa"} (${customers(facts.customers)})`
            : `${count(facts.second.customers)}/${customers(facts.customers)} (${share(facts.second.share)}) ${what}`;
        const judged =
          facts.judged === null
            ? `kenenkään ensimmäinen tilaus ei ole vielä ${count(Math.floor(facts.lapseDays))} päivän ikäinen, joten osuutta ei voi kertoa`
            : `niistä ${count(facts.judged.customers)} asiakkaasta, joiden ensimmäisestä tilauksesta on vähintään ${days(facts.lapseDays)}, ${share(facts.judged.rate)}`;
        return `${who}; ${judged}.`;
      },
      noGaps: "Kukaan ei ole vielä ostanut kahtena eri päivänä, joten tilausten väliä ei voi kertoa.",
      gapSentence: (gaps) =>
        `Puolet tilauspäivien väleistä on enintään ${days(gaps.median)}; keskimmäinen puolikas on ${number(gaps.lower)}–${days(gaps.upper)} (${plural(gaps.gaps, "väli", "väliä")}, ${customers(gaps.customers)}).`,
      secondUnknown: (fewest, amount) =>
        `Aikaa toiseen tilaukseen ei voi kertoa: alle ${fewest} asiakasta on ollut seurannassa ${days(amount)}.`,
      secondSentence: (second) => {
        const half =
          second.medianDays === null ? "" : `, puolet kaikista viimeistään ${count(second.medianDays)}. päivänä`;
        const left =
          second.hidden.length === 0
            ? ""
            : ` Ei kerrota, koska niin pitkään seurattuja on alle ${second.fewest}: ${and(second.hidden.map((one) => count(one)))} päivää.`;
        return `Asiakkaita, jotka eivät ole vielä ehtineet, ei lasketa menetetyiksi (Kaplan–Meier): ${share(second.share)} on tilannut uudelleen ${count(second.days)} päivän sisällä${half}.${left}`;
      },
      lapseSentence: (lapse) => {
        const why =
          lapse.repeaters === null
            ? "valinnan --lapse-days mukaan"
            : `palanneita on ${count(lapse.repeaters)}, eikä yhdeksän kymmenestä ole koskaan ollut pidempään poissa`;
        return `Kun viime tilauksesta on yli ${days(Math.floor(lapse.days))}, asiakas on luultavasti menetetty (${why}): ${count(lapse.lapsed)}/${customers(lapse.customers)}, ${share(lapse.lapsed / lapse.customers)}.`;
      },
      likelihoodClaim: "”Palannut asiakas ostaa uudelleen todennäköisemmin kuin uusi.”",
      likelihoodUnknown: "Tätä ei voi vielä kertoa: liian harva on ehtinyt.",
      likelihood: (times, afterTwo, afterOne) =>
        `Täällä ${number(times)} kertaa niin todennäköisesti: kaksi kertaa tilanneista ${share(afterTwo)} tilasi kolmannen kerran, kerran tilanneista ${share(afterOne)} toisen.`,
      revenueClaim: "”Suurin osa myynnistä tulee palaavilta asiakkailta.”",
      revenueUnknown: "Täällä ei ole myyntiä, jota jakaa.",
      revenue: (worth) =>
        `Täällä ${count(worth.returning)}/${customers(worth.customers)} (${share(worth.returning / worth.customers)}) on palannut, ja he tuovat ${share(worth.revenueShare)} myynnistä, kun ensitilaukset lasketaan mukaan; ensimmäisen jälkeiset tilaukset tuovat ${share(worth.laterShare)}.`,
      worthClaim: "”Palaava asiakas on monin verroin ensitilauksensa arvoinen.”",
      worthUnknown: "Täällä kukaan ei ole vielä palannut.",
      worth: (times) =>
        `Täällä toistaiseksi ${number(times)} kertaa ensitilauksensa arvoinen, hyvitykset vähennettyinä.`,
      retentionClaim: "”Viisi prosenttiyksikköä parempi pysyvyys nostaa voittoa paljon.”",
      retentionUnknown: (kind) =>
        `Tätä ei voi vielä kertoa: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin.`,
      retention: (more) =>
        `Täällä se olisi tuonut ${more.revenue} lisää myyntiä ${more.first === more.last ? `jaksolla ${more.last}` : `jaksoilla ${more.first} – ${more.last}`} (${periods(more.periods, more.kind)}, yhteensä ${number(more.customers)} pysynyttä asiakasta enemmän, kunkin ostot samat kuin muilla pysyneillä; myöhemmät ostot eivät ole mukana).`,
      restsOnFew: (amount) => `Tämän takana on vain ${customers(amount)}: pidä sitä vihjeenä.`,
      fewRepeaters: (amount) =>
        `raja, jonka jälkeen asiakas on luultavasti menetetty, perustuu vain palanneisiin (${customers(amount)}): jos tiedät paremmin, kerro se valinnalla --lapse-days N`,
      sameDay: (amount) =>
        `${customers(amount)} teki kaikki tilauksensa yhtenä päivänä; --frequency days laskee sellaiset tilaukset yhdeksi`,
      youngShop:
        "raja, jonka jälkeen asiakas on luultavasti menetetty, perustuu jo päättyneisiin väleihin; nuoressa kaupassa pidempiä on vielä tulossa",
      fewCustomers: (amount) => `vain ${customers(amount)}: näin harvan osuudet kertovat vähän`,
    },
    compare: {
      title: (from, to) => {
        const side = (one: CompareSide): string =>
          `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
        return `Ennen ${side(from)}, nyt ${side(to)}`;
      },
      nobodyMoved: "Kukaan ei vaihtanut segmenttiä.",
      nobodyLeft: (moved) => `Kukaan ei lähtenyt segmentistä; ${customers(moved)} tuli.`,
      heaviestLoss: (loss) => {
        const left = `Segmentistä ${loss.segment} lähti ${customers(loss.left)} (arvo ${money(loss.worth)})`;
        const [most, second] = loss.ways;
        if (most === undefined) return `${left}.`;
        const isAll = most.customers === loss.left;
        const first =
          most.to === null
            ? isAll
              ? "tarkastelujaksolla ei enää ostoja"
              : `heistä ${count(most.customers)} ei ole enää ostanut tarkastelujaksolla`
            : isAll
              ? `${loss.left === 1 ? "uusi segmentti" : "kaikkien uusi segmentti"} on ${most.to}`
              : `heistä ${count(most.customers)} siirtyi segmenttiin ${most.to}`;
        const next =
          second === undefined
            ? ""
            : second.to === null
              ? `, ${count(second.customers)} ei ole enää ostanut tarkastelujaksolla`
              : `, ${count(second.customers)} segmenttiin ${second.to}`;
        return `${left}; ${first}${next}.`;
      },
      moved: ({ up, down, aside }) => {
        const others =
          aside.customers === 0
            ? ""
            : `; muu siirtymä (alempaan tilauksesta huolimatta tai ylempään ilman tilausta): ${count(aside.customers)}`;
        return `Tilasi välillä ja nousi: ${customers(up.customers)} (arvo nyt ${money(up.money)}); ei tilannut ja laski: ${count(down.customers)} (${money(down.money)})${others}. Segmentti on sitä ylempänä, mitä aiemmin se on pisteytysmallissa.`;
      },
      rose: (up, upWorth, down, downWorth) =>
        `Tilasi välillä, ja pisteiden summa nousi: ${customers(up)} (arvo ennen ${money(upWorth)}); pisteiden summa laski: ${count(down)} (${money(downWorth)}).`,
      raisedByOthers: (amount) =>
        `Pisteiden summa nousi myös ilman tilausta (${customers(amount)}): raja-arvot muuttuivat tai vanhoja tilauksia jäi ikkunan ulkopuolelle.`,
      places: { new: "uusi", back: "palannut", lapsed: "hiljentynyt" },
      before: "ennen",
      all: "kaikki",
      fromTo: "Segmentistä toiseen",
      matrixLegend: "Rivit: ennen. Sarakkeet: nyt, rivien kirjaimin.",
      backLegend: "Palannut: ostanut aiemmin, ei aiemmalla tarkastelujaksolla.",
      lapsedLegend: "Hiljentynyt: ei ostoja uudemmalla tarkastelujaksolla.",
      smallerOnes: (amount) => `Lisäksi ${count(amount)} pienempää; --width näyttää ne ruudukkona.`,
      enteredAndLeft: "Ketkä tulivat ja ketkä lähtivät",
      risers: "Nousijat",
      fallers: "Laskijat",
      firstOf: (what, shown, all) => `${what}, ${count(shown)} ensimmäistä / ${count(all)}`,
      columns: {
        from_segment: "mistä",
        to_segment: "mihin",
        customers: "asiakkaita",
        revenue_before: "arvo ennen",
        revenue_after: "arvo nyt",
        ordered: "tilasi välillä",
        customer_id: "asiakas",
        from_cell: "pisteet",
        to_cell: "nyt",
        score_change: "muutos",
        segment: "segmentti",
        before: "ennen",
        left: "lähti",
        entered: "tuli",
        after: "nyt",
        revenue_left: "lähti arvoa",
        revenue_entered: "tuli arvoa",
      },
      scoreFiles:
        "arvo on tiedostojen monetary_value; siirtymät ovat totta silloin, kun kumpikin on pisteytetty samoin valinnoin (--model)",
      cutDifferently: (measures) =>
        `tiedostot on pisteytetty eri raja-arvoin (${measures.join(", ")}): asiakas on voinut siirtyä, koska rajat siirtyivät; pisteytä kumpikin samalla mallilla (--save-model, sitten --model) tai vertaa vientejä valinnalla --from`,
      ownCutPoints: "kummallakin päivällä on omat raja-arvonsa: asiakas voi siirtyä, koska muut muuttuivat",
      frozenCutPoints: (origin, other) =>
        `kumpikin päivä on pisteytetty samoilla raja-arvoilla (${origin}), joten siirtymä on asiakkaan oma; ${other === null ? "" : `--cut-points-of ${other} käyttää toisen päivän raja-arvoja, `}--no-freeze antaa kummallekin omansa`,
    },
    explain: {
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
      notCountedFor: (reason, amount, worth) =>
        `${reason}: ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
      scoreOf: (score, levels) => `${score} / ${levels}`,
      byRank: "järjestyksen mukaan",
      days: (value) => `${number(value)} ${value === 1 ? "päivä" : "päivää"}`,
      ordersMeasure: (value) => `${number(value)} ${value === 1 ? "tilaus" : "tilausta"}`,
      over: (value) => `yli ${value}`,
      upTo: (value) => `enintään ${value}`,
      fitsRule: (rule) =>
        `${cellRead(rule)} täyttävät segmentin ${rule.segment} ehdon: ${rule.rule} (jako ${rule.scheme}).`,
      oneOfCells: (rule) =>
        `${cellRead(rule)} kuuluvat segmentin ${rule.segment} pisteyhdistelmiin, joita on ${count(rule.cells.length)}: ${rule.cells.join(" ")} (jako ${rule.scheme}).`,
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
        from === to
          ? `ei tilausta: ${outcome} ${day(from)}`
          : `ei tilausta: ${outcome} ajalla ${day(from)} – ${day(to)}`,
      stays: (segment) => `edelleen ${segment}`,
      notScored: "ei pisteytetä, ei ostoja tarkastelujaksolla",
      noCutPoints:
        "Tätä ei voi sanoa: ntile asettaa asiakkaat järjestykseen keskenään, joten saavutettavaa raja-arvoa ei ole.",
      nothingChanges: "Ei yksi tilaus eikä kaksi vuotta ilman tilausta.",
      restsOnFew: (amount) =>
        `Raja-arvojen takana on vain ${customers(amount)}: muutama uusi asiakas siirtäisi niitä, ja tämä muuttuisi mukana.`,
    },
    scheme: {
      columns: {
        scheme: "jako",
        levels: "tasoja",
        segments: "segmenttejä",
        description: "kuvaus",
        cell: "pisteet",
        r_score: "R",
        f_score: "F",
        m_score: "M",
        segment: "segmentti",
        finding: "havainto",
      },
      more: "rfm schemes NIMI näyttää jaon ruudukkona; --scheme NIMI tai TIEDOSTO pisteyttää sillä",
      source: (source) => `Lähde: ${source}`,
      recency: (score) => `tuoreus ${score}`,
      legend: (levels, spendLevels) =>
        `F on ostotiheyden pisteet, ${levels} on paras${spendLevels === null ? "" : `; ruudun kirjaimet ovat ostojen arvon pisteet 1–${spendLevels}`}.`,
      everyoneLeft: "kaikki loput",
      cells: (names) => `pisteet ${names.join(" ")}`,
      ranges: (ranges) => {
        const names = {
          recency: "tuoreus",
          frequency: "ostotiheys",
          monetary: "ostojen arvo",
          frequencyMonetary: "ostotiheyden ja ostojen arvon keskiarvo",
        };
        return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
          .filter((key) => ranges[key] !== undefined)
          .map((key) => `${names[key]} ${ranges[key]?.replaceAll(".", ",").replace("-", "–")}`)
          .join(", ");
      },
      allWell: (scheme, amount, segmentCount) =>
        `${scheme}: ${cells(amount)}, ja jokainen kuuluu täsmälleen yhteen segmenttiin (${segments(segmentCount)}).`,
      verdict: (scheme, found) =>
        `${scheme}: ${cells(found.cells)}, joista ${count(found.uncovered)} ilman segmenttiä ja ${count(found.ambiguous)} useamman segmentin vaatimia (ensimmäinen saa sen); tavoittamattomissa ${segments(found.unreachable)}.`,
      findings: { uncovered: "ei segmenttiä", ambiguous: "päällekkäin", unreachable: "tavoittamaton" },
    },
    inspect: {
      columns: {
        files: "tiedostot",
        topic: "asia",
        understood: "tulkinta",
        evidence: "peruste",
        option: "muuta valinnalla",
        finding: "havainto",
        value: "arvo",
      },
      topics: {
        files: "tiedostot",
        platform: "alusta",
        encoding: "merkistö",
        delimiter: "erotin",
        header: "otsikkorivi",
        customer: "asiakas",
        order: "tilausnumero",
        date: "päivämäärä",
        amount: "summa",
        refunded: "hyvitetty",
        status: "tila",
        alsoDecides: "vaikuttaa myös",
        currencyColumn: "valuutta",
        dates: "päivämäärät",
        decimal: "desimaalimerkki",
        amountIs: "summa on",
        currency: "valuutta",
        statusCounts: "tila, lasketaan",
        statusDoesNot: "tila, ei lasketa",
      },
      allFiles: "kaikki",
      files: (files, amount) => `${plural(files, "tiedosto", "tiedostoa")}, ${rows(amount)}`,
      reader: (reader) =>
        ({ tolerant: "luettu joustavalla lukijalla", scanner: "luettu nopealla lukijalla" })[reader] ??
        `luettu lukijalla ${reader}`,
      gzip: (encoding) => `${encoding}, gzip`,
      dayFirst: (notation) => `${notation}, päivä ensin`,
      monthFirst: (notation) => `${notation}, kuukausi ensin`,
      point: "piste",
      comma: "pilkku",
      orderTotal: "tilauksen summa, lasketaan kerran",
      agrees: (formula, agreeing, all) => `sama kuin ${formula} ${count(agreeing)} rivillä ${count(all)} rivistä`,
      lineAmount: "rivin summa, lasketaan yhteen",
      none: "ei ole",
      and: " ja ",
      orElse: ", muuten ",
      rule: (word, column) => `${RULE_WORDS[word] ?? word}: ${column}`,
      ruleWhen: (when, values, means) => {
        const condition = {
          filled: "jos siinä on arvo",
          blank: "jos se on tyhjä",
          is: `jos se on ${values.join(" tai ")}`,
          "is not": `jos se ei ole ${values.join(" tai ")}`,
        }[when];
        const effect = { counts: "lasketaan", test: "testitilaus", "does not count": "ei lasketa" }[means];
        return `${condition}: ${effect}`;
      },
      byColumnNames: "sarakkeiden nimien perusteella",
      unknownPlatform: "tuntematon",
      byNamesAndValues: "sarakkeet nimien ja arvojen perusteella",
      byHeader: "otsikkorivin perusteella",
      noHeader: (columns) => `ei ole, ${plural(columns, "sarake", "saraketta")} valinnan --columns mukaan`,
      headerLine: (line, columns) => `rivi ${line}, ${plural(columns, "sarake", "saraketta")}`,
      notNamed: "ei mainittu",
      blankStatus: "(tyhjä)",
      statusRows: (amount, worth) => `${rows(amount)}, ${money(worth)}`,
      delimiters: { ",": "pilkku", ";": "puolipiste", "\t": "sarkain", "|": "pystyviiva" },
      phrases: PHRASES,
      firstOrder: "ensimmäinen tilaus",
      lastOrder: "viimeinen tilaus",
      emptyMonths: "kuukaudet ilman tilauksia",
      medianOrder: "mediaanitilaus",
      overTimes: (factor) => `yli ${factor} kertaa mediaani`,
      outliers: (amount) => plural(amount, "tilaus tai hyvitys", "tilausta tai hyvitystä"),
      outlierAt: (net, file, line) => `${money(net)}: ${file}, rivi ${line}`,
      notAlike: "Tiedostoja ei tulkittu samalla tavalla, joten yksi komento ei kiinnitä niitä kaikkia.",
      pinned: "Näin myöhemmät tiedostot luetaan täsmälleen samoin:",
      config: (exports) => `rfm init ${exports} kirjoittaa samat valinnat asetustiedostoon, jota rfm run käyttää.`,
    },
    page: finnishPage(formats),
    workbook: {
      sheets: {
        summary: "Yhteenveto",
        segments: "Segmentit",
        customers: "Asiakkaat",
        retention: "Pysyvyys",
        cohorts: "Kohortit",
        repeat: "Uusintaostot",
        cutPoints: "Raja-arvot",
        ledger: "Rivien käyttö",
        movement: "Siirtymät",
        distributions: "Jakaumat",
        concentration: "Keskittyminen",
        cohortFigures: "Kohorttien luvut",
        files: "Tiedostot",
        notes: "Huomautukset",
        definitions: "Määritelmät",
      },
      topics: {
        customers: "Kaikki asiakkaat",
        period: (label) => `Jakso ${label}`,
        origin: "Näin luvut on laskettu",
      },
      figures: {
        customers: text("Asiakkaita", "Kaikki, joilla on ostos; jos tarkastelujakso on annettu, sen aikana."),
        orders: text("Tilauksia", "Mukaan luetut ostot: hyväksytty, ei testitilaus, arvo yli 0."),
        revenue: text("Myynti hyvitysten jälkeen", "Ostot miinus hyvitykset."),
        averageOrderValue: text("Keskiostos", "Myynti jaettuna tilausten määrällä."),
        returningCustomers: text("Palaavia asiakkaita", "Asiakkaat, joilla on vähintään kaksi tilausta."),
        returningRevenueShare: text("Palaavien asiakkaiden osuus myynnistä", "Heidän osuutensa koko myynnistä."),
        topFifthShare: text("Parhaan 20 %:n osuus myynnistä", "Eniten ostaneen viidenneksen osuus myynnistä."),
        halfCustomers: text(
          "Asiakkaita, jotka tuovat puolet myynnistä",
          "Pienin määrä asiakkaita, joka riittää siihen.",
        ),
        averageRetention: text(
          "Pysyvyys keskimäärin",
          "Kuinka suuri osa jakson asiakkaista osti myös seuraavalla jaksolla; kaikki jaksot yhdessä.",
        ),
        lapseDays: text(
          "Päiviä, joiden jälkeen asiakas on luultavasti menetetty",
          "Yhdeksän kymmenestä palanneesta ei ole koskaan pitänyt pidempää taukoa.",
        ),
        periodCustomers: text("Ostaneita asiakkaita", "Viimeisimmällä täydellä jaksolla."),
        periodNewCustomers: text("Uusia asiakkaita", "Heidän ensimmäinen ostonsa oli tällä jaksolla."),
        periodOrders: text("Tilauksia", "Jaksolle päivätyt ostot."),
        periodRevenue: text("Myynti hyvitysten jälkeen", "Jaksolle päivätyt ostot miinus hyvitykset."),
        periodAverageOrderValue: text("Keskiostos", "Jakson myynti jaettuna sen tilauksilla."),
        periodRetention: text("Pysyvyys", "Kuinka suuri osa edellisen jakson asiakkaista osti tällä jaksolla."),
        asOf: text("Tarkastelupäivä", "Aineiston viimeisin päivä; valinnalla --as-of voi vaihtaa."),
        firstDay: text("Aineisto alkaa", "Ensimmäisen rivin päivä, ellei --covers kerro muuta."),
        lastDay: text("Aineisto päättyy", "Viimeisen rivin päivä, ellei --covers kerro muuta."),
        windowStart: text(
          "Tarkastelujakso alkaa",
          "Vain tästä päivästä alkaen tehdyt ostot pisteytetään; tyhjä, kun koko historia lasketaan.",
        ),
        currency: text("Valuutta", "Kuten aineistossa; tyhjä, jos sitä ei ole nimetty."),
        scheme: text("Segmenttijako", "Säännöt, jotka tekevät pisteistä segmentit."),
        levels: text("Pistetasot", "Tuoreuden, ostotiheyden ja ostojen arvon suurin pistemäärä."),
        methods: text("Menetelmä", "Miten mittarit jaetaan pisteiksi; quantile tekee lähes yhtä suuria ryhmiä."),
        frequencyIs: text("Ostotiheytenä lasketaan", "Mikä lasketaan uudeksi käynniksi."),
        monetaryIs: text("Ostojen arvona lasketaan", "Mistä ostojen arvon pisteet tehdään."),
        refunds: text("Hyvitykset", "Vähennetäänkö ne."),
        version: text("Laskenut", "Ohjelma ja sen versio."),
      },
      choices: {
        asOfGiven: "Kuten --as-of määrää.",
        frequency: { orders: "tilaukset", days: "päivät, joina on tilattu" },
        monetary: { total: "kaikki ostot hyvitysten jälkeen", average: "ostot tilausta kohti hyvitysten jälkeen" },
        margin: { total: "kaikki kate", average: "kate tilausta kohti" },
        refunds: { net: "vähennetty ostoista", ignore: "jätetty pois" },
      },
      points: "%-yks.",
      periodsAfter: (kind, k) =>
        `${{ week: "Viikko", month: "Kuukausi", quarter: "Neljännes", year: "Vuosi" }[kind]} ${k}`,
      cut: (texts, most) =>
        `${plural(texts, "teksti", "tekstiä")} on pidempi kuin taulukon soluun mahtuu (${count(most)} merkkiä): se on katkaistu, ja lopussa on alkuperäinen pituus hakasulkeissa`,
      continued: (sheet, parts) =>
        `Taulukossa ${sheet} on enemmän rivejä kuin taulukkoon mahtuu; se jatkuu taulukossa ${parts === 2 ? `${sheet} 2` : `${sheet} 2 – ${sheet} ${count(parts)}`}`,
      noRepeat: "Kukaan ei ole vielä tilannut kahtena eri päivänä.",
      measures: {
        nth_order_share: "Asiakkaat, joilla on n:s tilaus, kaikista",
        next_order_share: "n:nnen jälkeen uudelleen tilanneet niistä, jotka ovat ehtineet",
        nth_order_churn: "Tilaamatta jättäneet niistä, jotka ovat ehtineet",
        gap_days_lower_quartile: "Päiviä tilausten välillä: neljäsosa on lyhyempiä",
        gap_days_median: "Päiviä tilausten välillä: puolet on lyhyempiä",
        gap_days_upper_quartile: "Päiviä tilausten välillä: kolme neljäsosaa on lyhyempiä",
        second_order_within: "Toinen tilaus näin monessa päivässä",
        second_order_median_days: "Päiviä, kunnes puolet on tilannut toisen kerran",
        lapse_days: "Päiviä ilman tilausta, kunnes asiakas on luultavasti menetetty",
        lapsed_share: "Sen ylittäneet asiakkaat kaikista",
        returning_times_as_likely: "Kuinka monta kertaa todennäköisempi kolmas tilaus on kuin toinen",
        returning_revenue_share: "Vähintään kahdesti tilanneiden osuus myynnistä",
        later_orders_revenue_share: "Ensimmäisen jälkeisten tilausten osuus myynnistä",
        returning_times_first_order: "Palaavien ostot suhteessa heidän ensimmäiseen tilaukseensa",
        five_points_more_retention_revenue: "Mitä viisi prosenttiyksikköä parempi pysyvyys olisi tuonut",
      },
      columns: {
        topic: text("Aihe", "Mitä luku koskee."),
        figure: text("Luku", "Mitä lasketaan."),
        value: text("Arvo", "Itse luku."),
        period_before: text("Edellinen jakso", "Sama luku edelliseltä jaksolta."),
        change: text("Muutos", "Edellisestä jaksosta, prosentteina siitä; prosenttiluvuista prosenttiyksikköinä."),
        year_before: text("Vuotta aiemmin", "Sama luku samalta jaksolta vuotta aiemmin."),
        change_on_year: text(
          "Muutos vuodessa",
          "Vuoden takaisesta, prosentteina siitä; prosenttiluvuista prosenttiyksikköinä.",
        ),
        explanation: text("Mitä se tarkoittaa", "Luku sanoin."),
        segment: text("Segmentti", "Ryhmä, johon asiakas pisteillään kuuluu; jokainen on täsmälleen yhdessä."),
        customers: text("Asiakkaita", "Asiakkaiden määrä."),
        customer_share: text("Osuus asiakkaista", "Kaikista pisteytetyistä asiakkaista."),
        orders: text("Tilauksia", "Mukaan luetut ostot."),
        revenue: text("Myynti", "Ostot miinus hyvitykset."),
        revenue_share: text("Osuus myynnistä", "Koko myynnistä."),
        average_order_value: text("Keskiostos", "Ostot hyvitysten jälkeen jaettuna tilauksilla."),
        median_recency_days: text("Päiviä viime tilauksesta, mediaani", "Puolet ryhmästä on tilannut tätä myöhemmin."),
        median_frequency: text("Tilauksia, mediaani", "Puolella ryhmästä on vähemmän."),
        median_monetary_value: text("Ostot, mediaani", "Puolet ryhmästä on ostanut vähemmällä."),
        meaning: text("Keitä he ovat", "Ryhmä sanoin."),
        action: text("Mitä tehdä", "Mitä nyt kannattaa tehdä."),
        avoid: text("Mitä välttää", "Mitä ei kannata tehdä."),
        watch: text("Mitä seurata", "Mistä näkee, että se toimi."),
        customer_id: text("Asiakas", "Asiakkaan tunnus tai sähköpostiosoite, kuten aineistossa."),
        first_order: text("Ensimmäinen tilaus", "Kaikkien aikojen ensimmäisen oston päivä."),
        last_order: text("Viime tilaus", "Viimeisimmän oston päivä."),
        recency_days: text("Päiviä viime tilauksesta", "Kokonaisia päiviä viimeisimmästä ostosta tarkastelupäivään."),
        frequency: text("Tilauksia", "Ostojen määrä; valinnalla --frequency days ostopäivien määrä."),
        monetary_value: text("Ostot", "Ostot miinus hyvitykset; valinnalla --monetary average tilausta kohti."),
        r_score: text("R-pisteet", "Tuoreus, ykkösestä ylimpään tasoon: suurempi on tuoreempi."),
        f_score: text("F-pisteet", "Ostotiheys: suurempi on useammin."),
        m_score: text("M-pisteet", "Ostojen arvo: suurempi on enemmän."),
        rfm_cell: text("RFM-pisteet", "Kolmet pisteet rinnakkain."),
        period: text("Jakso", "Viikko 2011-W05, kuukausi 2011-02, neljännes 2011-Q1 tai vuosi 2011."),
        first_day: text("Ensimmäinen päivä", "Jakson ensimmäinen päivä."),
        last_day: text("Viimeinen päivä", "Jakson viimeinen päivä."),
        complete: text(
          "Kokonainen",
          "Aineisto kattaa kaikki päivät ja jakso on päättynyt; muuten luvut ovat vain osasta jaksoa ja harmaita.",
        ),
        before: text("Osti edellisellä jaksolla", "Edellisen jakson asiakkaat."),
        "retention.customers": text("Asiakkaita", "Jaksolla ostaneet."),
        retained: text("Pysyi", "Osti edellisellä jaksolla ja tällä."),
        lost: text("Poistui", "Osti edellisellä jaksolla mutta ei tällä."),
        new: text("Uusia", "Osti ensimmäisen kerran."),
        reactivated: text("Palasi", "Osti, ja aiemminkin, mutta ei edellisellä jaksolla."),
        retention_rate: text("Pysyvyys", "Pysyneet edellisellä jaksolla ostaneista."),
        retention_low: text("Pysyvyys vähintään", "95 %:n luottamusvälin alaraja."),
        retention_high: text("Pysyvyys enintään", "95 %:n luottamusvälin yläraja."),
        churn_rate: text("Poistuma", "Poistuneet edellisellä jaksolla ostaneista."),
        returning_rate: text("Vanhojen osuus", "Jakson asiakkaista ne, jotka eivät ole uusia."),
        gross_revenue_retention: text(
          "Myynnin pysyvyys, brutto",
          "Edellisen jakson asiakkaiden silloisista ostoista se osa, jonka he ostivat uudelleen; kultakin enintään entinen summa.",
        ),
        net_revenue_retention: text("Myynnin pysyvyys, netto", "Sama ilman ylärajaa: voi olla yli 100 %."),
        cohort: text("Ensimmäinen tilaus", "Asiakkaat, jotka ostivat ensimmäisen kerran tällä jaksolla."),
        size: text("Asiakkaita", "Kuinka monta heitä on."),
        k: text(
          "Jakso 0, 1, 2 …",
          "Osuus, joka osti k:nnella jaksolla ensimmäisen jälkeen; 0 on ensimmäinen. Harmaa: jakso on kesken eikä mukana keskiarvossa.",
        ),
        n: text("Tilaus", "Monettako tilausta luku koskee: 2 on toinen."),
        days: text("Päivien kuluessa", "Näin monta päivää ensimmäisestä tilauksesta."),
        "repeat.customers": text("Asiakkaita", "Ketkä luvussa on laskettu."),
        of: text("Joukosta", "Minkä osa he ovat, tai kuinka moneen luku perustuu."),
        "repeat.value": text("Arvo", "Prosentti, päiviä, kertoja tai rahaa, kuten luku kertoo."),
        low: text("Vähintään", "95 %:n luottamusvälin alaraja."),
        high: text("Enintään", "95 %:n luottamusvälin yläraja."),
        measure: text("Nimi datassa", "Luvun nimi CSV- ja JSON-tiedostoissa."),
        dimension: text("Mittari", "Tuoreus, ostotiheys tai ostojen arvo."),
        within: text("Pisteiden sisällä", "Rajat koskevat asiakkaita, joilla on nämä pisteet edellisillä mittareilla."),
        score: text("Pisteet", "Suurempi on parempi."),
        over: text("Yli", "Tätä suuremmat arvot; tyhjä, kun alarajaa ei ole."),
        up_to: text("Enintään arvo", "Tähän asti, tämä mukaan lukien; tyhjä, kun ylärajaa ei ole."),
        "cutPoints.customers": text("Asiakkaita", "Kuinka monella on nämä pisteet."),
        "distributions.customers": text("Asiakkaita", "Kuinka monella on tällainen arvo."),
        "concentration.customers": text("Asiakkaita", "Näin monta eniten ostanutta."),
        rows_are: text("Rivit", "Mitä niille tapahtui: luetut = käytetyt + kaikki muut."),
        rows: text("Määrä", "Kuinka monta riviä."),
        money: text("Rahaa", "Minkä arvoisia ne ovat."),
        first_file: text("Ensimmäinen tiedostossa", "Tiedosto, jossa on niistä ensimmäinen."),
        first_line: text("Rivi", "Sen rivi; otsikkorivi on rivi 1."),
        from_segment: text(
          "Mistä",
          "Segmentti yhtä jaksoa ennen tarkastelupäivää; (uusi) ei ollut vielä ostanut, (palannut) ei tarkastelujaksolla.",
        ),
        to_segment: text(
          "Mihin",
          "Segmentti tarkastelupäivänä samoilla raja-arvoilla; (hiljentynyt) ei ole ostanut tarkastelujaksolla.",
        ),
        revenue_before: text("Ostot ennen", "Mitä he olivat ostaneet aiempaan päivään mennessä."),
        revenue_after: text("Ostot jälkeen", "Mitä he olivat ostaneet tarkastelupäivään mennessä."),
        ordered: text("Tilasi välillä", "Kuinka moni heistä tilasi aiemman päivän jälkeen."),
        state: text("Tila", "value: arvo; partial: jakso on kesken; no data: aineisto puuttuu."),
        "cohortFigures.customers": text("Ostaneita", "Kohortista k:nnella jaksolla."),
        "cohortFigures.k": text("Jaksoja myöhemmin", "Monesko jakso ensimmäisen jälkeen; 0 on ensimmäinen."),
        rate: text("Osuus", "Ostaneet kohortista."),
        cumulative_revenue_per_customer: text("Myynti asiakasta kohti tähän asti", "Ensimmäisestä jaksosta tähän."),
        file: text("Tiedosto", "Sellaisena kuin se löytyi."),
        bytes: text("Tavuja", "Sen koko tallennettuna."),
        sha256: text("SHA-256-tiiviste", "Tiedoston tavujen sormenjälki: sama, kun tiedosto on sama."),
        level: text("Laji", "Varoitus voi muuttaa johtopäätöksiä."),
        text: text("Teksti", "Mitä näistä luvuista on hyvä tietää."),
        sheet: text("Taulukko", "Missä sarake on."),
        column: text("Sarake", "Sen otsikko."),
        data_name: text("Nimi datassa", "Millä nimellä se on CSV- ja JSON-tiedostoissa."),
        definition: text("Merkitys", "Mitä se kertoo."),
      },
    },
    lists: {
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
    },
  };
}

/** `Pisteet 543`, and how the scheme's own levels read them. */
function cellRead({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string {
  return read === null ? `Pisteet ${cell}` : `Pisteet ${cell}, jotka jako lukee ${levels} tasollaan muodossa ${read},`;
}

const MONTHS = [
  "tammikuu",
  "helmikuu",
  "maaliskuu",
  "huhtikuu",
  "toukokuu",
  "kesäkuu",
  "heinäkuu",
  "elokuu",
  "syyskuu",
  "lokakuu",
  "marraskuu",
  "joulukuu",
];

/** The months as a date says them: `5/2011`. */
function monthNumber(label: string): string {
  const [year = "", month = ""] = label.split("-");
  return `${Number(month)}/${year}`;
}

/** `2011-05` as toukokuu 2011, `2011-W05` as viikko 5/2011, `2011-Q1` as 1. vuosineljännes 2011, `2011` as vuosi 2011. */
function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuosi ${year}`;
  if (part.startsWith("W")) return `viikko ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. vuosineljännes ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same as the time when something happens: toukokuussa 2011, viikolla 5/2011, vuonna 2011. */
function inPeriod(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuonna ${year}`;
  if (part.startsWith("W")) return `viikolla ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. vuosineljänneksellä ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part}ssa ${year}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The text as the rest of a sentence; one that begins with an abbreviation or a number stays as it is. */
function withSmallInitial(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** The texts of the HTML report in Finnish. Money comes written, with its currency. */
/** `1 asiakas`, `2 asiakasta`: a number other than one takes the partitive. */
function pluralIn({
  count,
  number,
}: Pick<PeopleFormats, "count" | "number">): (amount: number, one: string, partitive: string) => string {
  return (amount, one, partitive) =>
    `${Number.isInteger(amount) ? count(amount) : number(amount)} ${amount === 1 ? one : partitive}`;
}

function finnishPage(formats: PeopleFormats): Catalogue["page"] {
  const { count, number, share, day } = formats;
  const plural = pluralIn(formats);
  const daysOf = (amount: number): string => plural(amount, "päivä", "päivää");
  const customers = (amount: number): string => plural(amount, "asiakas", "asiakasta");
  const points = (difference: number): string => `${number(Math.abs(difference) * 100)} prosenttiyksikköä`;
  const following = {
    week: "seuraavalla viikolla",
    month: "seuraavana kuukautena",
    quarter: "seuraavalla vuosineljänneksellä",
    year: "seuraavana vuonna",
  } as const;
  const elative = { week: "viikosta", month: "kuukaudesta", quarter: "vuosineljänneksestä", year: "vuodesta" } as const;
  const illative = { week: "viikkoon", month: "kuukauteen", quarter: "vuosineljännekseen", year: "vuoteen" } as const;
  return {
    periodName,
    shortPeriod: (label) =>
      /^\d{4}-\d\d$/.test(label)
        ? monthNumber(label)
        : periodName(label)
            .replace(/^(?:viikko|vuosi) /, "")
            .replace(" vuosineljännes", " nelj."),
    title: "Asiakasraportti",
    skip: "Siirry raporttiin",
    onThisPage: "Tällä sivulla",
    showNumbers: "Näytä luvut",
    numbers: "luvut",
    period: { week: "Viikko", month: "Kuukausi", quarter: "Neljännes", year: "Vuosi" },
    columns: {
      segment: "Segmentti",
      customers: "Asiakkaita",
      shareOfCustomers: "kaikista asiakkaista",
      revenue: "Myynti",
      shareOfRevenue: "koko myynnistä",
      orders: "Tilauksia",
      averageOrder: "Keskiostos",
      medianDays: "Päiviä viimeisimmästä tilauksesta (mediaani)",
      whatToDo: "Mitä tehdä",
    },
    lead: {
      asOf: (asOf, isGiven) =>
        isGiven
          ? `Tilanne ${day(asOf)}; myöhemmät tilaukset eivät ole mukana.`
          : `Tilanne ${day(asOf)}, joka on aineiston viimeinen päivä.`,
      what: (from, to, amount, orders, money) =>
        `${day(from)} – ${day(to)}: ${customers(amount)}, ${plural(orders, "tilaus", "tilausta")} ja hyvitysten jälkeen myyntiä ${money}.`,
      returning: (part, revenuePart) =>
        `Asiakkaista ${share(part)} on tähän mennessä tilannut useammin kuin kerran, ja heiltä tulee ${share(revenuePart)} myynnistä.`,
      noRevenue: "Hyvitysten jälkeen myyntiä ei jää, joten kenenkään osuutta siitä ei voi laskea.",
      best: (segment, part, revenuePart) =>
        `Eniten on tuonut ryhmä ${segment}: ${share(part)} asiakkaista ja ${share(revenuePart)} myynnistä.`,
    },
    scope: {
      noCurrency: "Aineisto ei kerro valuuttaa.",
      aside: (aside, all, money, reason) =>
        `Sivuun jätettiin ${count(aside)} / ${plural(all, "rivi", "riviä")}, arvoltaan ${money}; suurin syy: ${reason}.`,
    },
    quiet: {
      heading: (amount, money) => `Lipsumassa pois: ${customers(amount)}, ostoja tähän mennessä ${money}`,
      valuable: (lapseDays, where, part) =>
        `He ovat käyttäneet rahaa enemmän kuin tyypillinen asiakas, ja viime tilauksesta on yli ${daysOf(lapseDays)} (${where}).${part === null ? "" : ` Summa on ${share(part)} myynnistä.`} Se kertoo, mitä he ovat tähän mennessä ostaneet, ei mitä menetetään.`,
      others: (amount, money, where) =>
        `Yhtä kauan hiljaa on ollut lisäksi ${customers(amount)}, jotka ovat ostaneet vähemmän, tähän mennessä ${money} (${where}).`,
      measure: (lapseDays) =>
        `Palanneista yhdeksän kymmenestä ei ole koskaan pitänyt yli ${number(lapseDays)} päivän taukoa.`,
      elsewhere: (amount) => `muut ryhmät ${count(amount)}`,
      none: (lapseDays) => `Kukaan tyypillistä asiakasta enemmän ostanut ei ole ollut hiljaa yli ${daysOf(lapseDays)}`,
      untold: "Vielä ei voi sanoa, kuka on lipsumassa pois",
    },
    latest: {
      heading: (period, kind) => `${capital(periodName(period))}, viimeisin täysi ${PERIODS[kind].nominative}`,
      none: (kind) =>
        `Aineistossa ei ole vielä yhtään täyttä ${PERIODS[kind].partitive}, joten vertailukohtaa ei ole: luvut ovat koko aineistosta.`,
      all: "Koko aineisto",
      revenue: "Myynti hyvitysten jälkeen",
      customers: "Tilanneita asiakkaita",
      newCustomers: "Tilasi ensimmäistä kertaa",
      orders: "Tilauksia",
      averageOrder: "Keskiostos",
      retention: (kind) => `Edellisen ${PERIODS[kind].genitive} asiakkaista palasi`,
      nothingBefore: "edellinen jakso ei ole täysi",
      unknownChange: (before, period) => `${inPeriod(period)} ${before}`,
      same: (period) => `sama kuin ${inPeriod(period)}`,
      up: (change, before, period) => `▲ ${share(change)} enemmän kuin ${inPeriod(period)} (${before})`,
      down: (change, before, period) => `▼ ${share(change)} vähemmän kuin ${inPeriod(period)} (${before})`,
      pointsUp: (difference, before, period) => `▲ ${points(difference)} enemmän kuin ${inPeriod(period)} (${before})`,
      pointsDown: (difference, before, period) =>
        `▼ ${points(difference)} vähemmän kuin ${inPeriod(period)} (${before})`,
    },
    first: {
      heading: "Tee ensin nämä",
      best: "Pidä kiinni: äskettäin tilanneet, jotka tuovat eniten",
      slipping: "Voita takaisin: pitkään hiljaa olleet, jotka toivat eniten",
      next: "Kasvata: muut äskettäin tilanneet",
      figures: (amount, money, part) => `${customers(amount)}, tähän mennessä ${money} (${share(part)} myynnistä)`,
      figuresAlone: (amount, money) => `${customers(amount)}, tähän mennessä ${money}`,
      none: "Mikään ryhmä ei ole tuonut myyntiä hyvitysten jälkeen, joten mitään ei voi nostaa ensimmäiseksi.",
      noneClear:
        "Missään myyntiä tuoneessa ryhmässä kolme neljästä ei ole tilannut äskettäin eikä ollut pitkään hiljaa, joten mitään ei nosteta ensimmäiseksi.",
    },
    segments: {
      heading: "Keitä asiakkaasi ovat",
      intro:
        "Jokainen asiakas kuuluu täsmälleen yhteen ryhmään (segmenttiin) kolmen asian mukaan: kuinka äskettäin hän on tilannut, kuinka usein hän tilaa ja kuinka paljon hän on ostanut hyvitysten jälkeen.",
      byCustomers: (segment, part) => `Suurin ryhmä: ${segment}, ${share(part)} asiakkaista`,
      byRevenue: (segment, part) => `Eniten myyntiä: ${segment}, ${share(part)}`,
      customersCaption: "Suorakaiteen koko on ryhmän osuus asiakkaista.",
      revenueCaption: "Suorakaiteen koko on ryhmän osuus myynnistä.",
      unnamed: (segments) => `Nimi ei mahtunut: ${segments}.`,
      tile: (value, part) => `${value} · ${share(part)}`,
      describe: (title, amount) =>
        `Kartta, jossa ${plural(amount, "ryhmä", "ryhmää")} on suorakaiteina koon mukaan. ${title}.`,
      oneGroup: (segment, amount) => `Kaikki asiakkaat (${count(amount)}) ovat samassa ryhmässä: ${segment}.`,
      oneGroupTitle: "Ryhmiä on vain yksi",
      noRevenueTitle: "Myynnistä ei ole karttaa",
      noRevenue: "Kartta tarvitsee jaettavaa myyntiä, eikä sitä hyvitysten jälkeen ole.",
      negative: (segments) => `Kartalta puuttuvat ryhmät, joissa hyvityksiä on enemmän kuin ostoja: ${segments}.`,
      legend: "Väri: ryhmän laji pisteytysmallissa",
      families: {
        best: "parhaat",
        growing: "kasvavat",
        cooling: "hiipuvat",
        slipping: "lipsuvat",
        quiet: "hiljaiset",
      },
      fifthsLegend: "Väri: mihin viidennekseen ryhmän tyypillinen asiakas kuuluu viime tilauksen mukaan",
      fifths: ["tuorein viidennes", "toinen", "keskimmäinen", "neljäs", "vanhin viidennes"],
      tableHeading: "Mitä kullekin ryhmälle kannattaa tehdä",
      tableIntro:
        "Eniten myyntiä tuova ryhmä on ensin. Tyypillinen tarkoittaa mediaania: puolella on vähemmän, puolella enemmän.",
      typical: (days, orders) =>
        `tilannut viimeksi ${plural(days, "päivä", "päivää")} sitten, ${number(orders)} ${orders === 1 ? "tilaus" : "tilausta"}`,
      typicalCustomer: "Tyypillinen asiakas",
      avoid: (text) => `Vältä ${withSmallInitial(text)}`,
      watch: (text) => `Seuraa: ${text}`,
      outsideWindow: (amount) =>
        amount === 1
          ? "1 asiakas on tilannut vain ennen raportin tarkastelujaksoa eikä kuulu mihinkään ryhmään."
          : `${count(amount)} asiakasta on tilannut vain ennen raportin tarkastelujaksoa eikä kuulu mihinkään ryhmään.`,
      empty: (segments) => `Ryhmät, joissa ei ole yhtään asiakasta: ${segments}.`,
    },
    grid: {
      heading: "Kuinka äskettäin ja kuinka usein tilataan",
      intro: (recencyLevels, frequencyLevels) =>
        `Jokainen asiakas saa pisteet siitä, kuinka äskettäin hän on tilannut (1–${recencyLevels}) ja kuinka usein hän tilaa (1–${frequencyLevels}). Suurin on paras. Mistä mitkäkin pisteet tulevat:`,
      customersTitle: (amount, part) =>
        amount === 0
          ? "Kenelläkään ei ole parhaita pisteitä molemmista"
          : `Parhaat pisteet molemmista: ${customers(amount)} (${share(part)})`,
      revenueTitle: (part) => `Molemmista parhaat pisteet saaneilta tulee ${share(part)} myynnistä`,
      noRevenueTitle: "Rahaa hyvitysten jälkeen kaksien pisteiden mukaan",
      customersCaption:
        "Asiakkaat tuoreuspisteiden (alas) ja ostotiheyspisteiden (oikealle) mukaan; mitä enemmän, sitä voimakkaampi väri.",
      revenueCaption:
        "Myynti hyvitysten jälkeen tuoreuspisteiden (alas) ja ostotiheyspisteiden (oikealle) mukaan; mitä enemmän, sitä voimakkaampi väri.",
      emptyColumns: (scores, level) =>
        `Kukaan ei saa ostotiheydestä pisteitä ${scores}: niin monella on yhtä monta tilausta, että he täyttävät asteikosta ${level === 1 ? "kokonaisen portaan" : "monta porrasta"}, ja kaikki heistä saavat samat pisteet.`,
      recency: (score) => `Tuoreus ${score}`,
      frequency: (score) => `Ostotiheys ${score}`,
      corner: "Tuoreus ↓ ostotiheys →",
    },
    spread: {
      heading: "Kuinka erilaisia asiakkaat ovat",
      intro:
        "Asiakkaat kunkin mittarin mukaan. Katkoviivat ovat rajoja, joissa pisteet vaihtuvat; pisteet näkyvät ylhäällä.",
      titles: {
        recency: (median) => `Puolet asiakkaista on tilannut viimeisten ${count(median)} päivän aikana`,
        frequency: (median) =>
          median <= 1
            ? "Vähintään puolet asiakkaista on tilannut vain kerran"
            : `Puolella asiakkaista on enintään ${plural(median, "tilaus", "tilausta")}`,
        monetary: (median) => `Puolella asiakkaista ostot ovat enintään ${median}`,
      },
      captions: {
        recency:
          "Asiakkaat sen mukaan, montako päivää on viimeisimmästä tilauksesta raportin viimeiseen päivään (tuoreus).",
        frequency: "Asiakkaat tilausten määrän mukaan (ostotiheys).",
        monetary: "Asiakkaat sen mukaan, paljonko he ovat ostaneet hyvitysten jälkeen (ostojen arvo).",
      },
      columns: { recency: "Päiviä viimeisimmästä tilauksesta", frequency: "Tilauksia", monetary: "Ostanut" },
      hint: (value, amount) => `${value}: ${customers(amount)}`,
      short: { orMore: (value) => `${value}+`, orLess: (value) => `≤ ${value}` },
      orMore: (value) => `${value} tai enemmän`,
      orLess: (value) => `${value} tai vähemmän`,
      over: (value) => `yli ${value}`,
      between: (from, to) => `${from} – ${to}`,
      overUpTo: (over, to) => `yli ${over}, enintään ${to}`,
      describe: (title, bins) => `Pylväskuvio, jossa on ${plural(bins, "luokka", "luokkaa")}. ${title}.`,
      sameTitle: {
        recency: "Kaikki asiakkaat ovat viimeksi tilanneet samana päivänä",
        frequency: "Kaikilla asiakkailla on yhtä monta tilausta",
        monetary: "Kaikkien asiakkaiden ostot ovat yhtä suuret",
      },
      same: (value, amount) => `${value} (${customers(amount)}): kuviota ei ole.`,
      noLines:
        "Rajoja ei ole piirretty: pisteet tulevat asiakkaan sijoituksesta muiden joukossa, eivät kiinteistä rajoista.",
    },
    concentration: {
      heading: "Paljonko parhaat asiakkaat tuovat",
      title: (part, revenuePart) => `${share(part)} asiakkaista tuo ${share(revenuePart)} myynnistä`,
      caption:
        "Asiakkaat eniten ostaneesta vähiten ostaneeseen ja heidän yhteinen osuutensa myynnistä. Katkoviiva näyttää, miltä kuva näyttäisi, jos kaikki olisivat ostaneet saman verran.",
      half: (amount, part) =>
        `Puolet myynnistä tulee ${amount === 1 ? "yhdeltä asiakkaalta" : `${count(amount)} asiakkaalta`}, joita on ${share(part)} kaikista.`,
      negative: (amount, peak) => {
        const who = `${customers(amount)} on saanut hyvityksiä enemmän kuin on maksanut`;
        if (peak === null) return `${who}.`;
        return `${who}: käyrä nousee arvoon ${share(peak)} ja laskee ${amount === 1 ? "hänen" : "heidän"} kohdallaan arvoon ${share(1)}.`;
      },
      describe: (title) => `Nouseva käyrä. ${title}.`,
      axis: (part) => `${part} asiakkaista`,
      columns: {
        customers: "Eniten ostaneita asiakkaita",
        part: "kaikista asiakkaista",
        revenue: "tuovat",
        revenuePart: "myynnistä",
      },
      noneTitle: "Parhaiden asiakkaiden osuutta ei voi laskea",
      none: "Hyvityksiä on vähintään yhtä paljon kuin ostoja: ei ole myyntiä, josta osuuden voisi laskea.",
      one: "Asiakkaita on vain yksi, ja hän tuo kaiken.",
    },
    retention: {
      heading: (kind) => `Ketkä palaavat ${elative[kind]} ${illative[kind]}`,
      intro: (kind) =>
        `Kuinka moni edellisellä jaksolla tilannut tilasi myös seuraavalla: pysyvyys. Jakson pituus on yksi ${PERIODS[kind].nominative}.`,
      hatched: (kind) =>
        `${capital(PERIODS[kind].nominative)}, jota aineisto ei kata kokonaan, on viivoitettu, eikä sillä ole pysyvyyttä.`,
      countTitle: (period, amount) => `${capital(inPeriod(period))} tilasi ${customers(amount)}`,
      countCaption: "Tilanneet asiakkaat sen mukaan, tilasivatko he myös edellisellä jaksolla.",
      kept: "tilasi myös edellisellä jaksolla",
      back: "palasi tauon jälkeen",
      new: "tilasi ensimmäistä kertaa",
      partial: "jakso vain osittain mukana",
      rateTitle: (period, retained, before, rate) =>
        `${capital(inPeriod(period))} palasi ${share(rate)}: ${count(retained)} / ${count(before)}`,
      rateCaption: (pooled, periods) =>
        `Osuus edellisen jakson asiakkaista, jotka tilasivat uudelleen seuraavalla. Katkoviiva: ${share(pooled)}, ${periods === 1 ? "ainoa jakso, jolla pysyvyys on" : `kaikki ${plural(periods, "jakso", "jaksoa")} yhteensä`}. Paksut viivat: kuinka paljon pelkkä sattuma voi osuutta heilauttaa (95 prosentin väli).`,
      hint: (period, what, amount) => `${capital(periodName(period))}: ${customers(amount)} ${what}`,
      rateHint: (period, rate) => `${capital(periodName(period))}: ${share(rate)}`,
      describe: (title, periods) => `Kuvio, jossa on ${plural(periods, "jakso", "jaksoa")}. ${title}.`,
      columns: {
        customers: "Asiakkaita",
        kept: "Pysyi",
        back: "Palasi tauon jälkeen",
        new: "Uusia",
        before: "Edellisellä jaksolla",
        rate: "Pysyvyys",
        orders: "Tilauksia",
        revenue: "Myynti",
      },
      incomplete: (name) => `${name} (kesken)`,
      newest: (shown, all) => `Viimeisimmät jaksot, ${count(shown)}/${count(all)}; JSON-raportissa ovat kaikki.`,
      noneTitle: "Pysyvyyttä ei voi vielä laskea",
      none: (kind) => `Siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin, eikä niitä ole.`,
      onePeriodTitle: (kind) => `Yksi ${PERIODS[kind].nominative} ei riitä vertailuun`,
      onePeriod: (name, amount, isComplete) =>
        `Kaikki tilaukset ovat samalta jaksolta (${name}${isComplete ? "" : ", jota aineisto ei kata kokonaan"}): ${customers(amount)}.`,
    },
    cohorts: {
      heading: "Miten uudet asiakkaat kehittyvät",
      intro: (kind) =>
        `Asiakkaat on ryhmitelty ensimmäisen tilauksen ${PERIODS[kind].genitive} mukaan (kohortti), ja luvut kertovat, kuinka suuri osa heistä tilasi 1, 2, 3 … ${PERIODS[kind].partitive} myöhemmin.`,
      title: (rate, kind) =>
        `Uusista asiakkaista keskimäärin ${share(rate)} tilaa uudelleen ensimmäistä tilausta ${following[kind]}`,
      restsOn: (cohorts, first) =>
        `Luku on ${cohorts === 1 ? "yhdestä kohortista" : `${count(cohorts)} kohortista yhteensä`} ilman ensimmäistä (${periodName(first)}), jossa voi olla jo ennen aineiston alkua tilanneita asiakkaita.`,
      caption: "Mitä voimakkaampi väri, sitä useampi palasi. Tyhjä: vielä edessä.",
      hatched: "Viivoitettu: jakso vain osittain mukana.",
      averages: "Keskimäärin: kaikki mukaan luetut kohortit, joilla on ollut aikaa, yhteensä; määrä on suluissa.",
      cohort: "Ensimmäinen tilaus",
      size: "Uusia asiakkaita",
      average: "Keskimäärin",
      averageOf: (amount) => `(${count(amount)})`,
      k: (k) => `+${k}`,
      kHint: (k, kind) =>
        `${k === 1 ? `1 ${PERIODS[kind].nominative}` : `${count(k)} ${PERIODS[kind].partitive}`} myöhemmin`,
      newest: (shown, all) => `Viimeisimmät kohortit, ${count(shown)}/${count(all)}; JSON-raportissa ovat kaikki.`,
      noneTitle: "Uusia asiakkaita on vielä liian aikaista seurata",
      none: (kind) => `Millään kohortilla ei ole vielä täyttä ${PERIODS[kind].partitive} ensimmäisen jälkeen.`,
      onlyFirst: (kind) =>
        `Vain ensimmäisellä kohortilla on jo täysi ${PERIODS[kind].nominative} ensimmäisen jälkeen, ja siinä voi olla jo ennen aineiston alkua tilanneita asiakkaita.`,
    },
    second: {
      heading: "Kuinka kauan toiseen tilaukseen kestää",
      title: (part, days) => `Arviolta ${share(part)} asiakkaista tilaa uudelleen ${count(days)} päivän kuluessa`,
      caption:
        "Osuus asiakkaista, jotka ovat tilanneet toisen kerran, sen mukaan montako päivää ensimmäisestä tilauksesta on. Asiakkaat, joilla ei vielä ole ollut aikaa, ovat mukana niin kauan kuin heitä on voitu seurata, joten he eivät vedä käyrää alas (Kaplan–Meierin menetelmä). Vaalea alue: kuinka paljon pelkkä sattuma voi käyrää heilauttaa (95 prosentin väli).",
      describe: (title) => `Nouseva käyrä. ${title}.`,
      median: (days) =>
        days === null
          ? "Puolet asiakkaista ei ole palannut sinä aikana, joka aineistosta näkyy."
          : `Puolet asiakkaista on palannut ${count(days)} päivän kuluttua.`,
      lapse: (days, lapsed, all) =>
        `Yhdeksän kymmenestä palaavasta asiakkaasta ei ole koskaan pitänyt pidempää taukoa kuin ${plural(Math.floor(days), "päivä", "päivää")}. Nyt sitä kauemmin on ollut hiljaa ${count(lapsed)} / ${customers(all)}.`,
      differs: (estimate, days, soFar, next) =>
        `Miksi osuudet eroavat: ${share(estimate)} on arvio siitä, kuinka moni tilaa uudelleen ${count(days)} päivän kuluessa, kun aikaa on niin paljon; ${share(soFar)} on laskettu niistä, jotka ovat tähän mennessä tilanneet uudelleen, eikä kaikilla ole vielä ollut aikaa${next === null ? "" : `; ${share(next.rate)} tilaa uudelleen yhden ainoan jakson aikana, ${following[next.kind]}`}.`,
      oldCustomers:
        "Ensimmäinen tilaus on ensimmäinen, joka aineistossa on. Ennen aineiston alkua tilanneet lasketaan siis liian myöhäisestä tilauksesta, joten arvio voi olla liian suuri.",
      columns: {
        days: "Päiviä ensimmäisestä tilauksesta",
        part: "Tilannut uudelleen",
        low: "vähintään",
        high: "enintään",
        atRisk: "Asiakkaita vielä seurannassa",
      },
      noneTitle: "Toiseen tilaukseen kuluvaa aikaa ei voi vielä arvioida",
      none: "Kukaan ei ole palannut toisena päivänä, joten aikaa ei voi laskea.",
      tooFew: "Alle kymmentä asiakasta voitiin seurata riittävän kauan; se on käyrään liian vähän.",
    },
    movement: {
      heading: (kind) => `Ketkä ovat siirtyneet viimeisen ${PERIODS[kind].genitive} aikana`,
      title: (moved, from) => `${customers(moved)} on vaihtanut ryhmää ${day(from)} jälkeen`,
      fell: (amount, money, from) =>
        `Alempaan ryhmään siirtyi ilman tilausta ${day(from)} jälkeen ${customers(amount)}, ostoja tähän mennessä ${money}`,
      rose: (amount, money, from) =>
        `ylempään ryhmään siirtyi tilattuaan ${day(from)} jälkeen ${customers(amount)} (${money})`,
      aside: (amount) =>
        `Kumpaankaan ei kuulu ${customers(amount)}: tilauksesta huolimatta alempana tai ilman tilausta ylempänä.`,
      higher: "Ryhmä on sitä ylempänä, mitä aiemmin se on pisteytysmallissa.",
      largestFalls: "Suurimmat siirtymät alaspäin ilman tilausta, tähänastisten ostojen mukaan",
      worth: (amount, from, to, money) => `${customers(amount)} (${money}): ${from} → ${to}`,
      nobody: (from) => `Kukaan ei ole vaihtanut ryhmää ${day(from)} jälkeen`,
      matrix: (from, to) => `Ryhmästä ${day(from)} (alas) ryhmään ${day(to)} (oikealle). Harmaa: pysyi.`,
      caption: (to) =>
        `Molemmat päivät on pisteytetty päivän ${day(to)} raja-arvoilla, joten siirtymä johtuu asiakkaasta itsestään.`,
      largest: "Suurimmat siirtymät",
      flow: (amount, from, to) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Ei vielä asiakas",
      backPlace: "Ei ollut tarkastelujaksolla",
      lapsedPlace: "Ei enää tarkastelujaksolla",
      corner: "Mistä ↓ mihin →",
      hint: (amount, from, to) => `${customers(amount)}: ${from} → ${to}`,
      columns: { from: "Mistä", to: "Mihin", customers: "Asiakkaita", ordered: "Tilasi välillä", worth: "Arvo nyt" },
      listTitle: (shown, all) => `Suurimmat ${count(shown)} siirtymää kaikkiaan ${count(all)} siirtymästä`,
      rankedTitle: "Siirtymiä ei näytetä",
      ranked:
        "Pisteet asettavat asiakkaat järjestykseen keskenään (ntile), joten ne muuttuvat silloinkin, kun asiakas ei tee mitään.",
      tooEarlyTitle: "Siirtymiä on vielä liian aikaista katsoa",
      tooEarly: (kind) => `Kukaan ei ollut vielä tilannut ${PERIODS[kind].genitive} aiemmin.`,
    },
    top: {
      heading: "Eniten ostaneet asiakkaat",
      title: (amount, part) =>
        amount === 1
          ? `Yksi asiakas tuo ${share(part)} myynnistä`
          : `${count(amount)} asiakasta tuo ${share(part)} myynnistä`,
      plainTitle: (amount) => `Eniten ostaneet ${count(amount)}`,
      caption: "Sen mukaan, paljonko he ovat ostaneet hyvitysten jälkeen.",
      masked: "Sähköpostiosoitteet on lyhennetty; --show-customers näyttää ne kokonaan.",
      customer: "Asiakas",
      orders: "Tilauksia",
      spent: "Ostanut",
      last: "Viimeisin tilaus",
      scores: "Pisteet",
    },
    method: {
      moreFiles: (more) => `ja vielä ${plural(more, "tiedosto", "tiedostoa")}; JSON-raportissa ovat kaikki.`,
      heading: "Miten luvut on laskettu",
      intro: "Kaiken yllä olevan voi laskea uudelleen tässä nimetyistä tiedostoista.",
      moves: (from) =>
        `Siirtymät ryhmästä toiseen ${day(from)} jälkeen on laskettu tämän raportin raja-arvoilla molempina päivinä, kuten komennossa rfm compare; rfm compare --cut-points-of from käyttää päivän ${day(from)} raja-arvoja, joten sen luvut ovat toiset.`,
      words: "Mitä sanat tarkoittavat",
      terms: {
        order: [
          "Tilaus",
          "Kaikki aineiston rivit, joilla on sama tilausnumero. Se lasketaan, kun sen tila hyväksytään ja sen arvo on yli 0.",
        ],
        refund: [
          "Hyvitys",
          "Takaisin maksettu raha. Se pienentää asiakkaan ostosummaa, mutta ei vaikuta siihen, kuinka äskettäin tai usein hän on tilannut.",
        ],
        recency: [
          "Tuoreus",
          "Kokonaiset päivät asiakkaan viimeisimmästä tilauksesta raportin viimeiseen päivään. Vähemmän on parempi.",
        ],
        frequency: ["Ostotiheys", "Kuinka monta tilausta asiakas on tehnyt."],
        frequencyDays: ["Ostotiheys", "Kuinka monena eri päivänä asiakas on tilannut."],
        monetary: ["Ostojen arvo", "Paljonko asiakas on ostanut: tilaukset vähennettynä hyvityksillä."],
        monetaryMargin: [
          "Ostojen arvo",
          "Mitä asiakkaan tilaukset tuottivat: kate, josta hyvitykset on vähennetty. Myynti on ostoja, kuten muuallakin.",
        ],
        monetaryMarginAverage: [
          "Ostojen arvo",
          "Mitä asiakkaan tilaukset tuottivat (kate, josta hyvitykset on vähennetty) jaettuna ostotiheydellä. Myynti on ostoja, kuten muuallakin.",
        ],
        monetaryAverage: [
          "Ostojen arvo",
          "Paljonko asiakas on ostanut (tilaukset vähennettynä hyvityksillä) jaettuna ostotiheydellä.",
        ],
        score: [
          "Pisteet",
          "Asiakkaan sija kaikkien joukossa kunkin mittarin mukaan, ykkösestä ylöspäin; suurin on paras. Kolmet pisteet peräkkäin, esimerkiksi 543, ovat tuoreus, ostotiheys ja ostojen arvo.",
        ],
        segment: [
          "Segmentti",
          "Ryhmä asiakkaita, joilla on samankaltaiset pisteet. Jokainen asiakas kuuluu täsmälleen yhteen.",
        ],
        median: ["Mediaani", "Keskimmäinen: puolella on vähemmän, puolella enemmän."],
        asOf: [
          "Tarkastelupäivä",
          "Viimeinen mukaan laskettava päivä: aineiston viimeinen päivä, ellei muuta ole valittu.",
        ],
      },
      choices: "Tehdyt valinnat",
      choice: {
        scheme: "Segmenttijako",
        window: "Tarkastelujakso",
        allHistory: "koko historia",
        windowFrom: (from, to) => `${day(from)} – ${day(to)}`,
        windowFor: "jakso rajaa vain ostotiheyttä ja ostojen arvoa",
        refunds: "Hyvitykset",
        refundsNet: "vähennetään",
        refundsIgnored: "jätetään pois",
        version: "Ohjelma",
      },
      cutPoints: "Raja-arvot",
      cutPointsIntro: "Mitkä arvot antavat mitkäkin pisteet. Täsmälleen rajalla oleva arvo kuuluu alempaan.",
      ledger: "Mitä luettiin",
      files: "Tiedostot",
      file: "Tiedosto",
      rows: "Rivejä",
      bytes: "Tavuja",
      sha256: "SHA-256",
      filesIntro:
        "SHA-256 on tiedoston sormenjälki: jos kahdella tiedostolla on sama sormenjälki, ne ovat viimeistä tavua myöten samat.",
      notes: "Huomautukset",
      noNotes: "Ei huomautuksia.",
      warning: "Varoitus:",
      madeBy: (version) =>
        `Tehnyt rfm ${version}. Sivu on yksi tiedosto: siinä ei ole ohjelmakoodia, eikä se hae verkosta mitään.`,
    },
  };
}
