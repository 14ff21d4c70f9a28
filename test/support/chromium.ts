/** A real browser for tests of the page: Debian's chromium, or another Chromium that is installed. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where the browser is; `null` where there is none. RFM_CHROMIUM names another. */
export const CHROMIUM: string | null =
  [process.env["RFM_CHROMIUM"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path)) ?? null;

/** Why the browser tests do not run here; empty where they do. */
export const WITHOUT_BROWSER =
  CHROMIUM === null
    ? "skipped: no Chromium was found (Debian: apt-get install chromium; elsewhere: RFM_CHROMIUM=path/to/chromium)"
    : "";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser without a window, and with nothing that would ask the network on its own. */
export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error(WITHOUT_BROWSER);
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });
}
