import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";

/** The page's opening: what it is, its headline, and what the headline rests on. */
export function swedishPageOpening({
  count,
  share,
  day,
  plural,
  rows,
  orders,
  days,
  customers,
  soFar,
}: SwedishGrammar): Pick<Catalogue["page"], "finding" | "lead" | "scope" | "quiet"> {
  return {
    finding: {
      silent: (amount, money, since) =>
        `${plural(amount, "bra kund", "bra kunder")} har slutat beställa: har ${soFar(since)} handlat för ${money}`,
      bestFifth: (part, revenuePart, amount, money) =>
        `${share(part)} av kunderna ger ${share(revenuePart)} av intäkterna: ${customers(amount)}, ${money}`,
      totals: (amount, placed, money) =>
        `${customers(amount)} har gjort ${orders(placed)} för ${money} efter återbetalningar`,
    },
    lead: {
      heading: "I korthet",
      span: (from, to) => `${day(from)} – ${day(to)}`,
      asOf: (asOf, isGiven) =>
        isGiven
          ? `Avstämningsdag ${day(asOf)}; senare beställningar är utelämnade.`
          : `Avstämningsdag ${day(asOf)}, den senaste dagen i data.`,
      what: (from, to, amount, placed, money) =>
        `Från ${day(from)} till ${day(to)} gjorde ${customers(amount)} ${orders(placed)} för ${money} efter återbetalningar.`,
      returning: (part, revenuePart) =>
        `${share(part)} av dem har hittills beställt mer än en gång och ger ${share(revenuePart)} av intäkterna.`,
      noRevenue: "Efter återbetalningar finns inga intäkter kvar, så inga andelar av dem går att räkna ut.",
      best: (segment, part, revenuePart) =>
        `Den grupp som har gett mest är ”${segment}”: ${share(part)} av kunderna, ${share(revenuePart)} av intäkterna.`,
    },
    scope: {
      leftOut: (aside) => `${plural(aside, "rad utelämnad", "rader utelämnade")}, och varför`,
      noCurrency: "Exporten anger ingen valuta.",
      aside: (aside, all, money, reason) =>
        `Utelämnat: ${count(aside)} av ${rows(all)}, värde ${money}; den vanligaste orsaken: ${reason}.`,
    },
    quiet: {
      valuable: (lapseDays, amount, since) =>
        `${amount === 1 ? "Kunden" : "De"} har ${since === null ? "" : `${soFar(since)} `}handlat för mer än den typiska kunden och har inte beställt på mer än ${days(lapseDays)}; nio av tio som kom tillbaka har aldrig gjort ett längre uppehåll.`,
      notLost: (amount, since) =>
        `Beloppet är vad ${amount === 1 ? "kunden" : "de"} har handlat för ${soFar(since)}, inte vad som kommer att gå förlorat.`,
      others: (amount, money, where, since) =>
        `Ytterligare ${customers(amount)} som har handlat för mindre har inte heller beställt på så länge, ${money} ${soFar(since)} (${where}).`,
      measure: (lapseDays) => `Nio av tio som kom tillbaka har aldrig gjort ett längre uppehåll än ${days(lapseDays)}.`,
      restsOn: (repeaters, history, half) =>
        `Det bygger på ${customers(repeaters)} som kom tillbaka under ${days(history)} med beställningar${half === null ? "" : `; enbart de första ${count(half.days)} dagarna gav ${days(half.lapseDays)}`}. Längre uppehåll kan ännu komma.`,
      elsewhere: (amount) => `andra grupper ${count(amount)}`,
      none: (lapseDays, since) =>
        `Ingen kund som${since === null ? "" : ` ${soFar(since)}`} har handlat för mer än den typiska har låtit bli att beställa i mer än ${days(lapseDays)}`,
      untold: "Det är för tidigt att säga vilka som har slutat beställa",
      shortWindow: (from, lapseDays, months) =>
        `Tidsfönstret är för kort för att visa vilka som har slutat beställa: det börjar ${day(from)}, och den som inte har beställt på mer än ${days(lapseDays)} beställde senast före det (nio av tio som kom tillbaka har aldrig gjort ett längre uppehåll). Välj minst --window ${months}m.`,
    },
  };
}
