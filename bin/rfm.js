#!/usr/bin/env node
import { nodeContext } from "../dist/cli/context.js";
import { main } from "../dist/main.js";

process.exitCode = await main(process.argv.slice(2), nodeContext(process));
