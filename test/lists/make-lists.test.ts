import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentCustomers } from "../../src/analysis/segments/segment-customers.ts";
import { UsageError } from "../../src/errors.ts";
import { LIST_FORMATS } from "../../src/lists/formats/index.ts";
import { type ListFile, type ListOptions, type ListSet, makeLists } from "../../src/lists/make-lists.ts";
import { isHeldOut, saltedId, sha256 } from "../../src/lists/salted-id.ts";
import { type ContactOrder, contactTable, someContactOrders, someKeys } from "../support/arbitrary-contacts.ts";
import { dayOf } from "../support/order-table.ts";

const AS_OF = dayOf("2024-12-31");
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2000 : 100;

function optionsFor(tool: string, options: Partial<ListOptions> = {}): ListOptions {
  return {
    formats: LIST_FORMATS.filter(({ name }) => name === tool),
    changes: null,
    exclude: { keys: new Set(), hashes: new Set() },
    consent: [],
    holdout: 0,
    salt: "rfm",
    hashIds: false,
    minSize: 1,
    defaultCountry: "",
    ...options,
  };
}

function listsOf(orders: readonly ContactOrder[], options: ListOptions, window?: number): ListSet {
  const table = contactTable(orders);
  const span = window === undefined ? {} : { window: { count: window, unit: "days" as const } };
  return makeLists(segmentCustomers(table, { asOf: AS_OF, ...span }), table, options);
}

function rowsOf(file: ListFile): readonly Readonly<Record<string, string>>[] {
  return parse([...file.chunks()].join(""), { columns: true });
}

const isHoldout = ({ path }: ListFile): boolean => path.endsWith("holdout.csv");

/** The values of one column in all lists but the control group's. */
function valuesIn({ files }: ListSet, column: string): readonly string[] {
  return files.filter((file) => !isHoldout(file)).flatMap((file) => rowsOf(file).map((row) => row[column] ?? ""));
}

/** What the rules say of everyone, worked out the plain way. */
interface Known {
  readonly id: string;
  readonly newest: ContactOrder;
  readonly spend: number;
  /** The address that the newest purchase names, or the id where that is one. */
  readonly address: string;
  readonly isExcluded: boolean;
  readonly hasConsented: boolean;
}

/** The orders that make up somebody's spend: those in the window, or all of somebody who bought before it only. */
function counted(own: readonly ContactOrder[], window: number | undefined): readonly ContactOrder[] {
  const inside = own.filter(({ day }) => window === undefined || day > AS_OF - window);
  return inside.length > 0 ? inside : own;
}

function knownOf(
  orders: readonly ContactOrder[],
  { excluded, window }: Pick<Rules, "excluded" | "window">,
): readonly Known[] {
  const ids = [...new Set(orders.map(({ customer }) => customer))];
  const own = (id: string): readonly ContactOrder[] => orders.filter(({ customer }) => customer === id);
  const keys = (id: string): readonly string[] => [id, ...own(id).map(({ email }) => email)];
  let theirs: readonly string[] = excluded;
  let named: readonly string[] = [];
  for (let before = -1; before !== named.length; ) {
    before = named.length;
    named = ids.filter((id) => keys(id).some((key) => theirs.includes(key)));
    theirs = [...excluded, ...named.flatMap(keys).filter((key) => key.includes("@"))];
  }
  return ids.map((id): Known => {
    const newest = own(id).reduce((best, order) => (order.day >= best.day ? order : best));
    return {
      id,
      newest,
      spend: counted(own(id), window).reduce((sum, { amount }) => sum + Math.round(amount * 100), 0),
      address: newest.email || (id.includes("@") ? id : ""),
      isExcluded: named.includes(id),
      hasConsented: newest.consent.toLowerCase() === "yes",
    };
  });
}

const someRules = fc.record({
  excluded: someKeys,
  hashed: fc.boolean(),
  asksConsent: fc.boolean(),
  holdout: fc.constantFrom(0, 0.25, 0.5),
  window: fc.constantFrom(undefined, 300),
});
type Rules = typeof someRules extends fc.Arbitrary<infer T> ? T : never;

