import { readFileSync } from 'node:fs';
import type { PlanSource, SectionSource } from '../../../../sdk/model/seating-plan/source.ts';

/** A small hall to change in a test: two rows of four, odd numbers left, and a standing area. */
export const smallPlan = (changes: Partial<PlanSource> = {}): PlanSource => ({
  format: 'foyer-plan/1',
  id: 'zaaltje',
  version: 1,
  name: { nl: 'Zaaltje' },
  zones: [{ id: 'a', name: { nl: 'A' } }],
  floors: [{ id: 'zaal', name: { nl: 'Zaal' } }],
  sections: [smallSection()],
  areas: [
    { id: 'STAAN', name: { nl: 'Staan' }, kind: 'standing', capacity: 20, zone: 'a', box: [-200, 400, 400, 300] },
  ],
  ...changes,
});

export const smallSection = (changes: Partial<SectionSource> = {}): SectionSource => ({
  id: 'P',
  name: { nl: 'Parterre' },
  zone: 'a',
  blocks: [{ rows: 'A..B', seats: 4 }],
  ...changes,
});

export const HALLS = ['schouwburg', 'concertzaal', 'vlakke-zaal'] as const;
export const hallText = (hall: (typeof HALLS)[number]) => readFileSync(`server/demo/halls/${hall}.json`, 'utf8');
export const fixtureText = (name: string) => readFileSync(`tests/fixtures/plans/${name}`, 'utf8');
