import { movesOption } from "./command-options.ts";
import { savedParametersOption } from "./forecast-options.ts";
import { attributeOf, flagOf, type OptionValues } from "./option.ts";
import { outputOption } from "./output-options.ts";
import { rejectsOption } from "./reading-options.ts";
import { saveModelOption } from "./scoring-options.ts";

/** The options that name a file to be written; all others of kind `file` name one that is read. */
export const FILES_WRITTEN = [
  outputOption,
  rejectsOption,
  saveModelOption,
  movesOption,
  savedParametersOption,
] as const;

/** A file as an option names it. */
export interface NamedFile {
  /** The option, or what else the file is. */
  readonly flag: string;
  readonly path: string;
}

/** The files that a call is to write. */
export function filesWritten(options: OptionValues): readonly NamedFile[] {
  return FILES_WRITTEN.flatMap((option) => {
    const path = options[attributeOf(option)];
    const flag = option.short === null ? flagOf(option) : `-${option.short}`;
    return typeof path === "string" ? [{ flag, path }] : [];
  });
}