function rulesAsOptions({ excluded, hashed, asksConsent, holdout }: Rules): Partial<ListOptions> {
  const addresses = excluded.filter((key) => key.includes("@"));
  return {
    exclude: hashed
      ? { keys: new Set(excluded.filter((key) => !key.includes("@"))), hashes: new Set(addresses.map(sha256)) }
      : { keys: new Set(excluded), hashes: new Set() },
    consent: asksConsent ? [{ column: "Newsletter", values: ["yes"] }] : [],
    holdout,
  };
}

function isFree(person: Known, { asksConsent }: Rules): boolean {
  return !person.isExcluded && (!asksConsent || person.hasConsented);
}

/** A window of 300 days may leave nobody to score; lists are refused where nobody at all has consented. */
function canBeMade(orders: readonly ContactOrder[], rules: Rules): boolean {
  const { window, asksConsent } = rules;
  if (asksConsent && !knownOf(orders, rules).some(({ hasConsented }) => hasConsented)) return false;
  return window === undefined || orders.some(({ day }) => day > AS_OF - window);
}

describe("the plain lists", () => {
  it("have neither the excluded, nor those without consent, nor the control group; everybody else is in exactly one", () => {
    fc.assert(
      fc.property(someContactOrders, someRules, (orders, rules) => {
        fc.pre(canBeMade(orders, rules));
        const set = listsOf(orders, optionsFor("csv", rulesAsOptions(rules)), rules.window);
        const free = knownOf(orders, rules).filter((person) => isFree(person, rules));
        const isControl = ({ id }: Known): boolean => isHeldOut(id, { salt: "rfm", share: rules.holdout });
        const ids = (some: readonly Known[]): readonly string[] => some.map(({ id }) => id).toSorted();
        expect(valuesIn(set, "customer_id").toSorted()).toEqual(ids(free.filter((one) => !isControl(one))));
        const control = set.files.filter(isHoldout).flatMap((file) => rowsOf(file).map((row) => row["customer_id"]));
        expect(control.toSorted()).toEqual(ids(free.filter(isControl)));
      }),
      { numRuns: CASES },
    );
  });
});

