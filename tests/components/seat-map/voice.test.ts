import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Voice } from '../../../components/seat-map/voice.ts';

/** A voice, and all it said with the time since it was made; `next` resolves when it speaks again. */
function listen() {
  const said: { readonly text: string; readonly urgency: string; readonly at: number }[] = [];
  let heard = () => {};
  const start = performance.now();
  let controller: ReactiveController | undefined;
  const host = { addController: (one: ReactiveController) => (controller = one) } as unknown as ReactiveControllerHost;
  const voice = new Voice(host, (text, urgency) => {
    said.push({ text, urgency, at: performance.now() - start });
    heard();
  });
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  return { voice, said, next, leave: () => controller?.hostDisconnected?.() };
}

describe('the voice of the seat map', () => {
  it('speaks at once when it was quiet, and then once a second, of every subject only the latest, what one did first', async () => {
    const { voice, said, next, leave } = listen();
    voice.say('choice', 'one');
    voice.say('help', 'mind the gap');
    voice.say('choice', 'two');
    voice.say('choice', 'three');
    expect(said.map(({ text }) => text)).to.deep.equal(['one']);
    await next();
    expect(said.map(({ text }) => text)).to.deep.equal(['one', 'three mind the gap']);
    expect((said[1]?.at ?? 0) - (said[0]?.at ?? 0)).to.be.greaterThan(950);
    leave();
  });

  it('does not let wait what is urgent', () => {
    const { voice, said, leave } = listen();
    voice.say('choice', 'one');
    voice.say('choice', 'your seat is lost', 'assertive');
    expect(said.map(({ text, urgency }) => [text, urgency])).to.deep.equal([
      ['one', 'polite'],
      ['your seat is lost', 'assertive'],
    ]);
    leave();
  });
});
