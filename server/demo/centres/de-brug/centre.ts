import { type DemoCentre, readLogo, readPrices, reduced, TIME_ZONE } from '../../demo-centre.ts';
import { face } from './face.ts';
import { productions } from './season.ts';

/** A music centre with a concert hall of about 1,290 seats, down the river from De Lantaarn. */
export const deBrug: DemoCentre = {
  profile: {
    id: 'de-brug',
    name: 'Muziekcentrum De Brug',
    email: 'kassa@debrug.example',
    address: 'Kaai 40, 9998 Scheldebeke',
    language: 'nl',
    currency: 'EUR',
    timeZone: TIME_ZONE,
  },
  hall: 'concertzaal',
  priceTypes: [
    {
      id: 'basis',
      name: { nl: 'Basis', fr: 'Plein tarif', en: 'Full price', de: 'Vollpreis' },
      explanation: null,
      euros: (full) => full,
    },
    {
      id: 'jong',
      name: { nl: 'Jonger dan 30', fr: 'Moins de 30 ans', en: 'Under 30', de: 'Unter 30' },
      explanation: {
        nl: 'Voor wie nog geen 30 is. We vragen uw identiteitskaart aan de ingang.',
        fr: 'Pour ceux qui n’ont pas encore 30 ans. Nous demandons votre carte d’identité à l’entrée.',
        en: 'For those who are not yet 30. We ask for your identity card at the door.',
        de: 'Für alle, die noch keine 30 sind. Wir fragen am Eingang nach Ihrem Personalausweis.',
      },
      euros: (full) => reduced(full, full * 0.5, 8),
    },
  ],
  feeCents: 150,
  productions,
  prices: readPrices(import.meta.url),
  commission: { basisPoints: 600, centsPerTicket: 0 },
  colour: '#c8102e',
  logo: readLogo(import.meta.url),
  face,
  uitpas: true,
};
