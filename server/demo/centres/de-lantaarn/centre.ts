import { type DemoCentre, readLogo, readPrices, reduced, TIME_ZONE } from '../../demo-centre.ts';
import { face } from './face.ts';
import { productions } from './season.ts';

/** A cultural centre with a theatre of 798 seats, in a town that does not exist. */
export const deLantaarn: DemoCentre = {
  profile: {
    id: 'de-lantaarn',
    name: 'Cultuurcentrum De Lantaarn',
    email: 'tickets@delantaarn.example',
    address: 'Lantaarnplein 1, 9999 Wolvegem',
    language: 'nl',
    currency: 'EUR',
    timeZone: TIME_ZONE,
  },
  hall: 'schouwburg',
  priceTypes: [
    {
      id: 'adult',
      name: { nl: 'Volwassene', fr: 'Adulte', en: 'Adult', de: 'Erwachsene' },
      explanation: null,
      euros: (full) => full,
    },
    {
      id: 'under-26',
      name: { nl: '-26 jaar', fr: '-26 ans', en: 'Under 26', de: 'Unter 26' },
      explanation: {
        nl: 'Voor wie op de dag van de voorstelling nog geen 26 is. Breng uw identiteitskaart mee.',
        fr: 'Pour ceux qui n’ont pas encore 26 ans le jour de la représentation. Prenez votre carte d’identité.',
        en: 'For those who are not yet 26 on the day of the performance. Please bring your identity card.',
        de: 'Für alle, die am Tag der Vorstellung noch keine 26 sind. Bringen Sie Ihren Personalausweis mit.',
      },
      euros: (full) => reduced(full, full * 0.6),
    },
    {
      id: '65-plus',
      name: { nl: '65+', fr: '65+', en: '65+', de: '65+' },
      explanation: {
        nl: 'Voor wie op de dag van de voorstelling 65 of ouder is.',
        fr: 'Pour ceux qui ont 65 ans ou plus le jour de la représentation.',
        en: 'For those who are 65 or older on the day of the performance.',
        de: 'Für alle, die am Tag der Vorstellung 65 oder älter sind.',
      },
      euros: (full) => reduced(full, full - 2),
    },
  ],
  feeCents: 100,
  productions,
  prices: readPrices(import.meta.url),
  commission: { basisPoints: 500, centsPerTicket: 0 },
  colour: '#1b1f4b',
  logo: readLogo(import.meta.url),
  face,
};
