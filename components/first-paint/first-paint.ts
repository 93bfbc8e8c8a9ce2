import { render } from '@lit-labs/ssr';
import { FallbackRenderer } from '@lit-labs/ssr/lib/element-renderer.js';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { CSSResult } from 'lit';
import type { FirstPaint } from '../../sdk/contract/first-paint.ts';
import type { Centre } from '../../sdk/contract/index.ts';
import type { Known } from '../../sdk/model/programme/first-paint.ts';
import { createShop } from '../../sdk/stores/shop.ts';
import { FoyerCalendar } from '../calendar/calendar.ts';
import { FoyerPerformance } from '../performance/performance.ts';
import { FoyerProgramme } from '../programme/programme.ts';
import { networkOf } from './answers.ts';
import { paintOnServer } from './on-server.ts';
import { withoutScriptStyles } from './without-script.styles.ts';
// Named by the performance that is sold out; known here, so that nothing is fetched while it is painted.
import '../waiting-list/waiting-list.ts';

/**
 * What Lit writes to find its places again in the browser, where we draw anew; and for a box that is not ticked, which
 * ticks it (@lit-labs/ssr 4.1.0). No text of anybody's looks like them: `<`, `>` and `"` come escaped.
 */
const MARKS = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>| checked="false"| defer-hydration(?=>)/g;

/**
 * What an element shows first, as HTML for its shadow root, without styles.
 * @param baseUrl Address of the centre's API, as the page names it.
 */
export async function paint(asked: FirstPaint, baseUrl: string, known: Known): Promise<string> {
  const element = elementOf(asked);
  element.lang = asked.lang;
  element.shop = createShop({ baseUrl, ...networkOf(baseUrl, known) });
  // Inside an element of ours, the elements that it names stay tags: they paint nothing.
  const inside = { elementRenderers: [], customElementHostStack: [new FallbackRenderer(`foyer-${asked.element}`)] };
  const query = 'query' in asked ? asked.query : '';
  const html = await paintOnServer(element, query, (shown) => collectResult(render(shown, inside)));
  return html.replace(MARKS, '');
}

function elementOf(asked: FirstPaint) {
  if (asked.element === 'programme') {
    const { link, layout, 'own-first': ownFirst, 'in-address': inAddress = null } = asked;
    return Object.assign(new FoyerProgramme(), { link, layout, ownFirst: ownFirst === 'true', inAddress });
  }
  if (asked.element === 'calendar') {
    const { link, view, day = '', 'in-address': inAddress = null } = asked;
    return Object.assign(new FoyerCalendar(), { link, view, day, inAddress });
  }
  const { link, performance, seats, level } = asked;
  return Object.assign(new FoyerPerformance(), { link, performance, seats, level: Number(level) });
}

const CLASSES = { programme: FoyerProgramme, calendar: FoyerCalendar, performance: FoyerPerformance };

/** The styles of an element, in the face of a centre where one is given. */
export function stylesOf(element: FirstPaint['element'], { theme = {} }: Partial<Pick<Centre, 'theme'>>): string {
  const styles = CLASSES[element].elementStyles.map((style) => (style as CSSResult).cssText);
  const face = Object.entries(theme).map(([name, value]) => `${name}:${value};`);
  return [...styles, withoutScriptStyles.cssText, `:host{${face.join('')}}`].join('\n');
}
