import type { SchemeTexts } from "../../en/schemes.ts";

/** What to do for a segment's customers. */
export const ACTIONS: SchemeTexts = {
  "Thank them, give early access to what is new, and ask for referrals and reviews.":
    "Tacka dem, låt dem se nyheter först och be om rekommendationer och omdömen.",
  "Offer a stamp card or points towards the next level, and the better version of what they buy.":
    "Erbjud ett stämpelkort eller poäng mot nästa nivå, och den bättre varianten av det de köper.",
  "Start them on a stamp card or points, and suggest what goes with their last order.":
    "Börja med ett stämpelkort eller poäng, och föreslå det som passar till den senaste beställningen.",
  "Send a welcome series, help with the first order, and give an incentive for the second.":
    "Skicka en välkomstserie, hjälp till med den första beställningen och ge en morot för den andra.",
  "Keep in touch between orders, with what goes with what they bought, and a reason for the next one.":
    "Håll kontakten mellan beställningarna, med det som passar till det de köpt och ett skäl till nästa.",
  "Remind them now, with a limited offer on what they bought before.":
    "Påminn dem nu, med ett begränsat erbjudande om det de har köpt förut.",
  "Show what is popular or new, with a small reason to come back this month.":
    "Visa det som är populärt eller nytt, med ett litet skäl att komma tillbaka den här månaden.",
  "First ask why they stopped ordering; then win them back with a personal offer that answers it.":
    "Fråga först varför de slutade beställa; vinn sedan tillbaka dem med ett personligt erbjudande som svarar på det.",
  "Call or write in person: ask how the last order went and what is needed now, make right what went wrong, and only then offer something.":
    "Ring eller skriv personligen: fråga hur den senaste beställningen gick och vad som behövs nu, rätta till det som gick fel och erbjud något först därefter.",
  "Ask for feedback, and send something relevant now and then.":
    "Be om synpunkter, och skicka något som rör dem då och då.",
  "One last message asking for feedback; whoever stays silent goes off the list (sunset).":
    "Ett sista meddelande som ber om synpunkter; den som inte svarar tas bort från listan.",
  "Thank them, give early access, and ask for referrals.":
    "Tacka dem, visa nyheter i förväg och be om rekommendationer.",
  "Reward the habit with points or a stamp card.": "Belöna lojaliteten med poäng eller ett stämpelkort.",
  "Offer membership and suggest what goes with their last order.":
    "Erbjud medlemskap och föreslå det som passar till den senaste beställningen.",
  "Welcome them, and give a reason for a second order.":
    "Hälsa dem välkomna och ge ett skäl till en andra beställning.",
  "Stay in sight with a small incentive for the next order.": "Syns, med en liten morot för nästa beställning.",
  "Remind them with a limited offer on what they bought before.":
    "Påminn dem med ett begränsat erbjudande om det de har köpt förut.",
  "Show what is popular, with a small reason to come back.":
    "Visa det som är populärt, med ett litet skäl att komma tillbaka.",
  "Ask in person why they left, then win them back.":
    "Fråga personligen varför de lämnade, och vinn sedan tillbaka dem.",
  "Ask why, then win them back with a personal offer.":
    "Fråga varför, och vinn sedan tillbaka dem med ett personligt erbjudande.",
  "Send something relevant now and then.": "Skicka något som rör dem då och då.",
  "One last message asking for feedback, then stop.": "Ett sista meddelande som ber om synpunkter, sluta sedan.",
  "Start them on a stamp card, and suggest what goes with their last order.":
    "Börja med ett stämpelkort, och föreslå det som passar till den senaste beställningen.",
  "Ask for feedback; spend little on them.": "Be om synpunkter; lägg inte mycket pengar på dem.",
  "Stay in sight, with a reason for the next order.": "Syns, med ett skäl till nästa beställning.",
  "Look at their scores one by one.": "Se på deras poäng en i taget.",
  "Remind them with what goes with their earlier orders.": "Påminn dem om det som passar till tidigare beställningar.",
  "Show the better version of what they buy, and new things first.":
    "Visa den bättre varianten av det de köper, och nyheter först.",
  "Give a reason for the next order.": "Ge ett skäl till nästa beställning.",
  "Look at them one by one.": "Se på dem en i taget.",
};
