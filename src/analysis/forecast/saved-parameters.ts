import { formatDay } from "../../basics/calendar/days.ts";
import type { Forecast, FrozenParameters } from "./forecast.ts";

/** The version of the file's form; it rises when an older program could misread a newer file. */
export const PARAMETERS_VERSION = 1;

/** Parameters as they are kept in a file, with the data that they were fitted to. */
export interface SavedParameters extends FrozenParameters {
  /** Empty where the exports named none. */
  readonly currency: string;
}

/** The parameters of a forecast as the text of a file; `null` where a rule stands in for the model. */
export function formatParameters(forecast: Forecast, currency: string): string | null {
  if (forecast.source.kind !== "model") return null;
  const { model } = forecast.source;
  const { model: values, fault } = forecast.values;
  const used = fault === null ? values : null;
  const written = {
    rfm_forecast_parameters: PARAMETERS_VERSION,
    data: { first_day: formatDay(forecast.cover.firstDay), as_of: formatDay(forecast.asOf) },
    currency: currency === "" ? null : currency,
    model: model.name,
    time_unit: "day",
    parameters: model.parameters,
    standard_errors: model.standardErrors,
    log_covariance: model.logCovariance,
    log_likelihood: model.logLikelihood,
    customers: model.customers,
    order_value:
      used === null
        ? null
        : {
            model: "gamma-gamma",
            money_unit: "1/10000",
            parameters: used.parameters,
            standard_errors: used.standardErrors,
            mean_error: used.meanError,
            log_likelihood: used.logLikelihood,
            customers: used.customers,
          },
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
