import { buildModules } from "../../scripts/modules.js";

/** Before any test: the modules that tests import are those of the sources as they are now. */
export default function setup(): void {
  buildModules();
}
