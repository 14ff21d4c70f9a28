/** What a thread that reads files runs: it makes use of the code that was kept of its modules, and then loads them. */
import { useCodeCache } from "../../files/code-cache.ts";

useCodeCache("worker");
void import("./scan-jobs.ts");
