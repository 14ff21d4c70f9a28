/** Parameters of Punycode, RFC 3492 section 5. */
const [BASE, T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [36, 1, 26, 38, 700, 72, 128] as const;

/**
 * A label of a domain name as DNS has it: letters beyond ASCII in Punycode behind `xn--` (RFC 3492), others as they are.
 *
 * @example asciiLabel("bücher") // "xn--bcher-kva"
 */
export function asciiLabel(label: string): string {
  return /^[\0-\x7f]*$/.test(label) ? label : `xn--${punycode(Array.from(label, (one) => one.codePointAt(0) ?? 0))}`;
}

function punycode(codes: readonly number[]): string {
  const plain = codes.filter((code) => code < FIRST_CODE);
  let text = String.fromCodePoint(...plain) + (plain.length > 0 ? "-" : "");
  let [next, delta, bias, done] = [FIRST_CODE as number, 0, FIRST_BIAS as number, plain.length];
  while (done < codes.length) {
    const smallest = Math.min(...codes.filter((code) => code >= next));
    delta += (smallest - next) * (done + 1);
    next = smallest;
    for (const code of codes) {
      if (code < next) delta += 1;
      if (code !== next) continue;
      text += variableLength(delta, bias);
      bias = adapted(delta, done + 1, done === plain.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    next += 1;
  }
  return text;
}

function variableLength(delta: number, bias: number): string {
  let [text, rest] = ["", delta];
  for (let at = BASE; ; at += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, at - bias));
    if (rest < threshold) return text + digit(rest);
    text += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

function digit(value: number): string {
  return DIGITS[value] ?? "";
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let bias = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    bias += BASE;
  }
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
