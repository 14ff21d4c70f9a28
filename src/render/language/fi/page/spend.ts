import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";

/** The page's spread of measures, who brings the revenue, and who spent most. */
export function finnishPageSpend({
  soFar,
  count,
  share,
  plural,
  customers,
}: FinnishGrammar): Pick<Catalogue["page"], "spread" | "concentration" | "top"> {
  return {
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
      negative: (amount, peak, since) => {
        const who = `${customers(amount)} on ${since === null ? "" : `${soFar(since)} `}saanut hyvityksiä enemmän kuin on maksanut`;
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
  };
}
