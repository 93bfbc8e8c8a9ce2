import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { walkTools } from '../../../components/internal/tools.ts';
import { ElementObject } from '../../harness/elements/element-object.ts';

/** Shows whatever a test says, with what stands in `.tools` walked through. */
class Bench extends LitElement {
  static override styles = css`.hidden { display: none; }`;

  what: TemplateResult = html``;

  override connectedCallback(): void {
    super.connectedCallback();
    walkTools(this);
  }

  override render(): TemplateResult {
    return html`<button>before</button>${this.what}<button>after</button>`;
  }
}
customElements.define('foyer-test-tools', Bench);

async function show(what: TemplateResult) {
  const bench = await fixture<Bench>(html`<foyer-test-tools .what=${what}></foyer-test-tools>`);
  const object = new ElementObject(bench);
  return {
    tools: bench.renderRoot.querySelector('.tools'),
    /** Presses keys from the button before the tools on, and tells where each led. */
    async from(name: string, ...keys: readonly string[]): Promise<string> {
      object.focus(name);
      const led: string[] = [];
      for (const key of keys) {
        await object.keys(key);
        led.push(object.focused);
      }
      return led.join(' ');
    },
    async update(next: TemplateResult): Promise<void> {
      bench.what = next;
      bench.requestUpdate();
      await bench.updateComplete;
    },
  };
}

const button = (name: string, looks = '') => html`<button class=${looks}>${name}</button>`;
const buttons = (...names: readonly string[]) => html`<div class="tools">${names.map((name) => button(name))}</div>`;

describe('buttons that belong together', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    fixtureCleanup();
  });

  it('are one stop of the Tab key, and arrows, Home and End lead from one to another, round and round', async () => {
    const { tools, from } = await show(buttons('a', 'b', 'c'));
    expect(tools?.getAttribute('role')).to.equal('toolbar');
    expect(await from('before', 'Tab', 'Tab')).to.equal('a after');
    expect(await from('a', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft')).to.equal('b c a c');
    expect(await from('b', 'Home', 'End', 'ArrowDown', 'ArrowUp')).to.equal('a c c c');
  });

  it('are walked through the other way where lines run from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { from } = await show(buttons('a', 'b', 'c'));
    expect(await from('before', 'Tab', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'Home')).to.equal('a b a c a');
  });

  it('are walked through up and down, too, where they stand above each other', async () => {
    const column = html`<div class="tools" aria-orientation="vertical">${['a', 'b', 'c'].map((name) => button(name))}</div>`;
    const { from } = await show(column);
    expect(await from('before', 'Tab', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowRight')).to.equal('a b c b c');
  });

  it('remember where the visitor was, by keys or by pointer, also when others come before it', async () => {
    const after = (first: unknown) => html`<div class="tools">${first}${button('b')}${button('c')}${button('d')}</div>`;
    const { from, update } = await show(after(nothing));
    expect(await from('before', 'Tab', 'ArrowRight', 'Tab', 'Shift+Tab')).to.equal('b c after c');
    expect(await from('d', 'Tab', 'Shift+Tab')).to.equal('after d');
    await update(after(button('a')));
    expect(await from('before', 'Tab')).to.equal('d');
  });

  it('have a stop whatever is hidden, and skip what nobody sees', async () => {
    const four = (looks: string) =>
      html`<div class="tools">${button('a')}${button('b', looks)}${button('c')}${button('d')}</div>`;
    const { from, update } = await show(four(''));
    expect(await from('before', 'Tab', 'ArrowRight')).to.equal('a b');
    await update(four('hidden'));
    expect(await from('before', 'Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight')).to.equal('a c d a');
  });

  it('are a stop each while they are fewer than three', async () => {
    const { tools, from, update } = await show(buttons('a', 'b', 'c'));
    expect(await from('before', 'Tab', 'ArrowRight')).to.equal('a b');
    await update(buttons('a', 'b'));
    expect(tools?.isConnected && tools.getAttribute('role')).to.equal('group');
    expect(await from('before', 'Tab', 'ArrowRight', 'Tab', 'Tab')).to.equal('a a b after');
  });

  it('can be reached while they are disabled for the moment', async () => {
    const off = html`<div class="tools">${button('a')}<button aria-disabled="true">b</button>${button('c')}</div>`;
    const { from } = await show(off);
    expect(await from('before', 'Tab', 'ArrowRight', 'ArrowRight')).to.equal('a b c');
  });

  it('leave their keys to a field among them, and to the browser', async () => {
    const { from } = await show(
      html`<div class="tools">${button('a')}${button('b')}${button('c')}<input aria-label="field" value="word" /></div>`,
    );
    expect(await from('before', 'Tab', 'Tab', 'ArrowLeft', 'Home', 'End')).to.equal('a field field field field');
    expect(await from('a', 'Control+ArrowRight', 'Alt+End')).to.equal('a a');
  });
});
