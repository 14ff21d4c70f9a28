import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Where scripts/test-engines.js installs the drivers. */
const DRIVERS = fileURLToPath(new URL("../../../node_modules/.cache/rfm-engines/", import.meta.url));

/** A driver that was installed for these tests; `null` where it was not. */
export function driver<Module>(name: string): Module | null {
  try {
    return createRequire(DRIVERS)(name) as Module;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}
