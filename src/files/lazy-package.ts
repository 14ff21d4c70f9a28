import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** A package of CommonJS or JSON, or a part of Node.js, that few runs or threads need, loaded when it is first asked for. */
export function lazyPackage<Package>(name: string): () => Package {
  let loaded: Package | null = null;
  return () => {
    loaded ??= load(name) as Package;
    return loaded;
  };
}
