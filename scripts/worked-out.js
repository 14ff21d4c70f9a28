// A plugin of rolldown's for modules whose functions always give the same text: they are called while the program is built, and
// what they give is written in their place.
import { rolldown } from "rolldown";

/**
 * @param ids paths of the modules; each exports functions without parameters that give texts, and constants that are texts or numbers
 * @param options how the program's own modules are found
 */
export function workedOut(ids, options) {
  const withResults = async (id) => {
    const build = await rolldown({ ...options, input: id });
    const { output } = await build.generate({ codeSplitting: false });
    await build.close();
    const module = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
    return Object.entries(module).map(([name, value]) =>
      typeof value === "function"
        ? `export const ${name} = () => ${JSON.stringify(value())};`
        : `export const ${name} = ${JSON.stringify(value)};`,
    );
  };
  return {
    name: "worked-out",
    load: async (id) => (ids.includes(id) ? { code: (await withResults(id)).join("\n"), moduleType: "js" } : null),
  };
}
