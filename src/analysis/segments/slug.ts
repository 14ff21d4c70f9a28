/** Names that Windows keeps for devices, with whatever ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A segment's name as part of a file name: lower case, letters and digits of any script, the rest as single hyphens, at
 * most 60 characters. Empty where nothing is left, or where the system reserves the name.
 *
 * @example segmentSlug("Can't Lose Them") // "can-t-lose-them"
 */
export function segmentSlug(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return RESERVED.test(slug) ? "" : slug;
}
