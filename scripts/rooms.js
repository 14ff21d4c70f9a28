// Prints which room imports which, types included, and fails where an import goes against the order or in a circle.
import { circleIn, importsOf, isOwn, placeOf, problemOf, readSources, roomOf } from "./house.js";

const sources = readSources();
const imports = Object.entries(sources).flatMap(([path, source]) => importsOf(path, source));
const own = imports.filter(({ to }) => isOwn(to));
const files = Object.keys(sources).map(roomOf);
const rooms = [...new Set(files)].toSorted((a, b) => placeOf(a) - placeOf(b));

/** How many imports lead from a room to each of the other rooms: `basics 12 · files 3`. */
function arrowsFrom(room) {
  const targets = own.filter(({ from }) => roomOf(from) === room).map(({ to }) => roomOf(to));
  return rooms
    .filter((target) => target !== room && targets.includes(target))
    .map((target) => `${target} ${targets.filter((one) => one === target).length}`)
    .join(" · ");
}

process.stdout.write(
  "Each room, its files, and the rooms that it imports with the number of imports, types included:\n\n",
);
for (const room of rooms) {
  const count = files.filter((one) => one === room).length;
  process.stdout.write(`${room.padEnd(9)} ${String(count).padStart(4)}  ${arrowsFrom(room) || "–"}\n`);
}

const backwards = imports.flatMap((one) => problemOf(one) ?? []);
const circle = circleIn(own);
process.stdout.write(`
${own.length} imports, ${backwards.length} against the order${backwards.map((text) => `\n  ${text}`).join("")}
${circle === null ? "no circle of files" : `a circle of files: ${circle.join(" → ")}`}
`);
if (backwards.length > 0 || circle !== null) process.exitCode = 1;
