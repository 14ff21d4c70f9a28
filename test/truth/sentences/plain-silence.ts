import type { Facts } from "./plain-counting.ts";

/** Days without an order after which a customer counts as silent. */
export const lapse = ({ lapseDays }: Facts): number => lapseDays ?? Number.NaN;
/** The same as sentences have it: longer than 161.3 days is longer than 161, where days are whole. */
export const wholeLapse = (facts: Facts): number => Math.floor(lapse(facts));
/** Customers who spent more than the median and have been silent for longer, with what they spent. */
export const lapsed = (facts: Facts): { customers: number; money: number } =>
  facts.those(({ silentDays, spend }) => silentDays > lapse(facts) && spend > facts.medianSpend);
/** The others who have been silent for as long. */
export const otherSilent = (facts: Facts): { customers: number; money: number } =>
  facts.those(({ silentDays, spend }) => silentDays > lapse(facts) && spend <= facts.medianSpend);
/** Whether the export says enough to tell groups apart. */
export const isTold = ({ customers, lapseDays, asOf }: Facts): boolean => {
  const first = Math.min(...[...customers.values()].map(({ days }) => days[0] ?? 0));
  const back = [...customers.values()].filter(({ days }) => days.length > 1).length;
  return customers.size >= 50 && lapseDays !== null && back >= 25 && asOf - first + 1 >= Math.max(90, 2 * lapseDays);
};
