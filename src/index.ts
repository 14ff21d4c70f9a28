/*
 * The public library: the same functions that the commands use, for people who script.
 */
export type { Flow, Place } from "./analysis/compare/flow.ts";
export type { CustomersAtOptions, CustomerTable } from "./analysis/customers/customer-table.ts";

import { readOrders as readExports } from "./orders/read-orders.ts";
import { isOwnOutput } from "./render/tables/own-outputs.ts";

export {
  type Backtest,
  type BacktestOptions,
  type BacktestOrigin,
  backtestOrders,
} from "./analysis/backtest/backtest.ts";
export type { Gain, Ranking } from "./analysis/backtest/gains.ts";
export type { ReturnGroup, ReturnRow } from "./analysis/backtest/return-table.ts";
export { type Stability, type StayShare, stabilityBetween } from "./analysis/backtest/stability.ts";
export type { WrongOrder } from "./analysis/backtest/wrong-order.ts";
export {
  type Comparison,
  type CustomerMove,
  compareSnapshots,
  type SegmentChange,
} from "./analysis/compare/compare-snapshots.ts";
export { type SegmentSnapshot, snapshotOf } from "./analysis/compare/snapshot.ts";
export { customersAt } from "./analysis/customers/customers-at.ts";
export { type CustomerValues, type KeptOptions, keptOfCustomers } from "./analysis/customers/kept-values.ts";
export type { Campaign, GroupOutcome, Person } from "./analysis/effect/campaign.ts";
export { campaignEffect, type Effect, type EffectMeasure, type Verdict } from "./analysis/effect/effect.ts";
export { peopleNeeded, smallestDifference } from "./analysis/effect/sample-size.ts";
export { type Explanation, explainCustomer } from "./analysis/explain/explain-customer.ts";
export { forecastBySegment, type SegmentForecast } from "./analysis/forecast/by-segment.ts";
export type { Evaluation, Prediction } from "./analysis/forecast/evaluation.ts";
export {
  type Forecast,
  type ForecastColumns,
  type ForecastOptions,
  type ForecastSource,
  type FrozenParameters,
  forecastOrders,
} from "./analysis/forecast/forecast.ts";
export {
  expectedOrderValue,
  fitValueModel,
  type ValueModel,
  type ValueParameters,
} from "./analysis/forecast/gamma-gamma.ts";
export { type GroupedHistories, groupHistories } from "./analysis/forecast/grouped-histories.ts";
export type { Guard, ModelFault, ValueFault } from "./analysis/forecast/guards.ts";
export { type CustomerHistory, NEW_CUSTOMER, probabilityAlive } from "./analysis/forecast/models/alive.ts";
export { type FittedModel, fitModel } from "./analysis/forecast/models/fit-model.ts";
export {
  MODEL_NAMES,
  type ModelName,
  type ModelParameters,
  type PurchaseModel,
} from "./analysis/forecast/models/model-names.ts";
export { type OrderSpread, orderSpread, tailsOf } from "./analysis/forecast/models/order-distribution.ts";
export { expectedOrders, probabilityOfOrder } from "./analysis/forecast/models/prediction.ts";
export { hypergeometric } from "./analysis/forecast/numerics/hypergeometric.ts";
export type { Method as ForecastMethod, MethodCheck, OriginCheck } from "./analysis/forecast/origin-check.ts";
export { RULE_NAMES, type RuleName, type RulePrediction } from "./analysis/forecast/rules.ts";
export { formatParameters } from "./analysis/forecast/saved-parameters.ts";
export type { ForecastTotal } from "./analysis/forecast/totals.ts";
export { DUE_STATES, type DueState } from "./analysis/forecast/usual-gaps.ts";
export { type Ledger, type LedgerLine, ledgerOf } from "./analysis/ledger/ledger.ts";
export { reasonsAt } from "./analysis/ledger/reasons-at.ts";
export { type CheckedPlan, checkPlan } from "./analysis/loyalty/check-plan.ts";
export { type AllocatedPrice, allocatePrice, earnedByRedemption } from "./analysis/loyalty/liability.ts";
export type { LoyaltyPlan, PlanFile } from "./analysis/loyalty/plan.ts";
export { breakEvenUplift, type ProgrammeCost, programmeCost } from "./analysis/loyalty/programme-cost.ts";
export { type LoyaltyReplay, replayLoyalty } from "./analysis/loyalty/replay-loyalty.ts";
export type { Standing } from "./analysis/loyalty/standings.ts";
export { formatModel, modelOf, type ScoreModel } from "./analysis/model/model.ts";
export { ATTRIBUTES, type AttributeName, attributeOf } from "./analysis/profile/attributes.ts";
export { type BestCustomers, topCustomers } from "./analysis/profile/best-customers.ts";
export {
  type BestOptions,
  type BestRanking,
  type BestRule,
  bestCustomers,
  type CustomerProfile,
  type ProfileOptions,
  profileCustomers,
} from "./analysis/profile/customer-profile.ts";
export type { Fairness } from "./analysis/profile/fairness.ts";
export { firstOrders } from "./analysis/profile/first-orders.ts";
export { type FollowUp, type FollowUpRow, followUp } from "./analysis/profile/follow-up.ts";
export { historyOdds, logOddsRatio, type OddsRow } from "./analysis/profile/history-odds.ts";
export type { AttributeValue, OrderAttribute } from "./analysis/profile/order-attribute.ts";
export { type ProductPair, productPairs } from "./analysis/profile/product-pairs.ts";
export { type Profile, type ProfileRow, profileFirstOrders } from "./analysis/profile/profile.ts";
export { type Headline, headlineOf } from "./analysis/report/headline.ts";
export { type Report, type ReportOptions, reportOn } from "./analysis/report/report.ts";
export { type ScoreGrid, scoreGrid } from "./analysis/report/score-grid.ts";
export {
  type ActiveCustomersRow,
  type ActiveCustomersTable,
  activeCustomersByPeriod,
} from "./analysis/retention/active-customers.ts";
export {
  type Cohort,
  type CohortAverage,
  type CohortCell,
  type CohortFigures,
  type CohortOptions,
  type CohortTable,
  cohortsOf,
  cohortsOfCells,
} from "./analysis/retention/cohorts.ts";
export { type EventShare, eventShareBy, kaplanMeier, type SurvivalStep } from "./analysis/retention/kaplan-meier.ts";
export type { Cover, ObservedPeriod, RetentionOptions } from "./analysis/retention/observed-periods.ts";
export { type Payback, paybackOf } from "./analysis/retention/payback.ts";
export type { PeriodCell, PeriodSums } from "./analysis/retention/period-cells.ts";
export { type RepeatOptions, type RepeatPurchase, repeatPurchase } from "./analysis/retention/repeat.ts";
export {
  type RetentionRow,
  type RetentionTable,
  retentionByPeriod,
  retentionOfCells,
} from "./analysis/retention/retention-by-period.ts";
export { retentionBySegment, type SegmentRetention } from "./analysis/retention/segment-retention.ts";
export { type RetentionSummary, summariseRetention } from "./analysis/retention/summary.ts";
export { METHODS, type Method, type MethodChoice } from "./analysis/scores/method.ts";
export { quantileScale, type ScoreScale, scoreOf } from "./analysis/scores/scale.ts";
export {
  type Dimension,
  type Levels,
  rfmCell,
  type ScoredCustomers,
  type ScoreOptions,
  scoreCustomers,
} from "./analysis/scores/score-customers.ts";
export { assignSegments, type SegmentedCustomers } from "./analysis/segments/assign-segments.ts";
export { BUILT_IN_SCHEMES } from "./analysis/segments/built-in/index.ts";
export {
  checkScheme,
  compileScheme,
  type Scheme,
  type SchemeFile,
  type SchemeProblems,
  type SegmentFile,
} from "./analysis/segments/scheme.ts";
export { type SegmentOptions, segmentCustomers } from "./analysis/segments/segment-customers.ts";
export { segmentSlug } from "./analysis/segments/slug.ts";
export { standardScheme, standardSchemeFile } from "./analysis/segments/standard.ts";
export {
  type SegmentSummaries,
  type SegmentSummary,
  summariseSegments,
} from "./analysis/segments/summarise-segments.ts";
export { digamma, logBeta, logGamma } from "./analysis/statistics/log-beta.ts";
export { civilDate, dayNumber, formatDay, parseDay } from "./basics/calendar/days.ts";
export { PERIOD_KINDS, type PeriodKind } from "./basics/calendar/period.ts";
export { parseSpan, type Span } from "./basics/calendar/span.ts";
export { AMOUNT_SCALE, amountInUnits, formatAmount } from "./basics/money/amount.ts";
export type { KeyBytes } from "./csv/keys/key-bytes.ts";
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
export type { ContactOptions } from "./exports/detect/contacts/contact-columns.ts";
export { LIST_FORMATS } from "./lists/formats/index.ts";
export type { ListFormat } from "./lists/list-format.ts";
export { type ListFile, type ListOptions, type ListSet, makeLists } from "./lists/make-lists.ts";
export { parseParameters } from "./nightly/config/parameters-file.ts";
export { parseModel } from "./options/companions/model-file.ts";
export { parseSchemeFile } from "./options/companions/scheme-file.ts";
export type { CustomerColumns } from "./orders/customer-columns.ts";
export { defaultAsOf, type OrderHistory } from "./orders/history.ts";
export { type OrderEntries, reasonOfCode, type SetAsideReason } from "./orders/ledger/entries.ts";
export type { LineTable, Product } from "./orders/lines/line-table.ts";
export type { TraitName } from "./orders/lines/order-trait.ts";
export type { OrderTable, OrderTrait } from "./orders/order-table.ts";
export type { ReadOptions } from "./orders/read-orders.ts";

/**
 * Reads order exports into one history: files, folders, globs, or `-` for standard input. Files of results that this program
 * wrote are passed over in folders, and refused where they are named.
 *
 * @throws InputError (with its kinds) where the exports cannot be read or understood
 * @throws TooManyRejectsError where more rows are unreadable than allowed
 */
export const readOrders: typeof readExports = (exports, options = {}, context = {}) =>
  readExports(exports, { isOwnOutput, ...options }, context);

export { parsePlanFile } from "./options/companions/loyalty/plan-file.ts";
export type { RejectLimit } from "./orders/reject-limit.ts";
export type { OnProgress, ReadProgress } from "./orders/rows/progress.ts";
export type { RejectedRow } from "./orders/rows/row-table.ts";
export type { FileUnderstanding, Understanding } from "./orders/understanding.ts";
export { type EngineContext, type OrdersInEngine, openTable } from "./warehouse/open-table.ts";
export type { TableOptions } from "./warehouse/read/table-request.ts";
