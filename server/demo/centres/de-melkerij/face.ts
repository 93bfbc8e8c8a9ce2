import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { SiteFace } from '../../sites/face.ts';
import { firstOfEach, monthly } from '../../sites/listing.ts';

/** A milk churn, as on the label of a bottle. */
const churn = (size: string) =>
  html`<svg class="${size}" viewBox="0 0 120 150" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="4" stroke-linejoin="round"><path d="M42 20h36v16c0 10 24 14 24 34v66H18V70c0-20 24-24 24-34z"/><path d="M36 8h48v12H36z"/><path d="M18 84h84M18 122h84"/><path d="M18 76c-14 0-14 22 0 22M102 76c14 0 14 22 0 22"/></g></svg>`;

/** A printed booklet: cream, bottle green, a serif and a lot of quiet. */
export const face: SiteFace = {
  brand: 'De Melkerij',
  mark: churn('churn'),
  icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#f6f0df"/><path d="M12 7h8v3c0 2 5 3 5 7v11H7V17c0-4 5-5 5-7zM11 4h10v3H11z" fill="#2f4a36"/></svg>',
  style: readFileSync(new URL('./style.css', import.meta.url), 'utf8'),
  fonts: [
    { family: 'EB Garamond', file: '@fontsource-variable/eb-garamond/files/eb-garamond-latin-wght-normal.woff2' },
    {
      family: 'EB Garamond',
      file: '@fontsource-variable/eb-garamond/files/eb-garamond-latin-wght-italic.woff2',
      italic: true,
    },
  ],
  tagline: {
    nl: 'Vroeger kwam men hier om melk, nu om de rest.',
    fr: 'On venait ici pour le lait, maintenant pour tout le reste.',
    de: 'Früher kam man hierher, um Milch zu holen, jetzt für alles andere.',
    en: 'People used to come here for milk. Now they come for everything else.',
  },
  fictional: {
    nl: 'De Melkerij en Ganzevoorde bestaan niet, maar deze server staat wel echt apart: hij draait in een eigen proces, met een eigen databank.',
    fr: 'De Melkerij et Ganzevoorde n’existent pas, mais ce serveur est vraiment à part : il a son propre processus et sa propre base de données.',
    de: 'De Melkerij und Ganzevoorde gibt es nicht, aber dieser Server steht wirklich für sich: Er läuft in einem eigenen Prozess mit einer eigenen Datenbank.',
    en: 'De Melkerij and Ganzevoorde do not exist, but this server really stands apart: it runs in a process and on a database of its own.',
  },
  home: ({ words, tagline, own, partners }) =>
    html`<section class="hero">${churn('emblem')}<h1>${tagline}</h1></section>
<section class="wide" id="programme"><h2>${words.season}</h2>
${monthly(own)}
</section>
${
  partners.length > 0
    ? html`<section class="wide" id="neighbours"><h2>${words.neighbours}</h2>
${monthly(firstOfEach(partners).slice(0, 10))}</section>`
    : ''
}`,
};
