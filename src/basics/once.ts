/**
 * What a function gives, found when it is first asked for and kept. For tables that a module needs only in some runs: each
 * thread would make them when it starts.
 *
 * @param compute what it throws is not kept
 */
export function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}
