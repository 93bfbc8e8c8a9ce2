import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { CustomElementDeclaration, Declaration, JavaScriptModule, Package } from 'custom-elements-manifest';

const ROOT = resolve(import.meta.dirname, '..');

/** A manifest of elements and nothing else. */
export interface Elements extends Package {
  modules: (JavaScriptModule & { declarations: CustomElementDeclaration[] })[];
}

/** One element as the package gives it. */
export interface Element {
  readonly tag: string;
  readonly className: string;
  /** Built module, from the package's root. */
  readonly module: string;
  readonly events: readonly string[];
}

const isElement = (one: Declaration): one is CustomElementDeclaration & { readonly tagName: string } =>
  'tagName' in one && one.tagName !== undefined;

/**
 * Reads the comments of everything in `components/`: attributes, properties, events, slots, parts, custom properties and
 * states.
 * @throws Error when the analyser fails.
 */
export function analyse(): Package {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-manifest-'));
  const words = ['analyze', '--config', '.build/elements.config.mjs', '--outdir', relative(ROOT, folder)];
  try {
    execFileSync(join(ROOT, 'node_modules', '.bin', 'cem'), words, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What is of use to others: the elements alone, by their built modules. The analyser also takes what an event is made of
 * for an event; ours are all named `foyer-…`, and their classes after them.
 */
export function tidy(manifest: Package): Elements {
  const modules = manifest.modules.flatMap((module) => {
    const declarations = (module.declarations ?? []).filter(isElement).map((element) => ({
      ...element,
      events: (element.events ?? [])
        .filter(({ name = '' }) => name.startsWith('foyer-'))
        .map((event) => ({ ...event, type: { text: classOf(event.name) } })),
    }));
    return declarations.length > 0 ? [{ ...module, declarations, exports: module.exports ?? [] }] : [];
  });
  const text = JSON.stringify({ ...manifest, modules });
  return JSON.parse(text.replaceAll(/((?:components|sdk)\/[\w/.-]+)\.ts\b/g, '$1.js')) as Elements;
}

/** `foyer-cart-remove` is a `FoyerCartRemoveEvent`. */
const classOf = (event: string): string =>
  `${event.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Event`;

/** Every element that has a tag, by tag. */
export function elementsOf({ modules }: Elements): readonly Element[] {
  const found = modules.flatMap(({ path, declarations }) =>
    declarations.filter(isElement).map(({ tagName, name, events = [] }) => ({
      tag: tagName,
      className: name,
      module: path,
      events: [...new Set(events.map((event) => event.name))].sort(),
    })),
  );
  return found.sort((one, other) => (one.tag < other.tag ? -1 : 1));
}
