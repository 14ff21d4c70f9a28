import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** Notes on scores, schemes and models. */
export function swedishScoring({
  count,
  share,
  day,
  days,
  customers,
  cells,
  listed,
  dimensions,
}: SwedishGrammar): Catalogue["scoring"] {
  return {
    fewCustomers: (amount) =>
      `bara ${customers(amount)}: deras poäng jämför dem med varandra och säger inte mycket mer`,
    fewValues: (measures) => {
      const each = measures.map(
        ({ dimension, distinct }) =>
          `${dimensions[dimension]} ${distinct === 1 ? "är lika för alla kunder" : `har bara ${distinct} olika värden`}`,
      );
      return `${listed(each)}: poängen för ${each.length === 1 ? "det" : "dem"} säger lite`;
    },
    ties: (dimension, tied) => {
      const many = share(tied.share);
      const what = {
        recency: `${many} av kunderna köpte senast ${days(tied.value)} före avstämningsdagen`,
        frequency:
          tied.value === 1
            ? `${many} av kunderna har köpt en gång`
            : `${many} av kunderna har köpt ${count(tied.value)} gånger`,
        monetary: `${many} av kunderna har handlat för lika mycket`,
      }[dimension];
      return `${what}: för ${dimensions[dimension]} ges bara poängen ${tied.scores}`;
    },
    oneLarge: (fraction, option) =>
      `en kund ger ${share(fraction)} av intäkterna (rfm score --sort -monetary_value visar vilken); personal och grossister går att utelämna med ${option}`,
    outsideWindow: (amount) => `${customers(amount)} har bara köpt före tidsfönstret och poängsätts inte`,
    unreachable: (segments, scheme) =>
      `med de här nivåerna kan ingen kund vara i ${segments.join(", ")} i indelningen ${scheme}`,
    empty: (measures, remedy) => {
      const which = measures.map(
        ({ dimension, scores }) => `poängen ${scores.join(", ")} för ${dimensions[dimension]}`,
      );
      return `ingen kund har ${which.join(" eller ")}${remedy.length === 0 ? "" : `; för att ingen poäng ska vara tom: ${remedy.join("  eller  ")}`}`;
    },
    ntile: (measures) =>
      `ntile gör lika stora grupper efter ${listed(measures.map((one) => dimensions[one]))}: kunder med lika värden kan få olika poäng, och vid lika avgör kund-id`,
    nested: (measures) =>
      `${listed(measures.map((one) => dimensions[one]))} är ${measures.length === 1 ? "nästlad" : "nästlade"}: varje cell har egna gränsvärden, så samma poäng betyder olika värden i olika celler`,
    onlyGrow:
      "utan tidsfönster kan frekvens och köp bara växa, så med fasta gränsvärden sjunker poängen sällan: med ett --window som är långt nog för att visa vilka som uteblir kan de sjunka",
    frozen: (scheme, amount, asOf) =>
      `gränsvärdena och indelningen ${scheme} är fasta: gjorda av ${customers(amount)} per ${day(asOf)}`,
    modelWithoutCurrency: (currency) => `modellen anger ingen valuta, och beställningarna är i ${currency}`,
    exportsWithoutCurrency: (currency) => `modellens pengar är i ${currency}, och beställningarna anger ingen valuta`,
    saved: (file) => `modellen har skrivits till ${file}; --model ${file} poängsätter andra data med den`,
    ambiguous: (scheme, amount, named, file) =>
      `indelningen ${scheme}: två segment gör anspråk på ${cells(amount)} (${named}), och det första vinner; rfm schemes check ${file} visar vilka`,
    neverReached: (scheme, segments) =>
      `indelningen ${scheme}: ingen kund kan vara i ${segments.join(", ")}, eftersom tidigare segment täcker alla deras celler`,
    preview: (shown, all) => `de första ${count(shown)} av ${customers(all)}; -o scores.csv skriver alla`,
  };
}
