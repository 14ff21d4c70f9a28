import type { Catalogue } from "../../en/index.ts";
import { capital } from "../../phrasing.ts";
import type { GermanGrammar } from "../grammar.ts";
import { inPeriod, PERIODS, periodName } from "../grammar.ts";

/** The page's retention, cohorts, second orders and moves. */
export function germanPagePeriods({
  count,
  share,
  day,
  days,
  daysDative,
  plural,
  customers,
  customersDative,
  cohorts,
  periods: periodsOf,
  soFar,
  spentSoFar,
}: GermanGrammar): Pick<Catalogue["page"], "retention" | "cohorts" | "second" | "movement"> {
  return {
    retention: {
      heading: (kind) => `Wer von ${PERIODS[kind].one} zu ${PERIODS[kind].one} wiederkommt`,
      intro: (kind) =>
        `Wie viele der Kunden eines Zeitraums (${PERIODS[kind].one}) im nächsten wieder bestellt haben: die Bindungsrate.`,
      hatched: (kind) =>
        `Ein Zeitraum (${PERIODS[kind].one}), den die Daten nur teilweise abdecken, ist schraffiert und hat keine Rate.`,
      countTitle: (period, amount) =>
        `${capital(inPeriod(period))} ${amount === 1 ? "hat" : "haben"} ${customers(amount)} bestellt`,
      countCaption: "Kunden mit Bestellung, danach, ob sie auch im Zeitraum davor bestellt haben.",
      kept: "auch im Zeitraum davor bestellt",
      back: "nach einer Pause wiedergekommen",
      new: "zum ersten Mal bestellt",
      partial: "nicht vollständig abgedeckt",
      rateTitle: (period, retained, before, rate) =>
        `${capital(inPeriod(period))} kamen ${share(rate)} wieder: ${count(retained)} von ${count(before)}`,
      rateCaption: (pooled, periods) =>
        `Anteil der Kunden eines Zeitraums, die im nächsten wieder bestellt haben. Gestrichelt: ${share(pooled)}, ${periods === 1 ? "der eine Zeitraum mit einer Rate" : `alle ${count(periods)} Zeiträume mit einer Rate zusammen`}. Dicke Linien: wie weit allein der Zufall jede Rate verschieben könnte (95-%-Intervall).`,
      hint: (period, what, amount) => `${periodName(period)}: ${customers(amount)} ${what}`,
      rateHint: (period, rate) => `${periodName(period)}: ${share(rate)}`,
      describe: (title, periods) => `Diagramm mit ${plural(periods, "Zeitraum", "Zeiträumen")}. ${title}.`,
      columns: {
        customers: "Kunden",
        kept: "Geblieben",
        back: "Nach Pause zurück",
        new: "Neu",
        before: "Im Zeitraum davor",
        rate: "Bindungsrate",
        orders: "Bestellungen",
        revenue: "Umsatz",
      },
      incomplete: (name) => `${name} (unvollständig)`,
      newest: (shown, all) =>
        `Die neuesten ${count(shown)} von ${plural(all, "Zeitraum", "Zeiträumen")}; der JSON-Bericht enthält alle.`,
      revenueTitle: (period, part, money) =>
        `Neue Kunden brachten ${inPeriod(period)} ${share(part)} des Umsatzes: ${money}`,
      revenueCaption:
        "Umsatz nach Erstattungen, danach, wer ihn brachte. Die allererste Bestellung eines neuen Kunden liegt in diesem Zeitraum. Was unter 0 liegt, ist nicht gezeichnet.",
      returningRevenue: "Kunden, die schon bestellt hatten",
      newRevenue: "neue Kunden",
      money: (period, what, money) => `${periodName(period)}: ${money}, ${what}`,
      noneTitle: "Noch gibt es keine Bindungsrate",
      none: (kind) => `Dafür braucht es zwei vollständige ${PERIODS[kind].many} in Folge; die Daten haben weniger.`,
      onePeriodTitle: (kind) => `Ein einziger Zeitraum (${PERIODS[kind].one}) reicht nicht zum Vergleichen`,
      onePeriod: (name, amount, isComplete) =>
        `Alle Bestellungen sind aus einem Zeitraum (${name}${isComplete ? "" : ", den die Daten nicht vollständig abdecken"}): ${customers(amount)}.`,
    },
    cohorts: {
      heading: "Wie sich neue Kunden entwickeln",
      intro: (kind) =>
        `Kunden sind nach dem Zeitraum ihrer ersten Bestellung gruppiert (eine Kohorte; hier: ${PERIODS[kind].one}) und werden verfolgt: der Anteil, der 1, 2, 3 … ${PERIODS[kind].many} später bestellt hat.`,
      title: (rate, kind) => `Im Durchschnitt bestellen ${share(rate)} der neuen Kunden ${PERIODS[kind].inNext} wieder`,
      restsOn: (amount, first) =>
        `Das ${amount === 1 ? "ist eine Kohorte" : `sind ${cohorts(amount)} zusammen`}, ohne die erste (${periodName(first)}): Sie kann Kunden enthalten, die schon vor Beginn der Daten bestellt hatten.`,
      caption: "Je kräftiger die Farbe, desto mehr kamen wieder. Leer: steht noch bevor.",
      hatched: "Schraffiert: nicht vollständig abgedeckt.",
      averages:
        "Im Durchschnitt: alle Kohorten, die zählen und genug Zeit hatten, zusammen; ihre Zahl steht in Klammern.",
      cohort: "Erste Bestellung",
      size: "Neue Kunden",
      average: "Im Durchschnitt",
      averageOf: (amount) => `(${count(amount)})`,
      k: (k) => `+${k}`,
      kHint: (k, kind) => `${periodsOf(k, kind)} später`,
      newest: (shown, all) => `Die neuesten ${count(shown)} von ${cohorts(all)}; der JSON-Bericht enthält alle.`,
      curveTitle: (k, money, kind) =>
        k === 0
          ? `${capital(PERIODS[kind].during)} der ersten Bestellung gaben neue Kunden je ${money} aus`
          : `${periodsOf(k, kind)} nach der ersten Bestellung hat ein neuer Kunde im Durchschnitt ${money} ausgegeben`,
      curveCaption: (kind) =>
        `Was eine Kohorte bisher pro Kunde, der in ihr begann, ausgegeben hat, ab dem Zeitraum der ersten Bestellung (${PERIODS[kind].one}). Kräftige Linie: alle Kohorten, die zählen, zusammen. Dünne Linien: die neuesten Kohorten einzeln.`,
      noneTitle: "Zu früh, um neue Kunden zu verfolgen",
      none: (kind) =>
        `Noch hat keine Kohorte nach ihrem ersten einen weiteren vollständigen Zeitraum (${PERIODS[kind].one}).`,
      onlyFirst: (kind) =>
        `Nur die erste Kohorte hat nach ihrem ersten schon einen weiteren vollständigen Zeitraum (${PERIODS[kind].one}), und sie kann Kunden enthalten, die schon vor Beginn der Daten bestellt hatten.`,
    },
    second: {
      heading: "Wie lange die zweite Bestellung dauert",
      title: (part, amount) =>
        `Geschätzte ${share(part)} der Kunden bestellen innerhalb von ${daysDative(amount)} wieder`,
      caption:
        "Anteil der Kunden mit einer zweiten Bestellung, nach Tagen seit der ersten. Kunden, die noch nicht genug Zeit hatten, zählen so lange, wie sie verfolgt werden konnten, und ziehen die Linie daher nicht herunter (Kaplan-Meier-Methode). Helles Band: wie weit allein der Zufall die Linie verschieben könnte (95-%-Intervall).",
      describe: (title) => `Steigende Kurve. ${title}.`,
      halfMark: (amount) => `Hälfte: ${days(amount)}`,
      lapseMark: (amount) => `Abwanderung: ${days(amount)}`,
      median: (amount) =>
        amount === null
          ? "In der Zeit, die die Daten abdecken, ist die Hälfte der Kunden nicht wiedergekommen."
          : `Nach ${daysDative(amount)} ist die Hälfte der Kunden wiedergekommen.`,
      lapse: (amount, lapsed, all) =>
        `Neun von zehn wiederkehrenden Kunden haben nie länger als ${days(amount)} pausiert. ${count(lapsed)} von ${customersDative(all)} ${lapsed === 1 ? "ist" : "sind"} jetzt schon länger ohne Bestellung.`,
      differs: (estimate, amount, soFar, next) =>
        `Warum sich die Anteile unterscheiden: ${share(estimate)} ist geschätzt: So viele bestellen innerhalb von ${daysDative(amount)} wieder, wenn sie so viel Zeit haben; ${share(soFar)} haben es bisher getan, und viele hatten noch nicht die Zeit${next === null ? "" : `; ${share(next.rate)} bestellen in einem einzigen Zeitraum wieder, ${PERIODS[next.kind].inNext}`}.`,
      oldCustomers:
        "Die erste Bestellung eines Kunden ist die erste in den Daten. Wer schon vorher bestellt hatte, zählt erst ab einem zu späten Tag, daher kann die Schätzung zu hoch sein.",
      columns: {
        days: "Tage seit der ersten Bestellung",
        part: "Wieder bestellt",
        low: "mindestens",
        high: "höchstens",
        atRisk: "Noch verfolgte Kunden",
      },
      noneTitle: "Die Zeit bis zur zweiten Bestellung ist noch nicht messbar",
      none: "Kein Kunde ist an einem anderen Tag wiedergekommen, daher ist die Zeit bis dahin nicht bekannt.",
      tooFew: "Weniger als zehn Kunden konnten lange genug verfolgt werden, zu wenige für eine Linie.",
    },
    movement: {
      heading: (kind) => `Wer ${PERIODS[kind].inLast} gewechselt hat`,
      title: (moved, from) =>
        `${plural(moved, "Kunde hat", "Kunden haben")} seit dem ${day(from)} die Gruppe gewechselt`,
      fell: (amount, money, from, since) =>
        `${plural(amount, "Kunde", "Kunden")} (${spentSoFar(money, since)} ausgegeben) ${amount === 1 ? "hat" : "haben"} nach dem ${day(from)} nicht bestellt und ${amount === 1 ? "ist" : "sind"} in eine tiefere Gruppe gewechselt`,
      rose: (amount, money, from) =>
        `${customers(amount)} (${money}) ${amount === 1 ? "hat" : "haben"} nach dem ${day(from)} bestellt und ${amount === 1 ? "ist" : "sind"} in eine höhere Gruppe gewechselt`,
      aside: (amount) =>
        `${plural(amount, "Kunde gehört", "Kunden gehören")} zu keinem von beiden: mit Bestellung in einer tieferen Gruppe oder ohne in einer höheren.`,
      higher: "Eine Gruppe steht umso höher, je früher sie im Schema kommt.",
      largestRises: (since) => `Die größten Aufstiege mit Bestellung, nach den Ausgaben dieser Kunden ${soFar(since)}`,
      largestFalls: (since) => `Die größten Abstiege ohne Bestellung, nach den Ausgaben dieser Kunden ${soFar(since)}`,
      nobody: (from) => `Seit dem ${day(from)} hat kein Kunde die Gruppe gewechselt`,
      matrix: (from, to) =>
        `Von der Gruppe am ${day(from)} (senkrecht) zu der am ${day(to)} (waagrecht). Grau: geblieben.`,
      caption: (to) =>
        `Beide Tage sind mit den Grenzwerten vom ${day(to)} bewertet, daher geht jeder Wechsel auf den Kunden selbst zurück.`,
      largest: "Die größten Wechsel",
      flow: (amount, from, to) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Noch kein Kunde",
      backPlace: "Nicht im Zeitfenster",
      lapsedPlace: "Nicht mehr im Zeitfenster",
      corner: "Von ↓ nach →",
      hint: (amount, from, to) => `${customers(amount)}: ${from} → ${to}`,
      columns: { from: "Von", to: "Nach", customers: "Kunden", ordered: "Dazwischen bestellt", worth: "Wert jetzt" },
      listTitle: (shown, all) => `Die größten ${count(shown)} von ${plural(all, "Wechsel", "Wechseln")}`,
      rankedTitle: "Wechsel werden nicht gezeigt",
      ranked:
        "Die Scores bringen Kunden in eine Rangfolge (ntile), daher ändern sie sich auch bei Kunden, die nichts tun.",
      tooEarlyTitle: "Zu früh, um Wechsel zu sehen",
      tooEarly: (kind) => `Einen Zeitraum (${PERIODS[kind].one}) früher hatte noch kein Kunde bestellt.`,
    },
  };
}
