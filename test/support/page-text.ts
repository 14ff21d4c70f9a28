/** A page's HTML without the marks that keep a few words on one line: its sentences as they are read. */
export function withoutWholeMarks(page: string): string {
  return page.replaceAll(/<span class="whole">([^<]*)<\/span>/g, "$1");
}
