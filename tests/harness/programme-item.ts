import type { Owner, PerformanceSummary } from '../../sdk/contract/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';

export const lantaarn: Owner = { id: 'de-lantaarn', name: 'De Lantaarn', website: 'https://delantaarn.example' };
export const brug: Owner = { id: 'de-brug', name: 'De Brug', website: 'https://debrug.example' };

/** A performance of a programme, of which only what matters to a test is given. */
export function programmeItem(
  day: string,
  title: string,
  change: Partial<PerformanceSummary> = {},
  isOwn = true,
): ProgrammeItem {
  return {
    ...{ reference: title, day, isOwn, owner: isOwn ? lantaarn : brug, timeZone: 'Europe/Brussels' },
    performance: {
      id: title,
      title: { nl: title },
      genre: 'theater',
      startsAt: `${day}T19:00:00Z`,
      hall: { id: 'zaal', name: { nl: 'Grote zaal', en: 'Great hall' } },
      state: 'on-sale',
      priceFrom: { cents: 1000, currency: 'EUR' },
      availability: { level: 'available', free: 10, capacity: 100 },
      ...change,
    },
  };
}
