import { type DemoCentre, readLogo, readPrices, reduced, TIME_ZONE } from '../../demo-centre.ts';
import { face } from './face.ts';
import { productions } from './season.ts';

/** A community centre in a former dairy, with a flexible hall of 435 places, one price and a friend's card; it runs on a machine of its own. */
export const deMelkerij: DemoCentre = {
  profile: {
    id: 'de-melkerij',
    name: 'Gemeenschapscentrum De Melkerij',
    email: 'onthaal@demelkerij.example',
    address: 'Zuivelstraat 12, 9997 Ganzevoorde',
    language: 'nl',
    currency: 'EUR',
    timeZone: TIME_ZONE,
  },
  hall: 'vlakke-zaal',
  priceTypes: [
    {
      id: 'gewoon',
      name: { nl: 'Gewoon', fr: 'Ordinaire', en: 'Regular', de: 'Regulär' },
      explanation: null,
      euros: (full) => full,
    },
    {
      id: 'vriend',
      name: {
        nl: 'Vriend van de Melkerij',
        fr: 'Ami de la Melkerij',
        en: 'Friend of the dairy',
        de: 'Freund der Melkerij',
      },
      explanation: {
        nl: 'Voor wie een vriendenkaart heeft. Die kost 15 euro per jaar.',
        fr: 'Pour ceux qui ont une carte d’ami. Elle coûte 15 euros par an.',
        en: 'For those with a friend’s card, which costs 15 euros a year.',
        de: 'Für alle mit einer Freundeskarte. Sie kostet 15 Euro im Jahr.',
      },
      euros: (full) => reduced(full, full - 3, 5),
    },
  ],
  feeCents: 0,
  productions,
  prices: readPrices(import.meta.url),
  commission: { basisPoints: 0, centsPerTicket: 75 },
  colour: '#2f4a36',
  logo: readLogo(import.meta.url),
  face,
};
