/** What exports may get a new one of, which nobody has looked at yet; each sorted, and each once. */
export type ExportWords = Readonly<Record<NewWord, readonly string[]>>;

export const NEW_WORDS = ["statuses", "columns", "currencies"] as const;
export type NewWord = (typeof NEW_WORDS)[number];
