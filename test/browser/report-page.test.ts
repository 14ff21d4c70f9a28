import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launchChromium, WITHOUT_BROWSER } from "../support/chromium.ts";
import { runRfm, shopExport } from "../support/in-process.ts";
import { ENGLISH } from "../support/languages.ts";
import { faintestShape, faintParts } from "../support/page-contrast.ts";
import { cardsInRow, tightLabels } from "../support/page-labels.ts";
import {
  accessibilityProblems,
  beyondThePage,
  brokenNames,
  brokenWords,
  crossedWords,
  cutWords,
  numberIn,
  type OpenedPage,
  openDetails,
  openReport,
  overflowOf,
  type PageLook,
  resetPage,
  shortLastLines,
  showRows,
  silentScrollers,
  strayArrows,
  strayDrawing,
  tableIn,
  wordsOverPoints,
  wordsOverWords,
} from "../support/report-page.ts";
import { type Folder, makeFolder } from "../support/run-rfm.ts";
import { yearsExport } from "../support/years-export.ts";
import { AWKWARD_SCHEME, awkwardExport } from "./awkward-export.ts";

const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";

/** Every width from 320 to 1600, and some beyond, in the long run. */
const WIDTHS = IS_LONG
  ? [280, ...Array.from({ length: 1281 }, (_, index) => 320 + index), 1920, 2560]
  : [360, 768, 1440];

/** So many CSS pixels. */
const MILLIMETRE = 96 / 25.4;
/** Of what is printed, within margins of 14 mm. */
const [A4_WIDTH, A4_HEIGHT] = [(210 - 28) * MILLIMETRE, (297 - 28) * MILLIMETRE];

if (CHROMIUM === null) process.stderr.write(`browser tests ${WITHOUT_BROWSER}\n`);

/** Every page that is looked at, by the arguments that make it. */
const PAGES = {
  shop: "report shop.csv --top 12",
  finnish: "report shop.csv --lang fi --window 3m",
  awkward: "report awkward.csv --scheme awkward.yaml --show-customers --top 20",
  "one customer": "report one.csv",
  "no revenue": "report refunded.csv",
  "one month": "report month.csv",
  ranked: "report shop.csv --method ntile --period week",
  "two years": "report years.csv",
  german: "report years.csv --lang de --backtest --forecast",
  swedish: "report years.csv --lang sv --backtest --forecast",
} as const;
type PageName = keyof typeof PAGES;

/** The pages of this run: German has the longest words, so that Swedish is looked at in the long run only. */
const NAMES = (Object.keys(PAGES) as PageName[]).filter((name) => IS_LONG || name !== "swedish");
/** Those that are looked at from all sides: where customers are ranked, and in Finnish, a page is made of the same parts as the shop's. */
const FROM_ALL_SIDES = NAMES.filter((name) => IS_LONG || !["ranked", "finnish"].includes(name));

/** Rows of a folded table whose colours and roles are looked at: all in the long run, else enough to see every kind. */
const ROWS = IS_LONG ? Number.MAX_SAFE_INTEGER : 3;

/** Colours that a reader may have asked for besides the light ones, which change nothing else. */
const COLOURS = {
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
  "forced and dark": { colorScheme: "dark", forcedColors: "active" },
} as const;

const FILES = {
  "years.csv": yearsExport(),
  "shop.csv": shopExport("EUR"),
  "awkward.csv": awkwardExport(),
  "awkward.yaml": AWKWARD_SCHEME,
  "one.csv": "customer,date,amount\nanna,2024-01-31,10\nanna,2024-03-31,20\n",
  "refunded.csv":
    "customer,order,date,amount\nanna,1,2024-01-01,10\nanna,2,2024-02-20,-10\nben,3,2024-01-05,5\nben,4,2024-03-31,-9\n",
  "month.csv": "customer,date,amount\nanna,2024-05-02,10\nben,2024-05-07,20\ncara,2024-05-09,5\nanna,2024-05-20,7\n",
};

