/** Orders two strings by UTF-16 code unit, as every sort of this program does; never by locale. */
export function compareCodeUnits(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}
