import type { SchemeTexts } from "../../en/schemes.ts";

/** What to avoid with a segment's customers, and what shows that an action worked. */
export const ADVICE: SchemeTexts = {
  "Discounts before anything else has been tried.": "Alennuksia, ennen kuin muuta on kokeiltu.",
  "Treating them like strangers: no welcome offers, no first-order codes.":
    "Kohtelemasta heitä tuntemattomina: ei tervetulotarjouksia eikä ensitilauksen koodeja.",
  "Asking for too much at once: the next order matters more than a large one.":
    "Pyytämästä liikaa kerralla: seuraava tilaus on tärkeämpi kuin suuri tilaus.",
  "Selling in every message, and large discounts that teach them to wait.":
    "Myymästä joka viestissä ja antamasta suuria alennuksia, jotka opettavat odottamaan.",
  "Discounts where a reminder would do.": "Alennuksia siellä, missä muistutus riittää.",
  "Waiting for the next newsletter to do it.": "Jättämästä asiaa seuraavan uutiskirjeen varaan.",
  "Costly offers: they have spent less than most.":
    "Kalliita tarjouksia: he ovat käyttäneet vähemmän rahaa kuin useimmat.",
  "The same newsletter once more.": "Samaa uutiskirjettä vielä kerran.",
  "Automatic mail, and a discount before the talk: who bought once, for a gift or a project, does not lack a discount but a reason.":
    "Automaattisia viestejä ja alennusta ennen keskustelua: kerran lahjaksi tai hanketta varten ostanut ei kaipaa alennusta vaan syytä ostaa.",
  "Paid advertising to reach them.": "Maksettua mainontaa heidän tavoittamisekseen.",
  "Further discounts and mailings: they cost money and harm the delivery of all other mail.":
    "Uusia alennuksia ja postituksia: ne maksavat ja huonontavat kaikkien muiden viestien perillemenoa.",
  "How many are still Champions next month (rfm compare), and referrals per hundred asked.":
    "Kuinka moni on ensi kuussakin parhaita asiakkaita (rfm compare) ja montako suositusta saat sataa pyyntöä kohti.",
  "Orders per customer, and how many become Champions.":
    "Tilauksia asiakasta kohti ja kuinka moni nousee parhaisiin asiakkaisiin.",
  "The share with one more order within 60 days, and moves to Loyal.":
    "Kuinka moni tilaa vielä kerran 60 päivän sisällä ja moniko nousee kanta-asiakkaaksi.",
  "The share with a second order within 90 days (rfm repeat).":
    "Kuinka moni tekee toisen tilauksen 90 päivän sisällä (rfm repeat).",
  "The time to their next order, and moves to Potential Loyalist and Loyal.":
    "Aika seuraavaan tilaukseen ja kuinka moni siirtyy tuleviin kanta-asiakkaisiin tai kanta-asiakkaisiin.",
  "The share that orders within 30 days of the reminder.": "Kuinka moni tilaa 30 päivän sisällä muistutuksesta.",
  "The share that orders again, and what one such order cost.":
    "Kuinka moni tilaa uudelleen ja mitä yksi tällainen tilaus maksoi.",
  "The share that orders again within 60 days, and the spend that came back.":
    "Kuinka moni tilaa uudelleen 60 päivän sisällä ja kuinka paljon myyntiä palasi.",
  "Answers received, and the spend won back.": "Saadut vastaukset ja takaisin voitettu myynti.",
  "Answers to the feedback request, and orders per thousand messages.":
    "Vastaukset palautepyyntöön ja tilaukset tuhatta viestiä kohti.",
  "Complaints and bounces going down, and the cost of mailing saved.":
    "Valitusten ja perille menemättömien viestien väheneminen sekä säästetyt postituskulut.",
};
