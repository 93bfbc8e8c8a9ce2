/**
 * Draws the views of the demo's halls again, after a plan or the way of drawing changed:
 * `node server/demo/views/draw.ts`, then `npm run check` for the plans' layout.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { HALL_IDS, HALLS, VIEWS, viewsOf } from './views.ts';

mkdirSync(VIEWS, { recursive: true });
for (const hall of HALL_IDS) {
  const { source, sections } = viewsOf(hall);
  for (const { file, svg } of sections.values()) writeFileSync(new URL(file, VIEWS), svg);
  const seen = source.sections?.map((section) => ({ ...section, view: sections.get(section.id)?.view }));
  writeFileSync(new URL(`${hall}.json`, HALLS), JSON.stringify({ ...source, sections: seen }));
}
