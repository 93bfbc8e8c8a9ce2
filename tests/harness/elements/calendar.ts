import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../../components/calendar/calendar.ts';
import type { FoyerCalendar } from '../../../components/calendar/calendar.ts';
import type { Cluster } from '../../../stories/fixtures/cluster.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, spaced, words } from './element-object.ts';

/** How a calendar is put on the page. */
export interface CalendarLooks {
  readonly link?: string;
  readonly view?: 'month' | 'week' | 'agenda';
  readonly day?: string;
  readonly inAddress?: string;
}

/** The calendar as a visitor leafs through it. */
export class CalendarObject extends ElementObject<FoyerCalendar> {
  /** In a centre's shop; waits until there is something to see. */
  static async show({ shop }: Scene, { link = '/voorstelling?id={id}', ...looks }: CalendarLooks = {}) {
    const { view = 'month', day = '', inAddress } = looks;
    return CalendarObject.settled(
      await fixture<FoyerCalendar>(html`
        <foyer-calendar
          .shop=${shop}
          link=${link}
          view=${view}
          day=${day}
          in-address=${ifDefined(inAddress)}
        ></foyer-calendar>
      `),
    );
  }

  /** On the site of a cluster; waits until the first centre has answered. */
  static async showTogether({ centres, network }: Cluster): Promise<CalendarObject> {
    return CalendarObject.settled(
      await fixture<FoyerCalendar>(
        html`<foyer-calendar centres=${centres} .network=${network} link="/voorstelling?id={id}"></foyer-calendar>`,
      ),
    );
  }

  private static async settled(element: FoyerCalendar): Promise<CalendarObject> {
    const calendar = new CalendarObject(element);
    await calendar.until(() => !calendar.is('loading'), 'the calendar to be there');
    return calendar;
  }

  /** Whether a screen reader hears that more is to come. */
  get isBusy(): boolean {
    return this.root.querySelector('[part~=base]')?.ariaBusy === 'true';
  }

  /** The month or week that is shown. */
  get period(): string {
    return words(this.root.querySelector('[part=period]'));
  }

  /** The day that is looked at, such as `2026-12-04`. */
  get day(): string {
    return this.root.querySelector<HTMLElement>('[aria-selected=true]')?.dataset.day ?? '';
  }

  /** What a screen reader says of a day of the grid. */
  about(day: string): string {
    return spaced(this.cell(day)?.querySelector('.spoken')?.textContent);
  }

  /** The day that has the focus; empty when it is elsewhere. */
  get focusedDay(): string {
    const { activeElement } = this.root;
    return activeElement instanceof HTMLElement ? (activeElement.dataset.day ?? '') : '';
  }

  /** Presses a key while Shift is held. */
  async shiftKey(press: string): Promise<void> {
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press });
    await sendKeys({ up: 'Shift' });
    await this.element.updateComplete;
  }

  /** Names of the performances that can be opened, in order. */
  get titles(): string[] {
    return [...this.root.querySelectorAll('.title')].map(words);
  }

  /** Days that are headings of what is on. */
  get headings(): string[] {
    return [...this.root.querySelectorAll('h4')].map(words);
  }

  /** Names of the columns. */
  get weekdays(): string[] {
    return [...this.root.querySelectorAll('th')].map(words);
  }

  /** Puts the focus on the one day of the grid that Tab leads to. */
  focusGrid(): void {
    this.root.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  }

  /** Presses a day with the pointer. */
  async pick(day: string): Promise<void> {
    this.cell(day)?.click();
    await this.element.updateComplete;
  }

  /** Draws a finger over the grid. */
  async swipe(toward: 'left' | 'right', down = 0): Promise<void> {
    const grid = this.root.querySelector('[role=grid]');
    const touch = { bubbles: true, pointerType: 'touch', isPrimary: true, pointerId: 7 };
    grid?.dispatchEvent(new PointerEvent('pointerdown', { ...touch, clientX: 150, clientY: 100 }));
    const clientX = toward === 'left' ? 60 : 240;
    grid?.dispatchEvent(new PointerEvent('pointerup', { ...touch, clientX, clientY: 100 + down }));
    await this.element.updateComplete;
  }

  /** Opens a performance with the pointer. */
  async open(title: string): Promise<void> {
    [...this.root.querySelectorAll<HTMLElement>('.title')].find((link) => words(link) === title)?.click();
    await this.element.updateComplete;
  }

  private cell(day: string): HTMLElement | null {
    return this.root.querySelector(`[data-day="${day}"]`);
  }
}
