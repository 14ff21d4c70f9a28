import type { Catalogue } from "../en/index.ts";
import { type FinnishGrammar, OF_DIMENSION } from "./grammar.ts";

/** Notes on scores, schemes and models. */
export function finnishScoring({
  count,
  share,
  day,
  customers,
  days,
  cells,
  and,
  listed,
  dimensions,
}: FinnishGrammar): Catalogue["scoring"] {
  return {
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
    oneLarge: (fraction, option) =>
      `yksi asiakas tuo ${share(fraction)} myynnistä (rfm score --sort -monetary_value näyttää kuka); henkilökunnan ja tukkuasiakkaat voi jättää pois valinnalla ${option}`,
    outsideWindow: (amount) =>
      `${customers(amount)} osti vain ennen tarkastelujaksoa, eikä ${amount === 1 ? "häntä" : "heitä"} pisteytetä`,
    unreachable: (names, scheme) =>
      `näillä tasoilla kukaan ei voi kuulua segmenttijaon ${scheme} segmentteihin ${names.join(", ")}`,
    empty: (measures, remedy) => {
      const which = measures.map(({ dimension, scores }) => `${dimensions[dimension]} ${scores.join(", ")}`);
      return `kukaan ei saa näitä pisteitä: ${which.join("; ")}${remedy.length === 0 ? "" : `; jottei mikään pistemäärä jäisi tyhjäksi: ${remedy.join("  tai  ")}`}`;
    },
    ntile: (measures) =>
      `ntile jakaa asiakkaat yhtä suuriin ryhmiin (${and(measures.map((one) => dimensions[one]))}): asiakkaat, joilla on sama arvo, voivat saada eri pisteet, ja järjestyksen ratkaisee asiakastunnus`,
    nested: (measures) =>
      `sisäkkäinen pisteytys (${and(measures.map((one) => dimensions[one]))}): jokaisella ryhmällä on omat raja-arvonsa, joten samat pisteet tarkoittavat eri ryhmissä eri lukuja`,
    onlyGrow:
      "ilman tarkastelujaksoa ostotiheys ja ostojen arvo vain kasvavat, joten kiinnitetyillä raja-arvoilla niiden pisteet tuskin laskevat: ne voivat laskea, kun --window on niin pitkä, että siitä näkee, kuka jää pois",
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
  };
}
