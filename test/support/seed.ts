import fc from "fast-check";

/** The same cases in every test run; other ones, which a failure names, in the long one. */
if (process.env["RFM_LONG_TESTS"] !== "1") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 2026 });
