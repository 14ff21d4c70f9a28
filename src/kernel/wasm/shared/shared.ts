// Sorts and groups keys in one memory that all threads share. Compiled to WebAssembly once for all of them; key-memory.ts runs it.
export { copyKeys } from "./copy";
export { groupSegments, keyCount, placeKeys, setTable } from "./group";
export { addedOrderCount, beginOrders, keptOrderCount, putTogether, writeDays } from "./orders";
export { placeSegment, setKeyOfShort, sortBySegment, writeShortKeys } from "./place";
export { giveBackRegion, takeRegion } from "./regions";
export { sortHashes, sortLines, sortPartialHashes, sortPurchases } from "./sort";
