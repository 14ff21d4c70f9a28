import type { CompareSide } from "../en/compare.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm compare` says. */
export function germanCompare({ count, money, day, customers, listed }: GermanGrammar): Catalogue["compare"] {
  return {
    title: (from, to) => {
      const side = (one: CompareSide): string =>
        `${one.day === null ? "" : `${day(one.day)} `}(${customers(one.customers)}, ${money(one.money)})`;
      return `${from.day === null ? "Von" : "Vom"} ${side(from)} bis ${side(to)}`;
    },
    nobodyMoved: "Kein Kunde hat das Segment gewechselt.",
    nobodyLeft: (moved) =>
      `Kein Kunde hat ein Segment verlassen; ${customers(moved)} ${moved === 1 ? "kam" : "kamen"} hinzu.`,
    heaviestLoss: (
      loss,
      left = `${customers(loss.left)} (Wert ${money(loss.worth)}) ${loss.left === 1 ? "hat" : "haben"} das Segment „${loss.segment}“ verlassen`,
      gone = "ohne Kauf im Zeitfenster",
    ) => {
      const whither = (to: string | null): string => (to === null ? gone : `in „${to}“`);
      const [most, second] = loss.ways;
      if (most === undefined) return `${left}.`;
      const first =
        most.customers === loss.left
          ? `${loss.left === 1 ? "jetzt" : "jetzt alle"} ${whither(most.to)}`
          : `davon jetzt ${count(most.customers)} ${whither(most.to)}`;
      const next = second === undefined ? "" : `, ${count(second.customers)} ${whither(second.to)}`;
      return `${left}; ${first}${next}.`;
    },
    moved: ({ up, down, aside }) => {
      const others =
        aside.customers === 0
          ? ""
          : `; weder noch (tiefer trotz Bestellung oder höher ohne Bestellung): ${count(aside.customers)}`;
      return `Dazwischen bestellt und aufgestiegen: ${customers(up.customers)} (Wert jetzt ${money(up.money)}); nicht bestellt und abgestiegen: ${count(down.customers)} (${money(down.money)})${others}. Ein Segment steht umso höher, je früher es im Schema kommt.`;
    },
    rose: (up, upWorth, down, downWorth) =>
      `Dazwischen bestellt, mit höherer Summe der Scores: ${customers(up)} (Wert vorher ${money(upWorth)}); mit niedrigerer Summe: ${count(down)} (${money(downWorth)}).`,
    raisedByOthers: (amount) =>
      `Auch ohne Bestellung höher ist die Summe der Scores bei ${count(amount)}: Die Grenzwerte haben sich geändert, oder ältere Bestellungen sind aus dem Zeitfenster gefallen.`,
    places: { new: "neu", back: "zurück", lapsed: "inaktiv" },
    before: "vorher",
    all: "alle",
    fromTo: "Von Segment zu Segment",
    matrixLegend: "Zeilen: vorher. Spalten: nachher, mit den Buchstaben der Zeilen.",
    backLegend: "Zurück: früher schon gekauft, aber nicht im früheren Zeitfenster.",
    lapsedLegend: "Inaktiv: nichts im späteren Zeitfenster.",
    smallerOnes: (amount) =>
      `Und ${count(amount)} ${amount === 1 ? "kleinerer Wechsel" : "kleinere Wechsel"}; ein größeres --width zeigt alle als Matrix.`,
    enteredAndLeft: "Zugänge und Abgänge",
    risers: "Aufsteiger",
    fallers: "Absteiger",
    firstOf: (what, shown, all) => `${what}, die ersten ${count(shown)} von ${count(all)}`,
    columns: {
      from_segment: "von",
      to_segment: "nach",
      customers: "Kunden",
      revenue_before: "Wert vorher",
      revenue_after: "Wert nachher",
      ordered: "dazwischen bestellt",
      customer_id: "Kunde",
      from_cell: "Zelle",
      to_cell: "jetzt",
      score_change: "Score",
      segment: "Segment",
      before: "vorher",
      left: "weg",
      entered: "dazu",
      after: "nachher",
      revenue_left: "Wert weg",
      revenue_entered: "Wert dazu",
    },
    nobodyInBoth: (first, second) =>
      `Kein Kunde aus ${first} steht in ${second}, daher lässt sich niemand verfolgen: Prüfen Sie, ob beide dieselbe Art von Kunden-IDs haben`,
    sameFile: (file) =>
      `${file} wird mit sich selbst verglichen, daher kann sich nichts geändert haben: Nennen Sie zuerst die frühere Datei, dann die spätere`,
    scoreFiles:
      "Der Wert ist monetary_value der Dateien; Wechsel sagen nur etwas aus, wenn beide Dateien mit denselben Optionen bewertet wurden (--model)",
    cutDifferently: (measures) =>
      `Die Dateien wurden mit verschiedenen Grenzwerten bewertet (${listed(measures)}): Kunden können gewechselt haben, weil sich die Grenzen verschoben; bewerten Sie beide mit einem Modell (--save-model, dann --model), oder vergleichen Sie die Exporte mit --from`,
    scoredByMargin: "Wert und Umsatz sind, was Kunden ausgegeben haben; ihr Score des Kaufwerts beruht auf der Marge",
    ownCutPoints: "Jeder Tag hat eigene Grenzwerte: Kunden können wechseln, weil sich andere verändert haben",
    frozenCutPoints: (origin, other) =>
      `Beide Tage sind mit denselben Grenzwerten bewertet (${origin}), daher geht jeder Wechsel auf den Kunden selbst zurück${other === null ? "" : `; --cut-points-of ${other} nimmt die des anderen Tages, --no-freeze gibt jedem Tag eigene`}`,
  };
}
