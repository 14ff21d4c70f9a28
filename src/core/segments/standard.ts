import type { SchemeFile, SegmentFile } from "./scheme.ts";
import { compileScheme } from "./scheme.ts";

/** A segment of the standard scheme; its cells are written in one line, as published. */
function segment(name: string, cells: string, texts: { meaning: string; action: string }): SegmentFile {
  return { name, cells: cells.split(" "), ...texts };
}

/**
 * The eleven segments that marketers know, each of the 125 cells in exactly one of them.
 *
 * The assignment of cells is the one that Bloomreach (formerly Exponea) documents and many tools share; meanings and
 * actions are this program's own.
 */
export const standardSchemeFile: SchemeFile = {
  name: "standard",
  levels: 5,
  segments: [
    segment("Champions", "555 554 544 545 454 455 445", {
      meaning: "Bought lately, buy often and spend the most.",
      action: "Thank them, let them in early on what is new, and ask for referrals; no discounts needed.",
    }),
    segment("Loyal", "543 444 435 355 354 345 344 335", {
      meaning: "Come back steadily and spend well.",
      action:
        "Reward the habit: points or a stamp card towards the next level, and the better version of what they buy.",
    }),
    segment(
      "Potential Loyalist",
      "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
      {
        meaning: "Recent customers who have bought more than once and could become regulars.",
        action: "Offer membership or a stamp card, and suggest what goes with their last order.",
      },
    ),
    segment("New Customers", "512 511 422 421 412 411 311", {
      meaning: "Their last order is recent, and they have bought little so far.",
      action: "Welcome them, help with the first order, and give a reason for a second one soon.",
    }),
    segment("Promising", "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313", {
      meaning: "Recent and spending well, but not yet often.",
      action: "Keep in touch between orders and invite them to the next purchase with something relevant.",
    }),
    segment("Need Attention", "535 534 443 434 343 334 325 324", {
      meaning: "Good customers in every respect whose pace is slackening.",
      action: "Remind them with a limited offer on what they bought before.",
    }),
    segment("About To Sleep", "331 321 312 221 213 231 241 251", {
      meaning: "Below average on all counts; will be lost if nothing happens.",
      action: "Show what is popular or new, with a small reason to come back now.",
    }),
    segment("At Risk", "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124", {
      meaning: "Bought often and spent well, but not for a long time.",
      action: "Ask what went wrong, then win them back with a personal offer.",
    }),
    segment("Cannot Lose Them", "155 154 144 214 215 115 114 113", {
      meaning: "Among the best customers once, and silent for the longest.",
      action: "Talk to them in person: call or write, ask why they left, and make it right.",
    }),
    segment("Hibernating", "332 322 233 232 223 222 132 123 122 212 211", {
      meaning: "Last bought long ago, seldom and little.",
      action: "Send something relevant now and then; spend little on them.",
    }),
    segment("Lost", "111 112 121 131 141 151", {
      meaning: "The longest gone, and they spent the least.",
      action: "One last message asking for feedback; then stop paying to reach them.",
    }),
  ],
};

/** The standard scheme, checked and ready to look up. */
export const standardScheme = compileScheme(standardSchemeFile);
