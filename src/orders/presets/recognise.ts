import { PRESETS } from "./index.ts";
import type { Preset } from "./preset.ts";

/** The preset whose signature a header has, the longest where several fit; `null` where none does. */
export function recognisePreset(header: readonly string[]): Preset | null {
  const names = new Set(header.map((cell) => cell.trim().toLowerCase()));
  let best: { readonly preset: Preset; readonly names: number } | null = null;
  for (const preset of PRESETS) {
    for (const signature of preset.signatures) {
      if (signature.length <= (best?.names ?? 0)) continue;
      if (signature.every((name) => names.has(name.toLowerCase()))) best = { preset, names: signature.length };
    }
  }
  return best?.preset ?? null;
}

/** The preset with this name; `null` where there is none. */
export function presetNamed(name: string): Preset | null {
  return PRESETS.find((preset) => preset.name === name.trim().toLowerCase()) ?? null;
}
