import type { Guard, ModelFault } from "../../analysis/forecast/guards.ts";
import type { Method } from "../../analysis/forecast/origin-check.ts";
import type { FORECAST_SHEET_COLUMNS, ForecastWords } from "./en-forecast.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** Työkirjan sarakkeet ja niiden merkitykset. */
export const FINNISH_SHEET_COLUMNS: typeof FORECAST_SHEET_COLUMNS = {
  "backtest.group": ["Ryhmittely", "Minkä mukaan asiakkaat erotellaan: pisteet, solu, segmentti tai kaikki."],
  "backtest.value": ["Arvo", "Pisteet, solu tai segmentti."],
  "backtest.customers": ["Asiakkaita", "Ryhmässä pisteytyspäivänä olleet."],
  "backtest.returned": ["Palasi", "Heistä ne, jotka tilasivat seurantapäivinä."],
  "backtest.return_rate": ["Osuus", "Palanneiden osuus asiakkaista."],
  "backtest.return_low": ["Alkaen", "Osuuden 95 %:n luottamusvälin alaraja."],
  "backtest.return_high": ["Asti", "Osuuden 95 %:n luottamusvälin yläraja."],
  "backtest.orders": ["Tilauspäiviä", "Seurantapäivien tilauspäivät yhteensä."],
  "backtest.revenue": ["Myynti", "Näiden päivien ostot ilman palautuksia."],
  "backtest.revenue_per_customer": ["Myynti asiakasta kohti", "Jaettuna kaikilla ryhmässä olleilla."],
  "backtest.scored_on": ["Pisteytetty", "Tämän päivän jälkeisestä ei tiedetty mitään."],
  "backtest.until": ["Seurattu asti", "Viimeinen seurantapäivä."],
  "forecast.purchase_days": ["Tilauspäiviä", "Päivät, joina asiakas on tähän asti tilannut."],
  "forecast.p_order": ["Tilauksen todennäköisyys", "Vähintään yksi tilaus ennustettavina päivinä."],
  "forecast.expected_orders": ["Odotettuja tilauksia", "Odotettavissa olevat tilauspäivät ennustettavina päivinä."],
  "forecast.orders_low": ["Tilauksia vähintään", "Asiakkaan tilausten välin alaraja."],
  "forecast.orders_high": ["Tilauksia enintään", "Saman välin yläraja."],
  "forecast.expected_order_value": ["Tilauksen arvo", "Yhden tilauksen odotettu arvo myöhempien palautusten jälkeen."],
  "forecast.expected_spend": ["Odotettu myynti", "Odotetut tilaukset kertaa niiden arvo."],
  "forecast.discounted_spend": ["Diskontattu myynti", "Sama, sitä pienempänä mitä myöhemmin se tulee."],
  "forecast.usual_gap_days": [
    "Tavallinen väli",
    "Asiakkaan tilauspäivien välien mediaani, kun välejä on vähintään kolme.",
  ],
  "forecast.due": [
    "Aika tilata",
    "Tavallisen välin mukaan: no (ei vielä), due (nyt), overdue (myöhässä) tai lapsed (menetetty).",
  ],
  "forecast.p_alive": [
    "Ei ole lähtenyt",
    "Todennäköisyys. Se ei kerro, kuka tilaa: valitse tilauksen todennäköisyyden mukaan.",
  ],
};

