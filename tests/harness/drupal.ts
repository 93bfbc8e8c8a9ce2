import Twig from 'twig';
import { parse } from 'yaml';
import { type ExampleFile, exampleOf } from './docs.ts';

interface Library {
  readonly js: Readonly<Record<string, { readonly attributes?: Readonly<Record<string, string>> }>>;
}

/**
 * The HTML of a node of `docs/hosts/drupal.md`: its template rendered by Twig with what Drupal gives it, and the scripts
 * of the libraries that it attaches at the end, where Drupal puts them.
 */
export function showNode(replace: Readonly<Record<string, string>>, performance: string): string {
  const files = exampleOf('docs/hosts/drupal.md', replace);
  const libraries: Record<string, Library> = parse(textOf(files, /\.libraries\.yml$/));
  const attached: string[] = [];
  Twig.extendFunction('attach_library', (name: string) => {
    attached.push(...scriptsOf(libraries[name.replace('mytheme/', '')]));
    return '';
  });
  Twig.extendFilter('without', (content) => content);
  const data = textOf(files, /node--.*\.twig$/);
  const node = { field_performance: { isEmpty: performance === '', value: performance } };
  const given = { attributes: '', title_prefix: '', title_suffix: '', content: '', node };
  return `${Twig.twig({ data, autoescape: true, rethrow: true }).render(given)}${attached.join('')}`;
}

const textOf = (files: readonly ExampleFile[], name: RegExp): string =>
  files.find(({ path }) => name.test(path))?.text ?? '';

/** @throws Error when a template attaches a library that the theme has not. */
function scriptsOf(library: Library | undefined): string[] {
  if (!library) throw new Error('The theme has no such library.');
  return Object.entries(library.js).map(([source, { attributes = {} }]) => {
    const words = Object.entries({ src: source, ...attributes }).map(([name, value]) => `${name}="${value}"`);
    return `<script ${words.join(' ')}></script>`;
  });
}
