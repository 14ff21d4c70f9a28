import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** What `rfm schemes` says. */
export function finnishSchemes({ count, cells, segments }: FinnishGrammar): Catalogue["scheme"] {
  return {
    columns: {
      scheme: "jako",
      levels: "tasoja",
      segments: "segmenttejä",
      description: "kuvaus",
      cell: "pisteet",
      r_score: "R",
      f_score: "F",
      m_score: "M",
      segment: "segmentti",
      finding: "havainto",
    },
    more: "rfm schemes NIMI näyttää jaon ruudukkona; --scheme NIMI tai TIEDOSTO pisteyttää sillä",
    source: (source) => `Lähde: ${source}`,
    recency: (score) => `tuoreus ${score}`,
    legend: (levels, spendLevels) =>
      `F on ostotiheyden pisteet, ${levels} on paras${spendLevels === null ? "" : `; ruudun kirjaimet ovat ostojen arvon pisteet 1–${spendLevels}`}.`,
    everyoneLeft: "kaikki loput",
    cells: (names) => `pisteet ${names.join(" ")}`,
    ranges: (ranges) => {
      const names = {
        recency: "tuoreus",
        frequency: "ostotiheys",
        monetary: "ostojen arvo",
        frequencyMonetary: "ostotiheyden ja ostojen arvon keskiarvo",
      };
      return (["recency", "frequency", "monetary", "frequencyMonetary"] as const)
        .filter((key) => ranges[key] !== undefined)
        .map((key) => `${names[key]} ${ranges[key]?.replaceAll(".", ",").replace("-", "–")}`)
        .join(", ");
    },
    allWell: (scheme, amount, segmentCount) =>
      `${scheme}: ${cells(amount)}, ja jokainen kuuluu täsmälleen yhteen segmenttiin (${segments(segmentCount)}).`,
    verdict: (scheme, found) =>
      `${scheme}: ${cells(found.cells)}, joista ${count(found.uncovered)} ilman segmenttiä ja ${count(found.ambiguous)} useamman segmentin vaatimia (ensimmäinen saa sen); tavoittamattomissa ${segments(found.unreachable)}.`,
    findings: { uncovered: "ei segmenttiä", ambiguous: "päällekkäin", unreachable: "tavoittamaton" },
  };
}
