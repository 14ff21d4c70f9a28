import { styleText } from "node:util";

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
  [68, 231],
  [25, 231],
] as const;

/** The style of a terminal with colours. */
export const colouredStyle: Style = {
  heading: (text) => painted(["bold", "cyan"], text),
  strong: (text) => painted("bold", text),
  faint: (text) => painted("dim", text),
  warning: (text) => painted("yellow", text),
  bar: (text) => painted("cyan", text),
  shade: (text, fraction) => {
    const [background, foreground] =
      SHADES[Math.min(SHADES.length - 1, Math.floor(fraction * SHADES.length))] ?? SHADES[0];
    return `\u001b[48;5;${background}m\u001b[38;5;${foreground}m${text}\u001b[39m\u001b[49m`;
  },
};

/** Each line for itself, so that no pager carries a colour on into what follows. */
function painted(format: Parameters<typeof styleText>[0], text: string): string {
  if (text === "") return "";
  return text
    .split("\n")
    .map((line) => styleText(format, line, { validateStream: false }))
    .join("\n");
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
