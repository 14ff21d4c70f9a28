import { CLAIMS_OF_GROUPS, UNTOLD } from "./claims.ts";
import { COHORTS } from "./cohorts.ts";
import { FIRST_SCREEN } from "./first-screen.ts";
import { CONCENTRATION, GROUPS } from "./groups.ts";
import { LATEST, READING } from "./latest.ts";
import { MOVEMENT } from "./movement.ts";
import { OPENING } from "./opening.ts";
import { BACKTEST, FORECAST } from "./outlook.ts";
import { OVER_TIME } from "./over-time.ts";
import { REPEAT } from "./repeat.ts";
import { RETENTION } from "./retention.ts";
import type { Rows } from "./row.ts";
import { SPREAD } from "./spread.ts";
import { VALUES } from "./values.ts";
import { WITH_OPTIONS } from "./with-options.ts";

/** Every sentence of the report that claims something, by its place in the catalogue. */
export const SENTENCES: Rows = {
  ...MOVEMENT,
  ...OPENING,
  ...FIRST_SCREEN,
  ...OVER_TIME,
  ...GROUPS,
  ...CONCENTRATION,
  ...SPREAD,
  ...LATEST,
  ...READING,
  ...RETENTION,
  ...COHORTS,
  ...REPEAT,
  ...CLAIMS_OF_GROUPS,
  ...UNTOLD,
  ...BACKTEST,
  ...FORECAST,
  ...VALUES,
  ...WITH_OPTIONS,
};
