import type { SchemeTexts } from "../../en/schemes.ts";

/** What to do for a segment's customers. */
export const ACTIONS: SchemeTexts = {
  "Thank them, give early access to what is new, and ask for referrals and reviews.":
    "Kiitä heitä, päästä heidät ensimmäisinä uutuuksien ääreen ja pyydä suosituksia ja arvosteluja.",
  "Offer a stamp card or points towards the next level, and the better version of what they buy.":
    "Tarjoa leimakortti tai pisteitä kohti seuraavaa tasoa sekä parempaa versiota siitä, mitä he ostavat.",
  "Start them on a stamp card or points, and suggest what goes with their last order.":
    "Aloita leimakortti tai pisteiden keruu ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
  "Send a welcome series, help with the first order, and give an incentive for the second.":
    "Lähetä tervetuloviestien sarja, auta ensimmäisen tilauksen kanssa ja kannusta toiseen.",
  "Keep in touch between orders, with what goes with what they bought, and a reason for the next one.":
    "Pidä yhteyttä tilausten välillä: kerro, mikä sopii heidän ostoksiinsa, ja anna syy seuraavaan.",
  "Remind them now, with a limited offer on what they bought before.":
    "Muistuta heitä nyt rajoitetulla tarjouksella siitä, mitä he ovat ennen ostaneet.",
  "Show what is popular or new, with a small reason to come back this month.":
    "Näytä, mikä on suosittua tai uutta, ja anna pieni syy palata tässä kuussa.",
  "First ask why they stopped ordering; then win them back with a personal offer that answers it.":
    "Kysy ensin, miksi he lakkasivat tilaamasta; voita heidät sitten takaisin henkilökohtaisella tarjouksella, joka vastaa syyhyn.",
  "Call or write in person: ask how the last order went and what is needed now, make right what went wrong, and only then offer something.":
    "Soita tai kirjoita henkilökohtaisesti: kysy, miten viimeinen tilaus onnistui ja mitä he nyt tarvitsisivat, korjaa se, mikä meni vikaan, ja tarjoa jotain vasta sitten.",
  "Ask for feedback, and send something relevant now and then.":
    "Pyydä palautetta ja lähetä silloin tällöin jotain, mikä heitä koskee.",
  "One last message asking for feedback; whoever stays silent goes off the list (sunset).":
    "Yksi viimeinen viesti, jossa pyydät palautetta; joka ei vastaa, poistetaan listalta.",
  "Thank them, give early access, and ask for referrals.": "Kiitä, tarjoa uutuuksia ennakkoon ja pyydä suosittelemaan.",
  "Reward the habit with points or a stamp card.": "Palkitse uskollisuudesta pisteillä tai leimakortilla.",
  "Offer membership and suggest what goes with their last order.":
    "Tarjoa jäsenyyttä ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
  "Welcome them, and give a reason for a second order.": "Toivota tervetulleeksi ja anna syy toiseen tilaukseen.",
  "Stay in sight with a small incentive for the next order.":
    "Pysy näkyvillä ja tarjoa pieni kannustin seuraavaan tilaukseen.",
  "Remind them with a limited offer on what they bought before.":
    "Muistuta rajoitetulla tarjouksella siitä, mitä he ovat ennen ostaneet.",
  "Show what is popular, with a small reason to come back.": "Näytä, mikä on suosittua, ja anna pieni syy palata.",
  "Ask in person why they left, then win them back.":
    "Kysy henkilökohtaisesti, miksi he lähtivät, ja voita heidät sitten takaisin.",
  "Ask why, then win them back with a personal offer.":
    "Kysy syytä ja voita heidät sitten takaisin henkilökohtaisella tarjouksella.",
  "Send something relevant now and then.": "Lähetä silloin tällöin jotain, mikä heitä koskee.",
  "One last message asking for feedback, then stop.":
    "Lähetä vielä yksi viesti, jossa pyydät palautetta, ja lopeta sitten.",
  "Start them on a stamp card, and suggest what goes with their last order.":
    "Tarjoa leimakortti ja ehdota tuotteita, jotka sopivat viime tilaukseen.",
  "Ask for feedback; spend little on them.": "Pyydä palautetta, mutta käytä heihin vain vähän rahaa.",
  "Stay in sight, with a reason for the next order.": "Pysy näkyvillä ja anna syy seuraavaan tilaukseen.",
  "Look at their scores one by one.": "Katso heidän pisteitään yksitellen.",
  "Remind them with what goes with their earlier orders.": "Muistuta tuotteista, jotka sopivat aiempiin tilauksiin.",
  "Show the better version of what they buy, and new things first.":
    "Näytä parempi versio siitä, mitä he ostavat, ja uutuudet heille ensin.",
  "Give a reason for the next order.": "Anna syy seuraavaan tilaukseen.",
  "Look at them one by one.": "Katso heitä yksitellen.",
};
