# The job in pandas: only the needed columns are read, by the C parser.
import json
import sys

import pandas as pd

job = json.loads(sys.argv[1])
columns = job["columns"]
needed = [column for column in columns.values() if column is not None]
texts = {columns["customer"]: str, columns["status"]: "category", columns["date"]: str}
if columns["customer"] == "customer_id":
    texts.pop("customer_id")
frame = pd.read_csv(job["file"], sep=job["delimiter"], decimal=job["decimal"], usecols=needed, dtype=texts)
frame = frame.rename(columns={column: role for role, column in columns.items() if column is not None})

if job["date"]["isIso"] or job["date"]["hasOffset"]:
    frame["day"] = pd.to_datetime(frame["date"].str[:10], format="%Y-%m-%d")
else:
    form = job["date"]["format"].split(" ")[0]
    frame["day"] = pd.to_datetime(frame["date"].str[:10], format=form)
as_of = frame["day"].max()
frame = frame[frame["status"].isin(job["accepted"])]
if columns["cancelled"] is not None:
    frame = frame[frame["cancelled"].isna()]
if job["lowerCase"]:
    frame["customer"] = frame["customer"].str.lower()
if columns["amount"] is None:
    frame["amount"] = (frame["quantity"] * frame["price"]).round(2)
elif columns["refunded"] is not None:
    frame["amount"] = (frame["amount"] - frame["refunded"].fillna(0)).round(2)
if columns["order"] is not None:
    frame = frame.groupby("order", sort=False).agg(customer=("customer", "first"), day=("day", "min"), amount=("amount", "sum"))
frame = frame[frame["amount"] > 0]

table = frame.groupby("customer").agg(
    first_order=("day", "min"), last_order=("day", "max"), frequency=("day", "size"), monetary_value=("amount", "sum")
)
table["monetary_value"] = table["monetary_value"].round(2)
table["recency_days"] = (as_of - table["last_order"]).dt.days
table["average_order_value"] = table["monetary_value"] / table["frequency"]


def score(values):
    cuts = values.quantile([0.2, 0.4, 0.6, 0.8]).to_numpy()
    return cuts.searchsorted(values.to_numpy(), side="left") + 1


table["r_score"] = 6 - score(table["recency_days"])
table["f_score"] = score(table["frequency"])
table["m_score"] = score(table["monetary_value"])
table["rfm_cell"] = (100 * table["r_score"] + 10 * table["f_score"] + table["m_score"]).astype(str)
table["segment"] = table["rfm_cell"].map(job["segments"])
table.index.name = "customer_id"
table.reset_index()[job["outputColumns"]].to_csv(job["output"], index=False)
