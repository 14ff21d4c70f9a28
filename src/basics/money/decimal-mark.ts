export type DecimalMark = "." | ",";
