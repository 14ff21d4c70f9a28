import { extname } from "node:path";

/** Where the program lies that threads run: in the same folder, whatever is bundled around it. */
export const SCAN_WORKER = new URL(`./scan-worker${extname(import.meta.url)}`, import.meta.url);
