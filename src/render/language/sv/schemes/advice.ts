import type { SchemeTexts } from "../../en/schemes.ts";

/** What to avoid with a segment's customers, and what shows that an action worked. */
export const ADVICE: SchemeTexts = {
  "Discounts before anything else has been tried.": "Rabatter innan något annat har prövats.",
  "Treating them like strangers: no welcome offers, no first-order codes.":
    "Att behandla dem som främlingar: inga välkomsterbjudanden, inga koder för första beställningen.",
  "Asking for too much at once: the next order matters more than a large one.":
    "Att be om för mycket på en gång: nästa beställning är viktigare än en stor.",
  "Selling in every message, and large discounts that teach them to wait.":
    "Att sälja i varje meddelande, och stora rabatter som lär dem att vänta.",
  "Discounts where a reminder would do.": "Rabatter där en påminnelse räcker.",
  "Waiting for the next newsletter to do it.": "Att vänta på nästa nyhetsbrev.",
  "Costly offers: they have spent less than most.": "Dyra erbjudanden: de har handlat för mindre än de flesta.",
  "The same newsletter once more.": "Samma nyhetsbrev en gång till.",
  "Automatic mail, and a discount before the talk: who bought once, for a gift or a project, does not lack a discount but a reason.":
    "Automatiska utskick, och en rabatt före samtalet: den som köpt en gång, som present eller för ett projekt, saknar inte en rabatt utan ett skäl.",
  "Paid advertising to reach them.": "Betald annonsering för att nå dem.",
  "Further discounts and mailings: they cost money and harm the delivery of all other mail.":
    "Fler rabatter och utskick: de kostar pengar och försämrar leveransen av alla andra meddelanden.",
  "How many are still Champions next month (rfm compare), and referrals per hundred asked.":
    "Hur många som fortfarande är bästa kunder nästa månad (rfm compare), och rekommendationer per hundra tillfrågade.",
  "Orders per customer, and how many become Champions.": "Beställningar per kund, och hur många som blir bästa kunder.",
  "The share with one more order within 60 days, and moves to Loyal.":
    "Andelen med en beställning till inom 60 dagar, och flyttar till stamkunder.",
  "The share with a second order within 90 days (rfm repeat).":
    "Andelen med en andra beställning inom 90 dagar (rfm repeat).",
  "The time to their next order, and moves to Potential Loyalist and Loyal.":
    "Tiden till nästa beställning, och flyttar till blivande stamkunder och stamkunder.",
  "The share that orders within 30 days of the reminder.": "Andelen som beställer inom 30 dagar efter påminnelsen.",
  "The share that orders again, and what one such order cost.":
    "Andelen som beställer igen, och vad en sådan beställning kostade.",
  "The share that orders again within 60 days, and the spend that came back.":
    "Andelen som beställer igen inom 60 dagar, och köpen som kom tillbaka.",
  "Answers received, and the spend won back.": "Svar som kommit in, och köp som vunnits tillbaka.",
  "Answers to the feedback request, and orders per thousand messages.":
    "Svar på frågan om synpunkter, och beställningar per tusen meddelanden.",
  "Complaints and bounces going down, and the cost of mailing saved.":
    "Färre klagomål och studsar, och sparade utskickskostnader.",
};
