import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm schemes` says. */
export function germanSchemes({ count, cells, segments, decimalMark }: GermanGrammar): Catalogue["scheme"] {
  return {
    columns: {
      scheme: "Schema",
      levels: "Stufen",
      segments: "Segmente",
      description: "Beschreibung",
      cell: "Zelle",
      r_score: "R",
      f_score: "F",
      m_score: "M",
      segment: "Segment",
      finding: "Befund",
    },
    more: "rfm schemes NAME zeigt eines als Raster; --scheme NAME oder DATEI bewertet damit",
    source: (source) => `Quelle: ${source}`,
    recency: (score) => `Aktualität ${score}`,
    legend: (levels, spendLevels) =>
      `F ist der Häufigkeits-Score, ${levels} ist der beste${spendLevels === null ? "" : `; die Buchstaben eines Feldes sind Kaufwert-Scores 1 bis ${spendLevels}`}.`,
    everyoneLeft: "alle übrigen",
    cells: (names) => `Zellen ${names.join(" ")}`,
    ranges: (ranges) => {
      const names = {
        recency: "Aktualität",
        frequency: "Häufigkeit",
        monetary: "Kaufwert",
        frequencyMonetary: "Mittel aus Häufigkeit und Kaufwert",
      };
      return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
        .filter((key) => ranges[key] !== undefined)
        .map((key) => `${names[key]} ${ranges[key]?.replaceAll(".", decimalMark).replace("-", "–")}`)
        .join(", ");
    },
    allWell: (scheme, amount, segmentCount) =>
      `${scheme}: ${cells(amount)}, jede in genau einem Segment (${segments(segmentCount)}).`,
    verdict: (scheme, found) =>
      `${scheme}: ${cells(found.cells)}, davon ${count(found.uncovered)} ohne Segment, ${count(found.ambiguous)} von mehreren beansprucht (das erste gewinnt); unerreichbar: ${segments(found.unreachable)}.`,
    findings: { uncovered: "kein Segment", ambiguous: "Überschneidung", unreachable: "unerreichbar" },
  };
}
