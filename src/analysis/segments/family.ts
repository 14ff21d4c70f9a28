/** What kind of customers a segment means to hold, from the best to the longest gone. */
export const FAMILIES = ["best", "growing", "cooling", "slipping", "quiet"] as const;
export type Family = (typeof FAMILIES)[number];
