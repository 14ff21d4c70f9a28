/**
 * An option of a command as a key of the config file: `--date-format d/m/y` is `date-format: d/m/y`. The options are
 * defined once, where the command line has them.
 */
export interface OptionKey {
  /** As on the command line, without the dashes. */
  readonly key: string;
  /** The name of its value among a command's options. */
  readonly attribute: string;
  readonly description: string;
  /** A flag is true or false; the others have a value in words. */
  readonly kind: "flag" | "value" | "list";
  readonly choices: readonly string[] | null;
  /** The name of its value in help: `column`, `file`, `day`. */
  readonly placeholder: string;
  /**
   * The value that a text stands for; that of a list is added to the earlier ones.
   *
   * @throws Error whose message says what to write
   */
  readonly parse: (text: string, earlier: unknown) => unknown;
}

/** Values of options by their attributes, each parsed by its option. */
export type OptionValues = Readonly<Record<string, unknown>>;
