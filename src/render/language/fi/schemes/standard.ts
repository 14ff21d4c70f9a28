import type { SchemeWords } from "../../en/schemes.ts";
import {
  AT_RISK,
  ATTENTION,
  BEST,
  CANNOT_LOSE,
  FADING,
  FUTURE_REGULARS,
  LOST,
  NEW,
  PROMISING,
  REGULARS,
  SLEEPING,
} from "./names.ts";

export const STANDARD: SchemeWords = {
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
      measure: "Aika seuraavaan tilaukseen ja kuinka moni siirtyy tuleviin kanta-asiakkaisiin tai kanta-asiakkaisiin.",
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
      meaning: "Tilanneet useammin kuin kerran ja käyttäneet rahaa enemmän kuin useimmat, mutta olleet pitkään hiljaa.",
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
};