describe.each(["mailchimp", "klaviyo", "meta"])("the lists for %s", (tool) => {
  /** Whose the address is: the one who bought last, of those the one who spent most, then the lesser id. */
  function ownerOf(address: string, people: readonly Known[]): Known | undefined {
    return people
      .filter((person) => person.address === address)
      .toSorted((a, b) => b.newest.day - a.newest.day || b.spend - a.spend || (a.id < b.id ? -1 : 1))[0];
  }

  it("have each address once, and only where its owner may be written to", () => {
    fc.assert(
      fc.property(someContactOrders, someRules, (orders, rules) => {
        fc.pre(canBeMade(orders, rules));
        const people = knownOf(orders, rules);
        fc.pre(people.some(({ address }) => address !== ""));
        const set = listsOf(orders, optionsFor(tool, rulesAsOptions(rules)), rules.window);
        const expected = [...new Set(people.map(({ address }) => address))].filter((address) => {
          const owner = ownerOf(address, people);
          if (address === "" || owner === undefined || !isFree(owner, rules)) return false;
          return !isHeldOut(owner.id, { salt: "rfm", share: rules.holdout });
        });
        const column = { mailchimp: "Email Address", klaviyo: "Email", meta: "email" }[tool] ?? "";
        const written = valuesIn(set, column).filter((value) => value !== "");
        const shown = tool === "meta" ? expected.map(sha256) : expected;
        expect(written.toSorted()).toEqual(shown.toSorted());
      }),
      { numRuns: CASES },
    );
  });

  it("have no phone number of somebody who is excluded, has not consented or is held out, unless another's is the same", () => {
    fc.assert(
      fc.property(someContactOrders, someRules, (orders, rules) => {
        fc.pre(canBeMade(orders, rules));
        const people = knownOf(orders, rules);
        fc.pre(people.some(({ address }) => address !== ""));
        const set = listsOf(orders, optionsFor(tool, rulesAsOptions(rules)), rules.window);
        const ids = tool === "meta" ? [] : valuesIn(set, "RFM Customer ID");
        for (const id of ids) {
          const person = people.find((one) => one.id === id);
          expect(person !== undefined && isFree(person, rules)).toBe(true);
          expect(isHeldOut(id, { salt: "rfm", share: rules.holdout })).toBe(false);
        }
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe("every list", () => {
  it("accounts for its customers, and with the others for all", () => {
    fc.assert(
      fc.property(
        someContactOrders,
        someRules,
        fc.constantFrom("csv", "mailchimp", "google-ads"),
        fc.integer({ min: 1, max: 4 }),
        (orders, rules, tool, minSize) => {
          fc.pre(
            canBeMade(orders, rules) &&
              knownOf(orders, { excluded: [], window: undefined }).some(({ address }) => address !== ""),
          );
          const { files, audience } = listsOf(
            orders,
            optionsFor(tool, { ...rulesAsOptions(rules), minSize }),
            rules.window,
          );
          for (const file of files) {
            const left = Object.values(file.leftOut).reduce((sum, count) => sum + count, 0);
            expect(file.people + left + file.tooFew).toBe(file.customers);
            expect(rowsOf(file)).toHaveLength(file.people);
            expect(file.people === 0 || file.people >= minSize).toBe(true);
          }
          const all = files.filter((file) => !isHoldout(file)).reduce((sum, { customers }) => sum + customers, 0);
          expect(all).toBe(audience.length);
        },
      ),
    );
  });

  it("is the same for orders in any order of rows", () => {
    fc.assert(
      fc.property(
        someContactOrders.chain((orders) =>
          fc.tuple(fc.constant(orders), fc.shuffledSubarray([...orders.keys()], { minLength: orders.length })),
        ),
        ([orders, turned]) => {
          const ids = (table: ReturnType<typeof contactTable>, numbers: readonly number[]) => ({
            ...table,
            orderId: (entry: number) => String(numbers[entry]).padStart(3, "0"),
          });
          const text = (numbers: readonly number[]): string => {
            const table = ids(contactTable(numbers.flatMap((number) => orders[number] ?? [])), numbers);
            const { files } = makeLists(segmentCustomers(table, { asOf: AS_OF }), table, optionsFor("csv"));
            return files.map((file) => [file.path, ...file.chunks()].join("\n")).join("");
          };
          expect(text(turned)).toBe(text([...orders.keys()]));
        },
      ),
    );
  });
});

const THREE: readonly ContactOrder[] = [
  { customer: "1", day: dayOf("2024-01-01"), amount: 10, email: "a@example.com", phone: "", consent: "yes" },
  { customer: "2", day: dayOf("2024-10-01"), amount: 20, email: "b@example.com", phone: "040 123 4567", consent: "" },
  { customer: "3", day: dayOf("2024-12-01"), amount: 30, email: "", phone: "+358401234567", consent: "yes" },
];

describe("makeLists", () => {
  it("puts those outside the window into a list of their own, with spend over all history and no scores", () => {
    const { files } = listsOf(THREE, optionsFor("csv"), 180);
    const outside = files.find(({ path }) => path === "outside-window.csv");
    expect(outside === undefined ? [] : rowsOf(outside)).toMatchObject([
      { customer_id: "1", segment: "", rfm_cell: "", last_order: "2024-01-01", net_spend: "10.00" },
    ]);
    expect(listsOf(THREE, optionsFor("csv")).files.map(({ path }) => path)).not.toContain("outside-window.csv");
  });

  it("writes one file a segment, empty ones with their header", () => {
    const { files } = listsOf(THREE, optionsFor("csv"));
    expect(files).toHaveLength(11);
    const empty = files.find(({ people }) => people === 0);
    expect([...(empty?.chunks() ?? [])].join("")).toMatch(/^customer_id,email,.*\n$/);
  });

  it("takes segments by name or slug, several with commas", () => {
    const paths = (segments: readonly string[]): readonly string[] =>
      listsOf(THREE, optionsFor("csv", { segments })).files.map(({ path }) => path);
    expect(paths(["at-risk, champions"])).toEqual(["champions.csv", "at-risk.csv"]);
    expect(paths(["LOST"])).toEqual(["lost.csv"]);
    expect(() => paths(["Champion"])).toThrow(/--segment Champion: unknown segment/);
    expect(() => paths(["Outside window"])).toThrow(UsageError);
  });

  it("takes a segment whose name has a comma, alone as it is and next to others in quotes", () => {
    const table = contactTable(THREE);
    const segmented = segmentCustomers(table, { asOf: AS_OF });
    const [first, ...rest] = segmented.scheme.segments;
    if (first === undefined) throw new Error("a scheme has segments");
    const scheme = { ...segmented.scheme, segments: [{ ...first, name: "Big, new" }, ...rest] };
    const paths = (...segments: readonly string[]): readonly string[] =>
      makeLists({ ...segmented, scheme }, table, optionsFor("csv", { segments })).files.map(({ path }) => path);
    expect(paths("Big, new")).toEqual(["big-new.csv"]);
    expect(paths('"big, new",Lost')).toEqual(["big-new.csv", "lost.csv"]);
    expect(paths("Big, new", "Lost")).toEqual(["big-new.csv", "lost.csv"]);
    expect(() => paths("Big, new,Lost")).toThrow("--segment Big: unknown segment");
    expect(() => paths("Big")).toThrow(expect.objectContaining({ hint: expect.stringContaining('"Big, new", Loyal') }));
  });

  it("refuses a segment that would be written to the control group's file", () => {
    const table = contactTable(THREE);
    const segmented = segmentCustomers(table, { asOf: AS_OF });
    const [first, ...rest] = segmented.scheme.segments;
    if (first === undefined) throw new Error("a scheme has segments");
    const scheme = { ...segmented.scheme, segments: [{ ...first, name: "Hold-out".replace("-", "") }, ...rest] };
    expect(() => makeLists({ ...segmented, scheme }, table, optionsFor("csv", { holdout: 0.1 }))).toThrow(
      '"Holdout" and "Holdout" would both be written to holdout.csv',
    );
  });

  it("refuses a tool that nobody could be written to with", () => {
    const nobody = THREE.map((order) => ({ ...order, email: "", phone: "" }));
    expect(() => listsOf(nobody, optionsFor("mailchimp"))).toThrow(/--for mailchimp needs e-mail addresses/);
    expect(() => listsOf(nobody, optionsFor("meta"))).toThrow(/e-mail addresses or phone numbers/);
  });

  it("writes a phone number alone only where no address reaches it already", () => {
    const phones = (defaultCountry: string): readonly string[] =>
      valuesIn(listsOf(THREE, optionsFor("klaviyo", { defaultCountry })), "RFM Customer ID");
    expect(phones("").toSorted()).toEqual(["1", "2", "3"]);
    expect(phones("FI").toSorted()).toEqual(["1", "2"]); // 040 123 4567 is the number of 3, too
  });

  it("hashes ids with the salt, and then leaves contact fields out of the plain CSV", () => {
    const set = listsOf(THREE, optionsFor("csv", { hashIds: true, salt: "pepper" }));
    expect(valuesIn(set, "customer_id").toSorted()).toEqual(
      ["1", "2", "3"].map((id) => saltedId("pepper", id)).toSorted(),
    );
    expect([...(set.files[0]?.chunks() ?? [])].join("")).not.toContain("email");
    const tool = listsOf(THREE, optionsFor("hubspot", { hashIds: true }));
    expect(valuesIn(tool, "RFM Customer ID")).toContain(saltedId("rfm", "1"));
  });
});
