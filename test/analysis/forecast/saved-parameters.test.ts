import { describe, expect, it } from "vitest";
import { forecastOrders } from "../../../src/analysis/forecast/forecast.ts";
import { formatParameters } from "../../../src/analysis/forecast/saved-parameters.ts";
import { UsageError } from "../../../src/errors.ts";
import { parseParameters } from "../../../src/nightly/config/parameters-file.ts";
import { simulatedShop } from "./simulated-shop.ts";

const shop = simulatedShop({
  customers: 600,
  model: "mbg-nbd",
  parameters: { r: 0.9, alpha: 35, a: 0.8, b: 2.4 },
  joining: 400,
  days: 500,
  seed: 8,
});
const forecast = forecastOrders(shop, { asOf: 499, days: 60 });
const text = formatParameters(forecast, "EUR") ?? "";

describe("parameters in a file", () => {
  it("come back as they were saved, and give the same forecast", () => {
    const { currency, ...frozen } = parseParameters(text, "parameters.json");
    expect(currency).toBe("EUR");
    const again = forecastOrders(shop, { asOf: 499, days: 60, frozen });
    expect(again.source).toMatchObject({ kind: "model", isFrozen: true });
    expect(again.columns).toEqual(forecast.columns);
    expect(again.total).toEqual(forecast.total);
  });

  const changed = (change: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ ...(JSON.parse(text) as Readonly<Record<string, unknown>>), ...change });

  it.each([
    ["not JSON", "{", "it is not JSON"],
    ["another file", "{}", 'it has no "rfm_forecast_parameters"'],
    ["another version", changed({ rfm_forecast_parameters: 2 }), "its version is 2, and this program reads version 1"],
    ["an unknown model", changed({ model: "pareto" }), '"model" and "parameters" do not fit each other'],
    ["a parameter below 0", changed({ parameters: { r: -1, alpha: 3, a: 1, b: 1 } }), "do not fit each other"],
    ["a matrix of another size", changed({ log_covariance: [[1]] }), "do not fit each other"],
    ["q of 1 or less", changed({ order_value: { parameters: { p: 1, q: 1, v: 1 }, customers: 9 } }), '"order_value"'],
    ["a currency that is a number", changed({ currency: 5 }), '"currency" is neither text nor null'],
  ])("are refused where they are %s, with the file and the part named", (_what, written, message) => {
    expect(() => parseParameters(written, "p.json")).toThrow(UsageError);
    expect(() => parseParameters(written, "p.json")).toThrow(message);
    expect(() => parseParameters(written, "p.json")).toThrow("p.json");
  });
});
