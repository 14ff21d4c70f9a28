import { bigquery } from "./bigquery.ts";
import { clickhouse } from "./clickhouse.ts";
import type { Dialect, DialectName } from "./dialect.ts";
import { duckdb } from "./duckdb.ts";
import { postgres } from "./postgres.ts";
import { snowflake } from "./snowflake.ts";
import { spark } from "./spark.ts";

/** Every dialect by its name. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  postgres,
  clickhouse,
  duckdb,
  spark,
  bigquery,
  snowflake,
};
