import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { UsageError } from "../../errors.ts";

/**
 * A driver, from where this program is installed or from a folder in `NODE_PATH`; never from the working directory, where
 * anybody's files may lie.
 *
 * @throws UsageError that names the command to install it with
 */
export async function loadDriver(name: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(createRequire(import.meta.url).resolve(name)).href);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    throw new UsageError(
      `the driver ${name} is not installed`,
      `install it next to rfm: npm install ${name} (with -g where rfm was installed with -g)`,
    );
  }
}
