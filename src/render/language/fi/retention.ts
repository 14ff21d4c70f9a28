import { formatDay } from "../../../basics/calendar/days.ts";
import type { Catalogue } from "../en/index.ts";
import { type FinnishGrammar, PERIODS } from "./grammar.ts";

/** What `rfm retention` says. */
export function finnishRetention({
  count,
  share,
  day,
  customers,
  periods,
  spanGenitive,
  listed,
  points,
}: FinnishGrammar): Catalogue["retention"] {
  return {
    columns: {
      period: "jakso",
      before: "ed. jakso",
      customers: "asiakkaita",
      retained: "pysyi",
      lost: "poistui",
      new: "uusia",
      reactivated: "palasi",
      retention_rate: "pysyvyys",
      retention_low: "alaraja",
      retention_high: "yläraja",
      returning_rate: "vanhoja",
      orders: "tilauksia",
      revenue: "myynti",
      gross_revenue_retention: "säilyi brutto",
      net_revenue_retention: "säilyi netto",
      stock_before: "aktiivisia",
      stock_end: "lopussa",
      stock_retention_rate: "pysyi mukana",
      textbook_retention_rate: "oppikirjan luku",
      segment: "segmentti",
      average: "keskiarvo",
    },
    noData: "ei tietoja",
    toDate: "kesken",
    inPart: "osittain",
    inPeriod: (period) => `jakso ${period}`,
    keptOf: (retained, before) => `${count(retained)} / ${count(before)}`,
    noRate: (kind) =>
      `Pysyvyyttä ei voi vielä laskea: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin.`,
    average: (rate, amount, kind) =>
      `Keskimäärin ${share(rate)} ${PERIODS[kind].genitive} asiakkaista osti uudelleen seuraavana ${PERIODS[kind].essive} (mukana ${periods(amount, kind)}).`,
    latest: (last, previous, yearBefore) => {
      const compared = (difference: number): string =>
        difference === 0
          ? "saman verran kuin"
          : `${points(difference)} ${difference > 0 ? "enemmän" : "vähemmän"} kuin`;
      const others = [
        ...(previous === null
          ? []
          : [`${compared(previous.difference)} edellisenä ${PERIODS[previous.kind].essive} (${share(previous.rate)})`]),
        ...(yearBefore === null
          ? []
          : [`${compared(yearBefore.difference)} vuotta aiemmin (${yearBefore.period}, ${share(yearBefore.rate)})`]),
      ];
      const latest = `Viimeksi (${last.period}) se oli ${share(last.rate)} (${count(last.retained)} / ${customers(last.before)})`;
      return `${[latest, ...others].join(", ")}.`;
    },
    active: (active) => {
      const why =
        active.backAgain > 0
          ? `koska se laskee pysyneiksi myös joukon ulkopuolelta palanneet (${customers(active.backAgain)})`
          : active.backAgain === 0
            ? "sama, koska kukaan ei palannut joukon ulkopuolelta; sellaisen se laskisi pysyneeksi"
            : "vähemmän, koska se vähentää myös uudet asiakkaat, jotka ehtivät lopussa jo pudota joukosta";
      return (
        `Ennen jaksoa ${active.period} oli ${spanGenitive(active.span)} sisällä ostaneita eli aktiivisia ${customers(active.before)}; heistä ${share(active.rate)} oli jakson lopussa yhä aktiivisia. ` +
        `Oppikirjan kaava (lopussa ${count(active.end)} − uusia ${count(active.new)}) / ${count(active.before)} antaa ${share(active.textbook)}, ${why}.`
      );
    },
    couldLeave: (active) =>
      `Aktiivisista voivat pudota vain ne, joiden viime tilaus vanhenee ${PERIODS[active.kind].during} yli ${spanGenitive(active.span)} ikäiseksi; jaksolla ${active.period} heitä oli ${count(active.couldLeave)}: ` +
      `${count(active.couldLeave - active.left)} osti ajoissa, ${count(active.left)} putosi. Muut pysyvät aktiivisina, tekivätpä he mitä tahansa.`,
    bySegment: (kind, best, worst) =>
      `Segmentissä ${PERIODS[kind].genitive} alkua edeltävänä päivänä olleista se osuus, joka osti ${PERIODS[kind].during}, pisteytettynä tarkastelupäivän raja-arvoilla: ` +
      `keskimäärin suurin ${share(best.rate)} (${best.segment}), pienin ${share(worst.rate)} (${worst.segment}).`,
    holes: (names, kind, covers) =>
      `jaksolta ${listed(names)} ei ole yhtään tilausta: luultavasti ne puuttuvat aineistosta, joten ${names.length === 1 ? "sen" : "niiden"} ja sitä seuraavan ${PERIODS[kind].genitive} osuudet jätetään pois. ` +
      `Lisää ne, tai jos silloin ei myyty mitään, kerro mitkä päivät aineisto kattaa: --covers ${covers}`,
    mayBeginBefore: (from, kind) =>
      `historia voi alkaa ennen päivää ${day(from)}: ensimmäisen ${PERIODS[kind].genitive} ”uudet” asiakkaat voivat olla vanhoja, ja osa parin seuraavankin`,
    coverBegins: (period, from, covers) =>
      `jakso ${period} ei ole täysi, koska tilaukset alkavat ${day(from)}; jos aineisto kattaa sen alunkin, kerro se valinnalla ${covers}`,
    coverEnds: (period, to, covers) =>
      `jakso ${period} ei ole täysi, koska tilaukset loppuvat ${day(to)}; jos aineisto kattaa sen lopunkin, kerro se valinnoilla ${covers}`,
    coversAfter: (to, asOf) =>
      `--covers ulottuu päivään ${day(to)}, mutta tarkastelupäivän ${day(asOf)} jälkeen mitään ei lasketa: lisää --as-of ${formatDay(to)}`,
    tooFew: (kind, known, shorter) => {
      const instead =
        shorter === null
          ? "Lisää tilauksia useammalta päivältä"
          : `Kokeile --period ${shorter.kind} (täysiä jaksoja ${count(shorter.complete)}) tai lisää vanhempia tilauksia`;
      return `pysyvyyttä ei voi vielä laskea: siihen tarvitaan kaksi täyttä ${PERIODS[kind].partitive} peräkkäin, ja tilaukset ovat ajalta ${day(known.from)} – ${day(known.to)}. ${instead}; jos aineisto kattaa useampia päiviä, kerro se valinnalla --covers ALKU..LOPPU ja, jos ne loppuvat myöhemmin, lisäksi valinnalla --as-of LOPPU`;
    },
  };
}
