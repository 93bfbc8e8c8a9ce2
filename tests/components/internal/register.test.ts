import { expect } from '@open-wc/testing';
import { register } from '../../../components/internal/register.ts';

/** What the page's author is told while something happens. */
function told(act: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void said.push(text);
  act();
  console.warn = warn;
  return said;
}

const element = () => class extends HTMLElement {};

describe('a tag', () => {
  it('is given once, however often the same version is loaded', () => {
    const first = element();
    const said = told(() => {
      register('foyer-test-once', first, '1.0.0');
      register('foyer-test-once', element(), '1.0.0');
    });
    expect(customElements.get('foyer-test-once')).to.equal(first);
    expect(said).to.deep.equal([]);
  });

  it('stays with the version that came first, and the author is told both', () => {
    const first = element();
    const said = told(() => {
      register('foyer-test-twice', first, '1.0.0');
      register('foyer-test-twice', element(), '2.0.0');
      register('foyer-test-twice', element(), '2.0.0');
    });
    expect(customElements.get('foyer-test-twice')).to.equal(first);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^foyer-test-twice: version 1\.0\.0 .* version 2\.0\.0 /);
  });

  it('that a stranger took is left to the stranger', () => {
    customElements.define('foyer-test-strange', element());
    const said = told(() => register('foyer-test-strange', element(), '1.0.0'));
    expect(said[0]).to.contain('version unknown');
  });
});
