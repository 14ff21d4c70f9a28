import { maskPersonal } from "../../basics/text/mask-personal.ts";
import type { ReportInput } from "./report-input.ts";

/** A customer's id as every format of a report shows it: an e-mail address is masked, unless its being shown was asked for. */
export function reportedId(id: string, { showCustomers }: Pick<ReportInput, "showCustomers">): string {
  return showCustomers ? id : maskPersonal(id);
}
