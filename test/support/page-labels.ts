/** Where the labels of charts and the cards stand on a page of the report in a browser. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

/** Labels of one axis that are nearer to each other than so many pixels; the numbers of scores may be. */
export async function tightLabels(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((gap) => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll("svg")) {
      const labels = [...svg.querySelectorAll("text:not(.marked)")]
        .map((text) => ({ text: text.textContent ?? "", box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0)
        .sort((a, b) => a.box.left - b.box.left);
      for (const [index, { text, box }] of labels.entries()) {
        const next = labels.slice(index + 1).find((other) => Math.abs(other.box.top - box.top) < 4);
        if (next !== undefined && next.box.left - box.right < gap) found.push(`${text} | ${next.text}`);
      }
    }
    return found;
  }, least);
}

/** How many groups to begin with there are, and how much of their row is left on the right, in pixels. */
export async function cardsInRow(page: Page): Promise<{ readonly cards: number; readonly left: number }> {
  return page.evaluate(() => {
    const row = document.querySelector("ol.first");
    const cards = [...(row?.children ?? [])];
    const last = cards.at(-1)?.getBoundingClientRect().right ?? 0;
    return { cards: cards.length, left: Math.round((row?.getBoundingClientRect().right ?? 0) - last) };
  });
}
