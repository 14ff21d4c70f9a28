/** A page of the report in a browser, and what can be read off it. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";

/** What a page did that it should not. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught exceptions. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for, but for the page itself. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export interface PageLook {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

/** Opens a file as a reader would, and listens to all that it does. */
export async function openReport(
  browser: Browser,
  path: string,
  { width = 1440, scheme = "light" }: PageLook = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const complaints: string[] = [];
  const requests: string[] = [];
  const address = pathToFileURL(path).href;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, requests, close: () => page.close() };
}

/** What axe-core finds that would keep out people who see badly or not at all, one line each; by all its rules, or by some. */
export async function accessibilityProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await openDetails(page);
  // by a debugger's way in, since the page itself allows no script; as text, because nothing of this module is there
  await page.evaluate(`${axe.source};0`);
  const options = { resultTypes: ["violations"], ...(rules === undefined ? {} : { runOnly: rules }) };
  const violations = await page.evaluate<axe.Result[]>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`, // what passes is thousands of elements
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** Shows the first rows of each folded table, so many of them, and hides the others, which are of the same kind. */
export function showRows(page: Page, shown: number): Promise<void> {
  return page.evaluate((most) => {
    for (const body of document.querySelectorAll("details tbody")) {
      for (const [index, row] of [...body.querySelectorAll("tr")].entries()) row.hidden = index >= most;
    }
  }, shown);
}

/** A page as a reader finds it: nothing unfolded, chosen, selected or scrolled. */
export function resetPage(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = false;
    const [first] = document.querySelectorAll<HTMLInputElement>("input[type=radio]");
    if (first !== undefined) first.checked = true;
    getSelection()?.removeAllRanges();
    window.scrollTo({ top: 0, behavior: "instant" });
  });
}

/** Unfolds the tables under the charts. */
export function openDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** How far the page is wider than its window, in pixels, and what sticks out. */
export function overflowOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide <= 0) return [];
    const culprits = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && element.closest(".scroll") === null,
    );
    return [`${wide} pixels too wide`, ...culprits.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** What scrolls sideways without saying so, by its name. The hint is an animation, so it comes a frame after a new width. */
export async function silentScrollers(page: Page): Promise<readonly string[]> {
  if ((await silentNow(page)).length === 0) return [];
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
  return silentNow(page);
}

function silentNow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".scroll")]
      .filter(
        (one) =>
          one.scrollWidth > one.clientWidth + 1 && !(Number.parseFloat(getComputedStyle(one, "::before").height) > 0),
      )
      .map((one) => `no hint: ${one.getAttribute("aria-label")}`),
  );
}

/** The cells of a table as they are read, row by row, the headings left out. */
export function tableIn(page: Page, selector: string): Promise<readonly (readonly string[])[]> {
  return page
    .locator(`${selector} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())),
    );
}

/** A number that stands in a text, whatever its grouping, unit and percent sign: `1,846.50 EUR` is 1846.5. */
export function numberIn(text: string): number {
  return Number(text.replace(/[^\d.-]/g, ""));
}

/** Days, options, and numbers with what they count that a line's end breaks in two: what cannot be searched for, nor read at a glance. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  const counted = "(?<![\\w.,/-])\\d(?:[\\d.,]*\\d)? \\p{L}{2,20}(?!\\p{L})";
  return brokenIn(page, "body", `\\d{4}-\\d{2}(?:-\\d{2})?|--[a-z][a-z-]*|\\p{L}+ [+−±-]\\d+|${counted}`);
}

/** Headings whose last line is shorter than a fourth of their longest: a word left over. */
export function shortLastLines(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3")].flatMap((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const lines = new Map<number, { left: number; right: number }>();
      for (const { bottom, left, right } of range.getClientRects()) {
        const line = lines.get(Math.round(bottom)) ?? { left, right };
        lines.set(Math.round(bottom), { left: Math.min(left, line.left), right: Math.max(right, line.right) });
      }
      const widths = [...lines].toSorted(([one], [other]) => one - other).map(([, { left, right }]) => right - left);
      return (widths.at(-1) ?? 0) < Math.max(0, ...widths) / 4 ? [`last line: ${heading.textContent}`] : [];
    }),
  );
}

/** Words of a part of the page that stand on another line than the arrow that belongs to them. */
export function strayArrows(page: Page, part: string): Promise<readonly string[]> {
  return brokenIn(page, part, "\\p{L}+ [→↓]");
}

