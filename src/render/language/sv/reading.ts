import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** Notes on what was read. */
export function swedishReading({
  count,
  money,
  day,
  plural,
  customers,
  rows,
  orders,
}: SwedishGrammar): Catalogue["reading"] {
  const place = (file: string, line: number): string => `${file}, rad ${line}`;
  return {
    used: (used, all, asOf, setAside) =>
      `${count(used)} av ${rows(all)} använda, avstämningsdag ${day(asOf)}${setAside === "" ? "" : `; utelämnade: ${setAside}`}`,
    rejects: (rejected, all, first) =>
      `${count(rejected)} av ${rows(all)} gick inte att läsa och utelämnades ` +
      `(första: ${place(first.file, first.line)}, ${first.reason}: ${first.value === "" ? "tomt" : `”${first.value}”`}); --rejects FIL listar dem`,
    sameBytes: (name, as) => `${name} är identisk med ${as ?? "en annan fil"} och lästes en gång`,
    ownOutput: (name) => `${name} skrevs av rfm och hoppades över`,
    notNeeded: (names) =>
      `${names.join(", ")} hoppades över: inget i ${names.length === 1 ? "den" : "dem"} är tydligt ett belopp eller en kund för beställningarna`,
    joinedTables: (orderFile, tables) => `tabeller kopplade till beställningarna i ${orderFile}: ${tables}`,
    joinedTable: (table, key) => `${table} via ”${key}”`,
    amountsElsewhere: (table, agreement) =>
      `belopp som inte räknas, eftersom beställningarna redan har sina: ${table}` +
      (agreement === null ? "" : ` (de stämmer överens i ${count(agreement.agreeing)} av ${orders(agreement.orders)})`),
    refundsElsewhere: (table, agreement, sameAs) =>
      `återbetalningar som inte räknas, eftersom ${sameAs === null ? "beställningarna redan har sina" : `${sameAs} redan har dem`}: ${table} (de stämmer överens i ${count(agreement.agreeing)} av ${orders(agreement.orders)})` +
      (sameAs === null ? "; --refunded none räknar tabellens i stället, på sina egna dagar" : ""),
    notText: (name) => `${name} är ingen beställningsexport och hoppades över; spara den som CSV för att ta med den`,
    nested: (file, columns) =>
      `${file}: nästlade värden läses inte: ${columns.map((name) => `”${name}”`).join(", ")} lämnas ${columns.length === 1 ? "tom" : "tomma"}`,
    otherSheets: (file, names) =>
      `${file} lästes; även ${names.map((sheet) => `”${sheet}”`).join(", ")} har rader: --sheet NAMN läser ett annat blad`,
    otherLists: (file, names) =>
      `${file} lästes; filen har också ${names.length === 1 ? "listan" : "listorna"} ${names.map((list) => `”${list}”`).join(", ")}: --sheet NAMN läser en annan lista`,
    morePages: (file) =>
      `${file}: enligt den sista sidan finns det fler sidor, så beställningar saknas; exportera alla sidor och läs dem tillsammans`,
    passedLists: (file, names) =>
      `${file}: ${names.length === 1 ? "listan" : "listorna"} ${names.map((list) => `”${list}”`).join(", ")} inuti posterna lästes inte; ett val som anger en kolumn i en lista, till exempel --where ${names[0] ?? ""}.NAMN=VÄRDE, läser den`,
    sheetsTogether: (file, names) =>
      `${file}: ${count(names.length)} blad med samma kolumner lästes: ${names.map((sheet) => `”${sheet}”`).join(", ")}; --sheet NAMN läser ett`,
    noStatus: "exporterna har ingen statuskolumn, så varje beställning räknas",
    inCents: (name: string) =>
      `”${name}” anger enligt namnet beloppen i hundradelar, så 1050 läses som 10,50: --amount-unit whole läser det som 1 050,00`,
    discountStays: (quantity, price, discount) =>
      `beloppen är ”${quantity}” × ”${price}”; ”${discount}” är inte avdragen`,
    ofCustomers: (file) =>
      `varje rad i ${file} är en kund, inte en beställning: antal beställningar, senaste beställning och köp räknas så som de står där (--table orders läser varje rad som en beställning)`,
    blankStatus: (amount) => `${rows(amount)} utan orderstatus räknas`,
    noStatusIn: (first, amount) =>
      amount === 1
        ? `${first} har ingen statuskolumn: varje beställning i den räknas, och valen för status gäller inte`
        : `${count(amount)} filer har ingen statuskolumn (första: ${first}): varje beställning i dem räknas, och valen för status gäller inte`,
    unmetStatuses: (flag, unmet, amount) =>
      `${flag}: ingen rad har ${amount === 1 ? "den här statusen" : "någon av de här statusarna"}: ${unmet}`,
    noOrderId: (found) =>
      `${found.isEvery ? "ingen kolumn har ordernummer, så varje rad räknas som en beställning" : `${rows(found.rows)} utan ordernummer räknas som ${found.rows === 1 ? "en beställning" : "en beställning var"}`}; ` +
      (found.sharing === 0
        ? "inga två rader har samma kund och dag"
        : `${count(found.sharing)} av ${rows(found.rows)} har samma kund och dag som en annan, så det kan vara ${orders(found.excess)} för mycket: ` +
          "ange kolumnen med ordernummer med --order, eller räkna köpdagar med --frequency days"),
    sameNames: (names, differing, column) =>
      `kunderna känns igen bara på namnet (”${column}”): personer med samma namn räknas som en, och en person med två stavningar räknas som två; ` +
      (differing === null
        ? `${plural(names, "namn", "namn")}, utan adress att kontrollera mot`
        : `${count(differing)} av ${plural(names, "namn", "namn")} förekommer med olika adresser`) +
      "; ange en kolumn med id eller e-postadresser med --customer om det finns en",
    splitLines: (found) =>
      `${rows(found.rows)} ${found.rows === 1 ? "värd" : "värda"} ${money(found.money)} ser ut som ${found.rows === 1 ? "en rad" : "rader"} i en annan fil och räknades en gång (första: ${place(found.file, found.line)}); ` +
      "rader i en beställning som delats upp på två filer ser likadana ut: --duplicates keep räknar alla",
    pointZero: "kund-id som ”17850.0” läses som 17850",
    blankMargins: (blank) =>
      `${rows(blank.rows)} i ${orders(blank.orders)} värda ${money(blank.money)} saknar ${blank.kind === "cost" ? "kostnad" : "marginal"}: den räknas som 0, vilket gör marginalen för de beställningarna för ${blank.kind === "cost" ? "hög" : "låg"}; fyll i kolumnen, eller utelämna raderna med --where`,
    partlyRefunded: (found) =>
      `${orders(found.orders)} ${found.orders === 1 ? "värd" : "värda"} ${money(found.money)} är delvis ${found.orders === 1 ? "återbetald" : "återbetalda"} enligt sin status, men inget anger hur mycket: ${found.orders === 1 ? "den" : "de"} räknas fullt ut; ange kolumnen med återbetalningar med --refunded om exporten har en`,
    refundedTooMuch: (found) =>
      `${orders(found.orders)} har återbetalats med mer än de kostade, ${money(found.money)} totalt: återbetalningarna kan innehålla frakt eller moms som saknas i beloppen, eller så är återbetalningarna redan avdragna från beloppen`,
    rounded: (amount) => `${plural(amount, "belopp", "belopp")} med mer än fyra decimaler har avrundats`,
    destroyedIds: (ids) =>
      `${plural(ids.count, "id", "id:n")} som ”${ids.value}” (första: ${place(ids.file, ids.line)}) skadades när filen sparades i ett kalkylprogram; ` +
      "sådana id används inte: exportera igen och öppna inte filen i ett kalkylprogram",
    garbled: (file, line) =>
      `${place(file, line)}: bokstäver som ”Ã¤” visar att texten har lästs med fel teckenkodning, av ett tidigare program eller här på grund av någon annan byte (--encoding utf-8 läser den som UTF-8); samma kund kan ha två stavningar`,
    strays: ({ count: bytes, file, line, character, byte, letter }) => {
      const as = letter === "" ? "" : ` som ”${letter}”`;
      const found =
        bytes === 1
          ? `${place(file, line)}, tecken ${character}: byten ${byte} är inte UTF-8 och lästes${as} enligt Windows-1252`
          : `${count(bytes)} byte är inte UTF-8 och lästes enligt Windows-1252 (den första: ${place(file, line)}, tecken ${character}: byten ${byte}${as})`;
      return `${found}; om det är fel, exportera filen igen eller ange teckenkodningen med --encoding`;
    },
    linked: (groups, largeGroups, largest) =>
      `${customers(groups)} med både id och e-postadress slogs ihop${largeGroups === 0 ? "" : `; ${count(largeGroups)} av dem har mer än två nycklar (högst ${largest})`}`,
    excluded: (found) =>
      found.entriesMet === 0
        ? `--exclude-customers utelämnade ingen kund: ${found.entries === 1 ? "dess enda post är inte" : `ingen av dess ${count(found.entries)} poster är`} en kunds id eller adress i exporterna`
        : `${count(found.entriesMet)} av ${plural(found.entries, "post", "poster")} i --exclude-customers finns i exporterna; ${plural(found.customers, "kund utelämnades", "kunder utelämnades")}`,
    noExcludedLine: "--exclude-lines utelämnade inget: ingen orderrad som räknas uppfyller det",
    lateAsOf: (asOf, lastDay) =>
      `avstämningsdagen ${day(asOf)} är mer än ett år efter den senaste dagen i data, ${day(lastDay)}: alla kunder ser förlorade ut`,
  };
}
