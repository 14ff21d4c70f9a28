import { PRESETS } from "./index.ts";
import type { Preset } from "./preset.ts";

/** Every set of header names that tells a preset, as they are compared. */
const SIGNATURES = PRESETS.flatMap((preset) =>
  preset.signatures.map((names) => ({ preset, names: names.map((name) => name.toLowerCase()) })),
);

/** The preset whose signature a header has, the longest where several fit; `null` where none does. */
export function recognisePreset(header: readonly string[]): Preset | null {
  const names = new Set(header.map((cell) => cell.trim().toLowerCase()));
  let best: (typeof SIGNATURES)[number] | null = null;
  for (const signature of SIGNATURES) {
    if (signature.names.length <= (best?.names.length ?? 0)) continue;
    if (signature.names.every((name) => names.has(name))) best = signature;
  }
  return best?.preset ?? null;
}

/** The preset with this name; `null` where there is none. */
export function presetNamed(name: string): Preset | null {
  return PRESETS.find((preset) => preset.name === name.trim().toLowerCase()) ?? null;
}
