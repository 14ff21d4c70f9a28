/**
 * Names of the months, long and short, in the languages that exports come in, January first. Names that are the same in
 * several languages stand once.
 */
const NAMES: readonly string[] = [
  "jan january januar januari janvier janv enero ene gennaio gen janeiro tammikuu tammikuuta tammi styczeń stycznia sty leden ledna jaanuar jaan",
  "feb february februar februari février févr fév febrero febbraio fevereiro fev helmikuu helmikuuta helmi luty lutego lut únor února veebruar veebr",
  "mar march märz mär mrz mars mart maart mrt marzo março maaliskuu maaliskuuta maalis marzec marca březen března märts",
  "apr april avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecień kwietnia kwi duben dubna aprill",
  "may mai maj mei mayo maggio mag maio toukokuu toukokuuta touko květen května",
  "jun june juni juin junio giugno giu junho kesäkuu kesäkuuta kesä czerwiec czerwca cze červen června juuni",
  "jul july juli juillet juil julio luglio lug julho heinäkuu heinäkuuta heinä lipiec lipca lip červenec července juuli",
  "aug august augusti août aoû agosto ago augustus elokuu elokuuta elo sierpień sierpnia sie srpen srpna",
  "sep sept september septembre septiembre settembre set setembro syyskuu syyskuuta syys wrzesień września wrz září",
  "oct okt october oktober octobre octubre ottobre ott outubro out lokakuu lokakuuta loka październik października paź říjen října oktoober",
  "nov november novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis november",
  "dec dez des dic december dezember desember décembre déc diciembre dicembre dezembro joulukuu joulukuuta joulu grudzień grudnia gru prosinec prosince detsember dets",
];

/** The number of each name. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** The number of a month by its name in any of the languages, without regard to case and a dot after it. */
export function monthNumber(name: string): number | null {
  return MONTHS.get(name.normalize("NFC").toLowerCase().replace(/\.$/, "")) ?? null;
}
