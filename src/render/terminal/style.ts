import type { ChalkInstance } from "chalk";

/** How a terminal shows emphasis; plain where it has no colours. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly bar: (text: string) => string;
  /** Shades a cell by a fraction 0 … 1. */
  readonly shade: (text: string, fraction: number) => string;
}

/** Shades from pale to deep blue of the 256-colour palette, with the text colour that reads on each. */
const SHADES = [
  [255, 16],
  [189, 16],
  [153, 16],
  [111, 16],
  [68, 16],
  [25, 231],
] as const;

/**
 * Colours of the 256-colour palette that read on black and on white alike, at more than four to one: of headings and bars, and
 * of warnings. A terminal of 16 colours shows those next to them, cyan and red; yellow would vanish on white.
 */
const [TEAL, RUST] = [30, 130];

/** The style that a chalk instance gives; level 0 leaves text as it is. */
export function styleWith(chalk: ChalkInstance): Style {
  return {
    heading: (text) => chalk.bold.ansi256(TEAL)(text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    warning: (text) => chalk.ansi256(RUST)(text),
    bar: (text) => chalk.ansi256(TEAL)(text),
    shade: (text, fraction) => {
      if (chalk.level === 0) return text;
      const [background, foreground] =
        SHADES[Math.min(SHADES.length - 1, Math.floor(fraction * SHADES.length))] ?? SHADES[0];
      return chalk.bgAnsi256(background).ansi256(foreground)(text);
    },
  };
}

/** Text as it is: for pipes and files. */
export const plainStyle: Style = {
  heading: (text) => text,
  strong: (text) => text,
  faint: (text) => text,
  warning: (text) => text,
  bar: (text) => text,
  shade: (text) => text,
};
