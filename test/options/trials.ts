/** For each option of the table a value that nobody has by default, and the data on which it must show. */

/** An option tried on a command line. */
export interface Trial {
  /** Its values; several are given one after the other. Empty for a flag. */
  readonly values?: readonly string[];
  /** What stands on the command line with it and without it. */
  readonly with?: readonly string[];
  /** The export that is read instead of the shop's. */
  readonly on?: string;
  /** Written as `--no-NAME`. */
  readonly negated?: boolean;
  /** The result must be the same with any value. */
  readonly sameResult?: boolean;
}

const words = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));
const value = (one: string, { after = "", on }: { after?: string; on?: string } = {}): Trial => ({
  values: [one],
  with: words(after),
  ...(on === undefined ? {} : { on }),
});
const flag = (after = ""): Trial => ({ with: words(after) });

/** By the option's name; an option that is not here fails the test. */
export const TRIALS: Readonly<Record<string, Trial>> = {
  preset: value("shopify"),
  customer: value("household"),
  order: value("parcel", { after: "--amount-per line" }),
  date: value("shipped"),
  amount: value("net_total", { after: "--amount-per order" }),
  quantity: value("pieces"),
  price: value("list_price"),
  status: value("payment"),
  "currency-column": value("mixed_currency"),
  refunded: value("returned"),
  margin: value("profit"),
  cost: value("expense"),
  columns: value("order,customer,date,amount", { on: "bare.csv" }),
  "amount-per": value("line"),
  "date-format": value("d/m/y", { on: "slashes.csv" }),
  decimal: value(".", { on: "points.csv" }),
  delimiter: value(";"),
  encoding: value("utf-16le"),
  "include-status": value("cancelled"),
  "exclude-status": value("shipped"),
  "unknown-status": value("include", { on: "odd-status.csv" }),
  refunds: value("ignore"),
  duplicates: value("keep", { on: "part-*.csv" }),
  currency: value("EUR", { on: "mixed.csv" }),
  "unnamed-currency": value("EUR", { on: "unnamed.csv" }),
  rates: value("rates.csv", { on: "mixed.csv", after: "--currency EUR" }),
  since: value("2024-02-10"),
  until: value("2024-05-20"),
  where: { values: ["land=Sweden", "payment=paid"] },
  "exclude-customers": value("staff.txt"),
  "time-zone": value("Pacific/Auckland"),
  "link-customers": flag(),
  "max-rejects": value("50%", { on: "broken.csv" }),
  rejects: value("rejects.csv"),
  threads: { ...value("3"), sameResult: true },
  "as-of": value("2024-05-01"),
  window: value("2m"),
  "window-for": value("fm", { after: "--window 2m" }),
  levels: value("4"),
  method: value("m=natural"),
  "cut-points": value("r=20,60,90,120"),
  scheme: value("putler"),
  model: value("model.json"),
  "save-model": value("saved.json"),
  frequency: value("days"),
  monetary: value("average"),
  period: value("quarter"),
  covers: value("2024-01-01..2024-05-20"),
  "active-within": value("2m"),
  "per-segment": flag(),
  measure: value("revenue"),
  kind: value("on-or-after"),
  clock: value("days"),
  "by-first": value("land"),
  "acquisition-cost": value("20"),
  wide: flag("--format csv"),
  "lapse-days": value("33"),
  from: value("2024-03-01"),
  to: value("2024-05-15"),
  freeze: { with: ["--from", "-2m"], negated: true },
  "cut-points-of": value("from"),
  moves: value("moves.csv"),
  id: value("c5"),
  for: value("mailchimp"),
  segment: value("Champions"),
  "changes-since": value("-2m"),
  exclude: value("staff.txt"),
  consent: value("newsletter=yes"),
  holdout: value("30%"),
  salt: value("pepper", { after: "--holdout 30%" }),
  "hash-ids": flag(),
  "min-size": value("5"),
  email: value("other_email"),
  phone: value("tel_2"),
  "first-name": value("nick"),
  "last-name": value("clan"),
  "full-name": value("signature"),
  country: value("origin"),
  city: value("village"),
  zip: value("box"),
  "default-country": value("SE", { after: "--for google-ads" }),
  top: value("3"),
  "show-customers": flag("--customer email"),
  "dry-run": flag(),
  out: value("elsewhere"),
  "ignore-guards": flag(),
  log: value("json"),
  output: value("written.json"),
  format: value("json"),
  width: value("55", { after: "--format table" }),
  lang: value("fi"),
  locale: value("de-DE"),
  spreadsheet: flag("--format csv"),
  quiet: flag(),
  color: { on: "broken.csv", with: ["--max-rejects", "50%"], negated: true },
  keep: value("land"),
  sort: value("-monetary_value"),
};

/** Where one command needs something else to show what an option does. */
export const OTHER_TRIALS: Readonly<Record<string, Trial>> = {
  "explain spreadsheet": flag("--rejects rejects.csv"),
  "run width": value("55"),
  "run spreadsheet": flag(),
  "schemes color": { negated: true },
  "cohorts amount-per": value("line", { after: "--format csv" }),
  "lists width": value("40", { after: "--exclude staff.txt --consent newsletter=yes" }),
  "report quiet": flag("-o written.md"),
  "report spreadsheet": flag("--rejects rejects.csv"),
  "retention amount-per": value("line", { after: "--format csv" }),
  "schemes locale": value("de-DE", { after: "--format csv --spreadsheet" }),
};