describe.skipIf(CHROMIUM === null)(`the page in a browser${WITHOUT_BROWSER}`, () => {
  let folder: Folder & { readonly remove: () => Promise<void> };
  let browser: Browser;

  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write(FILES);
    for (const name of NAMES) {
      const { status, stderr } = await runRfm([...PAGES[name].split(" "), "-o", `${name}.html`], folder.path);
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
    }
    browser = await launchChromium();
  });

  const looked = { pages: 0, widths: 0 };

  afterAll(async () => {
    process.stderr.write(`figures: ${looked.pages} pages, ${looked.widths} widths in all\n`);
    await browser?.close();
    await folder?.remove();
  });

  /** Looks at a page of its own, which it may change. */
  async function onNewPage<T>(
    name: PageName,
    look: Parameters<typeof openReport>[2],
    use: (opened: OpenedPage) => Promise<T>,
  ): Promise<T> {
    const opened = await openReport(browser, join(folder.path, `${name}.html`), look);
    try {
      return await use(opened);
    } finally {
      await opened.close();
    }
  }

  /** One page of each report, at the width of a desk; whether what they fold away is open is left as it is. */
  const kept = new Map<PageName, OpenedPage>();

  async function keptPage(name: PageName): Promise<Page> {
    const opened = kept.get(name) ?? (await openReport(browser, join(folder.path, `${name}.html`)));
    kept.set(name, opened);
    return opened.page;
  }

  /** Looks at the page that all share, as a reader finds it; what is done to it here is undone, but for changes of its content. */
  async function onPage<T>(
    name: PageName,
    { width = 1440, scheme = "light" }: PageLook,
    use: (opened: { readonly page: Page }) => Promise<T>,
  ): Promise<T> {
    const page = await keptPage(name);
    await resetPage(page);
    await page.emulateMedia({ media: "screen", colorScheme: scheme, forcedColors: "none" });
    await page.setViewportSize({ width, height: 900 });
    try {
      return await use({ page });
    } finally {
      await resetPage(page);
      await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  }

  describe.each(FROM_ALL_SIDES)("%s", (name) => {
    it("asks nothing, complains of nothing, runs nothing from the data, fits every width and keeps nobody out", async () => {
      const page = await keptPage(name);
      const { complaints, requests } = kept.get(name) as OpenedPage;
      await openDetails(page);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(await page.locator("script, img, iframe, object, embed, link, form, [onload], [onerror]").count()).toBe(0);
      expect(await strayDrawing(page)).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, ...(await overflowOf(page)), ...(await silentScrollers(page))]).toEqual([width]);
        expect([width, ...(await brokenWords(page)), ...(await wordsOverPoints(page))]).toEqual([width]);
        expect([width, ...(await crossedWords(page))]).toEqual([width]);
        expect([width, ...(await wordsOverWords(page))]).toEqual([width]);
        looked.widths += 1;
      }
      looked.pages += 1;
      await showRows(page, ROWS);
      expect(["light", ...(await accessibilityProblems(page))]).toEqual(["light"]);
      for (const [colours, media] of Object.entries(COLOURS)) {
        await page.emulateMedia(media);
        expect([colours, ...(await faintParts(page, media.forcedColors === "none"))]).toEqual([colours]);
        if (!IS_LONG) continue;
        const problems = await accessibilityProblems(page, ["color-contrast"]);
        expect([colours, ...problems]).toEqual([colours]);
      }
      await showRows(page, Number.MAX_SAFE_INTEGER);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([]);
      await page.setViewportSize({ width: Math.floor(A4_WIDTH), height: 900 });
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", media: "print" });
      expect(["print", ...(await wordsOverWords(page))]).toEqual(["print"]);
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1440, height: 900 });
    }, 1_800_000);
  });

  it("cuts none of its own names of groups, the longest of which are German", async () => {
    expect(await cutWords(await keptPage("german"))).toEqual([]);
  });

  it("leaves no word over on the last line of a heading", async () => {
    const page = await keptPage("german");
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, ...(await shortLastLines(page))]).toEqual([width]);
    }
  });

  it.each(["german", "finnish"] as const)(
    "keeps the labels of axes apart on the narrowest phones: %s",
    async (name) => {
      const page = await keptPage(name);
      for (const width of [280, 300, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, ...(await tightLabels(page, 6))]).toEqual([width]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  it("has as many columns of cards as there are cards", async () => {
    const cards = [];
    for (const name of ["two years", "one month", "finnish"] as const) {
      const page = await keptPage(name);
      await page.setViewportSize({ width: 1440, height: 900 });
      const row = await cardsInRow(page);
      expect([name, row.left]).toEqual([name, 0]);
      cards.push(row.cards);
    }
    expect(cards).toContain(2);
  });

  it("keeps the arrows of the grid's corner with their words on a phone", async () => {
    await onPage("german", { width: 390 }, async ({ page }) => {
      expect(await strayArrows(page, "#score-grid th")).toEqual([]);
    });
  });

  it("stays small enough to send", async () => {
    for (const name of NAMES) {
      expect((await readFile(join(folder.path, `${name}.html`))).length).toBeLessThan(400_000);
    }
  });

  it("prints what it folds away: definitions, cut points, the ledger", async () => {
    await onPage("shop", {}, async ({ page }) => {
      const ledger = page.locator("#ledger");
      expect(await ledger.isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await ledger.isVisible()).toBe(true);
      expect((await ledger.boundingBox())?.height ?? 0).toBeGreaterThan(5);
      expect(
        await page
          .locator("#segment-map, #grid-customers, #grid-revenue, #grid-average")
          .evaluateAll((all) => all.map((one) => one.checkVisibility())),
      ).toEqual([true, true, true, true]);
    });
  });

  it("prints the names of groups without breaking a word", async () => {
    await onPage("german", { width: Math.floor(A4_WIDTH) }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await brokenNames(page, "#segment-map bdi, .actions bdi")).toEqual([]);
    });
  });

  it.each(["two years", "german"] as const)(
    "prints %s no wider than the paper, with all numbers open",
    async (name) => {
      await onPage(name, { width: Math.floor(A4_WIDTH) }, async ({ page }) => {
        await openDetails(page);
        await page.emulateMedia({ media: "print" });
        expect(await beyondThePage(page)).toEqual([]);
      });
    },
  );

  it.each(["two years", "german"] as const)("fills the pages that it prints of %s", async (name) => {
    await onPage(name, { width: Math.floor(A4_WIDTH) }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const needed = height / A4_HEIGHT;
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.slice(0, 5)).toBe("%PDF-");
      const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(Math.ceil(needed));
      expect(pages).toBeLessThan(needed * 1.3); // a chart that does not fit goes on to the next page
    });
  });

  it("outlines the shapes of groups so that they stand out on every shade", async () => {
    for (const scheme of ["light", "dark"] as const) {
      await onPage("two years", { scheme }, async ({ page }) => {
        expect(await faintestShape(page)).toBeGreaterThan(3);
      });
    }
  });

  it("prints tables as on a desk, and the three grids on one page", async () => {
    await onPage("two years", { width: Math.floor(A4_WIDTH) }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect((await page.locator(".actions thead").boundingBox())?.height ?? 0).toBeGreaterThan(5);
      const grids = (await page.locator("#score-grid").boundingBox())?.height ?? 0;
      expect(grids).toBeGreaterThan(300);
      expect(grids).toBeLessThan(A4_HEIGHT);
    });
  });

  it("shows seven digits in every cell of the grid, and whole ribbons, on a phone", async () => {
    await onNewPage("two years", { width: 390 }, async ({ page }) => {
      await page.locator("#show-revenue").check();
      const overflow = await page.locator("#grid-revenue, .ribbons").evaluateAll((all) =>
        all.map((one) => {
          const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
          while (texts.nextNode() !== null) {
            const { currentNode } = texts;
            const isAmount = one.id === "grid-revenue" && /^[\d,. ]*\d{3}[\d,. ]*$/.test(currentNode.nodeValue ?? "");
            if (isAmount) currentNode.nodeValue = "3,179,537";
          }
          const scroller = one.matches(".scroll") ? one : one.querySelector(".scroll");
          if (scroller === null) throw new Error("nothing to scroll");
          return [(one.textContent ?? "").includes("3,179,537"), scroller.scrollWidth - scroller.clientWidth];
        }),
      );
      expect(overflow).toEqual([
        [true, 0],
        [false, 0],
      ]);
    });
  });

  it("opens what it folds away where a link leads into it", async () => {
    await onNewPage("shop", {}, async ({ page }) => {
      await page.locator('a[href="#cut-points"]').first().click();
      expect(await page.locator("#cut-points").isVisible()).toBe(true);
    });
  });

  it("keeps its contents beside it on a wide screen, over nothing", async () => {
    await onPage("shop", { width: 1440 }, async ({ page }) => {
      const overlaps = async (): Promise<boolean> => {
        const [nav, main] = [await page.locator("main nav").boundingBox(), await page.locator("#short").boundingBox()];
        if (nav === null || main === null) throw new Error("neither contents nor text");
        return nav.x + nav.width > main.x;
      };
      await page.evaluate(() => window.scrollTo(0, 3000));
      expect((await page.locator("main nav").boundingBox())?.y).toBeGreaterThan(0);
      for (const width of [1400, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await overlaps()]).toEqual([width, false]);
      }
    });
  });

  it("is as light and as dark as the reader's screen", async () => {
    const background = (page: Page): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background(await keptPage("shop"));
    expect(light).toBe("rgb(255, 255, 255)");
    expect(await onPage("shop", { scheme: "dark" }, ({ page }) => background(page))).not.toBe(light);
  });

  it("can be walked through by keyboard: the way past the top comes first", async () => {
    await onNewPage("shop", {}, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#report");
      await page.keyboard.press("Enter");
      await page.waitForURL(({ hash }) => hash === "#report", { timeout: 5_000 }); // the browser tells of it a moment later
    });
  });

  describe("its charts", () => {
    let report: JsonReport;
    let years: JsonReport;

    beforeAll(async () => {
      const reportOf = async (name: PageName): Promise<JsonReport> =>
        JSON.parse((await runRfm([...PAGES[name].split(" "), "--format", "json", "-q"], folder.path)).stdout);
      report = await reportOf("shop");
      years = await reportOf("two years");
    });

    /** Reads off the shop's page, which all of these tests share: none may change it. */
    const onShop = async <T>(use: (opened: { readonly page: Page }) => Promise<T>): Promise<T> =>
      use({ page: await keptPage("shop") });

    it("are all there, each with a title, a description and its numbers", async () => {
      await onShop(async ({ page }) => {
        const figures = await page.locator("figure").evaluateAll((all) =>
          all.map((figure) => ({
            id: figure.id,
            title: figure.querySelector("h3")?.textContent ?? "",
            described:
              figure.querySelector("[role=img]")?.getAttribute("aria-label") ??
              figure.querySelector("[role=region]")?.getAttribute("aria-label") ??
              "",
            tables: figure.querySelectorAll("table").length,
          })),
        );
        expect(figures.map(({ id }) => id)).toEqual([
          "groups-over-time",
          "segment-map",
          "score-grid",
          "spread-recency",
          "spread-frequency",
          "spread-monetary",
          "curve-concentration",
          "retention-customers",
          "retention-rate",
          "revenue-new",
          "cohort-triangle",
          "cohort-curves",
          "curve-second",
          "movement-matrix",
        ]);
        for (const { title, described, tables } of figures) {
          expect(title).not.toBe("");
          expect(described).toContain(title);
          expect(tables).toBeGreaterThan(0);
        }
      });
    });

    it("show the segments of the JSON report, with bars as long as their shares", async () => {
      await onShop(async ({ page }) => {
        const rows = await tableIn(page, "#segment-map");
        const groups = report.segments
          .filter(({ customers }) => customers > 0)
          .toSorted((a, b) => b.revenue - a.revenue);
        expect(
          rows.map(([name, customers, revenue, each]) => [name, customers, revenue, numberIn(each ?? "")]),
        ).toEqual(
          groups.map((one) => [
            one.segment,
            `${one.customers} ${percent(one.customer_share)}`,
            `${moneyText(one.revenue)} ${percent(one.revenue_share)}`,
            Number(one.revenue_per_customer.toFixed(2)),
          ]),
        );
        const widths = await page
          .locator("#segment-map .share rect")
          .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
        const boxes = await page
          .locator("#segment-map .share")
          .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
        const shares = groups.flatMap((one) => [one.customer_share, one.revenue_share]);
        const most = Math.max(...shares);
        for (const [index, share] of shares.entries()) {
          expect((widths[index] ?? 0) / (boxes[index] ?? 1)).toBeCloseTo(share / most, 2);
        }
      });
    });

    it("show the grid and the months of the JSON report", async () => {
      await onShop(async ({ page }) => {
        const { customers, revenue, segments } = report.grid;
        const filled = customers.toReversed().flatMap((row) => row.filter((amount) => amount > 0));
        const valuesOf = (view: string): Promise<readonly string[]> =>
          page.locator(`#grid-${view} .value`).evaluateAll((all) => all.map((one) => one.textContent ?? ""));
        expect((await valuesOf("customers")).map((text) => numberIn(text.split(/\s/)[0] ?? ""))).toEqual(filled);
        const money = revenue
          .toReversed()
          .flatMap((row, r) => row.filter((_, f) => customers.toReversed()[r]?.[f] !== 0));
        const rounded = (amount: number): number => (Math.round(amount) < 1000 ? amount : Math.round(amount));
        expect((await valuesOf("revenue")).map((text) => numberIn(text.split(/\s/)[0] ?? ""))).toEqual(
          money.map(rounded),
        );
        const each = money.map((amount, index) => amount / (filled[index] ?? 1));
        for (const [index, text] of (await valuesOf("average")).entries()) {
          expect(Math.abs(numberIn(text) - (each[index] ?? 0))).toBeLessThanOrEqual(
            (each[index] ?? 0) < 1000 ? 0.006 : 0.5,
          );
        }
        const named = await page
          .locator("#grid-customers .group")
          .evaluateAll((all) => all.map((one) => one.textContent?.trim()));
        expect(named).toEqual(segments.toReversed().flatMap((row) => row.filter((name) => name !== null)));
        const months = await tableIn(page, "#retention-rate");
        expect(months.map((row) => [1, 2, 3, 4, 7, 8].map((column) => numberIn(row[column] ?? "")))).toEqual(
          report.retention.map(({ customers, retained, reactivated, new: first, orders, revenue }) => [
            customers,
            retained,
            reactivated,
            first,
            orders,
            revenue,
          ]),
        );
        expect(months.map((row) => row[6])).toEqual(
          report.retention.map(({ retention_rate: rate }) =>
            rate === null ? "–" : `${(Math.round(rate * 1000) / 10).toFixed(1)}%`,
          ),
        );
      });
    });

    it("show who brought the revenue of each month, and what cohorts have spent, as the JSON report has it", async () => {
      await onShop(async ({ page }) => {
        const rows = await tableIn(page, "#revenue-new");
        expect(rows.map((row) => [1, 2, 3].map((column) => numberIn(row[column] ?? "")))).toEqual(
          report.retention.map(({ revenue, new_revenue }) => [
            new_revenue,
            Number((revenue - new_revenue).toFixed(2)),
            revenue,
          ]),
        );
        const curves = await tableIn(page, "#cohort-curves");
        expect(curves.at(-1)?.slice(1).map(numberIn)).toEqual(
          report.cohort_averages
            .map((one) => one.cumulative_revenue_per_customer)
            .filter((value) => value !== null)
            .slice(0, 13)
            .map((value) => Number(value.toFixed(2))),
        );
      });
    });

    it("draw the distributions of the JSON report: customers and heights of every bar", async () => {
      await onShop(async ({ page }) => {
        for (const [dimension, { bins }] of Object.entries(report.distributions)) {
          const expected = bins.map(({ customers }) => customers);
          const rows = await tableIn(page, `#spread-${dimension}`);
          expect(rows.map((row) => numberIn(row[1] ?? ""))).toEqual(expected);
          const heights = await page
            .locator(`#spread-${dimension} rect.bar`)
            .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
          const filled = expected.filter((customers) => customers > 0);
          expect(heights).toHaveLength(filled.length);
          const most = Math.max(...heights);
          for (const [index, height] of heights.entries()) {
            expect(height / most).toBeCloseTo((filled[index] ?? 0) / Math.max(...filled), 1);
          }
        }
      });
    });

    it("draw the curve of who brings the revenue, and say what the best fifth brings", async () => {
      await onShop(async ({ page }) => {
        const { concentration } = report;
        const rows = await tableIn(page, "#curve-concentration");
        expect(rows.map((row) => [numberIn(row[0] ?? ""), numberIn(row[2] ?? "")])).toEqual(
          concentration.points.map(({ customers, revenue }) => [customers, revenue]),
        );
        const title = await page.locator("#curve-concentration h3").textContent();
        expect(title).toBe(
          `${percent(concentration.top_fifth.customer_share)} of customers bring ${percent(concentration.top_fifth.revenue_share)} of the revenue`,
        );
      });
    });

    it("show the cohorts, the second order and the moves of the JSON report", async () => {
      await onShop(async ({ page }) => {
        const cohorts = (await tableIn(page, "#cohort-triangle")).slice(0, -1);
        const shown = cohorts.flatMap((row) => row.slice(2).filter((text) => text !== ""));
        const rates = report.cohorts
          .filter(({ k, rate }) => k > 0 && rate !== null)
          .map(({ rate }) => percent(rate ?? 0));
        expect(shown.toSorted()).toEqual(rates.toSorted());
        const second = await tableIn(page, "#curve-second");
        expect(second.map(([days, share]) => [numberIn(days ?? ""), share])).toEqual(
          report.repeat.second_order.map(({ days, share }) => [days, percent(share)]),
        );
        const moves = await tableIn(page, "#movement-matrix details");
        expect(moves.map(([, , customers]) => numberIn(customers ?? ""))).toEqual(
          report.movement.flows.map(({ customers }) => customers),
        );
      });
    });

    it("draw the largest moves down and up as the JSON report's flows have them", async () => {
      await onShop(async ({ page }) => {
        for (const [direction, isDown] of [
          ["down", true],
          ["up", false],
        ] as const) {
          const rows = await tableIn(page, `#moves-${direction}`);
          expect(rows.length).toBeLessThanOrEqual(6);
          const order = report.segments.map(({ segment }) => segment);
          for (const [from = "", , to = ""] of rows)
            expect([from, to, order.indexOf(to) > order.indexOf(from)]).toEqual([from, to, isDown]);
          const money = rows.map((row) => numberIn(row[4] ?? ""));
          expect(money).toEqual(money.toSorted((a, b) => b - a));
        }
      });
    });

    it("open with what changed between the two newest complete months", async () => {
      await onShop(async ({ page }) => {
        const { latest, before } = report.latest_period;
        const tiles = await page
          .locator(".tiles > div")
          .evaluateAll((all) => all.map((tile) => tile.textContent ?? ""));
        expect(tiles[1]).toContain(String(latest.customers));
        expect(tiles[1]).toContain(percent(Math.abs(latest.customers / before.customers - 1)));
        expect(tiles[3]).toContain(percent(latest.retention_rate));
        const rows = await tableIn(page, "section[aria-labelledby=latest]");
        expect(rows.map(([, now]) => numberIn(now ?? ""))).toEqual([
          Math.round(latest.revenue),
          latest.customers,
          latest.new_customers,
          latest.orders,
          Number(latest.average_order_value.toFixed(2)),
          Number((latest.retention_rate * 100).toFixed(1)),
        ]);
      });
    });

    it("open with the decision: on a desk everything of it, on a phone the headline and the first group", async () => {
      const { actions } = years;
      expect(actions.length).toBeGreaterThan(1);
      await onPage("two years", {}, async ({ page }) => {
        const bottoms = (selector: string): Promise<readonly number[]> =>
          page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
        expect(Math.max(...(await bottoms(".first li, #groups-over-time .plot, .tiles .big")))).toBeLessThanOrEqual(
          900,
        );
        const cards = await page.locator(".first li").evaluateAll((all) => all.map((one) => one.textContent ?? ""));
        for (const [index, { group, segment, customers, command }] of actions.entries()) {
          const name = segment ?? ENGLISH.words.page.first.groups[group];
          for (const said of [name, `${customers} customer`, command]) expect(cards[index]).toContain(said);
        }
        await page.setViewportSize({ width: 390, height: 844 });
        expect(Math.max(...(await bottoms("h1, .first li:first-child .do")))).toBeLessThanOrEqual(844);
      });
    });

    it("select a command with one click, as a terminal takes it", async () => {
      const { actions } = years;
      await onPage("two years", {}, async ({ page }) => {
        await page.locator(".command").first().click();
        expect(await page.evaluate(() => getSelection()?.toString())).toBe(actions[0]?.command);
      });
    });

    it("draw the kinds of groups as the JSON report counts them", async () => {
      await onShop(async ({ page }) => {
        const points = report.groups_over_time;
        const rows = await tableIn(page, "#groups-over-time");
        expect(rows.map(([day, ...counts]) => [day?.slice(0, 10), ...counts.slice(0, -1).map(numberIn)])).toEqual(
          points.map(({ day, customers }) => [day, ...Object.values(customers)]),
        );
        const heights = await page
          .locator("#groups-over-time path.stack")
          .evaluateAll((areas) => areas.map((area) => (area.getAttribute("d") ?? "").split(/[A-Z]/).filter(Boolean)));
        const newest = Object.values(points.at(-1)?.customers ?? {});
        const ends = heights.map((path) => {
          const y = (text = ""): number => Number(text.split(",")[1]);
          const half = path.length / 2; // the upper line from left to right, then the lower one back
          return y(path[half]) - y(path[half - 1]);
        });
        const total = ends.reduce((sum, height) => sum + height, 0);
        const all = newest.reduce((sum, count) => sum + count, 0);
        for (const [index, count] of newest.entries()) expect((ends[index] ?? 0) / total).toBeCloseTo(count / all, 2);
      });
    });

    it("follow who has lapsed, as the JSON report counts them", async () => {
      const { lapsing, actions } = years;
      const { customers, segments } = lapsing.valuable;
      const page = await keptPage("two years");
      const said = (await page.locator("#lapsed").textContent()) ?? "";
      const card = (await page.locator(".first li").first().textContent()) ?? "";
      expect(customers).toBeGreaterThan(0);
      expect(await page.locator("h1").textContent()).toContain(`${customers} good customer`);
      for (const { segment, customers: amount } of segments.slice(0, 3)) expect(card).toContain(`${segment} ${amount}`);
      expect(said).toContain("not what will be lost");
      expect(card).toContain(`${customers} customer`);
      expect(card).toContain(actions[0]?.command);
    });

    it("answer on a phone what is wrong, what to do first, whether it gets better and how sure that is, without scrolling", async () => {
      await onPage("two years", { width: 390 }, async ({ page }) => {
        const shown = ["h1", "#lapsed", ".trend", ".first li:first-child"].map((part) =>
          page.locator(part).boundingBox(),
        );
        for (const box of await Promise.all(shown)) {
          expect(box?.height).toBeGreaterThan(0);
          expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844); // the height of a phone 390 wide
        }
      });
    });

    it("fit a phone: the best frequency score is in view, whatever the cells show", async () => {
      await onPage("shop", { width: 360 }, async ({ page }) => {
        for (const view of ["customers", "revenue", "average"]) {
          await page.locator(`#show-${view}`).check();
          expect(await page.locator(".view:visible").evaluateAll((all) => all.map(({ id }) => id))).toEqual([
            `grid-${view}`,
          ]);
          const ends = await page
            .locator(`#grid-${view} tbody tr td:last-child`)
            .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
          expect(Math.max(...ends)).toBeLessThanOrEqual(360);
        }
      });
    });

    it("name the customers who spent most as the JSON report does", async () => {
      await onShop(async ({ page }) => {
        const rows = await tableIn(page, "section[aria-labelledby=top]");
        expect(
          rows.map(([id, segment, cell, orders, spent, last]) => [
            id,
            segment,
            cell,
            numberIn(orders ?? ""),
            numberIn(spent ?? ""),
            last,
          ]),
        ).toEqual(
          report.top_customers.map((one) => [
            one.customer_id,
            one.segment,
            one.rfm_cell,
            one.orders,
            one.revenue,
            one.last_order,
          ]),
        );
        expect(rows).toHaveLength(12);
      });
    });

    it("hatch the month that has not ended", async () => {
      const args = [...PAGES.shop.split(" "), "--as-of", "2024-06-14", "-o", "partial.html"];
      await runRfm(args, folder.path);
      const opened = await openReport(browser, join(folder.path, "partial.html"));
      // January is not covered from its first day, June not to its last
      expect(await opened.page.locator("#retention-customers .hatch").count()).toBe(2);
      expect(await opened.page.locator("#retention-rate .partial-band").count()).toBe(2);
      const months = await tableIn(opened.page, "#retention-rate");
      expect(months.at(-1)?.[0]).toBe("June 2024 (not complete)");
      expect(months.at(-1)?.[6]).toBe("–");
      await opened.close();
    });
  });

  describe("what a chart cannot tell truthfully", () => {
    async function instead(name: PageName): Promise<readonly string[]> {
      return (await keptPage(name)).locator(".instead").evaluateAll((all) => all.map(({ id }) => id));
    }

    it("is a sentence for one customer", async () => {
      expect(await instead("one customer")).toEqual([
        "segment-map",
        "spread-recency",
        "spread-frequency",
        "spread-monetary",
        "curve-concentration",
        "retention-rate",
        "cohort-triangle",
        "curve-second",
      ]);
    });

    it("is a sentence where refunds eat up all revenue", async () => {
      expect(await instead("no revenue")).toContain("curve-concentration");
    });

    it("is a sentence for a single month", async () => {
      expect(await instead("one month")).toEqual([
        "groups-over-time",
        "retention-rate",
        "cohort-triangle",
        "curve-second",
        "movement-matrix",
      ]);
    });

    it("is a sentence where customers are ranked and every move would be others' doing", async () => {
      expect(await instead("ranked")).toContain("movement-matrix");
    });
  });

  it("shows awkward names as they are, cut only where they are very long", async () => {
    const page = await keptPage("awkward");
    const ids = (await tableIn(page, "section[aria-labelledby=top]")).map(([id]) => id ?? "");
    expect(ids).toContain("<script>window.hacked=1</script>");
    expect(ids).toContain("=cmd|' /C calc'!A0");
    expect(ids).toContain("👩‍👩‍👧‍👦 perhe");
    expect(ids).toContain("عميل مميز");
    const long = ids.find((id) => id.startsWith("xxxx")) ?? "";
    expect(long).toMatch(/^x{47}…$/);
    const groups = await tableIn(page, "#segment-map");
    expect(groups.length).toBeGreaterThan(5);
  });
});

