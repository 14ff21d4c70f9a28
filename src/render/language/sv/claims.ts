import { FEWEST_CUSTOMERS, FEWEST_REPEATERS } from "../../../analysis/segments/yardstick.ts";
import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What is said of a segment's people where the scheme's own words are not true of them. */
export function swedishClaims({ count, customers, orders, days, day }: SwedishGrammar): Catalogue["claims"] {
  return {
    held: {
      recent: "De har beställt nyligen.",
      silent: "De har inte beställt på länge.",
      often: "De har beställt ofta.",
      again: "De har beställt mer än en gång.",
      seldom: "De har beställt en eller två gånger.",
      once: "De har bara beställt en gång.",
      new: "Även den första beställningen är ny.",
      more: "De har handlat för mer än de flesta.",
      less: "De har handlat för mindre än de flesta.",
    },
    recentByComparison: (median) =>
      `Nyligen bara i jämförelse: den typiska senaste beställningen gjordes för ${days(median)} sedan.`,
    silentByComparison: (median) =>
      `Länge sedan bara i jämförelse: den typiska senaste beställningen gjordes för ${days(median)} sedan.`,
    someSilent: (median, lapseDays) =>
      `Den typiska senaste beställningen gjordes för ${days(median)} sedan, men för mer än en fjärdedel är det mer än ${days(lapseDays)} sedan.`,
    someRecent: (median, lapseDays) =>
      `Den typiska senaste beställningen gjordes för ${days(median)} sedan, men för mer än en fjärdedel är det högst ${days(lapseDays)} sedan.`,
    oftenByComparison: (median) => `Ofta bara i jämförelse: den typiska kunden har ${orders(median)}.`,
    someBelow: (median, fewest) =>
      `Den typiska kunden har ${orders(median)}; mer än en fjärdedel har färre än ${count(fewest)}.`,
    seldomByComparison: (median) => `Sällan bara i jämförelse: den typiska kunden har ${orders(median)}.`,
    someAbove: (median, most) =>
      `Den typiska kunden har ${orders(median)}; mer än en fjärdedel har fler än ${count(most)}.`,
    notOnce: "Mer än en fjärdedel av dem har beställt mer än en gång.",
    notNew: (tenureDays) =>
      `Inte nya, trots namnet: den typiska kunden beställde första gången för ${days(tenureDays)} sedan.`,
    someNotNew: (most) => `Mer än en fjärdedel av dem beställde första gången för mer än ${days(most)} sedan.`,
    notMore: "Mer än en fjärdedel av dem har inte handlat för mer än den typiska kunden bland alla.",
    notLess: "Mer än en fjärdedel av dem har handlat för mer än den typiska kunden bland alla.",
    countedSince: (since) => `Beställningar och köp räknas från och med ${day(since)}.`,
    action: {
      secondOrder: "Ge ett skäl till en andra beställning: något som passar till den första.",
      nextOrder: "Föreslå det som passar till den senaste beställningen och ge ett skäl till nästa.",
      comeBack: "Fråga hur den senaste beställningen gick och ge ett skäl att komma tillbaka.",
      byEach: (lapseDays) =>
        `Utgå från varje kunds senaste beställning: påminn dem som senast beställde för mer än ${days(lapseDays)} sedan och föreslå nästa beställning för de andra.`,
    },
    measure: "Andelen som beställer igen inom 90 dagar.",
    asNote: (sentence) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`,
    untold: {
      "no yardstick": () => "Grupperna beskrivs inte i ord.",
      "no single orders": () =>
        "Tabellen har en rad per kund och visar därför inte hur lång en ovanligt lång paus är: grupperna får varken beskrivning eller råd. För det behövs de enskilda beställningarna.",
      "few customers": ({ customers: amount }) =>
        `Bara ${customers(amount)}: grupperna får varken beskrivning eller råd, eftersom poängen hos så få bara jämför dem med varandra. Det behövs minst ${count(FEWEST_CUSTOMERS)}.`,
      "nobody came back": () =>
        `Ingen kund har beställt två olika dagar, så data visar inte hur lång en ovanligt lång paus är: grupperna får varken beskrivning eller råd. Lägg till äldre beställningar, eller vänta tills minst ${count(FEWEST_REPEATERS)} kunder har gjort det.`,
      "few came back": ({ repeaters }) =>
        `Bara ${customers(repeaters)} har kommit tillbaka en annan dag, för få för att visa hur lång en ovanligt lång paus är: grupperna får varken beskrivning eller råd. Lägg till äldre beställningar, eller vänta tills minst ${count(FEWEST_REPEATERS)} har gjort det.`,
      "short history": ({ historyDays, lapseDays, neededDays, isForNewness, until }) =>
        `Beställningarna omfattar bara ${days(historyDays)}: grupperna får varken beskrivning eller råd, eftersom det krävs ${days(neededDays)} för att se vilka som inte har beställt på länge och vilka som är nya (${isForNewness ? `en kund är ny i ${days(neededDays)} efter sin första beställning` : `nio av tio återkommande kunder har aldrig gjort ett längre uppehåll än ${days(lapseDays)}, och beställningarna måste omfatta minst dubbelt så lång tid`}). Lägg till äldre beställningar, eller vänta till tidigast ${day(until)}.`,
    },
  };
}
