import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm loyalty` says. */
export function finnishLoyalty({ count, share, day, plural, customers }: FinnishGrammar): Catalogue["loyalty"] {
  return {
    title: (name, from, to) => `Kanta-asiakasohjelma ”${name}”, ${day(from)} – ${day(to)}`,
    heading: (name) => `Kanta-asiakasohjelma ”${name}”`,
    sameBehaviour:
      "Sama käytös kuin ennen: ohjelma ajetaan menneille tilauksille, ja jokainen ostaa sen, minkä osti ilmankin. Laskelma kertoo, mitä ohjelma maksaa ja vaatii, ei sitä, mitä se tuottaa.",
    dearest: (facts) =>
      `Ohjelma olisi maksanut enintään ${facts.cost} eli ${share(facts.rate)} myynnistä (${facts.sales}, ${customers(facts.members)})${facts.fixed === null ? "" : `; lisäksi tulee kiinteä kustannus ${facts.fixed}`}.`,
    noSales: (facts) =>
      `Ohjelma olisi maksanut enintään ${facts.cost}. Hyvityksiä on jäsenillä (${count(facts.members)}) vähintään yhtä paljon kuin ostoja, joten osuutta myynnistä ei ole.`,
    nothingToCost: (fixed) =>
      `Ohjelmassa ei ole palkintoja eikä bonusta, joten ${fixed === null ? "tiedossa ei ole kustannuksia" : `ainoa tiedossa oleva kustannus on kiinteä ${fixed}`}.`,
    needs: (uplift, margin) =>
      `Kun kate on ${share(margin)}, ohjelma maksaa itsensä takaisin, jos jäsenet ostavat vähintään ${share(uplift)} enemmän.`,
    noMargin: "Lisää ohjelmaan kate (margin), niin näet, paljonko enemmän jäsenten on ostettava.",
    nobodyCollects: "Kukaan asiakas ei olisi vielä yltänyt palkintoon.",
    costs: "Mitä se maksaa",
    cases: {
      dearest: "jokainen ottaa kauppiaalle kalleimman palkinnon heti, kun voi",
      expected: (redeemed) => `${share(redeemed)} kaikesta kertyneestä käytetään`,
      all: "kaikki kertynyt käytetään",
      bonus: "bonus maksetaan joka kuukausi",
    },
    caseColumns: {
      case: "jos",
      redeemed: "käytetään",
      cost: "kustannus",
      rate: "myynnistä",
      uplift: "lisämyynti",
    },
    more: (uplift) => `+${share(uplift)}`,
    faceRate: (rate) => `Asiakas saa takaisin enintään ${share(rate)} ostoistaan.`,
    fixedCost: (cost) => `Tarvittavassa lisämyynnissä on mukana tämän ajan kiinteä kustannus ${cost}.`,
    liability: (facts) =>
      `Velka: tileillä olevasta kertymästä jaksotetaan ${facts.amount} myynnistä, jos siitä käytetään ${share(facts.redemption)} (IFRS 15, suhteelliset erillismyyntihinnat).`,
    collected: { points: "Pisteet, jos kukaan ei käytä niitä", stamps: "Leimat, jos kukaan ei käytä niitä" },
    figures: {
      issued: "annettu",
      takenBack: "peruttu hyvitysten takia",
      expired: "vanhentunut",
      balance: "jäljellä",
      redeemable: "riittää palkintoon",
      stuck: "ei riitä mihinkään palkintoon",
    },
    ofLeft: (amount, part) => `${count(amount)} (${share(part)} jäljellä olevista)`,
    levels: (asOf) => `Jäsenet tasoittain ${day(asOf)}`,
    rule: "sääntö",
    ownRule: (rule) => `${rule} (oma ohjelma)`,
    noLevel: "ei tasoa",
    levelsDiffer: "Sääntö vaikuttaa tason kokoon yhtä paljon kuin sen raja.",
    spans: {
      days: (amount) => plural(amount, "päivä", "päivää"),
      weeks: (amount) => plural(amount, "viikko", "viikkoa"),
      months: (amount) => plural(amount, "kuukausi", "kuukautta"),
      quarters: (amount) => plural(amount, "vuosineljännes", "vuosineljännestä"),
      years: (amount) => plural(amount, "vuosi", "vuotta"),
    },
    windows: {
      "calendar year": "kalenterivuosi",
      rolling: (length) => `viimeksi kuluneet ${length}`,
      lifetime: "kaikki ostot tähän asti",
      balance: "saldo",
    },
    holds: {
      none: "",
      "end of year": "voimassa vuoden loppuun",
      "end of next year": "voimassa seuraavan vuoden loppuun",
      span: (length) => `voimassa ${length}`,
      "for ever": "voimassa pysyvästi",
    },
    months: "Kuukausittain",
    monthColumns: {
      month: "kuukausi",
      members: "jäseniä",
      issued: { points: "pisteitä annettu", stamps: "leimoja annettu" },
      expired: "vanhentunut",
      balance: "jäljellä",
    },
    earlierMonths: (months) =>
      `Aiempia kuukausia ei näytetä (${plural(months, "kuukausi", "kuukautta")}); --format json sisältää kaikki.`,
    checked: {
      title: (list, asOf) => `Listan ${list} tasot verrattuna ohjelmaan ${day(asOf)}`,
      verdicts: {
        same: "oikein",
        "too low": "pitäisi nostaa",
        "too high": "pitäisi laskea",
        "not listed": "taso on, mutta puuttuu listalta",
        unknown: "listalla, mutta ei näiden tilausten asiakas",
      },
      columns: { verdict: "", customers: "asiakkaita" },
      preview: (file) => `-o ${file} kirjoittaa, keitä he ovat`,
    },
    examples: "rfm loyalty --example NIMI tulostaa jonkin näistä ohjelmista:",
  };
}
