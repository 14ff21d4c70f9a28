/** LibreOffice, which opens workbooks as people do: Debian's soffice, or another that is installed. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const PLACES = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** Where it is; `null` where there is none. RFM_SOFFICE names another. */
export const SOFFICE: string | null =
  [process.env["RFM_SOFFICE"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path)) ?? null;

/** Why its tests do not run here; empty where they do. */
export const WITHOUT_SOFFICE =
  SOFFICE === null
    ? "skipped: no LibreOffice was found (Debian: apt-get install libreoffice-calc-nogui; elsewhere: RFM_SOFFICE=path/to/soffice)"
    : "";

const run = promisify(execFile);
const LONGEST = 120_000;

/** Every sheet as a file of its own: commas, UTF-8, values as they are stored, dates as ISO 8601. */
export const EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Opens a file of a folder and writes it there in another format, with settings of its own below the folder. */
export async function convert(folder: string, name: string, format: string): Promise<void> {
  if (SOFFICE === null) throw new Error(WITHOUT_SOFFICE);
  const settings = `-env:UserInstallation=${pathToFileURL(join(folder, "settings")).href}`;
  const args = [settings, "--headless", "--norestore", "--convert-to", format, "--outdir", folder, join(folder, name)];
  await run(SOFFICE, args, { timeout: LONGEST });
}
