import type { SeatBestWords } from './index.ts';

export const de: SeatBestWords = {
  title: 'Lassen Sie uns gute Plätze suchen',
  places: 'Wie viele Plätze?',
  fewer: 'Ein Platz weniger',
  more: 'Ein Platz mehr',
  upTo: 'Höchstens',
  anyPrice: 'Egal',
  section: 'Wo?',
  anySection: 'Im ganzen Saal',
  aisle: 'Am Gang',
  wheelchair: 'Ein Rollstuhlplatz',
  companion: 'Mit einer Begleitung daneben',
  find: 'Plätze suchen',
  other: 'Andere zeigen',
  take: (count: number) => (count === 1 ? 'Diesen Platz nehmen' : `Diese ${count} Plätze nehmen`),
  found: (places: string, price: string) => `${places}. Zusammen ${price}.`,
  together: {
    row: 'Nebeneinander',
    rows: 'Hintereinander, in Reihen dicht beisammen',
    apart: 'So nah beieinander wie noch möglich',
  },
  none: 'So finden wir nichts mehr. Suchen Sie weniger Plätze oder verzichten Sie auf einen Wunsch.',
  taken: 'Jemand war gerade schneller. Das ist jetzt das Beste.',
  party: (count: number) => `Oder wählen Sie selbst im Plan, ${count} nebeneinander`,
  partyOn: (count: number) => `Zeigen Sie auf einen Platz: Sie erhalten ${count} nebeneinander.`,
  partyOff: 'Wieder Platz für Platz wählen',
  partyNone: (count: number) =>
    `Hier passen keine ${count} Plätze nebeneinander, ohne dass ein einzelner übrig bleibt.`,
};
