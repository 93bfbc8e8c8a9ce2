import { readFileSync } from 'node:fs';
import type { Text } from '../../../sdk/contract/text.ts';
import type { PlanSource, SectionView } from '../../../sdk/model/seating-plan/index.ts';
import { drawView } from './draw-view.ts';
import { buildRoom, type Room } from './room.ts';

export const HALLS = new URL('../halls/', import.meta.url);
/** Where the drawings are; a centre names such a folder as `viewsFolder`. */
export const VIEWS = new URL('views/', HALLS);
export const HALL_IDS = ['schouwburg', 'concertzaal', 'vlakke-zaal'] as const;

/** What a hall's sections see: each drawing by its file's name, with the view as the plan tells it. */
export interface HallViews {
  readonly source: PlanSource;
  readonly sections: ReadonlyMap<string, { readonly file: string; readonly svg: string; readonly view: SectionView }>;
}

/** Draws what every section of a demo hall sees, from the hall's own plan. */
export function viewsOf(hall: (typeof HALL_IDS)[number]): HallViews {
  const source = JSON.parse(readFileSync(new URL(`${hall}.json`, HALLS), 'utf8')) as PlanSource;
  const room = buildRoom(source);
  const sections = room.plan.sections.map(({ id }, section) => {
    const file = `${hall}-${id.toLowerCase()}.svg`;
    const view = { image: `/views/${file}`, text: describe(room, section) };
    return [id, { file, svg: drawView(room, section), view }] as const;
  });
  return { source, sections: new Map(sections) };
}

/** What the drawing shows, for who cannot see it: from which side, how far, and how high above the stage. */
function describe(room: Room, section: number): Text {
  const [x, y, z] = room.seatIn(section);
  const name = room.plan.sections[section]?.name ?? { nl: '' };
  const far = Math.max(1, Math.round(Math.hypot(x, y + 350) / 100));
  const high = Math.round((z + 118 - room.heights.stage - 150) / 100);
  const side = Math.abs(x) < 300 ? 'front' : x < 0 ? 'left' : 'right';
  const above = (text: string) => (high >= 1 ? text : '');
  return {
    nl: `${name.nl}: zicht op het podium ${SIDES.nl[side]}, van ongeveer ${far} meter ver${above(` en ${high} meter hoger`)}.`,
    fr: `${name.fr} : vue sur la scène ${SIDES.fr[side]}, à environ ${far} mètres${above(` et ${high} m plus haut`)}.`,
    en: `${name.en}: the stage ${SIDES.en[side]}, from about ${far} metres away${above(` and ${high} m above it`)}.`,
    de: `${name.de}: Blick auf die Bühne ${SIDES.de[side]}, aus etwa ${far} Metern${above(` und ${high} m darüber`)}.`,
  };
}

const SIDES = {
  nl: { front: 'recht van voren', left: 'schuin van links', right: 'schuin van rechts' },
  fr: { front: 'de face', left: 'en biais depuis la gauche', right: 'en biais depuis la droite' },
  en: { front: 'straight ahead', left: 'at an angle from the left', right: 'at an angle from the right' },
  de: { front: 'von vorn', left: 'schräg von links', right: 'schräg von rechts' },
} as const;
