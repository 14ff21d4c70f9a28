/** A source of random numbers, the same for the same seed. */
export interface Random {
  /** Uniform, at least 0 and below 1, in steps of 2⁻³². */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma with this shape (> 0) and scale 1. */
  readonly gamma: (shape: number) => number;
}

/** Random numbers from a whole number: the generator sfc32 (Doty-Humphrey, PractRand), after twelve rounds of mixing. */
export function randomFrom(seed: number): Random {
  const uniform = smallFastCounting(seed);
  const normal = (): number => normalOf(uniform);
  return { uniform, normal, gamma: (shape) => gammaOf(shape, uniform, normal) };
}

function smallFastCounting(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** Box & Muller (1958); half of each pair is thrown away, so that no number is kept between calls. */
function normalOf(uniform: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
  return radius * Math.cos(2 * Math.PI * uniform());
}

/** Marsaglia & Tsang (2000); below 1 the shape is raised by 1 and the result taken times u^(1/shape). */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
