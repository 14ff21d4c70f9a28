/**
 * What a contact column holds. `consent` is what a column says about marketing; `condition` is one that must say yes;
 * `otherEmail` is an address that nobody is written to, but may be known by.
 */
export type ContactField =
  | "email"
  | "phone"
  | "firstName"
  | "lastName"
  | "fullName"
  | "country"
  | "city"
  | "zip"
  | "consent"
  | "condition"
  | "otherEmail";
