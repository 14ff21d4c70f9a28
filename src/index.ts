/** The public library: the same functions that the commands use, for people who script. */

export { parseModel } from "./config/model-file.ts";
export { parseParameters } from "./config/parameters-file.ts";
export { parseSchemeFile } from "./config/scheme-file.ts";
export { type Backtest, type BacktestOptions, type BacktestOrigin, backtestOrders } from "./core/backtest/backtest.ts";
export type { Gain, Ranking } from "./core/backtest/gains.ts";
export type { ReturnGroup, ReturnRow } from "./core/backtest/return-table.ts";
export { type Stability, type StayShare, stabilityBetween } from "./core/backtest/stability.ts";
export type { WrongOrder } from "./core/backtest/wrong-order.ts";
export { civilDate, dayNumber, formatDay, parseDay } from "./core/calendar/days.ts";
export { PERIOD_KINDS, type PeriodKind } from "./core/calendar/period.ts";
export { parseSpan, type Span } from "./core/calendar/span.ts";
export {
  type Comparison,
  type CustomerMove,
  compareSnapshots,
  type Flow,
  type Place,
  type SegmentChange,
} from "./core/compare/compare-snapshots.ts";
export { type SegmentSnapshot, snapshotOf } from "./core/compare/snapshot.ts";
export { type CustomersAtOptions, type CustomerTable, customersAt } from "./core/customers/customers-at.ts";
export { type CustomerValues, type KeptOptions, keptOfCustomers } from "./core/customers/kept-values.ts";
export { type Explanation, explainCustomer } from "./core/explain/explain-customer.ts";
export { forecastBySegment, type SegmentForecast } from "./core/forecast/by-segment.ts";
export type { Evaluation, Prediction } from "./core/forecast/evaluation.ts";
export {
  type Forecast,
  type ForecastColumns,
  type ForecastOptions,
  type ForecastSource,
  type FrozenParameters,
  forecastOrders,
} from "./core/forecast/forecast.ts";
export {
  expectedOrderValue,
  fitValueModel,
  type ValueModel,
  type ValueParameters,
} from "./core/forecast/gamma-gamma.ts";
export { type GroupedHistories, groupHistories } from "./core/forecast/grouped-histories.ts";
export type { Guard, ModelFault, ValueFault } from "./core/forecast/guards.ts";
export { type CustomerHistory, NEW_CUSTOMER, probabilityAlive } from "./core/forecast/models/alive.ts";
export { type FittedModel, fitModel } from "./core/forecast/models/fit-model.ts";
export {
  MODEL_NAMES,
  type ModelName,
  type ModelParameters,
  type PurchaseModel,
} from "./core/forecast/models/model-names.ts";
export { type OrderSpread, orderSpread, tailsOf } from "./core/forecast/models/order-distribution.ts";
export { expectedOrders, probabilityOfOrder } from "./core/forecast/models/prediction.ts";
export { hypergeometric } from "./core/forecast/numerics/hypergeometric.ts";
export { digamma, logBeta, logGamma } from "./core/forecast/numerics/log-beta.ts";
export type { Method as ForecastMethod, MethodCheck, OriginCheck } from "./core/forecast/origin-check.ts";
export { RULE_NAMES, type RuleName, type RulePrediction } from "./core/forecast/rules.ts";
export { formatParameters } from "./core/forecast/saved-parameters.ts";
export type { ForecastTotal } from "./core/forecast/totals.ts";
export { DUE_STATES, type DueState } from "./core/forecast/usual-gaps.ts";
export { type OrderEntries, reasonOfCode, reasonsAt, type SetAsideReason } from "./core/ledger/entries.ts";
export { type Ledger, type LedgerLine, ledgerOf } from "./core/ledger/ledger.ts";
export { formatModel, modelOf, type ScoreModel } from "./core/model/model.ts";
export { AMOUNT_SCALE, amountInUnits, formatAmount } from "./core/money/amount.ts";
export type { KeyBytes, OrderTable } from "./core/order-table.ts";
export { type Headline, headlineOf } from "./core/report/headline.ts";
export { type Report, type ReportOptions, reportOn } from "./core/report/report.ts";
export { type ScoreGrid, scoreGrid } from "./core/report/score-grid.ts";
export {
  type Cohort,
  type CohortAverage,
  type CohortCell,
  type CohortFigures,
  type CohortOptions,
  type CohortTable,
  cohortsOf,
} from "./core/retention/cohorts.ts";
export { type EventShare, eventShareBy, kaplanMeier, type SurvivalStep } from "./core/retention/kaplan-meier.ts";
export type { Cover, ObservedPeriod, RetentionOptions } from "./core/retention/observed-periods.ts";
export { type Payback, paybackOf } from "./core/retention/payback.ts";
export { type RepeatOptions, type RepeatPurchase, repeatPurchase } from "./core/retention/repeat.ts";
export {
  type RetentionRow,
  type RetentionTable,
  retentionByPeriod,
} from "./core/retention/retention-by-period.ts";
export { retentionBySegment, type SegmentRetention } from "./core/retention/segment-retention.ts";
export { type StockRow, type StockTable, stockByPeriod } from "./core/retention/stock.ts";
export { type RetentionSummary, summariseRetention } from "./core/retention/summary.ts";
export { METHODS, type Method, type MethodChoice } from "./core/scores/method.ts";
export { quantileScale, type ScoreScale, scoreOf } from "./core/scores/scale.ts";
export {
  type Dimension,
  type Levels,
  rfmCell,
  type ScoredCustomers,
  type ScoreOptions,
  scoreCustomers,
} from "./core/scores/score-customers.ts";
export { assignSegments, type SegmentedCustomers } from "./core/segments/assign-segments.ts";
export { BUILT_IN_SCHEMES } from "./core/segments/built-in/index.ts";
export {
  checkScheme,
  compileScheme,
  type Scheme,
  type SchemeFile,
  type SchemeProblems,
  type SegmentFile,
} from "./core/segments/scheme.ts";
export { type SegmentOptions, segmentCustomers } from "./core/segments/segment-customers.ts";
export { segmentSlug } from "./core/segments/slug.ts";
export { standardScheme, standardSchemeFile } from "./core/segments/standard.ts";
export { type SegmentSummaries, type SegmentSummary, summariseSegments } from "./core/segments/summarise-segments.ts";
export {
  EmptyInputError,
  type ErrorKind,
  InputError,
  MissingColumnError,
  OutputError,
  RfmError,
  SchemeError,
  TooManyRejectsError,
  UsageError,
} from "./errors.ts";
export { LIST_FORMATS } from "./lists/formats/index.ts";
export type { ListFormat } from "./lists/list-format.ts";
export { type ListFile, type ListOptions, type ListSet, makeLists } from "./lists/make-lists.ts";
export type { ContactOptions } from "./orders/detect/contact-columns.ts";
export { defaultAsOf, type OrderHistory } from "./orders/history.ts";
export type { OnProgress, ReadProgress } from "./orders/read/progress.ts";
export type { RejectedRow } from "./orders/read/row-table.ts";
export { type ReadOptions, readOrders } from "./orders/read-orders.ts";
export type { RejectLimit } from "./orders/reject-limit.ts";
export type { FileUnderstanding, Understanding } from "./orders/understanding.ts";
