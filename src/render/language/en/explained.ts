/** Names and meanings by key; every language has the same keys. */
export function explained<const Key extends string>(
  columns: Readonly<Record<Key, readonly [text: string, meaning: string]>>,
): Readonly<Record<Key, readonly [text: string, meaning: string]>> {
  return columns;
}
