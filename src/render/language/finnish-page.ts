import type { Catalogue } from "./en.ts";
import type { PeopleFormats } from "./people-formats.ts";

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

/** `2011-05` as toukokuu 2011, `2011-W05` as viikko 5/2011, `2011-Q1` as 1. neljännes 2011, `2011` as vuosi 2011. */
function periodName(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuosi ${year}`;
  if (part.startsWith("W")) return `viikko ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. neljännes ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same as the time when something happens: toukokuussa 2011, viikolla 5/2011, vuonna 2011. */
function inPeriod(label: string): string {
  const [year = "", part = ""] = label.split("-");
  if (part === "") return `vuonna ${year}`;
  if (part.startsWith("W")) return `viikolla ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q")) return `${part.slice(1)}. neljänneksellä ${year}`;
  return `${MONTHS[Number(part) - 1] ?? part}ssa ${year}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The texts of the HTML report in Finnish. Money comes written, with its currency. */
export function finnishPage({ count, number, share, day }: PeopleFormats): Catalogue["page"] {
  /** A number other than one takes the partitive. */
  const plural = (amount: number, one: string, partitive: string): string =>
    `${count(amount)} ${amount === 1 ? one : partitive}`;
  const customers = (amount: number): string => plural(amount, "asiakas", "asiakasta");
  const points = (difference: number): string => `${number(Math.abs(difference) * 100)} prosenttiyksikköä`;
  /** “viikon”, “kuukauden” … */
  const genitive = { week: "viikon", month: "kuukauden", quarter: "neljänneksen", year: "vuoden" } as const;
  const nominative = { week: "viikko", month: "kuukausi", quarter: "neljännes", year: "vuosi" } as const;
  const partitive = { week: "viikkoa", month: "kuukautta", quarter: "neljännestä", year: "vuotta" } as const;
  const following = {
    week: "seuraavalla viikolla",
    month: "seuraavana kuukautena",
    quarter: "seuraavalla neljänneksellä",
    year: "seuraavana vuonna",
  } as const;
  const elative = { week: "viikosta", month: "kuukaudesta", quarter: "neljänneksestä", year: "vuodesta" } as const;
  const illative = { week: "viikkoon", month: "kuukauteen", quarter: "neljännekseen", year: "vuoteen" } as const;
  return {
    periodName,
    shortPeriod: (label) =>
      /^\d{4}-\d\d$/.test(label)
        ? monthNumber(label)
        : periodName(label)
            .replace(/^(?:viikko|vuosi) /, "")
            .replace(" neljännes", ". nelj."),
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
      revenue: "Liikevaihto",
      shareOfRevenue: "koko liikevaihdosta",
      orders: "Tilauksia",
      averageOrder: "Keskitilaus",
      lastOrder: "Viimeisin tilaus",
      medianDays: "Päiviä viimeisimmästä tilauksesta (mediaani)",
      whatToDo: "Mitä tehdä",
    },
    lead: {
      asOf: (asOf, isGiven) =>
        isGiven
          ? `Tilanne ${day(asOf)}; myöhemmät tilaukset eivät ole mukana.`
          : `Tilanne ${day(asOf)}, joka on aineiston viimeinen päivä.`,
      what: (from, to, amount, orders, money) =>
        `${day(from)} – ${day(to)}: ${customers(amount)}, ${plural(orders, "tilaus", "tilausta")} ja palautusten jälkeen liikevaihtoa ${money}.`,
      returning: (part, revenuePart) =>
        `Asiakkaista ${share(part)} on tilannut useammin kuin kerran, ja heiltä tulee ${share(revenuePart)} liikevaihdosta.`,
      noRevenue: "Palautusten jälkeen liikevaihtoa ei jää, joten kenenkään osuutta siitä ei voi laskea.",
      best: (segment, part, revenuePart) =>
        `Arvokkain ryhmä: ${segment}, ${share(part)} asiakkaista ja ${share(revenuePart)} liikevaihdosta.`,
    },
    latest: {
      heading: (period, kind) => `${capital(periodName(period))}, viimeisin täysi ${nominative[kind]}`,
      none: (kind) =>
        `Aineistossa ei ole vielä yhtään täyttä ${partitive[kind]}, joten vertailukohtaa ei ole: luvut ovat koko aineistosta.`,
      all: "Koko aineisto",
      revenue: "Liikevaihto palautusten jälkeen",
      customers: "Tilanneita asiakkaita",
      newCustomers: "Tilasi ensimmäistä kertaa",
      orders: "Tilauksia",
      averageOrder: "Keskitilaus",
      retention: (kind) => `Edellisen ${genitive[kind]} asiakkaista palasi`,
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
      best: "Pidä kiinni: eniten tuova ryhmä",
      slipping: "Voita takaisin: arvokkain hiljentynyt ryhmä",
      next: "Kasvata: seuraavaksi arvokkain ryhmä",
      figures: (amount, money, part) => `${customers(amount)}, tähän mennessä ${money} (${share(part)} liikevaihdosta)`,
      figuresAlone: (amount, money) => `${customers(amount)}, tähän mennessä ${money}`,
      none: "Mikään ryhmä ei ole tuonut liikevaihtoa palautusten jälkeen, joten mitään ei voi nostaa ensimmäiseksi.",
    },
    segments: {
      heading: "Keitä asiakkaasi ovat",
      intro:
        "Jokainen asiakas kuuluu täsmälleen yhteen ryhmään (segmenttiin) kolmen asian mukaan: kuinka äskettäin hän on tilannut, kuinka usein hän tilaa ja kuinka paljon hän on ostanut palautusten jälkeen.",
      byCustomers: (segment, part) => `Suurin ryhmä: ${segment}, ${share(part)} asiakkaista`,
      byRevenue: (segment, part) => `Eniten liikevaihtoa: ${segment}, ${share(part)}`,
      customersCaption: "Suorakaiteen koko on ryhmän osuus asiakkaista.",
      revenueCaption: "Suorakaiteen koko on ryhmän osuus liikevaihdosta.",
      tile: (value, part) => `${value} · ${share(part)}`,
      describe: (title, amount) =>
        `Kartta, jossa ${plural(amount, "ryhmä", "ryhmää")} on suorakaiteina koon mukaan. ${title}.`,
      oneGroup: (segment, amount) => `Kaikki asiakkaat (${count(amount)}) ovat samassa ryhmässä: ${segment}.`,
      oneGroupTitle: "Ryhmiä on vain yksi",
      noRevenueTitle: "Liikevaihdosta ei ole karttaa",
      noRevenue: "Kartta tarvitsee jaettavaa liikevaihtoa, eikä sitä palautusten jälkeen ole.",
      negative: (segments) => `Kartalta puuttuvat ryhmät, joissa palautuksia on enemmän kuin ostoja: ${segments}.`,
      legend: "Väri: kuinka kauan sitten ryhmän tyypillinen asiakas on viimeksi tilannut",
      bands: ["aivan äskettäin", "äskettäin", "keskivaiheilla", "kauan sitten", "kaikkein kauimmin sitten"],
      tableHeading: "Mitä kullekin ryhmälle kannattaa tehdä",
      tableIntro:
        "Eniten liikevaihtoa tuova ryhmä on ensin. Tyypillinen tarkoittaa mediaania: puolella on vähemmän, puolella enemmän.",
      typical: (days, orders) =>
        `tilannut viimeksi ${plural(days, "päivä", "päivää")} sitten, ${number(orders)} ${orders === 1 ? "tilaus" : "tilausta"}`,
      typicalCustomer: "Tyypillinen asiakas",
      avoid: (text) => `Vältä: ${text}`,
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
      revenueTitle: (part) => `Molemmista parhaat pisteet saaneilta tulee ${share(part)} liikevaihdosta`,
      noRevenueTitle: "Rahaa palautusten jälkeen kaksien pisteiden mukaan",
      customersCaption:
        "Asiakkaat tuoreuspisteiden (alas) ja tiheyspisteiden (oikealle) mukaan; mitä enemmän, sitä tummempi.",
      revenueCaption:
        "Liikevaihto palautusten jälkeen tuoreuspisteiden (alas) ja tiheyspisteiden (oikealle) mukaan; mitä enemmän, sitä tummempi.",
      recency: (score) => `Tuoreus ${score}`,
      frequency: (score) => `Tiheys ${score}`,
      corner: "Tuoreus ↓ tiheys →",
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
        frequency: "Asiakkaat tilausten määrän mukaan (tiheys).",
        monetary: "Asiakkaat sen mukaan, paljonko he ovat ostaneet palautusten jälkeen (rahallinen arvo).",
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
      title: (part, revenuePart) => `${share(part)} asiakkaista tuo ${share(revenuePart)} liikevaihdosta`,
      caption:
        "Asiakkaat eniten ostaneesta vähiten ostaneeseen ja heidän yhteinen osuutensa liikevaihdosta. Katkoviiva näyttää, miltä kuva näyttäisi, jos kaikki olisivat ostaneet saman verran.",
      half: (amount, part) =>
        `Puolet liikevaihdosta tulee ${amount === 1 ? "yhdeltä asiakkaalta" : `${count(amount)} asiakkaalta`}, joita on ${share(part)} kaikista.`,
      negative: (amount) =>
        amount === 1
          ? "1 asiakas on saanut palautuksia enemmän kuin on maksanut: käyrä nousee yli 100 prosentin ja laskee hänen kohdallaan."
          : `${count(amount)} asiakasta on saanut palautuksia enemmän kuin on maksanut: käyrä nousee yli 100 prosentin ja laskee heidän kohdallaan.`,
      describe: (title) => `Nouseva käyrä. ${title}.`,
      axis: (part) => `${part} asiakkaista`,
      columns: {
        customers: "Eniten ostaneita asiakkaita",
        part: "kaikista asiakkaista",
        revenue: "tuovat",
        revenuePart: "liikevaihdosta",
      },
      noneTitle: "Parhaiden asiakkaiden osuutta ei voi laskea",
      none: "Palautuksia on vähintään yhtä paljon kuin ostoja: ei ole liikevaihtoa, josta osuuden voisi laskea.",
      one: "Asiakkaita on vain yksi, ja hän tuo kaiken.",
    },
    retention: {
      heading: (kind) => `Ketkä palaavat ${elative[kind]} ${illative[kind]}`,
      intro: (kind) =>
        `Kuinka moni edellisellä jaksolla tilannut tilasi myös seuraavalla: pysyvyys. Jakson pituus on yksi ${nominative[kind]}. Jakso, jota aineisto ei kata loppuun asti, on viivoitettu, eikä sillä ole vielä pysyvyyttä.`,
      countTitle: (period, amount) => `${capital(inPeriod(period))} tilasi ${customers(amount)}`,
      countCaption: "Tilanneet asiakkaat sen mukaan, tilasivatko he myös edellisellä jaksolla.",
      kept: "tilasi myös edellisellä jaksolla",
      back: "palasi tauon jälkeen",
      new: "tilasi ensimmäistä kertaa",
      partial: "jakso on kesken",
      rateTitle: (period, retained, before, rate) =>
        `${capital(inPeriod(period))} palasi ${share(rate)}: ${count(retained)} / ${count(before)}`,
      rateCaption: (pooled, periods) =>
        `Osuus edellisen jakson asiakkaista, jotka tilasivat uudelleen seuraavalla. Katkoviiva: keskiarvo ${share(pooled)} (${plural(periods, "jakso", "jaksoa")}). Paksut viivat: missä todellinen osuus sattumasta riippumatta luultavimmin on (95 prosentin väli).`,
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
        revenue: "Liikevaihto",
      },
      incomplete: (name) => `${name} (kesken)`,
      newest: (shown, all) =>
        `Viimeisimmät ${count(shown)} jaksoa ${count(all)} jaksosta; JSON-raportissa ovat kaikki.`,
      noneTitle: "Pysyvyyttä ei voi vielä laskea",
      none: (kind) => `Siihen tarvitaan kaksi täyttä ${partitive[kind]} peräkkäin, eikä niitä ole.`,
      onePeriodTitle: (kind) => `Yksi ${nominative[kind]} ei riitä vertailuun`,
      onePeriod: (name, amount, isComplete) =>
        `Kaikki tilaukset ovat samalta jaksolta (${name}${isComplete ? "" : ", vielä kesken"}): ${customers(amount)}.`,
    },
    cohorts: {
      heading: "Miten uudet asiakkaat kehittyvät",
      intro: (kind) =>
        `Asiakkaat on ryhmitelty ensimmäisen tilauksen ${genitive[kind]} mukaan (kohortti), ja luvut kertovat, kuinka suuri osa heistä tilasi 1, 2, 3 … ${partitive[kind]} myöhemmin.`,
      title: (rate, kind) =>
        `Uusista asiakkaista keskimäärin ${share(rate)} tilaa uudelleen ensimmäistä tilausta ${following[kind]}`,
      caption: "Mitä tummempi, sitä useampi palasi. Viivoitettu: jakso on kesken. Tyhjä: vielä edessä.",
      cohort: "Ensimmäinen tilaus",
      size: "Uusia asiakkaita",
      average: "Keskimäärin",
      averageOf: (amount) => plural(amount, "kohortti", "kohorttia"),
      k: (k) => `+${k}`,
      kHint: (k, kind) => `${k === 1 ? `1 ${nominative[kind]}` : `${count(k)} ${partitive[kind]}`} myöhemmin`,
      newest: (shown, all) =>
        `Viimeisimmät ${count(shown)} kohorttia ${count(all)} kohortista; JSON-raportissa ovat kaikki.`,
      first: "Ensimmäisessä kohortissa voi olla asiakkaita, jotka olivat tilanneet jo ennen aineiston alkua.",
      noneTitle: "Uusia asiakkaita on vielä liian aikaista seurata",
      none: (kind) => `Millään kohortilla ei ole vielä täyttä ${partitive[kind]} ensimmäisen jälkeen.`,
    },
    second: {
      heading: "Kuinka kauan toiseen tilaukseen kestää",
      title: (part, days) => `Arviolta ${share(part)} asiakkaista tilaa uudelleen ${count(days)} päivän kuluessa`,
      caption:
        "Osuus asiakkaista, jotka ovat tilanneet toisen kerran, sen mukaan montako päivää ensimmäisestä tilauksesta on. Asiakkaat, joilla ei vielä ole ollut aikaa, ovat mukana niin kauan kuin heitä on voitu seurata, joten he eivät vedä käyrää alas (Kaplanin–Meierin menetelmä). Vaalea alue: missä todellinen käyrä sattumasta riippumatta luultavimmin kulkee (95 prosentin väli).",
      describe: (title) => `Nouseva käyrä. ${title}.`,
      median: (days) =>
        days === null
          ? "Puolet asiakkaista ei ole palannut sinä aikana, joka aineistosta näkyy."
          : `Puolet asiakkaista on palannut ${count(days)} päivän kuluttua.`,
      lapse: (days, lapsed, all) =>
        `Yhdeksän kymmenestä palaavasta asiakkaasta ei ole koskaan pitänyt pidempää taukoa kuin ${plural(Math.floor(days), "päivä", "päivää")}. Nyt sitä kauemmin on ollut hiljaa ${count(lapsed)} / ${customers(all)}.`,
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
      heading: (kind) => `Ketkä ovat siirtyneet viimeisen ${genitive[kind]} aikana`,
      title: (moved, from) => `${customers(moved)} on vaihtanut ryhmää ${day(from)} jälkeen`,
      nobody: (from) => `Kukaan ei ole vaihtanut ryhmää ${day(from)} jälkeen`,
      caption: (from, to) =>
        `Ryhmästä ${day(from)} (alas) ryhmään ${day(to)} (oikealle, samoin numeroin). Harmaa: pysyi. Molemmat päivät on pisteytetty päivän ${day(to)} rajoilla, joten siirtymä johtuu asiakkaasta itsestään. Komento rfm compare käyttää aiemman päivän rajoja, joten sen luvut ovat toiset.`,
      largest: "Suurimmat siirtymät",
      flow: (amount, from, to) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Ei vielä asiakas",
      backPlace: "Ei ollut tarkastelujaksolla",
      lapsedPlace: "Ei enää tarkastelujaksolla",
      corner: "Mistä ↓ mihin →",
      hint: (amount, from, to) => `${customers(amount)}: ${from} → ${to}`,
      columns: { from: "Mistä", to: "Mihin", customers: "Asiakkaita", worth: "Arvo nyt" },
      listTitle: (shown, all) => `Suurimmat ${count(shown)} siirtymää kaikkiaan ${count(all)} siirtymästä`,
      rankedTitle: "Siirtymiä ei näytetä",
      ranked:
        "Pisteet asettavat asiakkaat järjestykseen keskenään (ntile), joten ne muuttuvat silloinkin, kun asiakas ei tee mitään.",
      tooEarlyTitle: "Siirtymiä on vielä liian aikaista katsoa",
      tooEarly: (kind) => `Kukaan ei ollut vielä tilannut ${genitive[kind]} aiemmin.`,
    },
    top: {
      heading: "Eniten ostaneet asiakkaat",
      title: (amount, part) =>
        amount === 1
          ? `Yksi asiakas tuo ${share(part)} liikevaihdosta`
          : `${count(amount)} asiakasta tuo ${share(part)} liikevaihdosta`,
      plainTitle: (amount) => `Eniten ostaneet ${count(amount)}`,
      caption: "Sen mukaan, paljonko he ovat ostaneet palautusten jälkeen.",
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
      words: "Mitä sanat tarkoittavat",
      terms: {
        order: [
          "Tilaus",
          "Kaikki viennin rivit, joilla on sama tilausnumero. Se lasketaan, kun sen tila hyväksytään ja sen arvo on yli 0.",
        ],
        refund: [
          "Palautus",
          "Takaisin maksettu raha. Se pienentää asiakkaan ostosummaa, mutta ei vaikuta siihen, kuinka äskettäin tai usein hän on tilannut.",
        ],
        recency: [
          "Tuoreus",
          "Kokonaiset päivät asiakkaan viimeisimmästä tilauksesta raportin viimeiseen päivään. Vähemmän on parempi.",
        ],
        frequency: ["Tiheys", "Kuinka monta tilausta asiakas on tehnyt."],
        frequencyDays: ["Tiheys", "Kuinka monena eri päivänä asiakas on tilannut."],
        monetary: ["Rahallinen arvo", "Paljonko asiakas on ostanut: tilaukset vähennettynä palautuksilla."],
        monetaryAverage: [
          "Rahallinen arvo",
          "Paljonko asiakas on ostanut (tilaukset vähennettynä palautuksilla) jaettuna tiheydellä.",
        ],
        score: [
          "Pisteet",
          "Asiakkaan sija kaikkien joukossa kunkin mittarin mukaan, ykkösestä ylöspäin; suurin on paras. Kolmet pisteet peräkkäin, esimerkiksi 543, ovat tuoreus, tiheys ja rahallinen arvo.",
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
        windowFor: "jakso rajaa vain tiheyttä ja rahaa",
        refunds: "Palautukset",
        refundsNet: "vähennetään",
        refundsIgnored: "jätetään pois",
        version: "Ohjelma",
      },
      cutPoints: "Pisterajat",
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
