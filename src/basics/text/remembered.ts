/** Longer texts are computed anew: names are short. */
const LONGEST = 100;

/** Results that are kept: the names and the first rows of very wide files. Then all are forgotten, and kept anew. */
const MOST = 60_000;

/**
 * The same pure function of a text, which keeps its results. For what is asked about the same few texts again and again: the
 * first rows of a file are taken for a header once per delimiter and role.
 *
 * @param compute a pure function whose results nobody changes; what it throws is not kept
 * @param most results that are kept
 */
export function remembered<T>(compute: (text: string) => T, most = MOST): (text: string) => T {
  const results = new Map<string, { readonly result: T }>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = compute(text);
    if (text.length > LONGEST) return result;
    if (results.size >= most) results.clear();
    results.set(text, { result });
    return result;
  };
}
