/** How well the words and drawings of a page stand out from what is behind them, by the contrast ratio of WCAG 2. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from "playwright-core";

/** Words need this much contrast, parts of drawings that, and kinds of bars with each other that. */
const [WORDS, DRAWINGS, KINDS] = [4.5, 3, 1.4];

/** What draws numbers; lines that only guide the eye may be faint. */
const DRAWN =
  "rect.bar, rect.kept, rect.back, rect.new, .spark rect, path.stack, path.curve, path.one-cohort, path.even, line.mark, line.whisker, circle.dot, .share rect, .rate rect, .ribbon path, .shape path";

/**
 * Words, and parts of drawings by their area or outline, that do not stand out from what is behind them; where there is no hue
 * to tell them by, kinds of bars in a legend that are alike, too. Each kind once.
 */
export async function faintParts(page: Page, hasHues: boolean): Promise<readonly string[]> {
  const { words, drawings, chips } = await contrasts(page);
  const below = (measured: readonly Measured[], least: number): readonly string[] =>
    measured.filter(([, contrast]) => contrast < least).map(([name, contrast]) => `${contrast.toFixed(2)}: ${name}`);
  return [...below(words, WORDS), ...below(drawings, DRAWINGS), ...below(hasHues ? [] : chips, KINDS)];
}

/** The lowest contrast of the outlines of shapes with the cells they stand in. */
export async function faintestShape(page: Page): Promise<number> {
  return Math.min(...(await contrasts(page)).inCells);
}

type Measured = readonly [name: string, contrast: number];

interface Contrasts {
  readonly words: readonly Measured[];
  readonly drawings: readonly Measured[];
  readonly chips: readonly Measured[];
  readonly inCells: readonly number[];
}

function contrasts(page: Page): Promise<Contrasts> {
  return page.evaluate((drawn) => {
    /** Red, green and blue as fractions of 1, and how much of what is behind is covered. */
    const parse = (colour: string): readonly number[] | null => {
      const numbers = (colour.match(/[\d.]+/g) ?? []).map(Number);
      const [red, green, blue, alpha = 1] = numbers;
      if (red === undefined || green === undefined || blue === undefined) return null; // none, or a pattern
      return colour.startsWith("color(") ? [red, green, blue, alpha] : [red / 255, green / 255, blue / 255, alpha];
    };
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const over = (front: readonly number[], back: readonly number[]): readonly number[] => {
      const alpha = front[3] ?? 1;
      return [0, 1, 2].map((at) => (front[at] ?? 0) * alpha + (back[at] ?? 0) * (1 - alpha));
    };
    const contrast = (one: readonly number[], other: readonly number[]): number => {
      const both = [luminance(one), luminance(other)];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    };
    const behind = (element: Element | null): readonly number[] => {
      if (element === null) return parse(getComputedStyle(document.body).backgroundColor) ?? [1, 1, 1];
      const own = element instanceof SVGElement ? null : parse(getComputedStyle(element).backgroundColor);
      if (own === null || own[3] === 0) return behind(element.parentElement);
      return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const best = (element: Element, colours: readonly string[]): number => {
      const back = behind(element.parentElement);
      return Math.max(
        1,
        ...colours.flatMap((colour) => {
          const front = parse(colour);
          return front === null || front[3] === 0 ? [] : [contrast(over(front, back), back)];
        }),
      );
    };
    const least = (found: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] => {
      const lowest = new Map<string, number>();
      for (const [name, value] of found) lowest.set(name, Math.min(value, lowest.get(name) ?? value));
      return [...lowest];
    };
    const seen = new Set<Element>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: (readonly [string, number])[] = [];
    while (texts.nextNode() !== null) {
      const element = texts.currentNode.parentElement;
      if (element === null || seen.has(element) || (texts.currentNode.nodeValue ?? "").trim() === "") continue;
      seen.add(element);
      if (!element.checkVisibility() || element instanceof SVGTitleElement) continue;
      const style = getComputedStyle(element);
      const isDrawn = element instanceof SVGElement;
      const front = parse(isDrawn ? style.fill : style.color) ?? [0, 0, 0];
      const halo = isDrawn && style.paintOrder.startsWith("stroke") ? parse(style.stroke) : null;
      const back = halo ?? behind(element);
      words.push([
        `${element.tagName} ${(texts.currentNode.nodeValue ?? "").trim().slice(0, 40)}`,
        contrast(over(front, back), back),
      ]);
    }
    const drawings = [...document.querySelectorAll(drawn)]
      .filter((element) => element.checkVisibility())
      .map((element): readonly [string, number] => {
        const { fill, stroke } = getComputedStyle(element);
        const name = `${element.parentElement?.getAttribute("class") ?? ""} ${element.tagName}.${element.getAttribute("class") ?? ""}`;
        return [name, best(element, element instanceof SVGLineElement ? [stroke] : [fill, stroke])]; // a line has no area
      });
    const chips = [...document.querySelectorAll(".legend")].flatMap((legend) => {
      const kinds = [...legend.querySelectorAll(".chip.kept, .chip.back, .chip.new")];
      return kinds.flatMap((one, index) =>
        kinds.slice(index + 1).map((other): readonly [string, number] => {
          const [first, second] = [behind(one), behind(other)];
          return [`${one.className} and ${other.className}`, contrast(first, second)];
        }),
      );
    });
    const inCells = [...document.querySelectorAll("#grid-customers .shape path")].map((path) => {
      const cell = path.closest("td");
      if (cell === null) throw new Error("a shape without a cell");
      return contrast(parse(getComputedStyle(path).stroke) ?? [0, 0, 0], behind(cell));
    });
    return { words: least(words), drawings: least(drawings), chips: least(chips), inCells };
  }, DRAWN);
}
