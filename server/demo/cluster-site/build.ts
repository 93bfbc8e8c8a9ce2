import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Places } from '../cluster.ts';
import { fontFaces, fontFiles } from '../sites/fonts.ts';
import { LANGUAGES } from '../sites/words.ts';
import { calendarPage, FONTS, homePage, notFoundPage, performancePage } from './pages.ts';
import { CLUSTER_WORDS } from './words.ts';

/** Files that are on the site as they are in this folder. */
const AS_IS = ['site.js', 'icon.svg'];

/**
 * Writes the site of the whole cluster: files, which any web server that can do nothing else may serve. The elements
 * come from the site itself, so it depends on no centre's server; what they show they ask each centre's own.
 */
export function buildClusterSite(options: {
  readonly folder: string;
  readonly places: Places;
  /** Where the built elements are. */
  readonly embedFolder: string;
}): void {
  const { folder, places, embedFolder } = options;
  rmSync(folder, { recursive: true, force: true });
  cpSync(embedFolder, folder, { recursive: true });
  for (const name of AS_IS) cpSync(join(import.meta.dirname, name), join(folder, name));
  const style = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');
  write(join(folder, 'style.css'), fontFaces(FONTS) + style);
  for (const [name, font] of fontFiles(FONTS)) write(join(folder, 'fonts', name), font);
  for (const { id: language } of LANGUAGES) {
    const { path } = CLUSTER_WORDS[language];
    write(join(folder, path, 'index.html'), homePage(places, language).toString());
    write(join(folder, path, '404.html'), notFoundPage(places, language).toString());
    write(join(folder, path, 'kalender', 'index.html'), calendarPage(places, language).toString());
    write(join(folder, path, 'voorstelling', 'index.html'), performancePage(places, language).toString());
  }
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