/** `rfm backtest` ja `rfm forecast` suomeksi. */
export function finnishForecastWords({ count, number, money, share, day }: PeopleFormats): ForecastWords {
  const plural = (amount: number, one: string, many: string): string => `${count(amount)} ${amount === 1 ? one : many}`;
  const customers = (amount: number): string => plural(amount, "asiakas", "asiakasta");
  const days = (amount: number): string => plural(amount, "päivä", "päivää");
  /** Valittu prosenttiosuus: `20 %`. */
  const whole = (part: number): string => `${number(part * 100, 4)} %`;
  const range = (low: number, high: number): string => `${share(low)} – ${share(high)}`;
  const methods: Readonly<Record<Method, string>> = {
    model: "malli",
    hiatus: "hiljaisuussääntö",
    "last-period": "”kuten viime jaksolla”",
    "last-year": "”kuten viime vuonna samaan aikaan”",
  };
  const faults: Readonly<Record<ModelFault, string>> = {
    "not converged": "parametrien haku ei päättynyt",
    "nobody leaves": "parhaassa sovituksessa kukaan ei lähde koskaan",
    "all leave alike": "parhaassa sovituksessa kaikki lähtevät yhtä todennäköisesti",
    "all buy alike": "parhaassa sovituksessa kaikki ostavat yhtä usein",
    "no clear peak": "uskottavuudella ei ole selvää huippua",
  };
  const off = (bias: number): string => {
    const size = share(Math.abs(bias));
    if (Math.abs(bias) < 0.0005) return "prosentin kymmenesosan tarkkuudella oikea";
    return bias > 0 ? `${size} liian suuri` : `${size} liian pieni`;
  };
  const guard = (one: Guard): string => {
    switch (one.kind) {
      case "few customers":
        return `asiakkaita on vain ${count(one.customers)}, ja malli tarvitsee 200`;
      case "few repeaters":
        return `vain ${customers(one.repeaters)} on tilannut toisenakin päivänä, ja malli tarvitsee 30`;
      case "missing months":
        return `${one.months.length === 1 ? "kuukaudelta" : "kuukausilta"} ${one.months.join(", ")} ei ole yhtään tilausta, joten vienti luultavasti puuttuu`;
      case "no model fits":
        return `mikään ei sovi: ${one.faults.map(({ model, fault }) => `${model.toUpperCase().replace("-", "/")}, ${faults[fault]}`).join("; ")}`;
      case "not tested":
        return "minään aiempana päivänä ei ole tarpeeksi asiakkaita mallin kokeilemiseen";
      case "rule is better":
        return `aiempina päivinä ${methods[one.rule]} ennusti paremmin, kuka tilaa (log-tappio ${number(one.ruleLoss, 4)}, malli ${number(one.modelLoss, 4)})`;
    }
  };
  const by = { orders: "tilausten", spend: "ostosumman" } as const;
  return {
    due: "due: hiljaa vähintään yhtä kauan kuin tilauspäivien tavallinen väli (kolmen tai useamman mediaani); overdue: kauemmin kuin kertaakaan ennen. Lisäksi menetetyn asiakkaan rajan ylittäneet eivät ole kummassakaan listassa",
    methods,
    off,
    faults,
    report: {
      heading: "Kertoivatko pisteet, kuka palasi, ja kuka tilaa seuraavaksi?",
      caption: (scoredOn, until) =>
        `Kunkin segmentin (${day(scoredOn)}) osuus, joka tilasi uudelleen viimeistään ${day(until)}; palkit kulkevat nollasta sataan prosenttiin.`,
      bar: "palasi",
      interval: "95 %:n luottamusväli",
    },
    backtest: {
      title: (scoredOn, until) =>
        `Kertovatko pisteet, kuka palaa? Pisteytetty ${day(scoredOn)}, seurattu ${day(until)} asti`,
      bySegment: "Segmenteittäin",
      byScore: "Pisteittäin",
      gains: "Ketä kannattaa lähestyä",
      stability: "Pysyvätkö parhaat parhaina?",
      methodsTitle: "Mitä olisi ennustettu",
      columns: {
        group: "ryhmä",
        value: "arvo",
        segment: "segmentti",
        score: "pisteet",
        customers: "asiakkaita",
        returned: "palasi",
        return_rate: "osuus",
        return_low: "95 % alkaen",
        return_high: "asti",
        orders: "tilauksia",
        revenue: "myynti",
        revenue_per_customer: "myynti asiakasta kohti",
        scored_on: "pisteytetty",
        until: "seurattu asti",
        recency: "tuoreus",
        frequency: "tiheys",
        monetary: "rahallinen arvo",
        ranking: "parhaat",
        method: "menetelmä",
        expected: "odotettuja tilauksia",
        actual: "toteutuneita",
        off: "ero",
        log_loss: "log-tappio",
        auc: "AUC",
        best_fifth: "paras viidennes osui",
      },
      groups: {
        recency_score: "tuoreuspisteet",
        frequency_score: "tiheyspisteet",
        monetary_score: "rahapisteet",
        rfm_cell: "solu",
        segment: "segmentti",
        all: "kaikki",
      },
      rankings: {
        recency: "tuoreuden mukaan",
        frequency: "tiheyden mukaan",
        spend: "ostosumman mukaan",
        "r+f+m": "R + F + M:n mukaan",
        forecast: "ennusteen mukaan",
      },
      bestShare: (part) => `parhaat ${whole(part)}`,
      lead: ({ bestGroup: best, lastGroup: last, allGroup: all, scoredOn, until }) => {
        const others =
          last === null ? "" : `; segmentin ${last.segment} ${count(last.customers)} asiakkaasta ${share(last.rate)}`;
        return `Segmentissä ${best.segment} oli ${day(scoredOn)} ${customers(best.customers)}, ja heistä ${share(best.rate)} tilasi uudelleen viimeistään ${day(until)}${others}. Kaikista asiakkaista (${count(all.customers)}) tilasi ${share(all.rate)}.`;
      },
      wrongOrder: ({ higherGroup: higher, lowerGroup: lower }) =>
        `Segmenttien järjestys oli tässä väärä: segmentistä ${lower.segment} (${count(lower.customers)}) palasi ${share(lower.rate)}, mutta ylempänä olevasta segmentistä ${higher.segment} (${count(higher.customers)}) vain ${share(higher.rate)}. Sattuma ei selitä eroa: 95 %:n luottamusvälit ovat ${range(lower.low, lower.high)} ja ${range(higher.low, higher.high)}.`,
      rightOrder:
        "Segmenttien järjestys piti: mikään segmentti ei palannut ylempää segmenttiä useammin enempää kuin sattuma selittää.",
      addressed: ({ part, bestRanking: best, otherRankings: others }) =>
        `Kun lähestyy parasta ${whole(part)} asiakkaista ${best.ranking}, tavoittaa ${share(best.reached)} palaavista (${others.map(({ ranking, reached }) => `${ranking} ${share(reached)}`).join(", ")}; umpimähkään ${whole(part)}).`,
      nobodyReturned: (amount) => `Kukaan ei tilannut uudelleen (seuranta ${days(amount)}).`,
      stays: (facts, when) => {
        const [first, second] = [when.first, when.second].map(([from, to]) => `${day(from)}–${day(to)}`);
        const distance = (facts.observed - facts.expected) / facts.error;
        const meaning =
          distance < -2
            ? "Se on vähemmän kuin sattuma selittää: osa asiakkaista todella muuttui."
            : distance > 2
              ? "Se on enemmän kuin sattuma selittää: asiakkaat ovat sattuman mallia tasaisempia."
              : "Kärjestä pudonneet eivät siis välttämättä muuttuneet lainkaan; monella oli vain ollut hyvä jakso.";
        return `Jakson ${first} parhaasta viidenneksestä ${by[facts.by]} mukaan ${share(facts.observed)} oli parhaassa viidenneksessä myös jaksolla ${second} (${customers(when.customers)}, jotka olivat mukana molemmilla). Jos kukaan ei olisi muuttunut, pelkkä sattuma jättäisi ${share(facts.expected)} (keskivirhe ${share(facts.error)}). ${meaning}`;
      },
      staysOnly: (what, observed) =>
        `Parhaassa viidenneksessä pysyi ${by[what]} mukaan ${share(observed)}; sattuman osuutta ei voi kertoa, koska tilausten arvot eivät sovi malliin.`,
      noStability:
        "Pysyvätkö parhaat parhaina, sitä ei voi kertoa: siihen tarvitaan kaksi tämän pituista jaksoa ja 50 asiakasta niitä edeltävältä ajalta, ja tilauksia molemmilla jaksoilla.",
      check: ({ asOf, days: amount, method, expected, actual, bias }) =>
        `Ennuste, jonka ${method} olisi tehnyt ${day(asOf)}, olisi odottanut seuraavalle jaksolle (${days(amount)}) ${plural(Math.round(expected), "tilaus", "tilausta")}; niitä tuli ${count(actual)}${bias === null ? "" : `, joten ennuste oli ${off(bias)}`}.`,
      modelWins: ({ modelLoss, rule, ruleLoss }) =>
        `Se erotti tilaajat muista paremmin kuin mikään yksinkertainen sääntö: log-tappio ${number(modelLoss, 4)}; paras sääntö, ${rule}, saa ${number(ruleLoss, 4)}.`,
      ruleWins: ({ modelLoss, rule, ruleLoss }) =>
        `Yksinkertainen sääntö erotti tilaajat muista paremmin kuin malli: ${rule} saa log-tappion ${number(ruleLoss, 4)}, malli ${number(modelLoss, 4)}.`,
      noModel: (reason) => `Mitään mallia ei voinut käyttää sinä päivänä: ${guard(reason)}.`,
      logLossMeaning:
        "Log-tappio (log-loss): kuinka yllättynyt ennuste oli, pienempi on parempi. AUC: todennäköisyys, että tilaaja sijoittui muiden yläpuolelle; ½ on arvaamista.",
      compareStays: (stayFacts, when) =>
        `Jakson ${day(when.first[0])}–${day(when.first[1])} parhaasta viidenneksestä oli parhaassa viidenneksessä myös jaksolla ${day(when.second[0])}–${day(when.second[1])} ${stayFacts.map(({ by: what, observed, expected }) => `${by[what]} mukaan ${share(observed)} (${share(expected)}, jos kukaan ei olisi muuttunut)`).join(" ja ")}.`,
    },
    forecast: {
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
      notScored: "(ennen ikkunaa)",
      all: "kaikki",
      total: ({ from, to, customers: all, buyers, orders, ordersRange, spend, spendRange, interval }) => {
        const ordersText =
          ordersRange === null
            ? ""
            : ` (${whole(interval)} todennäköisyydellä ${count(Math.round(ordersRange[0]))}–${count(Math.round(ordersRange[1]))})`;
        const spendText = spendRange === null ? "" : ` (${money(spendRange[0])}–${money(spendRange[1])})`;
        return `${day(from)}–${day(to)} asiakkaista (${count(all)}) tilaa noin ${count(Math.round(buyers))}: ${plural(Math.round(orders), "tilaus", "tilausta")}${ordersText}, arvoltaan ${money(spend)}${spendText}. Uudet asiakkaat tulevat tähän lisää.`;
      },
      discounted: (spend, rate) => `Diskontattuna ${whole(rate)} vuodessa sen arvo on ${money(spend)}.`,
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
        "last-period":
          "”Kuten viime jaksolla”: jokainen tilaa yhtä usein kuin viimeisimmällä samanpituisella jaksolla.",
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
              "asiakas on luultavasti menetetty: hiljaisuus on pidempi kuin kertaakaan ennen ja pidempi kuin yhdeksän kymmenestä asiakkaasta on koskaan pitänyt taukoa",
          };
          return `Tilausten välissä on tavallisesti ${number(gap)} ${gap === 1 ? "päivä" : "päivää"}; sen mukaan ${said[state]}.`;
        },
        noGap: "Tilauksia on liian vähän tavallisen välin tuntemiseen: siihen tarvitaan neljä.",
        chance: ({ probability, orders, low, high, value, spend, from, to, interval }) =>
          `Vähintään yhden tilauksen todennäköisyys ${day(from)}–${day(to)} on ${share(probability)}: odotettavissa on ${number(orders, 2)} ${orders === 1 ? "tilaus" : "tilausta"} (${whole(interval)}: ${count(low)}–${count(high)}), kukin arvoltaan ${money(value)}, yhteensä ${money(spend)}.`,
        alive: (alive) => `Todennäköisyys, ettei asiakas ole lähtenyt lopullisesti, on ${share(alive)}.`,
        comparison: ({ probability, rank, customers: all }) =>
          `Kaikkien asiakkaiden keskiarvo on ${share(probability)}; todennäköisemmin tilaa ${customers(rank)} (kaikkiaan ${count(all)}).`,
        discounted: (spend) => `Diskontattuna se on ${money(spend)}.`,
      },
    },
  };
}
