import { explained } from "./explained.ts";

/** The columns of the sheet on what the best customers have in common, each with what it means. */
export const PROFILE_SHEET_COLUMNS = explained({
  "profile.attribute": ["About", "What the values are of: product, price, country …"],
  "profile.value": ["Value", "A product by its code."],
  "profile.best": ["Best customers", "How many of the best began with it."],
  "profile.best_share": ["Share of the best", "Of the best customers, those who began with it."],
  "profile.rest": ["Other customers", "How many of the others began with it."],
  "profile.rest_share": ["Share of the rest", "Of the other customers, those who began with it."],
  "profile.lift": ["Lift", "Share of the best over the share of all; 1 where both are alike."],
  "profile.difference": ["Difference", "Share of the best minus share of the rest."],
  "profile.difference_low": ["Difference from", "Lower end of its 95% interval (Newcombe)."],
  "profile.difference_high": ["Difference to", "Upper end of that interval."],
  "profile.q_value": ["q", "Up to 0.05: differs by more than chance explains (Fisher, Benjamini–Hochberg)."],
  "profile.name": ["Name", "The product's name, where the data has one."],
});