/** A fraction as the page writes it. */
function percent(fraction: number): string {
  return `${(Math.round(fraction * 1000) / 10).toFixed(1)}%`;
}

/** Money as the page writes it where cents would be noise. */
function moneyText(units: number): string {
  const isSmall = Math.round(units) < 1000;
  return `${units.toLocaleString("en", isSmall ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 })}\u00A0EUR`;
}

interface JsonPeriod {
  readonly revenue: number;
  readonly new_customers: number;
  readonly average_order_value: number;
  readonly customers: number;
  readonly orders: number;
  readonly retention_rate: number;
}

interface JsonReport {
  readonly actions: readonly {
    readonly group: "lapsed" | "best fifth" | "ordered once"; // or segment, whose name stands next to it
    readonly segment: string | null;
    readonly customers: number;
    readonly command: string;
  }[];
  readonly groups_over_time: readonly { readonly day: string; readonly customers: Readonly<Record<string, number>> }[];
  readonly latest_period: { readonly latest: JsonPeriod; readonly before: JsonPeriod };
  readonly lapsing: {
    readonly valuable: {
      readonly customers: number;
      readonly segments: readonly { readonly segment: string; readonly customers: number }[];
    };
  };
  readonly distributions: Readonly<Record<string, { readonly bins: readonly { readonly customers: number }[] }>>;
  readonly concentration: {
    readonly points: readonly { readonly customers: number; readonly revenue: number }[];
    readonly top_fifth: { readonly customer_share: number; readonly revenue_share: number };
  };
  readonly cohort_averages: readonly { readonly cumulative_revenue_per_customer: number | null }[];
  readonly cohorts: readonly { readonly k: number; readonly rate: number | null }[];
  readonly repeat: { readonly second_order: readonly { readonly days: number; readonly share: number }[] };
  readonly movement: { readonly flows: readonly { readonly customers: number }[] };
  readonly segments: readonly {
    readonly segment: string;
    readonly customers: number;
    readonly customer_share: number;
    readonly orders: number;
    readonly revenue: number;
    readonly revenue_share: number;
    readonly revenue_per_customer: number;
  }[];
  readonly grid: {
    readonly customers: readonly (readonly number[])[];
    readonly revenue: readonly (readonly number[])[];
    readonly segments: readonly (readonly (string | null)[])[];
  };
  readonly retention: readonly {
    readonly customers: number;
    readonly retained: number;
    readonly reactivated: number;
    readonly new: number;
    readonly orders: number;
    readonly revenue: number;
    readonly new_revenue: number;
    readonly retention_rate: number | null;
  }[];
  readonly top_customers: readonly {
    readonly customer_id: string;
    readonly segment: string;
    readonly rfm_cell: string;
    readonly orders: number;
    readonly revenue: number;
    readonly last_order: string;
  }[];
}
