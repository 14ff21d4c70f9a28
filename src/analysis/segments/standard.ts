import type { SchemeFile, SegmentFile } from "./scheme.ts";
import { compileScheme } from "./scheme.ts";

/** A segment of the standard scheme; its cells are written in one line, as published. */
function segment(name: string, cells: string, texts: Omit<SegmentFile, "name" | "cells">): SegmentFile {
  return { name, cells: cells.split(" "), ...texts };
}

/**
 * The eleven segments that marketers know, each of the 125 cells in exactly one of them.
 *
 * The assignment of cells is the one that Bloomreach (formerly Exponea) documents and many tools share; meanings and
 * advice are this program's own.
 */
export const standardSchemeFile: SchemeFile = {
  name: "standard",
  description: "The eleven names marketers know, on recency, frequency and spend",
  source: "documentation.bloomreach.com/engagement/docs/rfm-segmentation",
  levels: 5,
  segments: [
    segment("Champions", "555 554 544 545 454 455 445", {
      meaning: "Ordered recently, order often and spend more than most.",
      action: "Thank them, give early access to what is new, and ask for referrals and reviews.",
      avoid: "Discounts before anything else has been tried.",
      measure: "How many are still Champions next month (rfm compare), and referrals per hundred asked.",
      family: "best",
      claims: {
        meaning: ["recent", "often", "more"],
        action: ["recent", "again"],
        avoid: ["recent", "again"],
        measure: ["recent", "again"],
      },
    }),
    segment("Loyal", "543 444 435 355 354 345 344 335", {
      meaning: "Order often and spend more than most.",
      action: "Offer a stamp card or points towards the next level, and the better version of what they buy.",
      avoid: "Treating them like strangers: no welcome offers, no first-order codes.",
      measure: "Orders per customer, and how many become Champions.",
      family: "best",
      claims: {
        meaning: ["recent", "often", "more"],
        action: ["recent", "again"],
        avoid: ["again"],
        measure: ["recent", "again"],
      },
    }),
    segment(
      "Potential Loyalist",
      "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
      {
        meaning: "Ordered recently, and more than once.",
        action: "Start them on a stamp card or points, and suggest what goes with their last order.",
        avoid: "Asking for too much at once: the next order matters more than a large one.",
        measure: "The share with one more order within 60 days, and moves to Loyal.",
        family: "growing",
        claims: { meaning: ["recent", "again"], action: ["recent"], avoid: ["recent"], measure: ["recent"] },
      },
    ),
    segment("New Customers", "512 511 422 421 412 411 311", {
      meaning: "Placed their first order recently, and have placed one or two.",
      action: "Send a welcome series, help with the first order, and give an incentive for the second.",
      avoid: "Selling in every message, and large discounts that teach them to wait.",
      measure: "The share with a second order within 90 days (rfm repeat).",
      family: "growing",
      claims: {
        meaning: ["recent", "new", "seldom"], // 421 and 422 have two orders
        action: ["recent", "new", "once"],
        avoid: ["recent"],
        measure: ["recent", "once"],
      },
    }),
    segment("Promising", "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313", {
      meaning: "Ordered recently, and once or twice.",
      action: "Keep in touch between orders, with what goes with what they bought, and a reason for the next one.",
      avoid: "Discounts where a reminder would do.",
      measure: "The time to their next order, and moves to Potential Loyalist and Loyal.",
      family: "growing",
      claims: { meaning: ["recent", "seldom"], action: ["recent"], avoid: ["recent"], measure: ["recent"] },
    }),
    segment("Need Attention", "535 534 443 434 343 334 325 324", {
      meaning: "Ordered more than once and spent more than most.",
      action: "Remind them now, with a limited offer on what they bought before.",
      avoid: "Waiting for the next newsletter to do it.",
      measure: "The share that orders within 30 days of the reminder.",
      family: "cooling",
      claims: { meaning: ["again", "more"], action: ["recent"], avoid: ["recent"], measure: ["recent"] },
    }),
    segment("About To Sleep", "331 321 312 221 213 231 241 251", {
      meaning: "Spent less than most; by recency score neither the newest nor the oldest.",
      action: "Show what is popular or new, with a small reason to come back this month.",
      avoid: "Costly offers: they have spent less than most.",
      measure: "The share that orders again, and what one such order cost.",
      family: "cooling",
      claims: { meaning: ["less"], action: ["recent"], avoid: ["less"] },
    }),
    segment("At Risk", "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124", {
      meaning: "Ordered more than once, and have been silent for a long time.",
      action: "First ask why they stopped ordering; then win them back with a personal offer that answers it.",
      avoid: "The same newsletter once more.",
      measure: "The share that orders again within 60 days, and the spend that came back.",
      family: "slipping",
      claims: { meaning: ["again", "silent"], action: ["silent"], avoid: ["silent"], measure: ["silent"] },
    }),
    segment("Cannot Lose Them", "155 154 144 214 215 115 114 113", {
      meaning: "Spent more than most, and have been silent for a long time.",
      action:
        "Call or write in person: ask how the last order went and what is needed now, make right what went wrong, and only then offer something.",
      avoid:
        "Automatic mail, and a discount before the talk: who bought once, for a gift or a project, does not lack a discount but a reason.",
      measure: "Answers received, and the spend won back.",
      family: "slipping",
      claims: { meaning: ["more", "silent"], action: ["silent"], avoid: ["silent"], measure: ["silent"] },
    }),
    segment("Hibernating", "332 322 233 232 223 222 132 123 122 212 211", {
      meaning: "Ordered once or twice, spent less than most, and have been silent for a long time.",
      action: "Ask for feedback, and send something relevant now and then.",
      avoid: "Paid advertising to reach them.",
      measure: "Answers to the feedback request, and orders per thousand messages.",
      family: "quiet",
      claims: { meaning: ["seldom", "less", "silent"], action: ["silent"], avoid: ["silent"], measure: ["silent"] },
    }),
    segment("Lost", "111 112 121 131 141 151", {
      meaning: "Spent less than most, and have been silent for a long time.",
      action: "One last message asking for feedback; whoever stays silent goes off the list (sunset).",
      avoid: "Further discounts and mailings: they cost money and harm the delivery of all other mail.",
      measure: "Complaints and bounces going down, and the cost of mailing saved.",
      family: "quiet",
      claims: { meaning: ["less", "silent"], action: ["silent"], avoid: ["silent"], measure: ["silent"] },
    }),
  ],
};

/** The standard scheme, checked and ready to look up. */
export const standardScheme = compileScheme(standardSchemeFile);
