import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm schemes` says. */
export function swedishSchemes({ count, cells, segments, decimalMark }: SwedishGrammar): Catalogue["scheme"] {
  return {
    columns: {
      scheme: "indelning",
      levels: "nivåer",
      segments: "antal segment",
      description: "beskrivning",
      cell: "cell",
      r_score: "R",
      f_score: "F",
      m_score: "M",
      segment: "segment",
      finding: "fynd",
    },
    more: "rfm schemes NAMN visar en som ett rutnät; --scheme NAMN eller FIL poängsätter med den",
    source: (source) => `Källa: ${source}`,
    recency: (score) => `aktualitet ${score}`,
    legend: (levels, spendLevels) =>
      `F är frekvenspoängen, ${levels} är bäst${spendLevels === null ? "" : `; bokstäverna i en ruta är köpvärdespoäng 1 till ${spendLevels}`}.`,
    everyoneLeft: "alla övriga",
    cells: (names) => `celler ${names.join(" ")}`,
    ranges: (ranges) => {
      const names = {
        recency: "aktualitet",
        frequency: "frekvens",
        monetary: "köpvärde",
        frequencyMonetary: "medelvärde av frekvens och köpvärde",
      };
      return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
        .filter((key) => ranges[key] !== undefined)
        .map((key) => `${names[key]} ${ranges[key]?.replaceAll(".", decimalMark).replace("-", "–")}`)
        .join(", ");
    },
    allWell: (scheme, amount, segmentCount) =>
      `${scheme}: ${cells(amount)}, var och en i exakt ett segment (${segments(segmentCount)}).`,
    verdict: (scheme, found) =>
      `${scheme}: ${cells(found.cells)}, varav ${count(found.uncovered)} utan segment och ${count(found.ambiguous)} som fler än ett gör anspråk på (det första vinner); onåbara: ${segments(found.unreachable)}.`,
    findings: { uncovered: "inget segment", ambiguous: "överlappning", unreachable: "onåbart" },
  };
}
