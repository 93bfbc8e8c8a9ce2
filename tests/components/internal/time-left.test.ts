import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { TimeLeft } from '../../../components/internal/time-left.ts';
import { createManualTimers, NOW } from '../../../stories/fixtures/manual-timers.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

class Counter extends LitElement {
  readonly timers = createManualTimers();
  readonly reached: string[] = [];
  readonly left = new TimeLeft(this, {
    timers: () => this.timers,
    endsAt: () => this.endsAt,
    reached: (mark) => this.reached.push(mark),
  });
  @property({ attribute: false }) endsAt: number | null = null;
  updates = 0;

  protected override updated() {
    this.updates += 1;
  }
}
customElements.define('foyer-test-counter', Counter);

const count = (milliseconds: number | null) => {
  const endsAt = milliseconds === null ? null : NOW + milliseconds;
  return fixture<Counter>(html`<foyer-test-counter .endsAt=${endsAt}></foyer-test-counter>`);
};

async function pass(counter: Counter, milliseconds: number): Promise<void> {
  counter.timers.advance(milliseconds);
  await counter.updateComplete;
}

describe('the time left', () => {
  it('is nothing while nothing is counted', async () => {
    const counter = await count(null);
    expect(counter.left.seconds).to.equal(null);
    expect(counter.timers.waiting).to.equal(0);
  });

  it('is shown anew every minute, and every second when it becomes short', async () => {
    const counter = await count(4 * MINUTE);
    await pass(counter, 90 * SECOND);
    expect(counter.updates).to.equal(2);
    await pass(counter, 30 * SECOND);
    const before = counter.updates;
    for (let second = 0; second < 5; second += 1) await pass(counter, SECOND);
    expect(counter.updates - before).to.equal(5);
    expect(counter.left.seconds).to.equal(115);
  });

  it('tells its marks once each, in order', async () => {
    const counter = await count(10 * MINUTE);
    for (let second = 0; second < 600; second += 1) counter.timers.advance(SECOND);
    expect(counter.reached).to.deep.equal(['start', 'two-minutes', 'one-minute']);
    expect(counter.left.seconds).to.equal(0);
    expect(counter.timers.waiting).to.equal(0);
  });

  it('does not tell a mark that lay behind when it began', async () => {
    const counter = await count(90 * SECOND);
    expect(counter.reached).to.deep.equal(['start']);
    await pass(counter, 40 * SECOND);
    expect(counter.reached).to.deep.equal(['start', 'one-minute']);
  });

  it('tells its marks again after the end was moved away', async () => {
    const counter = await count(90 * SECOND);
    await pass(counter, 31 * SECOND);
    counter.endsAt = counter.timers.now() + 3 * MINUTE;
    await counter.updateComplete;
    await pass(counter, MINUTE);
    expect(counter.reached).to.deep.equal(['start', 'one-minute', 'two-minutes']);
  });

  it('is a share of the usual ten minutes when nobody knows how long it was', async () => {
    const counter = await count(5 * MINUTE);
    expect(counter.left.share).to.equal(0.5);
  });

  it('leaves no timer when the element goes', async () => {
    const counter = await count(5 * MINUTE);
    expect(counter.timers.waiting).to.equal(1);
    counter.remove();
    expect(counter.timers.waiting).to.equal(0);
  });

  it('goes on from what is left then when the element comes back', async () => {
    const counter = await count(5 * MINUTE);
    counter.remove();
    counter.timers.advance(2 * MINUTE);
    document.body.append(counter);
    counter.requestUpdate();
    await counter.updateComplete;
    expect(counter.left.seconds).to.equal(180);
    expect(counter.timers.waiting).to.equal(1);
    counter.remove();
  });
});
