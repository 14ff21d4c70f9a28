import { once } from "../../../basics/once.ts";
import { COLUMN_NAMES } from "../names/column-names.ts";
import { names } from "../names/name-form.ts";

/** The names that contact columns go by, most telling first: English, then Finnish, Swedish, German, French, Spanish, Dutch. */
const PHONE = names(
  "phone,phone number,phone no,telephone,telephone number,mobile,mobile phone,mobile number,cell phone,tel",
  "puhelin,puhelinnumero,matkapuhelin,telefon,telefonnummer,mobil,mobilnummer,mobiltelefon,handynummer,téléphone,numéro de téléphone,teléfono,número de teléfono,móvil,telefoon,telefoonnummer,mobiel",
);
const FIRST_NAME = names("first name,firstname,given name,forename,etunimi,förnamn,vorname,prénom,nombre,voornaam");
const LAST_NAME = names(
  "last name,lastname,surname,family name,sukunimi,efternamn,nachname,nom de famille,apellido,apellidos,achternaam",
);
/** A bare `name` is left out: in an order export it may be the product's. */
const FULL_NAME = names(
  "full name,customer name,client name,buyer name,contact name,billing name,bill to name",
  "asiakkaan nimi,koko nimi,kundnamn,kundenname,nom du client,nom complet,nombre del cliente,nombre completo,klantnaam",
);
/** The country of an address. */
export const COUNTRY = names(
  "country code,country iso,country",
  "maakoodi,maa,landkod,land,ländercode,code pays,pays,código de país,país,landcode",
);
const CITY = names(
  "city,town,town city",
  "kaupunki,postitoimipaikka,paikkakunta,postort,stad,ort,stadt,wohnort,ville,ciudad,plaats,woonplaats",
);
const ZIP = names(
  "zip,zip code,zipcode,postal code,postcode,post code,zip postal code",
  "postinumero,postnummer,postnr,postleitzahl,plz,code postal,código postal",
);
const CONSENT = names(
  "accepts marketing,accepts email marketing,email marketing consent,marketing consent,marketing opt in,email opt in,opt in,newsletter,subscribed",
  "markkinointilupa,uutiskirje,nyhetsbrev,lettre d information,boletín,nieuwsbrief",
);

/** Whose address it is, in the order in which it is asked for: the customer's own, billing, shipping. */
const WHOSE = [
  names("customer,contact,buyer,client,asiakas,kund,kunden"),
  names("billing,bill to,invoice,laskutus,faktura,rechnungs,facturation,facturación,factuur"),
  names("shipping,ship to,ship,delivery,recipient,toimitus,leverans,liefer,livraison,envío,bezorg"),
];

/** A contact column of a file of unknown make: its names, and those that say whose it is, before or after the name. */
function belongingTo(whose: readonly string[], bare: boolean, list: readonly string[]): readonly string[] {
  const owned = whose.flatMap((owner) => list.flatMap((name) => [`${owner} ${name}`, `${name} ${owner}`]));
  return bare ? [...list, ...owned] : owned;
}

/** What is looked for in a file of unknown make, as in a preset, but by names as `normaliseName` writes them. */
export const genericContact = once(() => ({
  email: COLUMN_NAMES.email.map((name) => [name]),
  phone: WHOSE.map((whose, set) => belongingTo(whose, set === 0, PHONE)),
  name: WHOSE.map((whose, set) => ({
    first: belongingTo(whose, set === 0, FIRST_NAME),
    last: belongingTo(whose, set === 0, LAST_NAME),
    full: set === 0 ? FULL_NAME : belongingTo(whose, false, ["name", "full name", "nimi"]),
  })),
  address: WHOSE.map((whose, set) => ({
    country: belongingTo(whose, set === 0, COUNTRY),
    city: belongingTo(whose, set === 0, CITY),
    zip: belongingTo(whose, set === 0, ZIP),
  })),
  consent: CONSENT,
}));
