import type { FilePlan } from "../../../exports/file-plan.ts";
import { areNumberedByFile } from "../../../exports/join/joined-file.ts";

/** What to do where each file may start its order ids again: tables that are joined by those ids go together month by month. */
export function numberingHint(plans: readonly FilePlan[]): string {
  return areNumberedByFile(plans)
    ? "pass --numbering per-file if each file or sheet starts its order ids again"
    : "if each month's tables start their order ids again, read each month on its own with rfm orders, and then those files together";
}
