import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm loyalty` says. */
export function germanLoyalty({ count, share, day, plural, customersDative }: GermanGrammar): Catalogue["loyalty"] {
  return {
    title: (name, from, to) => `Treueprogramm „${name}“, ${day(from)} bis ${day(to)}`,
    heading: (name) => `Treueprogramm „${name}“`,
    sameBehaviour:
      "Gleiches Verhalten wie bisher: Das Programm wird über vergangene Bestellungen gerechnet, und alle kaufen, was sie ohne es gekauft haben. Die Rechnung zeigt, was das Programm kostet und was es braucht, nicht was es bringt.",
    dearest: (facts) =>
      `Es hätte bis zu ${facts.cost} gekostet, ${share(facts.rate)} der ${facts.sales} Umsatz von ${customersDative(facts.members)}${facts.fixed === null ? "" : `, dazu Fixkosten von ${facts.fixed}`}.`,
    noSales: (facts) =>
      `Es hätte bis zu ${facts.cost} gekostet. Die Erstattungen an ${plural(facts.members, "Mitglied", "Mitglieder")} sind so hoch wie die Käufe oder höher, daher ist das kein Anteil am Umsatz.`,
    nothingToCost: (fixed) =>
      `Das Programm hat weder Prämien noch Bonus, daher ${fixed === null ? "hat es keine bekannten Kosten" : `sind die Fixkosten von ${fixed} seine einzigen bekannten Kosten`}.`,
    needs: (uplift, margin) =>
      `Bei einer Marge von ${share(margin)} trägt es sich ab ${share(uplift)} mehr Umsatz mit Mitgliedern.`,
    noMargin: "Ergänzen Sie die Marge (margin) im Programm, um zu sehen, wie viel mehr Mitglieder kaufen müssen.",
    nobodyCollects: "Kein Kunde hätte bisher eine Prämie erreicht.",
    costs: "Was es kostet",
    cases: {
      dearest: "jeder nimmt die für Sie teuerste Prämie, sobald möglich",
      expected: (redeemed) => `${share(redeemed)} des Gesammelten werden eingelöst`,
      all: "alles Gesammelte wird eingelöst",
      bonus: "der Bonus wird jeden Monat ausgezahlt",
    },
    caseColumns: {
      case: "wenn",
      redeemed: "eingelöst",
      cost: "Kosten",
      rate: "vom Umsatz",
      uplift: "nötiger Umsatz",
    },
    more: (uplift) => `+${share(uplift)}`,
    faceRate: (rate) => `Kunden bekommen bis zu ${share(rate)} ihrer Ausgaben zurück.`,
    fixedCost: (cost) => `Der nötige Umsatz enthält Fixkosten von ${cost} in dieser Zeit.`,
    liability: (facts) =>
      `Vertragsverbindlichkeit: ${facts.amount} des Umsatzes sind für das abzugrenzen, was auf den Konten steht, wenn ${share(facts.redemption)} davon eingelöst werden (IFRS 15, relative Einzelveräußerungspreise).`,
    collected: {
      points: "Punkte, wenn kein Mitglied welche einlöst",
      stamps: "Stempel, wenn kein Mitglied welche einlöst",
    },
    figures: {
      issued: "vergeben",
      takenBack: "wegen Erstattungen zurückgenommen",
      expired: "verfallen",
      balance: "übrig",
      redeemable: "genug für eine Prämie",
      stuck: "zu wenig für jede Prämie",
    },
    ofLeft: (amount, part) => `${count(amount)} (${share(part)} der übrigen)`,
    levels: (asOf) => `Mitglieder nach Stufe am ${day(asOf)}`,
    rule: "Regel",
    ownRule: (rule) => `${rule} (Ihr Programm)`,
    noLevel: "keine Stufe",
    levelsDiffer: "Die Regel bestimmt die Größe einer Stufe ebenso sehr wie ihre Schwelle.",
    spans: {
      days: (amount) => plural(amount, "Tag", "Tage"),
      weeks: (amount) => plural(amount, "Woche", "Wochen"),
      months: (amount) => plural(amount, "Monat", "Monate"),
      quarters: (amount) => plural(amount, "Quartal", "Quartale"),
      years: (amount) => plural(amount, "Jahr", "Jahre"),
    },
    windows: {
      "calendar year": "Kalenderjahr",
      rolling: (length) => `die letzten ${length}`,
      lifetime: "alle bisherigen Käufe",
      balance: "Kontostand",
    },
    holds: {
      none: "",
      "end of year": "gilt bis Jahresende",
      "end of next year": "gilt bis Ende des nächsten Jahres",
      span: (length) => `gilt ${length}`,
      "for ever": "gilt unbegrenzt",
    },
    months: "Monat für Monat",
    monthColumns: {
      month: "Monat",
      members: "Mitglieder",
      issued: { points: "Punkte vergeben", stamps: "Stempel vergeben" },
      expired: "verfallen",
      balance: "übrig",
    },
    earlierMonths: (months) =>
      `${plural(months, "früherer Monat", "frühere Monate")} nicht gezeigt; --format json enthält alle.`,
    checked: {
      title: (list, asOf) => `Stufen in ${list} im Vergleich mit dem Programm am ${day(asOf)}`,
      verdicts: {
        same: "richtig",
        "too low": "anzuheben",
        "too high": "abzusenken",
        "not listed": "haben eine Stufe und stehen nicht auf der Liste",
        unknown: "auf der Liste, aber kein Kunde in diesen Exporten",
      },
      columns: { verdict: "", customers: "Kunden" },
      preview: (file) => `-o ${file} schreibt, wer sie sind`,
    },
    examples: "rfm loyalty --example NAME gibt eines dieser Programme aus:",
  };
}
