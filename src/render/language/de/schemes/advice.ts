import type { SchemeTexts } from "../../en/schemes.ts";

/** What to avoid with a segment's customers, and what shows that an action worked. */
export const ADVICE: SchemeTexts = {
  "Discounts before anything else has been tried.": "Rabatte, bevor anderes versucht wurde.",
  "Treating them like strangers: no welcome offers, no first-order codes.":
    "Sie wie Fremde zu behandeln: keine Willkommensangebote, keine Erstbestellcodes.",
  "Asking for too much at once: the next order matters more than a large one.":
    "Zu viel auf einmal zu verlangen: Die nächste Bestellung ist wichtiger als eine große.",
  "Selling in every message, and large discounts that teach them to wait.":
    "In jeder Nachricht zu verkaufen, und große Rabatte, die das Warten lehren.",
  "Discounts where a reminder would do.": "Rabatte, wo eine Erinnerung reicht.",
  "Waiting for the next newsletter to do it.": "Auf den nächsten Newsletter zu warten.",
  "Costly offers: they have spent less than most.": "Teure Angebote: Sie haben weniger ausgegeben als die meisten.",
  "The same newsletter once more.": "Denselben Newsletter noch einmal.",
  "Automatic mail, and a discount before the talk: who bought once, for a gift or a project, does not lack a discount but a reason.":
    "Automatische Nachrichten, und einen Rabatt vor dem Gespräch: Wer einmal gekauft hat, als Geschenk oder für ein Projekt, braucht keinen Rabatt, sondern einen Anlass.",
  "Paid advertising to reach them.": "Bezahlte Werbung, um sie zu erreichen.",
  "Further discounts and mailings: they cost money and harm the delivery of all other mail.":
    "Weitere Rabatte und Mailings: Sie kosten Geld und schaden der Zustellung aller anderen Nachrichten.",
  "How many are still Champions next month (rfm compare), and referrals per hundred asked.":
    "Wie viele nächsten Monat noch beste Kunden sind (rfm compare), und Empfehlungen pro hundert Bitten.",
  "Orders per customer, and how many become Champions.":
    "Bestellungen pro Kunde, und wie viele zu besten Kunden werden.",
  "The share with one more order within 60 days, and moves to Loyal.":
    "Der Anteil mit einer weiteren Bestellung innerhalb von 60 Tagen, und Wechsel zu den Stammkunden.",
  "The share with a second order within 90 days (rfm repeat).":
    "Der Anteil mit einer zweiten Bestellung innerhalb von 90 Tagen (rfm repeat).",
  "The time to their next order, and moves to Potential Loyalist and Loyal.":
    "Die Zeit bis zur nächsten Bestellung, und Wechsel zu angehenden Stammkunden und Stammkunden.",
  "The share that orders within 30 days of the reminder.":
    "Der Anteil, der innerhalb von 30 Tagen nach der Erinnerung bestellt.",
  "The share that orders again, and what one such order cost.":
    "Der Anteil, der wieder bestellt, und was eine solche Bestellung gekostet hat.",
  "The share that orders again within 60 days, and the spend that came back.":
    "Der Anteil, der innerhalb von 60 Tagen wieder bestellt, und der zurückgewonnene Umsatz.",
  "Answers received, and the spend won back.": "Erhaltene Antworten, und der zurückgewonnene Umsatz.",
  "Answers to the feedback request, and orders per thousand messages.":
    "Antworten auf die Bitte um Rückmeldung, und Bestellungen pro tausend Nachrichten.",
  "Complaints and bounces going down, and the cost of mailing saved.":
    "Weniger Beschwerden und unzustellbare Nachrichten, und gesparte Versandkosten.",
};
