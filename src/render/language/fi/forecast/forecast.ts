import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm forecast` says. */
export function finnishForecast(
  { count, number, money, share, day, plural, customers, days }: FinnishGrammar,
  { whole, off, guard }: ForecastPhrases,
): Catalogue["forecasting"]["forecast"] {
  return {
    title: (from, to) => `Kuka tilaa, ${day(from)}–${day(to)}`,
    bySegment: "Segmenteittäin",
    method: "Miten tämä ennustettiin",
    columns: {
      customer_id: "asiakas",
      first_order: "ensimmäinen tilaus",
      last_order: "viimeisin tilaus",
      recency_days: "päiviä siitä",
      purchase_days: "tilauspäiviä",
      p_order: "tilauksen todennäköisyys",
      expected_orders: "odotettuja tilauksia",
      orders_low: "alkaen",
      orders_high: "asti",
      expected_order_value: "tilauksen arvo",
      expected_spend: "odotettu myynti",
      discounted_spend: "diskontattuna",
      usual_gap_days: "tavallinen väli",
      due: "aika tilata",
      segment: "segmentti",
      p_alive: "ei ole lähtenyt, todennäköisyys",
      customers: "asiakkaita",
      expected_buyers: "tilaa",
      share: "osuus",
    },
    notScored: "(ennen tarkastelujaksoa)",
    all: "kaikki",
    total: ({ from, to, customers: all, buyers, orders, ordersRange, spend, spendRange, interval, currency }) => {
      const ordersText =
        ordersRange === null
          ? ""
          : ` (${whole(interval)} todennäköisyydellä ${count(Math.round(ordersRange[0]))}–${count(Math.round(ordersRange[1]))})`;
      const rangeText = spendRange === null ? "" : ` (${money(spendRange[0])}–${money(spendRange[1])})`;
      const spendText = spend === null ? "" : `, arvoltaan ${money(spend)}${currency}${rangeText}`;
      return `${day(from)}–${day(to)} asiakkaista (${count(all)}) tilaa noin ${count(Math.round(buyers))}: ${plural(Math.round(orders), "tilaus", "tilausta")}${ordersText}${spendText}. Uudet asiakkaat tulevat tähän lisää.`;
    },
    discounted: (spend, rate, currency) =>
      `Diskontattuna ${whole(rate)} vuodessa sen arvo on ${money(spend)}${currency}.`,
    earlier: ({ asOf, expected, actual, bias }) =>
      `Sama ennuste tehtynä ${day(asOf)} odotti ${plural(Math.round(expected), "tilaus", "tilausta")}; niitä tuli ${count(actual)}${bias === null ? "" : `: ennuste oli ${off(bias)}`}.`,
    model: ({ model, customers: fitted, parameters, logLikelihood, isFrozen }) => {
      const each = parameters.map(
        ([name, value, error]) => `${name} = ${number(value, 4)}${error === null ? "" : ` ± ${number(error, 4)}`}`,
      );
      const which = isFrozen
        ? `Mallilla ${model} ja tiedoston parametreilla`
        : `Mallilla ${model}, uskottavimmalla kelvollisista`;
      return `${which} (${customers(fitted)}): ${each.join(", ")}; α päivinä, ± yksi keskivirhe; log-uskottavuus ${number(logLikelihood, 2)}.`;
    },
    rule: (rule, reason) => `Mallia ei käytetä: ${guard(reason)}. Luvut antaa ${rule}.`,
    ruleMeaning: {
      hiatus: (amount) =>
        `Hiljaisuussääntö: enintään ${days(amount)} hiljaa olleet tilaavat niin kuin sellaiset asiakkaat aiemmin, ja muut niin kuin muut.`,
      "last-period": "”Kuten viime jaksolla”: jokainen tilaa yhtä usein kuin viimeisimmällä samanpituisella jaksolla.",
      "last-year": "”Kuten viime vuonna samaan aikaan”: jokainen tilaa yhtä usein kuin viime vuoden samoina päivinä.",
    },
    noInterval:
      "Yksinkertaisella säännöllä ei ole väliä kokonaismäärälle; aiemmat erot kertovat, kuinka paljon siihen voi luottaa.",
    values: ({ p, q, v, customers: fitted }) =>
      `Tilauksen arvo tulee Gamma–Gamma-mallista (${customers(fitted)}, joilla on uusintatilauksia): p = ${number(p, 3)}, q = ${number(q, 3)}, v = ${money(v)}.`,
    valueFault: (fault) => {
      const why =
        fault.kind === "few repeaters"
          ? `uusintatilauksia on vain ${plural(fault.repeaters, "asiakkaalla", "asiakkaalla")}`
          : fault.kind === "no mean"
            ? `tilaukset eroavat asiakkaiden välillä liikaa (q = ${number(fault.q, 3)}, ja kun q on enintään 1, keskiarvoa ei ole)`
            : "uskottavuudella ei ole huippua";
      return `Tilauksen arvo on asiakkaan oma keskiarvo (yhden tilauksen asiakkailla kaupan): Gamma–Gamma-mallia ei voi käyttää, ${why}.`;
    },
    refunds: (kept) =>
      `Arvoista on vähennetty se, minkä kauppa palauttaa myöhemmin: ${share(1 - kept)} kaikista ostoista tähän asti.`,
    allRefunded: "Kaikki tähän asti ostettu on palautettu myöhemmin, joten myyntiä ei ole odotettavissa.",
    aliveMeaning:
      "p_alive on todennäköisyys, ettei asiakas ole lähtenyt lopullisesti. Se ei kerro, kuka tilaa: valitse p_orderin mukaan.",
    preview: (file) => `Jokaisen asiakkaan rivi: rfm forecast … -o ${file}`,
    saved: (file) =>
      `Parametrit on kirjoitettu tiedostoon ${file}; --parameters ${file} ennustaa niillä muuta aineistoa.`,
    nothingToSave: "mallia ei käytetä, joten tallennettavia parametreja ei ole",
    explain: {
      title: (id, asOf) => `${id}, ${day(asOf)}`,
      history: ({ days: bought, first, last, silence }) =>
        bought === 1
          ? `Tilannut yhtenä päivänä, ${day(first)}; siitä on ${days(silence)}.`
          : `Tilannut ${count(bought)} päivänä, ensin ${day(first)}, viimeksi ${day(last)}; siitä on ${days(silence)}.`,
      gap: ({ gap, state }) => {
        const said = {
          no: "seuraavan tilauksen aika ei ole vielä",
          due: "tilauksen aika on nyt",
          overdue: "tilaus on myöhässä: hiljaisuus on pidempi kuin kertaakaan ennen",
          lapsed:
            "asiakas on luultavasti menetetty: hiljaisuus on pidempi kuin kertaakaan ennen ja pidempi kuin pisin tauko yhdeksällä asiakkaalla kymmenestä",
        };
        return `Tilausten välissä on tavallisesti ${number(gap)} ${gap === 1 ? "päivä" : "päivää"}; sen mukaan ${said[state]}.`;
      },
      noGap: "Tilauksia on liian vähän tavallisen välin tuntemiseen: siihen tarvitaan neljä.",
      chance: ({ probability, orders, low, high, value, spend, from, to, interval, currency }) =>
        `Vähintään yhden tilauksen todennäköisyys ${day(from)}–${day(to)} on ${share(probability)}: odotettavissa on ${number(orders, 2)} ${orders === 1 ? "tilaus" : "tilausta"} (${whole(interval)}: ${count(low)}–${count(high)})${value === null || spend === null ? "" : `, kukin arvoltaan ${money(value)}${currency}, yhteensä ${money(spend)}${currency}`}.`,
      alive: (alive) => `Todennäköisyys, ettei asiakas ole lähtenyt lopullisesti, on ${share(alive)}.`,
      comparison: ({ probability, rank, customers: all }) =>
        `Kaikkien asiakkaiden keskiarvo on ${share(probability)}; todennäköisemmin tilaa ${customers(rank)} (kaikkiaan ${count(all)}).`,
      discounted: (spend, currency) => `Diskontattuna se on ${money(spend)}${currency}.`,
    },
  };
}
