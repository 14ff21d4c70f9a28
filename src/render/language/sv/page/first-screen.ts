import type { Catalogue } from "../../en/index.ts";
import { capital, unbroken } from "../../phrasing.ts";
import { signedCount } from "../../signed-share.ts";
import type { SwedishGrammar } from "../grammar.ts";
import { PERIODS, periodName, shortPeriodName } from "../grammar.ts";

/** The rest of the page's first screen: what to do first, the newest period, and the groups over time. */
export function swedishPageFirstScreen({
  count,
  share,
  day,
  days,
  periods,
  oneDecimal,
  soFar,
  minus,
}: SwedishGrammar): Pick<Catalogue["page"], "first" | "latest" | "overTime"> {
  const pointsOf = (difference: number): string => `${oneDecimal(Math.abs(difference) * 100)}\u00A0%-enheter`;
  const when = (period: string): string => unbroken(shortPeriodName(period));
  const chance = (isChance: boolean): string => (isChance ? ", kan vara slump" : "");
  const signed = (change: number): string => signedCount(change, { count, minus });
  return {
    first: {
      heading: "Gör det här först",
      roles: {
        "win back": "Vinn tillbaka",
        keep: "Behåll",
        "second order": "Andra beställningen",
        "next order": "Nästa beställning",
      },
      groups: {
        lapsed: "bra kunder som har slutat beställa",
        "best fifth": "den bästa femtedelen av kunderna",
        "ordered once": "kunder med en enda beställning",
        notLapsed: "kunder med en enda beställning som inte har slutat beställa",
      },
      advice: {
        lapsed: "Fråga varför de slutade beställa och ge sedan ett personligt erbjudande som svarar på det.",
        "best fifth": "Tacka dem, visa dem nyheterna först och be om omdömen; inga rabatter.",
        "ordered once": "Ge dem ett skäl till en andra beställning.",
      },
      where: (where) => `Grupper: ${where}.`,
      spent: (money, part, since) =>
        `Har ${soFar(since)} handlat för ${money}${part === null ? "" : `, ${share(part)} av intäkterna`}.`,
      silentFor: (silent) => `Typiskt ${days(silent)} sedan senaste beställningen.`,
      mayBeWrittenTo: (amount, all) => {
        if (amount === 0) return "Ingen av dem får kontaktas, så listan blir tom.";
        if (amount === all) return all === 1 ? "Kunden får kontaktas." : "Alla får kontaktas.";
        return `${count(amount)} av dem får kontaktas; listan innehåller inga andra.`;
      },
      alsoFirst: (amount) => `${count(amount)} av dem finns även på den första listan.`,
      commands: "Varje kommando skriver gruppens lista. Ett klick markerar det; kör det där exporterna finns.",
      none: "Ingen grupp har gett några intäkter efter återbetalningar, så ingen kan sättas först.",
      noneClear:
        "I ingen grupp med intäkter har tre av fyra kunder beställt nyligen eller låtit bli länge, så ingen sätts först.",
    },
    latest: {
      heading: (period, kind) => `${capital(periodName(period))}, ${PERIODS[kind].newest}`,
      none: (kind) =>
        `Det finns ännu inga ${PERIODS[kind].manyWhole} i data, så det finns inget att jämföra: siffrorna gäller alla data.`,
      all: "Allt hittills",
      bars: (amount, kind) => `Staplar: ${periods(amount, kind)}, den här sist.`,
      revenue: "Intäkter efter återbetalningar",
      customers: "Kunder som köpte",
      newCustomers: "Köpte för första gången",
      orders: "Beställningar",
      averageOrderValue: "Snittordervärde",
      retentionRate: (kind) => `Kom tillbaka från föregående ${PERIODS[kind].one}`,
      unknown: (period) => `${when(period)}: okänt`,
      unknownChange: (before, period) => `${when(period)}: ${before}`,
      same: (period) => `samma som ${when(period)}`,
      up: (change, period) => `▲ ${share(change)} mot ${when(period)}`,
      down: (change, period) => `▼ ${share(change)} mot ${when(period)}`,
      pointsUp: (difference, period, isChance) => `▲ ${pointsOf(difference)} mot ${when(period)}${chance(isChance)}`,
      pointsDown: (difference, period, isChance) => `▼ ${pointsOf(difference)} mot ${when(period)}${chance(isChance)}`,
      interval: (low, high) => `95\u00A0%-intervall ${share(low)}\u00A0–\u2060\u00A0${share(high)}`,
      columns: { figure: "Siffra", change: "Ändring" },
    },
    overTime: {
      heading: "Grupperna över tid",
      change: (name, change) => `${name}\u00A0${signed(change)}`,
      title: (from, changes) => `Sedan ${day(from)}: ${changes}`,
      plainTitle: (to) => `Kunder per typ av grupp till och med ${day(to)}`,
      caption: (kind, to) =>
        `Kunder i slutet av varje ${PERIODS[kind].one}, alla poängsatta med gränsvärdena från ${day(to)}.`,
      growing:
        "Beställningarna läggs ihop från den första dagen i data, så de bättre grupperna växer med dem; med --window räknas bara de nyaste beställningarna.",
      short: (until, hasWindow) =>
        `Skrafferat: till och med ${day(until)} räcker data inte tillräckligt långt tillbaka för att ${hasWindow ? "fylla tidsfönstret" : "visa det längsta uppehållet"}.`,
      noFamily: "utan typ",
      count: (name, amount, change) => `${name} ${count(amount)}${change === null ? "" : ` (${signed(change)})`}`,
      describe: (title, points) => `Staplade ytor över ${days(points)}. ${title}.`,
      day: "Dag",
      total: "Alla",
      incomplete: (name) => `${name} (för kort historik)`,
      noneTitle: "Grupperna följs inte över tid",
      none: {
        ranked: "Poängen rangordnar kunder mot varandra (ntile), så tidigare dagar går inte att poängsätta likadant.",
        "no families":
          "Indelningen anger inte vilken typ dess segment är av (family: best, growing, cooling, slipping eller quiet).",
        "one day": (kind) => `Ingen kund hade köpt i slutet av ${PERIODS[kind].earlier}.`,
      },
    },
  };
}
