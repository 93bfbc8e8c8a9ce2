import type { FoyerSeatMap } from '../seat-map/seat-map.ts';

/** A seat as the map shows it at this moment. */
export interface ShownSeat {
  readonly id: string;
  /** How a screen reader says it, such as `Row F, seat 12, Stalls, € 22, free`. */
  readonly name: string;
  readonly isChosen: boolean;
  /** True for a seat that can be chosen or given back. */
  readonly isOpen: boolean;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const ARROWS: Readonly<Record<Direction, string>> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
};
/** Animation frames to wait for something that must come: five seconds on most screens. */
const PATIENCE = 300;

/**
 * A seat map in the tests of your own page: does what a visitor does with keys, and reads what a screen reader reads.
 * Needs a browser and no test framework; what goes wrong is thrown with what the map shows.
 *
 * @example
 * const map = new SeatMapTester(document.querySelector('foyer-seat-map'));
 * await map.ready();
 * await map.pick('P-F-12');
 * map.isChosen('P-F-12'); // true
 */
export class SeatMapTester {
  readonly element: FoyerSeatMap;

  /** @throws TypeError when it is no seat map. */
  constructor(element: Element | null) {
    if (element?.localName !== 'foyer-seat-map') {
      throw new TypeError(`SeatMapTester: expected a <foyer-seat-map>, got ${element?.localName ?? 'null'}`);
    }
    this.element = element as FoyerSeatMap;
  }

  /** Waits until seats can be walked through. */
  async ready(): Promise<void> {
    await this.until(() => this.cells.length > 0, 'the seats');
  }

  /** The seats that keys can reach from where they are: those of one part of the hall, of a large one the rows around. */
  seats(): readonly ShownSeat[] {
    return this.cells.map((cell) => ({
      id: cell.dataset.seat ?? '',
      name: spaced(cell.getAttribute('aria-label')),
      isChosen: cell.getAttribute('aria-selected') === 'true',
      isOpen: cell.getAttribute('aria-disabled') !== 'true',
    }));
  }

  /** The seat that has the focus; undefined when it is elsewhere. */
  focused(): ShownSeat | undefined {
    const id = (this.root.activeElement as HTMLElement | null)?.dataset.seat;
    return id === undefined ? undefined : this.seats().find((seat) => seat.id === id);
  }

  isChosen(id: string): boolean {
    return this.seats().some((seat) => seat.id === id && seat.isChosen);
  }

  /** What a screen reader was told last; empty for nothing yet. */
  announcement(): string {
    return spaced(this.root.querySelector('[role=alert] p, [role=status] p')?.textContent);
  }

  /** Goes to a seat wherever it is in the hall. @throws Error when the hall has no such seat. */
  async goTo(id: string): Promise<void> {
    await this.ready();
    if (!(await this.element.focusSeat(id))) throw new Error(`The hall has no seat ${id}.`);
    await this.until(() => this.focused()?.id === id, `the focus on seat ${id}`);
  }

  /**
   * Goes to a seat and presses Enter: chooses it, or gives it back. Resolves when it is done.
   * @throws Error when the seat stays what it was, with what the map said.
   */
  async pick(id: string): Promise<void> {
    await this.goTo(id);
    const before = this.isChosen(id);
    await this.press('Enter');
    await this.until(() => this.isChosen(id) !== before, `seat ${id} to be ${before ? 'given back' : 'chosen'}`);
  }

  /** Walks to the next seat that way. */
  async pressArrow(direction: Direction): Promise<void> {
    await this.press(ARROWS[direction]);
  }

  /** Presses a key where the focus is, such as `Home`, `PageDown` or `+`. */
  async press(key: string, modifiers: Pick<KeyboardEventInit, 'ctrlKey' | 'shiftKey'> = {}): Promise<void> {
    const target = this.root.activeElement ?? this.root.querySelector('[role=gridcell][tabindex="0"]');
    target?.dispatchEvent(
      new KeyboardEvent('keydown', { key, ...modifiers, bubbles: true, composed: true, cancelable: true }),
    );
    await this.element.updateComplete;
    await frame();
  }

  private async until(isSo: () => boolean, what: string): Promise<void> {
    for (let waited = 0; waited < PATIENCE; waited += 1) {
      await this.element.updateComplete;
      if (isSo()) return;
      await frame();
    }
    throw new Error(`Waited in vain for ${what}. The map said last: “${this.announcement()}”`);
  }

  private get cells(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role=gridcell]')];
  }

  private get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The seat map is not defined yet: import it before the test.');
    return shadowRoot;
  }
}

const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));

/** No-break spaces and line breaks are spaces to who compares texts. */
const spaced = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
