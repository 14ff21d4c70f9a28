# The job in R with data.table, all threads. The job comes as lines of name<TAB>value…, because R reads no JSON by itself.
suppressMessages(library(data.table))

lines <- strsplit(readLines(commandArgs(TRUE)[1]), "\t")
job <- setNames(lapply(lines, function(line) line[-1]), sapply(lines, `[`, 1))
named <- function(role) if (length(job[[role]]) == 1) job[[role]] else NA_character_
roles <- c("customer", "date", "status", "order", "amount", "quantity", "price", "refunded", "cancelled")
columns <- Filter(function(column) !is.na(column), sapply(roles, named))
delimiter <- if (job$delimiter == "tab") "\t" else job$delimiter

frame <- fread(job$file, sep = delimiter, dec = job$decimal, select = unname(columns), na.strings = "",
  colClasses = list(character = unname(columns[names(columns) %in% c("date", "cancelled")])), showProgress = FALSE)
setnames(frame, unname(columns), names(columns))
form <- sub(" .*", "", job$dateFormat)
frame[, day := if (job$isIso == "true") as.IDate(substr(date, 1, 10)) else as.IDate(as.Date(substr(date, 1, 10), form))]
as_of <- max(frame$day)
frame <- frame[status %in% job$accepted]
if (!is.na(named("cancelled"))) frame <- frame[is.na(cancelled)]
if (job$lowerCase == "true") frame[, customer := tolower(customer)]
if (is.na(named("amount"))) frame[, amount := round(quantity * price, 2)]
if (!is.na(named("refunded"))) frame[, amount := round(amount - fcoalesce(as.numeric(refunded), 0), 2)]
if (!is.na(named("order"))) frame <- frame[, .(customer = customer[1], day = min(day), amount = sum(amount)), by = order]
frame <- frame[amount > 0]

table <- frame[, .(first_order = min(day), last_order = max(day), frequency = .N, monetary_value = round(sum(amount), 2)),
  keyby = .(customer_id = customer)]
score <- function(values) findInterval(values, quantile(values, c(0.2, 0.4, 0.6, 0.8), names = FALSE), left.open = TRUE) + 1L
table[, recency_days := as.integer(as_of - last_order)]
table[, average_order_value := monetary_value / frequency]
table[, `:=`(r_score = 6L - score(recency_days), f_score = score(frequency), m_score = score(monetary_value))]
table[, rfm_cell := paste0(r_score, f_score, m_score)]
segments <- setNames(job$segmentNames, job$segmentCells)
table[, segment := segments[rfm_cell]]
setcolorder(table, job$outputColumns)
fwrite(table, job$output)