/** Words of names in a part of the page that are broken in two. */
export function brokenNames(page: Page, part: string): Promise<readonly string[]> {
  return brokenIn(page, part, "\\S+");
}

function brokenIn(page: Page, part: string, words: string): Promise<readonly string[]> {
  return page.evaluate(
    ([within = "", pattern = ""]) => {
      const found: string[] = [];
      const texts = [...document.querySelectorAll(within)].flatMap((one) => {
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        const nodes: Node[] = [];
        while (walker.nextNode() !== null) nodes.push(walker.currentNode);
        return nodes;
      });
      for (const node of texts) {
        if (node.parentElement?.closest("svg, code") !== null) continue;
        for (const { 0: word, index } of (node.nodeValue ?? "").matchAll(new RegExp(pattern, "gu"))) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            found.push(`broken: ${word}`);
        }
      }
      return found;
    },
    [part, words],
  );
}

/** Words that are drawn over a chart's points, by their text. */
export function wordsOverPoints(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((chart) => {
      const points = [...chart.querySelectorAll("circle")].map((point) => point.getBoundingClientRect());
      return [...chart.querySelectorAll("text")].flatMap((words) => {
        const box = words.getBoundingClientRect();
        const isOver = points.some(
          (point) =>
            point.left < box.right && point.right > box.left && point.top < box.bottom && point.bottom > box.top,
        );
        return isOver ? [`over a point: ${words.textContent}`] : [];
      });
    }),
  );
}

/** Words that a dashed line crosses, of a day, a cut point or an even spread: those with a ground of their own are read all the same. */
export function crossedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((chart) => {
      const boxes = (parts: string) => [...chart.querySelectorAll(parts)].map((part) => part.getBoundingClientRect());
      const [lines, grounds] = [boxes("line.mark"), boxes("rect.ground")];
      const curves = [...chart.querySelectorAll<SVGGeometryElement>("path.even, polyline.even")];
      const isOnCurve = (curve: SVGGeometryElement, box: DOMRect): boolean => {
        const [matrix, length] = [curve.getScreenCTM(), curve.getTotalLength()];
        if (matrix === null) return false;
        return Array.from({ length: 201 }, (_, step) =>
          curve.getPointAtLength((length * step) / 200).matrixTransform(matrix),
        ).some(({ x, y }) => x > box.left + 1 && x < box.right - 1 && y > box.top + 4 && y < box.bottom - 4);
      };
      return [...chart.querySelectorAll("text")].flatMap((words) => {
        const box = words.getBoundingClientRect();
        const isCrossed = lines.some(
          ({ left, top, bottom }) =>
            left > box.left && left < box.right && top < box.bottom - 4 && bottom > box.top + 4,
        );
        const isCovered = grounds.some(({ left, right }) => left <= box.left + 2 && right >= box.right - 2);
        const hasGround = isCovered || getComputedStyle(words).paintOrder.startsWith("stroke");
        return (isCrossed && !isCovered) || (curves.some((curve) => isOnCurve(curve, box)) && !hasGround)
          ? [`crossed: ${words.textContent}`]
          : [];
      });
    }),
  );
}

/** Drawings and tables that are wider than the page. */
export function beyondThePage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("table, svg")]
      .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > window.innerWidth + 1)
      .map((part) => `beyond the page: ${part.closest("[aria-label]")?.getAttribute("aria-label") ?? part.outerHTML}`),
  );
}

/** Words of a drawing that lie over each other, two by two. */
export function wordsOverWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((chart) => {
      const words = [...chart.querySelectorAll("text")]
        .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      return words.flatMap(({ text, box }, index) =>
        words
          .slice(index + 1)
          .filter(
            ({ box: other }) =>
              box.left < other.right - 1 &&
              box.right > other.left + 1 &&
              box.top < other.bottom - 4 && // a line's box is higher than its letters
              box.bottom > other.top + 4,
          )
          .map((other) => `over each other: ${text} and ${other.text}`),
      );
    }),
  );
}

/** Words that are cut with an ellipsis. */
export function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((one) => getComputedStyle(one).textOverflow === "ellipsis")
      .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => `cut: ${one.textContent}`),
  );
}

/** Parts of drawings that the browser takes for something else, because an element of text stands among them. */
export function strayDrawing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("text, rect, path, line, circle, polygon, g")]
      .filter((part) => !(part instanceof SVGElement))
      .map((part) => part.outerHTML.slice(0, 120)),
  );
}
