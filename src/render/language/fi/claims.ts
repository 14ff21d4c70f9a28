import { FEWEST_CUSTOMERS, FEWEST_REPEATERS } from "../../../analysis/segments/yardstick.ts";
import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What is said of a segment's people where the scheme's own words are not true of them. */
export function finnishClaims({ customers, count, orders, days, day }: FinnishGrammar): Catalogue["claims"] {
  return {
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
      `Tuoreita vain muihin verrattuna: tyypillisestä viime tilauksesta on ${days(median)}.`,
    silentByComparison: (median) =>
      `Hiljaisia vain muihin verrattuna: tyypillisestä viime tilauksesta on ${days(median)}.`,
    someSilent: (median, lapseDays) =>
      `Tyypillisestä viime tilauksesta on ${days(median)}, mutta yli neljänneksellä yli ${days(lapseDays)}.`,
    someRecent: (median, lapseDays) =>
      `Tyypillisestä viime tilauksesta on ${days(median)}, mutta yli neljänneksellä enintään ${days(lapseDays)}.`,
    oftenByComparison: (median) =>
      `Usein tilaavia vain muihin verrattuna: tyypillisellä asiakkaalla on ${orders(median)}.`,
    someBelow: (median, fewest) =>
      `Tyypillisellä asiakkaalla on ${orders(median)}; yli neljänneksellä on vähemmän kuin ${count(fewest)}.`,
    seldomByComparison: (median) =>
      `Harvoin tilaavia vain muihin verrattuna: tyypillisellä asiakkaalla on ${orders(median)}.`,
    someAbove: (median, most) =>
      `Tyypillisellä asiakkaalla on ${orders(median)}; yli neljänneksellä on enemmän kuin ${count(most)}.`,
    notOnce: "Yli neljännes heistä on tilannut useammin kuin kerran.",
    notNew: (tenureDays) =>
      `Eivät nimestään huolimatta uusia: tyypillinen asiakas tilasi ensi kerran ${days(tenureDays)} sitten.`,
    someNotNew: (most) => `Yli neljännes heistä tilasi ensi kerran yli ${days(most)} sitten.`,
    notMore: "Yli neljännes heistä on käyttänyt rahaa enintään saman verran kuin tyypillinen asiakas kaikista.",
    notLess: "Yli neljännes heistä on käyttänyt rahaa enemmän kuin tyypillinen asiakas kaikista.",
    countedSince: (since) => `Tilaukset ja ostot on laskettu ${day(since)} alkaen.`,
    action: {
      secondOrder: "Anna syy toiseen tilaukseen ja ehdota tuotteita, jotka sopivat ensimmäiseen.",
      nextOrder: "Ehdota tuotteita, jotka sopivat viime tilaukseen, ja anna syy seuraavaan.",
      comeBack: "Kysy, miten viime tilaus onnistui, ja anna syy palata.",
      byEach: (lapseDays) =>
        `Katso kunkin viime tilausta: muistuta niitä, joiden tilauksesta on yli ${days(lapseDays)}, ja ehdota muille seuraavaa.`,
    },
    measure: "Kuinka moni tilaa uudelleen 90 päivän sisällä.",
    asNote: (sentence) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`,
    untold: {
      "no yardstick": () => "Ryhmiä ei kuvata sanoin.",
      "no single orders": () =>
        "Taulukossa on yksi rivi asiakasta kohti: ryhmiä ei kuvata sanoin eikä neuvota, koska siitä ei näe, mikä on pitkä hiljaisuus. Siihen tarvitaan tilaukset.",
      "few customers": ({ customers }) =>
        `Asiakkaita on vain ${count(customers)}: ryhmiä ei kuvata sanoin eikä neuvota, koska niin harvan pisteet vain vertaavat heitä toisiinsa. Siihen tarvitaan vähintään ${count(FEWEST_CUSTOMERS)}.`,
      "nobody came back": () =>
        `Kukaan ei ole tilannut kahtena eri päivänä: ryhmiä ei kuvata sanoin eikä neuvota, koska aineistosta ei näe, mikä on pitkä hiljaisuus. Lisää vanhempia tilauksia tai odota, kunnes vähintään ${count(FEWEST_REPEATERS)} asiakasta on palannut.`,
      "few came back": ({ repeaters }) =>
        `Vain ${customers(repeaters)} on palannut toisena päivänä: ryhmiä ei kuvata sanoin eikä neuvota, koska niin harva ei kerro, mikä on pitkä hiljaisuus. Lisää vanhempia tilauksia tai odota, kunnes vähintään ${count(FEWEST_REPEATERS)} on palannut.`,
      "short history": ({ historyDays, lapseDays, neededDays, isForNewness, until }) =>
        `Tilauksia on vain ${count(historyDays)} päivältä: ryhmiä ei kuvata sanoin eikä neuvota, koska hiljaiset ja uudet asiakkaat erottuvat vasta, kun tilauksia on ${count(neededDays)} päivältä (${isForNewness ? `asiakas on uusi ${days(neededDays)} ensimmäisestä tilauksestaan` : `yhdeksällä kymmenestä palanneesta pisin tauko on enintään ${days(lapseDays)}, ja aineiston pitää kattaa vähintään kaksi sellaista`}). Lisää vanhempia tilauksia tai odota ainakin päivään ${day(until)} asti.`,
    },
  };
}
