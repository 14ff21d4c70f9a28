import { collectConsent } from "./list-values.ts";
import { option } from "./option.ts";

/** Who is not to be contacted. */
export const excludeOption = option({
  name: "exclude",
  section: "lists",
  kind: "file",
  summary:
    "do-not-contact list: e-mail addresses in any spelling, plain or as SHA-256, or customer ids; an address in any row of a customer counts",
});

/** Who may be contacted. */
export const consentOption = option({
  name: "consent",
  section: "lists",
  placeholder: "condition",
  summary:
    "only customers whose newest purchase says so: COLUMN=VALUE[,VALUE]; of two answers in one order the stricter counts; repeat it for exports with another column",
  repeats: true,
  parse: collectConsent,
});
