/** A colour as red, green and blue, 0 … 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Steps of shading that a cell can have, from none to full. */
export const SHADES = 10;

/**
 * Colours of segments by how long ago their typical customer last bought: blue for lately, orange for long ago. Blue and
 * orange stay apart for people who see no difference between red and green, and the ends differ from the middle in
 * lightness too, so that a print without colour still tells them from it.
 */
export const BAND_COLOURS: readonly Rgb[] = [
  [26, 82, 143],
  [120, 174, 219],
  [214, 214, 208],
  [240, 178, 107],
  [168, 82, 8],
];

/** The same for dark pages: the best stand out from the page by being light, the quiet stay darker than those who slip. */
export const DARK_BAND_COLOURS: readonly Rgb[] = [
  [125, 186, 240],
  [66, 113, 163],
  [128, 133, 140],
  [240, 178, 107],
  [184, 101, 32],
];

/** Bars of customers who had ordered before, and of new ones. */
export const RETURNING: Rgb = [42, 109, 176];
export const NEW: Rgb = [201, 131, 47];

/** A colour between two others; `part` 0 is the first. */
export function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const between = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * part);
  return [between(0), between(1), between(2)];
}

/** A colour as CSS writes it. */
export function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever stands out more on a colour by the contrast ratio of WCAG 2. */
export function textOn(colour: Rgb): string {
  const luminance = luminanceOf(colour);
  const onBlack = (luminance + 0.05) / 0.05;
  const onWhite = 1.05 / (luminance + 0.05);
  return onWhite > onBlack ? "#ffffff" : "#000000";
}

function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The class of a cell shaded by a fraction 0 … 1 of the largest; the smallest fraction over 0 still shows. */
export function shadeClass(fraction: number): string {
  if (!(fraction > 0)) return "shade-0";
  return `shade-${Math.min(SHADES, Math.max(1, Math.ceil(fraction * SHADES)))}`;
}
