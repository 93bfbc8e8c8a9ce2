import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { StoreController } from '../../../components/internal/store-controller.ts';
import type { Readable } from '../../../sdk/stores/types.ts';

class Shown extends LitElement {
  readonly heard: (string | undefined)[][] = [];
  readonly store = new StoreController(
    this,
    () => this.source,
    (now, before) => this.heard.push([now, before]),
  );
  @property({ attribute: false }) source: Readable<string> | undefined;

  override render() {
    return html`${this.store.value}`;
  }
}
customElements.define('foyer-test-shown', Shown);

function createStore(value: string) {
  const listeners = new Set<(value: string) => void>();
  return {
    listeners,
    get: () => value,
    set(next: string) {
      value = next;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener: (value: string) => void) {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
}

const show = (source?: Readable<string>) =>
  fixture<Shown>(html`<foyer-test-shown .source=${source}></foyer-test-shown>`);

describe('a store in an element', () => {
  it('is shown from the first rendering on, and after every change', async () => {
    const store = createStore('één');
    const element = await show(store);
    expect(element.shadowRoot?.textContent).to.equal('één');
    store.set('twee');
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('twee');
    expect(element.heard).to.deep.equal([
      ['één', undefined],
      ['twee', 'één'],
    ]);
  });

  it('is followed only while the element is on the page', async () => {
    const store = createStore('één');
    const element = await show(store);
    element.remove();
    expect(store.listeners).to.have.length(0);
    document.body.append(element);
    expect(store.listeners).to.have.length(1);
    element.remove();
  });

  it('is not followed again by an update that comes when the element has left the page', async () => {
    const store = createStore('één');
    const element = await show(store);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    expect(store.listeners).to.have.length(0);
  });

  it('gives way to another when the element is given another', async () => {
    const [first, second] = [createStore('één'), createStore('twee')];
    const element = await show(first);
    element.source = second;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('twee');
    expect(first.listeners).to.have.length(0);
    element.source = undefined;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('');
  });
});
