import type { Catalogue } from "../../en/index.ts";
import { capital } from "../../phrasing.ts";
import { elative, type FinnishGrammar, following, illative, inPeriod, PERIODS, periodName } from "../grammar.ts";

/** The page's retention, cohorts, second orders and moves. */
export function finnishPagePeriods({
  count,
  share,
  day,
  plural,
  customers,
  soFar,
  soFarOf,
}: FinnishGrammar): Pick<Catalogue["page"], "retention" | "cohorts" | "second" | "movement"> {
  return {
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
        `Osuus edellisen jakson asiakkaista, jotka tilasivat uudelleen seuraavalla. Katkoviiva: ${share(pooled)}, ${periods === 1 ? "ainoa jakso, jolla pysyvyys on" : `kaikki ${plural(periods, "jakso", "jaksoa")} yhteensä`}. Paksut viivat: kuinka paljon pelkkä sattuma voi osuutta heilauttaa (95 prosentin luottamusväli).`,
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
      revenueTitle: (period, part, money) =>
        `Uusilta asiakkailta tuli ${share(part)} myynnistä ${inPeriod(period)}: ${money}`,
      revenueCaption:
        "Myynti hyvitysten jälkeen sen mukaan, keneltä se tuli. Uuden asiakkaan ensimmäinen tilaus on kyseisellä jaksolla. Alle nollan meneviä osia ei piirretä.",
      returningRevenue: "aiemmin tilanneilta",
      newRevenue: "uusilta asiakkailta",
      money: (period, what, money) => `${periodName(period)}: ${money} ${what}`,
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
      curveTitle: (k, money, kind) =>
        k === 0
          ? `Ensimmäisen tilauksen ${PERIODS[kind].during} uusi asiakas on ostanut keskimäärin: ${money}`
          : `${plural(k, PERIODS[kind].nominative, PERIODS[kind].partitive)} ensimmäisestä tilauksesta: ostoja keskimäärin ${money} uutta asiakasta kohti`,
      curveCaption: (kind) =>
        `Mitä kohortti on tähän mennessä ostanut siinä aloittanutta asiakasta kohti, ensimmäisen tilauksen ${PERIODS[kind].genitive} alusta. Vahva viiva: kaikki mukaan luetut kohortit yhdessä. Ohuet viivat: uusimmat kohortit erikseen.`,
      noneTitle: "Uusia asiakkaita on vielä liian aikaista seurata",
      none: (kind) => `Millään kohortilla ei ole vielä täyttä ${PERIODS[kind].partitive} ensimmäisen jälkeen.`,
      onlyFirst: (kind) =>
        `Vain ensimmäisellä kohortilla on jo täysi ${PERIODS[kind].nominative} ensimmäisen jälkeen, ja siinä voi olla jo ennen aineiston alkua tilanneita asiakkaita.`,
    },
    second: {
      heading: "Kuinka kauan toiseen tilaukseen kestää",
      title: (part, days) => `Arviolta ${share(part)} asiakkaista tilaa uudelleen ${count(days)} päivän kuluessa`,
      caption:
        "Osuus asiakkaista, jotka ovat tilanneet toisen kerran, sen mukaan montako päivää ensimmäisestä tilauksesta on. Asiakkaat, joilla ei vielä ole ollut aikaa, ovat mukana niin kauan kuin heitä on voitu seurata, joten he eivät vedä käyrää alas (Kaplan–Meierin menetelmä). Vaalea alue: kuinka paljon pelkkä sattuma voi käyrää heilauttaa (95 prosentin luottamusväli).",
      describe: (title) => `Nouseva käyrä. ${title}.`,
      halfMark: (days) => `puolet: ${plural(days, "päivä", "päivää")}`,
      lapseMark: (days) => `menetetty: ${plural(days, "päivä", "päivää")}`,
      median: (days) =>
        days === null
          ? "Puolet asiakkaista ei ole palannut sinä aikana, joka aineistosta näkyy."
          : `Puolet asiakkaista on palannut ${count(days)} päivän kuluttua.`,
      lapse: (days, lapsed, all) =>
        `Yhdeksän kymmenestä palaavasta asiakkaasta ei ole koskaan pitänyt pidempää taukoa kuin ${plural(days, "päivä", "päivää")}. Nyt sitä kauemmin on ollut hiljaa ${count(lapsed)} / ${customers(all)}.`,
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
      fell: (amount, money, from, since) =>
        `Alempaan ryhmään siirtyi ilman tilausta ${day(from)} jälkeen ${customers(amount)}, ostoja ${soFar(since)} ${money}`,
      rose: (amount, money, from) =>
        `ylempään ryhmään siirtyi tilattuaan ${day(from)} jälkeen ${customers(amount)} (${money})`,
      aside: (amount) =>
        `Kumpaankaan ei kuulu ${customers(amount)}: tilauksesta huolimatta alempana tai ilman tilausta ylempänä.`,
      higher: "Ryhmä on sitä ylempänä, mitä aiemmin se on segmenttijaossa.",
      largestRises: (since) => `Suurimmat siirtymät ylöspäin tilauksen myötä, ${soFarOf(since)} ostojen mukaan`,
      largestFalls: (since) => `Suurimmat siirtymät alaspäin ilman tilausta, ${soFarOf(since)} ostojen mukaan`,
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
  };
}
