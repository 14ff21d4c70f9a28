import type { Catalogue } from "../en/index.ts";
import type { ControlFact } from "../en/lists.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm lists` says; the names of tools' columns are the tools'. */
export function germanLists({
  count,
  daysDative,
  listed,
  plural,
  share,
  values,
  customers,
  customersDative,
  percentagePoints,
}: GermanGrammar): Catalogue["lists"] {
  const shows = ({ treated, control, rate, days: length, smallest }: ControlFact): string =>
    `von solchen Kunden haben ${share(rate)} ${length === 1 ? "am letzten Tag" : `in den letzten ${daysDative(length)}`} bestellt. Mit ${count(treated)} auf den Listen und ${count(control)} in der Kontrollgruppe muss eine Kampagne das um ${percentagePoints(smallest)} ändern, damit es in vier von fünf Fällen zu sehen ist`;
  return {
    headings: { customers: "Kunden", people: "Personen", file: "Datei", leftOut: "ausgelassen" },
    leftOut: {
      excluded: "ausgeschlossen",
      no_consent: "ohne Einwilligung",
      no_address: "ohne Adresse",
      shared_address: "mit der Adresse eines anderen",
      held_out: "zurückgehalten",
      too_few: "zu wenige für eine Liste",
    },
    contactColumns: (files) =>
      `Kontaktfelder sind die des neuesten Kaufs jedes Kunden: ${files
        .map(
          ({ file, columns }) =>
            `${file}: ${columns === "" ? "keine am Namen erkannt (angeben mit --email SPALTE und so weiter)" : columns}`,
        )
        .join("; ")}`,
    exclusionsMet: (file, met, entries) =>
      `${count(met)} von ${plural(entries, "Eintrag", "Einträgen")} in ${file} ${met === 1 ? "ist ein Kunde" : "sind Kunden"}`,
    exclusionsBlank: (file, rows) =>
      `${file}: ${plural(rows, "Zeile", "Zeilen")} ohne Adresse oder ID, ${rows === 1 ? "die keinen Kunden ausschließt" : "die keinen Kunden ausschließen"}`,
    consented: (condition, { yes, all, answers }) =>
      `${count(yes)} von ${customersDative(all)} ${yes === 1 ? "hat" : "haben"} beim neuesten Kauf eingewilligt (${condition})${answers.shown.length === 0 ? "" : `; die anderen haben ${values(answers)}`}`,
    consentNotAsked: (column, answers) =>
      `Ein Kauf ist keine Einwilligung: „${column}“ (${values(answers)}) hält fest, wer Werbung zugestimmt hat, wird aber nicht verwendet; --consent "${column}=WERT" schreibt nur jene, die zugestimmt haben`,
    consentUnknown:
      "Ein Kauf ist keine Einwilligung: Keine hier verwendete Spalte hält fest, wer Werbung zugestimmt hat; --consent SPALTE=WERT oder --exclude DATEI lässt die anderen aus",
    phonesLeftOut: (phones) =>
      `${plural(phones, "Telefonnummer", "Telefonnummern")} ausgelassen: ohne Landesvorwahl, aus unbekanntem Land oder zu lang oder zu kurz; --default-country DE liest Nummern ohne Landesvorwahl als deutsche`,
    countriesUnknown: (amount, countries) =>
      `Unbekanntes Land bei ${customersDative(amount)} (${values(countries)}): unverändert geschrieben und aus Werbelisten ausgelassen`,
    noEmail: (tool, amount) =>
      `${tool}: ${customers(amount)} ausgelassen, ohne E-Mail-Adresse, die das Werkzeug annimmt`,
    noAddress: (tool, amount) =>
      `${tool}: ${customers(amount)} ausgelassen, ohne Adresse oder Nummer, unter der sie erreichbar sind`,
    sharedAddress: (tool, amount) =>
      `${tool}: ${customers(amount)} ausgelassen, mit der Adresse eines Kunden, der später gekauft hat: eine Nachricht pro Adresse`,
    holdout: (part) =>
      `${part} der Kunden werden als Kontrollgruppe zurückgehalten, jedes Mal dieselben Personen; sie stehen in keiner Liste außer ihrer eigenen`,
    seed: (best, all) =>
      `Die Liste enthält die besten ${count(best)} von ${customersDative(all)}, bevor jemand ausgelassen wird; Werbewerkzeuge finden ähnliche Personen`,
    lapsed: (amount, lapseDays, hasMoney) =>
      `Die Liste enthält ${plural(amount, "Kunden, der", "Kunden, die")} ${hasMoney ? `mehr ausgegeben ${amount === 1 ? "hat" : "haben"} als der Median und ` : ""}seit mehr als ${daysDative(lapseDays)} nicht bestellt ${amount === 1 ? "hat" : "haben"}, bevor jemand ausgelassen wird; neun von zehn Wiedergekommenen haben nie länger pausiert`,
    seedTooSmall: (tool, people, least) =>
      `${tool} findet erst ab ${count(least)} zugeordneten Personen ähnliche; diese Liste hat ${count(people)}. Ein größeres --best oder --default-country kann helfen`,
    seedTooSmallEach: (tool, largest, least) =>
      `${tool} findet nur dort ähnliche Personen, wo ${count(least)} von ihnen aus einem Land sind; ${largest === null ? "hier ist kein Land bekannt (--default-country nennt eines)" : `hier sind es höchstens ${count(largest.people)}, aus ${largest.code}`}`,
    seedCountries: (tool, names, least) =>
      `${tool} kann ähnliche Personen finden für ${listed(names)}: Es braucht ${count(least)} aus einem Land`,
    nobodyThisWeek:
      "Kein Kunde hat diese Woche einen Anlass, von Ihnen zu hören: Keine Bestellung ist fällig, kein Kunde ist in ein abkühlendes oder abwanderndes Segment gewechselt, und keiner ist neu",
    thisWeek: (reasons) =>
      `Wen Sie diese Woche ansprechen sollten, bevor jemand ausgelassen wird: ${reasons}; jede Person einmal, für den ersten Anlass, der zutrifft`,
    nextBest: {
      expiring: (people) => `${count(people)} mit bald verfallenden Punkten`,
      "near level": (people) => `${count(people)} kurz vor der nächsten Stufe`,
      overdue: (people) => `${count(people)} überfällig`,
      due: (people) => `${count(people)} fällig`,
      slipping: (people) => `${count(people)} in ein abwanderndes Segment gewechselt`,
      cooling: (people) => `${count(people)} in ein abkühlendes Segment gewechselt`,
      new: (people) => `${count(people)} mit der ersten Bestellung`,
    },
    controlGroup: (path) =>
      `${path} hält fest, wer aus welcher Liste zurückgehalten wurde; nach der Kampagne vergleicht rfm effect die Gruppen`,
    smallestDifference: (fact) =>
      `${fact.path} hält für rfm effect fest, wer aus welcher Liste zurückgehalten wurde: ${shows(fact)}`,
    hopelessControl: (fact, needed) =>
      `Die Kontrollgruppe ist zu klein, um zu zeigen, was eine Kampagne bewirkt: ${shows(fact)}. Um einen Anstieg um ein Fünftel zu sehen, braucht es ${count(needed)} in jeder Gruppe; halten Sie mehr zurück oder sprechen Sie mehr Personen an`,
    defaultSalt:
      "IDs werden mit dem Standard-Salt gehasht, daher kann sie jeder finden, der eine ID kennt; ein eigener geheimer --salt verhindert das",
    hashedBeside: "Werkzeuge, die Adressen brauchen, bekommen sie: Nur die IDs sind dort gehasht",
    tooFew: (lists, least) =>
      `${plural(lists, "Liste", "Listen")} mit weniger als ${count(least)} Personen ${lists === 1 ? "enthält" : "enthalten"} nur eine Kopfzeile (--min-size)`,
    changes: (from, to) =>
      `Wer vom ${from} bis ${to} in jedes Segment kam und wer es verließ, beide Tage mit den Grenzwerten vom ${to} bewertet`,
    changesWithModel: (from, to, model) =>
      `Wer vom ${from} bis ${to} in jedes Segment kam und wer es verließ, beide Tage mit den Grenzwerten von ${model} bewertet`,
    written: (files, folder) => `${plural(files, "Liste", "Listen")} in ${folder} geschrieben`,
    stale: (folder, files) =>
      `${folder} enthält ${plural(files.length, "Liste", "Listen")} eines früheren Laufs, die dieser nicht geschrieben hat (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); löschen Sie sie, sonst importiert sie jemand`,
  };
}
