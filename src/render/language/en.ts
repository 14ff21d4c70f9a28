import type { PeriodKind } from "../../core/calendar/period.ts";
import type { SetAsideReason } from "../../core/ledger/entries.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** A short text and what it means. */
export type Explained = readonly [text: string, meaning: string];

const text = (short: string, meaning: string): Explained => [short, meaning];

/** Every text that people read, in English, by topic. A catalogue of another language has the same keys. */
export function english({ count }: PeopleFormats) {
  const plural = (number: number, one: string, many = `${one}s`): string =>
    `${count(number)} ${number === 1 ? one : many}`;
  return {
    common: {
      yes: "yes",
      no: "no",
      customers: (number: number) => plural(number, "customer"),
      orders: (number: number) => plural(number, "order"),
      days: (number: number) => plural(number, "day"),
    },
    /** The HTML report. */
    page: {},
    /** The workbook. */
    workbook: {
      sheets: {
        summary: "Summary",
        segments: "Segments",
        customers: "Customers",
        retention: "Retention",
        cohorts: "Cohorts",
        repeat: "Repeat",
        cutPoints: "Cut points",
        ledger: "Ledger",
        movement: "Movement",
        distributions: "Distributions",
        concentration: "Concentration",
        cohortFigures: "Cohort figures",
        files: "Files",
        notes: "Notes",
        definitions: "Definitions",
      },
      /** What the figures of the summary are about. */
      topics: {
        customers: "All customers",
        period: (label: string) => `In ${label}`,
        origin: "How it was made",
      },
      /** The figures of the summary, each with what it means. */
      figures: {
        customers: text("Customers", "Everyone with a purchase; with a window, in that window."),
        orders: text("Orders", "Purchases that count: accepted, not a test, worth more than 0."),
        revenue: text("Revenue, net of refunds", "Purchases minus refunds."),
        averageOrderValue: text("Average order value", "Revenue divided by orders."),
        returningCustomers: text("Returning customers", "Customers with two orders or more, ever."),
        returningRevenueShare: text("Revenue from returning customers", "Their share of all revenue."),
        topFifthShare: text("Revenue from the top 20 % of customers", "Share of revenue of the fifth that spent most."),
        halfCustomers: text(
          "Customers who bring half of the revenue",
          "The fewest customers who bring at least half of it.",
        ),
        averageRetention: text(
          "Average retention",
          "Of the customers of a period, the share who bought in the next one; all periods together.",
        ),
        lapseDays: text(
          "Days until a customer is probably lapsed",
          "Nine in ten customers who came back never paused for longer.",
        ),
        periodCustomers: text("Customers who bought", "In the newest complete period."),
        periodNewCustomers: text("New customers", "Their first purchase ever was in it."),
        periodOrders: text("Orders in it", "Purchases dated in it."),
        periodRevenue: text("Revenue in it", "Purchases minus refunds dated in it."),
        periodAverageOrderValue: text("Average order value in it", "Its revenue divided by its orders."),
        periodRetention: text("Retention", "Of the customers of the period before, the share who bought in this one."),
        asOf: text("As of", "The newest day in the data; --as-of chooses another."),
        firstDay: text("Exports cover from", "The day of the first row, unless --covers says otherwise."),
        lastDay: text("Exports cover to", "The day of the last row, unless --covers says otherwise."),
        windowStart: text(
          "Window begins",
          "Only purchases from this day on are scored; empty where all history counts.",
        ),
        currency: text("Currency", "As the exports name it; empty where they do not."),
        scheme: text("Segment scheme", "The rules that make segments of scores."),
        levels: text("Levels", "The highest score of recency, frequency and spend."),
        methods: text("Method", "How measures are cut into scores; quantile makes groups of near-equal size."),
        frequencyIs: text("Frequency counts", "What is counted as coming back."),
        monetaryIs: text("Spend is", "What the score of spend is made from."),
        refunds: text("Refunds", "Whether they are taken off."),
        version: text("Made by", "The program and its version."),
      },
      choices: {
        asOfGiven: "As --as-of says.",
        frequency: { orders: "orders", days: "days with an order" },
        monetary: { total: "all net spend", average: "net spend per order" },
        refunds: { net: "taken off spend", ignore: "left out" },
      },
      dimensions: {
        recency: "Days since last order",
        frequency: "Orders",
        monetary: "Spend",
      },
      levels: { note: "Note", warning: "Warning" },
      average: "Average",
      cohortsInAverage: "Cohorts in the average",
      /** The k-th period after a customer's first. */
      periodsAfter: (kind: PeriodKind, k: number) => `${kind[0]?.toUpperCase()}${kind.slice(1)} ${k}`,
      cut: (texts: number, most: number) =>
        `${plural(texts, "text")} longer than ${count(most)} characters, which is what a cell of a workbook holds, ${texts === 1 ? "is" : "are"} cut and ${texts === 1 ? "ends" : "end"} with the length in brackets`,
      continued: (sheet: string, parts: number) =>
        `${sheet} has more rows than a worksheet holds and goes on in ${parts === 2 ? `${sheet} 2` : `${sheet} 2 to ${sheet} ${count(parts)}`}`,
      noRepeat: "No customer has ordered on two different days yet.",
      rowsRead: "Rows read",
      rowsUsed: "Rows used",
      reasons: {
        "blank line": "Blank lines",
        "total row": "Totals of the export",
        "wrong number of fields": "Wrong number of fields",
        "unreadable date": "Unreadable date",
        "unreadable amount": "Unreadable amount",
        "no amount": "Without an amount",
        "test order": "Test orders",
        status: "Status does not count",
        filtered: "Filtered out",
        duplicate: "Repeated in another file",
        "two customers": "Orders with two customers",
        "refund ignored": "Refunds left out",
        "after as-of": "After the as-of date",
        "before window": "Before the window",
        "no customer": "Without a customer",
        "zero amount": "Orders worth nothing",
        "no purchase": "Refunds to customers without a purchase",
      } satisfies Readonly<Record<SetAsideReason, string>> as Readonly<Record<SetAsideReason, string>>,
      /** The figures of repeat purchase, by their names in data. */
      measures: {
        nth_order_share: "Customers with an n-th order, of all",
        next_order_share: "Who ordered again after the n-th, of those who had the time",
        nth_order_churn: "Who did not, of those who had the time",
        gap_days_lower_quartile: "Days between orders: a quarter are shorter",
        gap_days_median: "Days between orders: half are shorter",
        gap_days_upper_quartile: "Days between orders: three quarters are shorter",
        second_order_within: "Second order within so many days",
        second_order_median_days: "Days until half have a second order",
        lapse_days: "Days without an order until a customer is probably lapsed",
        lapsed_share: "Customers past that, of all",
        returning_times_as_likely: "How many times as likely a third order is as a second",
        returning_revenue_share: "Revenue from customers with two orders or more",
        later_orders_revenue_share: "Revenue from orders after the first",
        returning_times_first_order: "What returning customers spend, in times of their first order",
        five_points_more_retention_revenue: "What five points more retention would have brought",
      },
      /** Headings of columns with their meanings, by the name in data; `sheet.name` where one sheet means something else. */
      columns: {
        topic: text("About", "What the figure is about."),
        figure: text("Figure", "What is counted."),
        value: text("Value", "The figure."),
        period_before: text("Period before", "The same figure of the period right before."),
        change: text("Change", "From the period before, as a percentage of it."),
        year_before: text("A year before", "The same figure of the same period a year before."),
        change_on_year: text("Change on a year", "From the period a year before, as a percentage of it."),
        explanation: text("What it means", "The figure in words."),
        segment: text("Segment", "The group that the scores put a customer in; each is in exactly one."),
        customers: text("Customers", "How many customers."),
        customer_share: text("Share of customers", "Of all scored customers."),
        orders: text("Orders", "Purchases that count."),
        revenue: text("Revenue", "Purchases minus refunds."),
        revenue_share: text("Share of revenue", "Of all revenue."),
        average_order_value: text("Average order value", "Net spend divided by purchases."),
        median_recency_days: text("Median days since last order", "Half of the group's customers ordered more lately."),
        median_frequency: text("Median orders", "Half of the group's customers have fewer."),
        median_monetary_value: text("Median spend", "Half of the group's customers spent less."),
        meaning: text("Who they are", "The group in words."),
        action: text("What to do", "What to do now."),
        avoid: text("What to avoid", "What not to do."),
        watch: text("What to watch", "What shows that it worked."),
        customer_id: text("Customer", "The customer's id or e-mail address, as in the exports."),
        first_order: text("First order", "Day of the first purchase ever."),
        last_order: text("Last order", "Day of the last purchase."),
        recency_days: text("Days since last order", "Whole days from the last purchase to the as-of date."),
        frequency: text("Orders", "Purchases; with --frequency days, days with a purchase."),
        monetary_value: text("Spend", "Purchases minus refunds; with --monetary average, per order."),
        r_score: text("R score", "Recency, 1 to the highest level: higher is more lately."),
        f_score: text("F score", "Frequency: higher is more often."),
        m_score: text("M score", "Spend: higher is more."),
        rfm_cell: text("RFM cell", "The three scores side by side."),
        period: text("Period", "A week 2011-W05, a month 2011-02, a quarter 2011-Q1 or a year 2011."),
        first_day: text("First day", "Of the period."),
        last_day: text("Last day", "Of the period."),
        complete: text(
          "Complete",
          "All its days are covered by the exports and over; where not, figures are to date and grey.",
        ),
        before: text("Bought the period before", "Customers of the period right before."),
        "retention.customers": text("Customers", "Who bought in the period."),
        retained: text("Retained", "Bought in the period before and in this one."),
        lost: text("Lost", "Bought in the period before and not in this one."),
        new: text("New", "Bought for the first time ever."),
        reactivated: text("Reactivated", "Bought, and before, but not in the period right before."),
        retention_rate: text("Retention", "Retained, of those who bought the period before."),
        retention_low: text("Retention from", "Lower end of its 95 % interval."),
        retention_high: text("Retention to", "Upper end of its 95 % interval."),
        churn_rate: text("Churn", "Lost, of those who bought the period before."),
        returning_rate: text("Returning", "Of the period's customers, those who are not new."),
        gross_revenue_retention: text(
          "Gross revenue retention",
          "Of what the customers of the period before spent then, the part that they spent again, each at most what they had.",
        ),
        net_revenue_retention: text("Net revenue retention", "The same without that limit: it may be over 100 %."),
        cohort: text("First order in", "Customers who bought for the first time in this period."),
        size: text("Customers", "How many they are."),
        k: text(
          "Period 0, 1, 2 …",
          "Share of them who bought in the k-th period after their first; 0 is that period. Grey: not complete, and in no average.",
        ),
        n: text("Order", "Which order it is about: 2 is the second."),
        days: text("Within days", "So many days from the first order."),
        "repeat.customers": text("Customers", "Whom the figure counts."),
        of: text("Of", "What they are a part of, or how many the figure rests on."),
        "repeat.value": text("Value", "A percentage, days, times or money, as the figure says."),
        low: text("From", "Lower end of the 95 % interval."),
        high: text("To", "Upper end of the 95 % interval."),
        measure: text("Name in data", "The figure's name in CSV and JSON."),
        dimension: text("Measure", "Recency, frequency or spend."),
        within: text("Within scores", "The cut points hold for customers with these scores in the measures before."),
        score: text("Score", "Higher is better."),
        over: text("Over", "Values over this one; empty where there is no lower end."),
        up_to: text("Up to", "Up to this one, included; empty where there is no upper end."),
        "cutPoints.customers": text("Customers", "How many have this score."),
        "distributions.customers": text("Customers", "How many have such a value."),
        "concentration.customers": text("Customers", "So many, those with the largest spend."),
        rows_are: text("Rows", "What became of them: read = used + all the others."),
        rows: text("Number", "How many rows."),
        money: text("Money", "What they are worth."),
        first_file: text("First in", "The file of the first of them."),
        first_line: text("Line", "Its line; the header is line 1."),
        from_segment: text(
          "From",
          "Segment one period before the as-of date; (new) had not bought yet, (back) not in the window.",
        ),
        to_segment: text(
          "To",
          "Segment at the as-of date, with the same cut points; (lapsed) is not in the window any more.",
        ),
        revenue_before: text("Spend before", "What they had spent by the earlier day."),
        revenue_after: text("Spend after", "What they had spent by the as-of date."),
        state: text("State", "value; partial: the period is not complete; no data: an export is missing."),
        "cohortFigures.customers": text("Customers who bought", "Of the cohort, in the k-th period."),
        "cohortFigures.k": text("Periods after", "Which period after the first; 0 is the first."),
        rate: text("Share", "Customers who bought, of the cohort."),
        cumulative_revenue_per_customer: text("Revenue per customer so far", "From the first period to this one."),
        file: text("File", "As it was found."),
        bytes: text("Bytes", "Its size as stored."),
        sha256: text("SHA-256", "The fingerprint of its bytes: the same where the file is the same."),
        level: text("Kind", "A warning may change what you conclude."),
        text: text("Note", "What to know about these numbers."),
        sheet: text("Sheet", "Where the column is."),
        column: text("Column", "Its heading."),
        data_name: text("Name in data", "What CSV and JSON call it."),
        definition: text("Meaning", "What it says."),
      },
    },
    /** What `rfm lists` says; the names of tools' columns are the tools'. */
    lists: {
      headings: { customers: "customers", people: "people", file: "file", leftOut: "left out" },
      /** After a number of customers. */
      leftOut: {
        excluded: "excluded",
        no_consent: "without consent",
        no_address: "without an address",
        shared_address: "with another's address",
        held_out: "held out",
        too_few: "too few for a list",
      },
      contactColumns: (files: readonly { readonly file: string; readonly columns: string }[]) =>
        `contact fields are those of each customer's newest purchase: ${files
          .map(
            ({ file, columns }) =>
              `${file}: ${columns === "" ? "none known by name (--email COLUMN and the like)" : columns}`,
          )
          .join("; ")}`,
      exclusionsMet: (file: string, met: number, entries: number) =>
        `${count(met)} of ${plural(entries, "entry", "entries")} of ${file} ${met === 1 ? "is a customer" : "are customers"}`,
      exclusionsBlank: (file: string, rows: number) =>
        `${file}: ${plural(rows, "row")} without an address or id: nobody is excluded by ${rows === 1 ? "it" : "them"}`,
      consented: (condition: string, yes: number, all: number) =>
        `${count(yes)} of ${plural(all, "customer")} consented on their newest purchase (${condition})`,
      consentNotAsked: (column: string) =>
        `buying is no consent: "${column}" says who agreed to marketing, and was not asked for; --consent "${column}=VALUE" writes only those who did`,
      consentUnknown:
        "buying is no consent: nothing here says who agreed to marketing; --consent COLUMN=VALUE or --exclude FILE leaves the others out",
      phonesLeftOut: (phones: number) =>
        `${plural(phones, "phone number")} left out: local, of a country that is not known, or too long or short; --default-country FI reads local numbers as Finnish`,
      countriesUnknown: (customers: number) =>
        `the country of ${plural(customers, "customer")} is none that is known, and is written as it stands; advertising lists leave it out`,
      noEmail: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out for want of an e-mail address that it takes`,
      noAddress: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out for want of anything to reach them by`,
      sharedAddress: (tool: string, customers: number) =>
        `${tool}: ${plural(customers, "customer")} left out who share an address with a customer who bought later: one message an address`,
      holdout: (share: string) =>
        `${share} of customers are held out as a control group, the same people every time; they are in no list but their own`,
      defaultSalt:
        "ids are hashed with the usual salt, so whoever knows an id can find it; --salt with a secret of yours prevents that",
      hashedBeside: "tools that need addresses get them: only the ids are hashed there",
      tooFew: (lists: number, least: number) =>
        `${plural(lists, "list")} of fewer than ${count(least)} people ${lists === 1 ? "has its" : "have their"} header only (--min-size)`,
      changes: (from: string, to: string) =>
        `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${from}`,
      changesWithModel: (from: string, to: string, model: string) =>
        `who entered and left each segment from ${from} to ${to}, both scored with the cut points of ${model}`,
      written: (files: number, folder: string) => `${plural(files, "list")} written to ${folder}`,
      stale: (folder: string, files: readonly string[]) =>
        `${folder} has ${plural(files.length, "list")} of an earlier run that this one did not write (${files.slice(0, 3).join(", ")}${files.length > 3 ? " …" : ""}); delete them, or somebody may import them`,
    },
  };
}

/** The texts of a language; a key that is missing is a type error. */
export type Catalogue = ReturnType<typeof english>;
