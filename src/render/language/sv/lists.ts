import type { Catalogue } from "../en/index.ts";
import type { ControlFact } from "../en/lists.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What `rfm lists` says; the names of tools' columns are the tools'. */
export function swedishLists({
  count,
  days,
  listed,
  plural,
  share,
  values,
  customers,
  percentagePoints,
}: SwedishGrammar): Catalogue["lists"] {
  const shows = ({ treated, control, rate, days: length, smallest }: ControlFact): string =>
    `av sådana kunder har ${share(rate)} beställt ${length === 1 ? "den senaste dagen" : `de senaste ${count(length)} dagarna`}. Med ${count(treated)} på listorna och ${count(control)} i kontrollgruppen måste en kampanj ändra det med ${percentagePoints(smallest)} för att det ska synas fyra gånger av fem`;
  return {
    headings: { customers: "kunder", people: "personer", file: "fil", leftOut: "utelämnade" },
    leftOut: {
      excluded: "uteslutna",
      no_consent: "utan samtycke",
      no_address: "utan adress",
      shared_address: "med någon annans adress",
      held_out: "i kontrollgruppen",
      too_few: "för få för en lista",
    },
    contactColumns: (files) =>
      `kontaktfälten kommer från varje kunds senaste köp: ${files
        .map(
          ({ file, columns }) =>
            `${file}: ${columns === "" ? "inga kändes igen på namnet (ange dem med --email KOLUMN och så vidare)" : columns}`,
        )
        .join("; ")}`,
    exclusionsMet: (file, met, entries) =>
      `${count(met)} av ${plural(entries, "post", "poster")} i ${file} är ${met === 1 ? "en kund" : "kunder"}`,
    exclusionsBlank: (file, rows) =>
      `${file}: ${plural(rows, "rad", "rader")} utan adress eller id, som inte utesluter någon kund`,
    consented: (condition, { yes, all, answers }) =>
      `${count(yes)} av ${customers(all)} har samtyckt vid sitt senaste köp (${condition})${answers.shown.length === 0 ? "" : `; de andra har ${values(answers)}`}`,
    consentNotAsked: (column, answers) =>
      `ett köp är inget samtycke: ”${column}” (${values(answers)}) anger vilka som har godkänt marknadsföring men används inte; --consent "${column}=VÄRDE" skriver bara dem som har godkänt`,
    consentUnknown:
      "ett köp är inget samtycke: ingen kolumn som används här anger vilka som har godkänt marknadsföring; --consent KOLUMN=VÄRDE eller --exclude FIL utelämnar de andra",
    phonesLeftOut: (phones) =>
      `${plural(phones, "telefonnummer utelämnat", "telefonnummer utelämnade")}: utan landskod, från ett okänt land eller för långa eller korta; --default-country SE läser nummer utan landskod som svenska`,
    countriesUnknown: (amount, countries) =>
      `okänt land för ${customers(amount)} (${values(countries)}): skrivs oförändrat och utelämnas ur annonslistor`,
    noEmail: (tool, amount) =>
      `${tool}: ${plural(amount, "kund utelämnad", "kunder utelämnade")}, utan e-postadress som verktyget godtar`,
    noAddress: (tool, amount) =>
      `${tool}: ${plural(amount, "kund utelämnad", "kunder utelämnade")}, utan adress eller nummer att nå dem på`,
    sharedAddress: (tool, amount) =>
      `${tool}: ${plural(amount, "kund utelämnad", "kunder utelämnade")}, med samma adress som en kund som köpte senare: ett meddelande per adress`,
    holdout: (part) =>
      `${part} av kunderna hålls utanför som kontrollgrupp, samma personer varje gång; de finns inte i någon annan lista än sin egen`,
    seed: (best, all) =>
      `listan innehåller de bästa ${count(best)} av ${customers(all)}, innan någon utelämnas; annonsverktyg hittar liknande personer`,
    lapsed: (amount, lapseDays, hasMoney) =>
      `listan har ${plural(amount, "kund", "kunder")} som ${hasMoney ? "har handlat för mer än medianen och " : ""}inte har beställt på mer än ${days(lapseDays)}, innan någon utelämnas; nio av tio som kom tillbaka har aldrig gjort ett längre uppehåll`,
    seedTooSmall: (tool, people, least) =>
      `${tool} hittar liknande personer först från ${count(least)} matchade personer; den här listan har ${count(people)}. Ett större --best eller --default-country kan hjälpa`,
    seedTooSmallEach: (tool, largest, least) =>
      `${tool} hittar liknande personer bara där ${count(least)} av dem är från ett och samma land; ${largest === null ? "inget land är känt här (--default-country anger ett)" : `flest är här ${count(largest.people)}, från ${largest.code}`}`,
    seedCountries: (tool, names, least) =>
      `${tool} kan hitta liknande personer för ${listed(names)}: det krävs ${count(least)} från ett land`,
    nobodyThisWeek:
      "ingen kund har någon anledning att höra från dig den här veckan: ingen beställning är att vänta, ingen kund har flyttat till ett svalnande segment eller ett segment på glid, och ingen är ny",
    thisWeek: (reasons) =>
      `vilka du ska kontakta den här veckan, innan någon utelämnas: ${reasons}; varje person en gång, av den första anledning som gäller`,
    nextBest: {
      expiring: (people) => `${count(people)} med poäng som snart förfaller`,
      "near level": (people) => `${count(people)} nära nästa nivå`,
      overdue: (people) => `${plural(people, "försenad", "försenade")}`,
      due: (people) => `${count(people)} som det är dags för`,
      slipping: (people) => `${count(people)} har flyttat till ett segment på glid`,
      cooling: (people) => `${count(people)} har flyttat till ett svalnande segment`,
      new: (people) => `${count(people)} med sin första beställning`,
    },
    controlGroup: (path) =>
      `${path} visar vilka som hölls utanför vilken lista; efter kampanjen jämför rfm effect grupperna`,
    smallestDifference: (fact) =>
      `${fact.path} visar för rfm effect vilka som hölls utanför vilken lista: ${shows(fact)}`,
    hopelessControl: (fact, needed) =>
      `kontrollgruppen är för liten för att visa vad en kampanj gör: ${shows(fact)}. För att se en ökning med en femtedel krävs ${count(needed)} i varje grupp; håll fler utanför, eller rikta dig till fler`,
    defaultSalt:
      "id:n hashas med standardsaltet, så den som känner till ett id kan hitta det; ett eget hemligt --salt förhindrar det",
    hashedBeside: "verktyg som behöver adresser får dem: bara id:na är hashade där",
    tooFew: (lists, least) =>
      `${plural(lists, "lista", "listor")} med färre än ${count(least)} personer innehåller bara en rubrikrad (--min-size)`,
    changes: (from, to) =>
      `vilka som kom till och lämnade varje segment från ${from} till ${to}, båda poängsatta med gränsvärdena från ${to}`,
    changesWithModel: (from, to, model) =>
      `vilka som kom till och lämnade varje segment från ${from} till ${to}, båda poängsatta med gränsvärdena från ${model}`,
    written: (files, folder) => `${plural(files, "lista skriven", "listor skrivna")} till ${folder}`,
    stale: (folder, files) =>
      `${folder} har ${plural(files.length, "lista", "listor")} från en tidigare körning som den här inte skrev (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); ta bort dem, annars kan någon importera dem`,
  };
}
