import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readOptionText } from "../csv/named-text.ts";
import { UsageError } from "../errors.ts";

/** The names of a config, in the folder where the program runs. */
export const CONFIG_NAMES = ["rfm.config.yaml", "rfm.config.yml", "rfm.config.json"] as const;

/** A config file as it was found. */
export interface ConfigFile {
  /** As the user named it. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/**
 * The config that was named, or the one in the working folder.
 *
 * @throws UsageError where there is none, or more than one
 */
export async function loadConfig(named: string | undefined, cwd: string): Promise<ConfigFile> {
  const name = named ?? (await onlyConfig(cwd));
  const hint = "name the config file, or write one with rfm init FILE…";
  const text = await readOptionText(name, cwd, () => new UsageError(`${name}: no such file`, hint));
  return { name, path: resolve(cwd, name), text };
}

async function onlyConfig(cwd: string): Promise<string> {
  const found: string[] = [];
  for (const name of CONFIG_NAMES) if (await stat(join(cwd, name)).catch(() => null)) found.push(name);
  const [first, second] = found;
  if (first === undefined) {
    throw new UsageError(
      `no ${CONFIG_NAMES[0]} in this folder`,
      "name a config file, or write one with rfm init FILE…",
    );
  }
  if (second !== undefined) {
    throw new UsageError(`two configs in this folder: ${first} and ${second}`, "name the one to use");
  }
  return first;
}
