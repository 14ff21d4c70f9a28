import { UsageError } from "../../errors.ts";
import { BUILT_IN_SCHEMES } from "./built-in/index.ts";
import { compileScheme, type Scheme } from "./scheme.ts";

/** Whether the monetary score can decide which segment a customer is in. */
export function usesMoney({ levels, segmentOfCell }: Pick<Scheme, "levels" | "segmentOfCell">): boolean {
  return segmentOfCell.some((segment, cell) => segment !== segmentOfCell[cell - (cell % levels)]);
}

/**
 * Refuses a scheme that needs the monetary score where there is no money.
 *
 * @throws UsageError that names the built-in schemes which do without
 */
export function refuseMoneyScheme(scheme: Scheme): void {
  if (!usesMoney(scheme)) return;
  const others = BUILT_IN_SCHEMES.filter((file) => !usesMoney(compileScheme(file))).map(({ name }) => name);
  throw new UsageError(
    `scheme ${scheme.name} needs the monetary score, and orders without money have none`,
    `choose a scheme of recency and frequency: --scheme ${others.join(" or --scheme ")}, or a file of your own whose segments only have r and f`,
  );
}
