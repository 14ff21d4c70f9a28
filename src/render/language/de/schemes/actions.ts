import type { SchemeTexts } from "../../en/schemes.ts";

/** What to do for a segment's customers. */
export const ACTIONS: SchemeTexts = {
  "Thank them, give early access to what is new, and ask for referrals and reviews.":
    "Danken Sie ihnen, lassen Sie sie Neues zuerst sehen, und bitten Sie um Empfehlungen und Bewertungen.",
  "Offer a stamp card or points towards the next level, and the better version of what they buy.":
    "Bieten Sie eine Stempelkarte oder Punkte bis zur nächsten Stufe an, und die bessere Ausführung dessen, was sie kaufen.",
  "Start them on a stamp card or points, and suggest what goes with their last order.":
    "Beginnen Sie mit einer Stempelkarte oder Punkten, und schlagen Sie vor, was zur letzten Bestellung passt.",
  "Send a welcome series, help with the first order, and give an incentive for the second.":
    "Schicken Sie eine Willkommensserie, helfen Sie bei der ersten Bestellung, und geben Sie einen Anreiz für die zweite.",
  "Keep in touch between orders, with what goes with what they bought, and a reason for the next one.":
    "Bleiben Sie zwischen Bestellungen in Kontakt: mit dem, was zum Gekauften passt, und einem Anlass für die nächste.",
  "Remind them now, with a limited offer on what they bought before.":
    "Erinnern Sie sie jetzt mit einem befristeten Angebot zu dem, was sie früher gekauft haben.",
  "Show what is popular or new, with a small reason to come back this month.":
    "Zeigen Sie, was beliebt oder neu ist, mit einem kleinen Anlass, diesen Monat wiederzukommen.",
  "First ask why they stopped ordering; then win them back with a personal offer that answers it.":
    "Fragen Sie zuerst, warum sie nicht mehr bestellen; gewinnen Sie sie dann mit einem persönlichen Angebot zurück, das darauf eingeht.",
  "Call or write in person: ask how the last order went and what is needed now, make right what went wrong, and only then offer something.":
    "Rufen Sie an oder schreiben Sie persönlich: Fragen Sie, wie die letzte Bestellung war und was jetzt gebraucht wird, bringen Sie in Ordnung, was schiefging, und bieten Sie erst dann etwas an.",
  "Ask for feedback, and send something relevant now and then.":
    "Bitten Sie um Rückmeldung, und schicken Sie ab und zu etwas Passendes.",
  "One last message asking for feedback; whoever stays silent goes off the list (sunset).":
    "Eine letzte Nachricht mit der Bitte um Rückmeldung; wer nicht antwortet, kommt von der Liste.",
  "Thank them, give early access, and ask for referrals.":
    "Danken Sie ihnen, zeigen Sie ihnen Neues vorab, und bitten Sie um Empfehlungen.",
  "Reward the habit with points or a stamp card.": "Belohnen Sie die Treue mit Punkten oder einer Stempelkarte.",
  "Offer membership and suggest what goes with their last order.":
    "Bieten Sie eine Mitgliedschaft an, und schlagen Sie vor, was zur letzten Bestellung passt.",
  "Welcome them, and give a reason for a second order.":
    "Heißen Sie sie willkommen, und geben Sie einen Anlass für eine zweite Bestellung.",
  "Stay in sight with a small incentive for the next order.":
    "Bleiben Sie präsent, mit einem kleinen Anreiz für die nächste Bestellung.",
  "Remind them with a limited offer on what they bought before.":
    "Erinnern Sie sie mit einem befristeten Angebot zu dem, was sie früher gekauft haben.",
  "Show what is popular, with a small reason to come back.":
    "Zeigen Sie, was beliebt ist, mit einem kleinen Anlass wiederzukommen.",
  "Ask in person why they left, then win them back.":
    "Fragen Sie persönlich, warum sie gegangen sind, und gewinnen Sie sie dann zurück.",
  "Ask why, then win them back with a personal offer.":
    "Fragen Sie nach dem Grund, und gewinnen Sie sie dann mit einem persönlichen Angebot zurück.",
  "Send something relevant now and then.": "Schicken Sie ab und zu etwas Passendes.",
  "One last message asking for feedback, then stop.":
    "Eine letzte Nachricht mit der Bitte um Rückmeldung, dann Schluss.",
  "Start them on a stamp card, and suggest what goes with their last order.":
    "Beginnen Sie mit einer Stempelkarte, und schlagen Sie vor, was zur letzten Bestellung passt.",
  "Ask for feedback; spend little on them.": "Bitten Sie um Rückmeldung; geben Sie wenig für sie aus.",
  "Stay in sight, with a reason for the next order.":
    "Bleiben Sie präsent, mit einem Anlass für die nächste Bestellung.",
  "Look at their scores one by one.": "Sehen Sie sich ihre Scores einzeln an.",
  "Remind them with what goes with their earlier orders.":
    "Erinnern Sie sie an das, was zu früheren Bestellungen passt.",
  "Show the better version of what they buy, and new things first.":
    "Zeigen Sie die bessere Ausführung dessen, was sie kaufen, und Neues zuerst.",
  "Give a reason for the next order.": "Geben Sie einen Anlass für die nächste Bestellung.",
  "Look at them one by one.": "Sehen Sie sie sich einzeln an.",
};
