#!/usr/bin/env node
import { startEarlyThreads } from "../dist/orders/scan/early-threads.js";

startEarlyThreads(process.argv.slice(2));
const { nodeContext } = await import("../dist/cli/context.js");
const { main } = await import("../dist/main.js");

process.exitCode = await main(process.argv.slice(2), nodeContext(process));
