import { VERSION } from './version.ts';
import { warn } from './warn.ts';

interface Versioned extends CustomElementConstructor {
  readonly foyerVersion?: string;
}

/**
 * Gives an element its tag. A page may load the elements twice: the first definition stays, and another version is
 * reported with both numbers, because a tag cannot be defined again.
 */
export function register(tag: `foyer-${string}`, element: CustomElementConstructor, version = VERSION): void {
  const known: Versioned | undefined = customElements.get(tag);
  if (!known) {
    Object.defineProperty(element, 'foyerVersion', { value: version });
    customElements.define(tag, element);
    return;
  }
  const first = known.foyerVersion ?? 'unknown';
  if (first !== version) {
    warn('two-versions', tag, `version ${first} is already on this page, so version ${version} is not used.`);
  }
}
