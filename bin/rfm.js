#!/usr/bin/env node
const { useCodeCache } = require("../dist/files/code-cache.cjs");

useCodeCache("main");
const { nodeContext } = require("../dist/cli/context.cjs");
const { main } = require("../dist/main.cjs");

process.exitCode = 1; // of a run that never comes to its end
main(process.argv.slice(2), nodeContext(process)).then((exitCode) => {
  process.exitCode = exitCode;
});
