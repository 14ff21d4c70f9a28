/** A whole number with its thousands grouped: `209,029`. */
export function peopleCount(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 customer`, `2 customers`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${peopleCount(count)} ${count === 1 ? one : many}`;
}

/** Text with the names of e-mail addresses hidden, as every message shows them: `a…@example.com`. */
export function maskPersonal(text: string): string {
  return text.replace(/([^\s@",;<>])[^\s@",;<>]*@([^\s@",;<>]+)/g, "$1…@$2");
}
