import { partsOfOrdersNamed, recognisedNames } from "./detect/columns/generic-columns.ts";
import { saysNoOrders } from "./join/table-names.ts";

/** What tells the sheets of a workbook that are orders from others: the names of their columns, and their own. */
export const NAMES_OF_ORDERS = { recognise: recognisedNames, partsOfOrders: partsOfOrdersNamed, saysNoOrders } as const;
